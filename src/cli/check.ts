import type { FileEntry } from '../report/json.js'
import { hasChanges, type Outcome } from '../report/outcome.js'
import { count, newTally, type Tally } from '../report/tally.js'
import { checkSummary, failureLines, skippedLines } from '../report/text.js'
import { exitCodeOf, sayNothingFound, writingCommand } from './ending.js'
import { rewriteOptions, type SharedFlags } from './flags.js'
import { inputsOf, rewriteInput } from './inputs.js'
import type { Core } from './parts.js'
import { openScreen, type Screen } from './screen.js'
import type { Terminal } from './terminal.js'

/** Shows what `fix` would do, place by place. The answer is the exit code: 1 when there is anything. */
export async function check(flags: SharedFlags, argv: readonly string[], terminal: Terminal, core: Core) {
  const options = rewriteOptions(flags, core)
  const inputs = await inputsOf(flags, terminal, core)
  const screen = openScreen(flags, terminal)
  const tally = newTally()
  const entries: FileEntry[] = []
  if (inputs.length === 0) sayNothingFound(flags, screen)
  for (const [i, input] of inputs.entries()) {
    screen.progress(i, inputs.length)
    const outcome = rewriteInput(input, core, options)
    count(tally, outcome)
    if (flags.format === 'json') entries.push((await import('../report/json.js')).entryOf(outcome, '', 'dry'))
    else await show(outcome, flags, screen)
  }
  if (inputs.length > 0) await finish(tally, entries, flags, argv, screen)
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

async function finish(
  tally: Tally,
  entries: readonly FileEntry[],
  flags: SharedFlags,
  argv: readonly string[],
  screen: Screen,
): Promise<void> {
  if (flags.format === 'json') {
    const { jsonReport } = await import('../report/json.js')
    screen.put(jsonReport('check', entries, tally))
  }
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
