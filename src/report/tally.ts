import type { AppliedChange, Safety } from '../engine/transform.js'
import { companionName } from './companions.js'
import type { Failure } from '../project/failure.js'
import { hasChanges, type Outcome } from './outcome.js'
import { SharedBases } from './shared-bases.js'

/** How often each transform occurs, by id. */
export type Counts = Map<string, number>

/** What changes save, as far as the tables know: bytes, unpacked. */
export interface Estimate {
  saves: number
  /** How many changes are in that sum, and how many are of unknown size. */
  known: number
  unknown: number
}

/** What a run came to. Counts are always of all files, also where a listing is cut. */
export interface Tally {
  files: number
  readonly changed: string[]
  /** The files beside them that were extended, or made. */
  readonly companions: { readonly path: string; readonly isNew: boolean }[]
  readonly skipped: string[]
  readonly applied: Readonly<Record<Safety, Counts>>
  /** Changes that `--unsafe` would make. */
  readonly unsafe: Counts
  /** What cannot be decided from the files: shown, never written, and no reason to fail. */
  hints: number
  /** Places seen and left alone, for whatever reason but `unsafe` and `hint`. */
  leftAlone: number
  readonly failures: Failure[]
  /** The files that begin alike; none where hints were not asked for. */
  readonly sharedBases: SharedBases
  /** What the tables say that the changes save. */
  readonly estimate: Estimate
  /** The bytes of the images that were built of changed files; undefined when there were none. */
  measured: { readonly before: number; readonly after: number } | undefined
}

/** The tally before the first file. */
export function newTally(): Tally {
  const applied = { safe: new Map(), unsafe: new Map(), hint: new Map() }
  const counts = { files: 0, hints: 0, leftAlone: 0, unsafe: new Map(), measured: undefined }
  const estimate = { saves: 0, known: 0, unknown: 0 }
  return {
    ...counts,
    changed: [],
    companions: [],
    skipped: [],
    applied,
    failures: [],
    sharedBases: new SharedBases(),
    estimate,
  }
}

/** What some changes save together. */
export function estimateOf(changes: readonly Pick<AppliedChange, 'saves'>[]): Estimate {
  const estimate = { saves: 0, known: 0, unknown: 0 }
  for (const { saves } of changes) {
    if (saves === undefined) estimate.unknown++
    else {
      estimate.known++
      estimate.saves += saves
    }
  }
  return estimate
}

/** Adds what became of one file. */
export function count(tally: Tally, outcome: Outcome): void {
  tally.files++
  if (outcome.kind === 'failed') return void tally.failures.push(outcome.failure)
  const { changeset, source, measured } = outcome
  if (hasChanges(outcome)) tally.changed.push(source.path)
  for (const companion of changeset.companions)
    tally.companions.push({
      path: companionName({ source }, companion),
      isNew: companion.before === undefined,
    })
  if (measured && hasChanges(outcome)) {
    const { before, after } = tally.measured ?? { before: 0, after: 0 }
    tally.measured = { before: before + measured.before.bytes, after: after + measured.after.bytes }
  }
  const { saves, known, unknown } = estimateOf(changeset.applied)
  tally.estimate.saves += saves
  tally.estimate.known += known
  tally.estimate.unknown += unknown
  if (changeset.opening) tally.sharedBases.add(source.path, changeset.opening)
  if (changeset.skipped !== undefined) tally.skipped.push(source.path)
  for (const { safety, transform } of changeset.applied) increase(tally.applied[safety], transform)
  for (const { reason, transform } of changeset.withheld) {
    if (reason === 'unsafe') increase(tally.unsafe, transform)
    else if (reason === 'hint') tally.hints++
    else tally.leftAlone++
  }
  tally.leftAlone += changeset.refused.length
}

/** How many hints there are, of single files and of several together. */
export const hintsOf = ({ hints, sharedBases }: Tally): number => hints + sharedBases.list().length

/** The sum of all counts. */
export function totalOf(counts: Counts): number {
  let total = 0
  for (const count of counts.values()) total += count
  return total
}

/** The most frequent first. */
export function byCount(counts: Counts): readonly (readonly [string, number])[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

const increase = (counts: Counts, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)
