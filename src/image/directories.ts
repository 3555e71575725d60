/** A directory, and what is in it and below. */
export interface Directory {
  readonly path: string
  readonly bytes: number
  readonly files: number
}

/** A file to be counted; each is given once, whatever its names. */
export interface Sized {
  readonly path: string
  readonly bytes: number
}

interface Folder {
  readonly path: string
  readonly below: Folder[]
  /** Of the files in it, then of those below as well. */
  own: number
  bytes: number
  files: number
}

/**
 * The largest directories, none within another: one gives way to those in it when a single one of them holds a
 * quarter of its bytes, and more than its own files do. So `/usr/lib/gcc` is named, and neither `/usr` nor each
 * of a thousand folders in `/usr/share/doc`.
 */
export function largestDirectories(files: Iterable<Sized>, count: number): readonly Directory[] {
  const found: Directory[] = []
  collect(treeOf(files), found)
  return found.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1)).slice(0, count)
}

function collect(folder: Folder, found: Directory[]): void {
  const most = folder.below.reduce((largest, { bytes }) => Math.max(largest, bytes), 0)
  if (most * 4 >= folder.bytes && most > folder.own) for (const each of folder.below) collect(each, found)
  else if (folder.bytes > 0) found.push({ path: folder.path, bytes: folder.bytes, files: folder.files })
}

function treeOf(files: Iterable<Sized>): Folder {
  const root: Folder = { path: '/', below: [], own: 0, bytes: 0, files: 0 }
  const folders = new Map([['', root]])
  for (const { path, bytes } of files) {
    const folder = folderAt(path.slice(0, path.lastIndexOf('/')), folders)
    folder.own += bytes
    folder.files++
  }
  sumUp(root)
  return root
}

function folderAt(path: string, folders: Map<string, Folder>): Folder {
  const known = folders.get(path)
  if (known) return known
  const folder: Folder = { path, below: [], own: 0, bytes: 0, files: 0 }
  folders.set(path, folder)
  folderAt(path.slice(0, path.lastIndexOf('/')), folders).below.push(folder)
  return folder
}

function sumUp(folder: Folder): void {
  folder.bytes = folder.own
  for (const each of folder.below) {
    sumUp(each)
    folder.bytes += each.bytes
    folder.files += each.files
  }
}
