import { inDebian, providedInDebian } from './debian-names.js'
import { wordsIn } from './words.js'

export { debianFor } from './distributions.js'

/**
 * What changes for packages on the way from Ubuntu to Debian.
 * Source of versions: Debian's package lists, 21 November 2026; those of Ubuntu: domain knowledge.
 */

/** Whether Debian's `release` (bullseye, bookworm or trixie) has a package of that name; undefined where not known. */
export function isInDebian(name: string, release: string): boolean | undefined {
  if (!archives.includes(release)) return undefined
  const releases = places().get(name)
  return releases === undefined || isProvided(name, release) ? undefined : releases.includes(release)
}

/** A language, server or library that is of another version in each release, by code name. */
export interface Versions {
  readonly of: string
  readonly in: Readonly<Record<string, string>>
}

/** What is of another version in Debian than in Ubuntu where this package is installed; undefined where none is known. */
export function changesVersion(name: string): Versions | undefined {
  const found = versions.find(({ names }) => names.test(name))
  if (found === undefined) return undefined
  const numbers = wordsIn(found.numbers)
  return { of: found.of, in: Object.fromEntries(columns.map((release, i) => [release, numbers[i]!])) }
}

const archives: readonly string[] = ['bullseye', 'bookworm', 'trixie']

let placesOf: ReadonlyMap<string, readonly string[]> | undefined

const places = (): ReadonlyMap<string, readonly string[]> =>
  (placesOf ??= new Map(
    Object.entries(inDebian).flatMap(([releases, names]) =>
      wordsIn(names).map((name): [string, readonly string[]] => [name, wordsIn(releases)]),
    ),
  ))

const isProvided = (name: string, release: string): boolean =>
  Object.entries(providedInDebian).some(
    ([releases, names]) => wordsIn(releases).includes(release) && wordsIn(names).includes(name),
  )

const columns = ['focal', 'jammy', 'noble', 'bullseye', 'bookworm', 'trixie']

/** One column for each of the releases above. Packages with the version in their name are another matter: they are there or not. */
const versions: readonly { readonly of: string; readonly names: RegExp; readonly numbers: string }[] = [
  { of: 'Python', names: /^(lib)?python3(-|$)|^cython3$/, numbers: '3.8 3.10 3.12 3.9 3.11 3.13' },
  { of: 'PHP', names: /^(libapache2-mod-)?php(-|$)/, numbers: '7.4 8.1 8.3 7.4 8.2 8.4' },
  { of: 'Node.js', names: /^(nodejs|npm|libnode-dev)$/, numbers: '10.19 12.22 18.19 12.22 18.20 20.19' },
  { of: 'Ruby', names: /^(ruby|ri|rake|bundler)(-|$)/, numbers: '2.7 3.0 3.2 2.7 3.1 3.3' },
  { of: 'Java', names: /^default-(jdk|jre)/, numbers: '11 11 21 11 17 21' },
  {
    of: 'GCC',
    names: /^(gcc|g\+\+|gfortran|cpp|gobjc|gobjc\+\+|gnat|gdc|build-essential)$/,
    numbers: '9 11 13 10 12 14',
  },
  {
    of: 'LLVM',
    names: /^(clang|clang-(format|tidy|tools)|lldb?|llvm|llvm-dev|libclang-dev)$/,
    numbers: '10 14 18 11 14 19',
  },
  { of: 'the C library', names: /^libc6(-dev)?$/, numbers: '2.31 2.35 2.39 2.31 2.36 2.41' },
  { of: 'Go', names: /^golang(-go)?$/, numbers: '1.13 1.18 1.22 1.15 1.19 1.24' },
  { of: 'Perl', names: /^(lib)?perl(-dev)?$/, numbers: '5.30 5.34 5.38 5.32 5.36 5.40' },
  { of: 'R', names: /^r-(base|recommended|cran)/, numbers: '3.6 4.1 4.3 4.0 4.2 4.5' },
  { of: 'Erlang', names: /^erlang(-|$)/, numbers: '22 24 25 23 25 27' },
  {
    of: 'PostgreSQL',
    names: /^postgresql(-(client|contrib|server-dev-all))?$/,
    numbers: '12 14 16 13 15 17',
  },
  {
    of: 'MySQL, which in Debian is MariaDB',
    names: /^default-(mysql-(client|server)|libmysqlclient-dev)/,
    numbers: '8.0 8.0 8.0 10.5 10.11 11.8',
  },
  {
    of: 'MariaDB',
    names: /^(mariadb-(client|server)|libmariadb-dev)$/,
    numbers: '10.3 10.6 10.11 10.5 10.11 11.8',
  },
  { of: 'Redis', names: /^redis(-(server|tools))?$/, numbers: '5.0 6.0 7.0 6.0 7.0 8.0' },
  {
    of: 'nginx',
    names: /^nginx(-(full|light|extras|core|common))?$/,
    numbers: '1.18 1.18 1.24 1.18 1.22 1.26',
  },
  { of: 'CMake', names: /^cmake$/, numbers: '3.16 3.22 3.28 3.18 3.25 3.31' },
  { of: 'OpenSSL', names: /^(openssl|libssl-dev)$/, numbers: '1.1.1 3.0 3.0 1.1.1 3.0 3.5' },
  { of: 'Boost', names: /^libboost-([a-z-]+-)?dev$/, numbers: '1.71 1.74 1.83 1.74 1.74 1.83' },
  { of: 'FFmpeg', names: /^(ffmpeg|lib(av|sw)[a-z]+-dev)$/, numbers: '4.2 4.4 6.1 4.3 5.1 7.1' },
  { of: 'ImageMagick', names: /^(imagemagick|libmagick.*-dev)$/, numbers: '6.9 6.9 6.9 6.9 6.9 7.1' },
  { of: 'Tesseract', names: /^(tesseract-ocr|libtesseract-dev)$/, numbers: '4.1 4.1 5.3 4.1 5.3 5.5' },
  { of: 'GDAL', names: /^(gdal-bin|libgdal-dev)$/, numbers: '3.0 3.4 3.8 3.2 3.6 3.10' },
  { of: 'OpenCV', names: /^libopencv(-[a-z-]+)?-dev$/, numbers: '4.2 4.5 4.6 4.5 4.6 4.10' },
  {
    of: 'Protocol Buffers',
    names: /^(protobuf-compiler|libproto(buf|c)-dev)$/,
    numbers: '3.6 3.12 3.21 3.12 3.21 3.21',
  },
]
