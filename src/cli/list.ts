import type { Transform } from '../engine/transform.js'
import { Misuse } from './misuse.js'
import type { Core } from './parts.js'
import { paintFor, type Terminal, type When } from './terminal.js'

/** The flags of `dfslim list`. */
export interface ListFlags {
  readonly format: 'text' | 'json'
  readonly color: When
  readonly paths: readonly string[]
}

/** Prints the transforms in the order in which they run. @throws Misuse when it is given paths. */
export function list({ format, color, paths }: ListFlags, terminal: Terminal, { transforms }: Core): number {
  if (paths.length > 0) throw new Misuse('list takes no paths')
  const paint = paintFor(terminal.stdout, terminal.env, color)
  const width = Math.max(0, ...transforms.map(({ id }) => id.length))
  const row = ({ id, meta }: Transform) =>
    `${paint.cyan(id.padEnd(width))}  ${`[${meta.safety}]`.padEnd(8)}  ${meta.summary}\n`
  terminal.stdout.write(format === 'json' ? asJson(transforms) : transforms.map(row).join(''))
  return 0
}

function asJson(transforms: readonly Transform[]): string {
  const rows = transforms.map(({ id, meta }) => ({ id, ...meta }))
  return `${JSON.stringify({ version: 1, transforms: rows }, undefined, 2)}\n`
}
