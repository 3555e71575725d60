import type { Share } from '../totals.js'
import type { Entry } from './entry.js'

/** What the results of a repository come to, or those of all. Sizes are bytes. */
export interface Sums {
  files: number
  /** Files that were rewritten, or would be. */
  changed: number
  failed: number
  skipped: number
  safe: number
  unsafe: number
  /** Changes that `--unsafe` would make. */
  withUnsafe: number
  /** Places seen and left alone, for whatever other reason. */
  leftAlone: number
  /** What the tables say that the changes save: how many changes are in that sum, and of how many it is unknown. */
  saves: number
  known: number
  unknown: number
  /** What the images came to that were built of changed files. */
  before: number
  after: number
}

/** The sums of many runs. A repository costs a few numbers here, whatever its results say. */
export interface Runs {
  readonly repositories: Map<string, Sums>
  readonly total: Sums
  readonly byTransform: Map<string, Share>
}

/** The sums before the first line. */
export const newRuns = (): Runs => ({ repositories: new Map(), total: newSums(), byTransform: new Map() })

/** The sums of a repository; one without a Dockerfile has nothing but its name. */
export function sumsOf(runs: Runs, repository: string): Sums {
  const known = runs.repositories.get(repository)
  if (known) return known
  const sums = newSums()
  runs.repositories.set(repository, sums)
  return sums
}

/** Adds what became of one file of that repository. */
export function addEntry(runs: Runs, repository: string, entry: Entry): void {
  add(sumsOf(runs, repository), entry)
  add(runs.total, entry)
  const seen = new Set<Share>()
  for (const { transform, safety, saves } of entry.applied) {
    const share = runs.byTransform.get(transform) ?? { edits: 0, files: 0, unsafe: 0, saves: 0, known: 0 }
    runs.byTransform.set(transform, share)
    share.edits++
    share.saves += saves ?? 0
    if (saves !== undefined) share.known++
    if (safety === 'unsafe') share.unsafe++
    if (!seen.has(share)) share.files++
    seen.add(share)
  }
}

/** Repositories by name. */
export const sortedRows = ({ repositories }: Runs): readonly (readonly [string, Sums])[] =>
  [...repositories].sort(([a], [b]) => (a < b ? -1 : 1))

/** How many repositories have files with changes. */
export const changedIn = ({ repositories }: Runs): number =>
  [...repositories.values()].filter(({ changed }) => changed > 0).length

const newSums = (): Sums => ({
  ...{ files: 0, changed: 0, failed: 0, skipped: 0 },
  ...{ safe: 0, unsafe: 0, withUnsafe: 0, leftAlone: 0 },
  ...{ saves: 0, known: 0, unknown: 0, before: 0, after: 0 },
})

function add(sums: Sums, { status, applied, withheld, refused, measured }: Entry): void {
  sums.files++
  if (status === 'failed') return void sums.failed++
  if (status === 'skipped') sums.skipped++
  if (status === 'changed' || status === 'written') {
    sums.changed++
    sums.before += measured?.before ?? 0
    sums.after += measured?.after ?? 0
  }
  for (const { safety, saves } of applied) {
    if (safety === 'unsafe') sums.unsafe++
    else sums.safe++
    if (saves === undefined) sums.unknown++
    else sums.known++
    sums.saves += saves ?? 0
  }
  for (const reason of withheld) {
    if (reason === 'unsafe') sums.withUnsafe++
    else sums.leftAlone++
  }
  sums.leftAlone += refused
}
