import { readSync } from 'node:fs'

/** A stretch of an open file, in bytes. */
export interface Section {
  readonly fd: number
  readonly start: number
  readonly size: number
}

/** What nobody will look at: bytes in front of `until`, counted from the start of what is read. */
export interface Gap {
  until: number
}

/** How much is read at a time, in bytes. */
const chunkBytes = 128 * 1024

/** Stands in for what is not read. */
const nothing = Buffer.alloc(chunkBytes)

/**
 * The bytes of a section. Those in a gap are not read: zeros come instead, for a parser that cannot seek.
 * Ends early where the file does.
 */
export function* bytesOf({ fd, start, size }: Section, gap: Gap = { until: 0 }): Generator<Uint8Array> {
  for (let at = 0; at < size;) {
    const length = Math.min(chunkBytes, size - at)
    if (gap.until >= at + length) {
      yield length === chunkBytes ? nothing : nothing.subarray(0, length)
      at += length
      continue
    }
    const chunk = Buffer.allocUnsafe(length)
    const read = readSync(fd, chunk, 0, length, start + at)
    if (read === 0) return
    yield read === length ? chunk : chunk.subarray(0, read)
    at += read
  }
}

/** The first bytes of a section, at most `length`. */
export function headOf({ fd, start, size }: Section, length: number): Buffer {
  const head = Buffer.alloc(Math.min(length, size))
  return head.subarray(0, readSync(fd, head, 0, head.length, start))
}
