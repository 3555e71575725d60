import { transforms } from '../transforms/index.js'
import { rewrite as run } from './engine/pipeline.js'
import type { Changeset, RewriteOptions } from './engine/transform.js'

/**
 * Rewrites the text of a Dockerfile so that its image gets smaller. Pure; never throws; what cannot be read beyond
 * doubt comes back unchanged with a `problem`.
 */
export const rewrite = (before: string, options: RewriteOptions = {}): Changeset =>
  run(before, transforms, options)

export { transforms }
export { rewrite as rewriteWith } from './engine/pipeline.js'
export * from './engine/transform.js'
