import type { AppliedChange, CompanionText } from '../engine/transform.js'
import { hunksBetween, labelsOf, type Hunk } from '../text/diff.js'
import { companionHunks, companionName } from './companions.js'
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
  for (const companion of done.changeset.companions) out += companionOf(done, companion, paint)
  return out
}

/** What is added to a file beside the Dockerfile, below its name. */
function companionOf({ source }: Done, companion: CompanionText, paint: Paint): string {
  const hunks = companionHunks(companion, 1).map((hunk) => fixOf(hunk, paint))
  return `    ${companionName({ source }, companion)}\n${hunks.join('')}`
}

/** The hints of a file: what cannot be decided from the files, and is never written. */
export function hintsText({ source, changeset }: Done, paint: Paint): string {
  const lines = source.text.split('\n')
  return inOrder(changeset.withheld.filter(({ reason }) => reason === 'hint'))
    .map((hint) => headOf(hint, source.path, paint) + frameOf(hint, lines, paint))
    .join('')
}

const isIn = (change: AppliedChange, hunk: Hunk) =>
  change.companion === undefined && labelsOf(hunk, [{ label: '', span: change.after }]).length > 0

const inOrder = <Placed extends Pick<AppliedChange, 'line' | 'column'>>(changes: Placed[]) =>
  changes.sort((a, b) => a.line - b.line || a.column - b.column)

/** What a change and a hint have in common. */
type Told = Omit<AppliedChange, 'after' | 'companion'>

/** The colour of each safety. */
export const safetyPaint = { safe: 'green', unsafe: 'yellow', hint: 'cyan' } as const

function headOf(change: Told, path: string, paint: Paint): string {
  const safety = paint[safetyPaint[change.safety]](`[${change.safety}]`)
  const place = paint.bold(`${path}:${change.line}:${change.column}`)
  return `${place}  ${paint.cyan(change.transform)}  ${safety}\n  ${sentence(change.title)}\n  ${sentence(change.because)}\n\n`
}

/** The line of the finding, the one above it and a mark below the word that starts it. */
function frameOf({ line, column, saves }: Told, lines: readonly string[], paint: Paint): string {
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
