/** A package that npm installs on Linux with glibc. */
export interface LockedPackage {
  readonly name: string
  /** Empty where the lock file does not say. */
  readonly version: string
  readonly isDev: boolean
  readonly hasScript: boolean
  /** Comes from git, a folder or an address that is no registry. */
  readonly isForeign: boolean
  /** Made for some processors only. */
  readonly isBinary: boolean
  readonly dependencies: readonly string[]
  readonly programs: readonly string[]
}

/** What a package-lock.json says. */
export interface Lock {
  readonly version: number
  /** What the project asked for when the lock was written: name and range. */
  readonly wanted: ReadonlyMap<string, string>
  readonly packages: readonly LockedPackage[]
}

/** Reads a package-lock.json; undefined where it does not say which packages run install scripts. */
export function readLock(text: string): Lock | undefined {
  const lock = readJson(text)
  const entries = recordIn(lock?.['packages'])
  const version = lock?.['lockfileVersion']
  if (entries === undefined || typeof version !== 'number' || version < 2) return undefined
  return {
    version,
    wanted: wantedBy(recordIn(entries['']) ?? {}),
    packages: Object.entries(entries).flatMap(([path, value]) => {
      const entry = recordIn(value)
      return path === '' || (entry && !runsHere(entry)) ? [] : [packageOf(path, entry ?? {})]
    }),
  }
}

/** What a package.json, or the first entry of a lock file, asks for. */
export function wantedBy(manifest: Json): ReadonlyMap<string, string> {
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']
  return new Map(kinds.flatMap((kind) => stringsIn(manifest[kind])))
}

/** The scripts of a package.json. */
export const scriptsOf = (manifest: Json): ReadonlyMap<string, string> =>
  new Map(stringsIn(manifest['scripts']))

export type Json = Readonly<Record<string, unknown>>

/** An object of JSON; undefined for all else. */
export function readJson(text: string): Json | undefined {
  try {
    return recordIn(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch {
    return undefined
  }
}

function packageOf(path: string, entry: Json): LockedPackage {
  const { resolved, integrity, bin } = entry
  const name = typeof entry['name'] === 'string' ? entry['name'] : path.replace(/^.*node_modules\//, '')
  const isFromRegistry =
    typeof resolved === 'string'
      ? /^https?:\/\/[^\s#]*\/-\/[^\s#]*\.tgz$/.test(resolved)
      : resolved === undefined && (typeof integrity === 'string' || entry['inBundle'] === true)
  return {
    name,
    version: typeof entry['version'] === 'string' ? entry['version'] : '',
    isDev: entry['dev'] === true,
    hasScript: entry['hasInstallScript'] === true,
    isForeign: !isFromRegistry || entry['link'] === true || !path.includes('node_modules/'),
    isBinary: entry['cpu'] !== undefined,
    dependencies: Object.keys({
      ...recordIn(entry['dependencies']),
      ...recordIn(entry['optionalDependencies']),
    }),
    programs: typeof bin === 'string' ? [name.replace(/^@[^/]*\//, '')] : Object.keys(recordIn(bin) ?? {}),
  }
}

const runsHere = (entry: Json): boolean => allows(entry['os'], 'linux') && allows(entry['libc'], 'glibc')

/** Whether a list such as `["darwin"]` or `["!win32"]` lets something in. */
function allows(list: unknown, name: string): boolean {
  if (!Array.isArray(list)) return true
  return (
    list.includes(name) || (!list.includes(`!${name}`) && list.every((item) => String(item).startsWith('!')))
  )
}

const recordIn = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined

const stringsIn = (value: unknown): [string, string][] =>
  Object.entries(recordIn(value) ?? {}).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
