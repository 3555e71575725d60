import { type Edit, insertAt } from '../text/edit.js'
import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import { labelledBase } from './said-base.js'
import type { Stage } from './stages.js'

/** The edit that gives the image of a FROM another tag; or why the tag cannot be changed there. */
export function retag(stage: Stage, file: Dockerfile, tag: string, twin: string): Edit | string {
  const label = labelledBase(stage)
  if (label !== undefined) return saidBy(label, stage)
  const at = file.text.indexOf(stage.reference, stage.from.args.toSource(0))
  if (at < 0 || at > stage.from.span.end) return 'the reference does not stand in one piece'
  const end = at + stage.reference.length
  if (stage.variables.length === 0) {
    const hasTag = stage.image!.tag !== undefined
    return hasTag ? { span: { start: end - tag.length, end }, text: twin } : insertAt(end, `:${twin}`)
  }
  // With a build argument only what is written behind it can be changed.
  if (!twin.startsWith(tag) || !stage.reference.includes(':')) return 'the tag depends on a build argument'
  return insertAt(end, twin.slice(tag.length))
}

/** The edit that gives a stage another base; or why it cannot be had. */
export function rebase(stage: Stage, file: Dockerfile, image: string): Edit | string {
  const { from, reference, variables } = stage
  const label = labelledBase(stage)
  if (label !== undefined) return saidBy(label, stage)
  const at = file.text.indexOf(reference, from.args.toSource(0))
  if (at < 0 || at > from.span.end) return 'the reference does not stand in one piece'
  if (variables.length > 0) return 'a build argument decides the base'
  return { span: { start: at, end: at + reference.length }, text: image }
}

/** Why a base stays that a label names. */
export const saidBy = ({ startLine }: Instruction, { reference }: Stage): string =>
  `the label of line ${startLine} says that it is built on \`${reference}\``
