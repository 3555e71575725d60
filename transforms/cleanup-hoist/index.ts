import {
  defineTransform,
  type Finding,
  type Instruction,
  joinPath,
  listsEvents,
  mountsOver,
  refuse,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { type Item, itemsOf } from './cleanup.js'
import { moveOf } from './move.js'
import { roleOf } from './roles.js'
import { savingOf } from './saving.js'

export default defineTransform({
  id: 'cleanup-hoist',
  meta: {
    summary: 'Move a late clean-up into the RUN that made the files',
    why:
      'What a later RUN removes stays in the layer that made it: a clean-up in a RUN of its own saves nothing. A C ' +
      'program whose compiler is purged in a later RUN takes 418 MB, purged in the same RUN 125 MB.',
    safety: 'safe',
    phase: 'layers',
    alters: [],
    leaves: [
      'files that anything in between uses, or might use: a script, a COPY into them, a WORKDIR',
      'files that one RUN made and a later one used: only removing them at once would save anything',
      'a RUN that does more than clean up, or whose status would change',
      'another user, another shell, a mount over the files',
      'stages that are not shipped',
    ],
    references: [
      'https://docs.docker.com/build/building/best-practices/#run',
      'https://github.com/hadolint/hadolint/wiki/DL3009',
    ],
  },
  visit: { stage: visitStage },
})

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { model } = subject
  const emptied = new Set<Instruction>()
  for (const [k, late] of stage.instructions.entries()) {
    const items = itemsOf(model, stage, late)
    if (!items || k === 0) continue
    if (!stage.isShipped) {
      yield refuse(late.span, 'the stage is not shipped: its layers cost nothing')
      continue
    }
    const targets = new Map<Item, Instruction>()
    let because: string | undefined
    for (const item of items) {
      const found = targetOf(stage, subject, k, item)
      const target =
        typeof found === 'string' ? found : (readerOf(stage, subject, late, item, found, targets) ?? found)
      if (typeof target === 'string') because ??= target
      else targets.set(item, target)
    }
    // `apt-get clean` alone is worth no edit, for official images do it by themselves; it goes along with what is.
    const worth = [...targets.keys()].some(({ kind }) => kind !== 'archives')
    if (!worth && because === undefined) because = 'official images empty the archives by themselves'
    const edits = worth ? moveOf(stage, subject, late, items, targets, emptied) : undefined
    if (because !== undefined || typeof edits === 'string')
      yield refuse(late.span, because ?? (edits as string))
    if (edits === undefined || typeof edits === 'string') continue
    const lines = [...new Set(targets.values())].map(({ startLine }) => startLine)
    yield {
      kind: 'change',
      title: 'Clean up in the RUN that made the files',
      at: late.span,
      edits,
      safety: 'safe',
      because: `nothing between line ${lines.join(', ')} and line ${late.startLine} uses what is removed`,
      saves: savingOf(stage, subject, targets),
    }
  }
}

/** What in front of the removal of the lists needs them, and does not move to the same RUN. */
function readerOf(
  stage: Stage,
  { model }: Subject,
  late: Instruction,
  item: Item,
  target: Instruction,
  targets: ReadonlyMap<Item, Instruction>,
): string | undefined {
  if (item.kind !== 'lists') return undefined
  const goesAlong = new Set([...targets].flatMap(([{ command }, to]) => (to === target ? [command] : [])))
  const reader = listsEvents(model, stage, late).find(
    ({ kind, command }) =>
      kind !== 'clean' &&
      command !== undefined &&
      command.span.start < item.command.span.start &&
      !goesAlong.has(command),
  )
  return reader && `${reader.what} in front of it may need them`
}

/** The RUN that made what an item removes, if it can be removed there; else why not. */
function targetOf(stage: Stage, subject: Subject, k: number, item: Item): Instruction | string {
  const { model } = subject
  const late = stage.instructions[k]!
  const scope = model.scopeAt(stage, late)
  const path = item.word && joinPath(scope.workdir, item.word.value!)
  for (let i = k - 1; i >= 0; i--) {
    const instruction = stage.instructions[i]!
    const role = roleOf(stage, subject, instruction, item, path)
    if (role === 'none') continue
    if (role !== 'maker') return `line ${instruction.startLine} ${role}`
    const before = model.scopeAt(stage, instruction)
    if (before.user !== scope.user) return `line ${instruction.startLine} made it as another user`
    if (before.shell !== scope.shell) return `line ${instruction.startLine} has another shell`
    if (subject.isIgnored(instruction)) return `a comment above line ${instruction.startLine} tells so`
    if (mountsOver(instruction, path ?? '/var')) return `line ${instruction.startLine} has a mount there`
    return instruction
  }
  return 'no RUN of this stage is known to have made it'
}
