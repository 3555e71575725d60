import { type Command, joinPath, programOf, type Word } from '../../src/kit.js'
import { builds, type Effect, type Made } from './effects.js'
import type { Language } from './language.js'
import { type Place, valueOf } from './place.js'

/** Programs of Rust, which are one file each. */
export const rust: Language = {
  name: 'Rust',
  compiles: (command) =>
    programOf(command).base === 'cargo' && /^(build|b|install|rustc)$/.test(verbOf(command) ?? ''),
  effect: rustEffect,
  isSource: (file) =>
    /\.rs$|(^|\/)(Cargo\.(toml|lock)|rust-toolchain(\.toml)?|\.?(rustfmt|clippy)\.toml)$|(^|\/)(src|benches|tests|examples|target|\.cargo|vendor)\//.test(
      file,
    ),
  isSourceName: (name) =>
    /\.rs$|(^|\/)(Cargo\.(toml|lock)|Cargo\.\*|rust-toolchain(\.toml)?|src|benches|tests|examples|\.cargo|vendor)\/?$/.test(
      name,
    ),
}

const wordsOf = (command: Command): readonly Word[] =>
  programOf(command).args.filter(({ text }) => !text.startsWith('+'))

const verbOf = (command: Command): string | undefined => wordsOf(command)[0]?.value

/** Verbs that leave nothing but what a build looks for. */
const quiet =
  /^(fetch|check|c|test|t|clippy|fmt|vendor|chef|generate-lockfile|update|doc|bench|metadata|tree|audit|deny|init|new|clean|add|rm|run|r|rustc|--version|-V)$/

function rustEffect(command: Command, place: Place): Effect | undefined {
  const { base, args } = programOf(command)
  // Sources that stand in for others, so that what they depend on is built first.
  const isStandIn = (value: string | undefined): boolean => /\.rs$|(^|\/)Cargo\.toml$/.test(value ?? '')
  if (/^(echo|printf|cat)$/.test(base) && command.redirects.some(({ target }) => isStandIn(target?.value)))
    return builds()
  if (base === 'touch' && args.every(({ value }) => isStandIn(value))) return builds()
  if (/^(rustup|rustc)$/.test(base)) return builds()
  if (base !== 'cargo') return undefined
  const verb = verbOf(command)
  if (verb === 'build' || verb === 'b') return builds(...builtBy(command, place))
  if (verb === 'install') return builds(...installedBy(command, place))
  return quiet.test(verb ?? '') ? builds() : undefined
}

/** The value of an option, behind it or behind `=`. */
export function optionOf(command: Command, place: Place, ...names: readonly string[]): string | undefined {
  const words = wordsOf(command)
  for (const [i, word] of words.entries()) {
    const value = valueOf(word, place)
    const joined = names.find((name) => value?.startsWith(`${name}=`))
    if (joined !== undefined) return value!.slice(joined.length + 1)
    if (names.includes(value ?? '')) return words[i + 1] && valueOf(words[i + 1]!, place)
  }
  return undefined
}

/** The architecture and C library that a command compiles for; undefined: those of the builder. */
export const targetOf = (command: Command, place: Place): string | undefined =>
  optionOf(command, place, '--target') ?? variableOf('CARGO_BUILD_TARGET', command, place)

export const variableOf = (name: string, command: Command, place: Place): string | undefined => {
  const own = command.assignments.find((assignment) => assignment.name === name)
  return own ? own.value && valueOf(own.value, place) : place.scope.variables.get(name)
}

function builtBy(command: Command, place: Place): readonly Made[] {
  const words = wordsOf(command)
  const profile = optionOf(command, place, '--profile')
  const isRelease = words.some(({ value }) => value === '--release' || value === '-r')
  const own = optionOf(command, place, '--target-dir') ?? variableOf('CARGO_TARGET_DIR', command, place)
  const kind = isRelease ? 'release' : profile === undefined || profile === 'dev' ? 'debug' : profile
  const target = targetOf(command, place)
  const folder = joinPath(
    place.folder,
    [own ?? 'target', target, kind].filter((part) => part !== undefined).join('/'),
  )
  if (folder === undefined || optionOf(command, place, '--manifest-path') !== undefined) return []
  const names = namesOf(command, place)
  return names === undefined
    ? [{ path: folder, shape: 'inside' }]
    : names.map((name) => ({ path: `${folder}/${name}`, shape: 'file' }))
}

/** The programs that a call builds, by its options or by `Cargo.toml`; undefined where that is not seen. */
function namesOf(command: Command, place: Place): readonly string[] | undefined {
  const { context } = place.subject
  const named = optionOf(command, place, '--bin') ?? optionOf(command, place, '-p', '--package')
  if (named !== undefined) return [named]
  const text = context?.read('Cargo.toml')
  if (text === undefined) return undefined
  const tables = text.replace(/\r\n/g, '\n').split(/^(?=\[)/m)
  const nameIn = (table: string): readonly string[] => {
    const name = /^name\s*=\s*["']([^"']+)/m.exec(table)?.[1]
    return name === undefined ? [] : [name]
  }
  const bins = tables.filter((table) => table.startsWith('[[bin]]')).flatMap(nameIn)
  const own = tables.filter((table) => table.startsWith('[package]')).flatMap(nameIn)
  const hasMain = context?.read('src/main.rs') !== undefined
  return [...new Set([...bins, ...(bins.length === 0 || hasMain ? own : [])])]
}

function installedBy(command: Command, place: Place): readonly Made[] {
  const root = optionOf(command, place, '--root') ?? variableOf('CARGO_INSTALL_ROOT', command, place)
  const isOfficial = place.stage.image?.name === 'rust' && !place.scope.variables.has('CARGO_HOME')
  const home = root === undefined ? (isOfficial ? '/usr/local/cargo' : undefined) : root
  const bin = home === undefined ? undefined : joinPath(place.folder, `${home}/bin`)
  return bin === undefined ? [] : [{ path: bin, shape: 'inside' }]
}
