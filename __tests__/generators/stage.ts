import fc from 'fast-check'
import { dressed, earlierStage, instructions, type Line } from './instruction.js'
import { mark, mostly, triviaLines, weighted } from './layout.js'
import { oddRuns, runOf } from './run.js'
import {
  alpine,
  compiled,
  debian,
  type Distribution,
  java,
  languages,
  services,
  toolbox,
  ubuntu,
  unknown,
} from './story.js'

/** An instruction, and the comments and blank lines above it. */
export interface Entry {
  readonly above: readonly string[]
  readonly line: Line
}

/** A stage, FROM first. `body` are the shell texts of some of its RUNs. */
export const stages = (body: fc.Arbitrary<string>): fc.Arbitrary<readonly Entry[]> =>
  weighted(
    [8, stageOf(debian, body)],
    [3, stageOf(alpine, body)],
    [3, stageOf(languages, body)],
    [1, stageOf(unknown, body)],
    [3, stageOf(java, body)],
    [3, stageOf(toolbox, body)],
    [2, stageOf(ubuntu, body)],
    [1, stageOf(compiled, body)],
    [1, stageOf(services, body)],
  )

function stageOf(distribution: Distribution, body: fc.Arbitrary<string>): fc.Arbitrary<readonly Entry[]> {
  const { images, commands, stories, ending } = distribution
  const command = weighted([6, fc.constantFrom(...commands)], [1, body])
  const free = weighted(
    [3, fc.array(command, { minLength: 1, maxLength: 4 })],
    [1, body.map((text) => [text])],
  )
  const blocks = weighted<readonly Entry[]>(
    [4, alone(runOf(free))],
    [2, alone(instructions())],
    [1, alone(oddRuns)],
    [6, fc.oneof(...stories.map(told))],
  )
  return fc
    .tuple(
      entries(froms(images)),
      fc.array(blocks, { maxLength: 4 }),
      weighted<readonly Entry[]>(
        [1, fc.constant([])],
        [ending === undefined ? 0 : 4, alone(fc.constant({ text: ending ?? '' }))],
      ),
    )
    .map(([from, rest, end]) => [from, ...rest.flat(), ...end])
}

/** The RUNs of a story or some of them, with other instructions in between. */
const told = (story: readonly (readonly string[])[]): fc.Arbitrary<readonly Entry[]> =>
  fc
    .tuple(
      ...story.map((commands) =>
        fc.tuple(
          weighted<readonly Entry[]>([1, fc.constant([])], [7, alone(lineOf(commands))]),
          weighted<readonly Entry[]>([7, fc.constant([])], [1, alone(instructions())]),
        ),
      ),
    )
    .map((steps) => steps.flat(2))

const lineOf = (commands: readonly string[]): fc.Arbitrary<Line> =>
  /^(COPY|CMD|ENTRYPOINT) /.test(commands[0]!)
    ? fc.constant({ text: commands[0]! })
    : runOf(fc.constant(commands))

const alone = (lines: fc.Arbitrary<Line>): fc.Arbitrary<readonly Entry[]> =>
  entries(lines).map((entry) => [entry])

const entries = (lines: fc.Arbitrary<Line>): fc.Arbitrary<Entry> =>
  fc.record({
    above: weighted<readonly string[]>([2, fc.constant([])], [1, fc.array(triviaLines, { maxLength: 3 })]),
    line: dressed(lines),
  })

const froms = (images: fc.Arbitrary<string>): fc.Arbitrary<Line> =>
  fc
    .record({
      image: weighted(
        [16, images],
        [2, fc.constant(earlierStage)],
        [
          1,
          fc.constantFrom(
            'scratch',
            'busybox@sha256:' + 'a1'.repeat(32),
            '$BASE',
            'debian:${TAG}',
            'python:$TAG-slim',
          ),
        ],
      ),
      platform: mostly('', '--platform=linux/amd64 ', `--platform=$BUILDPLATFORM ${mark}\n  `),
      as: fc.constantFrom('', ' AS ', ' as ', ` ${mark}\n# why\n AS `),
    })
    .map(({ image, platform, as }) => ({ text: `FROM ${platform}${image}${as && as + ownName}` }))

/** Stands for the name of the present stage. */
export const ownName = '\uE003'

/** The one stage of an image that builds what it runs, and does little else. */
export const builtStage: fc.Arbitrary<readonly Entry[]> = fc
  .tuple(
    entries(froms(compiled.images)),
    weighted<readonly Entry[]>([2, fc.constant([])], [1, alone(instructions())]),
    fc.oneof(...compiled.stories.map(told)),
    weighted<readonly Entry[]>(
      [3, fc.constant([])],
      [1, alone(runOf(fc.constantFrom(...compiled.commands).map((text) => [text])))],
    ),
    alone(fc.constant({ text: compiled.ending! })),
  )
  .map(([from, ...rest]) => [from, ...rest.flat()])

/** A program that is compiled. */
const compiledStages: fc.Arbitrary<readonly (readonly Entry[])[]> = fc
  .tuple(
    fc.constantFrom('golang:1.22', 'golang:1.21-alpine', 'rust:1.80-alpine'),
    weighted<readonly Entry[]>([3, fc.constant([])], [1, alone(instructions())]),
    fc.constantFrom('alpine:3.20', 'debian:bookworm-slim', 'ubuntu:22.04', 'golang:1.22'),
    weighted<readonly Entry[]>(
      [3, fc.constant([])],
      [1, alone(fc.constant({ text: 'RUN apk add --no-cache ca-certificates' }))],
      [1, alone(instructions())],
    ),
    fc.constantFrom('USER 1000', 'EXPOSE 80', 'USER nobody', 'LABEL a=b'),
    weighted<string>([5, fc.constant('CMD ["/p"]')], [1, fc.constant('CMD /p')]),
  )
  .chain(([builder, odd, image, extra, setting, launch]) =>
    fc
      .tuple(
        alone(fc.constant({ text: `FROM ${builder} AS ${ownName}` })),
        alone(fc.constant({ text: 'RUN CGO_ENABLED=0 go build -o /p ./cmd/p' })),
        alone(fc.constant({ text: `FROM ${image}` })),
        alone(fc.constant({ text: setting })),
        alone(fc.constant({ text: 'COPY --from=0 /p /p' })),
        alone(fc.constant({ text: launch })),
      )
      .map(([from, build, to, set, copy, end]) => [
        [...from, ...odd, ...build],
        [...to, ...extra, ...set, ...copy, ...end],
      ]),
  )

/** A program that the last stage runs on the image that built it. */
const hostedStages: fc.Arbitrary<readonly (readonly Entry[])[]> = fc
  .constantFrom('maven:3.9-eclipse-temurin-21', 'gradle:8-jdk17')
  .chain((image) =>
    fc.tuple(
      fc.tuple(entries(fc.constant({ text: `FROM ${image} AS ${ownName}` }))),
      fc.tuple(
        entries(fc.constant({ text: `FROM ${image}` })),
        entries(fc.constant({ text: 'WORKDIR /app' })),
        entries(fc.constant({ text: 'COPY --from=0 /t.jar t.jar' })),
        entries(fc.constant({ text: 'CMD ["java", "-jar", "t.jar"]' })),
      ),
    ),
  )

/** A stage that builds a program, and one that only takes it. */
export const carriedStages: fc.Arbitrary<readonly (readonly Entry[])[]> = weighted(
  [3, compiledStages],
  [1, hostedStages],
)
