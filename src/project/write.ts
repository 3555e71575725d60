import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codeOf, failureAt, reasonOf, type Failure } from './failure.js'
import type { SourceFile } from './read.js'
import { isInside, realPath } from './tree.js'

/**
 * Puts `text` in the place of what was read, all of it or nothing: by a temporary file beside it, with the same mode
 * and owner, and a rename. A link stays and its target is written. Refuses when the file is no longer what was read.
 */
export function writeDockerfile(source: SourceFile, text: string): Failure | undefined {
  try {
    const target = realPath(source.absolute)
    if (target === undefined) return refusal(source, 'does not exist')
    const tree = realPath(source.tree) ?? source.tree
    if (!isInside(tree, target) && isLink(source, target))
      return refusal(source, `is a link out of the folder, to ${target}`)
    accessSync(target, constants.W_OK)
    return replace(source, target, text)
  } catch (error) {
    return refusal(source, reasonOf(error))
  }
}

function replace(source: SourceFile, target: string, text: string): Failure | undefined {
  const temporary = join(dirname(target), temporaryName(target, process.pid))
  try {
    removeLeftovers(target)
    const stat = statSync(target)
    writeFileSync(temporary, text, { flag: 'wx', mode: 0o600 })
    if (!keepOwner(temporary, stat))
      return abandon(temporary, source, `its owner ${stat.uid}:${stat.gid} cannot be kept`)
    chmodSync(temporary, stat.mode & 0o7777)
    if (!isAsRead(source, target)) return abandon(temporary, source, 'changed while it was being rewritten')
    renameSync(temporary, target)
    return undefined
  } catch (error) {
    return abandon(temporary, source, reasonOf(error))
  }
}

/** Named by the process that writes. */
const temporaryName = (target: string, writer: number | string) => `.${basename(target)}.${writer}.dfslim`

/** What runs that were killed left beside the file. */
function removeLeftovers(target: string): void {
  const [head, tail] = temporaryName(target, '/').split('/') as [string, string]
  for (const name of readdirSync(dirname(target))) {
    if (!name.startsWith(head) || !name.endsWith(tail)) continue
    const writer = Number(name.slice(head.length, -tail.length))
    if (Number.isInteger(writer) && writer > 0 && !isRunning(writer))
      rmSync(join(dirname(target), name), { force: true })
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return id !== process.pid
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

function abandon(temporary: string, source: SourceFile, reason: string): Failure {
  rmSync(temporary, { force: true })
  return refusal(source, reason)
}

const refusal = (source: SourceFile, reason: string) => failureAt('unwritable', source.path, reason)

const isLink = (source: SourceFile, target: string) => {
  const folder = realPath(dirname(source.absolute))
  return folder === undefined || join(folder, basename(source.absolute)) !== target
}

function keepOwner(temporary: string, { uid, gid }: Stats): boolean {
  const made = statSync(temporary)
  if (made.uid === uid && made.gid === gid) return true
  try {
    chownSync(temporary, uid, gid)
    return true
  } catch {
    return false
  }
}

const isAsRead = (source: SourceFile, target: string) => readFileSync(target).equals(source.bytes)
