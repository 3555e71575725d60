import type { Argv } from 'yargs'
import { runsFormats } from '../report/runs/formats.js'
import { choiceFlags, colorOption, lastWordOr } from './flags.js'

/** The flags of `campaign`. */
export const campaignFlags = (yargs: Argv) =>
  choiceFlags(yargs)
    .option('title', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'Of the pull requests',
    })
    .option('branch', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'Of the pull requests',
    })
    .option('shards', {
      type: 'number',
      requiresArg: true,
      coerce: (value: number | readonly number[] | undefined) => [value].flat().at(-1),
      describe: 'Jobs that share the repositories, in GitHub Actions and GitLab CI',
    })
    .option('output', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'Write all files into this folder; never over another one',
    })

/** The flags of `dfslim campaign`. */
export type CampaignFlags = ReturnType<ReturnType<typeof campaignFlags>['parseSync']> & {
  readonly paths: readonly string[]
}

/** The flags of `report`. */
export const mergeFlags = (yargs: Argv) =>
  yargs
    .option('format', {
      choices: runsFormats,
      default: 'text' as const,
      requiresArg: true,
      describe: 'The form of what goes to stdout',
    })
    .option('output', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'Write there what goes to stdout',
    })
    .option('color', colorOption)

/** The flags of `dfslim report`. */
export type MergeFlags = ReturnType<ReturnType<typeof mergeFlags>['parseSync']> & {
  readonly paths: readonly string[]
}
