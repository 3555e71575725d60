import type { Hint } from '../engine/hint.js'
import type { Safety, Transform } from '../engine/transform.js'
import { Misuse } from './misuse.js'
import type { Core } from './parts.js'
import { paintFor, type Terminal, type When } from './terminal.js'

/** The flags of `dfslim list`. */
export interface ListFlags {
  readonly format: 'text' | 'json'
  readonly color: When
  readonly paths: readonly string[]
}

/** Prints the transforms in the order in which they run, and the hints. @throws Misuse when it is given paths. */
export function list(
  { format, color, paths }: ListFlags,
  terminal: Terminal,
  { transforms, hints }: Core,
): number {
  if (paths.length > 0) throw new Misuse('list takes no paths')
  const paint = paintFor(terminal.stdout, terminal.env, color)
  const width = Math.max(0, ...[...transforms, ...hints].map(({ id }) => id.length))
  const row = (id: string, safety: Safety, summary: string) =>
    `${paint.cyan(id.padEnd(width))}  ${`[${safety}]`.padEnd(8)}  ${summary}\n`
  const rows = [
    ...transforms.map(({ id, meta }) => row(id, meta.safety, meta.summary)),
    ...hints.map(({ id, summary }) => row(id, 'hint', summary)),
  ]
  terminal.stdout.write(format === 'json' ? asJson(transforms, hints) : rows.join(''))
  return 0
}

function asJson(transforms: readonly Transform[], hints: readonly Hint[]): string {
  const rows = transforms.map(({ id, meta }) => ({ id, ...meta }))
  const hintRows = hints.map(({ id, summary, why, leaves }) => ({ id, summary, why, leaves }))
  return `${JSON.stringify({ version: 1, transforms: rows, hints: hintRows }, undefined, 2)}\n`
}
