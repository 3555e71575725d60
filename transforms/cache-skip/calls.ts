import {
  baseName,
  type Command,
  type Instruction,
  resolve,
  type Stage,
  type Subject,
  type Word,
} from '../../src/kit.js'
import { type CacheManager, cacheManagers } from '../../src/knowledge/caches.js'

/** A call of a program, also by `python -m` and `php`. */
export interface ProgramCall {
  readonly command: Command
  /** Its name without a folder. */
  readonly base: string
  /** What stands in front of the arguments, as written. */
  readonly program: string
  readonly args: readonly Word[]
  /** `sudo ` or empty. */
  readonly privilege: string
  readonly asOtherUser: boolean
}

/** A call that fills a cache. */
export interface Fill extends ProgramCall {
  readonly manager: CacheManager
  /** The last word that says what to do; the program's own where it is told nothing. */
  readonly verb: Word
}

/** Reads a command as a call; undefined where an expansion names the program. */
export function programCall(command: Command): ProgramCall | undefined {
  const { name, args, privilege, asOtherUser } = resolve(command)
  if (name === undefined) return undefined
  const skipped = hosted(baseName(name), args)
  const at = command.words.length - args.length - 1 + skipped
  const word = command.words[at]!
  const program = command.words.slice(0, at + 1).map(({ text }) => text)
  const base = baseName(skipped > 0 ? (word.value ?? '') : name)
  const rest = args.slice(skipped)
  return { command, base, program: program.join(' '), args: rest, privilege, asOtherUser }
}

/** How many words behind an interpreter's name lead to the program that it runs. */
function hosted(base: string, args: readonly Word[]): number {
  if (/^(python|pypy)[\d.]*$/.test(base) && args[0]?.value === '-m' && args[1]?.value !== undefined) return 2
  const script = args.findIndex(({ text }) => !text.startsWith('-'))
  return base === 'php' && /(^|\/)composer(\.phar)?$/.test(args[script]?.value ?? '') ? script + 1 : 0
}

/** The calls in a RUN that fill a cache, in order of its text. */
export const fillsIn = (stage: Stage, { model }: Subject, run: Instruction): readonly Fill[] =>
  model.commandsIn(stage, run).flatMap((command) => {
    const call = programCall(command)
    return call === undefined ? [] : cacheManagers.flatMap((manager) => fillOf(call, manager) ?? [])
  })

/** Reads a call as one that fills the cache of a manager, unless its options say otherwise. */
function fillOf(call: ProgramCall, manager: CacheManager): Fill | undefined {
  const { command, base, args } = call
  if (!manager.programs.test(base) || args.some(({ value }) => manager.options.test(value ?? '')))
    return undefined
  const own = command.words[command.words.length - args.length - 1]!
  if (manager.part === 'pacman') return isSync(args) ? { ...call, manager, verb: own } : undefined
  for (const phrase of manager.fills) {
    const verb = findPhrase(args, phrase)
    if (verb !== undefined) return { ...call, manager, verb: verb === 'nothing' ? own : verb }
  }
  return undefined
}

const isSync = (args: readonly Word[]): boolean =>
  args.some(({ value }) => /^-S[yuq]*$/.test(value ?? '')) &&
  (args.some(({ text }) => !text.startsWith('-')) || args.some(({ value }) => /^-S\w*u/.test(value ?? '')))

/** The last word of a phrase at the start of the arguments, options left out; `nothing` where nothing is asked for. */
export function findPhrase(args: readonly Word[], phrase: string): Word | 'nothing' | undefined {
  if (phrase === '') return args.every(({ text }) => text.startsWith('-')) ? 'nothing' : undefined
  if (phrase === '*') return args.find(({ text }) => !text.startsWith('-')) && 'nothing'
  const wanted = phrase.split(' ')
  let found = 0
  for (const [i, word] of args.entries()) {
    if (word.value === wanted[found]) {
      if (++found === wanted.length) return word
    } else if (!word.text.startsWith('-') && !takesValue(args[i - 1])) return undefined
  }
  return undefined
}

/** Whether the next word may be the value of an option. */
const takesValue = (word: Word | undefined): boolean =>
  word !== undefined && word.text.startsWith('-') && !word.text.includes('=') && !/^-[yq]$/.test(word.text)

/** Whether a call empties the cache, or looks after it. */
export function cleansCache({ base, args }: ProgramCall, manager: CacheManager): boolean {
  if (!manager.programs.test(base) && !(isYum(base) && isYum(manager.part))) return false
  if (manager.part === 'pacman') return args.some(({ value }) => /^-S\w*c/.test(value ?? ''))
  return manager.cleans.some((phrase) => findPhrase(args, phrase) !== undefined)
}

/** One cache under three names. */
const isYum = (name: string): boolean => /^(yum|dnf5?|microdnf)$/.test(name)
