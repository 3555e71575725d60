import type { Image, Layer } from '../image/image.js'
import type { Cache, Measurement, WasteGroup } from '../image/measurement.js'
import type { Paint } from './paint.js'
import { isOfBase, type Remedies, type Remedy } from './remedy.js'
import { percentOf, sizeOf } from './size.js'

/** An image that was measured. */
export interface Measured {
  /** What the user called it. */
  readonly source: string
  readonly image: Image
  readonly measurement: Measurement
  /** The Dockerfile that it was built from, and what a rewrite of it would win; undefined when none was given. */
  readonly dockerfile?: { readonly path: string; readonly remedies: Remedies | undefined } | undefined
}

/** How a screen looks. */
export interface Look {
  readonly paint: Paint
  /** In columns. */
  readonly width: number
}

/** How many of a kind are named; the others are counted. */
const shownGroups = 10
const shownFiles = 3

/** What is in an image and what is wasted in it, for people. */
export function measureText(measured: Measured, look: Look): string {
  const { measurement } = measured
  const blocks = [
    headLines(measured, look),
    layerLines(measured, look),
    wasteLines(measured, look),
    directoryLines(measurement, look),
    cacheLines(measured, look),
    gainLines(measured, look),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n')
}

function headLines({ source, image, measurement }: Measured, { paint }: Look): readonly string[] {
  const name = image.name === undefined || image.name === source ? '' : ` (${shown(image.name)})`
  const size = `${plural(image.layers.length, 'layer')}, ${sizeOf(measurement.bytes)}`
  const end = `${plural(measurement.finalFiles, 'file')} of ${sizeOf(measurement.finalBytes)} in the end`
  return [`${paint.bold(shown(source))}${name}: ${size}; ${end}`]
}

/** One line a layer: its bytes, how many of them are wasted, and what made it. */
function layerLines(measured: Measured, { paint, width }: Look): readonly string[] {
  const { image, measurement, dockerfile } = measured
  const wasted = image.layers.map(() => 0)
  for (const { addedBy, bytes } of measurement.waste) wasted[addedBy]! += bytes
  const lines = dockerfile?.remedies?.lines
  const row = (layer: Layer, i: number) => {
    const place = lines === undefined ? '' : placeOf(i, lines).padEnd(10)
    const head = `${String(i + 1).padStart(5)}  ${column(layer.bytes)}  ${wasted[i] === 0 ? ' '.repeat(8) : column(wasted[i]!)}  ${place}`
    return head + cut(shown(layer.instruction || '(unknown)'), width - head.length)
  }
  const head = `layer     bytes    wasted  ${lines === undefined ? '' : 'made by   '}instruction`
  return [paint.dim(head), ...image.layers.map(row)]
}

const placeOf = (layer: number, lines: Remedies['lines']) =>
  lines[layer] !== undefined ? `line ${lines[layer]}` : isOfBase(layer, lines) ? 'base' : '?'

function wasteLines(measured: Measured, { paint, width }: Look): readonly string[] {
  const { fileBytes, wastedBytes, waste, efficiency } = measured.measurement
  if (wastedBytes === 0) return [`${paint.bold('Wasted: nothing')}: there is nothing to squash.`]
  const part = `${sizeOf(wastedBytes)} of ${sizeOf(fileBytes)} of files, ${percentOf(wastedBytes, fileBytes)}`
  const lines = [`${paint.bold(`Wasted: ${part}`)} (efficiency ${percentOf(efficiency, 1)})`]
  for (const group of waste.slice(0, shownGroups)) {
    lines.push(`${column(group.bytes)}  ${storyOf(group)}`)
    lines.push(...remedyLine(measured.dockerfile?.remedies?.ofWaste(group), paint))
    for (const { path, bytes } of group.files.slice(0, shownFiles))
      lines.push(`          ${column(bytes)}  ${cutWithin(shown(path), width - 20)}`)
    if (group.files.length > shownFiles)
      lines.push(paint.dim(`                    and ${group.files.length - shownFiles} more`))
  }
  const rest = waste.slice(shownGroups)
  if (rest.length > 0) lines.push(`${column(sumOf(rest))}  between ${rest.length} more pairs of layers`)
  return lines
}

function storyOf({ addedBy, removedBy, files }: WasteGroup): string {
  const removed = files.filter(({ how }) => how === 'removed').length
  const verb = removed === files.length ? 'removed' : removed === 0 ? 'replaced' : 'removed or replaced'
  const what = `${plural(files.length, 'file')}, added by layer ${addedBy + 1}`
  return addedBy === removedBy ? `${what} more than once` : `${what}, ${verb} by layer ${removedBy + 1}`
}

function remedyLine(remedy: Remedy | undefined, paint: Paint): readonly string[] {
  return remedy === undefined ? [] : [`          ${remedyText(remedy, paint)}`]
}

function remedyText(remedy: Remedy, paint: Paint): string {
  if (remedy.kind === 'base') return paint.dim('came with the base image')
  if (remedy.kind === 'none') return paint.dim('nothing that dfslim does wins this back')
  const place = `${paint.cyan(remedy.transform)}, line ${remedy.line}`
  return remedy.kind === 'applied'
    ? paint.green(`won back by ${place}`)
    : `${paint.yellow('left alone')} by ${place}: ${shown(remedy.because)}`
}

function directoryLines({ directories }: Measurement, { paint, width }: Look): readonly string[] {
  if (directories.length === 0) return []
  const row = ({ path, bytes, files }: (typeof directories)[number]) =>
    `${column(bytes)}  ${cutWithin(shown(path), width - 30)}  ${plural(files, 'file')}`
  return [paint.bold('Largest directories'), ...directories.map(row)]
}

function cacheLines(measured: Measured, { paint, width }: Look): readonly string[] {
  const { caches } = measured.measurement
  if (caches.length === 0) return [`${paint.bold('Package caches')}: none found.`]
  const rows = (cache: Cache) => [
    cut(
      `${column(cache.bytes)}  ${shown(cache.path)}  ${cache.place.what}, from layer ${cache.layer + 1}`,
      width,
    ),
    ...remedyLine(measured.dockerfile?.remedies?.ofCache(cache), paint),
  ]
  return [paint.bold('Package caches'), ...caches.flatMap(rows)]
}

function gainLines({ dockerfile, measurement }: Measured, { paint }: Look): readonly string[] {
  if (dockerfile === undefined) return []
  if (dockerfile.remedies === undefined)
    return [
      `No layer was made by an instruction of ${dockerfile.path}: is it the file that this was built from?`,
    ]
  const all = measurement.wastedBytes + sumOf(measurement.caches)
  const { bytes, others } = dockerfile.remedies
  const gain = bytes === 0 ? 'nothing' : `about ${sizeOf(bytes)}`
  const rest = others.length === 0 ? '' : ` It changes more: ${paint.cyan(others.join(' '))}.`
  return [
    `${paint.bold(`dfslim fix wins back ${gain}`)} of the ${sizeOf(all)} that are wasted or cached.${rest}`,
  ]
}

const sumOf = (all: readonly { readonly bytes: number }[]) => all.reduce((sum, { bytes }) => sum + bytes, 0)

const column = (bytes: number) => sizeOf(bytes).padStart(8)

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** A text without what would move a terminal's cursor. */
const shown = (text: string) => text.replace(/[\x00-\x1f\x7f-\x9f]/g, '?')

const cut = (text: string, width: number) =>
  text.length <= width || width < 10 ? text : `${text.slice(0, width - 3)}...`

/** Of a path the end says most. */
const cutWithin = (path: string, width: number) =>
  path.length <= width || width < 20 ? path : `${path.slice(0, 12)}...${path.slice(path.length - width + 15)}`
