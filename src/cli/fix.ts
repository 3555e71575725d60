import { resolve } from 'node:path'
import { closeSync, writeSync } from 'node:fs'
import type { ContainerEngine } from '../container/engine.js'
import type { RewriteOptions } from '../engine/transform.js'
import { realPath, repositoryAt } from '../project/tree.js'
import { hasChanges, type Outcome } from '../report/outcome.js'
import { changedPaths, companionName } from '../report/companions.js'
import { paintPatch } from '../report/paint.js'
import { count, newTally, type Tally } from '../report/tally.js'
import * as text from '../report/text.js'
import { type Answer, type PatchWish, patchFor, type Question } from './answers.js'
import { exitCodeOf, quoted, sayNothingFound, undoOf, writingCommand } from './ending.js'
import type { FixFlags } from './fix-flags.js'
import { rewriteOptions } from './flags.js'
import { companionless, inputsOf, type Input } from './inputs.js'
import { type Interview, openInterview } from './interactive.js'
import { Misuse } from './misuse.js'
import type { Call, Core } from './parts.js'
import { openPlan, type Planning } from './planning.js'
import { openReports, type Reports } from './reports.js'
import { answersTo } from './run.js'
import { openFile, openScreen, type Screen } from './screen.js'
import type { Terminal } from './terminal.js'
import { engineFor, onTrial, saySilent, type Trials, validateBuild } from './trial.js'

/** Prints the patch of a rewrite, or writes the files. The answer is the exit code. */
export async function fix(given: FixFlags, call: Call, core: Core): Promise<number> {
  validate(given)
  const flags = { ...given, write: given.write || writesWhatIsTaken(given) }
  const { argv, terminal } = call
  const target = flags.target === undefined ? {} : { stages: { target: flags.target } }
  // Hints take time, and are shown among what was left alone.
  const hints = flags.showSkipped
  const options = {
    ...rewriteOptions(flags, core),
    ...target,
    withoutCompanions: companionless(flags),
    hints,
  }
  const inputs = await inputsOf(flags, terminal, core)
  const builds = flags.verify && inputs.length > 0
  const engine = builds ? await engineFor(flags, ', or leave out --verify') : undefined
  const screen = openScreen(flags, terminal)
  if (engine) saySilent(engine, screen)
  const tally = newTally()
  if (inputs.length === 0) sayNothingFound(flags, screen)
  const written = flags.write ? 'written' : 'dry'
  const payload = flags.list || flags.interactive || flags.paths.includes('-') ? 'needed' : 'replaceable'
  const reports = await openReports({
    ...{ command: 'fix', written, payload },
    ...{ flags, options, call, core, screen },
  })
  const wants = wantsOf(flags, reports)
  const here = realPath(terminal.cwd) ?? terminal.cwd
  const wish = { from: repositoryAt(here) ?? here, lines: flags.unified }
  const needsPatch = flags.patch !== undefined || wants === 'patch' || reports.needPatches
  const plan = flags.plan === undefined ? undefined : openPlan(flags.plan, call)
  if (flags.interactive && reports.haveStdout)
    throw new Misuse('--interactive asks on stdout: give the report a file, such as --report json=FILE')
  const interview = flags.interactive ? openInterview({ flags, options, terminal, core, screen }) : undefined
  const job: Job = {
    flags,
    options,
    call,
    terminal,
    core,
    screen,
    tally,
    argv,
    reports,
    wants,
    engine,
    wish: needsPatch ? wish : undefined,
    plan,
    interview,
  }
  const ending = await run(inputs, job).finally(() => interview?.close())
  screen.close()
  return ending === 'interrupted' ? 130 : exitCodeOf(tally, flags.exitCode)
}

interface Job {
  readonly flags: FixFlags
  readonly options: RewriteOptions
  readonly call: Call
  readonly terminal: Terminal
  readonly core: Core
  readonly screen: Screen
  readonly tally: Tally
  readonly argv: readonly string[]
  readonly reports: Reports
  readonly wants: ReturnType<typeof wantsOf>
  /** What builds; undefined without `--verify`. */
  readonly engine: ContainerEngine | undefined
  /** The patches that somebody reads; undefined when nobody does. */
  readonly wish: PatchWish | undefined
  /** What `--plan` wants. */
  readonly plan: Planning | undefined
  /** What `--interactive` asks. */
  readonly interview: Interview | undefined
}

/** To be asked is to have it written, unless it is to go elsewhere. */
const writesWhatIsTaken = ({ interactive, plan, patch }: FixFlags): boolean =>
  interactive && plan === undefined && patch === undefined

function validate(flags: FixFlags): void {
  const { verify, unified, write, paths, interactive, plan } = flags
  if (verify) validateBuild(paths, flags)
  if (!Number.isInteger(unified) || unified < 0) throw new Misuse('-U needs a number of lines, such as -U 3')
  if (write && paths.includes('-')) throw new Misuse('stdin cannot be written to: leave out --write')
  if (paths.includes('-') && (interactive || plan !== undefined))
    throw new Misuse(`--${interactive ? 'interactive' : 'plan'} is for files: stdin is none`)
  if (interactive && verify) throw new Misuse('--interactive and --verify do not go together')
  if (write && plan !== undefined)
    throw new Misuse('--plan writes down what is to be done, --write does it: leave out one')
  if (plan !== undefined && [flags.patch, flags.output].includes(plan))
    throw new Misuse(`${plan} cannot hold two outputs`)
}

/** What goes to stdout: one of these. */
function wantsOf({ paths, list, write, patch, plan }: FixFlags, { haveStdout }: Reports) {
  if (haveStdout) return 'report'
  if (list) return 'list'
  if (paths.includes('-')) return 'text'
  return write || patch !== undefined || plan !== undefined ? 'nothing' : 'patch'
}

async function run(inputs: readonly Input[], job: Job): Promise<'complete' | 'interrupted'> {
  const { flags, screen, tally, terminal } = job
  const file =
    flags.patch === undefined ? undefined : openFile(resolve(terminal.cwd, flags.patch), flags.patch)
  const width = inputs.reduce((most, { path }) => Math.min(60, Math.max(most, path.length)), 0)
  const stop = new AbortController()
  const { signal } = stop
  const release =
    flags.write || job.engine || job.interview ? terminal.onInterrupt(() => stop.abort()) : () => {}
  const progress = job.interview ? () => {} : screen.progress
  progress(0, inputs.length)
  for await (const answer of answersTo(inputs, questionOf(job), job)) {
    if (flags.write) await tick()
    if (signal.aborted) break
    const { engine, interview } = job
    const stood = engine ? await tried(answer, { ...job, engine, signal }, job.wish) : answer
    if (engine && signal.aborted) break
    const wanted = interview ? await asked(stood, interview, job.wish) : stood
    if (wanted === undefined) stop.abort()
    if (wanted === undefined) break
    const { outcome, patch } = await written(wanted, job)
    count(tally, outcome)
    if (file !== undefined && patch !== '') writeSync(file, patch)
    job.reports.file(outcome, patch)
    show(outcome, patch, job)
    sayOutcome(outcome, width, job)
    if (job.interview?.isOver()) break
    progress(tally.files, inputs.length)
  }
  release()
  if (file !== undefined) closeSync(file)
  if (signal.aborted) screen.warn(`Interrupted after ${tally.files} of ${inputs.length} files.\n`)
  else if (tally.files < inputs.length)
    screen.warn(`Stopped after ${tally.files} of ${inputs.length} files.\n`)
  if (!signal.aborted) job.plan?.end()
  job.reports.end(tally)
  if (tally.files > 0) finish(job)
  return signal.aborted ? 'interrupted' : 'complete'
}

/** Lets a signal through. */
const tick = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * Before a file is written a second rewrite must find nothing to do; what did not stand its trial, or was left at a
 * question, it would propose again.
 */
const questionOf = ({ options, flags, engine, wish, plan, interview }: Job): Question => ({
  options,
  proof: (flags.write || plan !== undefined) && engine === undefined && interview === undefined,
  ...(wish && engine === undefined && interview === undefined ? { patch: wish } : {}),
})

/** What is left of an answer after its trial. */
async function tried({ outcome }: Answer, trials: Trials, wish: PatchWish | undefined): Promise<Answer> {
  const left = await onTrial(outcome, trials)
  return { outcome: left, patch: wish ? patchFor(left, wish) : '' }
}

/** What a user takes of an answer; undefined when that was not said to the end. */
async function asked(
  { outcome }: Answer,
  interview: Interview,
  wish: PatchWish | undefined,
): Promise<Answer | undefined> {
  const taken = await interview.ask(outcome)
  return taken && { outcome: taken, patch: wish ? patchFor(taken, wish) : '' }
}

/** Writes or plans what is to be written. A file that could not be written has no patch. */
async function written(answer: Answer, { flags, plan }: Job): Promise<Answer> {
  const { outcome } = answer
  if (outcome.kind === 'failed' || !hasChanges(outcome)) return answer
  if (plan) return { ...answer, outcome: plan.add(outcome) }
  if (!flags.write) return answer
  const { writeRewrite } = await import('../project/companions.js')
  const failure = writeRewrite(outcome.source, outcome.changeset, (companion) =>
    companionName(outcome, companion),
  )
  return failure === undefined ? answer : { outcome: { kind: 'failed', failure }, patch: '' }
}

function show(outcome: Outcome, patch: string, { wants, screen }: Job): void {
  if (outcome.kind === 'failed') return
  if (wants === 'text') screen.put(outcome.changeset.after)
  if (wants === 'list') for (const path of changedPaths(outcome)) screen.put(`${path}\n`)
  if (wants === 'patch') screen.put(paintPatch(patch, screen.ink))
}

function sayOutcome(outcome: Outcome, width: number, { flags, screen }: Job): void {
  const { paint } = screen
  if (outcome.kind === 'failed') {
    if (flags.write) screen.warn(text.failedLine(outcome.failure, width, paint))
    return
  }
  if (flags.write && hasChanges(outcome)) screen.say(text.writtenLine(outcome, width, paint))
  else if (flags.verbose)
    screen.say(`  ${outcome.source.path}  ${hasChanges(outcome) ? 'changes' : 'nothing to do'}\n`)
  if (flags.showSkipped) screen.say(text.skippedLines(outcome, paint))
}

function finish({ screen, tally, flags, argv, terminal }: Job): void {
  if (flags.write) return screen.say(text.writeSummary(tally, screen.paint, backOf(tally, flags, terminal)))
  if (flags.quiet)
    return screen.warn(
      text
        .failureLines(tally.failures, screen.paint)
        .map((line) => `${line}\n`)
        .join(''),
    )
  screen.say(text.drySummary(tally, screen.paint, applying(flags, argv)))
}

/** The command that would write what a dry run showed. */
function applying(
  { paths, plan, patch, interactive }: FixFlags,
  argv: readonly string[],
): string | undefined {
  if (plan !== undefined) return quoted(['dfslim', 'apply', plan])
  if (interactive && patch !== undefined) return quoted(['git', 'apply', patch])
  return paths.includes('-') ? undefined : writingCommand(argv, 'fix')
}

/** The command that takes the rewrite back. */
const backOf = (
  { changed, companions }: Tally,
  { patch }: FixFlags,
  { cwd }: Terminal,
): string | undefined =>
  patch === undefined ? undoOf(changed, cwd, companions) : quoted(['git', 'apply', '-R', patch])
