import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { codeOf, failureAt, isGarbled, notText, reasonOf, type Failure } from './failure.js'
import type { Found } from './find.js'

/** A Dockerfile as it was read. */
export interface SourceFile extends Found {
  readonly bytes: Uint8Array
  /** The bytes as text, a byte order mark included. */
  readonly text: string
}

/** More bytes than this are no Dockerfile. */
const maxBytes = 5_000_000

/** The text of a file, or why it is not taken. */
export function readDockerfile(found: Found): SourceFile | Failure {
  try {
    const stat = statSync(found.absolute)
    if (stat.isDirectory()) return failureAt('unreadable', found.path, 'is a directory')
    if (!stat.isFile()) return failureAt('unreadable', found.path, 'is no regular file')
    if (stat.size > maxBytes) return failureAt('unreadable', found.path, tooLarge(stat.size))
    return decodeDockerfile(found, readFileSync(found.absolute))
  } catch (error) {
    const isLost = codeOf(error) === 'ENOENT' && isGarbled(found.path)
    return failureAt('unreadable', found.path, isLost ? notText : reasonOf(error))
  }
}

/** The text that some bytes hold, or why they are not taken. */
export function decodeDockerfile(found: Found, bytes: Uint8Array): SourceFile | Failure {
  if (bytes.length === 0) return failureAt('unreadable', found.path, 'is empty')
  if (bytes.length > maxBytes) return failureAt('unreadable', found.path, tooLarge(bytes.length))
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isUtf16) return failureAt('unreadable', found.path, 'is UTF-16, not UTF-8')
  const zero = bytes.indexOf(0)
  if (zero >= 0) return failureAt('unreadable', found.path, 'holds a NUL byte', lineAt(bytes, zero))
  if (!isUtf8(bytes)) return failureAt('unreadable', found.path, 'is not UTF-8', firstBadLine(bytes))
  return { ...found, bytes, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8') }
}

const tooLarge = (bytes: number) =>
  `holds ${(bytes / 1e6).toFixed(1)} MB: above ${maxBytes / 1e6} MB it is no Dockerfile`

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) line++
  return line
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start)
    const next = end < 0 ? bytes.length : end + 1
    if (!isUtf8(bytes.subarray(start, next))) return line
    start = next
  }
  return line
}
