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
  /** What the images came to, where they were built. */
  readonly measured?: { readonly before: Figures; readonly after: Figures }
}

/** What an image came to. Sizes are bytes. */
export interface Figures {
  readonly layers: number
  /** The lengths of the layers' tar files. */
  readonly bytes: number
  /** What gzip makes of them; undefined when that was not asked for. */
  readonly compressedBytes: number | undefined
  /** What squashing would win. */
  readonly wastedBytes: number
  /** What the build took. */
  readonly seconds: number
  /** Whether some of its layers were there before. */
  readonly fromCache: boolean
}

/** A file that could not be read. */
export interface Failed {
  readonly kind: 'failed'
  readonly failure: Failure
}

/** Whether the rewrite changed the text, or a file beside it. */
export const hasChanges = ({ changeset }: Done): boolean =>
  changeset.before !== changeset.after || changeset.companions.length > 0

/** `path:line`, or the path alone. */
export const placeOf = (failure: Failure): string =>
  failure.line === undefined ? failure.path : `${failure.path}:${failure.line}`
