import { findingsIn, leftAloneIn } from '../finding.js'
import type { OpenFormat } from '../format.js'

const columns = [
  ...['path', 'line', 'column', 'transform', 'safety', 'became', 'title', 'because', 'saves'],
] as const

/** A row for each finding, as RFC 4180 has it, and one for each file that failed. */
export const csv: OpenFormat = ({ showSkipped }) => ({
  start: () => rowOf(columns),
  file: (outcome) => {
    if (outcome.kind === 'failed') {
      const { path, line, kind, reason } = outcome.failure
      return rowOf([path, line, undefined, undefined, undefined, 'failed', kind, reason, undefined])
    }
    const findings = [...findingsIn(outcome), ...(showSkipped ? leftAloneIn(outcome) : [])]
    return findings.map((finding) => rowOf(columns.map((column) => finding[column]))).join('')
  },
  end: () => '',
})

type Cell = string | number | undefined

/** A row with its end. */
export const rowOf = (cells: readonly Cell[]) => `${cells.map(cellOf).join(',')}\r\n`

/** An apostrophe keeps a spreadsheet from taking a text for a formula. */
function cellOf(cell: Cell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
  const text = /^(?:\s*[=+\-@]|[\t\r])/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
