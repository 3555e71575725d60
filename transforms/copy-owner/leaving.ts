import {
  type Body,
  commentsBetween,
  type Edit,
  type Instruction,
  type Operand,
  removeAt,
  removeInstruction,
  removeOperands,
  replaceAt,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import type { Call } from './call.js'
import type { Filling } from './filling.js'

/** Edits that leave of a call what COPY does not do: nothing, or the folder itself. Else why that cannot be had. */
export function withoutCall(
  stage: Stage,
  { model, file }: Subject,
  run: Instruction,
  call: Call,
  filling: Filling,
): Edit[] | string {
  const { mapped, script } = model.bodyOf(stage, run) as Body
  const [statement] = script.statements
  if (filling.makesFolder && call.flag === 'chown') {
    const own = statement!.operands.filter(({ command }) => command === call.command)
    // A comment may speak of the call: then something stays for it to stand above.
    const previous = stage.instructions[stage.instructions.indexOf(run) - 1] ?? stage.from
    const above = commentsBetween(file, previous.span.end, run.span.start).length
    const isSpoken = above > 0 && statement!.operands[0]?.command === call.command
    const others = statement!.operands.filter((operand) => !own.includes(operand))
    if (run.comments.length === 0 && above === 0 && others.every(doesNothing))
      return [removeInstruction(file, run).edit]
    if (run.comments.length === 0 && !isSpoken && others.length > 0)
      return removeOperands(model, stage, run, statement!, own)
  }
  const { words } = call.command
  const before = words[words.indexOf(call.recursive) - 1]!
  const from = mapped.endToSource(before.span.end)
  const { start, end } = mapped.toSourceSpan(call.recursive.span)
  if (file.text.slice(from, end).includes('\n')) return 'it stands on several lines'
  const rest = call.recursive.text.startsWith('--') ? '' : call.recursive.text.replace('R', '')
  return [rest.length > 1 ? replaceAt(start, end, rest) : removeAt(from, end)]
}

/** Settings of a shell that ends with the RUN, and commands that are there to end a list. */
const doesNothing = ({ command }: Operand): boolean =>
  command !== undefined &&
  /^(set|:|true)$/.test(command.words[0]?.value ?? '') &&
  command.redirects.length + command.assignments.length === 0 &&
  command.words.every(({ value }) => value !== undefined)
