import {
  type Body,
  commentsBetween,
  defineTransform,
  type Edit,
  firstEndingFrom,
  isRoot,
  type Finding,
  insertAt,
  type Instruction,
} from '../../src/kit.js'
import { joiner, layoutOf, type Layout, refuse, replaceAt, type Stage, type Subject } from '../../src/kit.js'
import { type Piece, readPiece } from './piece.js'

/** The kernel takes at most 128 KiB for one argument, and the whole command of a RUN is one. */
const maxBytes = 120_000

export default defineTransform({
  id: 'run-merge',
  meta: {
    summary: 'Merge consecutive RUN instructions into one',
    why:
      'Each RUN is a layer, and a layer keeps every byte that a later one deletes. In one RUN a clean-up counts, ' +
      'whoever wrote it: four RUNs that install curl and git and clean up take 269 MB on bookworm, one takes 250 MB.',
    safety: 'safe',
    phase: 'layers',
    leaves: [
      'RUNs with different flags (`--mount`, `--network`), in exec form, with a here-document, or for another shell',
      'a RUN that leaves a process in the background, starts a service, or writes `/etc/hosts` and the like',
      'a `set -e` script that another RUN would follow: errexit does not hold inside a list that goes on',
      'a RUN with a tool’s pragma above it is not merged into the one before: the pragma names that one instruction',
      'RUNs with a commented-out instruction between them',
      'stages that are not shipped: merging there saves nothing and costs build cache',
      'RUNs with anything but RUN, WORKDIR and comments between them',
    ],
    references: [
      'https://docs.docker.com/build/building/best-practices/#run',
      'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#set',
    ],
    hadolint: ['DL3059'],
  },
  visit: { stage: (stage, subject) => visitStage(stage, subject) },
})

/** A RUN of a group, and the WORKDIRs between it and the one before. */
interface Member {
  readonly piece: Piece
  readonly workdirs: readonly Instruction[]
  /** Of the merged command, up to and with this one. */
  readonly bytes: number
}

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { model } = subject
  let group: Member[] = []
  let workdirs: Instruction[] = []
  let isSecond = false
  let blocked: string | undefined
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'WORKDIR' && group.length > 0) {
      workdirs.push(instruction)
      continue
    }
    if (instruction.keyword !== 'RUN') {
      isSecond = false
      if (instruction.keyword !== 'WORKDIR') blocked = undefined
      yield* mergeOf(stage, subject, group)
      group = []
      workdirs = []
      continue
    }
    if (!stage.isShipped) {
      if (!isSecond) isSecond = true
      else {
        yield refuse(
          instruction.span,
          'the stage is not shipped: merging saves no byte of the image and costs build cache',
        )
        return
      }
      continue
    }
    const piece = readPiece(model, stage, instruction)
    const because =
      group.length === 0
        ? blocked && `the RUN above stays alone: ${blocked}`
        : typeof piece === 'string'
          ? piece
          : obstacle(stage, subject, group, piece, workdirs)
    if (because !== undefined) yield refuse(instruction.span, because)
    blocked = typeof piece === 'string' ? piece : undefined
    if (group.length === 0 || because !== undefined || typeof piece === 'string') {
      yield* mergeOf(stage, subject, group)
      group = []
      if (typeof piece !== 'string') group.push({ piece, workdirs: [], bytes: bytesIn(piece.body) })
    } else group.push({ piece, workdirs, bytes: (group.at(-1)?.bytes ?? 0) + bytesIn(piece.body) })
    workdirs = []
  }
  if (stage.isShipped) yield* mergeOf(stage, subject, group)
}

/** Why a RUN cannot follow the others in one shell. */
function obstacle(
  stage: Stage,
  subject: Subject,
  group: readonly Member[],
  next: Piece,
  workdirs: readonly Instruction[],
): string | undefined {
  const { model } = subject
  const { instruction, body } = next
  const { piece: last } = group.at(-1)!
  const flags = (i: Instruction): string =>
    i.flags
      .map((f) => f.text)
      .sort()
      .join(' ')
  if (last.onlyLast !== undefined) return `the RUN above must end its shell: ${last.onlyLast}`
  if (flags(instruction) !== flags(last.instruction)) return 'its flags differ from those of the RUN above'
  if (hasPragma(subject, instruction)) return 'a comment above it names this one instruction'
  if (subject.isIgnored(last.instruction)) return 'a comment above the RUN before it tells so'
  if (group.at(-1)!.bytes + bytesIn(body) > maxBytes)
    return 'the merged command would be longer than the kernel takes'
  if (
    workdirs.length > 0 &&
    instruction.flags.some(({ name, value }) => name === 'mount' && !isAbsoluteMount(value ?? ''))
  )
    return 'a mount of it depends on the WORKDIR between'
  if (
    /\b(rm|mv)\b.*gnupg/i.test(body.script.text) &&
    group.some((m) => leavesAgent.test(m.piece.body.script.text))
  )
    return 'an agent of gpg may still be at work in the folder that it removes'
  if (workdirs.length > 0 && model.scopeAt(stage, instruction).variables.has('CDPATH'))
    return '`CDPATH` decides where `cd` goes'
  const all = [...group.flatMap((m) => m.workdirs), ...workdirs]
  if (next.isOpenEnded && all.length > 0) return 'a continuation ends the file'
  if (hasCommentedInstruction(subject, last.instruction.span.end, instruction.span.start))
    return 'a commented-out instruction stands in between'
  for (const workdir of workdirs) {
    if (isLinked(stage, workdir)) return 'the WORKDIR between may be a link'
    if (hasPragma(subject, workdir)) return 'a comment above the WORKDIR between names this one instruction'
    if (!/^[\w./][\w./+-]*$/.test(workdir.args.text) || workdir.args.text.includes('..'))
      return 'the WORKDIR between is not plain'
    if (workdir.comments.length > 0) return 'a comment stands inside the WORKDIR between'
    if (!isRoot(stage, model.scopeAt(stage, workdir)))
      return 'the WORKDIR between may be made by another user than root'
  }
  return undefined
}

/** gpg starts agents that outlive it. */
const leavesAgent = /\b(gpg2?|dirmngr|apt-key\s+adv)\b/

/** Docker enters the folder behind a link, a shell stays at the link. */
function isLinked(stage: Stage, { args }: Instruction): boolean {
  if (!links.has(stage)) links.set(stage, linksIn(stage))
  return links.get(stage)!.some((text) => text.includes(args.text))
}

const links = new WeakMap<Stage, readonly string[]>()
const linksIn = ({ instructions }: Stage): string[] =>
  instructions.filter((i) => i.keyword === 'RUN' && /\bln\b/.test(i.args.text)).map((i) => i.args.text)

/** Whoever uncomments it must find an instruction's place around it. */
const hasCommentedInstruction = ({ file }: Subject, from: number, to: number): boolean =>
  commentsBetween(file, from, to).some(({ start, end }) =>
    /^#+\s*(RUN|COPY|ADD|ENV|ARG|FROM|USER|WORKDIR|CMD|ENTRYPOINT|EXPOSE|VOLUME|LABEL|ONBUILD)\s+\S/.test(
      file.text.slice(start, end),
    ),
  )

const isAbsoluteMount = (value: string): boolean =>
  /type=(secret|ssh)/.test(value) || /(^|,)(target|dst|destination)=\//.test(value)

/** An upper bound of the bytes in UTF-8. */
const bytesIn = ({ script: { text } }: Body): number =>
  (/^[\0-\x7f]*$/.test(text) ? text.length : text.length * 3) + 20

const foreignPragma =
  /^#\s*(hadolint|dfslim|checkov|trivy|kics|semgrep|nosemgrep|nosec|tally|dockle|renovate|snyk|tflint)\b/i

function hasPragma({ file, model }: Subject, instruction: Instruction): boolean {
  if (model.pragmasOf(instruction).length > 0) return true
  let at = instruction.span.start
  for (let i = firstEndingFrom(file.comments, at) - 1; i >= 0; i--) {
    const { start, end } = file.comments[i]!
    if (file.text.slice(end, at).trim() !== '') return false
    if (foreignPragma.test(file.text.slice(start, end))) return true
    at = start
  }
  return false
}

function* mergeOf(stage: Stage, subject: Subject, group: readonly Member[]): Iterable<Finding> {
  if (group.length < 2 || !stage.isShipped) return
  const { model, file } = subject
  const layout = layoutOf(
    model,
    stage,
    group.map((m) => m.piece.instruction),
  )
  const isOvertaken = overtaken(group)
  const wraps = group.map((member, i) => wrapOf(member, i === group.length - 1, isOvertaken.has(member)))
  const edits: Edit[] = []
  const removesTmp = group.some(({ piece }) => /\/tmp\/?(["'\s]|$)/.test(piece.body.script.text))
  const made = removesTmp ? ['/'] : ['/', '/tmp']
  group.forEach(({ piece, workdirs }, i) => {
    const { start, end } = sourceOf(piece)
    const [open, close] = wraps[i]!
    const opening = open === '(' && file.text[start] === '(' ? '( ' : open
    if (i === 0) {
      if (opening !== '') edits.push(insertAt(start, opening))
    } else {
      const previous = group[i - 1]!.piece
      const from = sourceOf(previous).end
      edits.push(
        replaceAt(
          from,
          start,
          wraps[i - 1]![1] + gapText(subject, layout, from, start, workdirs, made) + opening,
        ),
      )
    }
    if (i === group.length - 1) {
      const final = finalWorkdirs(group.flatMap((m) => m.workdirs))
      const tail = final
        .map((w) => layout.lineEnd + indentOf(file.text, w) + file.text.slice(w.span.start, w.span.end))
        .join('')
      if (close + tail !== '')
        edits.push(replaceAt(end, piece.instruction.span.end, close + rest(file.text, piece) + tail))
    }
  })
  const isolated = wraps.filter(([open]) => open === '(').length
  const grouped = wraps.filter(([open]) => open === '{ ').length
  yield {
    kind: 'change',
    title: `Merge ${group.length} RUN instructions into one`,
    at: { start: group[0]!.piece.instruction.span.start, end: group.at(-1)!.piece.instruction.span.end },
    edits,
    safety: 'safe',
    because:
      'the same commands run in the same order, and the first failure still ends the build' +
      (isolated > 0
        ? '; what would change the shell of the next one, or the program that a name means to it, runs in a subshell'
        : '') +
      (grouped > 0 ? '; lists with `;` or `||` stay together in a group' : ''),
  }
}

/** What a piece leaves behind its last statement, a comment for instance. */
function rest(text: string, piece: Piece): string {
  const { end } = sourceOf(piece)
  const between = text.slice(end, piece.instruction.span.end)
  return /^[\s;]*$/.test(between) ? '' : between
}

const indentOf = (text: string, { span }: Instruction): string =>
  /[ \t]*$/.exec(text.slice(0, span.start))![0]

function sourceOf({ body: { mapped, script } }: Piece): { start: number; end: number } {
  return {
    start: mapped.toSource(script.statements[0]!.span.start),
    end: mapped.endToSource(script.statements.at(-1)!.span.end),
  }
}

/** What stands around a piece: nothing, a group, or a subshell where it must not touch its successors. */
function wrapOf({ piece }: Member, isLast: boolean, isOvertaken: boolean): readonly [string, string] {
  if (!isLast && (piece.leaks || isOvertaken)) return ['(', ')']
  return piece.needsGroup ? ['{ ', '; }'] : ['', '']
}

/**
 * The members whose shell would remember where a program lies, while that program is replaced before a later member
 * runs it again.
 */
function overtaken(group: readonly Member[]): ReadonlySet<Member> {
  const found = new Set<Member>()
  const uses = new Map<string, { first: number; last: number }>()
  group.forEach(({ piece }, i) => {
    for (const name of piece.programs) uses.set(name, { first: uses.get(name)?.first ?? i, last: i })
  })
  for (const [name, { first, last }] of uses) {
    if (first === last) continue
    let isReplaced = false
    for (let i = last; i >= first; i--) {
      const { piece } = group[i]!
      const replaces = piece.replaces()
      isReplaced ||= replaces === 'any' || replaces.has(name)
      if (i < last && isReplaced && piece.programs.has(name)) found.add(group[i]!)
    }
  }
  return found
}

/** What stands between two pieces instead of the end of one RUN and the start of the next. */
function gapText(
  { file }: Subject,
  layout: Layout,
  from: number,
  to: number,
  workdirs: readonly Instruction[],
  made: readonly string[],
): string {
  const comments = commentsBetween(file, from, to)
  let text = ''
  let at = from
  const commentsUpTo = (offset: number): string[] => {
    const found = comments
      .filter((c) => c.start >= at && c.end <= offset)
      .map((c) => file.text.slice(c.start, c.end))
    at = offset
    return found
  }
  for (const { args, span } of workdirs) {
    const path = args.text
    if (path === '.') continue
    text += joiner(layout, commentsUpTo(span.start))
    if (!made.includes(path)) text += `mkdir -p ${path}` + joiner(layout)
    text += `cd ${path}`
  }
  return text + joiner(layout, commentsUpTo(to))
}

/** The WORKDIRs that decide which folder is in force at the end. */
function finalWorkdirs(workdirs: readonly Instruction[]): readonly Instruction[] {
  const absolute = workdirs.findLastIndex(({ args }) => args.text.startsWith('/'))
  return workdirs.slice(Math.max(absolute, 0))
}
