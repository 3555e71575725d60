import { pipeline } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { ImageProblem, wordsOf } from './problem.js'
import { bytesOf, headOf, type Gap, type Section } from './section.js'

/** How a section is compressed. */
export type Compression = 'none' | 'gzip' | 'zstd' | 'bzip2' | 'xz'

/** Told by the first bytes; media types are wrong too often. */
export function compressionOf(section: Section): Compression {
  const head = headOf(section, 6)
  if (head.length < 4) return 'none'
  if (head.readUInt16BE(0) === 0x1f8b) return 'gzip'
  const word = head.readUInt32LE(0)
  if (word === 0xfd2fb528 || (word & 0xfffffff0) === 0x184d2a50) return 'zstd'
  if (head.toString('latin1', 0, 3) === 'BZh') return 'bzip2'
  return head.toString('latin1') === '\xfd7zXZ\0' ? 'xz' : 'none'
}

/**
 * The bytes of a section, decompressed as they come. A gap counts where nothing is compressed.
 * @throws ImageProblem when they cannot be: `what` says of what they are.
 */
export async function* inflated(section: Section, what: string, gap?: Gap): AsyncGenerator<Uint8Array> {
  const compression = compressionOf(section)
  if (compression === 'bzip2' || compression === 'xz')
    throw new ImageProblem(`${what} is compressed with ${compression}: dfslim reads gzip, zstd and plain tar`)
  try {
    if (compression === 'none') yield* bytesOf(section, gap)
    else yield* compression === 'gzip' ? gunzip(section) : unzstd(section)
  } catch (error) {
    throw new ImageProblem(`${what} is damaged or cut short (${wordsOf(error)})`)
  }
}

/** How long gzip makes a section that is not compressed. */
export async function gzippedLength(section: Section): Promise<number> {
  let length = 0
  for await (const chunk of pipeline(bytesOf(section), createGzip({ chunkSize: 128 * 1024 }), () => {}))
    length += (chunk as Buffer).length
  return length
}

function gunzip(section: Section): AsyncIterable<Uint8Array> {
  return pipeline(bytesOf(section), createGunzip({ chunkSize: 128 * 1024 }), () => {})
}

/**
 * Node's own decoder, where it has one, stops behind the first frame and takes what is cut short; layers that can be
 * loaded in parts have a frame for each.
 */
async function* unzstd(section: Section): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import('fzstd')
  let blocks: Uint8Array[] = []
  const decoder = new Decompress((block) => void blocks.push(block))
  const push = (bytes: Uint8Array, isLast: boolean) => {
    blocks = []
    decoder.push(bytes, isLast)
    return blocks
  }
  for (const chunk of bytesOf(section))
    for (let at = 0; at < chunk.length; at += zstdStep) yield* push(chunk.subarray(at, at + zstdStep), false)
  yield* push(new Uint8Array(0), true)
}

/** Bytes given to the decoder at a time: four may stand for 128 KiB, and it hands over all at once. */
const zstdStep = 256
