import type { AppliedChange, Changeset, PlacedChange } from '../engine/transform.js'
import { type Found, largestPassing } from './search.js'
import { type Bench, type Built, type Fault, failureOf } from './trial.js'

/** The rewrite that passes, and what had to be left out. */
export interface Repaired {
  readonly changeset: Changeset
  readonly left: readonly LeftOut[]
  readonly before: Built
  readonly after: Built
}

/** A change that did not stand the trial. */
export interface LeftOut {
  readonly change: AppliedChange
  readonly fault: Fault
}

/**
 * Leaves out of a rewrite what makes the build or its smoke command fail. `rewrite` makes the rewrite anew without the
 * changes that it is told to reject. Undefined when the file does not build as it is.
 * @throws EngineTrouble
 */
export async function repair(
  full: Changeset,
  rewrite: (reject: (change: PlacedChange) => string | undefined) => Changeset,
  bench: Bench,
  maxBuilds: number,
): Promise<Repaired | undefined> {
  const before = await bench.try(full.before)
  if (before.kind === 'failed' || failureOf(before)) return undefined
  const faults = new Map<AppliedChange, Fault>()
  const places = new Map(full.applied.map((change) => [placeOf(change), change]))
  const changes = [...places.values()]
  const without = (some: readonly AppliedChange[]): Changeset => {
    const kept = new Set(some.map(placeOf))
    // What shows up only because something else is left out was never on trial.
    return rewrite((change) => {
      const known = places.get(placeOf(change))
      if (known === undefined) return 'it would need a trial of its own'
      return kept.has(placeOf(known)) ? undefined : (faults.get(known)?.because ?? 'it is on trial')
    })
  }
  const passes = async (some: readonly AppliedChange[]): Promise<boolean> => {
    const { after } = some.length === changes.length ? full : without(some)
    const fault = await bench.faultOf(before, await bench.try(after))
    if (fault !== undefined) for (const change of some) faults.set(change, fault)
    return fault === undefined
  }
  const isBold = ({ safety }: AppliedChange): boolean => safety !== 'safe'
  const parts = { trusted: changes.filter((change) => !isBold(change)), bold: changes.filter(isBold) }
  const found: Found<AppliedChange> = await largestPassing(parts, passes, maxBuilds - 1)
  const left = [
    ...found.failed.map((change) => ({ change, fault: faults.get(change) ?? failure('it failed') })),
    ...found.untried.map((change) => ({ change, fault: failure('no build was left to try it') })),
  ]
  const changeset = left.length === 0 ? full : without(found.passed)
  const after = await bench.try(changeset.after)
  if (after.kind === 'failed') throw new Error('what passed its trial does not build')
  return { changeset, left, before, after }
}

const failure = (because: string): Fault => ({ because, tail: [] })

const placeOf = ({ transform, line, column }: PlacedChange): string => `${transform} ${line} ${column}`
