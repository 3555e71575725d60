import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'

/** The path of `absolute` as seen from `base`, with `/`. */
export function pathFrom(base: string, absolute: string): string {
  const path = pathBelow(base, absolute) ?? relative(base, absolute)
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** The rest of a path that starts with that of its folder and is written plainly: of 100,000 each is asked for. */
function pathBelow(folder: string, path: string): string | undefined {
  if (!isAbsolute(folder) || !path.startsWith(folder) || path[folder.length] !== sep) return undefined
  const rest = path.slice(folder.length + 1)
  return isPlain.test(rest) ? rest : undefined
}

/** Neither an empty part nor one that may be `.` or `..`. */
const isPlain = /^[^./\\][^/\\]*(?:[/\\][^./\\][^/\\]*)*$/

/** Whether `absolute` is `folder` or lies below it. Neither is resolved. */
export function isInside(folder: string, absolute: string): boolean {
  const path = relative(folder, absolute)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}

/** Where a path leads to when all links are followed; undefined when nowhere. */
export function realPath(absolute: string): string | undefined {
  try {
    return realpathSync.native(absolute)
  } catch {
    return undefined
  }
}

/** The folder that holds `.git`, at or above `folder`; undefined outside a repository. */
export function repositoryAt(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) return undefined
  }
}
