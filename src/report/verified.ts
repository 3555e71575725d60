import type { LeftOut } from '../container/repair.js'
import type { Fault } from '../container/trial.js'
import type { Changeset, Transform } from '../engine/transform.js'
import type { Belonging, Difference, DifferenceGroup } from '../image/difference.js'
import type { Failure } from '../project/failure.js'
import type { Figures } from './outcome.js'

/** What became of a Dockerfile whose images were built. */
export type Verified =
  | Compared
  /** The file does not build as it is. */
  | { readonly kind: 'unbuilt'; readonly path: string; readonly tail: readonly string[] }
  | { readonly kind: 'unchanged'; readonly path: string }
  | { readonly kind: 'failed'; readonly path: string; readonly failure: Failure }

/** Both images were built, or the second failed. */
export interface Compared {
  readonly kind: 'compared'
  readonly path: string
  readonly changeset: Changeset
  readonly before: Figures
  /** Undefined where the build failed. */
  readonly after: Figures | undefined
  readonly difference: Difference | undefined
  /** What was left out because it failed. */
  readonly left: readonly LeftOut[]
  /** Undefined where nothing went wrong. */
  readonly fault: Fault | undefined
  /** How the smoke command ended in the first image; undefined where there is none. */
  readonly smoke: { readonly status: number | undefined } | undefined
}

/** A group of paths that differ, and the transforms that declare such differences; none for what nobody declares. */
export interface Explained extends DifferenceGroup {
  readonly declaredBy: readonly string[]
}

/** Says for each group of differences which of the changes declare it. */
export function explain(
  { groups }: Difference,
  { applied }: Changeset,
  transforms: readonly Transform[],
): readonly Explained[] {
  const ids = new Set(applied.map(({ transform }) => transform))
  const active = transforms.filter(({ id }) => ids.has(id))
  return groups.map((group) => ({
    ...group,
    declaredBy: active.filter(({ meta }) => declares(meta.alters, group.belongsTo)).map(({ id }) => id),
  }))
}

function declares(alters: Transform['meta']['alters'], { kind }: Belonging): boolean {
  if (alters.includes('base') || alters.includes('build')) return true
  if (kind === 'lists' || kind === 'cache') return alters.includes(kind)
  // On `scratch` the lowest layer is a COPY.
  if (alters.includes('context') && (kind === 'other' || kind === 'base')) return true
  // What the scripts of a package make belongs to nobody.
  return alters.includes('packages')
}

/** The sums over all files that were compared and passed. */
export function totalsOf(all: readonly Verified[]): { readonly before: number; readonly after: number } {
  let [before, after] = [0, 0]
  for (const each of all)
    if (each.kind === 'compared' && each.after && !each.fault) {
      before += each.before.bytes
      after += each.after.bytes
    }
  return { before, after }
}
