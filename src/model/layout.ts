import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import type { Operand, Statement, Word } from '../syntax/shell.js'
import { type Edit, insertAt, removeAt, replaceAt } from '../text/edit.js'
import { indentAt, lineEndAt, lineStart, nextLine } from '../text/lines.js'
import type { Body, Model, Shell, Stage } from './model.js'

/** How an author breaks a chain of commands over lines. */
export interface Layout {
  /** Where `&&` stands: at the start of the next line, or at the end of this one. */
  readonly style: 'leading' | 'trailing'
  readonly indent: string
  readonly lineEnd: '\n' | '\r\n'
}

/** The layout of the first of the given RUNs that has one, else of the file, else one command a line. */
export function layoutOf(model: Model, stage: Stage, instructions: readonly Instruction[]): Layout {
  const { file } = model
  const lineEnd = lineEndAt(file.text, instructions[0]!.span.start)
  const outer = indentAt(file.text, instructions[0]!.span.start)
  for (const instruction of instructions) {
    const found = ownLayout(model, stage, instruction)
    if (found) return { ...found, lineEnd }
  }
  const continued = instructions
    .map((i) => continuationIndent(model, i))
    .find((indent) => indent !== undefined)
  return { style: 'leading', indent: continued ?? outer + '    ', ...fileLayout(model), lineEnd }
}

/** How the second line of a continued instruction is indented, where that is a modest step. */
function continuationIndent({ file }: Model, { line }: Instruction): string | undefined {
  const second = line.segments[1]
  if (!second) return undefined
  const indent = /^[ \t]*/.exec(file.text.slice(second.source, second.source + 40))![0]
  return indent.length > 0 && indent.length <= 4 ? indent : undefined
}

const fileLayouts = new WeakMap<Model, Omit<Layout, 'lineEnd'> | undefined>()

function fileLayout(model: Model): Omit<Layout, 'lineEnd'> | undefined {
  if (!fileLayouts.has(model)) {
    const runs = model.stages.flatMap((stage) =>
      stage.instructions
        .filter((i) => i.keyword === 'RUN' && i.endLine > i.startLine)
        .map((i) => [stage, i] as const),
    )
    let found: Omit<Layout, 'lineEnd'> | undefined
    for (const [stage, instruction] of runs.slice(0, 50))
      if ((found = ownLayout(model, stage, instruction))) break
    fileLayouts.set(model, found)
  }
  return fileLayouts.get(model)
}

function ownLayout(
  model: Model,
  stage: Stage,
  instruction: Instruction,
): Omit<Layout, 'lineEnd'> | undefined {
  if (instruction.endLine === instruction.startLine) return undefined
  const body = model.bodyOf(stage, instruction)
  if (body.kind === 'none') return undefined
  const { text } = model.file
  const { statements } = body.script
  const parts = statements.flatMap(({ operands }) => operands)
  for (let i = 1; i < parts.length; i++) {
    const from = body.mapped.endToSource(parts[i - 1]!.span.end)
    const to = body.mapped.toSource(parts[i]!.span.start)
    const gap = text.slice(from, to)
    if (!gap.includes('\n')) continue
    const operator = from + gap.search(/&&|\|\||;/)
    if (operator >= from && /^[ \t]*$/.test(text.slice(lineStart(text, operator), operator)))
      return { style: 'leading', indent: indentAt(text, operator) }
    return { style: 'trailing', indent: indentAt(text, to) }
  }
  return undefined
}

/** The text that joins two commands by `&&`, with comment lines between them. */
export function joiner(layout: Layout, comments: readonly string[] = []): string {
  const { style, indent, lineEnd } = layout
  const lines = comments.map((comment) => indent + comment + lineEnd).join('')
  return style === 'leading' ? ` \\${lineEnd}${lines}${indent}&& ` : ` && \\${lineEnd}${lines}${indent}`
}

/**
 * Edits that run one more command at the end of a RUN when all before it went well, with the RUN's status otherwise
 * as it was; or the reason why that cannot be had.
 */
export function appendCommand(
  model: Model,
  stage: Stage,
  instruction: Instruction,
  command: string,
  comments: readonly string[] = [],
): Edit | string {
  const body = model.bodyOf(stage, instruction)
  if (body.kind === 'none') return body.because
  const { script, mapped } = body
  const last = script.statements.at(-1)
  if (!last) return 'it has no command'
  if (script.hasBackground) return 'it leaves a process in the background'
  if (
    script.commands.some((c) => /^(exit|exec|return)$/.test(c.words[0]?.value ?? '') && !isIsolated(c.path))
  )
    return 'it may end before its last command'
  const { shell } = model.scopeAt(stage, instruction)
  const layout = layoutOf(model, stage, [instruction])
  const at = mapped.endToSource(last.span.end)
  const isSequence =
    endsUnderErrexit(body, shell) && script.statements.length > 1 && last.operands.length === 1
  if (!isSequence && (!maySetErrexit(body, shell) || isPlainList(last)))
    return insertAt(at, joiner(layout, comments) + command)
  if (!endsUnderErrexit(body, shell)) return 'it cannot be told where `set -e` is in force'
  if (last.operands.length > 1) return '`set -e` decides what its last command does'
  const { lineEnd, indent } = layout
  return insertAt(
    at,
    `; \\${lineEnd}${comments.map((c) => indent + c + lineEnd).join('')}${indent}${command}`,
  )
}

/** Whether what such a command does to its shell stays inside. */
export const isIsolated = (path: readonly string[]): boolean =>
  path.some((enclosure) => enclosure === 'subshell' || enclosure === 'pipe' || enclosure === 'substitution')

/** Whether `set -e` may be in force anywhere in a script, as far as its text tells. */
export function maySetErrexit({ script }: Body, shell: Shell): boolean {
  return shell.errexit || script.commands.some(({ words }) => touchesErrexit(words) !== undefined)
}

/** Whether `set -e` is in force where a script ends, beyond doubt. */
function endsUnderErrexit({ script }: Body, shell: Shell): boolean {
  const told = script.commands.filter(({ words }) => touchesErrexit(words) !== undefined)
  const isPlain = told.every(({ words, path }) => path.length === 0 && touchesErrexit(words) === 'on')
  return isPlain && (shell.errexit || told.length > 0)
}

/** `on` for `set -e`; `perhaps` for what cannot be read, and for an ERR trap, which holds where errexit does. */
function touchesErrexit(words: readonly Word[]): 'on' | 'perhaps' | undefined {
  const names = words.map(({ value }) => value)
  while (names[0] === 'command' || names[0] === 'builtin') names.shift()
  const [name, ...args] = names
  if (name === 'eval' || name === 'source' || name === '.' || name === 'shopt') return 'perhaps'
  if (name === 'trap') return args.some((arg) => arg === undefined || arg === 'ERR') ? 'perhaps' : undefined
  if (name !== 'set') return undefined
  if (args.some((arg) => arg === undefined || /^\+\w*[eo]/.test(arg))) return 'perhaps'
  return args.some((arg) => /^-[A-Za-z]*e|^errexit$/.test(arg!)) ? 'on' : undefined
}

/** Whether a statement holds nothing inside which `set -e` could decide. */
export const isPlainList = ({ operands }: Statement): boolean =>
  operands.every(({ kind }) => kind === 'command' || kind === 'pipeline')

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
    const lines = (indent: string): string => comments.map((c) => layout.lineEnd + indent + c).join('')
    if (comments.length === 0) edits.push(before ? removeAt(from, end) : removeAt(from, to))
    else if (before && after) edits.push(replaceAt(from, to, joiner(layout, comments)))
    else if (before) edits.push(replaceAt(from, to, lines('')))
    else if (/(^|\n)[ \t]*$/.test(model.file.text.slice(0, from)))
      edits.push(
        replaceAt(
          from,
          to,
          comments.map((c) => c + layout.lineEnd + indentAt(model.file.text, from)).join(''),
        ),
      )
    else edits.push(replaceAt(from, to, `\\${lines(layout.indent)}${layout.lineEnd}${layout.indent}`))
    i = last
  }
  return edits
}

/** Edits that take statements out of a `;` list; none where a comment stands next to one. One must remain. */
export function removeStatements(
  model: Model,
  stage: Stage,
  instruction: Instruction,
  statements: readonly Statement[],
  gone: readonly Statement[],
): Edit[] {
  const operands = statements.map(({ span }): Operand => ({ span, kind: 'command', command: undefined }))
  const { mapped } = model.bodyOf(stage, instruction) as Body
  const isCommented = gone.some((statement) => {
    const i = statements.indexOf(statement)
    const [before, after] = [statements[i - 1], statements[i + 1]]
    const from = mapped.toSource((before ?? statement).span.end - 1)
    return (
      commentsWithin(model.file, instruction, from, mapped.toSource((after ?? statement).span.start)).length >
      0
    )
  })
  if (isCommented) return []
  const removed = gone.map((statement) => operands[statements.indexOf(statement)]!)
  return removeOperands(model, stage, instruction, { operands }, removed)
}

/** The comment lines of a continued instruction between two offsets, as they stand, without indentation. */
export function commentsWithin(
  file: Dockerfile,
  instruction: Instruction,
  from: number,
  to: number,
): string[] {
  return instruction.comments
    .filter((c) => c.start >= from && c.end <= to)
    .map((c) => file.text.slice(c.start, c.end))
}

/** Takes a whole instruction out of the file. The comments right above it are told: they need a new place. */
export function removeInstruction(
  file: Dockerfile,
  instruction: Instruction,
): { edit: Edit; comments: readonly string[] } {
  const { text } = file
  const comments: string[] = []
  let start = lineStart(text, instruction.span.start)
  for (let i = file.comments.length - 1; i >= 0; i--) {
    const comment = file.comments[i]!
    if (comment.start > start) continue
    if (comment.start < file.directivesEnd || nextLine(text, comment.end) !== start) break
    comments.unshift(text.slice(comment.start, comment.end))
    start = lineStart(text, comment.start)
  }
  let end = nextLine(text, instruction.span.end)
  // Of the blank lines above and below only those above stay.
  if (/(^|\n)[ \t]*\r?\n$/.test(text.slice(0, start)))
    while (/^[ \t]*\r?\n/.test(text.slice(end, end + 200))) end = nextLine(text, end)
  if (end === text.length && !text.endsWith('\n')) start = text.slice(0, start).replace(/\r?\n$/, '').length
  return { edit: removeAt(start, end), comments }
}

/** Edits that add packages behind the last one of an install, one a line where the author has it so. */
export function packageWords(
  { file, model }: { readonly file: Dockerfile; readonly model: Model },
  stage: Stage,
  instruction: Instruction,
  { packages }: { readonly packages: readonly Word[] },
  names: readonly string[],
): Edit[] | string {
  const { mapped } = model.bodyOf(stage, instruction) as Body
  const last = packages.at(-1)
  if (!last) return 'the install names no package'
  const at = mapped.endToSource(last.span.end)
  const start = mapped.toSource(last.span.start)
  const before = file.text.slice(lineStart(file.text, start), start)
  const isOwnLine = packages.length > 1 && /^[ \t]+$/.test(before)
  const lineEnd = lineEndAt(file.text, at)
  return [
    insertAt(at, names.map((name) => (isOwnLine ? ` \\${lineEnd}${before}${name}` : ` ${name}`)).join('')),
  ]
}
