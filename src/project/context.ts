import { isUtf8 } from 'node:buffer'
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BuildContext, IgnoreFile } from '../context/build-context.js'
import { type ContextRules, readDockerignore } from './dockerignore.js'
import { isInside, pathFrom, realPath } from './tree.js'

/** Larger files are not read, in bytes. Lock files of npm have up to two million. */
const maxBytes = 4 * 1024 * 1024
/** More files than this are not listed. */
const maxFiles = 400
/** More folders than this are not searched for files. */
const maxFolders = 2000
/** More names than this are not shown as what a build sees. */
const maxEntries = 5000

/**
 * The files around a Dockerfile that a build gets to see, read when asked for and at most once; never any outside `folder`.
 * What `.dockerignore` keeps out is not there. `dockerfile` is the name of the file: an ignore file of its own goes first.
 */
export function contextOf(folder: string, dockerfile?: string): BuildContext {
  return contextWith(folder, dockerfile, undefined)
}

/** The same; with a text in the place of that of the ignore file. */
function contextWith(
  folder: string,
  dockerfile: string | undefined,
  ignored: string | undefined,
): BuildContext {
  let root: string | undefined
  let rules: ContextRules | undefined
  const inside = (path: string) => {
    root ??= realPath(folder)
    const target = root === undefined ? undefined : realPath(resolve(root, `./${path}`))
    return root !== undefined && target !== undefined && isInside(root, target) ? target : undefined
  }
  const textIn = (name: string) => readText(inside(name))
  const seen = (path: string) => {
    const target = inside(path)
    if (target === undefined || root === undefined) return undefined
    rules ??= ignored === undefined ? rulesIn(folder, dockerfile, textIn) : readDockerignore(ignored)
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
  const size = (path: string) =>
    attempt(() => {
      const place = seen(path)
      if (place === undefined || place.rules.isIgnored(place.name)) return undefined
      const stat = lstatSync(join(place.root, path))
      return stat.isDirectory() ? undefined : stat.size
    })
  const ignoreFile = (): IgnoreFile | undefined =>
    attempt(() => {
      const place = seen('.')
      const path = ignoreFileIn(folder, dockerfile) ?? '.dockerignore'
      const isLink = lstatSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === false
      if (place === undefined || isLink) return undefined
      return {
        ...{ path, dockerfile, text: ignored ?? textIn(path) },
        entries: once(() => attempt(() => entriesIn(place.root, place.rules))),
        mayBringBack: place.rules.mayBringBack,
        with: (text) => contextWith(folder, dockerfile, text),
      }
    })
  return { read: once(read), list: once(list), size: once(size), ignoreFile: once(ignoreFile) }
}

const noRules: ContextRules = {
  isIgnored: () => false,
  mayKeepBelow: () => false,
  mayBringBack: () => false,
}

/** The ignore file that is in force; undefined where there is none. */
function ignoreFileIn(folder: string, dockerfile: string | undefined): string | undefined {
  const names = [...(dockerfile === undefined ? [] : [`${dockerfile}.dockerignore`]), '.dockerignore']
  return names.find((file) => lstatSync(join(folder, file), { throwIfNoEntry: false }) !== undefined)
}

/** The rules of the first ignore file that is there; undefined where it cannot be read. */
function rulesIn(
  folder: string,
  dockerfile: string | undefined,
  read: (name: string) => string | undefined,
): ContextRules | undefined {
  const name = ignoreFileIn(folder, dockerfile)
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

/** Folders that tools fill: they are named, not entered. */
const filled =
  /^(\.git|\.hg|\.svn|\.idea|\.vscode|node_modules|\.venv|venv|__pycache__|\.(pytest|mypy|ruff)_cache|\.tox|\.nox|\.nyc_output|\.gradle|\.next|\.nuxt|\.parcel-cache|\.terraform)$/

/** What a build sees, with the folders that tools fill by their names. */
function entriesIn(root: string, rules: ContextRules): readonly string[] | undefined {
  const entries: string[] = []
  const folders = [root]
  for (const folder of folders) {
    const held = readdirSync(folder, { withFileTypes: true })
    // By that tag tools mark the folders of their caches; cargo does so with `target`.
    if (folder !== root && held.some(({ name }) => name === 'CACHEDIR.TAG')) {
      entries.push(`${pathFrom(root, folder)}/`)
      continue
    }
    for (const entry of held) {
      const absolute = join(folder, entry.name)
      const path = pathFrom(root, absolute)
      if (!entry.isDirectory()) {
        if (!rules.isIgnored(path)) entries.push(path)
      } else if (filled.test(entry.name)) {
        if (!rules.isIgnored(path)) entries.push(`${path}/`)
      } else if (!rules.isIgnored(path) || rules.mayKeepBelow(path)) folders.push(absolute)
    }
    if (entries.length > maxEntries || folders.length > maxFolders) return undefined
  }
  return entries.sort()
}

function attempt<T>(run: () => T | undefined): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}

function once<Asked extends readonly string[], T>(ask: (...asked: Asked) => T): (...asked: Asked) => T {
  const answers = new Map<string | undefined, { readonly answer: T }>()
  return (...asked) => {
    let known = answers.get(asked[0])
    if (known === undefined) answers.set(asked[0], (known = { answer: ask(...asked) }))
    return known.answer
  }
}
