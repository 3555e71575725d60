import type { Argv } from 'yargs'
import { hasChanges, type Outcome } from '../report/outcome.js'
import { sharedBasesText } from '../report/shared-bases.js'
import { count, newTally, type Tally } from '../report/tally.js'
import { checkSummary, type Expected, failureLines, findingsOf, skippedLines } from '../report/text.js'
import { exitCodeOf, sayNothingFound, writingCommand } from './ending.js'
import {
  lastNumber,
  lastWordOr,
  reportFlags,
  rewriteOptions,
  sharedFlags,
  type ReportFlags,
  type SharedFlags,
} from './flags.js'
import { companionless, inputsOf } from './inputs.js'
import { openKnown } from './known.js'
import { Misuse } from './misuse.js'
import type { Call, Core } from './parts.js'
import { openReports } from './reports.js'
import { answersTo } from './run.js'
import { openScreen, type Screen } from './screen.js'

/** The flags of `check`. */
export const checkFlags = (yargs: Argv) =>
  reportFlags(sharedFlags(yargs))
    .option('baseline', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'Pass over the findings that dfslim baseline recorded in this file',
    })
    .option('max-findings', {
      type: 'number',
      requiresArg: true,
      default: 0,
      coerce: lastNumber,
      describe: 'Exit with 1 only when there are more',
    })

/** The flags of `dfslim check`. */
export type CheckFlags = SharedFlags & ReportFlags & ReturnType<ReturnType<typeof checkFlags>['parseSync']>

/** Shows what `fix` would do, place by place. The answer is the exit code: 1 when there is anything. */
export async function check(flags: CheckFlags, call: Call, core: Core): Promise<number> {
  const { terminal } = call
  const { maxFindings } = flags
  if (!Number.isInteger(maxFindings) || maxFindings < 0)
    throw new Misuse('--max-findings needs a number, such as --max-findings 20')
  const options = { ...rewriteOptions(flags, core), withoutCompanions: companionless(flags), hints: true }
  const known =
    flags.baseline === undefined ? undefined : await openKnown(flags.baseline, { terminal, core, options })
  const inputs = await inputsOf(flags, terminal, core)
  const screen = openScreen(flags, terminal)
  const run = { command: 'check', written: 'dry', flags, options, call, core, screen } as const
  const reports = await openReports(run)
  const tally = newTally()
  if (inputs.length === 0) sayNothingFound(flags, screen)
  screen.progress(0, inputs.length)
  for await (const answer of answersTo(inputs, { options, proof: false }, run)) {
    const outcome = known ? known.fresh(answer.outcome) : answer.outcome
    count(tally, outcome)
    reports.file(outcome, '')
    if (!reports.haveStdout) await show(outcome, flags, screen)
    screen.progress(tally.files, inputs.length)
  }
  if (!reports.haveStdout) screen.put(sharedBasesText(tally.sharedBases, screen.ink))
  reports.end(tally)
  const expected = { baseline: known?.counts(), most: maxFindings }
  if (inputs.length > 0) finish(tally, flags, expected, call.argv, screen)
  screen.close()
  return exitCodeOf(tally, findingsOf(tally) > maxFindings)
}

async function show(outcome: Outcome, flags: SharedFlags, screen: Screen): Promise<void> {
  if (outcome.kind === 'failed') return
  if (hasChanges(outcome) || outcome.changeset.withheld.length > 0) {
    const { findingsText, hintsText } = await import('../report/findings.js')
    screen.put(
      (hasChanges(outcome) ? findingsText(outcome, screen.ink) : '') + hintsText(outcome, screen.ink),
    )
  }
  if (flags.verbose) screen.say(`  ${outcome.source.path}  ${outcome.changeset.applied.length} findings\n`)
  if (flags.showSkipped) screen.put(skippedLines(outcome, screen.ink, 'shown'))
}

function finish(
  tally: Tally,
  flags: SharedFlags,
  expected: Expected,
  argv: readonly string[],
  screen: Screen,
): void {
  if (flags.quiet) {
    screen.warn(
      failureLines(tally.failures, screen.paint)
        .map((line) => `${line}\n`)
        .join(''),
    )
    return
  }
  const fix = flags.paths.includes('-') ? undefined : writingCommand(withoutOwn(argv), 'check')
  screen.say(checkSummary(tally, screen.paint, fix, expected))
}

/** A command line without the flags that `check` alone has. */
const withoutOwn = (argv: readonly string[]): readonly string[] =>
  argv.filter((word, i) => !isOwn(word) && !(i > 0 && /^--(?:baseline|max-findings)$/.test(argv[i - 1]!)))

const isOwn = (word: string) => /^--(?:baseline|max-findings)(?:=|$)/.test(word)
