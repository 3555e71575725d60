import { aptCall } from '../syntax/apt.js'
import { resolve, withoutOptions } from '../syntax/invocation.js'
import type { Instruction } from '../syntax/nodes.js'
import type { Command } from '../syntax/shell.js'
import { listsBytes } from './apt-size.js'
import { isListsAlone, keepsLists, listsEvents } from './lists.js'
import type { Model, Stage } from './model.js'

/**
 * What RUNs save by becoming one layer, in bytes: what one makes and a later one removes or writes anew. Undefined where a
 * later one might do so with more than package lists.
 */
export function mergedBytes(model: Model, stage: Stage, runs: readonly Instruction[]): number | undefined {
  const later = runs.slice(1).flatMap((run) => model.commandsIn(stage, run))
  if (!later.every(addsAlone)) return undefined
  const maker = runs.find((run) => keepsLists(listsEvents(model, stage, run)) !== 'no')
  const all = keepsLists(runs.flatMap((run) => listsEvents(model, stage, run)))
  if (maker === undefined || all === 'yes') return 0
  return all === 'no' ? listsBytes(model, stage, maker) : undefined
}

/** Whether a command only adds files, those of dpkg's records apart, or removes package lists. */
function addsAlone(command: Command): boolean {
  const call = aptCall(command)
  if (call) return /^(update|upgrade|dist-upgrade|install|clean|autoclean)$/.test(call.verb ?? '')
  const { name, args } = resolve(command)
  if (name === 'rm') return withoutOptions(args).every(isListsAlone)
  return (
    name !== undefined &&
    /^(mkdir|touch|ln|echo|printf|true|:|test|\[|cd|set|export|useradd|groupadd)$/.test(name)
  )
}
