import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isInside, pathFrom, repositoryAt } from './tree.js'

/** The names of the files that say what is ignored in their folder and below; a later one wins. */
export const ignoreFiles = ['.gitignore', '.dfslimignore'] as const

/** The ignore files in force, the outermost first. */
export type Ignores = readonly Rules[]

interface Rules {
  readonly folder: string
  /** `path` is relative to the folder, a folder's ends with `/`. */
  test(path: string): { readonly ignored: boolean; readonly unignored: boolean }
}

/** Whether the ignore files leave a path out: the innermost that says something decides. */
export function isIgnored(ignores: Ignores, absolute: string, kind: 'file' | 'folder'): boolean {
  for (let i = ignores.length - 1; i >= 0; i--) {
    const rules = ignores[i]!
    const verdict = rules.test(pathFrom(rules.folder, absolute) + (kind === 'folder' ? '/' : ''))
    if (verdict.ignored) return true
    if (verdict.unignored) return false
  }
  return false
}

/** The ignores in force below `folder`, given those above it. Unreadable files say nothing. */
export async function addIgnores(ignores: Ignores, folder: string): Promise<Ignores> {
  const texts = ignoreFiles.map((name) => textOf(join(folder, name))).filter((text) => text !== undefined)
  if (texts.length === 0) return ignores
  const { default: ignore } = await import('ignore')
  const rules = ignore({ ignorecase: false, allowRelativePaths: true })
  for (const text of texts) rules.add(text)
  return [...ignores, { folder, test: (path) => rules.test(path) }]
}

/** The ignores that a repository around `folder` puts on it from above; none when they leave out `folder` itself. */
export async function ignoresAbove(folder: string): Promise<Ignores> {
  const root = repositoryAt(folder)
  if (root === undefined || root === folder) return []
  const above: string[] = []
  for (let at = dirname(folder); isInside(root, at); at = dirname(at)) {
    above.unshift(at)
    if (at === root) break
  }
  let ignores: Ignores = []
  for (const at of above) ignores = await addIgnores(ignores, at)
  return isIgnored(ignores, folder, 'folder') ? [] : ignores
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}
