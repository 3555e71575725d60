import { readJson } from './npm-lock.js'

/** A Python package that a lock file names. */
export interface LockedDistribution {
  readonly name: string
  /**
   * `project`: the one that the lock file belongs to, and which is built. `virtual`: stands for what is not built.
   * `elsewhere`: comes from git, a folder or an address.
   */
  readonly from: 'registry' | 'project' | 'virtual' | 'elsewhere'
  /** Whether only development asks for it, where the file says so. */
  readonly isDev: boolean
}

/** Reads a Pipfile.lock; undefined where it is none. */
export function pipfileLock(text: string): readonly LockedDistribution[] | undefined {
  const lock = readJson(text)
  if (lock === undefined || typeof lock['default'] !== 'object') return undefined
  return ['default', 'develop'].flatMap((section) =>
    Object.entries(readJson(JSON.stringify(lock[section] ?? {})) ?? {}).map(
      ([name, entry]): LockedDistribution => ({
        name,
        from: /"(git|hg|svn|bzr|path|file|editable)":/.test(JSON.stringify(entry)) ? 'elsewhere' : 'registry',
        isDev: section === 'develop',
      }),
    ),
  )
}

/** Reads poetry.lock, uv.lock or pdm.lock, as their tools write them; undefined where a package has no name. */
export function tomlLock(text: string): readonly LockedDistribution[] | undefined {
  const [head = '', ...parts] = text.replace(/\r\n/g, '\n').split(/^\[\[package\]\]$/m)
  if (!/^(package = \[\]|# This file is|version = |\[metadata\])/m.test(head)) return undefined
  const packages = parts.map((part) => {
    const name = /^name = "([^"]+)"$/m.exec(part)?.[1]
    return name === undefined ? undefined : ({ name, from: originOf(part), isDev: false } as const)
  })
  return packages.every((found) => found !== undefined) ? packages : undefined
}

/** poetry has a table for it, uv a value, and pdm keys. */
function originOf(part: string): LockedDistribution['from'] {
  const [own = ''] = part.split(/^\[(?!package\.source\])/m, 1)
  const source = /^\[package\.source\]\n(?:[^[]*\n)?type = "(\w+)"/m.exec(part)?.[1]
  if (source !== undefined) return source === 'legacy' ? 'registry' : 'elsewhere'
  const kind = /^source = \{ (\w+) = "([^"]*)"/m.exec(own)
  if (kind !== null) {
    if (kind[1] === 'registry' || kind[1] === 'virtual') return kind[1]
    return kind[1] === 'editable' && kind[2] === '.' ? 'project' : 'elsewhere'
  }
  return /^(git|hg|svn|bzr|path|url) = /m.test(own) ? 'elsewhere' : 'registry'
}
