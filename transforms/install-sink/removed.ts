import { apkCall, aptCall, type Instruction, packageName, type Stage, type Subject } from '../../src/kit.js'

/** A package that a RUN removes. */
export interface Removed {
  readonly name: string
  /** 1-based: where the RUN starts. */
  readonly line: number
}

/** The packages that a RUN removes by name. */
export function removedIn(stage: Stage, { model }: Subject, instruction: Instruction): readonly Removed[] {
  if (instruction.flags.length > 0) return []
  return model.commandsIn(stage, instruction).flatMap((command) => {
    if (command.path.length > 0) return []
    const apt = aptCall(command)
    const apk = apkCall(command)
    const words =
      apt && /^(remove|purge|autoremove|autopurge)$/.test(apt.verb ?? '')
        ? apt.packages.map(packageName)
        : apk?.verb === 'del'
          ? apk.args.filter((word) => word !== apk.verbWord).map(({ value }) => value)
          : []
    const names = words.filter((name) => name !== undefined && !name.startsWith('-')) as string[]
    return names.map((name) => ({ name, line: instruction.startLine }))
  })
}
