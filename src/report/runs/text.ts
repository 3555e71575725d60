import { visible } from '../markup.js'
import { plain } from '../paint.js'
import type { Paint } from '../paint.js'
import { grouped } from '../totals.js'
import { sortedRows, type Runs } from './sums.js'
import { columns, headline, remarks } from './words.js'

/** A table by repository, and the sums below it. */
export function text(runs: Runs, paint: Paint = plain): string {
  const rows = sortedRows(runs).map(([name, sums]) => [visible(name), ...columns.map(([, of]) => of(sums))])
  const head = ['repository', ...columns.map(([name]) => name)]
  const total = ['total', ...columns.map(([, of]) => of(runs.total))]
  const all = [head, ...rows, total]
  const widths = head.map((_, i) => all.reduce((most, row) => Math.max(most, row[i]!.length), 0))
  const lineOf = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')
  const transforms = [...runs.byTransform]
    .sort(([a, x], [b, y]) => y.edits - x.edits || (a < b ? -1 : 1))
    .map(([id, { edits }]) => `${visible(id)} ${grouped(edits)}`)
  const names = transforms.length === 0 ? '' : `: ${transforms.join(', ')}`
  return [
    paint.bold(lineOf(head)),
    ...rows.map(lineOf),
    paint.bold(lineOf(total)),
    '',
    `${headline(runs)}${names}.`,
    ...remarks(runs).map((remark) => `  ${remark}`),
    '',
  ].join('\n')
}
