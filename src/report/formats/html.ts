import { hasChanges, placeOf } from '../outcome.js'
import type { OpenFormat } from '../format.js'
import { htmlOf, proseOf, visible } from '../markup.js'
import { chart } from '../html/chart.js'
import { sectionOf } from '../html/section.js'
import { documentOf } from '../html/document.js'
import { changeOf, sizeOf } from '../size.js'
import type { Tally } from '../tally.js'
import { grouped, newTotals, plural, type Share, type Totals } from '../totals.js'

/** Letters of diffs that a browser is asked to lay out. */
const maxLetters = 20_000_000
const maxFailures = 1000
const maxBars = 12

/** One page that needs nothing else: totals, charts, and every change side by side. */
export const html: OpenFormat = ({ transforms }) => {
  const totals = newTotals()
  const sections: string[] = []
  let letters = 0
  return {
    file: (outcome) => {
      totals.add(outcome)
      if (outcome.kind === 'failed' || !hasChanges(outcome) || letters > maxLetters) return ''
      const section = sectionOf(outcome)
      letters += section.length
      sections.push(section)
      return ''
    },
    end: (tally) => {
      const used = transforms.map(({ id }) => id).filter((id) => totals.byTransform.has(id))
      return documentOf('dfslim report', [
        header(tally, totals),
        charts(totals),
        ...(totals.edits > 0 ? [filters(used)] : []),
        failures(tally),
        `<main>${sections.join('')}${cutLine(tally.changed.length - sections.length)}</main>`,
      ])
    },
  }
}

function header(tally: Tally, { edits, bySafety, saves, known }: Totals): string {
  const { measured, changed, files, failures, leftAlone } = tally
  const figures: (readonly [value: string, name: string])[] = [
    [grouped(changed.length), `of ${plural(files, 'file')} with changes`],
    [grouped(edits), edits === 1 ? 'edit' : 'edits'],
    ...(['safe', 'unsafe'] as const).map((safety) => [grouped(bySafety.get(safety) ?? 0), safety] as const),
    [grouped(leftAlone), `${leftAlone === 1 ? 'place' : 'places'} left alone`],
    ...(failures.length > 0 ? [[grouped(failures.length), 'failed'] as const] : []),
    ...(measured ? [[changeOf(measured.before, measured.after), 'measured'] as const] : []),
    ...(!measured && known > 0
      ? [
          [
            sizeOf(saves),
            `less, about, by tables${known < edits ? `; ${grouped(edits - known)} of unknown size` : ''}`,
          ] as const,
        ]
      : []),
  ]
  const cells = figures.map(([value, name]) => `<div><dd>${htmlOf(value)}</dd><dt>${htmlOf(name)}</dt></div>`)
  return `<header><h1>dfslim report</h1><dl>${cells.join('')}</dl></header>`
}

function charts({ byTransform, byFolder, known }: Totals): string {
  if (byTransform.size === 0) return ''
  const folders = rolledUp(byFolder)
  const edits = ({ edits }: Share) => edits
  const saves = ({ saves }: Share) => saves
  const all = [
    chart('Edits by transform', barsOf(byTransform, edits), grouped),
    chart('Edits by folder', barsOf(folders, edits), grouped),
    ...(known > 0 ? [chart('About saved by folder, unpacked', barsOf(folders, saves), sizeOf)] : []),
  ]
  return `<div class="charts">${all.join('')}</div>`
}

/** Folders by their first names, as many of these as give few enough. */
function rolledUp(shares: ReadonlyMap<string, Share>): ReadonlyMap<string, Share> {
  for (const depth of [4, 3, 2]) {
    const names = new Set([...shares.keys()].map((folder) => firstNames(folder, depth)))
    if (names.size <= maxBars) return atDepth(shares, depth)
  }
  return atDepth(shares, 1)
}

function atDepth(shares: ReadonlyMap<string, Share>, depth: number): ReadonlyMap<string, Share> {
  const sums = new Map<string, Share>()
  for (const [folder, { edits, files, unsafe, saves, known }] of shares) {
    const name = firstNames(folder, depth)
    const sum = sums.get(name) ?? { edits: 0, files: 0, unsafe: 0, saves: 0, known: 0 }
    sums.set(name, {
      ...{ edits: sum.edits + edits, files: sum.files + files },
      ...{ unsafe: sum.unsafe + unsafe, saves: sum.saves + saves, known: sum.known + known },
    })
  }
  return sums
}

const firstNames = (folder: string, depth: number) => folder.split('/').slice(0, depth).join('/')

/** The longest bars; the others are one bar together. */
function barsOf(shares: ReadonlyMap<string, Share>, of: (share: Share) => number) {
  const bars = [...shares]
    .map(([name, share]) => [visible(name), of(share)] as const)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  if (bars.length <= maxBars) return bars
  const rest = bars.slice(maxBars - 1)
  const sum = rest.reduce((total, [, value]) => total + value, 0)
  return [...bars.slice(0, maxBars - 1), [`${grouped(rest.length)} others`, sum] as const]
}

function filters(transforms: readonly string[]): string {
  const box = (kind: string, value: string) =>
    `<label><input type="checkbox" data-${kind}="${htmlOf(value)}" checked> ${htmlOf(value)}</label>`
  return `<form class="filters" hidden>
<fieldset><legend>Transform</legend>${transforms.map((id) => box('transform', id)).join('')}</fieldset>
<fieldset><legend>Safety</legend>${['safe', 'unsafe'].map((safety) => box('safety', safety)).join('')}</fieldset>
<p role="status"></p>
</form>`
}

function failures({ failures }: Tally): string {
  if (failures.length === 0) return ''
  const items = failures
    .slice(0, maxFailures)
    .map((failure) => `<li><code>${htmlOf(visible(placeOf(failure)))}</code> ${proseOf(failure.reason)}</li>`)
  const hidden = failures.length - items.length
  const rest = hidden === 0 ? '' : `<li>and ${grouped(hidden)} more</li>`
  return `<details class="failed"><summary>${plural(failures.length, 'file')} could not be handled</summary><ul>${items.join('')}${rest}</ul></details>`
}

const cutLine = (hidden: number) =>
  hidden === 0
    ? ''
    : `<p>The changes of ${plural(hidden, 'more file')} are not shown: the page would be too long.</p>`
