import { isUtf8 } from 'node:buffer'
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BuildContext } from '../context/build-context.js'
import { type ContextRules, readDockerignore } from './dockerignore.js'
import { isInside, pathFrom, realPath } from './tree.js'

/** Larger files are not read, in bytes. Lock files of npm have up to two million. */
const maxBytes = 4 * 1024 * 1024
/** More files than this are not listed. */
const maxFiles = 400
/** More folders than this are not searched for files. */
const maxFolders = 2000

/**
 * The files around a Dockerfile that a build gets to see, read when asked for and at most once; never any outside `folder`.
 * What `.dockerignore` keeps out is not there. `dockerfile` is the name of the file: an ignore file of its own goes first.
 */
export function contextOf(folder: string, dockerfile?: string): BuildContext {
  let root: string | undefined
  let rules: ContextRules | undefined
  const inside = (path: string) => {
    root ??= realPath(folder)
    const target = root === undefined ? undefined : realPath(resolve(root, `./${path}`))
    return root !== undefined && target !== undefined && isInside(root, target) ? target : undefined
  }
  const seen = (path: string) => {
    const target = inside(path)
    if (target === undefined || root === undefined) return undefined
    rules ??= rulesIn(folder, dockerfile, (name) => readText(inside(name)))
    return rules && { root, target, rules, name: pathFrom(root, target) }
  }
  const read = (path: string) =>
    attempt(() => {
      const place = seen(path)
      return place === undefined || place.rules.isIgnored(place.name) ? undefined : readText(place.target)
    })
  const list = (path: string) =>
    attempt(() => {
      const place = seen(path)
      return place && listFiles(place.root, place.target, place.rules)
    })
  return { read: once(read), list: once(list) }
}

const noRules: ContextRules = { isIgnored: () => false, mayKeepBelow: () => false }

/** The rules of the first ignore file that is there; undefined where it cannot be read. */
function rulesIn(
  folder: string,
  dockerfile: string | undefined,
  read: (name: string) => string | undefined,
): ContextRules | undefined {
  const names = [...(dockerfile === undefined ? [] : [`${dockerfile}.dockerignore`]), '.dockerignore']
  const name = names.find((file) => lstatSync(join(folder, file), { throwIfNoEntry: false }) !== undefined)
  if (name === undefined) return noRules
  const text = read(name)
  return text === undefined ? undefined : readDockerignore(text)
}

function readText(target: string | undefined): string | undefined {
  if (target === undefined) return undefined
  const stat = statSync(target)
  if (!stat.isFile() || stat.size > maxBytes) return undefined
  const bytes = readFileSync(target)
  return bytes.includes(0) || !isUtf8(bytes) ? undefined : bytes.toString('utf8')
}

/** Links are listed by their own name, those to folders are not entered; what git keeps for itself is left out. */
function listFiles(root: string, target: string, rules: ContextRules): readonly string[] | undefined {
  const isShut = (folder: string) => rules.isIgnored(folder) && !rules.mayKeepBelow(folder)
  const name = pathFrom(root, target)
  if (statSync(target).isFile()) return rules.isIgnored(name) ? undefined : [name]
  const files: string[] = []
  const folders = name !== '' && isShut(name) ? [] : [target]
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const absolute = join(folder, entry.name)
      const path = pathFrom(root, absolute)
      if (entry.isDirectory()) {
        if (entry.name !== '.git' && !isShut(path)) folders.push(absolute)
      } else if (!rules.isIgnored(path)) files.push(path)
    }
    if (files.length > maxFiles || folders.length > maxFolders) return undefined
  }
  // A folder that is ignored with all that it holds is not there.
  return files.length === 0 && name !== '' && rules.isIgnored(name) ? undefined : files.sort()
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
