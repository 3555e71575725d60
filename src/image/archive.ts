import { closeSync, fstatSync, openSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { compressionOf, inflated } from './inflate.js'
import { ImageProblem, wordsOf } from './problem.js'
import { bytesOf, type Section } from './section.js'
import { spool, type Spool } from './spool.js'
import { readTar, type Visit } from './tar.js'

/** The files of an image as it was saved: a tar file or a folder. */
export interface Archive {
  /** How it is called in messages. */
  readonly name: string
  /** The file of a name such as `blobs/sha256/..`; undefined when there is none. */
  readonly find: (name: string) => Section | undefined
  readonly close: () => void
}

/**
 * Opens what `docker save` wrote, or an OCI layout, in a tar file or a folder. A tar file that is compressed as a
 * whole is unpacked into a temporary file, which is gone with the process in any case.
 * @throws ImageProblem
 */
export async function openArchive(source: string | Spool, name: string): Promise<Archive> {
  if (typeof source !== 'string') return tarArchive(source, name)
  try {
    if (statSync(source).isDirectory()) return folderArchive(source, name)
    const fd = openSync(source, 'r')
    return await tarArchive({ fd, close: () => closeSync(fd) }, name)
  } catch (error) {
    throw error instanceof ImageProblem ? error : new ImageProblem(`${name}: ${wordsOf(error)}`)
  }
}

async function tarArchive(file: Spool, name: string): Promise<Archive> {
  const plain = await unpacked(file, name)
  try {
    const sections = await sectionsIn(wholeOf(plain), name)
    return { name, find: (path) => sections.get(path), close: plain.close }
  } catch (error) {
    plain.close()
    throw error
  }
}

/** The same, or its content when it is compressed as a whole: then it is closed. */
async function unpacked(file: Spool, name: string): Promise<Spool> {
  if (compressionOf(wholeOf(file)) === 'none') return file
  try {
    return await spool(inflated(wholeOf(file), name))
  } finally {
    file.close()
  }
}

const wholeOf = ({ fd }: Spool): Section => ({ fd, start: 0, size: fstatSync(fd).size })

/** Where the files of a tar file are, links to them as well. */
async function sectionsIn(whole: Section, name: string): Promise<ReadonlyMap<string, Section>> {
  const sections = new Map<string, Section>()
  const links = new Map<string, string>()
  const gap = { until: 0 }
  const visit: Visit = ({ name: path, kind, offset, size, target = '' }) => {
    const at = posix.normalize(path)
    if (kind === 'file') sections.set(at, { fd: whole.fd, start: offset, size })
    else if (kind === 'link') links.set(at, posix.join(posix.dirname(at), target))
    else if (kind === 'hard-link') links.set(at, posix.normalize(target))
    return undefined
  }
  await readTar(bytesOf(whole, gap), name, visit, gap)
  for (const path of links.keys()) {
    const section = behind(path, links, sections)
    if (section !== undefined) sections.set(path, section)
  }
  return sections
}

/** The file that a link leads to, over at most eight more. */
function behind(
  path: string,
  links: ReadonlyMap<string, string>,
  sections: ReadonlyMap<string, Section>,
): Section | undefined {
  let at: string | undefined = path
  for (let steps = 0; at !== undefined && steps < 9; steps++) {
    if (sections.has(at)) return sections.get(at)
    at = links.get(at)
  }
  return undefined
}

function folderArchive(folder: string, name: string): Archive {
  const open: number[] = []
  const find = (path: string) => {
    if (posix.normalize(path).startsWith('..')) return undefined
    try {
      const fd = openSync(join(folder, path), 'r')
      open.push(fd)
      const stat = fstatSync(fd)
      return stat.isFile() ? { fd, start: 0, size: stat.size } : undefined
    } catch {
      return undefined
    }
  }
  return { name, find, close: () => open.splice(0).forEach((fd) => closeSync(fd)) }
}
