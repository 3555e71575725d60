import type { Changeset } from '../engine/transform.js'
import type { Failure } from '../project/failure.js'
import type { SourceFile } from '../project/read.js'

/** What became of one file. */
export type Outcome = Done | Failed

/** A file that was read, and what came of it. */
export interface Done {
  readonly kind: 'done'
  readonly source: SourceFile
  readonly changeset: Changeset
}

/** A file that could not be read. */
export interface Failed {
  readonly kind: 'failed'
  readonly failure: Failure
}

/** Whether the rewrite changed the text. */
export const hasChanges = (done: Done): boolean => done.changeset.before !== done.changeset.after

/** `path:line`, or the path alone. */
export const placeOf = (failure: Failure): string =>
  failure.line === undefined ? failure.path : `${failure.path}:${failure.line}`
