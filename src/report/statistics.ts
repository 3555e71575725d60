import type { ReportFormat } from './format.js'
import { aboutOf } from './size.js'
import { newTotals, type Share } from './totals.js'

/** A table of what each transform does in all files of a run, the most frequent first, and their sum. */
export function newStatistics(): ReportFormat {
  const totals = newTotals()
  return {
    file: (outcome) => {
      totals.add(outcome)
      return ''
    },
    end: (tally) => {
      if (totals.edits === 0) return ''
      const shares = [...totals.byTransform].sort(([a, m], [b, n]) => n.edits - m.edits || (a < b ? -1 : 1))
      const unsafe = totals.bySafety.get('unsafe') ?? 0
      const { edits, saves, known } = totals
      const all: Share = { edits, files: tally.changed.length, unsafe, saves, known }
      return aligned([headings, ...shares.map(rowOf), rowOf(['in all', all])])
    },
  }
}

const headings = ['', 'safe', 'unsafe', 'files', 'saves'] as const

const rowOf = ([name, { edits, unsafe, files, saves, known }]: readonly [string, Share]) => [
  name,
  String(edits - unsafe),
  String(unsafe),
  String(files),
  savingOf(saves, known, edits - known),
]

function savingOf(saves: number, known: number, unknown: number): string {
  if (known === 0) return 'unknown'
  return unknown === 0 ? aboutOf(saves) : `${aboutOf(saves)}, ${unknown} of unknown size`
}

/** Words to the left, numbers to the right; the last column is words again. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = headings.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)))
  const line = (row: readonly string[]) =>
    row.map((cell, i) =>
      i === 0 || i === row.length - 1 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!),
    )
  return rows.map((row) => `${line(row).join('  ').trimEnd()}\n`).join('')
}
