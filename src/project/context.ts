import { isUtf8 } from 'node:buffer'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BuildContext } from '../engine/transform.js'
import { isInside, pathFrom, realPath } from './tree.js'

/** Larger files are not read, in bytes. */
const maxBytes = 256 * 1024
/** More files than this are not listed. */
const maxFiles = 400
/** More folders than this are not searched for files. */
const maxFolders = 2000

/** The files around a Dockerfile, read when asked for and at most once; never any outside `folder`. */
export function contextOf(folder: string): BuildContext {
  let root: string | undefined
  const inside = (path: string) => {
    root ??= realPath(folder)
    const target = root === undefined ? undefined : realPath(resolve(root, `./${path}`))
    return root !== undefined && target !== undefined && isInside(root, target) ? target : undefined
  }
  const read = (path: string) => attempt(() => readText(inside(path)))
  const list = (path: string) =>
    attempt(() => {
      const target = inside(path)
      return target === undefined || root === undefined ? undefined : listFiles(root, target)
    })
  return { read: once(read), list: once(list) }
}

function readText(target: string | undefined): string | undefined {
  if (target === undefined) return undefined
  const stat = statSync(target)
  if (!stat.isFile() || stat.size > maxBytes) return undefined
  const bytes = readFileSync(target)
  return bytes.includes(0) || !isUtf8(bytes) ? undefined : bytes.toString('utf8')
}

/** Links are listed by their own name, those to folders are not entered; what git keeps for itself is left out. */
function listFiles(root: string, target: string): readonly string[] | undefined {
  if (statSync(target).isFile()) return [pathFrom(root, target)]
  const files: string[] = []
  const folders = [target]
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const absolute = join(folder, entry.name)
      if (!entry.isDirectory()) files.push(pathFrom(root, absolute))
      else if (entry.name !== '.git') folders.push(absolute)
    }
    if (files.length > maxFiles || folders.length > maxFolders) return undefined
  }
  return files.sort()
}

function attempt<T>(run: () => T | undefined): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}

function once<T>(ask: (path: string) => T): (path: string) => T {
  const answers = new Map<string, { readonly answer: T }>()
  return (path) => {
    let known = answers.get(path)
    if (known === undefined) answers.set(path, (known = { answer: ask(path) }))
    return known.answer
  }
}
