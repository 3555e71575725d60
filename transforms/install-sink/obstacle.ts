import { copyOf, type Instruction, joinPath, type Stage, type Subject } from '../../src/kit.js'

/** Why an instruction cannot stand above an install that it stood below. */
export function obstacleIn(stage: Stage, { model }: Subject, instruction: Instruction): string | undefined {
  const { keyword, flags, startLine } = instruction
  if (keyword !== 'COPY' && keyword !== 'ADD') return undefined
  const owner = flags.find(({ name }) => name === 'chown')?.value
  if (owner !== undefined && !/^(root|\d+)(:(root|\d+))?$/.test(owner))
    return `line ${startLine} copies for a user whom a package may make`
  const { workdir } = model.scopeAt(stage, instruction)
  const target = joinPath(workdir, copyOf(instruction).target)
  if (target === undefined || target.includes('$') || !own.test(target))
    return `line ${startLine} copies to where a package may have its files`
  return undefined
}

/** Folders in which no package has files: `/opt`, `/srv`, `/home` and `/usr/src` are not among them. */
const own =
  /^\/((app|build|code|src|source|sources|work|workdir|workspace|tmp|usr\/src\/app|usr\/local\/src)(\/|$)|root\/\w)/
