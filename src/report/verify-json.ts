import type { Transform } from '../engine/transform.js'
import { explain, totalsOf, type Verified } from './verified.js'

/** How the images were built. */
export interface Builder {
  readonly name: string
  readonly version: string
}

/** Verified files as JSON. Sizes are bytes; `version` rises when a field changes its meaning or goes. */
export function verifyJson(
  all: readonly Verified[],
  engine: Builder,
  transforms: readonly Transform[],
): string {
  const files = all.map((each) => entryOf(each, transforms))
  const report = { version: 1, command: 'verify', measured: true, engine, files, totals: totalsOf(all) }
  return `${JSON.stringify(report, undefined, 2)}\n`
}

function entryOf(verified: Verified, transforms: readonly Transform[]) {
  const { path, kind } = verified
  if (kind === 'unchanged') return { path, status: kind }
  if (kind === 'unbuilt') return { path, status: kind, tail: verified.tail }
  if (kind === 'failed') return { path, status: kind, reason: verified.failure.reason }
  const { changeset, left, before, after, difference, fault, smoke } = verified
  return {
    path,
    status: fault ? ('broken' as const) : ('passed' as const),
    applied: changeset.applied.map(({ after: _, ...change }) => change),
    leftOut: left.map(({ change: { after: _, ...change }, fault }) => ({ ...change, fault })),
    before,
    after,
    fault,
    smoke,
    ...(difference && { ...difference, groups: explain(difference, changeset, transforms) }),
  }
}
