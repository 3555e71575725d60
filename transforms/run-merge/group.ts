import type { Body, Instruction } from '../../src/kit.js'
import type { Piece } from './piece.js'

/** A RUN of a group, and the WORKDIRs between it and the one before. */
export interface Member {
  readonly piece: Piece
  readonly workdirs: readonly Instruction[]
  /** Of the merged command, up to and with this one. */
  readonly bytes: number
}

/** An upper bound of the bytes in UTF-8. */
export const bytesIn = ({ script: { text } }: Body): number =>
  (/^[\0-\x7f]*$/.test(text) ? text.length : text.length * 3) + 20

/** The kernel takes at most 128 KiB for one argument, and the whole command of a RUN is one. */
export const maxBytes = 120_000
