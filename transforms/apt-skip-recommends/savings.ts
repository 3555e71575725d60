import { aptBytes, type AptCall, type Change, type Model, packageName, type Stage } from '../../src/kit.js'
import type { Install } from '../../src/knowledge/installed.js'

/** A change to one call, and the recommended packages that it names. */
export interface Skipped {
  readonly change: Change
  readonly call: AptCall
  readonly named: readonly string[]
}

/**
 * The changes of a stage, each with what it saves once those in front of it are made, the safe ones first: what two calls
 * recommend goes with the last of them, and the sums are right with and without unsafe changes.
 */
export function withSavings(model: Model, stage: Stage, all: readonly Skipped[]): readonly Change[] {
  const made = new Map<AptCall['command'], Install>()
  const savings = new Map<Change, number | undefined>()
  const safe = all.filter(({ change }) => change.safety === 'safe')
  for (const { change, call, named } of new Set([...safe, ...all])) {
    const before = aptBytes(model, stage, made)
    const own = call.packages.map(packageName).filter((name) => name !== undefined)
    made.set(call.command, { names: [...own, ...named], recommended: 'without' })
    const after = aptBytes(model, stage, made)
    savings.set(change, before === undefined || after === undefined ? undefined : before - after)
  }
  return all.map(({ change }) => ({ ...change, saves: savings.get(change) }))
}
