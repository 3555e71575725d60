import {
  appendCommand,
  type Edit,
  insertAt,
  type Instruction,
  joiner,
  layoutOf,
  type ListsEvent,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { cleaning, findObstacle, privilegeOf } from './update.js'

/** Edits that let a reader make its own lists and remove them; undefined where that is not plain. */
export function ownUpdate(
  stage: Stage,
  subject: Subject,
  instruction: Instruction,
  events: readonly ListsEvent[],
  reader: ListsEvent,
  update: string | undefined,
): Edit[] | undefined {
  const { model } = subject
  const body = model.bodyOf(stage, instruction)
  if (
    body.kind === 'none' ||
    subject.isIgnored(instruction) ||
    !reader.call ||
    reader.call.verb !== 'install'
  )
    return undefined
  if (update === undefined || findObstacle(stage, subject, instruction, events) !== undefined)
    return undefined
  if (update.startsWith('sudo ') !== (privilegeOf(events) !== '')) return undefined
  const [statement] = body.script.statements
  const operand = statement?.operands.find((o) => o.command === reader.command)
  if (!operand || statement!.operators.some((operator) => operator !== '&&')) return undefined
  const edits = [
    insertAt(
      body.mapped.toSource(operand.span.start),
      update + joiner(layoutOf(model, stage, [instruction])),
    ),
  ]
  if (events.some(({ kind }) => kind === 'clean')) return edits
  const clean = appendCommand(model, stage, instruction, privilegeOf(events) + cleaning)
  return typeof clean === 'string' ? undefined : [...edits, clean]
}
