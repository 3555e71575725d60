import { type Invocation, resolve } from './invocation.js'
import type { Command, Word } from './shell.js'

/** A call of apt-get, apt or aptitude. */
export interface AptCall extends Invocation {
  readonly tool: 'apt-get' | 'apt' | 'aptitude'
  /** `install`, `update` ...; undefined when an expansion decides or there is none. */
  readonly verb: string | undefined
  readonly verbWord: Word | undefined
  /** Options in front of and behind the verb. */
  readonly flags: readonly Word[]
  /** Package words behind the verb, versions and releases included. */
  readonly packages: readonly Word[]
}

/** Options that take the next word with them. */
const valued =
  /^(-o|--option|-c|--config-file|-t|--target-release|--default-release|-q=?|-a|--host-architecture)$/

const known = new WeakMap<Command, AptCall | undefined>()

/** Reads a command as a call of apt; undefined when it is none. */
export function aptCall(command: Command): AptCall | undefined {
  if (!known.has(command)) known.set(command, readCall(command))
  return known.get(command)
}

function readCall(command: Command): AptCall | undefined {
  const invocation = resolve(command)
  const { name, args } = invocation
  if (name !== 'apt-get' && name !== 'apt' && name !== 'aptitude') return undefined
  const flags: Word[] = []
  const packages: Word[] = []
  let verbWord: Word | undefined
  let isUnknown = false
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!
    if (word.value === undefined && verbWord === undefined) isUnknown = true
    if (word.text.startsWith('-')) {
      flags.push(word)
      if (valued.test(word.value ?? '') && !/^-q/.test(word.value!) && args[i + 1]) flags.push(args[++i]!)
    } else if (verbWord === undefined) verbWord = word
    else packages.push(word)
  }
  return {
    ...invocation,
    tool: name,
    verb: isUnknown ? undefined : verbWord?.value,
    verbWord,
    flags,
    packages,
  }
}

/** `curl` of `curl=7.*`, `curl/bookworm`, `curl:amd64`; undefined for a file or an expansion. */
export function packageName(word: Word): string | undefined {
  const { value } = word
  if (value === undefined || value.includes('/.') || /^[./]/.test(value) || value.endsWith('.deb'))
    return undefined
  const name = value.replace(/[=/:].*$/, '')
  return /^[a-z0-9][a-z0-9+.-]*$/.test(name) ? name : undefined
}

/** Verbs of apt that need the package lists. */
const readers = new Set(
  (
    'install reinstall upgrade dist-upgrade full-upgrade safe-upgrade build-dep source download changelog satisfy ' +
    'search show showpkg list policy depends rdepends check'
  ).split(' '),
)

/** Whether a call reads the package lists. Removing needs them for packages that are not installed: see the caller. */
export const readsLists = ({ verb }: AptCall): boolean => verb === undefined || readers.has(verb)
