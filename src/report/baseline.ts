import type { AppliedChange } from '../engine/transform.js'
import { findingsIn, leftAloneIn, type ReportedFinding } from './finding.js'
import { fingerprintsOf } from './fingerprint.js'
import type { Done } from './outcome.js'

/** Findings of one file that nothing tells apart but their place. */
export interface BaselineEntry {
  /** As seen from the root of the repository, else from the current folder. */
  readonly path: string
  readonly transform: string
  /** 16 hexadecimal digits: of the transform and of the text of the line. */
  readonly fingerprint: string
  readonly count: number
}

/** The findings of a file as a baseline holds them; `path` is its name there. */
export function entriesOf(done: Done, path: string): readonly BaselineEntry[] {
  const counts = new Map<string, BaselineEntry>()
  for (const { transform, hash } of marked(findingsIn(done), done)) {
    const count = (counts.get(hash)?.count ?? 0) + 1
    counts.set(hash, { path, transform, fingerprint: hash, count })
  }
  return [...counts.values()]
}

/** A baseline as it is written down: sorted, one entry a line. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = [...entries].sort(inOrder).map(({ path, transform, fingerprint, count }) => {
    const values = Object.entries({ path, transform, fingerprint, count })
    return `    { ${values.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(', ')} }`
  })
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "version": 1,\n  "findings": ${list}\n}\n`
}

/** What is known of the findings of one file. */
export interface Recognized {
  readonly fresh: readonly AppliedChange[]
  readonly known: number
  /** Findings of the baseline that are no longer there. */
  readonly gone: number
}

/**
 * Tells the findings of a file that its entries know from those that are new: of several that are alike the first ones
 * are known. What is there and takes `--unsafe` is not gone, nor is what no transform looked for.
 */
export function recognize(
  done: Done,
  entries: readonly BaselineEntry[],
  isRun: (transform: string) => boolean,
): Recognized {
  const left = new Map(entries.map(({ fingerprint, count }) => [fingerprint, count]))
  const take = (hash: string): boolean => {
    const count = left.get(hash) ?? 0
    if (count > 0) left.set(hash, count - 1)
    return count > 0
  }
  const found = marked(findingsIn(done), done)
  const fresh = new Set(found.filter(({ hash }) => !take(hash)).map(({ of }) => of))
  for (const { hash, became } of marked(leftAloneIn(done), done)) if (became === 'unsafe') take(hash)
  const missing = entries.filter(({ transform }) => isRun(transform))
  return {
    fresh: done.changeset.applied.filter((change) => fresh.has(change)),
    known: found.length - fresh.size,
    gone: missing.reduce((sum, { fingerprint }) => sum + (left.get(fingerprint) ?? 0), 0),
  }
}

const marked = (findings: readonly ReportedFinding[], { source }: Done) => {
  const fingerprints = fingerprintsOf(findings, source.text)
  return findings.map((finding, i) => ({ ...finding, hash: fingerprints[i]!.hash }))
}

const inOrder = (a: BaselineEntry, b: BaselineEntry): number =>
  compare(a.path, b.path) || compare(a.transform, b.transform) || compare(a.fingerprint, b.fingerprint)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
