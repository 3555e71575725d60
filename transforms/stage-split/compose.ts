import {
  type Body,
  type Edit,
  expand,
  insertAt,
  indentAt,
  type Instruction,
  joinPath,
  layoutOf,
  lineEndAt,
  linesOf,
  nextLine,
  removeInstructions,
  replaceAt,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { makesAccounts } from './effects.js'
import { lineOf } from './place.js'
import { belongsToBuild, type Planned } from './duties.js'
import type { Plan } from './plan.js'
import { hostOf, type Reason, recursionEdits, runText, withoutComments } from './runs.js'

/** Instructions that mean nothing to a build. */
const movable = /^(LABEL|MAINTAINER|EXPOSE|VOLUME|STOPSIGNAL|HEALTHCHECK|CMD|ENTRYPOINT|USER)$/
/** Names by which a stage says that it builds. */
const builderNames = /build|compile|^(maven|mvn|gradle|golang|go|jdk|sdk|dev)/

/** Whether the stage keeps its name when it builds alone. */
export const isNamedBuilder = ({ name }: Stage): boolean => name !== undefined && builderNames.test(name)

/** The edits that make two stages of one; else why they cannot be had. */
export function editsOf(plan: Plan, stage: Stage, subject: Subject): readonly Edit[] | string {
  const { file } = subject
  const { text } = file
  const lineEnd = lineEndAt(text, stage.from.span.start)
  const end = plan.entries[plan.split]!.instruction
  const before = plan.entries.slice(0, plan.split + 1)
  const moved = before.filter((entry) => isMoved(entry, plan, subject))
  const isNamed = isNamedBuilder(stage)
  const builder = isNamed ? stage.name! : freeName(subject)
  const lines: string[] = []
  for (const entry of before) {
    const own = runtimeText(entry, plan, stage, subject)
    if (own === undefined) continue
    if (typeof own !== 'string') return own.because
    lines.push(own)
  }
  const rest = text.slice(end.span.end)
  const wanted = withArguments(before, [...lines, rest], subject)
  const isLower = stage.from.rawKeyword === 'from'
  const keyword = (word: string): string => (isLower ? word.toLowerCase() : word)
  const copies = plan.copies.map(
    ({ from, to, owner }) =>
      `${keyword('COPY')} --from=${builder}${owner === undefined ? '' : ` --chown=${owner}`} ${from} ${to}`,
  )
  const owning = wanted.findIndex((line) => /^RUN[^]*\bch(own|mod|grp)\b/i.test(line))
  const at = owning < 0 ? wanted.length : owning
  const body = [
    fromOf(plan, stage, isNamed ? undefined : nameIn(stage)),
    ...packageLines(plan, stage, subject).map((run) => keyword('RUN') + run.slice(3)),
    ...(plan.workdir !== undefined ? [`${keyword('WORKDIR')} ${plan.workdir}`] : []),
    ...wanted.slice(0, at),
    ...copies,
    ...(plan.hasLibraries ? [`${keyword('RUN')} ldconfig`] : []),
    ...wanted.slice(at),
  ]
  const indent = indentAt(text, stage.from.span.start)
  const block = body.map((line) => indent + line).join(lineEnd)
  const finish = plan.finish.map((line) => indent + keyword('RUN') + line.slice(3) + lineEnd).join('')
  const behind = nextLine(text, end.span.end)
  const isLast = text[behind - 1] !== '\n'
  const edits: Edit[] = [
    ...nameEdits(stage, builder, isNamed),
    ...removeInstructions(
      file,
      moved.map(({ instruction }) => instruction),
    ),
    insertAt(
      behind,
      isLast ? `${lineEnd}${finish}${lineEnd}${block}` : `${finish}${lineEnd}${block}${lineEnd}`,
    ),
  ]
  for (const entry of plan.entries.slice(plan.split + 1))
    edits.push(...recursionEdits(entry, plan, stage, subject))
  for (const { place, command } of plan.unset) {
    const { mapped } = subject.model.bodyOf(stage, place.instruction) as Body
    edits.push(insertAt(mapped.toSource(command.span.start), 'CGO_ENABLED=0 '))
  }
  return edits
}

/** A name that no stage has yet. */
const freeName = ({ model }: Subject): string =>
  ['build', 'builder', 'compile'].find((name) => model.stages.every((stage) => stage.name !== name)) ??
  `build-${model.stages.length}`

const nameIn = ({ from, name }: Stage): string | undefined =>
  name === undefined ? undefined : from.args.text.split(/\s+/)[2]

function nameEdits({ from, name }: Stage, builder: string, isNamed: boolean): readonly Edit[] {
  if (isNamed) return []
  const as = from.rawKeyword === 'from' ? 'as' : 'AS'
  if (name === undefined) return [insertAt(from.args.endToSource(from.args.text.length), ` ${as} ${builder}`)]
  const old = from.args.text.length - from.args.text.split(/\s+/)[2]!.length
  return [replaceAt(from.args.toSource(old), from.args.endToSource(from.args.text.length), builder)]
}

function fromOf({ runtime }: Plan, { from, name }: Stage, own: string | undefined): string {
  const flags = from.flags.map(({ text }) => `${text} `).join('')
  const as = name === undefined ? '' : ` ${from.args.text.split(/\s+/)[1]} ${own ?? ''}`
  return `${from.rawKeyword} ${flags}${runtime.image}${own === undefined ? '' : as}`
}

const isMoved = (entry: Planned, { entries, split }: Plan, subject: Subject): boolean => {
  if (isBelowComment(entry.instruction, subject)) return false
  if (movable.test(entry.instruction.keyword)) return true
  if (entry.purpose?.kind !== 'own') return false
  const to = entry.target!
  if (!/^\/(etc|var|usr\/local\/s?bin)(\/|$)/.test(to) || settings.test(to)) return false
  return !entries
    .slice(0, split + 1)
    .some((other) => belongsToBuild(other) && other.instruction.args.text.includes(to))
}

/** Where settings lie that programs of a build read as well: for managers of packages, for what fetches, for all. */
const settings =
  /^\/etc\/?$|^\/etc\/(apk|apt|dpkg|pip|pki|ssl|ca-certificates|ld\.so|npmrc|gemrc|maven|gitconfig|wgetrc|curlrc|hosts|resolv|passwd|group|profile|environment|bash|locale|java)/

/** Whether a comment stands above that speaks of more than the instruction: it stays, and so does what is below it. */
const isBelowComment = (instruction: Instruction, { file }: Subject): boolean =>
  /(^|\n)[ \t]*#[^\n]*\n([ \t]*\r?\n)+[ \t]*$/.test(file.text.slice(0, linesOf(file, instruction).start))

/** What an instruction of the builder is in the image; undefined where it is nothing there. */
function runtimeText(
  entry: Planned,
  plan: Plan,
  stage: Stage,
  subject: Subject,
): string | Reason | undefined {
  const { instruction, purpose } = entry
  const { file } = subject
  const source = (): string => file.text.slice(instruction.span.start, instruction.span.end)
  switch (instruction.keyword) {
    case 'RUN':
      return runText(entry, plan, stage, subject)
    case 'COPY':
    case 'ADD': {
      if (purpose?.kind !== 'own') return undefined
      return isMoved(entry, plan, subject) ? withComments(instruction, subject) : withoutComments(source())
    }
    case 'WORKDIR':
      if (!isKeptFolder(entry, plan)) return undefined
      return /^["']?[/$]/.test(instruction.args.text) ? withoutComments(source()) : folderText(entry, subject)
    case 'ARG':
      return undefined
    default:
      return isMoved(entry, plan, subject) ? withComments(instruction, subject) : withoutComments(source())
  }
}

/** Folders in which the build alone works are left out, unless something is there when the image runs. */
function isKeptFolder(entry: Planned, { entries }: Plan): boolean {
  const at = entries.indexOf(entry)
  const next = entries.findIndex(({ instruction }, i) => i > at && instruction.keyword === 'WORKDIR')
  if (next < 0 || !/^["']?\//.test(entries[next]!.instruction.args.text)) return true
  const between = entries.slice(at + 1, next)
  const isUsed = between.some(
    ({ steps, duties, purpose }) =>
      purpose?.kind === 'own' ||
      steps.some(({ command }, i) => duties[i] === 'run' && !makesAccounts(command)),
  )
  return isUsed || !between.some(belongsToBuild)
}

/** A folder by its whole path: the image may start in another one. */
function folderText({ place, instruction }: Planned, { file }: Subject): string | Reason {
  const path = expand(instruction.args.text, place.scope, file.escape)
  const whole = path === undefined ? undefined : joinPath(place.scope.workdir, path)
  return whole === undefined
    ? { because: `the folder of ${lineOf(instruction)} cannot be told` }
    : `${instruction.rawKeyword} ${whole}`
}

function withComments(instruction: Instruction, { file }: Subject): string {
  const { start } = linesOf(file, instruction)
  return file.text.slice(start, instruction.span.end).trimStart()
}

/** Build arguments stand in front of the first that names them. */
function withArguments(
  before: readonly Planned[],
  lines: readonly string[],
  { file }: Subject,
): readonly string[] {
  const all = lines.join('\n')
  const wanted = before.flatMap(({ instruction }) => {
    if (instruction.keyword !== 'ARG') return []
    const names = instruction.args.text.split(/\s+/).map((word) => word.split('=')[0]!)
    const isUsed = names.some((name) => new RegExp(`\\$(${name}\\b|\\{${name}\\b)`).test(all))
    return isUsed ? withoutComments(file.text.slice(instruction.span.start, instruction.span.end)) : []
  })
  return [...wanted, ...lines.slice(0, -1)]
}

/** A RUN of its own for packages, where none is there to take them. */
function packageLines(plan: Plan, stage: Stage, { model }: Subject): readonly string[] {
  const { packages, runtime } = plan
  if (packages.length === 0 || hostOf(plan)) return []
  const names = [...packages].sort().join(' ')
  if (runtime.image.startsWith('alpine')) return [`RUN apk add --no-cache ${names}`]
  const { lineEnd, indent } = layoutOf(model, stage, [stage.from])
  return [
    [
      'RUN apt-get update \\',
      `${indent}&& apt-get install -y --no-install-recommends ${names} \\`,
      `${indent}&& rm -rf /var/lib/apt/lists/*`,
    ].join(lineEnd),
  ]
}
