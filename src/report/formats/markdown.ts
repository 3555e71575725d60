import { findingsIn, type ReportedFinding, sentence } from '../finding.js'
import type { OpenFormat } from '../format.js'
import { code, html, prose } from '../markdown.js'
import { hasChanges, placeOf, type Done } from '../outcome.js'
import { changeOf, sizeOf } from '../size.js'
import type { Tally } from '../tally.js'
import { grouped, newTotals, plural, type Totals } from '../totals.js'

/** GitHub takes 65,536 characters for the body of a pull request. */
const maxLength = 60_000
const maxFailures = 50
const maxEdits = 20
const maxSentence = 400

/** The body of a pull request: totals, and the reasons by file, folded up. */
export const markdown: OpenFormat = () => {
  const totals = newTotals()
  const blocks: string[] = []
  let length = 0
  let isFull = false
  return {
    file: (outcome) => {
      totals.add(outcome)
      if (outcome.kind === 'failed' || !hasChanges(outcome) || isFull) return ''
      const block = blockOf(outcome)
      isFull = length + block.length > maxLength
      if (isFull) return ''
      length += block.length + 2
      blocks.push(block)
      return ''
    },
    end: (tally) => bodyOf(tally, totals, blocks),
  }
}

function bodyOf(tally: Tally, totals: Totals, blocks: readonly string[]): string {
  const head = [
    `**${headline(tally, totals)}**`,
    ...sizesOf(tally, totals),
    ...(totals.edits > 0 ? [table(totals)] : []),
    ...failures(tally),
  ].join('\n\n')
  const room = maxLength - head.length - 200
  const shown: string[] = []
  let length = 0
  for (const block of blocks) {
    length += block.length + 2
    if (length > room) break
    shown.push(block)
  }
  const hidden = tally.changed.length - shown.length
  const cut =
    hidden === 0
      ? []
      : [`The reasons of ${plural(hidden, 'more file')} are not shown: the text would be too long.`]
  return `${[head, ...shown, ...cut].join('\n\n')}\n`
}

function headline(tally: Tally, { edits, bySafety }: Totals): string {
  if (edits === 0) return `${plural(tally.files, 'Dockerfile')}: nothing to do`
  const unsafe = bySafety.get('unsafe') ?? 0
  const among = unsafe === 0 ? ', all safe' : `, ${grouped(unsafe)} of them unsafe`
  return `${plural(edits, 'edit')} in ${grouped(tally.changed.length)} of ${plural(tally.files, 'Dockerfile')}${among}`
}

function sizesOf({ measured }: Tally, { saves, known, edits }: Totals): readonly string[] {
  if (measured) return [`Measured: ${changeOf(measured.before, measured.after)}.`]
  if (known === 0) return []
  const rest = known === edits ? '' : `; the size of ${plural(edits - known, 'edit')} is unknown`
  return [`About ${sizeOf(saves)} less, unpacked, by tables${rest}.`]
}

function table({ byTransform, known }: Totals): string {
  const rows = [...byTransform]
    .sort(([a, x], [b, y]) => y.edits - x.edits || (a < b ? -1 : 1))
    .map(([id, { edits, files, unsafe, saves }]) => {
      const cells = [
        code(id),
        grouped(edits),
        grouped(files),
        unsafe === 0 ? 'safe' : `${grouped(unsafe)} unsafe`,
      ]
      return `| ${[...cells, ...(known > 0 ? [saves > 0 ? sizeOf(saves) : ''] : [])].join(' | ')} |`
    })
  const [names, rules] = known > 0 ? [' about |', ' --: |'] : ['', '']
  return [
    `| transform | edits | files | safety |${names}`,
    `| --- | --: | --: | --- |${rules}`,
    ...rows,
  ].join('\n')
}

function failures({ failures }: Tally): readonly string[] {
  if (failures.length === 0) return []
  const lines = failures
    .slice(0, maxFailures)
    .map((failure) => `- ${code(cut(placeOf(failure)))}: ${prose(cut(failure.reason))}`)
  const hidden = failures.length - lines.length
  const rest = hidden === 0 ? [] : [`- and ${grouped(hidden)} more`]
  return [[`${plural(failures.length, 'file')} could not be handled:`, '', ...lines, ...rest].join('\n')]
}

function blockOf(done: Done): string {
  const findings = findingsIn(done)
  const { measured } = done
  const size = measured ? `: ${changeOf(measured.before.bytes, measured.after.bytes)}` : ''
  const hidden = findings.length - maxEdits
  return [
    `<details><summary><code>${html(cut(done.source.path))}</code>, ${plural(findings.length, 'edit')}${size}</summary>`,
    [
      ...findings.slice(0, maxEdits).map(itemOf),
      ...(hidden > 0 ? [`- and ${plural(hidden, 'more edit')}`] : []),
    ].join('\n'),
    '</details>',
  ].join('\n\n')
}

function itemOf({ line, transform, safety, title, because, saves }: ReportedFinding): string {
  const size = saves === undefined || saves < 1e6 ? '' : `, about ${sizeOf(saves)}`
  const words = `${prose(cut(sentence(title)))} ${prose(cut(sentence(because)))}`
  return `- line ${line}, ${code(transform)} (${safety}${size}): ${words}`
}

const cut = (text: string) => (text.length > maxSentence ? `${text.slice(0, maxSentence)}...` : text)
