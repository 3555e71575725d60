import { dirname } from 'node:path'
import { repositoryAt } from '../project/tree.js'
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
    ...argv.filter((word, i) => i !== at && word !== '--show-skipped' && word !== '--statistics'),
  ])
}

/**
 * The command that brings rewritten files back as they were committed, and takes away what is new beside them; undefined
 * outside a repository.
 */
export function undoOf(
  changed: readonly string[],
  cwd: string,
  companions: Tally['companions'] = [],
): string | undefined {
  const made = companions.flatMap(({ path, isNew }) => (isNew ? [path] : []))
  if (repositoryAt(cwd) === undefined || changed.length === 0 || made.length > 3) return undefined
  const all = [...changed, ...companions.flatMap(({ path, isNew }) => (isNew ? [] : [path]))]
  const paths = all.length <= 3 ? all : [commonFolder(all)]
  const remove = made.length > 0 ? ` && ${quoted(['rm', '--', ...made])}` : ''
  return quoted(['git', 'checkout', '--', ...paths]) + remove
}

function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0] ?? '.')
  while (folder !== '.' && !paths.every((path) => path.startsWith(`${folder}/`))) folder = dirname(folder)
  return folder
}

/** Words as one would type them. */
export const quoted = (words: readonly string[]): string => words.map(quote).join(' ')

const quote = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)
