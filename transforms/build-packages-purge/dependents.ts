import {
  aptCall,
  apkCall,
  type Command,
  hidesInstaller,
  packageName,
  programOf,
  resolve,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { needsPackage } from '../../src/knowledge/installed.js'
import { buildTool } from '../../src/knowledge/build-tools.js'
import type { Run } from './run.js'

/** What stays and may depend on what goes: apt would remove it as well, and apk keeps both. */
export function dependentOf(stage: Stage, { model }: Subject, run: Run): string | undefined {
  const stages = [stage]
  for (let s = stage.parent; s; s = s.parent) stages.unshift(s)
  for (const member of [...stages, ...stage.heirs])
    for (const instruction of member.instructions) {
      if (instruction.keyword !== 'RUN') continue
      const isOther = instruction !== run.instruction
      for (const command of model.commandsIn(member, instruction)) {
        const line = `line ${instruction.startLine}`
        if (isOther && apkCall(command)?.args.some(({ value }) => run.gone.includes(value ?? '')))
          return `${line} names them as well`
        if (run.tool === 'apt' && !aptCall(command) && bringsPackages(command))
          return `\`${programOf(command).base}\` of ${line} may install packages that need them`
        const apt = aptCall(command)
        if (apt?.verb !== 'install') continue
        for (const name of apt.packages.map(packageName)) {
          if (name === undefined) return `${line} installs what a variable or a file names`
          if (isOther && (buildTool(name) || run.gone.includes(name)))
            return `${line} installs \`${name}\` as well`
          if (run.gone.includes(name) || (!isOther && buildTool(name))) continue
          const needed = run.gone.find((one) => needsPackage(name, one) !== false)
          if (needed !== undefined)
            return needsPackage(name, needed) === undefined
              ? `it is not known whether \`${name}\` of ${line} needs \`${needed}\``
              : `\`${name}\` of ${line} needs \`${needed}\``
        }
      }
    }
  return undefined
}

/** Whether a command may install packages that it does not name. */
const bringsPackages = (command: Command): boolean =>
  /^(dpkg|gdebi|alien)$/.test(programOf(command).base) ||
  hidesInstaller(resolve(command), 'apt') !== undefined
