import type { Statement, Word } from '../syntax/shell.js'
import type { Body, Shell } from './model.js'

/** Whether `set -e` may be in force anywhere in a script, as far as its text tells. */
export function maySetErrexit({ script }: Body, shell: Shell): boolean {
  return shell.errexit || script.commands.some(({ words }) => touchesErrexit(words) !== undefined)
}

/** Whether `set -e` is in force where a script ends, beyond doubt. */
export function endsUnderErrexit({ script }: Body, shell: Shell): boolean {
  const told = script.commands.filter(({ words }) => touchesErrexit(words) !== undefined)
  const isPlain = told.every(({ words, path }) => path.length === 0 && touchesErrexit(words) === 'on')
  return isPlain && (shell.errexit || told.length > 0)
}

/** `on` for `set -e`; `perhaps` for what cannot be read, and for an ERR trap, which holds where errexit does. */
function touchesErrexit(words: readonly Word[]): 'on' | 'perhaps' | undefined {
  const names = words.map(({ value }) => value)
  while (names[0] === 'command' || names[0] === 'builtin') names.shift()
  const [name, ...args] = names
  if (name === 'eval' || name === 'source' || name === '.' || name === 'shopt') return 'perhaps'
  if (name === 'trap') return args.some((arg) => arg === undefined || arg === 'ERR') ? 'perhaps' : undefined
  if (name !== 'set') return undefined
  if (args.some((arg) => arg === undefined || /^\+\w*[eo]/.test(arg))) return 'perhaps'
  return args.some((arg) => /^-[A-Za-z]*e|^errexit$/.test(arg!)) ? 'on' : undefined
}

/** Whether a statement holds nothing inside which `set -e` could decide. */
export const isPlainList = ({ operands }: Statement): boolean =>
  operands.every(({ kind }) => kind === 'command' || kind === 'pipeline')

/** Whether what such a command does to its shell stays inside. */
export const isIsolated = (path: readonly string[]): boolean =>
  path.some((enclosure) => enclosure === 'subshell' || enclosure === 'pipe' || enclosure === 'substitution')
