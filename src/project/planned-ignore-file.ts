import { lstatSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { CompanionText } from '../engine/transform.js'
import { type PlannedIgnoreFile, sumOf } from './plan.js'
import { readDockerfile } from './read.js'
import { isInside, pathFrom, realPath } from './tree.js'

/** An ignore file that is as the plan knew it. */
export interface Fitting {
  readonly kind: 'fits'
  /** Where it lies or is to lie; absolute, without links. */
  readonly folder: string
  readonly text: CompanionText
}

/** What is there of an ignore file of a plan; `stands` is one that reads as it should already. */
export type IgnoreFileNow =
  | Fitting
  | { readonly kind: 'stands' }
  | { readonly kind: 'unfit'; readonly path: string; readonly reason: string }

/** Compares an ignore file with what the plan knew of it: no link is followed, and none leads to it. */
export function ignoreFileNow(
  { path, before, after, append }: PlannedIgnoreFile,
  { here, root }: { readonly here: string; readonly root: string },
): IgnoreFileNow {
  const absolute = join(root, path)
  const name = pathFrom(here, absolute)
  const unfit = (reason: string): IgnoreFileNow => ({ kind: 'unfit', path: name, reason })
  const folder = realPath(dirname(absolute))
  if (folder === undefined) return unfit('has no folder any more')
  if (!isInside(root, folder) || /(?:^|\/)\.git(?:\/|$)/i.test(pathFrom(root, folder)))
    return unfit('lies where a link leads to')
  const stat = lstatSync(join(folder, basename(absolute)), { throwIfNoEntry: false })
  const fits = (text: string | undefined): IgnoreFileNow => {
    const whole = (text ?? '') + append
    return sumOf(whole) === after
      ? { kind: 'fits', folder, text: { path: '.dockerignore', before: text, after: whole } }
      : unfit('is not what the plan is for')
  }
  if (stat === undefined)
    return before === undefined ? fits(undefined) : unfit('is gone since the plan was made')
  if (!stat.isFile()) return unfit('is no regular file')
  const source =
    stat.size === 0
      ? { text: '', bytes: new Uint8Array() }
      : readDockerfile({ path: name, absolute, tree: root })
  if ('reason' in source) return unfit(source.reason)
  const sum = sumOf(source.bytes)
  if (sum === after) return { kind: 'stands' }
  return sum === before ? fits(source.text) : unfit('changed since the plan was made')
}
