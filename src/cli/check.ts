import type { Argv } from 'yargs'
import { hasChanges, type Outcome } from '../report/outcome.js'
import { count, newTally, type Tally } from '../report/tally.js'
import { checkSummary, failureLines, skippedLines } from '../report/text.js'
import { exitCodeOf, sayNothingFound, writingCommand } from './ending.js'
import { reportFlags, rewriteOptions, sharedFlags, type ReportFlags, type SharedFlags } from './flags.js'
import { inputsOf } from './inputs.js'
import type { Call, Core } from './parts.js'
import { openReports } from './reports.js'
import { answersTo } from './run.js'
import { openScreen, type Screen } from './screen.js'

/** The flags of `check`. */
export const checkFlags = (yargs: Argv) => reportFlags(sharedFlags(yargs))

/** The flags of `dfslim check`. */
export type CheckFlags = SharedFlags & ReportFlags

/** Shows what `fix` would do, place by place. The answer is the exit code: 1 when there is anything. */
export async function check(flags: CheckFlags, call: Call, core: Core): Promise<number> {
  const { terminal } = call
  const options = rewriteOptions(flags, core)
  const inputs = await inputsOf(flags, terminal, core)
  const screen = openScreen(flags, terminal)
  const run = { command: 'check', written: 'dry', flags, options, call, core, screen } as const
  const reports = await openReports(run)
  const tally = newTally()
  if (inputs.length === 0) sayNothingFound(flags, screen)
  screen.progress(0, inputs.length)
  for await (const { outcome } of answersTo(inputs, { options, proof: false }, run)) {
    count(tally, outcome)
    reports.file(outcome, '')
    if (!reports.haveStdout) await show(outcome, flags, screen)
    screen.progress(tally.files, inputs.length)
  }
  reports.end(tally)
  if (inputs.length > 0) finish(tally, flags, call.argv, screen)
  screen.close()
  return exitCodeOf(tally, true)
}

async function show(outcome: Outcome, flags: SharedFlags, screen: Screen): Promise<void> {
  if (outcome.kind === 'failed') return
  if (hasChanges(outcome)) {
    const { findingsText } = await import('../report/findings.js')
    screen.put(findingsText(outcome, screen.ink))
  }
  if (flags.verbose) screen.say(`  ${outcome.source.path}  ${outcome.changeset.applied.length} findings\n`)
  if (flags.showSkipped) screen.put(skippedLines(outcome, screen.ink))
}

function finish(tally: Tally, flags: SharedFlags, argv: readonly string[], screen: Screen): void {
  if (flags.quiet) {
    screen.warn(
      failureLines(tally.failures, screen.paint)
        .map((line) => `${line}\n`)
        .join(''),
    )
    return
  }
  const fix = flags.paths.includes('-') ? undefined : writingCommand(argv, 'check')
  screen.say(checkSummary(tally, screen.paint, fix))
}
