import type { Failure } from '../project/failure.js'
import { companionName } from './companions.js'
import { placeOf, type Done } from './outcome.js'
import type { Paint } from './paint.js'
import { aboutOf, changeOf } from './size.js'
import { byCount, hintsOf, totalOf, type Counts, type Tally } from './tally.js'

/** What a dry run says when it is through: one line when there is nothing to do. */
export function drySummary(tally: Tally, paint: Paint, apply: string | undefined): string {
  const failures = failureLines(tally.failures, paint)
  if (tally.changed.length === 0) return linesOf([`${nothingToDo(tally)}.`, ...failures])
  const [saving, rest] = sizesOf(tally)
  const edits = `${paint.bold(`Would rewrite ${tally.changed.length} of ${files(tally.files)}`)}: ${editsOf(tally)}, ${saving}${rest === undefined ? '' : ` (${rest})`}.`
  return linesOf([edits, ...restLines(tally), ...failures, ...command('Apply', apply)])
}

/** What `--write` says when it is through; `undo` is the command that takes it back, if there is one. */
export function writeSummary(tally: Tally, paint: Paint, undo: string | undefined): string {
  if (tally.changed.length === 0) return linesOf([`${nothingToDo(tally)}.`])
  const done = paint.bold(`Rewrote ${tally.changed.length} of ${files(tally.files)}`)
  const back = undo === undefined ? '' : ` Undo: ${undo}`
  return linesOf([`${done} (${workOf(tally)}).${back}`, ...restLines(tally)])
}

/** How many edits were made, and what they save: `5 safe edits, about 20 MB less`. */
export const workOf = (tally: Tally): string => [editsIn(tally), ...sizesOf(tally)].join(', ')

/** What `baseline` says when it is through; `check` is the command that heeds the file. */
export function recordedText(tally: Tally, path: string, paint: Paint, check: string): string {
  const findings = plural(findingsOf(tally), 'finding')
  const wrote = `Wrote ${path}: ${findings} in ${tally.changed.length} of ${files(tally.files)}.`
  return linesOf([wrote, ...failureLines(tally.failures, paint), ...command('Then', check)])
}

/** How many findings there are in all files. */
export const findingsOf = ({ applied }: Tally): number => totalOf(mergeCounts(Object.values(applied)))

/** What a run of `check` was told beforehand. */
export interface Expected {
  /** How many findings a baseline knew, and how many of it are no longer there; undefined without one. */
  readonly baseline?: { readonly known: number; readonly gone: number } | undefined
  /** How many findings are allowed. */
  readonly most?: number
}

/** What `check` says of that. */
function expectedLines(tally: Tally, { baseline, most = 0 }: Expected): readonly string[] {
  const lines: string[] = []
  if (baseline && baseline.known > 0)
    lines.push(`  ${plural(baseline.known, 'finding')} that the baseline knows`)
  if (baseline && baseline.gone > 0)
    lines.push(
      `  ${baseline.gone} of the baseline ${baseline.gone === 1 ? 'is' : 'are'} gone: dfslim baseline updates it`,
    )
  const found = findingsOf(tally)
  if (most > 0 && found > 0)
    lines.push(
      `  ${found > most ? `more than the ${most} that` : `no more than the ${most} that`} --max-findings allows`,
    )
  return lines
}

/** What `check` says when it is through. */
export function checkSummary(
  tally: Tally,
  paint: Paint,
  fix: string | undefined,
  expected: Expected = {},
): string {
  const failures = failureLines(tally.failures, paint)
  const told = expectedLines(tally, expected)
  if (tally.changed.length === 0) return linesOf([`${nothingToDo(tally)}.`, ...told, ...failures])
  const all = mergeCounts(Object.values(tally.applied))
  const kind = expected.baseline ? 'new finding' : 'finding'
  const found = paint.bold(
    `${plural(totalOf(all), kind)} in ${tally.changed.length} of ${files(tally.files)}`,
  )
  return linesOf([
    `${found}: ${namesOf(all)}.`,
    ...told,
    ...restLines(tally),
    ...failures,
    ...command('Fix', fix),
  ])
}

/** The line of `--write` for a rewritten file; `width` aligns the columns. */
export function writtenLine(done: Done, width: number, paint: Paint): string {
  const { applied } = done.changeset
  const ids = [...new Set(applied.map((change) => change.transform))]
  const { measured } = done
  const beside = done.changeset.companions.map(
    (companion) =>
      `  ${companionName(done, companion).padEnd(width)}  ${companion.before === undefined ? 'new' : 'extended'}\n`,
  )
  const size = measured ? `  ${changeOf(measured.before.bytes, measured.after.bytes)}` : ''
  return `  ${done.source.path.padEnd(width)}  ${plural(applied.length, 'edit').padEnd(8)}  ${paint.cyan(ids.join(' '))}${size}\n${beside.join('')}`
}

/** The line of `--write` for a file that was left as it is. */
export function failedLine(failure: Failure, width: number, paint: Paint): string {
  const word = failure.kind === 'unwritable' || failure.kind === 'bug' ? 'failed' : 'skipped'
  return `${paint.red('!')} ${placeOf(failure).padEnd(width)}  ${word.padEnd(8)}  ${failure.reason}\n`
}

/** Every place of a file that was seen and left alone, and why; one line each. Hints that were shown are not told again. */
export function skippedLines(done: Done, paint: Paint, hints: 'shown' | 'new' = 'new'): string {
  const { changeset, source } = done
  const lines: { line: number; column: number; text: string }[] = []
  for (const { line, column, transform, because } of changeset.refused)
    lines.push({ line, column, text: `${paint.cyan(transform)}  left alone: ${because}` })
  for (const { line, column, transform, title, reason, because } of changeset.withheld) {
    if (hints === 'shown' && reason === 'hint') continue
    lines.push({
      line,
      column,
      text: `${paint.cyan(transform)}  ${paint.yellow(`[${reason}]`)} ${title}: ${because}`,
    })
  }
  lines.sort((a, b) => a.line - b.line || a.column - b.column)
  const shown = lines.map(({ line, column, text }) => `${source.path}:${line}:${column}  ${text}\n`)
  if (changeset.skipped !== undefined)
    shown.unshift(`${source.path}  skip-file${reasonPart(changeset.skipped)}\n`)
  return shown.join('')
}

/** What the images came to, or what the tables say, and of how many changes they know nothing. */
function sizesOf({ measured, estimate }: Tally): readonly string[] {
  if (measured !== undefined) return [`measured ${changeOf(measured.before, measured.after)}`]
  const { saves, known, unknown } = estimate
  if (known === 0) return ['saving unknown']
  const saving = aboutOf(saves) + (saves < 1e6 ? '' : ' less')
  return unknown === 0 ? [saving] : [saving, `${unknown} of unknown size`]
}

/** `1 file`, `2 files`. */
export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

const command = (word: string, text: string | undefined) =>
  text === undefined ? [] : ['', `${word}: ${text}`]
const reasonPart = (reason: string) => (reason === '' ? '' : `: ${reason}`)
const files = (count: number) => plural(count, 'file')
/** Each with its line end. */
export const linesOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
const namesOf = (counts: Counts) =>
  byCount(counts)
    .map(([id, count]) => `${id} ${count}`)
    .join(', ')

function nothingToDo(tally: Tally): string {
  const failed = tally.failures.length
  const rest = failed === 0 ? '' : ` in ${tally.files - failed}, ${failed} failed`
  const parts = [`${files(tally.files)}: nothing to do${rest}`]
  if (tally.unsafe.size > 0) parts.push(`${totalOf(tally.unsafe)} with --unsafe (${namesOf(tally.unsafe)})`)
  const hints = hintsOf(tally)
  if (hints > 0) parts.push(`${plural(hints, 'hint')} (check)`)
  if (tally.leftAlone > 0) parts.push(`${plural(tally.leftAlone, 'place')} left alone (--show-skipped)`)
  if (tally.skipped.length > 0) parts.push(`${files(tally.skipped.length)} marked skip-file`)
  return parts.join('; ')
}

function editsOf({ applied }: Tally): string {
  const parts: string[] = []
  for (const safety of ['safe', 'unsafe', 'hint'] as const) {
    const total = totalOf(applied[safety])
    if (total > 0)
      parts.push(`${total} ${safety} edit${total === 1 ? '' : 's'} (${namesOf(applied[safety])})`)
  }
  return parts.join(' and ')
}

function editsIn({ applied }: Tally): string {
  const safe = plural(totalOf(applied.safe), 'safe edit')
  const unsafe = totalOf(applied.unsafe)
  return unsafe === 0 ? safe : `${safe}, ${unsafe} unsafe`
}

function restLines(tally: Tally): string[] {
  const lines: string[] = []
  if (tally.unsafe.size > 0)
    lines.push(`  ${totalOf(tally.unsafe)} more with --unsafe (${namesOf(tally.unsafe)})`)
  const hints = hintsOf(tally)
  if (hints > 0) lines.push(`  ${plural(hints, 'hint')} on what only you can decide: check`)
  if (tally.leftAlone > 0)
    lines.push(
      `  ${plural(tally.leftAlone, 'place')} ${tally.leftAlone === 1 ? 'was' : 'were'} left alone: --show-skipped`,
    )
  if (tally.skipped.length > 0)
    lines.push(`  ${files(tally.skipped.length)} marked skip-file: --show-skipped`)
  return lines
}

const headings: Readonly<Record<Failure['kind'], readonly [one: string, many: string]>> = {
  foreign: ['is not a Dockerfile', 'are not Dockerfiles'],
  unreadable: ['could not be read', 'could not be read'],
  unwritable: ['could not be written', 'could not be written'],
  untried: ['could not be tried', 'could not be tried'],
  plugin: [
    'met a failing transform of a plugin and was left as it is',
    'met a failing transform of a plugin and were left as they are',
  ],
  bug: ['met a bug of dfslim and was left as it is', 'met a bug of dfslim and were left as they are'],
}

/** One line for a single failure of a kind, a list for several. */
export function failureLines(failures: readonly Failure[], paint: Paint): string[] {
  const lines: string[] = []
  for (const kind of ['foreign', 'unreadable', 'unwritable', 'untried', 'plugin', 'bug'] as const) {
    const some = failures.filter((failure) => failure.kind === kind)
    const [one, many] = headings[kind]
    const [first] = some
    if (some.length === 1 && first)
      lines.push(`${paint.red(`1 file ${one}`)}: ${placeOf(first)} (${first.reason})`)
    if (some.length < 2) continue
    lines.push(`${paint.red(`${some.length} files ${many}`)}:`)
    for (const failure of some) lines.push(`  ${placeOf(failure)}: ${failure.reason}`)
  }
  return lines
}

function mergeCounts(all: readonly Counts[]): Counts {
  const merged: Counts = new Map()
  for (const counts of all) for (const [id, count] of counts) merged.set(id, (merged.get(id) ?? 0) + count)
  return merged
}
