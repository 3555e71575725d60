import type { Hint } from '../kit.js'
import { baseEndOfLife } from './base-end-of-life.js'
import { baseShare } from './base-share.js'
import { copyLarge } from './copy-large.js'
import { copyUncompressed } from './copy-uncompressed.js'
import { debugSymbols } from './debug-symbols.js'

/** All hints, by id. */
export const hints: readonly Hint[] = [baseEndOfLife, baseShare, copyLarge, copyUncompressed, debugSymbols]
