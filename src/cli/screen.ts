import { closeSync, openSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { reasonOf } from '../project/failure.js'
import { plain, type Paint } from '../report/paint.js'
import { Misuse } from './misuse.js'
import { paintFor, type Terminal, type When } from './terminal.js'

/** Where a command prints: the payload apart from all else. */
export interface Screen {
  /** For the payload: to stdout or the file of `--output`. */
  readonly put: (text: string) => void
  /** For stdout, whatever `--output` says. */
  readonly print: (text: string) => void
  /** For stderr, unless `-q`. */
  readonly say: (text: string) => void
  /** For stderr, always. */
  readonly warn: (text: string) => void
  /** Shows how far the run is: on a terminal only, and only when it takes long. */
  readonly progress: (done: number, total: number) => void
  /** Shows what is being done: on a terminal only. */
  readonly status: (text: string) => void
  readonly close: () => void
  /** The colours of the payload and those of stderr. */
  readonly ink: Paint
  readonly paint: Paint
}

/** The flags that decide what is shown, and how. */
export interface ScreenFlags {
  readonly color: When
  readonly output?: string | undefined
  readonly quiet?: boolean
}

/** @throws Misuse when the file of `--output` cannot be written. */
export function openScreen(flags: ScreenFlags, terminal: Terminal): Screen {
  const { stdout, stderr, env } = terminal
  const file =
    flags.output === undefined || flags.output === '-'
      ? undefined
      : openFile(resolve(terminal.cwd, flags.output), flags.output)
  const bar = progressBar(terminal)
  const warn = (text: string) => {
    bar.clear()
    stderr.write(text)
  }
  const print = (text: string) => {
    bar.clear()
    stdout.write(text)
  }
  return {
    put: (text) => {
      if (text === '') return
      if (file === undefined) print(text)
      else writeSync(file, text)
    },
    print,
    say: (text) => void (flags.quiet || warn(text)),
    warn,
    progress: flags.quiet ? () => {} : (done, total) => bar.show(`${done} of ${total} files`),
    status: flags.quiet ? () => {} : bar.show,
    close: () => {
      bar.clear()
      if (file !== undefined) closeSync(file)
    },
    ink:
      file === undefined
        ? paintFor(stdout, env, flags.color)
        : flags.color === 'always'
          ? paintFor(stdout, env, 'always')
          : plain,
    paint: paintFor(stderr, env, flags.color),
  }
}

/** Opens a file for writing. @throws Misuse */
export function openFile(absolute: string, path: string): number {
  try {
    return openSync(absolute, 'w')
  } catch (error) {
    throw new Misuse(`cannot write ${path}: ${reasonOf(error)}`)
  }
}

function progressBar({ stderr }: Terminal) {
  let next = Date.now() + 500
  let isShown = false
  const clear = () => {
    if (isShown) stderr.write('\r\x1b[K')
    isShown = false
  }
  const show = (text: string) => {
    if (!stderr.isTTY || Date.now() < next) return
    next = Date.now() + 100
    isShown = true
    stderr.write(`\r\x1b[K${text.slice(0, 79)}`)
  }
  return { clear, show }
}
