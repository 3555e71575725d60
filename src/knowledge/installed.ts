import { standingRelease } from './default-releases.js'
import { packageSizes } from './package-sizes.js'
import { sizeOfImage, slimSaves } from './sizes.js'
import { slimTwin } from './twins.js'
import { ownValue, wordsIn } from './words.js'

/**
 * What installing packages adds to an image, and what moving to another base takes out of it, in bytes on amd64.
 * "Unknown" is undefined: one package that is not in the tables makes the sum unknown.
 */

/** What one call of apt installs, and whether recommended packages come along. */
export interface Install {
  readonly names: readonly string[]
  readonly recommended: 'with' | 'without'
}

/** What installs add to a base, all that they depend on included; undefined where base or a package is not known. */
export function sizeOfInstalls(image: string, tag: string, installs: readonly Install[]): number | undefined {
  const base = baseOf(image, tag)
  if (base === undefined) return undefined
  const table = tableOf(base.release)
  const there = groupsOf(table, [{ names: wordsIn(base.packages), recommended: 'without' }])
  const groups = groupsOf(table, installs)
  if (there === undefined || groups === undefined) return undefined
  for (const group of there) groups.delete(group)
  let size = 0
  for (const group of groups) {
    const [plain = 0, documentation = 0] = table.groups[group] ?? []
    size += plain + (base.kind === 'full' ? documentation : 0)
  }
  return size * 1024
}

/**
 * What packages take with all that they depend on, in bytes, on the slim image of bookworm or trixie, recommended
 * packages apart. Undefined where one of them is not known.
 */
export function sizeOfPackages(names: readonly string[], release: string): number | undefined {
  return sizeOfInstalls('debian', `${release}-slim`, [{ names, recommended: 'without' }])
}

/** Whether a package of Debian depends on another, with bookworm's or trixie's packages; undefined where one is not known. */
export function needsPackage(name: string, other: string): boolean | undefined {
  for (const release of tableNames) {
    const table = tableOf(release)
    const [own, its] = [name, other].map((one) => groupsOf(table, [{ names: [one], recommended: 'without' }]))
    if (own && its) return [...its].every((group) => own.has(group))
  }
  return undefined
}

/**
 * What moving to another base saves: the difference of the images, less the packages that are added, less those of
 * `installs` that the old base has and the new one gets. Undefined where one of these is not known.
 */
export function savedByMove(
  image: string,
  tag: string,
  toImage: string,
  toTag: string,
  added: readonly string[] = [],
  installs: readonly Install[] = [],
): number | undefined {
  const named: readonly Install[] = added.length === 0 ? [] : [{ names: added, recommended: 'without' }]
  return savedBetween(
    { image, tag, installs },
    { image: toImage, tag: toTag, installs: [...installs, ...named] },
  )
}

/** An image, and what is installed on it. */
export interface Standing {
  readonly image: string
  readonly tag: string
  readonly installs: readonly Install[]
}

/** How much smaller one image is than another, in bytes, what is copied apart; undefined where some of it is not known. */
export function savedBetween(from: Standing, to: Standing): number | undefined {
  const difference = differenceOf(from.image, from.tag, to.image, to.tag)
  const [before, after] = [from, to].map(({ image, tag, installs }) =>
    installs.length === 0 ? 0 : sizeOfInstalls(image, tag, installs),
  )
  return difference === undefined || before === undefined || after === undefined
    ? undefined
    : difference + before - after
}

/** The package lists that `apt-get update` leaves; undefined where none were measured. */
export function sizeOfLists(image: string, tag: string): number | undefined {
  const release = presentRelease(image, tag)
  return release === undefined ? undefined : ownValue(lists, release)
}

/** Source: layers of an update on images made from Debian's archive, 2026-11. */
const lists: Readonly<Record<string, number>> = { bookworm: 19_900_000, trixie: 21_700_000 }

function differenceOf(image: string, tag: string, toImage: string, toTag: string): number | undefined {
  if (image === toImage && tag === toTag) return 0
  const [before, after] = [sizeOfImage(image, tag), sizeOfImage(toImage, toTag)]
  if (before !== undefined && after !== undefined) return before - after
  const release = presentRelease(image, tag)
  if (image !== toImage || release === undefined || slimTwin(image, tag) !== toTag) return undefined
  return slimSaves(image, release)
}

/** The Debian release that a tag names, or that it stood on in August 2026. Good for sizes alone. */
export function presentRelease(image: string, tag: string): string | undefined {
  const named = standingRelease(image, tag)
  if (named !== undefined || !Object.hasOwn(present, image)) return named
  const plain = tag.replace(/(^|-)slim$/, '')
  return present[image]!.find(([tags]) => tags.test(plain === '' ? 'latest' : plain))?.[1]
}

/**
 * Source: docker-library/official-images, 2026-08-21, or the last entry of a tag before. Tags of one build are left out: they stay
 * on what was current then.
 */
const present: Readonly<Record<string, readonly (readonly [tags: RegExp, release: string])[]>> = {
  debian: [[/^(latest|stable)$/, 'trixie']],
  golang: [[/^(latest|1)$/, 'trixie']],
  node: [
    [/^(24|22|20|18|lts|krypton|jod|iron|hydrogen)$/, 'bookworm'],
    [/^(latest|current|26)$/, 'trixie'],
  ],
  python: [[/^(latest|3|3\.1[0-4])$/, 'trixie']],
  ruby: [[/^(latest|3|4|3\.[2-4]|4\.0)$/, 'trixie']],
}

interface Base {
  readonly kind: 'full' | 'slim'
  readonly release: string
  /** Names in the table of what stands on the plain image of the release. */
  readonly packages: string
}

function baseOf(image: string, tag: string): Base | undefined {
  const release = presentRelease(image, tag)
  const packages = ownValue(contents, image)
  if (release === undefined || packages === undefined || /alpine|backports/.test(tag)) return undefined
  if (tableNames.every((name) => name !== release)) return undefined
  const isSlim = /(^|-)slim(-|$)/.test(tag)
  if (isSlim && packages.slim === undefined) return undefined
  return isSlim
    ? { kind: 'slim', release, packages: packages.slim! }
    : { kind: 'full', release, packages: packages.full }
}

/** What official images have besides Debian's own packages. Source: their Dockerfiles, August 2026. */
const contents: Readonly<Record<string, { readonly full: string; readonly slim?: string }>> = {
  debian: { full: '', slim: '' },
  golang: { full: '@golang' },
  node: { full: '@buildpack-deps', slim: '' },
  python: { full: '@python', slim: '@python-slim' },
  ruby: { full: '@buildpack-deps', slim: '@ruby-slim' },
  rust: { full: '@buildpack-deps', slim: '@rust-slim' },
}

const tableNames = Object.keys(packageSizes)

interface Table {
  readonly packages: ReadonlyMap<
    string,
    { readonly depends: readonly number[]; readonly recommends: readonly number[] }
  >
  /** KiB, and KiB of documentation and translations, which slim images leave out. */
  readonly groups: readonly (readonly number[])[]
}

const tables = new Map<string, Table>()

function tableOf(release: string): Table {
  const known = tables.get(release)
  if (known !== undefined) return known
  const { packages, groups } = packageSizes[release]!
  const table = {
    packages: new Map(wordsIn(packages).map(entryOf)),
    groups: wordsIn(groups).map((word) => word.split('+').map(Number)),
  }
  tables.set(release, table)
  return table
}

function entryOf(word: string): [string, { depends: readonly number[]; recommends: readonly number[] }] {
  const [name = '', lists = ''] = word.split('=')
  const [depends = '', recommends = ''] = lists.split(':')
  return [name, { depends: numbersIn(depends), recommends: numbersIn(recommends) }]
}

const numbersIn = (ranges: string): readonly number[] =>
  (ranges.match(/[^,]+/g) ?? []).flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  })

/** What some installs come to: a package that two of them bring counts once. */
function groupsOf({ packages }: Table, installs: readonly Install[]): Set<number> | undefined {
  const groups = new Set<number>()
  for (const { names, recommended } of installs)
    for (const name of names) {
      const entry = packages.get(name)
      if (entry === undefined) return undefined
      for (const group of entry.depends) groups.add(group)
      if (recommended === 'with') for (const group of entry.recommends) groups.add(group)
    }
  return groups
}
