import type { Argv } from 'yargs'
import type { RewriteOptions } from '../engine/transform.js'
import { type FormatName, formatNames, isFormatName } from '../report/formats.js'
import { closest, Misuse } from './misuse.js'
import { checkName, type Core } from './parts.js'

/** The flags of `fix` and `check`, under their camel-case names, and the paths behind the command. */
export type SharedFlags = ReturnType<ReturnType<typeof sharedFlags>['parseSync']> & {
  readonly paths: readonly string[]
}

/** The flags that say how far to go, and by which transforms. */
export const choiceFlags = (yargs: Argv) =>
  yargs
    .option('unsafe', {
      type: 'boolean',
      default: false,
      describe: 'Also make changes that may take what is used',
    })
    .option('only', {
      type: 'string',
      requiresArg: true,
      coerce: listOf,
      describe: 'Run these transforms alone',
    })
    .option('skip', {
      type: 'string',
      requiresArg: true,
      coerce: listOf,
      describe: 'Leave these transforms out',
    })

/** The flags that `fix` and `check` share. */
export const sharedFlags = (yargs: Argv) =>
  choiceFlags(yargs)
    .option('plugin', pluginOption)
    .option('stages', {
      type: 'string',
      requiresArg: true,
      default: 'shipped',
      coerce: lastWord,
      describe: 'Which stages to rewrite: shipped, all, or the name of one',
    })
    .option('no-pragmas', {
      type: 'boolean',
      default: false,
      describe: 'Heed no # dfslim and # hadolint comments',
    })
    .option('show-skipped', {
      type: 'boolean',
      default: false,
      describe: 'Name every place left alone, and why',
    })
    .option('stdin-filepath', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'The path that stdin has',
    })
    .option('config', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'Take this configuration for all files',
    })
    .option('no-config', { type: 'boolean', default: false, describe: 'Read no configuration' })
    .option('staged', {
      type: 'boolean',
      default: false,
      describe: 'Take what is staged, as it is staged',
    })
    .option('changed', {
      type: 'boolean',
      default: false,
      describe: 'Take what differs from the last commit',
    })
    .option('since', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'Take what differs from this commit or branch',
    })
    .option('no-ignore', {
      type: 'boolean',
      default: false,
      describe: 'Also take files that the configuration ignores',
    })
    .option('jobs', {
      type: 'number',
      requiresArg: true,
      coerce: jobsIn,
      describe: 'Threads at most; without it as many as pay',
    })
    .option('cache', {
      type: 'boolean',
      default: false,
      describe: 'Keep what was found out, for the next run',
    })
    .option('cache-location', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'Keep it in this file',
    })
    .option('output', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'Write there what goes to stdout',
    })
    .option('color', colorOption)
    .option('quiet', {
      alias: 'q',
      type: 'boolean',
      default: false,
      describe: 'Say on stderr what failed only',
    })
    .option('verbose', { alias: 'v', type: 'boolean', default: false, describe: 'Name every file on stderr' })

/** The flags of `fix` and `check` for reports. */
export const reportFlags = <T>(yargs: Argv<T>) =>
  yargs
    .option('format', {
      type: 'string',
      requiresArg: true,
      default: 'text',
      coerce: (value: string | readonly string[]) => formatNamed(lastWord(value)),
      describe: `The form of what goes to stdout: ${formatNames.join(', ')}`,
    })
    .option('report', {
      type: 'string',
      array: true,
      nargs: 1,
      coerce: (values: readonly string[] | undefined) => values?.map(reportTarget),
      describe: 'FORMAT=PATH: write such a report there as well; - is stdout',
    })
    .option('repository', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'Name the files as of this repository, in json and ndjson',
    })
    .option('statistics', {
      type: 'boolean',
      default: false,
      describe: 'Show a table of the transforms instead of the places',
    })

/** What the flags of reports come to. */
export type ReportFlags = ReturnType<ReturnType<typeof reportFlags<object>>['parseSync']>

/** A report that was asked for; `-` is stdout. */
export interface ReportTarget {
  readonly format: FormatName
  readonly path: string
}

function reportTarget(word: string): ReportTarget {
  const [format, ...rest] = word.split('=')
  const path = rest.join('=')
  if (path === '') throw new Misuse('--report needs a format and a path, such as --report sarif=dfslim.sarif')
  return { format: formatNamed(format!), path }
}

function formatNamed(name: string): FormatName {
  if (isFormatName(name)) return name
  const meant = closest(name, formatNames)
  throw new Misuse(
    `there is no format ${name}: ${meant ? `did you mean ${meant}?` : `there are ${formatNames.join(', ')}`}`,
  )
}

/** `--format` where there are two. */
export const formatOption = {
  choices: ['text', 'json'] as const,
  default: 'text' as const,
  requiresArg: true,
  describe: 'The form of what goes to stdout',
}

/** `--plugin`: the only way to transforms that are not ours. */
export const pluginOption = {
  type: 'string',
  array: true,
  nargs: 1,
  describe: 'Load transforms of your own: a file or a package',
} as const

/** `--color`. */
export const colorOption = {
  choices: ['auto', 'always', 'never'] as const,
  default: 'auto' as const,
  requiresArg: true,
  describe: 'Colour the output',
}

/** What the flags ask of the engine. @throws Misuse for a transform that does not exist. */
export function rewriteOptions(flags: SharedFlags, core: Core): RewriteOptions {
  const { only, skip, stages, unsafe, noPragmas } = flags
  for (const id of [...(only ?? []), ...(skip ?? [])]) checkName(id, core)
  return {
    unsafe,
    noPragmas,
    stages: stages === 'shipped' || stages === 'all' ? stages : { target: stages },
    ...(only === undefined ? {} : { only }),
    ...(skip === undefined ? {} : { skip }),
  }
}

/** Of a flag given more than once the last counts. */
function lastWord(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : (value[value.length - 1] ?? '')
}

/** The same for a flag that may be missing. */
export const lastWordOr = (value: string | readonly string[] | undefined): string | undefined =>
  value === undefined ? undefined : lastWord(value)

/** @throws Misuse for what is no number of threads */
function jobsIn(value: number | readonly number[] | undefined): number | undefined {
  const jobs = [value ?? []].flat().at(-1)
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs > 0 && jobs <= 256))
    throw new Misuse('--jobs needs a number of threads, such as --jobs 4')
  return jobs
}

/** Of a number given more than once the last counts; NaN for what is none. */
export const lastNumber = (value: number | readonly number[]): number => [value].flat().at(-1) ?? Number.NaN

/** Names between commas; of a flag given more than once all count. */
function listOf(value: string | readonly string[] | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined
  const names = [value].flat().flatMap((part) => part.split(','))
  const trimmed = names.map((name) => name.trim()).filter((name) => name !== '')
  if (trimmed.length === 0) throw new Misuse('--only and --skip need the ids of transforms')
  return trimmed
}

/** All flags, for guesses at what was meant. */
export const flagNames: readonly string[] = [
  'unsafe',
  'only',
  'skip',
  'plugin',
  'stages',
  'no-pragmas',
  'show-skipped',
  'stdin-filepath',
  'config',
  'no-config',
  'no-ignore',
  'staged',
  'changed',
  'since',
  'format',
  'report',
  'jobs',
  'cache',
  'cache-location',
  'repository',
  'statistics',
  'output',
  'color',
  'quiet',
  'verbose',
  'write',
  'interactive',
  'plan',
  'dry-run',
  'baseline',
  'max-findings',
  'exit-code',
  'list',
  'patch',
  'unified',
  'verify',
  'engine',
  'run',
  'target',
  'build-arg',
  'secret',
  'network',
  'platform',
  'max-builds',
  'no-cache',
  'repair',
  'title',
  'branch',
  'shards',
  'dockerfile',
  'help',
  'version',
]
