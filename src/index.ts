import { transforms } from '../transforms/index.js'
import { hints } from './hints/index.js'
import { rewrite as run } from './engine/pipeline.js'
import type { Changeset, RewriteOptions } from './engine/transform.js'

/**
 * Rewrites the text of a Dockerfile so that its image gets smaller. Pure; never throws; what cannot be read beyond
 * doubt comes back unchanged with a `problem`.
 */
export const rewrite = (before: string, options: RewriteOptions = {}): Changeset =>
  run(before, transforms, options, hints)

export { hints, transforms }
export { rewrite as rewriteWith } from './engine/pipeline.js'
export type { Hint, Remark } from './engine/hint.js'
export * from './engine/transform.js'
