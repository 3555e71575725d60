import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import type { Command, Word } from '../syntax/shell.js'
import { type Edit, insertAt } from '../text/edit.js'
import { indentAt, lineEndAt, lineStart } from '../text/lines.js'
import type { Body, Model, Stage } from './model.js'
import { endsUnderErrexit, isIsolated, isPlainList, maySetErrexit } from './errexit.js'
import { joiner, layoutOf } from './layout.js'

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
  const isOwnLine = /^[ \t]+$/.test(before)
  const lineEnd = lineEndAt(file.text, at)
  return [
    insertAt(at, names.map((name) => (isOwnLine ? ` \\${lineEnd}${before}${name}` : ` ${name}`)).join('')),
  ]
}

/**
 * An edit that runs one more command right behind another of a RUN, when that went well, with the RUN's status otherwise
 * as it was; or the reason why that cannot be had.
 */
export function insertCommand(
  model: Model,
  stage: Stage,
  instruction: Instruction,
  { span, path }: Command,
  command: string,
): Edit | string {
  const body = model.bodyOf(stage, instruction)
  if (body.kind === 'none') return body.because
  const { script, mapped } = body
  if (!path.every((enclosure) => /^(group|subshell|pipe)$/.test(enclosure)))
    return 'the install happens under a condition, or in a loop'
  if (script.hasBackground) return 'it leaves a process in the background'
  const statement = script.statements.find((s) => s.span.start <= span.start && span.end <= s.span.end)
  const at = statement?.operands.findIndex((o) => o.span.start <= span.start && span.end <= o.span.end) ?? -1
  if (!statement || at < 0) return 'the install cannot be found in it'
  if (statement.operators.includes('||')) return 'what follows depends on whether the install went well'
  const operand = statement.operands[at]!
  const next = statement.operands[at + 1]
  const end = mapped.endToSource(operand.span.end)
  const layout = layoutOf(model, stage, [instruction])
  const { shell } = model.scopeAt(stage, instruction)
  if (next !== undefined) return insertBetween(model, end, mapped.toSource(next.span.start), command)
  // A comment that ends the line is about the command on it.
  if (script.comment !== undefined && statement === script.statements.at(-1))
    return maySetErrexit(body, shell) ? 'a comment ends it' : insertAt(end, ` && ${command}`)
  if (statement === script.statements.at(-1)) return appendCommand(model, stage, instruction, command)
  if (!maySetErrexit(body, shell)) return insertAt(end, joiner(layout) + command)
  if (!endsUnderErrexit(body, shell) || statement.operands.length > 1)
    return 'it cannot be told where `set -e` is in force'
  return insertAt(end, `; \\${layout.lineEnd}${layout.indent}${command}`)
}

/** Puts a command between two that `&&` joins, in front of what stands for the second: blanks that align stay. */
function insertBetween({ file }: Model, end: number, next: number, command: string): Edit {
  const { text } = file
  const gap = text.slice(end, next)
  const lineEnd = lineEndAt(text, end)
  if (!gap.includes('\n')) return insertAt(end, ` && ${command}`)
  const operator = end + gap.indexOf('&&')
  const indent = indentAt(text, next)
  const isLeading = /^[ \t]*$/.test(text.slice(lineStart(text, operator), operator))
  if (isLeading) {
    const blanks = /^[ \t]*/.exec(text.slice(operator + 2))![0] || ' '
    const mark = indentAt(text, operator)
    return gap.includes('#')
      ? insertAt(end, ` \\${lineEnd}${mark}&&${blanks}${command}`)
      : insertAt(operator, `&&${blanks}${command} \\${lineEnd}${mark}`)
  }
  return gap.includes('#')
    ? insertAt(end, ` && \\${lineEnd}${indent}${command}`)
    : insertAt(next, `${command} && \\${lineEnd}${indent}`)
}
