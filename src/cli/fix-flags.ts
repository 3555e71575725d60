import type { Argv } from 'yargs'
import {
  lastNumber,
  lastWordOr,
  reportFlags,
  sharedFlags,
  type ReportFlags,
  type SharedFlags,
} from './flags.js'
import { buildFlags } from './trial.js'

/** The flags of `fix`. */
export const fixFlags = (yargs: Argv) =>
  buildFlags(reportFlags(sharedFlags(yargs)))
    .option('verify', {
      type: 'boolean',
      default: false,
      describe: 'Build before and after, and leave out what fails',
    })
    .option('write', { type: 'boolean', default: false, describe: 'Rewrite in place' })
    .option('interactive', {
      alias: 'i',
      type: 'boolean',
      default: false,
      describe: 'Ask about each change, and write what is taken',
    })
    .option('plan', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'Write a plan there, which dfslim apply carries out',
    })
    .option('exit-code', { type: 'boolean', default: false, describe: 'Exit with 1 when there are changes' })
    .option('list', { type: 'boolean', default: false, describe: 'Print the paths of changed files only' })
    .option('patch', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'Write the patch there',
    })
    .option('unified', {
      alias: 'U',
      type: 'number',
      requiresArg: true,
      default: 3,
      coerce: lastNumber,
      describe: 'Lines of context in the patch',
    })

/** The flags of `dfslim fix`. */
export type FixFlags = SharedFlags & ReportFlags & ReturnType<ReturnType<typeof fixFlags>['parseSync']>
