import { type Invocation, resolve } from './invocation.js'
import type { Command, Word } from './shell.js'

/** A call of apk. */
export interface ApkCall extends Invocation {
  /** `add`, `update` ...; undefined when an expansion decides or there is none. */
  readonly verb: string | undefined
  readonly verbWord: Word | undefined
  /** Options in front of and behind the verb, the words they take included. */
  readonly flags: readonly Word[]
}

const valued =
  /^(-X|--repository|-t|--virtual|-p|--root|--arch|--keys-dir|--repositories-file|--wait|--cache-dir|--cache-max-age)$/

const known = new WeakMap<Command, ApkCall | undefined>()

/** Reads a command as a call of apk; undefined when it is none. */
export function apkCall(command: Command): ApkCall | undefined {
  if (!known.has(command)) known.set(command, readCall(command))
  return known.get(command)
}

function readCall(command: Command): ApkCall | undefined {
  const invocation = resolve(command)
  if (invocation.name !== 'apk') return undefined
  const { args } = invocation
  const flags: Word[] = []
  let verbWord: Word | undefined
  let isUnknown = false
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!
    if (word.value === undefined && (verbWord === undefined || !/^[\w"']/.test(word.text)))
      isUnknown ||= verbWord === undefined
    if (word.text.startsWith('-')) {
      flags.push(word)
      if (valued.test(word.value ?? '') && args[i + 1]) flags.push(args[++i]!)
    } else verbWord ??= word
  }
  return { ...invocation, verb: isUnknown ? undefined : verbWord?.value, verbWord, flags }
}

/** Verbs that need the index of the repositories. */
export const readsIndex = ({ verb }: ApkCall): boolean =>
  verb === undefined || /^(add|upgrade|search|fetch|policy|fix|list|dot|info|version|cache|stats)$/.test(verb)
