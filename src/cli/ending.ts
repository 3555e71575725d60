import type { Tally } from '../report/tally.js'
import type { SharedFlags } from './flags.js'
import type { Screen } from './screen.js'

/** 3 when a file failed, 1 when something was found and that counts, else 0. */
export function exitCodeOf(tally: Tally, findingsCount: boolean): number {
  if (tally.failures.length > 0) return 3
  return findingsCount && tally.changed.length > 0 ? 1 : 0
}

/** Tells that no Dockerfile was found where one was looked for. */
export function sayNothingFound({ paths }: SharedFlags, screen: Screen): void {
  screen.say(
    `No Dockerfile found in ${paths.length === 0 || paths.join(' ') === '.' ? 'the current folder' : paths.join(' ')}.\n`,
  )
}

/** The command that would write what this run showed. */
export function writingCommand(argv: readonly string[], command: 'fix' | 'check'): string {
  const at = argv.indexOf(command)
  return quoted([
    'dfslim',
    'fix',
    '--write',
    ...argv.filter((word, i) => i !== at && word !== '--show-skipped'),
  ])
}

/** Words as one would type them. */
export const quoted = (words: readonly string[]): string => words.map(quote).join(' ')

const quote = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)
