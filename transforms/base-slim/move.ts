import type { Edit } from '../../src/kit.js'

/** What moving a stage to the slim twin takes beside another tag. */
export interface Move {
  readonly edits: readonly Edit[]
  /** Packages that are installed and kept. */
  readonly added: readonly string[]
  /** What is done beside the move, for the title: ` and install curl`. */
  readonly also: string
  /** What cannot be known to work on the slim image: reasons, in the order of the file. */
  readonly doubts: readonly string[]
  /** Why all that is used is known to work there. */
  readonly evidence: string
}
