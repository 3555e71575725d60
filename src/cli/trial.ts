import type { Argv } from 'yargs'
import { type ContainerEngine, engineNames, findEngine } from '../container/engine.js'
import { repair } from '../container/repair.js'
import { type Bench, EngineTrouble, failureOf, openBench } from '../container/trial.js'
import type { Changeset, RewriteOptions } from '../engine/transform.js'
import { ImageProblem } from '../image/problem.js'
import { contextFolderOf } from '../project/companions.js'
import { codeOf, type Failure, failureAt, reasonOf } from '../project/failure.js'
import type { Found } from '../project/find.js'
import { type Done, hasChanges, type Outcome } from '../report/outcome.js'
import { buildsNothing, leftOutLines } from '../report/trial.js'
import { lastWordOr } from './flags.js'
import { rewriteInput } from './inputs.js'
import { Misuse } from './misuse.js'
import type { Core } from './parts.js'
import type { Screen } from './screen.js'

/** The flags of what builds. */
export const buildFlags = <T>(yargs: Argv<T>) =>
  yargs
    .option('engine', {
      choices: engineNames,
      requiresArg: true,
      describe: 'What builds; without it the first that answers',
    })
    .option('run', text('A shell command that must do the same in both images'))
    .option('target', text('Build this stage; it counts as the shipped one'))
    .option('build-arg', texts('NAME=VALUE for the build'))
    .option('secret', texts('A secret for the build, as the engine wants it'))
    .option('network', text('The network of the build'))
    .option('platform', text('The platform to build for'))
    .option('max-builds', {
      type: 'number',
      requiresArg: true,
      default: 12,
      describe: 'Builds of one file, at most',
    })

/** What the build flags come to. */
export type BuildFlags = ReturnType<ReturnType<typeof buildFlags<object>>['parseSync']>

/** @throws Misuse for what cannot be built: stdin has no build context, and one build is that of the file as it is */
export function validateBuild(paths: readonly string[], { maxBuilds }: BuildFlags): void {
  if (!Number.isInteger(maxBuilds) || maxBuilds < 2)
    throw new Misuse('--max-builds needs a number from 2 on: one build is that of the file as it is')
  if (paths.includes('-')) throw new Misuse('stdin has no build context: name the file that is to be built')
}

/** The engine that was asked for, or that is there. @throws Misuse when none answers; `instead` says what helps */
export async function engineFor({ engine }: BuildFlags, instead: string): Promise<ContainerEngine> {
  const found = await findEngine(engine)
  if ('name' in found) return found
  throw new Misuse(`no container engine answers (${found.lacks.join('; ')}): start one${instead}`)
}

/** Says that another engine was asked first. */
export function saySilent({ name, silent }: ContainerEngine, screen: Screen): void {
  for (const answer of silent) screen.warn(`${answer}: ${name} builds instead.\n`)
}

/** What a trial needs to know. */
export interface Trials {
  readonly engine: ContainerEngine
  readonly flags: BuildFlags & { readonly noCache?: boolean }
  readonly core: Core
  readonly options: RewriteOptions
  readonly screen: Screen
  readonly signal: AbortSignal
}

/** Builds the texts of one Dockerfile as the flags want it. */
export function benchFor(source: Found, { engine, flags, screen, signal }: Trials): Bench {
  const { target, buildArg, secret, network, platform, noCache } = flags
  const bench = openBench({
    ...{ engine, signal, dockerfile: source.absolute, context: contextFolderOf(source) },
    pass: { target, buildArg, secret, network, platform, noCache },
    smoke: flags.run ?? source.config?.smoke,
    onLine: (line) => screen.status(`${source.path}: build ${bench.builds()}: ${line.trim()}`),
  })
  return bench
}

/** Leaves out of a rewrite what fails; undefined when the file does not build as it is. @throws EngineTrouble */
export function repairOn(bench: Bench, done: Done, { core, options, flags }: Trials) {
  const again = (reject: RewriteOptions['reject']): Changeset => {
    const anew = rewriteInput(done.source, core, { ...options, ...(reject ? { reject } : {}) })
    return anew.kind === 'done' ? anew.changeset : untouched(done).changeset
  }
  return repair(done.changeset, again, bench, flags.maxBuilds)
}

/** Keeps of a rewrite what builds and stands the smoke command; says what it leaves out. */
export async function onTrial(outcome: Outcome, trials: Trials): Promise<Outcome> {
  const { engine, screen, signal } = trials
  if (outcome.kind === 'failed' || !hasChanges(outcome)) return outcome
  const { source, changeset } = outcome
  const bench = benchFor(source, trials)
  try {
    const repaired = await repairOn(bench, outcome, trials)
    if (signal.aborted) return untouched(outcome)
    if (!repaired) {
      const failure = failureOf(await bench.try({ text: changeset.before }))
      if (failure) screen.warn(buildsNothing(source.path, failure, screen.paint))
      return untouched(outcome)
    }
    const { before, after, left } = repaired
    screen.warn(leftOutLines(source.path, left, screen.paint))
    const { figuresOf, readBuilt } = await import('./built.js')
    const measured = {
      before: figuresOf(await readBuilt(engine, before, {}, signal), before),
      after: figuresOf(await readBuilt(engine, after, {}, signal), after),
    }
    return { kind: 'done', source, changeset: repaired.changeset, measured }
  } catch (error) {
    if (signal.aborted) return untouched(outcome)
    return { kind: 'failed', failure: troubleAt(source.path, error) }
  } finally {
    await bench.close()
  }
}

/** What kept a file from being tried. @throws what is no trouble of the machine */
export function troubleAt(path: string, error: unknown): Failure {
  const isKnown =
    error instanceof EngineTrouble || error instanceof ImageProblem || codeOf(error) !== undefined
  if (!isKnown) throw error
  return failureAt('untried', path, reasonOf(error))
}

const untouched = ({ source, changeset }: Done): Done => ({
  kind: 'done',
  source,
  changeset: { ...changeset, after: changeset.before, companions: [], applied: [] },
})

function text(describe: string) {
  return { type: 'string', requiresArg: true, coerce: lastWordOr, describe } as const
}

function texts(describe: string) {
  return { type: 'string', array: true, requiresArg: true, describe } as const
}
