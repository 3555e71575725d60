import type { Paint } from './paint.js'
import type { Tally } from './tally.js'
import { linesOf, plural, workOf } from './text.js'

/** The line of `apply` for a file that reads as it should already. */
export const standingLine = (path: string, width: number): string =>
  `  ${path.padEnd(width)}  already applied\n`

/** What a run of `apply` came to. */
export interface Applying {
  readonly tally: Tally
  /** How many files read as they should already. */
  readonly standing: number
  readonly did: 'did' | 'would'
  /** The command that takes it back, if there is one. */
  readonly undo: string | undefined
}

/** What `apply` says when it is through. */
export function appliedSummary({ tally, standing, did, undo }: Applying, paint: Paint): string {
  const all = plural(tally.files, 'file')
  const already = standing > 0 ? `, ${standing} already applied` : ''
  if (tally.changed.length === 0) {
    const failed = tally.failures.length > 0 ? `, ${tally.failures.length} failed` : ''
    return linesOf([`${all}: nothing to do${already}${failed}.`])
  }
  const done = `${did === 'did' ? 'Rewrote' : 'Would rewrite'} ${tally.changed.length} of ${all}`
  const back = undo === undefined ? '' : ` Undo: ${undo}`
  return linesOf([`${paint.bold(done)} (${workOf(tally)})${already}.${back}`])
}
