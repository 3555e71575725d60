import { baseName, type Command, readNpmCall, resolve, type Word } from '../../src/kit.js'

/** A call that installs all that a project asks for, what it is developed with included. */
export interface Install {
  readonly manager: 'npm' | 'yarn' | 'pnpm' | 'composer' | 'bundler'
  readonly command: Command
  /** The last word that says what to do, or the program's own. */
  readonly verb: Word
  readonly args: readonly Word[]
  readonly runsScripts: boolean
}

/** Reads a command as such a call. */
export function installOf(command: Command): Install | undefined {
  const { name, args } = resolve(command)
  const base = baseName(name ?? '')
  const own = command.words[command.words.length - args.length - 1]!
  const words = args.map(({ value }) => value)
  const first = args.find(({ text }) => !text.startsWith('-'))
  if (base === 'npm' || base === 'yarn' || base === 'pnpm') {
    const call = readNpmCall(base, words)
    if (call.kind !== 'install' || call.isGlobal || call.leavesOutDev || call.names.length > 0)
      return undefined
    if (!/^(ci|install|i|clean-install)$/.test(first?.value ?? (base === 'yarn' ? 'install' : '')))
      return undefined
    return { manager: base, command, verb: first ?? own, args, runsScripts: call.runsScripts }
  }
  if (base === 'bundle' || base === 'bundler')
    return first?.value === 'install'
      ? { manager: 'bundler', command, verb: first, args, runsScripts: false }
      : undefined
  if (!/^composer(\.phar)?$/.test(base) || first?.value !== 'install') return undefined
  const isTold = words.some((word) => /^--(no-)?dev$|^-d$|^--working-dir/.test(word ?? ''))
  const runsScripts = !words.includes('--no-scripts')
  return isTold ? undefined : { manager: 'composer', command, verb: first, args, runsScripts }
}
