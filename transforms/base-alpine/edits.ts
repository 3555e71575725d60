import {
  type Command,
  commentsBetween,
  type Edit,
  indentAt,
  insertAt,
  lineEndAt,
  lineStart,
  type Model,
  nextLine,
  removeAt,
  removeLinesOf,
  removeOperands,
  removeStatements,
  removeWords,
  replaceAt,
  type Word,
} from '../../src/kit.js'
import type { Fate, RunPlan } from './run.js'

type Add = Extract<Fate, { kind: 'add' }>

/** The edits of a planned RUN, with packages that one of its installs takes along; or why they cannot be made. */
export function editsOf(
  model: Model,
  { place, body, fates }: RunPlan,
  extra: ReadonlyMap<Command, readonly string[]>,
): Edit[] | string {
  const { stage, instruction } = place
  const { statements } = body.script
  const goes = (command: Command | undefined): boolean =>
    command !== undefined && fates.get(command)?.kind === 'goes'
  const gone = statements.filter(({ operands }) => operands.every(({ command }) => goes(command)))
  if (gone.length === statements.length) {
    if (instruction.comments.length > 0) return 'a comment stands in a RUN that would go'
    if (model.pragmasOf(instruction).length > 0) return 'a comment for tools stands above a RUN that would go'
    return [removeLinesOf(model.file, instruction)]
  }
  const edits: Edit[] = []
  if (gone.length > 0) {
    const removed = removeStatements(model, stage, instruction, statements, gone)
    if (removed.length === 0) return 'a clean-up cannot be taken out of its list'
    edits.push(...removed)
  }
  for (const statement of statements) {
    if (gone.includes(statement)) continue
    const operands = statement.operands.filter(({ command }) => goes(command))
    if (operands.length > 0) edits.push(...removeOperands(model, stage, instruction, statement, operands))
  }
  for (const [command, fate] of fates) {
    const own = fate.kind === 'goes' ? [] : rewritten(model, body, command, fate, extra.get(command) ?? [])
    if (typeof own === 'string') return own
    edits.push(...own)
  }
  return edits
}

function rewritten(
  model: Model,
  { mapped }: RunPlan['body'],
  command: Command,
  fate: Exclude<Fate, { kind: 'goes' }>,
  extra: readonly string[],
): Edit[] | string {
  const start = command.assignments[0]?.span.start ?? command.words[0]!.span.start
  const span = ({ span: { start: from, end } }: Word) => ({
    start: mapped.toSource(from),
    end: mapped.endToSource(end),
  })
  if (fate.kind === 'less') {
    const gone = command.words.filter((word) => fate.gone.includes(word.span.start))
    return removeWords(model.file, gone.map(span)) ?? 'a comment stands among words that would go'
  }
  const end = fate.kind === 'add' ? fate.call.verbWord!.span.end : command.words.at(-1)!.span.end
  if (!mapped.isInOnePiece({ start, end })) return 'a command that would change stands on several lines'
  const [from, to] = [mapped.toSource(start), mapped.endToSource(end)]
  if (fate.kind === 'text') return [replaceAt(from, to, fate.text)]
  const verb = `apk add --no-cache${fate.isVirtual ? ' --virtual .build-deps' : ''}`
  const list = namesInPlace(model, fate, span, extra)
  return typeof list === 'string' ? list : [replaceAt(from, to, verb), ...list]
}

/** Edits of the words behind the verb: options go, packages change their names, `extra` follows the last. */
function namesInPlace(
  { file }: Model,
  { call, names }: Add,
  span: (word: Word) => { start: number; end: number },
  extra: readonly string[],
): Edit[] | string {
  const verbAt = call.verbWord!.span.start
  const behind = [...call.flags, ...call.packages].filter((word) => word.span.start > verbAt)
  const isGone = (word: Word): boolean => (names.get(word.span.start)?.length ?? 0) === 0
  const gone = behind.filter(isGone).sort((a, b) => a.span.start - b.span.start)
  const kept = call.packages.filter((word) => !isGone(word))
  const spoken = call.packages.find((word) => isGone(word) && isBelowComment(file.text, span(word).start))
  if (spoken !== undefined) return `a comment speaks of \`${spoken.text}\`, which Alpine has no use for`
  // What goes at the end goes up to the end of the command: another edit may start there.
  const lastEnd = kept.at(-1)!.span.end
  const tail = gone.filter((word) => word.span.start > lastEnd).at(-1)
  const removed = removeWords(file, gone.filter((word) => word.span.start < lastEnd).map(span))
  const [tailStart, tailEnd] = [span(kept.at(-1)!).end, tail && span(tail).end]
  if (removed === undefined || commentsBetween(file, tailStart, tailEnd ?? tailStart).length > 0)
    return 'a comment stands among words that would go'
  if (tailEnd !== undefined) removed.push(removeAt(tailStart, tailEnd))
  const renamed = kept.flatMap((word): Edit[] => {
    const own = names.get(word.span.start)!
    const all = word === kept.at(-1) ? [...own, ...extra] : own
    if (all.length === 1 && all[0] === word.text) return []
    const { start, end } = span(word)
    const before = file.text.slice(lineStart(file.text, start), start)
    const lineEnd = lineEndAt(file.text, start)
    const isOwnLine =
      /^[ \t]+$/.test(before) && /^[ \t]*(\\|$)/m.test(file.text.slice(end, nextLine(file.text, end)))
    const between = isOwnLine ? ` \\${lineEnd}${indentAt(file.text, start)}` : ' '
    return own.length === 1 && own[0] === word.text
      ? [insertAt(end, extra.map((name) => between + name).join(''))]
      : [replaceAt(start, end, all.join(between))]
  })
  return [...removed, ...renamed]
}

/** Whether a word starts its line, and the line above is a comment. */
function isBelowComment(text: string, at: number): boolean {
  const start = lineStart(text, at)
  if (start === 0 || text.slice(start, at).trim() !== '') return false
  return text
    .slice(lineStart(text, start - 1), start)
    .trimStart()
    .startsWith('#')
}
