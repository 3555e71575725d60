import {
  absentFrom,
  alpineLists,
  builtins,
  curated,
  differences,
  dropped,
  high,
  medium,
  missing,
} from './alpine-names.js'
import type { NameTable } from './alpine-names.js'
import { ownValue, wordsIn } from './words.js'

/**
 * What Debian's and Ubuntu's packages are called in Alpine.
 * A name is given for a release only where the package lists before and after it hold it: see `alpineLists`.
 */

/** How a Debian package is had on Alpine. */
export type AlpinePackage =
  | {
      readonly kind: 'names'
      readonly names: readonly string[]
      /** `curated` and `high` are edits; `medium` asks for a build. */
      readonly sure: 'curated' | 'high' | 'medium'
      /** What works otherwise there, where the package is there. */
      readonly differs?: string
    }
  /** What the package is for is part of every Alpine image. */
  | { readonly kind: 'builtin'; readonly differs?: string }
  /** Only apt or Debian itself has a use for it. */
  | { readonly kind: 'dropped' }
  /** There is none, and why. */
  | { readonly kind: 'refused'; readonly refused: string }

/**
 * What to install on Alpine for a package of Debian or Ubuntu; undefined where that is not known.
 * Without a release the answer holds from 3.19 to 3.24; for releases before and after these, as for `edge`, there is none.
 */
export function alpineNames(debianPackage: string, alpineRelease?: string): AlpinePackage | undefined {
  const lists = alpineRelease === undefined ? Object.keys(absentFrom) : listsOf(alpineRelease)
  if (lists === undefined) return undefined
  for (const [sure, names] of known()) {
    const found = names.get(debianPackage)
    if (found === undefined) continue
    const absent = found.find((name) => lists.some((list) => absentIn(list).has(name)))
    if (absent !== undefined)
      return lists.length > 1 ? undefined : refused(`Alpine ${alpineRelease} has no ${absent}`)
    return { kind: 'names', names: found, sure, ...differenceOf(debianPackage) }
  }
  if (builtinNames.has(debianPackage)) return { kind: 'builtin', ...differenceOf(debianPackage) }
  if (droppedNames.has(debianPackage)) return { kind: 'dropped' }
  const reason = Object.keys(missing).find((text) => wordsIn(missing[text]!).includes(debianPackage))
  const family = families.find(({ names }) => names.test(debianPackage))
  return (reason ?? family) ? refused(reason ?? family!.because) : undefined
}

const refused = (reason: string): AlpinePackage => ({ kind: 'refused', refused: reason })

function differenceOf(name: string): { readonly differs?: string } {
  const differs = ownValue(differences, name)
  return differs === undefined ? {} : { differs }
}

/** The lists that a release lies between. */
const listsOf = (release: string): readonly string[] | undefined => {
  const lists = ownValue(alpineLists, release)
  return lists === undefined ? undefined : wordsIn(lists)
}

type Sure = 'curated' | 'high' | 'medium'
let tables: readonly (readonly [Sure, ReadonlyMap<string, readonly string[]>])[] | undefined

const known = (): NonNullable<typeof tables> =>
  (tables ??= [
    ['curated', namesIn(curated)],
    ['high', namesIn(high)],
    ['medium', namesIn(medium)],
  ])

/** Every Debian name of a table with its Alpine names. */
export function namesIn(table: NameTable): ReadonlyMap<string, readonly string[]> {
  const names = Object.entries(table).flatMap(([pattern, words]) => {
    const [debian = '', alpine = debian] = pattern.split(' > ')
    return wordsIn(words).map((word): [string, readonly string[]] => {
      if (pattern !== 'others') return [debian.replace('*', word), [alpine.replace('*', word)]]
      const [name = '', list = ''] = word.split('=')
      return [name, list.split(',')]
    })
  })
  return new Map(names)
}

const absentSets = new Map<string, ReadonlySet<string>>()

function absentIn(list: string): ReadonlySet<string> {
  const names = absentSets.get(list) ?? new Set(wordsIn(absentFrom[list] ?? ''))
  absentSets.set(list, names)
  return names
}

const builtinNames = new Set(wordsIn(builtins))
const droppedNames = new Set(wordsIn(dropped))

/** Families of names that have no equal, whatever follows. */
const families: readonly { readonly names: RegExp; readonly because: string }[] = [
  { names: /[=/*?[\]^$]/, because: 'a version, a release or a pattern of apt says nothing to apk' },
  { names: /:\w+$/, because: 'Alpine has no packages of other architectures' },
  { names: /^(lib(32|64|x32)|ia32-)|-multilib$/, because: 'Alpine has no packages of other architectures' },
  {
    names: /^(lib)?php5|^php7|^php8\.[0-2](-|$)|^libapache2-mod-php[57]/,
    because: 'Alpine has no PHP before 8.3 from 3.20 on: the official php image on Alpine has',
  },
  { names: /^(lib)?python(2(\.\d)?)?(-.*)?$/, because: 'Python 2 left Alpine with 3.16' },
  { names: /^(lib)?python3\.\d+/, because: 'an Alpine release has one Python 3, and it has no number' },
  { names: /^ruby[12]\.\d/, because: 'an Alpine release has one Ruby, and it has no number' },
  {
    names: /^(gcc|g\+\+|gfortran|cpp|clang|llvm)-\d/,
    because: 'this version of the compiler may not be in Alpine',
  },
  {
    names: /^(gcc|g\+\+|binutils|crossbuild-essential)-.*(linux-gnu|arm64|armhf)/,
    because: 'Alpine has no compilers that build for glibc',
  },
  { names: /^postgresql(-(client|contrib|server-dev))?-\d/, because: 'this PostgreSQL may not be in Alpine' },
  { names: /^linux-(image|headers|modules|tools)-/, because: 'it belongs to the kernel of Debian' },
  {
    names: /^(cuda|libcudnn|libnccl|libcublas|nvidia|libnvinfer|tensorrt|rocm|intel-oneapi)/,
    because: 'it is built for glibc only',
  },
  { names: /^(ros-|python3-(ros|catkin|colcon))/, because: 'ROS is built for Ubuntu' },
  { names: /^r-(cran|bioc)-/, because: 'Alpine has R, and no packages for it' },
  {
    names:
      /^(google-(chrome|cloud)|microsoft-edge|msodbcsql|mssql-tools|azure-cli|mongodb-org|elasticsearch|kibana|logstash|newrelic|datadog|oracle-)/,
    because: 'it comes from a repository for Debian, and is built for glibc',
  },
]
