import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import { firstEndingFrom } from '../syntax/places.js'
import type { Operand, Statement } from '../syntax/shell.js'
import { type Edit, removeAt, replaceAt, type Span } from '../text/edit.js'
import { indentAt, lineStart, nextLine } from '../text/lines.js'
import type { Body, Model, Stage } from './model.js'
import { joiner, layoutOf } from './layout.js'

/** Edits that take operands out of a `&&` list; the comments around them stay. At least one operand must remain. */
export function removeOperands(
  model: Model,
  stage: Stage,
  instruction: Instruction,
  { operands }: Pick<Statement, 'operands'>,
  gone: readonly Operand[],
): Edit[] {
  const { mapped } = model.bodyOf(stage, instruction) as Body
  const layout = layoutOf(model, stage, [instruction])
  const edits: Edit[] = []
  for (let i = 0; i < operands.length; i++) {
    if (!gone.includes(operands[i]!)) continue
    let last = i
    while (last + 1 < operands.length && gone.includes(operands[last + 1]!)) last++
    const [before, after] = [operands[i - 1], operands[last + 1]]
    const from = before ? mapped.endToSource(before.span.end) : mapped.toSource(operands[i]!.span.start)
    const end = mapped.endToSource(operands[last]!.span.end)
    const to = after ? mapped.toSource(after.span.start) : end
    const comments = commentsWithin(model.file, instruction, from, to)
    const start = mapped.toSource(operands[i]!.span.start)
    i = last
    // An escaped blank at the end of a line would continue it.
    if (before && !after && /\\[ \t]*$/.test(model.file.text.slice(lineStart(model.file.text, from), from)))
      continue
    const lines = (indent: string): string => comments.map((c) => layout.lineEnd + indent + c).join('')
    if (comments.length === 0) {
      const [above, behind] = [model.file.text.slice(from, start), model.file.text.slice(end, to)]
      const isFollowed = /\n/.test(above) && !/\n/.test(behind) && markIn(above) === markIn(behind)
      // What follows on the same line takes the place of what goes.
      if (before) edits.push(after && isFollowed ? removeAt(start, to) : removeAt(from, end))
      else edits.push(removeAt(from, to))
    } else if (before && after) edits.push(replaceAt(from, to, joiner(layout, comments)))
    else if (before) edits.push(replaceAt(from, endOfMark(model.file.text, to), lines('')))
    else if (/^[ \t]*$/.test(model.file.text.slice(lineStart(model.file.text, from), from)))
      edits.push(
        replaceAt(
          from,
          to,
          comments.map((c) => c + layout.lineEnd + indentAt(model.file.text, from)).join(''),
        ),
      )
    else edits.push(replaceAt(from, to, `\\${lines(layout.indent)}${layout.lineEnd}${layout.indent}`))
  }
  return edits
}

/** The operator between two commands, without what breaks lines. */
const markIn = (gap: string): string => gap.replace(/[\s\\`^]/g, '')

/**
 * Edits that take statements out of a `;` list; none where a comment stands next to one, or a `&` ends it or the one
 * before. One must remain.
 */
export function removeStatements(
  model: Model,
  stage: Stage,
  instruction: Instruction,
  statements: readonly Statement[],
  gone: readonly Statement[],
): Edit[] {
  const operands = statements.map(({ span }): Operand => ({ span, kind: 'command', command: undefined }))
  const { mapped } = model.bodyOf(stage, instruction) as Body
  const positions = new Map(statements.map((statement, i) => [statement, i]))
  const isBound = gone.some((statement) => {
    const i = positions.get(statement)!
    const [before, after] = [statements[i - 1], statements[i + 1]]
    if (before?.background || statement.background) return true
    const from = mapped.toSource((before ?? statement).span.end - 1)
    return (
      commentsWithin(model.file, instruction, from, mapped.toSource((after ?? statement).span.start)).length >
      0
    )
  })
  if (isBound) return []
  const removed = gone.map((statement) => operands[positions.get(statement)!]!)
  return removeOperands(model, stage, instruction, { operands }, removed)
}

/** Behind a continuation mark that follows an offset: at the end of a comment it would be no mark any more. */
const endOfMark = (text: string, offset: number): number =>
  offset + (/^[ \t]*\\[ \t]*(?=\r?\n|$)/.exec(text.slice(offset, nextLine(text, offset)))?.[0].length ?? 0)

/** The comment lines of a continued instruction between two offsets, as they stand, without indentation. */
function commentsWithin(file: Dockerfile, instruction: Instruction, from: number, to: number): string[] {
  return instruction.comments
    .filter((c) => c.start >= from && c.end <= to)
    .map((c) => file.text.slice(c.start, c.end))
}

/** Takes a whole instruction out of the file. The comments right above it are told: they need a new place. */
export function removeInstruction(
  file: Dockerfile,
  instruction: Instruction,
): { edit: Edit; comments: readonly string[] } {
  const { comments, ...span } = linesOf(file, instruction)
  const { start, end } = upToEnd(file.text, span)
  return { edit: removeAt(start, end), comments }
}

/** Takes whole instructions out of the file, in the order in which they stand there. */
export function removeInstructions(file: Dockerfile, instructions: readonly Instruction[]): Edit[] {
  const spans: Span[] = []
  for (const instruction of instructions.toReversed()) {
    const { start, end } = linesOf(file, instruction)
    const next = spans.at(-1)
    const isJoined = next !== undefined && next.start <= end
    if (isJoined) spans.pop()
    spans.push(upToEnd(file.text, { start, end: isJoined ? next.end : end }))
  }
  return spans.map(({ start, end }) => removeAt(start, end))
}

/** The lines of an instruction, and of the comments right above it. */
export function linesOf(
  file: Dockerfile,
  instruction: Instruction,
): Span & { readonly comments: readonly string[] } {
  const { text } = file
  const comments: string[] = []
  let start = lineStart(text, instruction.span.start)
  for (let i = firstEndingFrom(file.comments, start) - 1; i >= 0; i--) {
    const comment = file.comments[i]!
    if (comment.start < file.directivesEnd || nextLine(text, comment.end) !== start) break
    comments.unshift(text.slice(comment.start, comment.end))
    start = lineStart(text, comment.start)
  }
  let end = nextLine(text, instruction.span.end)
  // Of the blank lines above and below only those above stay.
  if (isBlankAbove(text, start))
    while (end < text.length && isBlank(text, end, nextLine(text, end))) end = nextLine(text, end)
  return { start, end, comments }
}

/** Takes the lines of an instruction out of the file; the comments above it stay where they are. */
export function removeLinesOf(file: Dockerfile, { span }: Instruction): Edit {
  const { text } = file
  const start = lineStart(text, span.start)
  let end = nextLine(text, span.end)
  if (isBlankAbove(text, start))
    while (end < text.length && isBlank(text, end, nextLine(text, end))) end = nextLine(text, end)
  const whole = upToEnd(text, { start, end })
  return removeAt(whole.start, whole.end)
}

/** What goes at the end of the file leaves no blank lines there, and no line end where there was none. */
function upToEnd(text: string, { start, end }: Span): Span {
  if (end < text.length) return { start, end }
  while (isBlankAbove(text, start)) start = lineAbove(text, start)
  if (!text.endsWith('\n')) while (start > 0 && /[\r\n]/.test(text[start - 1]!)) start--
  return { start, end }
}

const isBlank = (text: string, from: number, to: number): boolean => text.slice(from, to).trim() === ''
const lineAbove = (text: string, offset: number): number => (offset === 0 ? 0 : lineStart(text, offset - 1))
const isBlankAbove = (text: string, offset: number): boolean =>
  offset > 0 && isBlank(text, lineAbove(text, offset), offset)

/** Takes a word out of its line; with the whole line, and the continuation before it, where it stands there alone. */
export function removeWord(text: string, start: number, end: number): Edit {
  const from = start - /[ \t]*$/.exec(text.slice(lineStart(text, start), start))![0].length
  if (from > 0 && text[from - 1] !== '\n') return removeAt(from, end)
  if (/^[ \t]*\\[ \t]*\r?\n/.test(text.slice(end, end + 200))) return removeAt(from, nextLine(text, end))
  const line = from === 0 ? 0 : lineStart(text, from - 1)
  const continuation = /[ \t]*\\[ \t]*\r?\n$/.exec(text.slice(line, from))
  return removeAt(continuation ? line + continuation.index : from, end)
}
