import {
  apkCall,
  aptCall,
  type Command,
  type Instruction,
  isListsAlone,
  isRoot,
  packageName,
  resolve,
  type Stage,
  type Subject,
  withoutOptions,
} from '../../src/kit.js'

/** A RUN that does nothing but install packages. */
export interface Install {
  readonly instruction: Instruction
  readonly names: readonly string[]
}

/** Reads a RUN as an install; else why it is none. */
export function installIn(stage: Stage, { model }: Subject, instruction: Instruction): Install | string {
  const line = `line ${instruction.startLine}`
  if (instruction.flags.length > 0) return `${line} has flags`
  const body = model.bodyOf(stage, instruction)
  if (body.kind === 'none') return `${line} cannot be read: ${body.because}`
  if (body.script.hasBackground) return `${line} leaves a process in the background`
  if (!isRoot(stage, model.scopeAt(stage, instruction))) return `${line} may run as another user`
  const names: string[] = []
  for (const command of body.script.commands) {
    const found = namesIn(command)
    if (found === 'file') return `${line} installs from a file, or what a variable names`
    if (found === undefined)
      return `\`${command.words[0]?.value ?? '$...'}\` of ${line} does more than install`
    names.push(...found)
  }
  return { instruction, names }
}

/** The packages that a command installs; undefined when it does something else. */
function namesIn(command: Command): readonly string[] | 'file' | undefined {
  if (command.redirects.length > 0 || command.path.length > 0) return undefined
  const apt = aptCall(command)
  if (apt) {
    if (/^(update|upgrade|dist-upgrade|full-upgrade|clean|autoclean)$/.test(apt.verb ?? '')) return []
    if (apt.verb !== 'install') return undefined
    const names = apt.packages.map(packageName)
    return names.every((name) => name !== undefined) ? names : 'file'
  }
  const apk = apkCall(command)
  if (apk) {
    if (/^(update|upgrade)$/.test(apk.verb ?? '')) return []
    if (apk.verb !== 'add') return undefined
    const words = apk.args.filter((word) => word !== apk.verbWord)
    const names = words.map(({ value }) => value?.replace(/^--virtual=|[<>=~@].*$/, ''))
    return names.every((name) => name !== undefined && !name.includes('/') && !name.endsWith('.apk'))
      ? (names as readonly string[])
      : 'file'
  }
  const { name, args } = resolve(command)
  if (name !== 'rm') return name === 'true' || name === 'set' ? [] : undefined
  const paths = withoutOptions(args)
  return paths.length > 0 && paths.every(isListsAlone) ? [] : undefined
}
