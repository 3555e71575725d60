import {
  type Command,
  type Instruction,
  joinPath,
  type Operand,
  resolve,
  type Stage,
  type Subject,
  withoutOptions,
} from '../../src/kit.js'
import { isOwnFolder } from '../../src/knowledge/folders.js'
import type { Archive } from './archive.js'

/** What a RUN does with an archive. */
export interface Unpacking {
  readonly kind: 'unpacking'
  /** Where it unpacks, as the author writes it. */
  readonly folder: string
  /** The commands that go. */
  readonly gone: readonly Operand[]
  /** Whether nothing stays in the RUN. */
  readonly isAll: boolean
}

/** Undefined for a RUN that does not unpack it, else why ADD cannot do what the RUN does. */
export function unpackingIn(
  stage: Stage,
  { model }: Subject,
  run: Instruction,
  { path }: Archive,
): Unpacking | string | undefined {
  const body = model.bodyOf(stage, run)
  if (body.kind === 'none') return undefined
  const { workdir } = model.scopeAt(stage, run)
  const [statement, ...others] = body.script.statements
  const names = (command: Command): boolean =>
    command.words.some(({ value }) => value !== undefined && joinPath(workdir, value) === path)
  const commands = body.script.commands.filter(names)
  const tar = commands.find((command) => resolve(command).name === 'tar')
  if (tar === undefined) return undefined
  if (others.length > 0 || statement!.operators.includes('||')) return 'it is more than one list of commands'
  const removal = commands.find((command) => resolve(command).name === 'rm')
  if (removal === undefined) return 'the archive is not removed'
  if (commands.length > 2) return 'something else names the archive'
  if (withoutOptions(resolve(removal).args).length > 1) return 'more is removed along with the archive'
  const place = operandOf(statement!.operands, tar)
  const end = operandOf(statement!.operands, removal)
  if (!place || !end) return 'it is unpacked inside of another command'
  const written = folderOf(tar, path, workdir)
  if (written.kind === 'none') return written.because
  const { folder } = written
  const target = joinPath(workdir, folder)!
  if (!isOwnFolder(target, undefined) && !/^\/(opt|srv|usr\/src|usr\/local\/src)$/.test(target))
    return `\`${folder}\` may hold files of the image already`
  const before = statement!.operands.slice(0, statement!.operands.indexOf(place))
  if (!before.every(({ command }) => command && isReady(command, target, workdir)))
    return 'something else is done in front of it'
  const made = before.filter(({ command }) => resolve(command!).name === 'mkdir')
  const gone = [...made, place, end]
  const rest = statement!.operands.filter((operand) => !gone.includes(operand))
  return {
    kind: 'unpacking',
    folder,
    gone,
    isAll: rest.every(({ command }) => command && resolve(command).name === 'set'),
  }
}

const operandOf = (operands: readonly Operand[], command: Command): Operand | undefined =>
  operands.find((operand) => operand.command === command)

/** `set -e`, and the folder that ADD makes as well. */
function isReady(command: Command, target: string, workdir: string | undefined): boolean {
  const { name, args } = resolve(command)
  if (name === 'set') return true
  const made = withoutOptions(args)
  return name === 'mkdir' && made.length === 1 && joinPath(workdir, made[0]!.value ?? '') === target
}

type Folder =
  { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'none'; readonly because: string }

/** Where tar unpacks; it may be told to do nothing else. */
function folderOf(tar: Command, path: string, workdir: string | undefined): Folder {
  const none = (because: string): Folder => ({ kind: 'none', because })
  const { args } = resolve(tar)
  let folder: string | undefined
  let extracts = false
  if (tar.redirects.length > 0 || tar.assignments.length > 0) return none('tar is told more than to unpack')
  for (let i = 0; i < args.length; i++) {
    const { value } = args[i]!
    const next = args[i + 1]?.value
    if (value === undefined) return none('a variable decides what tar does')
    if (value === '-C' || value === '--directory') {
      folder = next
      i++
    } else if (value.startsWith('--directory=')) folder = value.slice(12)
    else if (/^-?[xzjJvp]*f$|^[xzjJvp]*f[xzjJvp]*$/.test(value) || value === '--file') {
      extracts ||= value.includes('x')
      if (next === undefined || joinPath(workdir, next) !== path) return none('tar unpacks something else')
      i++
    } else if (/^-?[xzjJvp]+$/.test(value) || /^--(extract|verbose|gzip|bzip2|xz)$/.test(value))
      extracts ||= /x/.test(value.replace('--xz', ''))
    else return none(`\`${value}\` is more than ADD can do`)
  }
  if (!extracts) return none('tar does not unpack it')
  const written = folder ?? workdir
  if (written === undefined || !/^[\w./-]+$/.test(written))
    return none('it is not known where it is unpacked')
  return joinPath(workdir, written) === undefined
    ? none('it is not known where it is unpacked')
    : { kind: 'folder', folder: written }
}
