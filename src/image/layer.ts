import { createHash, type Hash } from 'node:crypto'
import { inflated } from './inflate.js'
import { ImageProblem } from './problem.js'
import type { Section } from './section.js'
import { readTar, type Kind, type Member, type Visit } from './tar.js'

/** What a layer says of one path. */
export type Item = Entry | HardLink | Whiteout | Emptied

/** Paths are absolute and have no `.`, `..` or slash at their end. */
export interface Entry {
  readonly kind: Exclude<Kind, 'hard-link'>
  readonly path: string
  readonly size: number
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly target: string | undefined
  readonly xattrs: Readonly<Record<string, string>> | undefined
  /** The SHA-256 of a file's content, in hex; only when it was asked for. */
  readonly digest: string | undefined
  /** The content of a file whose content was asked for. */
  readonly text: string | undefined
}

/** One more name of a file. */
export interface HardLink {
  readonly kind: 'hard-link'
  readonly path: string
  readonly to: string
}

/** The path is gone with all below it, as far as the layers below had it. */
export interface Whiteout {
  readonly kind: 'whiteout'
  readonly path: string
}

/** All below the path is gone, as far as the layers below had it. */
export interface Emptied {
  readonly kind: 'emptied'
  readonly path: string
}

/** Which contents are looked at. */
export interface Contents {
  readonly digests: boolean
  /** Whether the text of the file of that path is kept. */
  readonly keeps: (path: string) => boolean
}

/** A layer to be read. */
export interface Source {
  readonly section: Section
  /** How it is called in messages. */
  readonly what: string
  /** `sha256:` and the digest of its tar file, to be checked; undefined when it is not to be. */
  readonly diffId: string | undefined
}

/**
 * Reads a layer, and hands over its items in the order of its tar file. The answer is the length of that, in bytes.
 * @throws ImageProblem
 */
export async function readLayer(
  { section, what, diffId }: Source,
  contents: Contents,
  take: (item: Item) => void,
): Promise<number> {
  const gap = { until: 0 }
  const seen: Seen = { bytes: 0, hash: diffId === undefined ? undefined : createHash('sha256') }
  const visit: Visit = (member, content) => {
    const path = absolute(member.name)
    if (path.length > maxPath) throw new ImageProblem(`${what} holds a path of ${path.length} characters`)
    if (member.kind === 'file' && (contents.digests || contents.keeps(path)))
      return readContent(content, path, contents).then((read) => take(itemOf(member, path, read)))
    take(itemOf(member, path, {}))
    return undefined
  }
  await readTar(watched(inflated(section, what, gap), seen), what, visit, gap)
  if (seen.hash && `sha256:${seen.hash.digest('hex')}` !== diffId)
    throw new ImageProblem(`${what} is damaged: its digest is not the one that the image gives`)
  return seen.bytes
}

/** No system takes longer paths. */
const maxPath = 8192

interface Seen {
  bytes: number
  readonly hash: Hash | undefined
}

async function* watched(chunks: AsyncIterable<Uint8Array>, seen: Seen): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    seen.bytes += chunk.length
    seen.hash?.update(chunk)
    yield chunk
  }
}

/** `./usr/bin/` is `/usr/bin`, `.` is `/`. */
export function absolute(name: string): string {
  const path = name.endsWith('/') ? name.replace(/\/+$/, '') : name
  if (path.startsWith('./')) return isPlain(path.slice(2)) ? path.slice(1) : normal(path)
  if (path.startsWith('/')) return isPlain(path.slice(1)) ? path : normal(path)
  return isPlain(path) ? `/${path}` : normal(path)
}

/** Whether nothing is to be done with a path: no empty part, and none of dots alone. */
const isPlain = (path: string) => path !== '' && !/(?:^|\/)(?:\.{0,2})(?:\/|$)/.test(path)

function normal(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

/** Names that begin with two marks are for the storage driver that wrote them, but for the one of emptied folders. */
function markOf(path: string): Whiteout | Emptied | undefined {
  const at = path.lastIndexOf('/')
  if (!path.startsWith('.wh.', at + 1)) return undefined
  const folder = path.slice(0, at)
  const name = path.slice(at + 5)
  return name === '.wh..opq'
    ? { kind: 'emptied', path: folder || '/' }
    : { kind: 'whiteout', path: `${folder}/${name}` }
}

type Read = Pick<Partial<Entry>, 'digest' | 'text'>

function itemOf(member: Member, path: string, { digest, text }: Read): Item {
  const mark = markOf(path)
  if (mark !== undefined) return mark
  const { kind, size, mode, uid, gid, target, xattrs } = member
  if (kind === 'hard-link') return { kind, path, to: absolute(target ?? '') }
  return { kind, path, size, mode, uid, gid, target, xattrs, digest, text }
}

async function readContent(
  content: AsyncIterable<Uint8Array>,
  path: string,
  { digests, keeps }: Contents,
): Promise<Read> {
  const hash = digests ? createHash('sha256') : undefined
  const chunks: Uint8Array[] | undefined = keeps(path) ? [] : undefined
  for await (const chunk of content) {
    hash?.update(chunk)
    chunks?.push(chunk)
  }
  return { digest: hash?.digest('hex'), text: chunks && Buffer.concat(chunks).toString('utf8') }
}
