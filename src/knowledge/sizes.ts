import { distributionOf } from './distributions.js'
import { ownValue } from './words.js'

/**
 * How large images are, unpacked, on amd64: what `docker image ls` shows, not what a registry stores.
 * Source of images: docker-library/repo-info, local/*.md (total size of all layers on disk), June to September 2026; debian's slim
 * and trixie images: made from the archive and measured with Docker 26.1, 2026-09. Distroless: the files in the packages that its
 * build files name, of trixie, November 2026, with the bundle of certificates. Of packages: see `installed`.
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
  alpine: [
    { tags: /^3\.21(\.\d+)?$/, size: 7.8 },
    { tags: /^3\.22(\.\d+)?$/, size: 8.3 },
    { tags: /^(latest|3(\.2[34](\.\d+)?)?)$/, size: 8.4 },
  ],
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
    { tags: /^17(\.[\d._]+)?(-jdk)?-noble$/, size: 422 },
    { tags: /^17(\.[\d._]+)?-jre-noble$/, size: 264 },
    { tags: /^21(\.[\d._]+)?(-jdk)?-noble$/, size: 449 },
    { tags: /^21(\.[\d._]+)?-jre-noble$/, size: 288 },
    { tags: /^25(\.[\d._]+)?(-jdk)?-noble$/, size: 393 },
    { tags: /^25(\.[\d._]+)?-jre-noble$/, size: 317 },
    { tags: /^17(\.[\d._]+)?(-jdk)?-alpine/, size: 335 },
    { tags: /^17(\.[\d._]+)?-jre-alpine/, size: 184 },
  ],
  'gcr.io/distroless/base-debian13': [{ tags: /^(latest|nonroot)$/, size: 24.3 }],
  'gcr.io/distroless/cc-debian13': [{ tags: /^(latest|nonroot)$/, size: 27.6 }],
  'gcr.io/distroless/static-debian13': [{ tags: /^(latest|nonroot)$/, size: 2.3 }],
  golang: [
    { tags: /^1\.25(\.\d+)?-bookworm$/, size: 807 },
    { tags: /^1\.25(\.\d+)?(-trixie)?$/, size: 848 },
    { tags: /^1\.25(\.\d+)?-alpine/, size: 215 },
    { tags: /^1\.26(\.\d+)?-bookworm$/, size: 834 },
    { tags: /^1\.26(\.\d+)?(-trixie)?$/, size: 874 },
    { tags: /^1\.26(\.\d+)?-alpine/, size: 241 },
  ],
  maven: [
    { tags: /^3(\.9(\.\d+)?)?-eclipse-temurin-17-noble$/, size: 504 },
    { tags: /^3(\.9(\.\d+)?)?-eclipse-temurin-21-noble$/, size: 538 },
    { tags: /^3(\.9(\.\d+)?)?-eclipse-temurin-25-noble$/, size: 488 },
  ],
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
  rust: [
    { tags: /^1(\.98(\.\d)?)?-bookworm$/, size: 1560 },
    { tags: /^1(\.98(\.\d)?)?(-trixie)?$/, size: 1650 },
    { tags: /^1\.97(\.\d)?-slim-bookworm$/, size: 910 },
    { tags: /^1(\.98(\.\d)?)?-slim-bookworm$/, size: 894 },
    { tags: /^1(\.98(\.\d)?)?-slim(-trixie)?$/, size: 905 },
  ],
  scratch: [{ tags: /^latest$/, size: 0 }],
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
