import { largestDirectories, type Directory } from './directories.js'
import type { Image } from './image.js'
import { findPlace, type Place } from './places.js'
import type { Node, Waste } from './tree.js'

/** What an image is made of, and what is wasted in it. Sizes are bytes. */
export interface Measurement {
  /** The lengths of all layers' tar files. */
  readonly bytes: number
  /** The bytes of all files in all layers. */
  readonly fileBytes: number
  /** The bytes of the files of the final file system, and how many they are. */
  readonly finalBytes: number
  readonly finalFiles: number
  /** The first less the second: what squashing would win. */
  readonly wastedBytes: number
  /** Which part of the bytes of files is in the final file system: 1 when there is nothing to squash. */
  readonly efficiency: number
  /** The most bytes first. */
  readonly waste: readonly WasteGroup[]
  readonly directories: readonly Directory[]
  /** What package managers left in the final file system, the most bytes first. */
  readonly caches: readonly Cache[]
}

/** Files that one layer added and another took away or replaced. */
export interface WasteGroup {
  /** Layers, from 0. */
  readonly addedBy: number
  readonly removedBy: number
  readonly bytes: number
  /** The largest first. */
  readonly files: readonly Waste[]
  /** The place that most of the bytes lie in, if it is a known one. */
  readonly place: Place | undefined
}

/** A cache, or the indexes of a package manager. */
export interface Cache {
  readonly path: string
  readonly place: Place
  readonly bytes: number
  readonly files: number
  /** The layer that brought most of it, from 0. */
  readonly layer: number
}

/** Measures an image. */
export function measurementOf({ layers, tree, waste }: Image): Measurement {
  const files = filesIn(tree)
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  const fileBytes = sum(layers.map((layer) => layer.fileBytes))
  const finalBytes = sum(files.map(({ bytes }) => bytes))
  return {
    bytes: sum(layers.map(({ bytes }) => bytes)),
    fileBytes,
    finalBytes,
    finalFiles: files.length,
    wastedBytes: fileBytes - finalBytes,
    efficiency: fileBytes === 0 ? 1 : finalBytes / fileBytes,
    waste: groupsOf(waste),
    directories: largestDirectories(files, 10),
    caches: cachesIn(files),
  }
}

interface File {
  readonly path: string
  readonly bytes: number
  readonly layer: number
}

/** The files of a file system, each once. */
function filesIn(tree: Image['tree']): readonly File[] {
  const seen = new Set<Node>()
  const files: File[] = []
  for (const [path, node] of tree) {
    if (node.kind !== 'file' || seen.has(node)) continue
    if (node.names > 1) seen.add(node)
    files.push({ path, bytes: node.size, layer: node.layer })
  }
  return files
}

function groupsOf(waste: readonly Waste[]): readonly WasteGroup[] {
  const groups = new Map<string, Waste[]>()
  for (const file of waste) {
    const key = `${file.addedBy} ${file.removedBy}`
    const group = groups.get(key)
    if (group) group.push(file)
    else groups.set(key, [file])
  }
  return [...groups.values()]
    .map((files) => files.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1)))
    .map((files) => ({ ...groupHead(files), files, place: placeOfMost(files) }))
    .sort((a, b) => b.bytes - a.bytes)
}

function groupHead(files: readonly Waste[]) {
  const { addedBy, removedBy } = files[0]!
  return { addedBy, removedBy, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
}

function placeOfMost(files: readonly Waste[]): Place | undefined {
  const bytesAt = new Map<Place | undefined, number>()
  let all = 0
  for (const { path, bytes } of files) {
    const place = findPlace(path)?.place
    bytesAt.set(place, (bytesAt.get(place) ?? 0) + bytes)
    all += bytes
  }
  return [...bytesAt].find(([, bytes]) => bytes * 2 > all)?.[0]
}

function cachesIn(files: readonly File[]): readonly Cache[] {
  const caches = new Map<
    string,
    { place: Place; bytes: number; files: number; byLayer: Map<number, number> }
  >()
  for (const { path, bytes, layer } of files) {
    const found = findPlace(path)
    if (found?.place.kind !== 'lists' && found?.place.kind !== 'cache') continue
    const cache = caches.get(found.root) ?? { place: found.place, bytes: 0, files: 0, byLayer: new Map() }
    caches.set(found.root, cache)
    cache.bytes += bytes
    cache.files++
    cache.byLayer.set(layer, (cache.byLayer.get(layer) ?? 0) + bytes)
  }
  return [...caches]
    .filter(([, { bytes }]) => bytes > 0)
    .map(([path, { byLayer, ...cache }]) => ({ path, ...cache, layer: layerOfMost(byLayer) }))
    .sort((a, b) => b.bytes - a.bytes)
}

const layerOfMost = (byLayer: ReadonlyMap<number, number>) =>
  [...byLayer].sort(([, a], [, b]) => b - a)[0]![0]
