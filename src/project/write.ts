import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { failureAt, reasonOf, type Failure } from './failure.js'
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
  const temporary = join(
    dirname(target),
    `.${basename(target)}.${Math.random().toString(36).slice(2, 10)}.dfslim`,
  )
  try {
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
