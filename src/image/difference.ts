import { configKeys, type ConfigKey } from './config.js'
import type { Image } from './image.js'
import { ownersOf, packagesIn, type Packages } from './packages.js'
import { findPlace, isNoise, isPassing, type PlaceKind } from './places.js'
import type { Node } from './tree.js'

/** How two images differ that were read with digests. Times are not compared. Plain data. */
export interface Difference {
  /** The paths that differ, by what they are: those with the most bytes to or fro first. */
  readonly groups: readonly DifferenceGroup[]
  /** Paths that differ between two builds of one file as well: in their content alone, or in their names. */
  readonly noise: readonly PathDifference[]
  /** Packages that are in one of the two, or in another version; as far as dpkg and apk say. */
  readonly packages: readonly PackageDifference[]
  readonly config: readonly ConfigDifference[]
}

/** Paths that are of one kind. */
export interface DifferenceGroup {
  readonly belongsTo: Belonging
  readonly gone: number
  readonly new: number
  readonly changed: number
  /** The bytes of files after, less those before. */
  readonly bytes: number
  /** In order. */
  readonly paths: readonly PathDifference[]
}

/** What a path is part of. `base`: what no package owns and the lowest layer brought. */
export type Belonging =
  | { readonly kind: PlaceKind; readonly what: string }
  | { readonly kind: 'package'; readonly what: string }
  | { readonly kind: 'base' | 'other'; readonly what: '' }

/** A path that differs. */
export interface PathDifference {
  readonly path: string
  readonly change: 'gone' | 'new' | 'changed'
  /** In what, when it is in both. */
  readonly aspects: readonly Aspect[]
  /** After, less before; a file of several names counts at the first that differs. */
  readonly bytes: number
}

/** `target`: where a link leads to, or which device it is. */
export type Aspect = 'kind' | 'content' | 'mode' | 'owner' | 'target' | 'xattrs'

/** A version is undefined where the package is not. */
export interface PackageDifference {
  readonly name: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** A key of the configuration; undefined where it is not set. */
export interface ConfigDifference {
  readonly key: ConfigKey
  readonly before: unknown
  readonly after: unknown
}

/** How the second image differs from the first. Both must have been read with digests. */
export function differenceOf(before: Image, after: Image): Difference {
  const all = pathsThatDiffer(before.tree, after.tree)
  const noise = all.filter(
    ({ path, aspects }) => (aspects.join() === 'content' && isNoise(path)) || isPassing(path),
  )
  const rest = noise.length === 0 ? all : all.filter((difference) => !noise.includes(difference))
  return {
    groups: groupsOf(rest, before, after),
    noise,
    packages: packagesThatDiffer(packagesIn(before.tree), packagesIn(after.tree)),
    config: configKeys.flatMap((key) => {
      const [was, is] = [before.config[key], after.config[key]]
      return canonical(was) === canonical(is) ? [] : [{ key, before: was, after: is }]
    }),
  }
}

function pathsThatDiffer(before: Image['tree'], after: Image['tree']): readonly PathDifference[] {
  const found: PathDifference[] = []
  const seen = new Set<Node>()
  const sizeOnce = (node: Node) => (node.names > 1 && seen.size === seen.add(node).size ? 0 : node.size)
  for (const [path, was] of before) {
    const is = after.get(path)
    if (is === undefined) found.push({ path, change: 'gone', aspects: [], bytes: 0 - sizeOnce(was) })
    else {
      const aspects = aspectsOf(was, is)
      if (aspects.length > 0)
        found.push({ path, change: 'changed', aspects, bytes: sizeOnce(is) - sizeOnce(was) })
    }
  }
  for (const [path, is] of after)
    if (!before.has(path)) found.push({ path, change: 'new', aspects: [], bytes: sizeOnce(is) })
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function aspectsOf(was: Node, is: Node): readonly Aspect[] {
  if (was.kind !== is.kind) return ['kind']
  const aspects: Aspect[] = []
  if (was.size !== is.size || was.digest !== is.digest) aspects.push('content')
  if (was.mode !== is.mode) aspects.push('mode')
  if (was.uid !== is.uid || was.gid !== is.gid) aspects.push('owner')
  if (was.target !== is.target) aspects.push('target')
  if (was.xattrs !== is.xattrs && canonical(was.xattrs) !== canonical(is.xattrs)) aspects.push('xattrs')
  return aspects
}

function groupsOf(
  differences: readonly PathDifference[],
  before: Image,
  after: Image,
): readonly DifferenceGroup[] {
  const paths = new Set(differences.map(({ path }) => path))
  const owners = new Map([...ownersOf(paths, after.tree), ...ownersOf(paths, before.tree)])
  const groups = new Map<string, { belongsTo: Belonging; paths: PathDifference[] }>()
  for (const difference of differences) {
    const node = before.tree.get(difference.path) ?? after.tree.get(difference.path)
    const belongsTo = belongingOf(difference.path, owners, node)
    const key = `${belongsTo.kind} ${belongsTo.what}`
    const group = groups.get(key)
    if (group) group.paths.push(difference)
    else groups.set(key, { belongsTo, paths: [difference] })
  }
  const weight = ({ paths }: { paths: readonly PathDifference[] }) =>
    paths.reduce((sum, { bytes }) => sum + Math.abs(bytes), 0)
  return [...groups.values()]
    .sort((a, b) => weight(b) - weight(a))
    .map((group) => ({ ...group, ...totalsOf(group.paths) }))
}

function belongingOf(path: string, owners: ReadonlyMap<string, string>, node: Node | undefined): Belonging {
  const found = findPlace(path)
  const owner = owners.get(path)
  if (found !== undefined && !(found.place.kind === 'records' && owner !== undefined))
    return { kind: found.place.kind, what: found.place.what }
  if (owner !== undefined) return { kind: 'package', what: owner }
  return { kind: node?.layer === 0 ? 'base' : 'other', what: '' }
}

function totalsOf(paths: readonly PathDifference[]) {
  const count = (change: PathDifference['change']) => paths.filter((path) => path.change === change).length
  const bytes = paths.reduce((sum, path) => sum + path.bytes, 0)
  return { gone: count('gone'), new: count('new'), changed: count('changed'), bytes }
}

function packagesThatDiffer(before: Packages, after: Packages): readonly PackageDifference[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort()
  return names
    .map((name) => ({ name, before: before.get(name), after: after.get(name) }))
    .filter((each) => each.before !== each.after)
}

/** JSON with the keys of objects in order, so that equal values read the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
