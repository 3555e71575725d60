import { lstatSync, readdirSync, statSync, type Dirent } from 'node:fs'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import type { Config } from './config.js'
import { codeOf, failureAt, isGarbled, notText, reasonOf, type Failure } from './failure.js'
import { addIgnores, ignoreFiles, ignoresAbove, isIgnored, type Ignores } from './ignores.js'
import { buildsIn, describesBuilds } from './builds.js'
import { isDockerfileName, isSkippedFolder } from './names.js'
import { isInside, pathFrom, realPath } from './tree.js'

/** A file to be looked at. */
export interface Found {
  /** Relative to the current folder, with `/`: the name in all that is printed. */
  readonly path: string
  readonly absolute: string
  /** The folder that a link may not lead out of. */
  readonly tree: string
  /** Its build context, where a compose or bake file names another folder than its own; absolute. */
  readonly context?: string
  /** The stages that such files build of it. */
  readonly targets?: readonly string[]
  /** What is configured for it; undefined before that was looked up. */
  readonly config?: Config
}

/** What a search for Dockerfiles found. */
export interface Search {
  /** In the order of their paths, each file once. */
  readonly files: readonly Found[]
  readonly failures: readonly Failure[]
  /** Arguments that name nothing. */
  readonly missing: readonly string[]
}

interface Findings {
  readonly cwd: string
  readonly files: Found[]
  readonly failures: Failure[]
  readonly missing: string[]
  /** Whether some file may be there by two names. */
  mayBeTwice: boolean
  /** Compose and bake files by their paths, with the folder that was walked. */
  readonly descriptions: Map<string, string>
}

/** The Dockerfiles that files, folders and globs stand for. */
export async function findDockerfiles(paths: readonly string[], cwd: string): Promise<Search> {
  const mayBeTwice = paths.length > 1
  const found: Findings = { cwd, files: [], failures: [], missing: [], mayBeTwice, descriptions: new Map() }
  for (const path of paths) await findOne(path, found)
  await addDescribed(found)
  const { files, failures, missing } = found
  return { files: inOrder(found.mayBeTwice ? eachOnce(files) : files), failures, missing }
}

async function findOne(path: string, found: Findings): Promise<void> {
  if (path === '') return void found.missing.push(path)
  const absolute = resolve(found.cwd, path)
  try {
    const stat = statSync(absolute, { throwIfNoEntry: false })
    if (stat?.isDirectory()) return await walk(absolute, dockerfiles, found)
    if (stat) return void found.files.push(foundAt(absolute, treeOf(absolute, found.cwd), found))
    if (isGlob(path)) return await findGlob(path, found)
    if (!lstatSync(absolute, { throwIfNoEntry: false })) return void found.missing.push(path)
    found.failures.push(failureAt('unreadable', path, 'is a link to nothing'))
  } catch (error) {
    found.failures.push(failureAt('unreadable', path, reasonOf(error)))
  }
}

/** Which files a walk takes in a folder, and which in a folder below. */
interface Choice {
  readonly takes: (file: string) => boolean
  readonly below: (folder: string) => Choice
}

const dockerfiles: Choice = { takes: (file) => isDockerfileName(basename(file)), below: () => dockerfiles }

interface Walk {
  readonly tree: string
  readonly ignores: Ignores
  readonly found: Findings
  readonly choice: Choice
}

async function walk(tree: string, choice: Choice, found: Findings): Promise<void> {
  await walkFolder(tree, { tree, choice, found, ignores: await ignoresAbove(tree) })
}

async function walkFolder(folder: string, above: Walk): Promise<void> {
  const { found } = above
  const name = basename(folder)
  if (name === 'Dockerfile' || name === 'Containerfile')
    found.failures.push(failureAt('unreadable', pathFrom(found.cwd, folder) || name, 'is a directory'))
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    const isGone = codeOf(error) === 'ENOENT'
    if (isGone && !isGarbled(folder)) return
    const reason = isGone ? notText : reasonOf(error)
    found.failures.push(failureAt('unreadable', pathFrom(found.cwd, folder) || '.', reason))
    return
  }
  const hasRules = entries.some((entry) => ignoreFiles.some((file) => file === entry.name))
  const here = hasRules ? { ...above, ignores: await addIgnores(above.ignores, folder) } : above
  for (const entry of entries) {
    const absolute = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (isSkippedFolder(entry.name) || isIgnored(here.ignores, absolute, 'folder')) continue
      await walkFolder(absolute, { ...here, choice: here.choice.below(absolute) })
    } else if (describesBuilds(entry.name) && entry.isFile()) {
      if (!isIgnored(here.ignores, absolute, 'file')) found.descriptions.set(absolute, here.tree)
    } else if (here.choice.takes(absolute) && !isIgnored(here.ignores, absolute, 'file')) {
      takeEntry(entry, absolute, here)
    }
  }
}

/** Adds the Dockerfiles that compose and bake files name, and what these say of them. */
async function addDescribed(found: Findings): Promise<void> {
  for (const [file, tree] of found.descriptions)
    for (const { dockerfile, context, target } of await buildsIn(file)) {
      const place = realPath(dockerfile)
      if (place === undefined || !isInside(realPath(tree) ?? tree, place) || !statSync(place).isFile())
        continue
      const folder = realPath(context)
      found.mayBeTwice = true
      found.files.push({
        ...foundAt(dockerfile, tree, found),
        ...(folder === undefined || !isInside(realPath(tree) ?? tree, folder) ? {} : { context: folder }),
        ...(target === undefined ? {} : { targets: [target] }),
      })
    }
}

function takeEntry(entry: Dirent, absolute: string, { tree, found }: Walk): void {
  if (!entry.isSymbolicLink()) return void found.files.push(foundAt(absolute, tree, found))
  found.mayBeTwice = true
  const target = realPath(absolute)
  if (target === undefined) {
    found.failures.push(failureAt('unreadable', pathFrom(found.cwd, absolute), 'is a link to nothing'))
  } else if (isInside(realPath(tree) ?? tree, target) && statSync(target).isFile()) {
    found.files.push(foundAt(absolute, tree, found))
  }
}

const isGlob = (path: string) => /[*?[{]|[!@+]\(/.test(path)

/** A folder that the glob matches is walked; what ends in `*` takes what is named like a Dockerfile only. */
async function findGlob(glob: string, found: Findings): Promise<void> {
  const { default: picomatch } = await import('picomatch')
  const pattern = glob.replace(/^(?:\.\/)+/, '')
  const base = resolve(found.cwd, picomatch.scan(pattern).base)
  if (!statSync(base, { throwIfNoEntry: false })?.isDirectory()) return
  const test = picomatch(pattern, { dot: true })
  const matches = (path: string) => test(isAbsolute(pattern) ? path : pathFrom(found.cwd, path))
  const isWide = /(?:^|\/)\*+$/.test(pattern)
  const choice: Choice = {
    takes: (file) => matches(file) && (!isWide || dockerfiles.takes(file)),
    below: (folder) => (matches(folder) ? dockerfiles : choice),
  }
  await walk(base, choice, found)
}

const foundAt = (absolute: string, tree: string, { cwd }: Findings): Found => ({
  path: pathFrom(cwd, absolute),
  absolute,
  tree,
})

const treeOf = (absolute: string, cwd: string) => (isInside(cwd, absolute) ? cwd : dirname(absolute))

/** Of a file and the links to it the file stays, with all that is told of it. */
function eachOnce(files: readonly Found[]): readonly Found[] {
  const byTarget = new Map<string, Found[]>()
  for (const file of files) {
    const target = realPath(file.absolute) ?? file.absolute
    byTarget.set(target, [...(byTarget.get(target) ?? []), file])
  }
  return [...byTarget].map(([target, same]) =>
    joined(same.find(({ absolute }) => absolute === target) ?? same[0]!, same),
  )
}

const inOrder = (files: readonly Found[]): readonly Found[] =>
  [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))

/** A file with what is told of it in several places. Of two build contexts none is sure. */
function joined({ path, absolute, tree }: Found, same: readonly Found[]): Found {
  const [context, ...others] = new Set(same.flatMap((file) => file.context ?? []))
  const targets = [...new Set(same.flatMap((file) => file.targets ?? []))]
  return {
    ...{ path, absolute, tree },
    ...(context === undefined || others.length > 0 ? {} : { context }),
    ...(targets.length > 0 ? { targets } : {}),
  }
}
