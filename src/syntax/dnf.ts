import { type Invocation, resolve } from './invocation.js'
import type { Command, Word } from './shell.js'

/** A call of dnf or yum. */
export interface DnfCall extends Invocation {
  readonly tool: 'dnf' | 'yum'
  /** The word that names the tool. */
  readonly toolWord: Word
  /** `install`, `clean` ...; undefined when an expansion decides or there is none. */
  readonly verb: string | undefined
  /** Options in front of and behind the verb, without words that they may take. */
  readonly flags: readonly Word[]
  /** What stands behind the verb, words that options may take included. */
  readonly packages: readonly Word[]
}

const known = new WeakMap<Command, DnfCall | undefined>()

/** Reads a command as a call of dnf or yum; undefined when it is none. */
export function dnfCall(command: Command): DnfCall | undefined {
  if (!known.has(command)) known.set(command, readCall(command))
  return known.get(command)
}

function readCall(command: Command): DnfCall | undefined {
  const invocation = resolve(command)
  const { name, args } = invocation
  if (name !== 'dnf' && name !== 'yum') return undefined
  const flags = args.filter(({ text }) => text.startsWith('-'))
  const [verbWord, ...packages] = args.filter((word) => !flags.includes(word))
  const toolWord = command.words[command.words.length - args.length - 1]!
  return { ...invocation, tool: name, toolWord, verb: verbWord?.value, flags, packages }
}
