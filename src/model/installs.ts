import { aptCall, packageName } from '../syntax/apt.js'
import type { Instruction } from '../syntax/nodes.js'
import type { Model, Stage } from './model.js'

const installs = new WeakMap<Stage, ReadonlyMap<string, number>>()

/** Whether apt has installed a package by name before an instruction, in its stage or one below; its own RUN counts. */
export function isInstalledBefore(
  model: Model,
  stage: Stage,
  instruction: Instruction,
  name: string,
): boolean {
  const at = installsOf(model, stage).get(name)
  if (at !== undefined && at <= model.positionOf(instruction)) return true
  for (let s = stage.parent; s; s = s.parent) if (installsOf(model, s).has(name)) return true
  return false
}

/** Packages that apt installs by name in a stage, with the place of the first RUN that does. */
function installsOf(model: Model, stage: Stage): ReadonlyMap<string, number> {
  const found = installs.get(stage)
  if (found) return found
  const names = new Map<string, number>()
  stage.instructions.forEach((instruction, i) => {
    if (instruction.keyword !== 'RUN') return
    for (const command of model.commandsIn(stage, instruction)) {
      const call = aptCall(command)
      if (call?.verb !== 'install') continue
      for (const word of call.packages) {
        const name = packageName(word)
        if (name !== undefined && !names.has(name)) names.set(name, i)
      }
    }
  })
  installs.set(stage, names)
  return names
}
