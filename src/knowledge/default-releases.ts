import { type Release, releaseOf } from './distributions.js'
import { ownValue } from './words.js'

/**
 * The Debian release that a tag of golang or rust stands on which names none: `golang:1.22`, `rust:1.80-slim`.
 * Source: docker-library/official-images, library/golang and library/rust, the last entry of each tag until 2026-08.
 */

/** By the name in the tag, else by the version; undefined where neither tells. */
export function standingRelease(image: string, tag: string): Release | undefined {
  const named = releaseOf(image, tag)
  const table = ownValue(tables, image)
  if (named !== undefined || !table) return named
  const version = (image === 'rust' ? /^1\.(\d+)(?:\.(\d+))?(?:-slim)?$/ : /^1\.(\d+)(?:\.(\d+))?$/).exec(tag)
  if (!version) return undefined
  const [minor, patch] = [Number(version[1]), Number(version[2] ?? Infinity)]
  if (minor > table.last) return undefined
  const late = table.late.find(([, of, from]) => of === minor && patch >= from)
  return (late ?? table.from.findLast(([, since]) => minor >= since))?.[0]
}

interface Table {
  /** The last minor version that no longer moves to another release. */
  readonly last: number
  /** The first minor version on each release. */
  readonly from: readonly (readonly [Release, minor: number])[]
  /** Minor versions that moved on from a patch. */
  readonly late: readonly (readonly [Release, minor: number, patch: number])[]
}

const tables: Readonly<Record<string, Table>> = {
  golang: {
    last: 26,
    from: [
      ['stretch', 9],
      ['buster', 13],
      ['bullseye', 17],
      ['bookworm', 21],
      ['trixie', 25],
    ],
    late: [
      ['buster', 11, 12],
      ['buster', 12, 7],
      ['bullseye', 16, 7],
      ['bookworm', 19, 10],
      ['bookworm', 20, 5],
      ['trixie', 24, 6],
    ],
  },
  rust: {
    last: 98,
    from: [
      ['stretch', 24],
      ['buster', 37],
      ['bullseye', 55],
      ['bookworm', 72],
      ['trixie', 89],
    ],
    late: [],
  },
}
