import { type Command, programOf, type Word } from '../../src/kit.js'
import { builds, type Effect, type Made, unknown } from './effects.js'
import type { Language } from './language.js'
import { pathOf, type Place, valueOf } from './place.js'

/** Programs of C and C++, and the libraries that they are linked with. */
export const c: Language = {
  name: 'C',
  compiles: (command) =>
    compilers.test(programOf(command).base) || /^(make|ninja|cmake|meson)$/.test(programOf(command).base),
  effect: cEffect,
  isSource: (file) =>
    /\.(c|cc|cpp|cxx|h|hh|hpp|hxx|s|S|o|a|in|am|ac|m4|cmake|mk|y|l|patch|diff)$|\.(tar\.\w+|tgz|tbz2?|txz|zip)$|(^|\/)(Makefile|GNUmakefile|CMakeLists\.txt|configure|autogen\.sh|bootstrap|meson\.build|config\.(guess|sub)|install-sh)$/.test(
      file,
    ),
  isSourceName: (name) =>
    /\.(c|cc|cpp|cxx|h|hh|hpp|tar\.\w+|tgz|zip|patch)$|(^|\/)(Makefile|CMakeLists\.txt|configure|src|include)\/?$/.test(
      name,
    ),
}

const compilers = /^((x86_64-linux-gnu-)?(gcc|g\+\+|cc|c\+\+|clang|clang\+\+)(-[\d.]+)?)$/
const configurers =
  /^(configure|autogen\.sh|bootstrap(\.sh)?|autoreconf|aclocal|autoheader|automake|autoconf|libtoolize|buildconf|Configure|config)$/

function cEffect(command: Command, place: Place): Effect | undefined {
  const { base, args } = programOf(command)
  if (compilers.test(base)) {
    const at = args.findIndex(({ value }) => value === '-o')
    if (args.some(({ value }) => /^-(c|shared|S|E|M+)$/.test(value ?? ''))) return builds()
    const path =
      at < 0 ? pathOf({ value: 'a.out', text: 'a.out' } as Word, place) : pathOf(args[at + 1], place)
    return path === undefined ? builds() : builds({ path, shape: 'file' })
  }
  if (configurers.test(base)) return builds()
  if (base === 'cmake') {
    if (!args.some(({ value }) => value === '--install' || value === 'install')) return builds()
    return installed(
      args.filter(({ value }) => value?.startsWith('--prefix') === true),
      place,
    )
  }
  if (base !== 'make' && base !== 'ninja') return undefined
  if (args.some(({ value }) => value === 'uninstall')) return unknown('uninstalls a program')
  return args.some(({ value }) => /^(install|install-strip|install-bin|install_sw)$/.test(value ?? ''))
    ? installed(args, place)
    : made(place)
}

/** What `make` makes without installing it lies in its folder, under a name that the Makefile tells. */
const made = ({ folder }: Place): Effect =>
  builds(...(folder === undefined ? [] : [{ path: folder, shape: 'below' } satisfies Made]))

/** Installed below the prefix; where none is named, below that of GNU's conventions. */
function installed(args: readonly Word[], place: Place): Effect {
  const values = args.map((word) => valueOf(word, place) ?? word.text)
  if (values.some((value) => /^DESTDIR=/.test(value))) return unknown('installs with `DESTDIR`')
  const named = values.flatMap((value) => /^(?:PREFIX|prefix|--prefix)=(.*)$/.exec(value)?.[1] ?? [])[0]
  const prefix = named ?? configuredPrefix(place) ?? '/usr/local'
  if (!/^\/(usr\/local|opt)(\/[\w.-]+)*\/?$/.test(prefix) || prefix === '/opt')
    return unknown(`installs to \`${prefix}\`, among what is not its own`)
  return builds({ path: prefix.replace(/\/$/, ''), shape: 'below' })
}

/** The prefix that `configure` or `cmake` was given in this stage. */
function configuredPrefix(place: Place): string | undefined {
  const { stage, subject } = place
  for (const run of stage.instructions.filter(({ keyword }) => keyword === 'RUN'))
    for (const { words } of subject.model.commandsIn(stage, run)) {
      const values = words.map((word) => valueOf(word, { ...place, instruction: run }) ?? word.text)
      const at = values.findIndex((value) => /^(--prefix|(-D)?CMAKE_INSTALL_PREFIX(:PATH)?)(=|$)/.test(value))
      if (at < 0) continue
      const equals = values[at]!.indexOf('=')
      return equals < 0 ? values[at + 1] : values[at]!.slice(equals + 1)
    }
  return undefined
}
