import { hunksBetween, labelsOf, type Hunk } from '../../text/diff.js'
import { companionHunks } from '../companions.js'
import { findingsIn, sentence, type ReportedFinding } from '../finding.js'
import { htmlOf, proseOf, visible } from '../markup.js'
import type { Done } from '../outcome.js'
import { changeOf, sizeOf } from '../size.js'
import { plural } from '../totals.js'

/** A file of the page: its findings, and before and after side by side. */
export function sectionOf(done: Done): string {
  const findings = findingsIn(done)
  const { before, after, applied, companions } = done.changeset
  // A mark is named by what the filter asks for.
  const own = applied.filter(({ companion }) => companion === undefined)
  const others = companions.flatMap((companion) => {
    const labels = applied
      .filter((change) => change.companion === companion.path)
      .map(({ transform, safety }) => `${transform} ${safety}`)
    return companionHunks(companion, 3).map((hunk) => tableOf(hunk, labels))
  })
  const marks = own.map(({ transform, safety, after }) => ({
    label: `${transform} ${safety}`,
    span: after,
  }))
  const hunks = hunksBetween(before, after, 3)
  const size = done.measured
    ? ` <span class="size">${htmlOf(changeOf(done.measured.before.bytes, done.measured.after.bytes))}</span>`
    : ''
  return `
<details class="file" open><summary><code>${htmlOf(visible(done.source.path))}</code> ${plural(findings.length, 'edit')}${size}</summary>
<ul>${findings.map(itemOf).join('')}</ul>
${[...hunks.map((hunk) => tableOf(hunk, labelsOf(hunk, marks))), ...others].join('')}</details>`
}

function itemOf({ line, transform, safety, title, because, saves }: ReportedFinding): string {
  const size = saves === undefined || saves < 1e6 ? '' : ` <span class="size">about ${sizeOf(saves)}</span>`
  const words = `${proseOf(sentence(title))} <span class="why">${proseOf(sentence(because))}</span>`
  return `<li data-labels="${htmlOf(`${transform} ${safety}`)}"><b>${htmlOf(transform)}</b> <i class="${safety}">${safety}</i> line ${line}: ${words}${size}</li>`
}

interface Row {
  readonly old?: Cell
  readonly now?: Cell
}

interface Cell {
  readonly line: number
  readonly text: string
  readonly kind: 'same' | 'gone' | 'new'
}

function tableOf(hunk: Hunk, labels: readonly string[]): string {
  const rows = rowsOf(hunk).map(({ old, now }) => `<tr>${cellsOf(old)}${cellsOf(now)}</tr>`)
  return `<div class="hunk" data-labels="${htmlOf(labels.join(','))}"><table><colgroup><col class="n"><col><col class="n"><col></colgroup><tbody>${rows.join('')}</tbody></table></div>`
}

const cellsOf = (cell: Cell | undefined) =>
  cell === undefined
    ? '<td class="n none"></td><td class="none"></td>'
    : `<td class="n ${cell.kind}">${cell.line}</td><td class="${cell.kind}">${htmlOf(shown(cell.text))}</td>`

/** Lines that go stand beside the lines that come in their place. */
function rowsOf({ lines, oldStart, newStart }: Hunk): readonly Row[] {
  const rows: Row[] = []
  let [old, now] = [oldStart, newStart]
  let gone: Cell[] = []
  let come: Cell[] = []
  const flush = () => {
    for (let i = 0; i < Math.max(gone.length, come.length); i++)
      rows.push({ ...(gone[i] && { old: gone[i]! }), ...(come[i] && { now: come[i]! }) })
    ;[gone, come] = [[], []]
  }
  for (const line of lines) {
    const text = line.slice(1)
    if (line[0] === '-') gone.push({ line: old++, text, kind: 'gone' })
    if (line[0] === '+') come.push({ line: now++, text, kind: 'new' })
    if (line[0] !== ' ') continue
    flush()
    rows.push({ old: { line: old++, text, kind: 'same' }, now: { line: now++, text, kind: 'same' } })
  }
  flush()
  return rows
}

const shown = (line: string) => line.replace(/\r$/, '').split('\t').map(visible).join('\t')
