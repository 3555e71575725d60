/** The figures as a table in Markdown, with totals and the geometric means. */
export function table(rows) {
  const body = rows.map(({ name, before, safe, unsafe, smoke, left, faults }) => [
    name,
    ...[before, safe, unsafe].map((figures) => megabytes(figures?.bytes)),
    ...[ratio(safe, before), ratio(unsafe, before)],
    [before, safe, unsafe].map((figures) => figures?.layers ?? '?').join(' / '),
    [before, safe, unsafe].map((figures) => megabytes(figures?.wastedBytes)).join(' / '),
    [before, safe, unsafe].map((figures) => figures?.seconds?.toFixed(0) ?? '-').join(' / '),
    faults.length > 0 ? 'differs' : smoke === 0 ? 'same' : `status ${smoke}`,
    left.join(', '),
  ])
  const sum = (kind) => rows.reduce((total, row) => total + (row[kind]?.bytes ?? Number.NaN), 0)
  const split = rows.filter((row) => row.split)
  const totals = ['before', 'safe', 'unsafe'].map((kind) => ({ bytes: sum(kind) }))
  const last = [
    [
      '**sum**',
      ...totals.map(({ bytes }) => megabytes(bytes)),
      ...totals.slice(1).map((total) => ratio(total, totals[0])),
    ],
    meansOf('geometric mean', rows),
    ...(split.length > 0 ? [meansOf('of those that are split', split)] : []),
  ].map((cells) => [...cells, ...Array(11 - cells.length).fill('')])
  const lines = [head, rule, ...[...body, ...last].map((cells) => `| ${cells.join(' | ')} |`)]
  return `With ${originOf(rows)}:\n\n${lines.join('\n')}\n`
}

const head =
  '| context | MB before | safe | `--unsafe --verify` | safe/before | unsafe/before | layers | wasted MB | build s | smoke | left out |'
const rule = '| --- | --: | --: | --: | --: | --: | --: | --: | --: | --- | --- |'

const megabytes = (bytes) => (bytes === undefined ? '?' : (bytes / 1e6).toFixed(1))
const ratio = (after, before) => (after ? (after.bytes / before.bytes).toFixed(2) : '?')

const meansOf = (name, rows) => [
  `**${name}**`,
  ...['', '', ''],
  ...['safe', 'unsafe'].map((kind) => mean(rows, kind).toFixed(2)),
]

/** What built them, and when. */
function originOf(rows) {
  const each = (key) => [...new Set(rows.map((row) => row[key]))].sort().join(', ')
  return `${each('engine')}, ${each('date')}`
}

/** The geometric mean of the bytes after to those before. */
export function mean(rows, kind) {
  const logs = rows.map((row) => Math.log(row[kind].bytes / row.before.bytes))
  return Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length)
}

/** The sizes as a picture: three bars for each context. */
export function picture(rows) {
  const most = Math.max(...rows.map(({ before }) => before.bytes))
  const sorted = [...rows].sort((a, b) => b.before.bytes - a.before.bytes)
  const height = top + rows.length * rowHeight + 40
  const bars = sorted.flatMap((row, i) => barsOf(row, top + i * rowHeight, (bytes) => (bytes / most) * room))
  const means = `geometric mean ${mean(rows, 'safe').toFixed(2)} safe, ${mean(rows, 'unsafe').toFixed(2)} with --unsafe --verify`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" role="img">
<title>Sizes of ${rows.length} images before and after dfslim</title>
<style>
text { fill: #57606a } .name { fill: #24292f } .before { fill: #afb8c1 } .safe { fill: #54aeff } .unsafe { fill: #0969da }
@media (prefers-color-scheme: dark) { text { fill: #8b949e } .name { fill: #e6edf3 } .before { fill: #484f58 } .safe { fill: #388bfd } .unsafe { fill: #79c0ff } }
</style>
${legend()}
${bars.join('\n')}
<text x="${left}" y="${height - 24}">MB; ${means}</text>
<text x="${left}" y="${height - 8}">${rows.length} images, measured with ${originOf(rows)}</text>
</svg>
`
}

const width = 760
const left = 130
const room = 520
const top = 34
const rowHeight = 40

function legend() {
  const kinds = [
    ['before', 'before'],
    ['safe', 'dfslim fix'],
    ['unsafe', 'dfslim fix --unsafe --verify'],
  ]
  return kinds
    .map(
      ([kind, words], i) =>
        `<rect class="${kind}" x="${left + i * 110}" y="8" width="10" height="10"/><text x="${left + 15 + i * 110}" y="17">${words}</text>`,
    )
    .join('\n')
}

function barsOf({ name, before, safe, unsafe }, y, lengthOf) {
  const bar = (kind, { bytes }, i) => {
    const length = lengthOf(bytes).toFixed(1)
    const at = y + i * 11
    return `<rect class="${kind}" x="${left}" y="${at}" width="${length}" height="9"/><text x="${left + Number(length) + 4}" y="${at + 8}" font-size="9">${(bytes / 1e6).toFixed(0)}</text>`
  }
  return [
    `<text class="name" x="${left - 8}" y="${y + 19}" text-anchor="end">${name}</text>`,
    bar('before', before, 0),
    bar('safe', safe, 1),
    bar('unsafe', unsafe, 2),
  ]
}
