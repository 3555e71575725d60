import {
  indentAt,
  commentsBetween,
  type Edit,
  type Finding,
  insertAt,
  type Instruction,
  joiner,
  type Layout,
  layoutOf,
  mergedBytes,
  replaceAt,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import type { Piece } from './piece.js'
import type { Member } from './group.js'

/** The change that makes one RUN of a group; none for a group of one. */
export function* mergeOf(stage: Stage, subject: Subject, group: readonly Member[]): Iterable<Finding> {
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
    saves: mergedBytes(
      model,
      stage,
      group.map((m) => m.piece.instruction),
    ),
  }
}

/**
 * The members whose shell would remember where a program lies, while that program is replaced before a later member
 * runs it again.
 */
function overtaken(group: readonly Member[]): ReadonlySet<Member> {
  const found = new Set<Member>()
  const uses = new Map<string, { first: number; last: number }>()
  group.forEach(({ piece }, i) => {
    for (const name of piece.programs) {
      const first = uses.get(name)?.first ?? (piece.remembered.has(name) ? i : undefined)
      if (first !== undefined) uses.set(name, { first, last: i })
    }
  })
  for (const [name, { first, last }] of uses) {
    if (first === last) continue
    let isReplaced = false
    for (let i = last; i >= first; i--) {
      const { piece } = group[i]!
      const replaces = piece.replaces()
      isReplaced ||= replaces === 'any' || replaces.has(name)
      if (i < last && isReplaced && piece.remembered.has(name)) found.add(group[i]!)
    }
  }
  return found
}

/** What stands around a piece: nothing, a group, or a subshell where it must not touch its successors. */
function wrapOf({ piece }: Member, isLast: boolean, isOvertaken: boolean): readonly [string, string] {
  if (!isLast && (piece.leaks || isOvertaken)) return ['(', ')']
  return piece.needsGroup ? ['{ ', '; }'] : ['', '']
}

function sourceOf({ body: { mapped, script } }: Piece): { start: number; end: number } {
  return {
    start: mapped.toSource(script.statements[0]!.span.start),
    end: mapped.endToSource(script.statements.at(-1)!.span.end),
  }
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

const indentOf = (text: string, { span }: Instruction): string => indentAt(text, span.start)

/** What a piece leaves behind its last statement, a comment for instance. */
function rest(text: string, piece: Piece): string {
  const { end } = sourceOf(piece)
  const between = text.slice(end, piece.instruction.span.end)
  return /^[\s;]*$/.test(between) ? '' : between
}
