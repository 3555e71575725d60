import {
  type Command,
  copyOf,
  type Instruction,
  isWithin,
  joinPath,
  mountsOver,
  needsBuildKit,
  type Operand,
  resolve,
  type Stage,
  type Subject,
  withoutOptions,
} from '../../src/kit.js'
import type { Archive } from './archive.js'

/** How a RUN gets an archive without a layer that holds it. */
export interface Mounting {
  readonly kind: 'mounting'
  /** As a flag of RUN. */
  readonly flag: string
  /** The command that removes it: nothing is there to be removed. */
  readonly gone: Operand
}

/** Undefined for a RUN that does not unpack the archive, else why BuildKit cannot mount it there. */
export function mountingIn(
  stage: Stage,
  { file, model }: Subject,
  copy: Instruction,
  run: Instruction,
  { path }: Archive,
): Mounting | string | undefined {
  const body = model.bodyOf(stage, run)
  if (body.kind === 'none') return undefined
  const { workdir } = model.scopeAt(stage, run)
  const places = (command: Command): readonly (string | undefined)[] =>
    resolve(command).args.map(({ value }) => (value === undefined ? undefined : joinPath(workdir, value)))
  const { commands, statements } = body.script
  const naming = commands.filter((command) => places(command).includes(path))
  if (!naming.some(unpacks)) return undefined
  const [statement, ...others] = statements
  if (others.length > 0 || statement!.operators.includes('||')) return 'it is more than one list of commands'
  const removals = naming.filter((command) => resolve(command).name === 'rm')
  if (removals.length !== 1) return 'the archive is not removed'
  const [removal] = removals
  if (withoutOptions(resolve(removal!).args).length > 1) return 'more is removed along with the archive'
  const gone = statement!.operands.find(({ command }) => command === removal)
  if (!gone) return 'it is unpacked inside of another command'
  if (!needsBuildKit(file))
    return 'ADD does not unpack it, and nothing shows that BuildKit builds the file, which could mount it'
  const changing = commands.find(
    (command) =>
      command !== removal &&
      !unpacks(command) &&
      changes.test(resolve(command).name ?? '') &&
      places(command).some(
        (place, i) => place === undefined || isWithin(path, place) || resolve(command).args[i]!.hasPattern,
      ),
  )
  if (changing)
    return `\`${resolve(changing).name!}\` of line ${run.startLine} may change what would be mounted`
  const folder = path.slice(0, path.lastIndexOf('/')) || '/'
  if (!common.test(folder) && !(workdir !== undefined && isWithin(workdir, folder)))
    return `nothing but the COPY makes \`${folder}\``
  if (mountsOver(run, path)) return `line ${run.startLine} mounts something there`
  const source = joinPath('/', copyOf(copy).sources[0]!)!.slice(1)
  if (/[,="'\s]/.test(source + path)) return 'its name has no place in a mount'
  return { kind: 'mounting', flag: `--mount=type=bind,source=${source},target=${path}`, gone }
}

/** Whether a command takes out of an archive what is in it, and leaves it as it is. */
function unpacks(command: Command): boolean {
  const { name, args } = resolve(command)
  const first = args[0]?.value ?? ''
  if (name === 'tar') return /^-?[a-zA-Z]*x|^--extract$/.test(first)
  if (/^7(z|za|zr|zz)$/.test(name ?? '') || name === 'unrar') return /^[xe]$/.test(first)
  if (name === 'dpkg') return /^(-i|--install|-x|--extract)$/.test(first)
  return name === 'unzip' || name === 'bsdtar'
}

/** Programs that change or remove files, which a mounted one does not bear. */
const changes = /^(rm|mv|find|chmod|chown|chgrp|rsync|truncate|shred|unlink|sed|gunzip|gzip|bunzip2|unxz)$/

/** Folders that the images of all distributions have. Source: the Filesystem Hierarchy Standard 3.0. */
const common = /^\/(|tmp|opt|root|srv|home|mnt|media)$/
