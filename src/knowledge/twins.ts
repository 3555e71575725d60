import { alpineTags, slimTags, type TagTable } from './tags.js'
import { isDebianSuite } from './distributions.js'
import { jreTags } from './jre-tags.js'
import { ownValue, spreadIn, wordsIn } from './words.js'

/**
 * The twins of an official image's tag: the same on the slim base, on Alpine, and without the compiler of Java.
 * A twin is known to be on the list of official images; tags that are not in the tables have none, whatever they look like.
 */

/** The slim twin of `image:tag`; undefined where none is known. What it lacks besides documentation: see `slimLacks`. */
export function slimTwin(image: string, tag: string): string | undefined {
  return isListed(slimTags, image, tag) ? slimName(image, tag) : undefined
}

/** The same version of the image on Alpine; undefined where none is known, as for `3.12-bookworm`: see `withoutSuite`. */
export function alpineTwin(image: string, tag: string): string | undefined {
  if (!isListed(alpineTags, image, tag)) return undefined
  if (tag === 'latest') return 'alpine'
  const variant = image === 'nginx' ? /-(otel|perl)$/.exec(tag)?.[0] : undefined
  return variant === undefined ? `${tag}-alpine` : tag.replace(variant, `-alpine${variant}`)
}

/**
 * Whether the Alpine twin of a tag stands on a release whose packages are known (3.19 to 3.24): the tag moves with its minor
 * version, and that was still made when 3.19 was the newest, in 2024.
 */
export function knownAlpine(image: string, tag: string): boolean {
  const since = ownValue(madeOnKnown, image)
  if (since === undefined) return false
  const [version = ''] = tag.split('-')
  if (!/^\d/.test(version))
    return /^(latest|alpine|cli|fpm|zts|lts|current|stable|mainline|slim)$/.test(version)
  const [major = 0, minor] = version.split('.').map(Number)
  if (version.split('.').length > (image === 'node' || image === 'eclipse-temurin' ? 1 : 2)) return false
  const [first = 0, second = 0] = since.split('.').map(Number)
  return major > first || (major === first && (minor === undefined || minor >= second))
}

/** The first versions that images were still made of in 2024. Source: docker-library/official-images, history to 2026-08. */
const madeOnKnown: Readonly<Record<string, string>> = {
  'eclipse-temurin': '8',
  golang: '1.21',
  gradle: '8',
  httpd: '2.4',
  maven: '3.9',
  memcached: '1.6',
  nginx: '1.25',
  node: '18',
  php: '8.1',
  python: '3.8',
  rabbitmq: '3.12',
  redis: '6.2',
  ruby: '3.0',
}

/** The twin of a JDK's tag with the JRE of the same build on the same release; undefined where none is known. */
export function jreTwin(image: string, tag: string): string | undefined {
  if (isListed(jreTags, image, tag)) return jreName(image, tag)
  const jdk = withJdk(image, tag)
  return jdk !== undefined && isListed(jreTags, image, jdk) ? jreName(image, jdk) : undefined
}

/** `3.12-bookworm` without the name of its Debian release; undefined where the tag ends with none. */
export function withoutSuite(tag: string): string | undefined {
  const dash = tag.lastIndexOf('-')
  if (!isDebianSuite(tag.slice(dash + 1))) return undefined
  return dash < 0 ? 'latest' : tag.slice(0, dash)
}

/**
 * Whether Debian's mirrors hold the release that a tag stands on, as they do from bullseye on: buster went to the archive in
 * 2025. A tag without a release stands on the newest that the same version is listed with.
 */
export function isMirrored(image: string, tag: string): boolean {
  const suites = ['bullseye', 'bookworm', 'trixie']
  return (
    tag.split('-').some((part) => suites.includes(part)) ||
    (withoutSuite(tag) === undefined &&
      suites.some((suite) => isListed(slimTags, image, tag === 'latest' ? suite : `${tag}-${suite}`)))
  )
}

/** What a slim image is known to leave out that its plain one is made for; undefined where it only lacks what `commands` says. */
export function slimLacks(image: string): string | undefined {
  return ownValue(lacks, image)
}

/** Source: the READMEs of the images, 2026-08. */
const lacks: Readonly<Record<string, string>> = {
  almalinux: 'dnf, for which it has microdnf',
  nginx: 'the modules that load on demand: geoip, image-filter, njs, xslt',
  oraclelinux: 'dnf or yum, for which it has microdnf',
  rockylinux: 'dnf, for which it has microdnf',
  swift: 'the compiler: it runs what was built',
}

const tails: Readonly<Record<string, string>> = { almalinux: 'minimal', rockylinux: 'minimal' }
const lastSlim = new Set(
  wordsIn('almalinux debian gradle maven nginx node oraclelinux rockylinux swift tomcat'),
)

/** `slim` comes last, or before the suite, and for perl before `threaded`. */
function slimName(image: string, tag: string): string {
  const slim = ownValue(tails, image) ?? 'slim'
  if (tag === 'latest') return slim
  if (lastSlim.has(image)) return `${tag}-${slim}`
  const parts = tag.split('-')
  const tail = parts.findIndex((part) => part === 'threaded' || isDebianSuite(part))
  parts.splice(tail < 0 ? parts.length : tail, 0, slim)
  return parts.join('-')
}

function jreName(image: string, tag: string): string {
  if (image === 'amazoncorretto') return `${tag.replace(/-jdk$/, '')}-jre`
  return tag.replace(/(^|-)jdk(?=\d*(-|$))/, '$1jre')
}

/** openjdk, and Temurin by whole versions, have every tag without `jdk` as well. */
function withJdk(image: string, tag: string): string | undefined {
  const [version = '', ...rest] = tag.split('-')
  if (image === 'eclipse-temurin' && /^\d+$/.test(version)) return [version, 'jdk', ...rest].join('-')
  if (image !== 'openjdk' || !/^\d/.test(version)) return undefined
  const build = rest[0] !== undefined && /^b?\d/.test(rest[0]) ? 1 : 0
  return [version, ...rest.slice(0, build), 'jdk', ...rest.slice(build)].join('-')
}

const tagSets = new Map<TagTable, Map<string, ReadonlySet<string>>>()

function isListed(table: TagTable, image: string, tag: string): boolean {
  const groups = ownValue(table, image)
  if (groups === undefined) return false
  const sets = tagSets.get(table) ?? new Map<string, ReadonlySet<string>>()
  const tags = sets.get(image) ?? new Set(tagsIn(groups))
  tagSets.set(table, sets.set(image, tags))
  return tags.has(tag)
}

/** Every tag of an image's entry. */
export function tagsIn(groups: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(groups).flatMap(([key, heads]) =>
    spreadIn(key).flatMap((tail) => spreadIn(heads).map((head) => tagOf(head, tail))),
  )
}

function tagOf(head: string, tail: string): string {
  if (tail === 'plain') return head
  return head === 'latest' ? tail : `${head}-${tail}`
}
