import type { AppliedChange } from '../engine/transform.js'
import { hunksBetween, labelsOf, type Hunk } from '../text/diff.js'
import type { Done } from './outcome.js'
import { paintPatch, type Paint } from './paint.js'
import { aboutOf } from './size.js'

/** The findings of `check` in one file: each with the place, the reason and, below those it answers, the fix. */
export function findingsText(done: Done, paint: Paint): string {
  const { path, text } = done.source
  const lines = text.split('\n')
  const left = new Set(done.changeset.applied)
  const hunks = hunksBetween(text, done.changeset.after, 1)
  let out = ''
  for (const hunk of hunks) {
    const here = inOrder([...left].filter((change) => isIn(change, hunk)))
    for (const change of here) {
      left.delete(change)
      out += headOf(change, path, paint) + frameOf(change, lines, paint)
    }
    out += fixOf(hunk, paint)
  }
  for (const change of inOrder([...left])) out += headOf(change, path, paint) + frameOf(change, lines, paint)
  return out
}

const isIn = (change: AppliedChange, hunk: Hunk) =>
  labelsOf(hunk, [{ label: '', span: change.after }]).length > 0

const inOrder = (changes: AppliedChange[]) => changes.sort((a, b) => a.line - b.line || a.column - b.column)

/** The colour of each safety. */
export const safetyPaint = { safe: 'green', unsafe: 'yellow', hint: 'cyan' } as const

function headOf(change: AppliedChange, path: string, paint: Paint): string {
  const safety = paint[safetyPaint[change.safety]](`[${change.safety}]`)
  const place = paint.bold(`${path}:${change.line}:${change.column}`)
  return `${place}  ${paint.cyan(change.transform)}  ${safety}\n  ${sentence(change.title)}\n  ${sentence(change.because)}\n\n`
}

/** The line of the finding, the one above it and a mark below the word that starts it. */
function frameOf({ line, column, saves }: AppliedChange, lines: readonly string[], paint: Paint): string {
  const width = String(line).length
  const row = (number: number) => `${String(number).padStart(width)} | ${shown(lines[number - 1])}`
  const text = lines[line - 1] ?? ''
  const word = /^\S+/.exec(text.slice(column - 1))?.[0] ?? ' '
  const indent = shown(text.slice(0, column - 1)).replace(/[^\t]/g, ' ')
  const above = line > 1 ? `    ${row(line - 1)}\n` : ''
  const size = saves !== undefined && saves >= 1e6 ? ` ${aboutOf(saves)}` : ''
  const mark = paint.red('^'.repeat(word.length)) + size
  return `${above}  ${paint.red('>')} ${row(line)}\n    ${' '.repeat(width)} | ${indent}${mark}\n\n`
}

/** A hunk as a small diff: indented, without its head, safe for a terminal. */
export function fixOf(hunk: Hunk, paint: Paint): string {
  const lines = hunk.lines.filter((line) => !line.startsWith('\\')).map(shown)
  const patch = paintPatch(lines.map((line) => `${line}\n`).join(''), paint)
  return `${patch.replace(/^(?=.)/gm, '      ')}\n`
}

/** A line as a terminal may show it: no line end, no byte order mark, no control characters. */
const shown = (line: string | undefined) =>
  (line ?? '').replace(/[\r\uFEFF]/g, '').replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '?')

const sentence = (text: string) =>
  text.slice(0, 1).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.')
