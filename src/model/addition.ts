import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import type { Word } from '../syntax/shell.js'
import { type Edit, insertAt } from '../text/edit.js'
import { lineEndAt, lineStart } from '../text/lines.js'
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
