import type { Word } from '../../src/kit.js'

/** The words of a call: what is no option, and options by what they mean, with their values as they are written. */
export interface Options {
  readonly names: readonly string[]
  readonly values: ReadonlyMap<string, string>
}

/**
 * Reads options, letters together (`-ms /bin/sh`) and long ones (`--shell=/bin/sh`). `known` says what each means; meanings
 * that end with `:` take a value. Undefined where one is not known.
 */
export function readOptions(
  args: readonly Word[],
  known: Readonly<Record<string, string>>,
): Options | undefined {
  const values = new Map<string, string>()
  const names: string[] = []
  for (let i = 0; i < args.length; i++) {
    const { text } = args[i]!
    if (!text.startsWith('-') || text === '-') {
      names.push(text)
      continue
    }
    const [flag = '', value] = text.startsWith('--') ? split(text) : [text]
    const flags = flag.startsWith('--') ? [flag] : [...flag.slice(1)].map((letter) => `-${letter}`)
    for (const [at, one] of flags.entries()) {
      const meaning = Object.hasOwn(known, one) ? known[one]! : undefined
      if (meaning === undefined) return undefined
      if (!meaning.endsWith(':')) values.set(meaning, '')
      else if (value !== undefined) values.set(meaning, value)
      else if (at < flags.length - 1 || args[++i] === undefined) return undefined
      else values.set(meaning, args[i]!.text)
    }
  }
  return { names, values }
}

const split = (text: string): [string, string?] => {
  const at = text.indexOf('=')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
