import { distributionOf } from './distributions.js'
import { ownValue } from './words.js'

/**
 * How large images are, unpacked, on amd64: what `docker image ls` shows, not what a registry stores.
 * Source of images: docker-library/repo-info, local/*.md (total size of all layers on disk), June to September 2026; debian's slim
 * and trixie images: made from the archive and measured with Docker 26.1, 2026-09. Of packages: see `installed`.
 */

/** About the size of an image in bytes; undefined where none of this version on this release was measured. */
export function sizeOfImage(image: string, tag: string): number | undefined {
  const entry = ownValue(imageSizes, image)
  if (entry === undefined) return undefined
  const release = distributionOf(image, tag)?.release
  const found = entry.find(({ tags, on }) => tags.test(tag) && (on === undefined || on === release))
  return found === undefined ? undefined : megabytes(found.size)
}

/** What the slim image of `release` lacks of the full one, in bytes, whatever the version; undefined where not known. */
export function slimSaves(image: string, release: string): number | undefined {
  const size = ownValue(slimSavings, `${image} ${release}`)
  return size === undefined ? undefined : megabytes(size)
}

const megabytes = (size: number): number => Math.round(size * 1e6)

/** In MB. `on` is the Debian release that the tag has to name. The first that fits. */
interface ImageSize {
  readonly tags: RegExp
  readonly on?: string
  readonly size: number
}

const imageSizes: Readonly<Record<string, readonly ImageSize[]>> = {
  alpine: [{ tags: /^3\.22(\.\d+)?$/, size: 8.3 }],
  debian: [
    { tags: /-slim$/, on: 'bookworm', size: 74.9 },
    { tags: /^(?!.*-backports)/, on: 'bookworm', size: 117 },
    { tags: /-slim$/, on: 'trixie', size: 78.9 },
    { tags: /^(?!.*-backports)/, on: 'trixie', size: 120 },
  ],
  'eclipse-temurin': [
    { tags: /^17(\.[\d._]+)?(-jdk)?-jammy$/, size: 416 },
    { tags: /^17(\.[\d._]+)?-jre-jammy$/, size: 263 },
    { tags: /^21(\.[\d._]+)?(-jdk)?-jammy$/, size: 442 },
    { tags: /^21(\.[\d._]+)?-jre-jammy$/, size: 286 },
    { tags: /^17(\.[\d._]+)?(-jdk)?-alpine/, size: 335 },
    { tags: /^17(\.[\d._]+)?-jre-alpine/, size: 184 },
  ],
  golang: [{ tags: /^1\.25(\.\d+)?-bookworm$/, size: 807 }],
  node: [
    { tags: /^22(\.[\d.]+)?-bookworm$/, size: 1130 },
    { tags: /^22(\.[\d.]+)?-bookworm-slim$/, size: 227 },
    { tags: /^22(\.[\d.]+)?-trixie$/, size: 1220 },
    { tags: /^22(\.[\d.]+)?-trixie-slim$/, size: 231 },
    { tags: /^22(\.[\d.]+)?-alpine/, size: 167 },
  ],
  php: [{ tags: /^8\.4(\.\d+)?(-cli)?-alpine/, size: 111 }],
  python: [
    { tags: /^3\.12(\.\d+)?-bookworm$/, size: 1020 },
    { tags: /^3\.12(\.\d+)?-slim-bookworm$/, size: 124 },
    { tags: /^3\.12(\.\d+)?-trixie$/, size: 1110 },
    { tags: /^3\.12(\.\d+)?-slim-trixie$/, size: 119 },
    { tags: /^3\.12(\.\d+)?-alpine/, size: 48.8 },
  ],
  ruby: [
    { tags: /^3\.4(\.\d+)?-bookworm$/, size: 1000 },
    { tags: /^3\.4(\.\d+)?-slim-bookworm$/, size: 158 },
    { tags: /^3\.4(\.\d+)?-alpine/, size: 77.1 },
  ],
  rust: [{ tags: /^1(\.97(\.\d)?)?-slim-bookworm$/, size: 910 }],
  ubuntu: [
    { tags: /^(22\.04|jammy)(-\d+)?$/, size: 78.1 },
    { tags: /^(24\.04|noble)(-\d+)?$/, size: 78.2 },
  ],
}

/** In MB: the differences of the sizes above. */
const slimSavings: Readonly<Record<string, number>> = {
  'debian bookworm': 42,
  'debian trixie': 41,
  'node bookworm': 903,
  'node trixie': 989,
  'python bookworm': 896,
  'python trixie': 991,
  'ruby bookworm': 842,
  'ruby trixie': 943,
}
