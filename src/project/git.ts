import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { type Failure, failureAt, reasonOf } from './failure.js'
import type { Found } from './find.js'
import { addIgnores, type Ignores, ignoresAbove, isIgnored } from './ignores.js'
import { isDockerfileName } from './names.js'
import { decodeDockerfile, type SourceFile } from './read.js'
import { isInside, pathFrom, realPath } from './tree.js'

/** Which files git is asked for. */
export type Selection =
  | { readonly kind: 'staged' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'since'; readonly reference: string }

/** git could not say: one line. */
export class GitProblem extends Error {}

/**
 * The Dockerfiles that are staged, that differ from the last commit, or from what a reference and this branch have in
 * common; below the given folders, in the order of their paths. Of staged ones the text is that of the index.
 * @throws GitProblem
 */
export async function selectedByGit(
  selection: Selection,
  folders: readonly string[],
  cwd: string,
): Promise<readonly (Found | SourceFile | Failure)[]> {
  const root = realPath(
    git(cwd, ['rev-parse', '--show-toplevel'])
      .toString()
      .replace(/\r?\n$/, ''),
  )
  if (root === undefined) throw new GitProblem('the repository cannot be found')
  const here = folders.map((folder) => realPath(folder) ?? folder)
  const selected: (Found | SourceFile | Failure)[] = []
  const ignores = new Map<string, Ignores>()
  for (const name of [...new Set(namesOf(selection, root))].sort()) {
    const absolute = join(root, name)
    if (!isDockerfileName(name.slice(name.lastIndexOf('/') + 1))) continue
    if (!here.some((folder) => isInside(folder, absolute)) || (await isLeftOut(absolute, root, ignores)))
      continue
    const found: Found = { path: pathFrom(realPath(cwd) ?? cwd, absolute), absolute, tree: root }
    selected.push(selection.kind === 'staged' ? stagedText(found, name, root) : found)
  }
  return selected
}

/** Names from the root of the repository. */
function namesOf(selection: Selection, root: string): readonly string[] {
  const listed = (args: readonly string[]): readonly string[] =>
    git(root, args)
      .toString()
      .split('\0')
      .filter((name) => name !== '')
  const differ = ['diff', '--name-only', '--no-ext-diff', '--diff-filter=ACMRT', '-z']
  if (selection.kind === 'staged') return listed([...differ, '--cached'])
  const fresh = listed(['ls-files', '--others', '--exclude-standard', '-z'])
  if (selection.kind === 'changed') return [...listed([...differ, 'HEAD']), ...fresh]
  const base = git(root, ['merge-base', '--end-of-options', selection.reference, 'HEAD']).toString().trim()
  return [...listed([...differ, base]), ...fresh]
}

function stagedText(found: Found, name: string, root: string): SourceFile | Failure {
  try {
    return decodeDockerfile(found, git(root, ['cat-file', 'blob', `:${name}`]))
  } catch (error) {
    return failureAt('unreadable', found.path, reasonOf(error))
  }
}

/** What .dfslimignore leaves out; git has already left out its own. */
async function isLeftOut(absolute: string, root: string, ignores: Map<string, Ignores>): Promise<boolean> {
  const folder = dirname(absolute)
  let rules = ignores.get(folder)
  if (rules === undefined) {
    rules =
      folder === root ? await addIgnores([], root) : await addIgnores(await ignoresAbove(folder), folder)
    ignores.set(folder, rules)
  }
  return isIgnored(rules, absolute, 'file')
}

function git(cwd: string, args: readonly string[]): Buffer {
  try {
    return execFileSync('git', ['-C', cwd, ...args], {
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? '').trim()
    throw new GitProblem(said === '' ? reasonOf(error) : said.split('\n')[0]!.replace(/^fatal: /, ''))
  }
}
