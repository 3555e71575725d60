import { wordsIn } from './words.js'

/**
 * What distroless images hold. Those on Debian 12 are no longer made since September 2026; those on Debian 13 run what
 * was built on an older Debian.
 * Source: README, SUPPORT_POLICY and the build files of GoogleContainerTools/distroless, 21 August 2026.
 */

/**
 * `static`: certificates, time zones, names of users and services, /tmp. `base`: the C library and OpenSSL as well.
 * `cc`: the libraries of C++ as well.
 */
export type DistrolessKind = 'static' | 'base' | 'cc'

/** An image without a shell; it runs as root, in `/`, and nothing unless told. */
export const distrolessImage = (kind: DistrolessKind): string => `gcr.io/distroless/${kind}-debian13`

/** The image with a version of Node, whose entry point is `distrolessNode`; undefined where there is none. */
export const distrolessNodeImage = (major: string): string | undefined =>
  nodes.includes(major) ? `gcr.io/distroless/nodejs${major}-debian13` : undefined

/** `node` by its name is not found there. */
export const distrolessNode = '/nodejs/bin/node'

/** The image with a version of Java, whose entry point is `java -jar`; undefined where there is none. */
export const distrolessJavaImage = (major: string): string | undefined =>
  javas.includes(major) ? `gcr.io/distroless/java${major}-debian13` : undefined

/** Whether each of them knows that user by name. */
export const isDistrolessUser = (name: string): boolean => users.includes(name)

/** The same for groups. */
export const isDistrolessGroup = (name: string): boolean => groups.includes(name)

/** Debian and Alpine packages that each of them stands for. */
export const isInDistroless = (name: string): boolean => packages.includes(name)

/** Whether what is compiled on a Debian release finds its C library there, or one that is newer. */
export const runsOnDistroless = (release: string): boolean => releases.includes(release)

const nodes = wordsIn('22 24 26')
const javas = wordsIn('17 21 25')
const users = wordsIn('root nobody nonroot')
const groups = wordsIn('root nobody tty staff nonroot')
const packages = wordsIn('ca-certificates ca-certificates-bundle tzdata netbase media-types')
const releases = wordsIn('stretch buster bullseye bookworm trixie')
