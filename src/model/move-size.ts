import { savedBetween } from '../knowledge/installed.js'
import { parseImage } from '../syntax/image.js'
import type { Instruction } from '../syntax/nodes.js'
import { aptInstalls, listsBytes } from './apt-size.js'
import { keepsLists, listsEvents } from './lists.js'
import type { Model, Stage } from './model.js'

/**
 * What moving a stage to another image saves, in bytes, where nothing is installed there any more and `removed` go: the
 * RUNs that installed. Undefined where the tables do not know one of the images, or a package.
 */
export function rebasedBytes(
  model: Model,
  stage: Stage,
  reference: string,
  removed: readonly Instruction[],
): number | undefined {
  const [from, to] = [stage.image, parseImage(reference)]
  const installs = aptInstalls(model, stage)
  if (!from || !to || installs === undefined) return undefined
  const saved = savedBetween(
    { image: from.name, tag: from.tag ?? 'latest', installs },
    { image: to.name, tag: to.tag ?? 'latest', installs: [] },
  )
  return saved === undefined ? undefined : saved + leftLists(model, stage, removed)
}

/** The package lists that some RUNs leave, in bytes; nothing where that is not known. */
export const leftLists = (model: Model, stage: Stage, runs: readonly Instruction[]): number =>
  runs
    .filter((run) => keepsLists(listsEvents(model, stage, run)) === 'yes')
    .reduce((sum, run) => sum + (listsBytes(model, stage, run) ?? 0), 0)
