import type { Transform } from '../engine/transform.js'
import type { ConfigDifference } from '../image/difference.js'
import type { Figures } from './outcome.js'
import type { Paint } from './paint.js'
import { changeInPercent, changeOf, sizeOf } from './size.js'
import { type Compared, explain, type Explained, totalsOf, type Verified } from './verified.js'

/** How many kinds of files are named; the others are counted. */
const shownGroups = 12
const shownTail = 5

/** What a Dockerfile's images came to, for people. */
export function verifiedText(verified: Verified, transforms: readonly Transform[], paint: Paint): string {
  if (verified.kind === 'failed') return ''
  if (verified.kind === 'unchanged') return `${verified.path}: nothing to rewrite\n`
  if (verified.kind === 'unbuilt')
    return linesOf([`${paint.yellow('!')} ${verified.path}: fails as it is`, ...tailLines(verified.tail)])
  const { path, before, after, fault } = verified
  if (!after)
    return linesOf([
      `${paint.red('x')} ${path}: does not build any more`,
      ...tailLines(fault?.tail ?? []),
      ...changeLines(verified, paint),
    ])
  const head = `${paint.bold(path)}: ${changeOf(before.bytes, after.bytes)}`
  return linesOf([
    fault ? `${paint.red('x')} ${head}: ${fault.because}` : head,
    ...(fault ? [...tailLines(fault.tail), ...changeLines(verified, paint)] : []),
    ...figureLines(before, after),
    ...smokeLine(verified),
    ...differenceLines(verified, transforms, paint),
  ])
}

const tailLines = (tail: readonly string[]) => tail.slice(-shownTail).map((line) => `    ${printable(line)}`)

const changeLines = ({ changeset }: Compared, paint: Paint) =>
  changeset.applied.map(
    ({ line, transform, safety, title }) => `  line ${line}  ${paint.cyan(transform)}  [${safety}] ${title}`,
  )

function figureLines(before: Figures, after: Figures): readonly string[] {
  const row = (name: string, of: (figures: Figures) => string, change = '') =>
    `  ${name.padEnd(10)}  ${of(before).padStart(8)}  ${of(after).padStart(8)}  ${change}`.trimEnd()
  const zipped = [before.compressedBytes, after.compressedBytes] as const
  return [
    `  ${' '.repeat(10)}    before     after`,
    row('layers', ({ layers }) => `${layers}`),
    row('bytes', ({ bytes }) => sizeOf(bytes), changeInPercent(before.bytes, after.bytes)),
    ...(zipped[0] === undefined || zipped[1] === undefined
      ? []
      : [
          row(
            'compressed',
            ({ compressedBytes }) => sizeOf(compressedBytes ?? 0),
            changeInPercent(...(zipped as [number, number])),
          ),
        ]),
    row('wasted', ({ wastedBytes }) => sizeOf(wastedBytes)),
    row('seconds', ({ seconds }) => seconds.toFixed(1), cacheNote(before, after)),
  ]
}

const cacheNote = (before: Figures, after: Figures) =>
  before.fromCache || after.fromCache ? 'partly from the build cache: --no-cache compares them' : ''

const smokeLine = ({ smoke, fault }: Compared) =>
  smoke === undefined || fault ? [] : [`  smoke       the same, status ${smoke.status ?? 'of a signal'}`]

function differenceLines(
  verified: Compared,
  transforms: readonly Transform[],
  paint: Paint,
): readonly string[] {
  const { difference, changeset } = verified
  if (!difference) return []
  const groups = explain(difference, changeset, transforms)
  const gone = difference.packages.filter(({ after }) => after === undefined)
  const others = difference.packages.filter(({ after }) => after !== undefined)
  const hidden = groups.slice(shownGroups)
  return [
    groups.length === 0 ? '  files       no difference' : '  files',
    ...sorted(groups)
      .slice(0, shownGroups)
      .map((group) => groupLine(group, paint)),
    ...(hidden.length === 0 ? [] : [`    and ${hidden.length} more kinds: --format json has all`]),
    ...(gone.length === 0 ? [] : [`  packages gone: ${gone.map(({ name }) => name).join(', ')}`]),
    ...(others.length === 0
      ? []
      : [`  packages new or of another version: ${others.map(({ name }) => name).join(', ')}`]),
    ...(difference.config.length === 0 ? ['  config      no difference'] : ['  config']),
    ...difference.config.map(configLine),
  ]
}

/** What nobody declares goes first. */
const sorted = (groups: readonly Explained[]) =>
  [...groups].sort((a, b) => Number(a.declaredBy.length > 0) - Number(b.declaredBy.length > 0))

function groupLine(group: Explained, paint: Paint): string {
  const bytes = `${group.bytes < 0 ? '-' : '+'}${sizeOf(Math.abs(group.bytes))}`
  const by =
    group.declaredBy.length > 0
      ? paint.cyan(group.declaredBy.join(' '))
      : paint.yellow(`declared by no change: ${group.paths[0]!.path}`)
  return `    ${bytes.padStart(8)}  ${countsOf(group).padEnd(28)}  ${nameOf(group)}  ${by}`
}

/** `12 gone, 3 changed`. */
export function countsOf(group: Explained): string {
  const parts = (['gone', 'new', 'changed'] as const)
    .filter((change) => group[change] > 0)
    .map((change) => `${group[change]} ${change}`)
  return parts.join(', ')
}

/** What a group of paths is, in words. */
export function nameOf({ belongsTo }: Explained): string {
  if (belongsTo.kind === 'package') return `package ${belongsTo.what}`
  if (belongsTo.kind === 'base') return 'files of the base image'
  return belongsTo.kind === 'other' ? 'other files' : belongsTo.what
}

const configLine = ({ key, before, after }: ConfigDifference) =>
  `    ${key}: ${JSON.stringify(before) ?? 'none'} -> ${JSON.stringify(after) ?? 'none'}`

/** One line on a run: what was compared, and what the rest came to. */
export function verifySummary(all: readonly Verified[], engine: string, paint: Paint): string {
  const compared = all.filter((each) => each.kind === 'compared')
  const wrong = compared.filter(({ fault }) => fault !== undefined).length
  const count = (kind: Verified['kind']) => all.filter((each) => each.kind === kind).length
  const { before, after } = totalsOf(all)
  const parts = [
    compared.length === wrong
      ? `0 of ${files(all.length)} passed`
      : `${compared.length - wrong} of ${files(all.length)} passed: ${changeOf(before, after)} (measured with ${engine})`,
    ...(wrong > 0 ? [paint.red(`${files(wrong)} failed`)] : []),
    ...(count('unchanged') > 0 ? [`nothing to rewrite in ${count('unchanged')}`] : []),
    ...(count('unbuilt') > 0 ? [`${count('unbuilt')} skipped: they fail as they are`] : []),
    ...(count('failed') > 0 ? [paint.red(`${count('failed')} could not be verified`)] : []),
  ]
  return `${parts.join('; ')}.\n`
}

const files = (count: number) => `${count} file${count === 1 ? '' : 's'}`
const linesOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')

/** A text without what would move a terminal's cursor. */
const printable = (text: string) => text.replace(/[\x00-\x1f\x7f-\x9f]/g, '?')
