import {
  appendCommand,
  aptCall,
  type Body,
  type Command,
  type Edit,
  type Instruction,
  joiner,
  layoutOf,
  removeAt,
  removeInstruction,
  removeOperands,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import type { Item } from './cleanup.js'

/** Takes the items out of the late RUN and appends them to their targets. */
export function moveOf(
  stage: Stage,
  subject: Subject,
  late: Instruction,
  items: readonly Item[],
  targets: ReadonlyMap<Item, Instruction>,
  emptied: Set<Instruction>,
): Edit[] | string {
  const { model, file } = subject
  const body = model.bodyOf(stage, late) as Body
  const isAll = targets.size === items.length
  if (!isAll && late.comments.length > 0) return 'a comment stands inside it'
  const removal = isAll ? removeInstruction(file, late) : undefined
  const edits = removal ? [removal.edit] : leftOut(stage, subject, late, items, targets)
  let comments = removal
    ? [...removal.comments, ...late.comments.map((c) => file.text.slice(c.start, c.end))]
    : []
  for (const target of new Set(targets.values())) {
    const between = joiner(layoutOf(model, stage, [target]))
    const isEmptied = emptied.has(target) || cleansArchives(stage, subject, target)
    const commands = [...new Set(items.map(({ command }) => command))].flatMap((command) => {
      const own = items.filter((item) => item.command === command)
      if (own[0]!.kind === 'archives' && own[0]!.word === undefined && isEmptied) return []
      return written(
        body.script.text,
        command,
        own,
        own.filter((item) => targets.get(item) === target),
      )
    })
    if (items.some((item) => item.kind === 'archives' && targets.get(item) === target)) emptied.add(target)
    if (commands.length === 0 && comments.length > 0) return 'its comment would have nothing to stand above'
    if (commands.length === 0) continue
    const edit = appendCommand(model, stage, target, commands.join(between), comments)
    if (typeof edit === 'string') return edit
    comments = []
    edits.push(edit)
  }
  return edits
}

/** Edits that leave the moved items out of a RUN that keeps others. */
function leftOut(
  stage: Stage,
  { model }: Subject,
  late: Instruction,
  items: readonly Item[],
  targets: ReadonlyMap<Item, Instruction>,
): Edit[] {
  const { mapped, script } = model.bodyOf(stage, late) as Body
  const [statement] = script.statements
  const isGone = (item: Item): boolean => targets.has(item)
  const own = (command: Command | undefined): readonly Item[] =>
    items.filter((item) => item.command === command)
  const operands = statement!.operands.filter(({ command }) => own(command).every(isGone))
  const edits = removeOperands(model, stage, late, statement!, operands)
  for (const { command } of statement!.operands) {
    if (own(command).every(isGone)) continue
    for (const { word } of own(command).filter(isGone)) {
      const before = command!.words[command!.words.indexOf(word!) - 1]!
      edits.push(removeAt(mapped.endToSource(before.span.end), mapped.endToSource(word!.span.end)))
    }
  }
  return edits
}

/** Whether a RUN already empties apt's archives behind its last install. */
function cleansArchives(stage: Stage, { model }: Subject, instruction: Instruction): boolean {
  const calls = model.commandsIn(stage, instruction).flatMap((command) => aptCall(command) ?? [])
  return (
    calls.findLastIndex(({ verb }) => verb === 'clean') > calls.findLastIndex(({ verb }) => verb !== 'clean')
  )
}

/** A command with some of its items; none when there are none. */
function written(text: string, { span }: Command, all: readonly Item[], some: readonly Item[]): string[] {
  if (some.length === 0) return []
  const whole = text.slice(span.start, span.end)
  const words = (): string => some.map(({ word }) => word!.text).join(' ')
  const command =
    some.length === all.length ? whole : text.slice(span.start, all[0]!.word!.span.start) + words()
  return [command.replace(/[ \t]{2,}/g, ' ')]
}
