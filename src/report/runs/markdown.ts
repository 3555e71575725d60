import { code } from '../markdown.js'
import { sizeOf } from '../size.js'
import { grouped, plural } from '../totals.js'
import { type Runs, sortedRows, type Sums } from './sums.js'
import { columns, headline, remarks } from './words.js'

/** GitHub takes 65,536 characters for a comment. */
const maxLength = 60_000

/** The sums, and a table by repository in which those that win most come first. */
export function markdown(runs: Runs): string {
  const head = [`**${headline(runs)}**`, remarks(runs).join(' '), transforms(runs)].filter(
    (part) => part !== '',
  )
  const rows = [...sortedRows(runs)].sort(([, a], [, b]) => b.saves - a.saves || editsOf(b) - editsOf(a))
  const table = [
    `| repository | ${columns.map(([name]) => name).join(' | ')} |`,
    `| --- |${' --: |'.repeat(columns.length)}`,
  ]
  let length = [...head, ...table].join('\n\n').length
  let shown = 0
  for (const [name, sums] of rows) {
    const row = `| ${code(name)} | ${columns.map(([, of]) => of(sums)).join(' | ')} |`
    length += row.length + 1
    if (length > maxLength - 200) break
    table.push(row)
    shown++
  }
  const hidden = rows.length - shown
  const cut = hidden === 0 ? [] : [`${grouped(hidden)} more are not shown: the text would be too long.`]
  return `${[...head, ...(shown > 0 ? [table.join('\n')] : []), ...cut].join('\n\n')}\n`
}

const editsOf = ({ safe, unsafe }: Sums) => safe + unsafe

function transforms({ byTransform }: Runs): string {
  const rows = [...byTransform]
    .sort(([a, x], [b, y]) => y.edits - x.edits || (a < b ? -1 : 1))
    .map(([id, { edits, files, unsafe, saves }]) => {
      const safety = unsafe === 0 ? 'safe' : `${grouped(unsafe)} unsafe`
      return `- ${code(id)}: ${plural(edits, 'edit')} in ${plural(files, 'file')}, ${safety}${saves > 0 ? `, about ${sizeOf(saves)}` : ''}`
    })
  return rows.join('\n')
}
