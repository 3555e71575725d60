import type { Hint } from '../kit.js'
import { baseEndOfLife } from './base-end-of-life.js'
import { baseShare } from './base-share.js'
import { debugSymbols } from './debug-symbols.js'

/** All hints, by id. */
export const hints: readonly Hint[] = [baseEndOfLife, baseShare, debugSymbols]
