import type { ReadStream } from 'node:tty'

/** The keys of a terminal, one by one. Nothing that is typed is shown while it is open. */
export interface Keyboard {
  /** Lets go what was typed before a question stood there: it would answer what nobody read. */
  readonly drain: () => Promise<void>
  /** The next key; `interrupt` for Ctrl-C, `end` for Ctrl-D or a terminal that went away. */
  readonly next: () => Promise<string>
  /** As if the user had pressed Ctrl-C. */
  readonly interrupt: () => void
  /** Leaves the terminal as it was. */
  readonly close: () => void
}

/** Opens the keyboard. Where a terminal hands out whole lines only, the first letter of each is the key. */
export function keyboardOf(stdin: ReadStream): Keyboard {
  let ending: 'interrupt' | 'end' | undefined
  let waiting: ((key: string) => void) | undefined
  const give = (key: string): void => {
    const answer = waiting
    waiting = undefined
    answer?.(key)
  }
  const end = (how: 'interrupt' | 'end'): void => {
    ending ??= how
    give(ending)
  }
  const onEnd = () => end('end')
  const onData = (data: Buffer): void => {
    const key = keyIn(data.toString('utf8'))
    if (key === 'interrupt' || key === 'end') end(key)
    else if (key !== undefined) give(key)
  }
  setRaw(stdin, 'raw')
  stdin.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onEnd).resume()
  return {
    drain: () => new Promise((resolve) => setTimeout(resolve, 0)),
    next: () =>
      ending === undefined ? new Promise((resolve) => void (waiting = resolve)) : Promise.resolve(ending),
    interrupt: () => end('interrupt'),
    close: () => {
      stdin.off('data', onData).off('end', onEnd).off('close', onEnd)
      setRaw(stdin, 'lines')
      stdin.pause()
    },
  }
}

/** Of what comes at once, such as a text that is pasted, the first letter counts; arrows and the like do not. */
function keyIn(text: string): string | undefined {
  if (text.includes('\x03')) return 'interrupt'
  if (text.startsWith('\x04')) return 'end'
  const [letter] = text
  return letter === undefined || /[\x00-\x1f\x7f]/.test(letter) ? undefined : letter.toLowerCase()
}

/** A terminal that went away cannot be set. */
function setRaw(stdin: ReadStream, how: 'raw' | 'lines'): void {
  try {
    stdin.setRawMode(how === 'raw')
  } catch {
    return
  }
}
