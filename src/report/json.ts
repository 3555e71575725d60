import type { CompanionText } from '../engine/transform.js'
import { companionName } from './companions.js'
import type { Failure } from '../project/failure.js'
import type { Setting } from './format.js'
import { hasChanges, type Done, type Outcome } from './outcome.js'
import { type Counts, type Estimate, estimateOf, hintsOf, type Tally } from './tally.js'

/** One file of a JSON report. Lines and columns are 1-based, columns in UTF-16 code units. */
export type FileEntry = ReturnType<typeof doneEntry> | ReturnType<typeof failedEntry>

/** The report of a run; `version` rises when a field changes its meaning or goes. */
export function jsonReport(
  head: Pick<Setting, 'command' | 'repository'>,
  files: readonly FileEntry[],
  tally: Tally,
): string {
  const { applied, unsafe, leftAlone, failures, estimate, changed, skipped } = tally
  const sharedBases = tally.sharedBases.list()
  const summary = {
    files: tally.files,
    changed: changed.length,
    failed: failures.length,
    skipped: skipped.length,
    applied: { safe: asObject(applied.safe), unsafe: asObject(applied.unsafe) },
    withUnsafe: asObject(unsafe),
    hints: hintsOf(tally),
    leftAlone,
    estimate: estimateEntry(estimate),
  }
  const shared = sharedBases.length > 0 && { sharedBases }
  return `${JSON.stringify({ version: 1, ...head, files, ...shared, summary }, undefined, 2)}\n`
}

/** How a file stands in the report: `changed` has the patch, `written` says that it went into the file. */
export function entryOf(outcome: Outcome, patch: string, written: 'written' | 'dry'): FileEntry {
  return outcome.kind === 'failed' ? failedEntry(outcome.failure) : doneEntry(outcome, patch, written)
}

function doneEntry(done: Done, patch: string, written: 'written' | 'dry') {
  const { applied, withheld, refused, skipped, companions } = done.changeset
  return {
    path: done.source.path,
    status: statusOf(done, written),
    applied: applied.map(({ after: _, ...change }) => change),
    withheld,
    refused,
    ...(companions.length > 0 && { companions: companions.map((one) => companionEntry(done, one)) }),
    ...(skipped === undefined ? {} : { skipped }),
    ...(hasChanges(done) && { estimate: estimateEntry(estimateOf(applied)) }),
    ...(done.measured && { measured: done.measured }),
    ...(patch === '' ? {} : { patch }),
  }
}

const companionEntry = ({ source }: Done, companion: CompanionText) => ({
  path: companionName({ source }, companion),
  isNew: companion.before === undefined,
})

/** `saves` is in bytes, unpacked, and stands there only where the size of some change is known. */
const estimateEntry = ({ saves, known, unknown }: Estimate) => ({ ...(known > 0 && { saves }), unknown })

function statusOf(done: Done, written: 'written' | 'dry') {
  if (done.changeset.skipped !== undefined) return 'skipped'
  if (!hasChanges(done)) return 'unchanged'
  return written === 'written' ? 'written' : 'changed'
}

function failedEntry({ path, kind, line, reason }: Failure) {
  return { path, status: 'failed', problem: { kind, ...(line === undefined ? {} : { line }), reason } }
}

const asObject = (counts: Counts) => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
