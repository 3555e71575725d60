import {
  type ImageFiles,
  type Json,
  type Lock,
  type LockedPackage,
  type NpmInstall,
  readJson,
  readLock,
  wantedBy,
} from '../../src/kit.js'
import { npmNeedsCommand, npmPackage } from '../../src/knowledge/languages.js'
import {
  callsProgramsOf,
  isPlainBinary,
  isPlainTool,
  needsNodeAlone,
  startsNodeAlone,
  startsPrograms,
} from '../../src/knowledge/npm.js'
import type { Install } from './installs.js'

/** Where npm is called, and what it finds there. */
export interface NpmPlace {
  /** `line 5`. */
  readonly line: string
  readonly files: ImageFiles
  readonly folder: string | undefined
  /** Whether it is older than 7, and reads no lock file of version 3. */
  readonly isOld: boolean
  /** Whether some command may have changed package.json or the lock file. */
  readonly isTouched: boolean
}

/** What an install of npm packages leaves open, brings and needs. */
export interface NpmOutcome extends Install {
  /** All that is installed, by the lock file; undefined where that cannot be known. */
  readonly locked: Lock | undefined
}

/** Judges an install by what the lock file says, or by the names on the command line. */
export function npmInstall(program: string, call: NpmInstall, place: NpmPlace): NpmOutcome {
  const { line, files, folder } = place
  const names = call.names.map((name) => name.replace(/(?<=.)@.*$/, ''))
  if (call.isGlobal && names.length > 0 && program === 'npm' && names.every(isPlainTool))
    return {
      doubts: [],
      programs: names.map((name) => (name === 'typescript' ? 'tsc' : name)),
      locked: undefined,
    }
  const manifest = readJson(files.read('package.json', folder) ?? '')
  const lock = program === 'npm' ? lockIn(place) : undefined
  if (names.length === 0 && lock && manifest && isInForce(lock, manifest, call, place)) {
    const packages = lock.packages.filter(({ isDev }) => !(isDev && call.leavesOutDev))
    const shipped = packages.filter(({ isDev }) => !isDev)
    const built = packages.map((found) => buildOf(found, call, line))
    return {
      ...joined([...built, ...bindingOf(call, place), callsOf(shipped, line)]),
      locked: { ...lock, packages },
    }
  }
  const guessed =
    names.length > 0 ? names : (namesIn(program, lock, place) ?? [...wantedBy(manifest ?? {}).keys()])
  const open = `what \`${program}\` in ${line} installs may need a compiler, python3 or git`
  const found = guessed.map((name) => joined([sourceOf(name, line), usesOf(name, line)]))
  return {
    ...joined([...bindingOf(call, place), { doubts: [open], programs: [] }, ...found]),
    locked: undefined,
  }
}

/** What packages call when they run, as far as it is known. */
export function callsOf(packages: readonly LockedPackage[], line: string): Install {
  return joined(
    packages.map(({ name, dependencies }) => {
      const uses = usesOf(name, line)
      const isOpen = [name, ...dependencies].some(startsPrograms) && !startsNodeAlone(name) && !uses.uses
      return isOpen ? { doubts: [`\`${name}\` of ${line} may call other programs`], programs: [] } : uses
    }),
  )
}

function lockIn({ files, folder }: NpmPlace): Lock | undefined {
  const text = files.read('npm-shrinkwrap.json', folder) ?? files.read('package-lock.json', folder)
  return text === undefined ? undefined : readLock(text)
}

/** Whether npm installs what the lock file says, and nothing else. */
function isInForce(lock: Lock, manifest: Json, call: NpmInstall, place: NpmPlace): boolean {
  if (call.isGlobal || place.isTouched || manifest['workspaces'] !== undefined) return false
  if (place.isOld && lock.version > 2) return false
  const settings = place.files.find('.npmrc', place.folder)
  if (settings !== undefined && !isPlainNpmrc(place.files.read('.npmrc', place.folder) ?? '?')) return false
  return call.isExact || [...wantedBy(manifest)].every(([name, range]) => lock.wanted.get(name) === range)
}

const isPlainNpmrc = (text: string): boolean =>
  text
    .split(/\r?\n/)
    .every((line) =>
      /^\s*([#;].*)?$|^\s*(\/\/\S+|(@[\w.-]+:)?registry|always-auth|audit|audit-level|cache|engine-strict|fund|legacy-peer-deps|loglevel|progress|save-\w+|strict-ssl|tag-version-prefix|unsafe-perm|update-notifier)\s*=/.test(
        line,
      ),
    )

/** What installing one locked package takes. */
function buildOf(
  { name, hasScript, isForeign, isBinary }: LockedPackage,
  call: NpmInstall,
  line: string,
): Install {
  const doubt = (because: string): Install => ({
    doubts: [`\`${name}\` of ${line} ${because}`],
    programs: [],
  })
  if (isForeign) return { ...doubt('comes from elsewhere'), uses: [['git', name]] }
  const source = sourceOf(name, line)
  if (source.doubts.length > 0) return source
  if (hasScript && call.runsScripts && !needsNodeAlone(name)) return doubt('runs an install script')
  return isBinary && !isPlainBinary(name) ? doubt('is a binary that may need a library') : nothing
}

/** npm compiles what a `binding.gyp` beside package.json describes. */
const bindingOf = (call: NpmInstall, { files, folder, line }: NpmPlace): readonly Install[] =>
  call.runsScripts && files.find('binding.gyp', folder) !== undefined
    ? [
        {
          doubts: [`\`binding.gyp\` of ${line} is compiled`],
          programs: [],
          packages: ['g++', 'make', 'python3'],
        },
      ]
    : []

function sourceOf(name: string, line: string): Install {
  const kind = npmPackage(name)
  if (typeof kind !== 'object') return nothing
  return {
    doubts: [`\`${name}\` of ${line} is built from source`],
    programs: [],
    packages: kind.debianBuild,
    runtime: kind.debianRuntime,
  }
}

function usesOf(name: string, line: string): Install {
  const used = npmNeedsCommand(name) ?? callsProgramsOf(name)
  if (used === undefined) return nothing
  return {
    doubts: [`\`${name}\` of ${line} uses \`${used.join('`, `')}\``],
    programs: [],
    uses: used.map((debian) => [debian, name]),
  }
}

const nothing: Install = { doubts: [], programs: [] }

const joined = (parts: readonly Install[]): Install => ({
  doubts: parts.flatMap(({ doubts }) => doubts),
  programs: parts.flatMap(({ programs }) => programs),
  packages: parts.flatMap(({ packages = [] }) => packages),
  runtime: parts.flatMap(({ runtime = [] }) => runtime),
  uses: parts.flatMap(({ uses = [] }) => uses),
})

/** The names in a lock file that does not say which packages run scripts. */
function namesIn(program: string, lock: Lock | undefined, { files, folder }: NpmPlace): string[] | undefined {
  if (lock) return lock.packages.map(({ name }) => name)
  const text =
    program === 'npm' ? undefined : files.read(program === 'yarn' ? 'yarn.lock' : 'pnpm-lock.yaml', folder)
  const keys = text?.match(/^(?: {2})?["'/]*(?:@[\w.-]+\/)?[\w.-]+(?=[@/])/gm)
  return keys ? [...new Set(keys.map((key) => key.replace(/^[\s"'/]+/, '')))] : undefined
}
