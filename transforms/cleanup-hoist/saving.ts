import { type Instruction, listsBytes, removedBytes, type Stage, type Subject } from '../../src/kit.js'
import type { Item } from './cleanup.js'

/** What the moved items take out of the image, in bytes; undefined where the size of one is not known. */
export function savingOf(
  stage: Stage,
  { model }: Subject,
  targets: ReadonlyMap<Item, Instruction>,
): number | undefined {
  const removals = [...targets.keys()].filter(({ kind }) => kind === 'packages').map(({ command }) => command)
  let sum = 0
  for (const [{ kind }, target] of targets) {
    // Official images keep no archives.
    const size =
      kind === 'lists'
        ? listsBytes(model, stage, target)
        : kind === 'archives' || kind === 'packages'
          ? 0
          : undefined
    if (size === undefined) return undefined
    sum += size
  }
  if (removals.length === 0) return sum
  const removed = removedBytes(model, stage, removals)
  return removed === undefined ? undefined : sum + removed
}
