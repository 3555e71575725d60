import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Changeset, CompanionText } from '../engine/transform.js'
import { type Failure, failureAt, reasonOf } from './failure.js'
import type { Found } from './find.js'
import type { SourceFile } from './read.js'
import { realPath } from './tree.js'
import { writeDockerfile } from './write.js'

/** The build context of a Dockerfile: absolute. */
export const contextFolderOf = ({ context, absolute }: Found): string => context ?? dirname(absolute)

/** Where a file lies that a rewrite extends: absolute. */
export function companionAt(source: Found, { path }: Pick<CompanionText, 'path'>): string {
  const folder = contextFolderOf(source)
  return join(realPath(folder) ?? folder, path)
}

/**
 * Writes a Dockerfile and the files beside it that are extended, all of them or none. A file that is new is only made
 * where there is still none. Refuses when one of them is no longer what was read;
 * `nameOf` says how a file is called then.
 */
export function writeRewrite(
  source: SourceFile,
  { before, after, companions }: Changeset,
  nameOf: (companion: CompanionText) => string,
): Failure | undefined {
  const written: (() => void)[] = []
  for (const companion of companions) {
    const file = { path: nameOf(companion), absolute: companionAt(source, companion), tree: source.tree }
    const failure = writeCompanion(file, companion)
    if (failure) return undo(written, failure)
    written.unshift(() => restore(file, companion))
  }
  const failure = before === after ? undefined : writeDockerfile(source, after)
  return failure && undo(written, failure)
}

function undo(written: readonly (() => void)[], failure: Failure): Failure {
  for (const back of written) back()
  return failure
}

function writeCompanion(file: Found, { before, after }: CompanionText): Failure | undefined {
  if (before !== undefined) return writeDockerfile({ ...file, ...textOf(before) }, after)
  try {
    writeFileSync(file.absolute, after, { flag: 'wx' })
    return undefined
  } catch (error) {
    return failureAt('unwritable', file.path, reasonOf(error))
  }
}

function restore(file: Found, { before, after }: CompanionText): void {
  if (before === undefined) rmSync(file.absolute, { force: true })
  else writeDockerfile({ ...file, ...textOf(after) }, before)
}

const textOf = (text: string) => ({ text, bytes: new Uint8Array(Buffer.from(text)) })
