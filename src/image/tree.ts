import type { Entry, Item } from './layer.js'

/** What is at a path of the final file system. Two paths that are one file, by a hard link, have one and the same. */
export interface Node extends Omit<Entry, 'path' | 'kind'> {
  /** `nothing` is at a hard link that leads nowhere. */
  readonly kind: Entry['kind'] | 'nothing'
  /** The layer that brought it, from 0. */
  readonly layer: number
  /** How many paths of the final file system are this file. */
  readonly names: number
}

/** A file that is in a layer and not in the final file system. */
export interface Waste {
  readonly path: string
  readonly bytes: number
  /** Layers, from 0. */
  readonly addedBy: number
  readonly removedBy: number
  /** Whether the path is gone, or another file stands there. */
  readonly how: 'removed' | 'replaced'
}

/** A file system that grows layer by layer. */
export interface Tree {
  readonly nodes: Map<string, Draft>
  readonly waste: Waste[]
}

type Draft = Omit<Node, 'names'> & { names: number }

/** The file system below the first layer. */
export const emptyTree = (): Tree => ({ nodes: new Map(), waste: [] })

/** What the items of one layer came to. */
export interface LayerTally {
  /** The bytes of all files. */
  readonly fileBytes: number
  readonly entries: number
  readonly whiteouts: number
}

/** A layer that is put on top, item by item. */
export interface Growth {
  readonly add: (item: Item) => void
  readonly close: () => LayerTally
}

/** Begins to put a layer on top; what it removes of those below is gone when it is closed. */
export function growTree(tree: Tree, layer: number): Growth {
  const tally = { fileBytes: 0, entries: 0, whiteouts: 0 }
  const emptied = new Set<string>()
  const add = (item: Item) => {
    tally.entries++
    if (item.kind === 'whiteout' || item.kind === 'emptied') tally.whiteouts++
    else if (item.kind === 'file') tally.fileBytes += item.size
    apply(tree, layer, item, emptied)
  }
  const close = () => {
    if (emptied.size > 0) removeBelow(tree, layer, emptied)
    return tally
  }
  return { add, close }
}

function apply(tree: Tree, layer: number, item: Item, emptied: Set<string>): void {
  const { path } = item
  const before = tree.nodes.get(path)
  if (item.kind === 'whiteout' || item.kind === 'emptied') {
    if (item.kind === 'whiteout' && before !== undefined && before.layer < layer)
      remove(tree, path, before, layer)
    emptied.add(path)
    return
  }
  const node = item.kind === 'hard-link' ? linked(tree, layer, item.to) : nodeOf(item, layer)
  node.names++
  if (before !== undefined) {
    release(tree, path, before, layer, 'replaced')
    if (before.kind === 'directory' && node.kind !== 'directory') emptied.add(path)
  }
  tree.nodes.set(path, node)
}

function nodeOf(entry: Entry, layer: number): Draft {
  const { kind, size, mode, uid, gid, target, xattrs, digest, text } = entry
  return { kind, size, mode, uid, gid, target, xattrs, digest, text, layer, names: 0 }
}

/** The file that a hard link leads to; nothing is there when the link leads to nothing. */
function linked(tree: Tree, layer: number, to: string): Draft {
  const nothing = { size: 0, mode: 0, uid: 0, gid: 0, xattrs: undefined, digest: undefined, text: undefined }
  return tree.nodes.get(to) ?? { ...nothing, kind: 'nothing', target: to, layer, names: 0 }
}

function remove(tree: Tree, path: string, node: Draft, layer: number): void {
  tree.nodes.delete(path)
  release(tree, path, node, layer, 'removed')
}

/** The bytes of a file are wasted once its last name is gone. */
function release(tree: Tree, path: string, node: Draft, layer: number, how: Waste['how']): void {
  node.names--
  if (node.names > 0 || node.size === 0) return
  tree.waste.push({ path, bytes: node.size, addedBy: node.layer, removedBy: layer, how })
}

/** Removes what the layers below have in some folders. */
function removeBelow(tree: Tree, layer: number, folders: ReadonlySet<string>): void {
  let last: string | undefined
  let isGone = false
  for (const [path, node] of tree.nodes) {
    if (node.layer >= layer) continue
    const folder = path.slice(0, path.lastIndexOf('/'))
    if (folder !== last) [last, isGone] = [folder, isWithin(folder, folders)]
    if (isGone && path !== '/') remove(tree, path, node, layer)
  }
}

/** Whether a folder or one above it is among `folders`. */
function isWithin(folder: string, folders: ReadonlySet<string>): boolean {
  for (let at = folder; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (folders.has(at)) return true
  return folders.has('/')
}
