import type { AppliedChange, Changeset, PlacedChange } from '../engine/transform.js'
import { lostBaseOf } from './pulling.js'
import { largestPassing } from './search.js'
import { type Bench, type Built, draftOf, type Fault, failureOf } from './trial.js'

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
 * changes that it is told to reject. What shows up only because something else is left out goes on trial as well: the slim
 * base where the Alpine one fails. Undefined when the file does not build as it is.
 * @throws EngineTrouble
 */
export async function repair(
  full: Changeset,
  rewrite: (reject: (change: PlacedChange) => string | undefined) => Changeset,
  bench: Bench,
  maxBuilds: number,
): Promise<Repaired | undefined> {
  const before = await bench.try({ text: full.before })
  if (before.kind === 'failed' || failureOf(before)) return undefined
  const left = new Map<string, LeftOut>()
  const passed = new Set<string>()
  let builds = maxBuilds - 1
  let candidate = full
  for (;;) {
    const trial = trialOf(candidate, rewrite, left, passed)
    const lost = builds > 1 ? await lostBase(candidate, trial.only, bench) : undefined
    if (lost) {
      builds--
      for (const change of lost.changes) left.set(placeOf(change), { change, fault: lost.fault })
      candidate = rewrite((change) => left.get(placeOf(change))?.fault.because)
      continue
    }
    const found = await largestPassing(trial.parts, (some) => trial.passes(some, before, bench), builds)
    builds -= found.tries
    for (const change of found.passed) passed.add(placeOf(change))
    for (const change of found.failed)
      left.set(placeOf(change), { change, fault: trial.faults.get(change) ?? failure('it failed') })
    for (const change of found.untried)
      left.set(placeOf(change), { change, fault: failure('no build was left to try it') })
    const kept = found.passed.length === trial.count ? candidate : trial.only(found.passed)
    const next = rewrite((change) => left.get(placeOf(change))?.fault.because)
    const isNew = next.applied.some((change) => !passed.has(placeOf(change)))
    if (!isNew || builds < 1 || found.passed.length === trial.count) {
      const after = await bench.try(draftOf(kept))
      if (after.kind === 'failed') throw new Error('what passed its trial does not build')
      return { changeset: kept, left: [...left.values()], before, after }
    }
    candidate = next
  }
}

/** The changes that want a base which cannot be had: nothing else is to blame, and no halving is needed to find them. */
async function lostBase(
  candidate: Changeset,
  only: (some: readonly AppliedChange[]) => Changeset,
  bench: Bench,
): Promise<{ readonly changes: readonly AppliedChange[]; readonly fault: Fault } | undefined> {
  const trial = await bench.try(draftOf(candidate))
  const lost = lostBaseOf(trial, candidate, only)
  if (!lost || trial.kind !== 'failed') return undefined
  const because = `the base \`${lost.image}\` could not be pulled`
  return { changes: lost.changes, fault: { because, tail: trial.tail } }
}

/** One rewrite on trial: what stands for sure already, and the rest, the safe changes first. */
function trialOf(
  candidate: Changeset,
  rewrite: Parameters<typeof repair>[1],
  left: ReadonlyMap<string, LeftOut>,
  passed: ReadonlySet<string>,
) {
  const places = new Map(candidate.applied.map((change) => [placeOf(change), change]))
  const changes = [...places.values()]
  const faults = new Map<AppliedChange, Fault>()
  const isSettled = (change: AppliedChange): boolean =>
    passed.size > 0 ? passed.has(placeOf(change)) : change.safety === 'safe'
  const only = (some: readonly AppliedChange[]): Changeset => {
    const kept = new Set(some.map(placeOf))
    return rewrite((change) => {
      const place = placeOf(change)
      if (kept.has(place)) return undefined
      const known = places.get(place)
      return left.get(place)?.fault.because ?? (known && faults.get(known)?.because) ?? 'it is on trial'
    })
  }
  const passes = async (some: readonly AppliedChange[], before: Built, bench: Bench): Promise<boolean> => {
    const kept = some.length === changes.length ? candidate : only(some)
    const fault = await bench.faultOf(before, await bench.try(draftOf(kept)))
    if (fault !== undefined) for (const change of some) faults.set(change, fault)
    return fault === undefined
  }
  const parts = {
    trusted: changes.filter(isSettled),
    bold: changes
      .filter((change) => !isSettled(change))
      .sort((a, b) => Number(a.safety !== 'safe') - Number(b.safety !== 'safe')),
  }
  return { parts, faults, passes, only, count: changes.length }
}

const failure = (because: string): Fault => ({ because, tail: [] })

const placeOf = ({ transform, line, column }: PlacedChange): string => `${transform} ${line} ${column}`
