import { chart } from '../html/chart.js'
import { documentOf } from '../html/document.js'
import { htmlOf, visible } from '../markup.js'
import { sizeOf } from '../size.js'
import { grouped } from '../totals.js'
import { changedIn, sortedRows, type Runs, type Sums } from './sums.js'
import { columns, headline, remarks } from './words.js'

const maxBars = 12

/** One page that needs nothing else: the sums, charts, and a row for each repository. */
export const html = (runs: Runs): string =>
  documentOf('dfslim report of many runs', [header(runs), charts(runs), `<main>${table(runs)}</main>`])

function header(runs: Runs): string {
  const { total, repositories } = runs
  const figures: readonly (readonly [value: string, name: string])[] = [
    [grouped(changedIn(runs)), `of ${grouped(repositories.size)} repositories with changes`],
    [grouped(total.changed), `of ${grouped(total.files)} files with changes`],
    [grouped(total.safe), 'safe edits'],
    [grouped(total.unsafe), 'unsafe edits'],
    ...(total.known > 0 ? [[sizeOf(total.saves), 'less, about, by tables'] as const] : []),
    ...(total.failed > 0 ? [[grouped(total.failed), 'files failed'] as const] : []),
  ]
  const cells = figures.map(([value, name]) => `<div><dd>${htmlOf(value)}</dd><dt>${htmlOf(name)}</dt></div>`)
  const words = [`${headline(runs)}.`, ...remarks(runs)].join(' ')
  return `<header><h1>dfslim report</h1><dl>${cells.join('')}</dl><p>${htmlOf(words)}</p></header>`
}

function charts(runs: Runs): string {
  if (runs.byTransform.size === 0) return ''
  const edits = [...runs.byTransform].map(([id, share]) => [id, share.edits] as const)
  const byRepository = (of: (sums: Sums) => number) =>
    [...runs.repositories].map(([name, sums]) => [name, of(sums)] as const)
  const all = [
    chart('Edits by transform', longest(edits), grouped),
    chart('Edits by repository', longest(byRepository(({ safe, unsafe }) => safe + unsafe)), grouped),
    ...(runs.total.known > 0
      ? [chart('About saved by repository, unpacked', longest(byRepository(({ saves }) => saves)), sizeOf)]
      : []),
  ]
  return `<div class="charts">${all.join('')}</div>`
}

function longest(bars: readonly (readonly [string, number])[]) {
  const sorted = bars
    .filter(([, value]) => value > 0)
    .map(([name, value]) => [visible(name), value] as const)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return sorted.slice(0, maxBars)
}

function table(runs: Runs): string {
  const cells = (sums: Sums) => columns.map(([, of]) => `<td class="n">${htmlOf(of(sums))}</td>`).join('')
  const rows = sortedRows(runs).map(
    ([name, sums]) => `<tr><td>${htmlOf(visible(name))}</td>${cells(sums)}</tr>`,
  )
  const head = columns.map(([name]) => `<th class="n">${name}</th>`).join('')
  return `<table class="runs"><thead><tr><th>repository</th>${head}</tr></thead>
<tbody>${rows.join('\n')}</tbody>
<tfoot><tr><th>total</th>${cells(runs.total)}</tr></tfoot></table>`
}
