import {
  gemsIn,
  type ImageFiles,
  type LockedGem,
  requirementsIn,
  tomlLock,
  type Word,
} from '../../src/kit.js'
import {
  crateNeeds,
  gemPackage,
  pipNeedsCommand,
  pipPackage,
  type SourceBuild,
} from '../../src/knowledge/languages.js'
import { managed } from './managers.js'

/** What an install of a language's packages comes to. */
export interface Install {
  /** What it leaves open. */
  readonly doubts: readonly string[]
  /** Programs and modules that it brings. */
  readonly programs: readonly string[]
  /** Debian packages without which it is known to fail. */
  readonly packages?: readonly string[]
  /** Those that what is built so needs to run. */
  readonly runtime?: readonly string[]
  /** Debian packages whose programs or libraries are used when it runs, and the package that does. */
  readonly uses?: readonly (readonly [debian: string, by: string])[]
}

/** Where an install runs, and what it finds there. */
export interface InstallPlace {
  /** `line 5`. */
  readonly line: string
  readonly files: ImageFiles
  readonly folder: string | undefined
}

/** What an install of a language's packages leaves open, brings and needs. */
export function installOf(place: InstallPlace, name: string, args: readonly Word[]): Install {
  const values = args.map(({ value }) => value)
  if (/^pip[\d.]*$/.test(name)) return pip(place, values)
  const verb = values.find((value) => value !== undefined && !value.startsWith('-'))
  const open = `what \`${name} ${verb ?? ''}\` in ${place.line} installs may need a compiler or headers`
  if (/^(pipenv|poetry|uv|pdm)$/.test(name))
    return managed(place, name, values) ?? { doubts: [open], programs: [] }
  if (name === 'cargo') return { doubts: [open], programs: [], packages: cratesOf(place, verb) }
  const gems = gemsOf(place, name, verb, values)
  const sources = gems.flatMap(({ name, isBinary }) => (isBinary ? [] : sourcesOfGem(name)))
  const cloned = gems.filter(({ isCloned }) => isCloned)
  return {
    doubts: [open],
    programs: [],
    packages: sources.flatMap(({ debianBuild }) => debianBuild),
    runtime: sources.flatMap(({ debianRuntime }) => debianRuntime),
    uses: cloned.map(({ name }) => ['git', name] as const),
  }
}

/** What the crates of a seen lock file look for. */
function cratesOf({ files, folder }: InstallPlace, verb: string | undefined): readonly string[] {
  if (!/^(build|b|install|test|t|run|r|check|rustc)$/.test(verb ?? '')) return []
  const crates = tomlLock(files.read('Cargo.lock', folder) ?? '') ?? []
  return crates.flatMap(({ name }) => crateNeeds(name) ?? [])
}

/** The gems that an install is known to bring: those that it names, or those of the lock file. */
function gemsOf(
  { files, folder }: InstallPlace,
  name: string,
  verb: string | undefined,
  values: readonly (string | undefined)[],
): readonly LockedGem[] {
  if (name === 'gem')
    return values.flatMap((value) =>
      value === undefined ? [] : { name: value.replace(/(?<=.)@.*$/, ''), isBinary: false, isCloned: false },
    )
  const isElsewhere = values.some((value) => value === undefined || value.startsWith('--gemfile'))
  if (!/^bundler?$/.test(name) || (verb !== undefined && verb !== 'install') || isElsewhere) return []
  return gemsIn(files.read('Gemfile.lock', folder) ?? '') ?? []
}

/** How a gem is known to be built. */
function sourcesOfGem(name: string): readonly SourceBuild[] {
  const kind = gemPackage(name)
  return typeof kind === 'object' ? [kind] : []
}

function pip(place: InstallPlace, values: readonly (string | undefined)[]): Install {
  const { line } = place
  const doubts: string[] = []
  const at = values.findIndex(
    (value) => !/^--(no-cache-dir|disable-pip-version-check|quiet)$/.test(value ?? ''),
  )
  const verb = values[at]
  if (verb !== 'install')
    return {
      doubts:
        verb && /^(--version|list|freeze|check|cache|config)$/.test(verb)
          ? []
          : [`${line} runs \`pip ${verb ?? ''}\``],
      programs: [],
    }
  const wanted: string[] = []
  for (let i = at + 1; i < values.length; i++) {
    const value = values[i]
    if (value === undefined) doubts.push(`what \`pip install\` in ${line} installs is named by a variable`)
    else if (value === '-r' || value === '--requirement' || /^(-r.|--requirement=)/.test(value)) {
      const file = /^(-r|--requirement)$/.test(value)
        ? values[++i]
        : value.replace(/^(-r|--requirement=)/, '')
      const names = file === undefined ? undefined : requirementsIn(place, file)
      if (names) wanted.push(...names)
      else doubts.push(`\`${file ?? '-r'}\` of ${line} could not be read`)
    } else if (
      /^(-i|--index-url|--extra-index-url|--trusted-host|--timeout|--retries|-c|--constraint|--prefix|--root)$/.test(
        value,
      )
    )
      i++
    else if (value.startsWith('-')) {
      if (/^(-e|--editable|--no-binary)/.test(value))
        doubts.push(`\`pip install ${value}\` in ${line} may build from source`)
    } else wanted.push(value)
  }
  const judged = distributionsOf(wanted, line)
  return { ...judged, doubts: [...doubts, ...judged.doubts] }
}

/** What installing Python packages by these names, or requirements, takes. */
export function distributionsOf(wanted: readonly string[], line: string): Install {
  const doubts: string[] = []
  const programs: string[] = []
  const packages: string[] = []
  const runtime: string[] = []
  const uses: (readonly [string, string])[] = []
  for (const requirement of wanted) {
    const name = /^[A-Za-z0-9][\w.-]*(\s*\[[^\]]*\])?/.exec(requirement)?.[0].replace(/\s/g, '')
    if (name === undefined || /[/@]|\.(whl|zip|tar\.gz)$|^\.$/.test(requirement)) {
      doubts.push(`\`${requirement}\` in ${line} may be built from source`)
      continue
    }
    const kind = pipPackage(name)
    if (typeof kind === 'object') {
      packages.push(...kind.debianBuild)
      runtime.push(...kind.debianRuntime)
    }
    if (kind !== 'pure')
      doubts.push(
        typeof kind === 'object'
          ? `\`${name}\` of ${line} is built from source`
          : `\`${name}\` of ${line} is not known to install without a compiler`,
      )
    const used = pipNeedsCommand(name) ?? []
    if (used.length > 0) doubts.push(`\`${name}\` of ${line} uses \`${used.join('`, `')}\``)
    uses.push(...used.map((debian) => [debian, name] as const))
    programs.push(name.toLowerCase().replace(/\[.*/, ''))
  }
  return { doubts, programs, packages, runtime, uses }
}
