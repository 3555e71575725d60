import { createHash } from 'node:crypto'
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BuildContext } from '../context/build-context.js'
import { codeOf } from './failure.js'

/** A question to a build context, and what identifies the answer. */
type Read = readonly ['read' | 'list' | 'size' | 'ignoreFile', path: string, answer: string]

/** What is kept under a key. */
interface Entry {
  readonly reads: readonly Read[]
  readonly value: unknown
}

/** Above so many bytes what a run did not use is dropped. */
const maxBytes = 200 * 1024 * 1024
const digestLength = 24

/** Identifies a text: some 96 bits of its SHA-256, in letters. */
export const digestOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex').slice(0, digestLength)
}

/** The bytes of a cache, which threads share; none where there is no such file. @throws what the system says else */
export function readCache(file: string): Uint8Array {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return new Uint8Array()
    throw error
  }
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(descriptor).size))
    let end = 0
    for (let read = -1; read !== 0 && end < bytes.length; end += read)
      read = readSync(descriptor, bytes, end, bytes.length - end, null)
    return bytes.subarray(0, end)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * What earlier runs found out, by keys. A line holds a key, a digest of the rest, and the rest as JSON; the last one of a
 * key counts, and one that is torn is as good as none.
 */
export class Cache {
  private readonly places = new Map<string, readonly [start: number, end: number]>()
  private readonly text: Buffer

  constructor(bytes: Uint8Array) {
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    for (let start = 0; start < bytes.length;) {
      const end = this.text.indexOf(10, start)
      if (end < 0) break
      if (end - start > digestLength)
        this.places.set(this.text.toString('latin1', start, start + digestLength), [start, end])
      start = end + 1
    }
  }

  /** What is known under a key, if the build context still answers as it did then. */
  find(key: string, context: BuildContext): unknown {
    const place = this.places.get(key)
    const entry = place && entryIn(this.text.toString('utf8', ...place))
    return entry?.reads.every(([kind, path, answer]) => identify(ask(context, kind, path)) === answer)
      ? entry.value
      : undefined
  }

  /** The line of a key; undefined when there is none. */
  lineOf(key: string): Uint8Array | undefined {
    const place = this.places.get(key)
    return place && this.text.subarray(place[0], place[1] + 1)
  }
}

/** A line for what was found out under a key, and what the build context was asked for it. */
export function cacheLine(key: string, reads: readonly Read[], value: unknown): string {
  const json = JSON.stringify({ reads, value } satisfies Entry)
  return `${key} ${digestOf(json)} ${json}\n`
}

function entryIn(line: string): Entry | undefined {
  const json = line.slice(2 * digestLength + 2)
  if (line.slice(digestLength + 1, 2 * digestLength + 1) !== digestOf(json)) return undefined
  return JSON.parse(json) as Entry
}

/** A build context that keeps in mind what it was asked. */
export function remembering(context: BuildContext): BuildContext & { readonly reads: readonly Read[] } {
  const reads = new Map<string, Read>()
  const keep = <Answer>(kind: Read[0], path: string, answer: Answer): Answer => {
    const name = `${kind} ${path}`
    if (!reads.has(name)) reads.set(name, [kind, path, identify(ask(context, kind, path))])
    return answer
  }
  return {
    read: (path) => keep('read', path, context.read(path)),
    list: (path) => keep('list', path, context.list(path)),
    size: (path) => keep('size', path, context.size?.(path)),
    ignoreFile: () => keep('ignoreFile', '.', context.ignoreFile?.()),
    get reads() {
      return [...reads.values()]
    },
  }
}

/** What a build context says to a question; contexts keep their answers. */
function ask(context: BuildContext, kind: Read[0], path: string): string | readonly string[] | undefined {
  if (kind === 'size') return context.size?.(path)?.toString()
  if (kind !== 'ignoreFile') return context[kind](path)
  const file = context.ignoreFile?.()
  return file && [file.path, file.text ?? '', ...(file.entries() ?? [])]
}

function identify(answer: string | readonly string[] | undefined): string {
  if (answer === undefined) return ''
  return typeof answer === 'string' ? digestOf(answer) : digestOf(...answer)
}

/** Where the lines of a run go. */
export interface CacheWriter {
  /** A new line, or the key of one that was used. */
  readonly add: (line: string) => void
  readonly used: (key: string) => void
  readonly close: () => void
}

/**
 * Puts lines behind those that a file had (`bytes`), or, where it has grown too long, those of this run in its place. Two
 * runs may do so at once. @throws what the system says
 */
export function cacheWriter(file: string, bytes: Uint8Array, most = maxBytes): CacheWriter {
  mkdirSync(dirname(file), { recursive: true })
  return bytes.length > most ? replacing(file, new Cache(bytes)) : appending(file)
}

function appending(file: string): CacheWriter {
  const descriptor = openSync(file, 'a')
  let lines: string[] = []
  let length = 0
  // What another run left torn ends here.
  const flush = () => {
    if (length > 0) writeSync(descriptor, `\n${lines.join('')}`)
    lines = []
    length = 0
  }
  return {
    add: (line) => {
      lines.push(line)
      length += line.length
      if (length > 1_000_000) flush()
    },
    used: () => {},
    close: () => {
      flush()
      closeSync(descriptor)
    },
  }
}

function replacing(file: string, known: Cache): CacheWriter {
  const temporary = `${file}.${process.pid}`
  const descriptor = openSync(temporary, 'w')
  const put = (line: string | Uint8Array) =>
    void (typeof line === 'string' ? writeSync(descriptor, line) : writeSync(descriptor, line))
  return {
    add: put,
    used: (key) => {
      const line = known.lineOf(key)
      if (line) put(line)
    },
    close: () => {
      closeSync(descriptor)
      try {
        renameSync(temporary, file)
      } finally {
        rmSync(temporary, { force: true })
      }
    },
  }
}
