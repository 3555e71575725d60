import {
  alpineFor,
  alpineTwin,
  distributionOf,
  isOldBesideAlpine,
  knownAlpine,
  withoutSuite,
} from '../../src/knowledge/images.js'

/** Where a base moves. */
export interface Target {
  readonly image: string
  /** Undefined: the base has no tag, and its target gets none. */
  readonly tag: string | undefined
  /** `system`: Debian or Ubuntu itself, with what apt installs. `image`: an official image and its twin. */
  readonly kind: 'system' | 'image'
  /** The release whose packages are named; undefined: those of all releases that are known. */
  readonly release: string | undefined
  /** Whether packages may be named at all: it is known on which releases the image stands. */
  readonly hasPackages: boolean
  /** Whether packages get some years younger. */
  readonly isOlder: boolean
}

/** Images of an application whose data, or whose programs, would not go along. */
const kept: Readonly<Record<string, string>> = {
  postgres:
    'a volume that it has written belongs to another user on Alpine, and text is sorted otherwise there',
  rust: 'programs are built for musl there, and linked with its libraries',
  swift: 'there is no Swift for musl',
}

/** The Alpine twin of an image; why there is none; undefined where nobody would look for one. */
export function targetOf(name: string, tag: string | undefined): Target | string | undefined {
  if (name === 'debian' || name === 'ubuntu') return systemTarget(name, tag)
  if (/alpine|windows|nanoserver|onbuild/.test(tag ?? '')) return undefined
  const twin = twinOf(name, tag ?? 'latest')
  if (twin === undefined) return undefined
  if (Object.hasOwn(kept, name)) return kept[name]!
  const hasPackages = knownAlpine(name, tag ?? 'latest')
  return { image: name, tag: twin, kind: 'image', release: undefined, hasPackages, isOlder: false }
}

function systemTarget(name: string, tag: string | undefined): Target | string {
  const system = { image: 'alpine', kind: 'system', hasPackages: true } as const
  if (tag === undefined || tag === 'latest') return { ...system, tag, release: undefined, isOlder: false }
  const distribution = distributionOf(name, tag)
  if (distribution?.release === undefined) return `the release of \`${name}:${tag}\` is not known`
  const release = alpineFor(distribution)
  if (release === undefined) return `no release of Alpine is of the age of \`${name}:${tag}\``
  return { ...system, tag: release, release, isOlder: isOldBesideAlpine(distribution) }
}

/** Also of a slim tag, and of one that names its Debian release. */
function twinOf(name: string, tag: string): string | undefined {
  const parts = tag.split('-').filter((part) => part !== 'slim')
  const plain = parts.length === 0 ? 'latest' : parts.join('-')
  for (const candidate of [plain, withoutSuite(plain)]) {
    const twin = candidate === undefined ? undefined : alpineTwin(name, candidate)
    if (twin !== undefined) return twin
  }
  return undefined
}
