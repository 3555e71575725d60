import { coloured, plain, type Paint } from '../report/paint.js'
import type { Keyboard } from './keyboard.js'

/** All that a command may touch of the process around it. */
export interface Terminal {
  /** Absolute. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Output
  readonly stderr: Output
  readonly readStdin: () => Promise<Uint8Array>
  /** Calls `stop` when the user interrupts instead of ending at once; the answer undoes that. */
  readonly onInterrupt: (stop: () => void) => () => void
  /** Takes over the keyboard; undefined where stdin is no terminal. */
  readonly openKeyboard?: (() => Keyboard) | undefined
}

/** A stream to write to. */
export interface Output {
  readonly isTTY: boolean
  /** How many letters a line of a terminal takes; undefined when it is none. */
  readonly columns?: number | undefined
  readonly write: (text: string) => void
}

/** When to colour; `auto` asks the environment and the stream. */
export type When = 'auto' | 'always' | 'never'

/** The colours for a stream: what was asked for, then `NO_COLOR`, then `FORCE_COLOR`, then whether it is a terminal. */
export function paintFor(output: Output, env: Terminal['env'], when: When): Paint {
  return isColoured(output, env, when) ? coloured : plain
}

function isColoured(output: Output, env: Terminal['env'], when: When): boolean {
  if (when !== 'auto') return when === 'always'
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return output.isTTY && env.TERM !== 'dumb'
}
