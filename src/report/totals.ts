import type { Safety } from '../engine/transform.js'
import type { Outcome } from './outcome.js'

/** What one transform did, or what was done in one folder. Sizes are bytes. */
export interface Share {
  edits: number
  files: number
  unsafe: number
  saves: number
  /** How many edits are in that sum. */
  known: number
}

/** The changes of a run, summed up for pages. */
export interface Totals {
  edits: number
  /** The bytes of those changes whose size is known, and how many these are. */
  saves: number
  known: number
  readonly bySafety: Map<Safety, number>
  readonly byTransform: Map<string, Share>
  /** By the folder of the file; `.` is the one that was looked at. */
  readonly byFolder: Map<string, Share>
  readonly add: (outcome: Outcome) => void
}

/** The sums before the first file. */
export function newTotals(): Totals {
  const totals: Totals = {
    ...{ edits: 0, saves: 0, known: 0 },
    ...{ bySafety: new Map(), byTransform: new Map(), byFolder: new Map() },
    add: (outcome) => add(totals, outcome),
  }
  return totals
}

/** `1 file`, `2 files`, `12,000 files`. */
export const plural = (count: number, word: string): string =>
  `${grouped(count)} ${word}${count === 1 ? '' : 's'}`

/** `12,000`. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')

function add(totals: Totals, outcome: Outcome): void {
  if (outcome.kind === 'failed') return
  const { source, changeset } = outcome
  const slash = source.path.lastIndexOf('/')
  const folder = slash < 0 ? '.' : source.path.slice(0, slash)
  const seen = new Set<Share>()
  for (const { transform, safety, saves } of changeset.applied) {
    totals.edits++
    totals.saves += saves ?? 0
    if (saves !== undefined) totals.known++
    totals.bySafety.set(safety, (totals.bySafety.get(safety) ?? 0) + 1)
    for (const share of [shareOf(totals.byTransform, transform), shareOf(totals.byFolder, folder)]) {
      share.edits++
      share.saves += saves ?? 0
      if (saves !== undefined) share.known++
      if (safety === 'unsafe') share.unsafe++
      if (!seen.has(share)) share.files++
      seen.add(share)
    }
  }
}

function shareOf(shares: Map<string, Share>, name: string): Share {
  const known = shares.get(name)
  if (known) return known
  const share = { edits: 0, files: 0, unsafe: 0, saves: 0, known: 0 }
  shares.set(name, share)
  return share
}
