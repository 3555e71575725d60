import type { AppliedChange } from '../engine/transform.js'
import { hunksBetween, labelsOf, type Hunk } from '../text/diff.js'
import { applyEdits, replaceAt, type Edit } from '../text/edit.js'
import type { ReportedFinding } from './finding.js'
import type { Setting } from './format.js'
import type { Done } from './outcome.js'

/** Some changes, and the edits of the text before that make these and nothing else. */
export interface Fix {
  readonly changes: readonly AppliedChange[]
  /** Whole lines; the last line end stays outside where it stays the same. */
  readonly edits: readonly Edit[]
}

/** More groups of changes in one file are not told apart: each costs a rewrite. */
const maxGroups = 40
const maxHunks = 500

/**
 * The fixes of a file that can be told exactly: each is what a rewrite with these changes alone gives. Changes that
 * touch the same lines are one fix.
 */
export function fixesIn(done: Done, alone: Setting['alone']): readonly Fix[] {
  const { before, after } = done.changeset
  const applied = done.changeset.applied.filter(({ companion }) => companion === undefined)
  const hunks = hunksBetween(before, after, 0)
  const groups = hunks.length > maxHunks ? undefined : groupsOf(hunks, applied)
  if (groups === undefined || groups.length > maxGroups) return []
  const lines = [linesOf(before), linesOf(after)] as const
  const fixes = groups.map(({ changes, hunks }) => ({
    changes: changes.map((i) => applied[i]!),
    edits: hunks.map((hunk) => editOf(hunk, ...lines)),
  }))
  if (fixes.length === 1) return fixes
  return fixes.filter(({ changes, edits }) => alone(done, changes) === applyEdits(before, edits))
}

/** The fixes of a file by the first of the findings that each is for. */
export function fixesByFinding(
  findings: readonly ReportedFinding[],
  fixes: readonly Fix[],
): ReadonlyMap<ReportedFinding, Fix> {
  const found = new Map<ReportedFinding, Fix>()
  for (const fix of fixes) {
    const first = findings.find(({ of }) => fix.changes.some((change) => change === of))
    if (first) found.set(first, fix)
  }
  return found
}

/** Names the changes that a fix makes beside the one of its finding. */
export function companyOf({ changes }: Fix, { of }: ReportedFinding): string {
  const others = changes.filter((change) => change !== of).map(({ transform }) => transform)
  return others.length === 0 ? '' : `, in one edit with ${[...new Set(others)].sort().join(', ')}`
}

interface Group {
  readonly changes: readonly number[]
  readonly hunks: readonly Hunk[]
}

/** Hunks that share a change belong together; undefined when some hunk is nobody's. */
function groupsOf(hunks: readonly Hunk[], applied: readonly AppliedChange[]): readonly Group[] | undefined {
  const marks = applied.map(({ after }, i) => ({ label: String(i), span: after }))
  let groups: Group[] = []
  for (const hunk of hunks) {
    const own = labelsOf(hunk, marks).map(Number)
    if (own.length === 0) return undefined
    const near = groups.filter(({ changes }) => changes.some((i) => own.includes(i)))
    const merged: Group = {
      changes: [...new Set([...near.flatMap(({ changes }) => changes), ...own])],
      hunks: [...near.flatMap(({ hunks }) => hunks), hunk],
    }
    groups = [...groups.filter((group) => !near.includes(group)), merged]
  }
  return groups
}

function editOf(hunk: Hunk, before: Lines, after: Lines): Edit {
  const start = before.startOf(hunk.oldStart)
  const end = before.startOf(hunk.oldStart + hunk.oldLines)
  const [from, to] = [after.startOf(hunk.newStart), after.startOf(hunk.newStart + hunk.newLines)]
  const [old, text] = [before.text.slice(start, end), after.text.slice(from, to)]
  const tail = old === '' || text === '' ? 0 : (sharedLineEnd(old, text)?.length ?? 0)
  return replaceAt(start, end - tail, text.slice(0, text.length - tail))
}

const sharedLineEnd = (a: string, b: string) =>
  ['\r\n', '\n'].find((lineEnd) => a.endsWith(lineEnd) && b.endsWith(lineEnd))

interface Lines {
  readonly text: string
  /** The offset of a 1-based line; behind the last line: that of the end. */
  readonly startOf: (line: number) => number
}

function linesOf(text: string): Lines {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return { text, startOf: (line) => starts[line - 1] ?? text.length }
}
