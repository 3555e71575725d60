import type { Instruction } from '../syntax/nodes.js'
import { indentAt, lineEndAt, lineStart } from '../text/lines.js'
import type { Model, Stage } from './model.js'

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

const ownLayouts = new WeakMap<Instruction, Omit<Layout, 'lineEnd'> | undefined>()

function ownLayout(
  model: Model,
  stage: Stage,
  instruction: Instruction,
): Omit<Layout, 'lineEnd'> | undefined {
  if (!ownLayouts.has(instruction)) ownLayouts.set(instruction, findLayout(model, stage, instruction))
  return ownLayouts.get(instruction)
}

function findLayout(
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
  const found: Omit<Layout, 'lineEnd'>[] = []
  for (let i = 1; i < parts.length; i++) {
    const from = body.mapped.endToSource(parts[i - 1]!.span.end)
    const to = body.mapped.toSource(parts[i]!.span.start)
    const gap = text.slice(from, to)
    if (!gap.includes('\n')) continue
    const operator = from + gap.search(/&&|\|\||;/)
    const isLeading = operator >= from && /^[ \t]*$/.test(text.slice(lineStart(text, operator), operator))
    found.push(
      isLeading
        ? { style: 'leading', indent: indentAt(text, operator) }
        : { style: 'trailing', indent: indentAt(text, to) },
    )
  }
  const [first] = found
  const others = found.filter(({ style }) => style !== first?.style)
  // The layout of most lines; of as many as not, that of the first.
  return others.length > found.length / 2 ? others[0] : first
}

/** The text that joins two commands by `&&`, with comment lines between them. */
export function joiner(layout: Layout, comments: readonly string[] = []): string {
  const { style, indent, lineEnd } = layout
  const lines = comments.map((comment) => indent + comment + lineEnd).join('')
  return style === 'leading' ? ` \\${lineEnd}${lines}${indent}&& ` : ` && \\${lineEnd}${lines}${indent}`
}
