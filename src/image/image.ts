import { openArchive, type Archive } from './archive.js'
import { readConfig, type ImageConfig } from './config.js'
import { compressionOf, gzippedLength } from './inflate.js'
import { readLayer, type Contents } from './layer.js'
import { readManifest } from './manifest.js'
import { isRecord } from './packages.js'
import type { Section } from './section.js'
import type { Spool } from './spool.js'
import { emptyTree, growTree, type LayerTally, type Node, type Waste } from './tree.js'

/** An image as it was read: plain data. */
export interface Image {
  /** The name that it was saved by; undefined when it has none. */
  readonly name: string | undefined
  /** How many images stood beside it in what was read, itself included. */
  readonly images: number
  /** The lowest first. */
  readonly layers: readonly Layer[]
  /** The final file system, by absolute path. */
  readonly tree: ReadonlyMap<string, Node>
  /** The files that are in a layer and not in the final file system. */
  readonly waste: readonly Waste[]
  readonly config: ImageConfig
}

/** One layer. Sizes are bytes. */
export interface Layer extends LayerTally {
  /** What made it, as in a Dockerfile; empty when the image does not say. */
  readonly instruction: string
  /** The length of its tar file, not compressed. */
  readonly bytes: number
  /** Its length as it is stored, or as gzip makes it; undefined when it is not compressed and that was not asked for. */
  readonly compressedBytes: number | undefined
}

/** What to read beside sizes. */
export interface ReadOptions {
  /** Digests of all files, and the texts that say which package a path belongs to: all content is read then. */
  readonly digests?: boolean
  /**
   * What gzip makes of layers, by the digests of their tar files: layers that are not compressed are looked up here,
   * else compressed and put in.
   */
  readonly compressed?: Map<string, number>
}

/**
 * Reads an image that `docker save` wrote, or an OCI layout: a tar file, a folder, or what an engine was made to save.
 * Memory grows with the number of files, not with their sizes.
 * @throws ImageProblem when it is none, or damaged; `name` is what messages call it
 */
export async function readImage(
  source: string | Spool,
  name: string,
  options: ReadOptions = {},
): Promise<Image> {
  const archive = await openArchive(source, name)
  try {
    return await readArchive(archive, contentsFor(options), options.compressed)
  } finally {
    archive.close()
  }
}

const contentsFor = ({ digests = false }: ReadOptions): Contents => ({
  digests,
  keeps: digests ? isRecord : () => false,
})

async function readArchive(
  archive: Archive,
  contents: Contents,
  compressed: ReadOptions['compressed'],
): Promise<Image> {
  const { name, images, config: json, layers: sections } = readManifest(archive)
  const { config, instructions, diffIds } = readConfig(json)
  const tree = emptyTree()
  const layers: Layer[] = []
  for (const [i, section] of sections.entries()) {
    const growth = growTree(tree, i)
    const compression = compressionOf(section)
    const source = {
      section,
      what: `layer ${i + 1} of ${archive.name}`,
      // The decoder of zstd does not look at checksums.
      diffId: compression === 'zstd' ? diffIds[i] : undefined,
    }
    const bytes = await readLayer(source, contents, growth.add)
    const instruction = instructions[i] ?? ''
    const compressedBytes =
      compression === 'none' ? await compressedLength(section, diffIds[i], compressed) : section.size
    layers.push({ instruction, ...growth.close(), bytes, compressedBytes })
  }
  return { name, images, layers, tree: tree.nodes, waste: tree.waste, config }
}

async function compressedLength(
  section: Section,
  diffId: string | undefined,
  known: ReadOptions['compressed'],
): Promise<number | undefined> {
  if (known === undefined) return undefined
  const length = known.get(diffId ?? '') ?? (await gzippedLength(section))
  if (diffId !== undefined) known.set(diffId, length)
  return length
}
