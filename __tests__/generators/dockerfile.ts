import fc from 'fast-check'
import { dressed, earlierStage, type Line } from './instruction.js'
import { mark, mostly, triviaLines, weighted } from './layout.js'
import { builtStage, carriedStages, type Entry, ownName, stages } from './stage.js'

/** Whole Dockerfiles that BuildKit reads. `body` are the shell texts of some of their RUNs, on one line or several. */
export const dockerfile = (body: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .record({
      directives,
      top,
      globals: fc.array(globals, { maxLength: 2 }),
      stages: weighted(
        [9, fc.array(stages(body.map(marked).filter(isOneCommand)), { minLength: 1, maxLength: 4 })],
        [1, builtStage.map((stage) => [stage])],
        [1, carriedStages],
      ),
      ending: endings,
      lineEnds,
      byteOrderMark: mostly('', '\uFEFF'),
    })
    .map((parts) => textOf(parts))

interface Parts {
  readonly directives: readonly string[]
  readonly top: readonly string[]
  readonly globals: readonly Entry[]
  readonly stages: readonly (readonly Entry[])[]
  readonly ending: string
  readonly lineEnds: readonly string[]
  readonly byteOrderMark: string
}

const directives = weighted(
  [3, fc.constant<string[]>([])],
  [
    1,
    fc.shuffledSubarray(
      ['# syntax=docker/dockerfile:1', '#check=skip=JSONArgsRecommended', '# Escape = \\'],
      {
        minLength: 1,
      },
    ),
  ],
  [1, fc.shuffledSubarray(['#syntax=docker/dockerfile:1.7-labs', '# escape=`'], { minLength: 1 })],
)

/** What looks like a directive is none behind anything else. */
const top = weighted<readonly string[]>(
  [8, fc.array(triviaLines, { maxLength: 2 })],
  [
    1,
    fc.constantFrom(['', '# escape=`'], ['# a: b', '# syntax=x'], ['# dfslim skip-file because it is old']),
  ],
)

const globals: fc.Arbitrary<Entry> = fc.record({
  above: fc.array(triviaLines, { maxLength: 2 }),
  line: dressed(
    fc.constantFrom<Line>(
      { text: 'ARG TAG=bookworm' },
      { text: 'ARG BASE=python:3.12' },
      { text: `ARG VERSION ${mark}\n  OTHER="a b"` },
    ),
  ),
})

/** What follows the last line: a continuation that nothing continues among it. */
const endings = mostly(
  '\n',
  '',
  '\n\n',
  '\n# the end\n',
  '\n\t# the end',
  ` ${mark}`,
  ` ${mark}\n`,
  ` ${mark}\n# the end\n`,
)

/** One after the other, over and over. */
const lineEnds = weighted<readonly string[]>(
  [6, fc.constant(['\n'])],
  [2, fc.constant(['\r\n'])],
  [1, fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 2, maxLength: 5 })],
)

/** Lines that the shell text breaks are lines of the Dockerfile. */
const marked = (body: string): string =>
  body.replaceAll('\\\n', mark + '\n').replaceAll(/(?<!\uE001)\n/g, ` ${mark}\n`)

/** A here-document would take the lines that follow, an escape character the next one. */
const isOneCommand = (body: string): boolean => !body.includes('<<') && !/[\\`]$/.test(body)

function textOf({ directives, top, globals, stages, ending, lineEnds, byteOrderMark }: Parts): string {
  const named = stages.map((stage, i) =>
    stage.map(({ above, line }): Entry => ({ above, line: { ...line, text: withNames(line.text, i) } })),
  )
  const last = named.at(-1)!.at(-1)!
  const lines = [...globals, ...named.flat()].flatMap(({ above, line }) => [
    ...above,
    ...line.text.split('\n'),
    ...(line.body ?? []),
  ])
  const end = last.line.body && ending.startsWith(' ') ? '\n' : ending
  const escape = directives.includes('# escape=`') ? '`' : '\\'
  const text = [...directives, ...top, ...lines].join('\n') + end
  let i = 0
  return (
    byteOrderMark + text.replaceAll(mark, escape).replaceAll('\n', () => lineEnds[i++ % lineEnds.length]!)
  )
}

/** Stages are called `s0`, `s1` ...; what the first one would take from an earlier one it takes from an image. */
const withNames = (text: string, i: number): string =>
  text
    .replaceAll(earlierStage, i === 0 ? 'alpine:3.20' : i % 2 === 0 ? `s${i - 1}` : `S${i - 1}`)
    .replaceAll(ownName, `s${i}`)
