import { join, resolve } from 'node:path'
import type { Argv } from 'yargs'
import { reasonOf } from '../project/failure.js'
import { pathFrom, realPath, repositoryAt } from '../project/tree.js'
import { writeWhole } from '../project/whole-file.js'
import { type BaselineEntry, baselineText, entriesOf } from '../report/baseline.js'
import { count, newTally } from '../report/tally.js'
import { recordedText } from '../report/text.js'
import { exitCodeOf, quoted, sayNothingFound } from './ending.js'
import { rewriteOptions, sharedFlags, type SharedFlags } from './flags.js'
import { inputsOf } from './inputs.js'
import { Misuse } from './misuse.js'
import type { Call, Core } from './parts.js'
import { pathsFromRoot } from './reports.js'
import { answersTo } from './run.js'
import { openScreen } from './screen.js'
import type { Terminal } from './terminal.js'

/** The flags of `baseline`. */
export const baselineFlags = (yargs: Argv) => sharedFlags(yargs)

/** The name of a baseline where `--output` gives none. */
export const baselineName = 'dfslim-baseline.json'

/** Records what `check` finds now, for `check --baseline`. The answer is the exit code. */
export async function baseline(flags: SharedFlags, call: Call, core: Core): Promise<number> {
  if (flags.paths.includes('-')) throw new Misuse('a baseline is of files: stdin is none')
  const { terminal } = call
  const options = rewriteOptions(flags, core)
  const inputs = await inputsOf(flags, terminal, core)
  const screen = openScreen({ ...flags, output: undefined }, terminal)
  const fromRoot = pathsFromRoot(terminal.cwd)
  const tally = newTally()
  const entries: BaselineEntry[] = []
  screen.progress(0, inputs.length)
  for await (const { outcome } of answersTo(
    inputs,
    { options, proof: false },
    { flags, call, core, screen },
  )) {
    count(tally, outcome)
    if (outcome.kind === 'done') entries.push(...entriesOf(outcome, fromRoot(outcome.source.path)))
    screen.progress(tally.files, inputs.length)
  }
  if (inputs.length === 0) sayNothingFound(flags, screen)
  else if (flags.output === '-') screen.put(baselineText(entries))
  else {
    const path = flags.output ?? pathAtRoot(terminal.cwd)
    write(path, baselineText(entries), terminal)
    screen.say(recordedText(tally, path, screen.paint, quoted(['dfslim', 'check', '--baseline', path])))
  }
  screen.close()
  return exitCodeOf(tally, false)
}

/** At the root of the repository, else in the current folder; as seen from there. */
function pathAtRoot(cwd: string): string {
  const here = realPath(cwd) ?? cwd
  return pathFrom(here, join(repositoryAt(here) ?? here, baselineName))
}

function write(path: string, text: string, { cwd }: Terminal): void {
  try {
    writeWhole(resolve(cwd, path), text)
  } catch (error) {
    throw new Misuse(`cannot write ${path}: ${reasonOf(error)}`)
  }
}
