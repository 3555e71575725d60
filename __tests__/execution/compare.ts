import { type Build, buildIn, type Call, type Fault, type Outcome } from './build.js'
import type { Jail } from './jail.js'
import { planOf } from './plan.js'

/** Two texts of one Dockerfile, and the transforms that lie between them. */
export interface Pair {
  readonly before: string
  readonly after: string
  readonly transforms: ReadonlySet<string>
}

export interface Verdict {
  /** What one build does and the other does not; none when they do the same. */
  readonly differences: readonly string[]
  /** How many builds were compared. */
  readonly builds: number
  /** Whether the Dockerfile builds when nothing fails. */
  readonly isWhole: boolean
}

/**
 * Builds both: as they are, with each call failing in turn, and with each call failing that another's failure brought
 * about. At most `limit` failures of each kind.
 */
export function compare(jail: Jail, pair: Pair, limit = 16): Verdict {
  const [first] = pairsOf(jail, pair, [[]])
  const isWhole = first!.before.status === 0
  if (first!.difference !== undefined) return { differences: [first!.difference], builds: 1, isWhole }
  const known = faultsFor(pair, first!.before)
  const singles = known.slice(0, limit).map((fault) => [fault])
  const second = pairsOf(jail, pair, singles)
  const doubles = second.flatMap(({ before, faults }) =>
    faultsFor(pair, before)
      .filter((fault) => !known.some(({ key, nth }) => key === fault.key && nth === fault.nth))
      .map((fault) => [...faults, fault]),
  )
  const all = [first!, ...second, ...pairsOf(jail, pair, doubles.slice(0, limit))]
  return {
    differences: all.flatMap(({ difference }) => difference ?? []),
    builds: all.length,
    isWhole,
  }
}

interface Compared {
  readonly before: Outcome
  readonly faults: readonly Fault[]
  readonly difference: string | undefined
}

function pairsOf(jail: Jail, pair: Pair, faults: readonly (readonly Fault[])[]): Compared[] {
  if (faults.length === 0) return []
  const [one, other] = [planOf(pair.before), planOf(pair.after)]
  const builds = faults.flatMap((faults): Build[] => [
    { steps: one, faults },
    { steps: other, faults },
  ])
  const outcomes = buildIn(jail, builds)
  return faults.map((faults, i) => {
    const [before, after] = [outcomes[2 * i]!, outcomes[2 * i + 1]!]
    const difference = differenceOf(pair, before, after)
    const told = faults.map(({ key, nth }) => `${key}#${nth}`).join(' and ')
    return { before, faults, difference: difference && `${told && `when ${told} fails: `}${difference}` }
  })
}

/** Each call that stands before and after, as something that can fail. */
function faultsFor(pair: Pair, { calls }: Outcome): Fault[] {
  const counts = new Map<string, number>()
  return calls.flatMap((call) => {
    const nth = (counts.get(call.key) ?? 0) + 1
    counts.set(call.key, nth)
    if (isUpdate(call))
      return nth === 1 && !pair.transforms.has('apk-skip-cache') ? { key: call.key, nth } : []
    return isDeclared(pair, call) || call.words.some(isInCache) ? [] : { key: call.key, nth }
  })
}

function differenceOf(pair: Pair, before: Outcome, after: Outcome): string | undefined {
  const [one, other] = [before, after].map(({ calls }) =>
    calls.filter((call) => !isDeclared(pair, call)).map((call) => shapeOf(pair, call)),
  )
  for (let i = 0; i < Math.max(one!.length, other!.length); i++)
    if (one![i] !== other![i]) return `call ${i + 1} is ${shown(other![i])} instead of ${shown(one![i])}`
  if ((before.status === 0) !== (after.status === 0))
    return `the build ends with ${after.status} instead of ${before.status}`
  const [old, now] = [before, after].map(({ files }) => new Set(files))
  const gone = before.files.find((file) => !now!.has(file) && !mayGo(pair, file))
  if (gone !== undefined) return `without ${gone}`
  const more = after.files.find((file) => !old!.has(file) && !mayCome(pair, file))
  return more && `with ${more}`
}

const shown = (call: string | undefined): string => (call === undefined ? 'missing' : JSON.stringify(call))

/** Whether a transform declares to add, drop or move a call. */
function isDeclared({ before, transforms }: Pair, call: Call): boolean {
  const [name, ...args] = nameAndArgs(call)
  const operands = args.filter((word) => !word.startsWith('-'))
  const removes = (isGone: (path: string) => boolean): boolean => name === 'rm' && operands.every(isGone)
  return (
    (transforms.has('run-merge') && name === 'mkdir' && operands.every((path) => isWorkdir(before, path))) ||
    (transforms.has('apt-clean-lists') && (isUpdate(call) || removes(isInLists))) ||
    (transforms.has('apk-skip-cache') && (isUpdate(call) || removes(isInCache))) ||
    (transforms.has('cache-skip') && (cacheCall.test(call.words.join(' ')) || removes(isKept))) ||
    (transforms.has('dev-dependencies-skip') && leavingOut.test(call.words.join(' '))) ||
    (transforms.has('cleanup-hoist') && (name === 'rm' || cleaningCall.test(call.key)))
  )
}

const leavingOut = /\/bundle config set --local without (development|test|development test)$/

/** A call without the words that a transform declares to add or drop. */
function shapeOf({ before, after, transforms }: Pair, call: Call): string {
  const [name] = nameAndArgs(call)
  const isDeclaredWord = (word: string): boolean => {
    if (name === 'apk' || name === 'rm')
      return transforms.has('apk-skip-cache') && (apkFlags.test(word) || isInCache(word))
    if (/^(pip[\d.]*|uv|python[\d.]*)$/.test(name!) && /^--no-cache(-dir)?$/.test(word))
      return transforms.has('cache-skip')
    if (/^(npm|yarn|pnpm|composer)$/.test(name!) && /^--(omit=dev|prod|production|no-dev)$/.test(word))
      return transforms.has('dev-dependencies-skip')
    if (name === 'bundle' && /^(--without|development|test)$/.test(word))
      return transforms.has('dev-dependencies-skip')
    return (
      transforms.has('apt-skip-recommends') &&
      /^(apt|apt-get|aptitude)$/.test(name!) &&
      (word === '--no-install-recommends' || (after.includes(word) && !before.includes(word)))
    )
  }
  const words = call.words.filter((word) => !isDeclaredWord(word))
  const env = transforms.has('cache-skip')
    ? call.env.replace(/^export PIP_NO_CACHE_DIR='1'\n/m, '')
    : call.env
  return [words.join(' '), call.cwd, call.umask, env, call.isAttended ? 'attended' : ''].join('\n')
}

function nameAndArgs({ words: [program, ...args] }: Call): readonly string[] {
  const name = program!.split('/').at(-1)!
  return name === 'sudo' ? args : [name, ...args]
}
const cleaningCall = /^(apt|apt-get|apk) (clean|autoclean|remove|purge|autoremove|del)$/
/** What asks for a cache to be emptied, and where gem has one. */
const cacheCall =
  /(cache clean( --force)?|pm cache rm|clear-cache|clean (all|--all|-ay|-cache( -modcache)?)|locals all --clear|gem env gemdir)$/
const isKept = (path: string): boolean =>
  /(^|\/)\.?(cache|bundle|cargo|m2|gradle|cpanm?)(\/|$)|^\/(registry|git|tmp\/downloaded_packages)$/.test(
    path,
  )
const apkFlags = /^(--no-cache|-U|--update|--update-cache)$/
const isUpdate = ({ key }: Call): boolean => /^(apt|apt-get|aptitude|apk) update$/.test(key)
const isInLists = (path: string): boolean => path.startsWith('/var/lib/apt/lists')
const isInCache = (path: string): boolean => path.startsWith('/var/cache/apk/')

const isWorkdir = (text: string, path: string): boolean =>
  [...text.matchAll(/^\s*WORKDIR\s+(\S+)/gim)].some((match) => match[1] === path)

/** Files that a transform declares to leave out: what package managers keep, and how apt was told to install. */
const mayGo = ({ transforms }: Pair, file: string): boolean =>
  (transforms.has('apt-clean-lists') && file.includes('./var/lib/apt/lists')) ||
  (transforms.has('apk-skip-cache') && file.includes('./var/cache/apk')) ||
  (transforms.has('apt-skip-recommends') && file.includes('./var/lib/dpkg/'))

/** Files that come with the packages that a transform declares to name. */
const mayCome = ({ transforms }: Pair, file: string): boolean =>
  (transforms.has('docs-skip') && file.includes('./etc/dpkg/dpkg.cfg.d/01-nodoc')) ||
  (transforms.has('apt-skip-recommends') && /\.\/var\/(lib\/dpkg|cache\/apt\/archives)\//.test(file))
