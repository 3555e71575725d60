import { extract, type Extract, type Header } from 'tar-stream'
import { ImageProblem, wordsOf } from './problem.js'
import type { Gap } from './section.js'

/** What a member is. */
export type Kind =
  'file' | 'directory' | 'link' | 'character-device' | 'block-device' | 'fifo' | 'hard-link' | 'other'

/** A member of a tar file. */
export interface Member {
  /** As written. */
  readonly name: string
  readonly kind: Kind
  /** The bytes of a file's content; of a sparse file those it has when it is unpacked. */
  readonly size: number
  /** The permission bits. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** What a symbolic or hard link leads to, as written; `major,minor` of a device. */
  readonly target: string | undefined
  /** Extended attributes by name; undefined when there are none. */
  readonly xattrs: Readonly<Record<string, string>> | undefined
  /** Where the content starts, in bytes from the start of the tar file. */
  readonly offset: number
}

/** The bytes of a tar file, in order. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/**
 * Told of each member, in their order. Who wants its content starts to read it at once, and answers with the end of
 * that; without an answer it is let go.
 */
export type Visit = (member: Member, content: AsyncIterable<Uint8Array>) => Promise<void> | undefined

/**
 * Reads a tar file to its end. The gap is set to contents that nobody wants.
 * @throws ImageProblem when it is no tar file, or ends too early: `what` says of what it is; and what `visit` throws
 */
export async function readTar(
  chunks: Chunks,
  what: string,
  visit: Visit,
  gap: Gap = { until: 0 },
): Promise<void> {
  const reader = extract({ highWaterMark: 128 * 1024, ...lenient })
  let isTar = false
  reader.on('entry', (header, content, next) => {
    isTar = true
    // The reader has the same error, and an error that nobody hears of ends the process.
    content.on('error', () => {})
    try {
      const member = memberOf(header, content.offset + blockBytes, what)
      const reading = visit(member, content as AsyncIterable<Uint8Array>)
      if (reading !== undefined) return void reading.then(() => next(), next)
      gap.until = member.offset + header.size
      content.resume()
    } catch (error) {
      return void next(asError(error))
    }
    // What is behind a content waits for its end in any case, and a chunk holds too few headers to fill the stack.
    next()
  })
  try {
    await pump(chunks, reader)
  } catch (error) {
    if (error instanceof ImageProblem) throw error
    const words = wordsOf(error).split('. ')[0]!
    throw new ImageProblem(isTar ? `${what} is damaged or cut short (${words})` : `${what} is no tar file`)
  }
}

/** Takes headers from before POSIX as well. */
const lenient = { allowUnknownFormat: true }

const blockBytes = 512

async function pump(chunks: Chunks, into: Extract): Promise<void> {
  let goOn = () => {}
  const ending = new Promise<Error | undefined>((resolve) => {
    let failure: Error | undefined
    into.on('error', (error) => (failure = error))
    into.on('drain', () => goOn())
    into.on('close', () => {
      goOn()
      resolve(failure)
    })
  })
  try {
    for await (const chunk of chunks) {
      if (into.destroying) break
      if (!into.write(chunk)) await new Promise<void>((resolve) => (goOn = resolve))
    }
    into.end(null)
  } catch (error) {
    into.destroy(asError(error))
  }
  const failure = await ending
  if (failure !== undefined) throw failure
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))

function memberOf(header: Header, offset: number, what: string): Member {
  const pax = header.pax as Readonly<Record<string, string>> | null
  const kind = kindOf(header)
  if (kind === undefined)
    throw new ImageProblem(
      `${what} holds ${header.name}, of a kind that dfslim does not read, such as the sparse files of GNU tar`,
    )
  return {
    name: pax?.['GNU.sparse.name'] ?? header.name,
    kind,
    size: kind === 'file' ? Number(pax?.['GNU.sparse.realsize'] ?? header.size) : 0,
    mode: header.mode & 0o7777,
    uid: Number(pax?.['uid'] ?? header.uid),
    gid: Number(pax?.['gid'] ?? header.gid),
    target: targetOf(header, kind),
    xattrs: pax === null ? undefined : xattrsIn(pax),
    offset,
  }
}

function kindOf({ type, name }: Header): Kind | undefined {
  if (type === 'file' && name.endsWith('/')) return 'directory'
  return (kinds as Readonly<Record<string, Kind>>)[type]
}

const kinds = {
  file: 'file',
  'contiguous-file': 'file',
  link: 'hard-link',
  symlink: 'link',
  directory: 'directory',
  'character-device': 'character-device',
  'block-device': 'block-device',
  fifo: 'fifo',
} as const

function targetOf({ linkname, devmajor, devminor }: Header, kind: Kind): string | undefined {
  if (kind === 'link' || kind === 'hard-link') return linkname
  return kind === 'character-device' || kind === 'block-device' ? `${devmajor},${devminor}` : undefined
}

const xattrMark = 'SCHILY.xattr.'

function xattrsIn(pax: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined {
  const marked = Object.keys(pax).filter((key) => key.startsWith(xattrMark))
  if (marked.length === 0) return undefined
  return Object.fromEntries(marked.sort().map((key) => [key.slice(xattrMark.length), pax[key]!]))
}
