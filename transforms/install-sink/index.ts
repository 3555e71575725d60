import {
  commentsBetween,
  defineTransform,
  type Finding,
  insertAt,
  type Instruction,
  linesOf,
  nextLine,
  refuse,
  removeAt,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { type Install, installIn } from './install.js'
import { obstacleIn } from './obstacle.js'
import { removedIn } from './removed.js'

export default defineTransform({
  id: 'install-sink',
  meta: {
    summary: 'Move an install below the COPY in front of the RUNs that use and remove it',
    why:
      'A compiler that a later RUN purges is shipped all the same, as long as a COPY stands between the install and ' +
      'the build. Below that COPY both can become one RUN, in which the purge counts: 551 MB become 120 MB. The ' +
      'install is then repeated whenever a copied file changes.',
    safety: 'safe',
    phase: 'layers',
    alters: [],
    leaves: [
      'a RUN that does more than install packages, or has flags',
      'an install of which no package is removed by a RUN right behind the copies',
      'a COPY to where packages have their files, or for a user whom a package may make',
      'installs with anything but COPY, ADD, LABEL, EXPOSE and STOPSIGNAL behind them',
      'stages that are not shipped',
    ],
    references: ['https://docs.docker.com/build/building/best-practices/#run'],
  },
  visit: { stage: visitStage },
})

/** What neither runs a command nor decides how one runs. */
const passable = /^(COPY|ADD|LABEL|EXPOSE|STOPSIGNAL|MAINTAINER)$/

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  if (!stage.isShipped) return
  const { instructions } = stage
  for (let i = 0; i < instructions.length;) {
    const runs = takeWhile(instructions, i, ({ keyword }) => keyword === 'RUN')
    if (runs.length === 0) i++
    else {
      yield* sink(stage, subject, runs, i + runs.length)
      i += runs.length
    }
  }
}

/** Moves the installs at the end of some RUNs below what follows them up to the next RUN. */
function* sink(
  stage: Stage,
  subject: Subject,
  runs: readonly Instruction[],
  next: number,
): Iterable<Finding> {
  const { instructions } = stage
  const between = takeWhile(instructions, next, ({ keyword }) => keyword !== 'RUN')
  const users = takeWhile(instructions, next + between.length, ({ keyword }) => keyword === 'RUN')
  if (between.length === 0 || users.length === 0) return
  const removed = users.flatMap((user) => removedIn(stage, subject, user))
  if (removed.length === 0) return
  const installs: Install[] = []
  for (const run of runs.toReversed()) {
    const install = installIn(stage, subject, run)
    if (typeof install === 'string') {
      if (installs.length === 0 && removed.some(({ name }) => run.args.text.includes(name)))
        yield refuse(run.span, install)
      break
    }
    installs.unshift(install)
  }
  const names = new Set(installs.flatMap(({ names }) => names))
  const late = removed.find(({ name }) => names.has(name))
  if (late === undefined) return
  const joined = users.filter(({ startLine }) => startLine <= late.line)
  const first = installs[0]!.instruction
  const obstacle = obstacleOf(stage, subject, between, [...installs.map((x) => x.instruction), ...joined])
  if (obstacle !== undefined) return yield refuse(first.span, obstacle)
  const { text } = subject.file
  const { start } = linesOf(subject.file, first)
  const above = instructions[instructions.indexOf(first) - 1] ?? stage.from
  if (commentsBetween(subject.file, above.span.end, start).length > 0)
    return yield refuse(first.span, 'a comment above it may speak of more')
  const end = nextLine(text, installs.at(-1)!.instruction.span.end)
  const target = blankEnd(text, nextLine(text, between.at(-1)!.span.end))
  const copies = between.filter(({ keyword }) => /^(COPY|ADD)$/.test(keyword))
  yield {
    kind: 'change',
    title: `Install \`${late.name}\` next to where it is used and removed`,
    at: first.span,
    edits: [removeAt(start, blankEnd(text, end)), insertAt(target, text.slice(start, end))],
    safety: 'safe',
    because:
      `line ${late.line} removes it, and what ${linesIn(copies)} no install touches; ` +
      'it is installed again when a copied file changes',
  }
}

/** Why the installs cannot change places with what is between them and their users. */
function obstacleOf(
  stage: Stage,
  subject: Subject,
  between: readonly Instruction[],
  runs: readonly Instruction[],
): string | undefined {
  const other = between.find(({ keyword }) => !passable.test(keyword))
  if (other) return `line ${other.startLine} (${other.keyword}) stands between`
  for (const run of runs) {
    if (run.flags.length > 0) return `line ${run.startLine} has flags, and would stay a layer of its own`
    const body = subject.model.bodyOf(stage, run)
    if (body.kind === 'none') return `line ${run.startLine} would stay a layer of its own: ${body.because}`
  }
  const ignored = runs.find((run) => subject.isIgnored(run))
  if (ignored) return `a comment above line ${ignored.startLine} tells so`
  for (const instruction of between) {
    const obstacle = obstacleIn(stage, subject, instruction)
    if (obstacle !== undefined) return obstacle
  }
  return undefined
}

function takeWhile<T>(items: readonly T[], from: number, test: (item: T) => boolean): readonly T[] {
  let end = from
  while (end < items.length && test(items[end]!)) end++
  return items.slice(from, end)
}

/** Behind the blank lines at an offset. */
const blankEnd = (text: string, from: number): number =>
  from + /^(?:[ \t]*\r?\n)*/.exec(text.slice(from))![0].length

const linesIn = (copies: readonly Instruction[]): string =>
  copies.length === 0
    ? 'stands between'
    : `line ${copies.map(({ startLine }) => startLine).join(', ')} ${copies.length === 1 ? 'copies' : 'copy'}`
