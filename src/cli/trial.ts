import { dirname } from 'node:path'
import type { Argv } from 'yargs'
import { type ContainerEngine, engineNames, findEngine } from '../container/engine.js'
import { repair } from '../container/repair.js'
import { openBench } from '../container/trial.js'
import type { RewriteOptions } from '../engine/transform.js'
import { hasChanges, type Outcome } from '../report/outcome.js'
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

/** The engine that was asked for, or that is there. @throws Misuse when none answers. */
export async function engineFor({ engine, maxBuilds }: BuildFlags): Promise<ContainerEngine> {
  if (!Number.isInteger(maxBuilds) || maxBuilds < 2)
    throw new Misuse('--max-builds needs a number from 2 on: one build is that of the file as it is')
  const found = await findEngine(engine)
  if ('name' in found) return found
  throw new Misuse(
    `no container engine answers (${found.lacks.join('; ')}): start one, or leave out --verify`,
  )
}

/** What a trial needs to know. */
export interface Trials {
  readonly engine: ContainerEngine
  readonly flags: BuildFlags
  readonly core: Core
  readonly options: RewriteOptions
  readonly screen: Screen
  readonly signal: AbortSignal
}

/** Keeps of a rewrite what builds and stands the smoke command; says what it leaves out. */
export async function onTrial(outcome: Outcome, trials: Trials): Promise<Outcome> {
  const { engine, flags, core, options, screen, signal } = trials
  if (outcome.kind === 'failed' || !hasChanges(outcome)) return outcome
  const { source, changeset } = outcome
  const { target, buildArg, secret, network, platform } = flags
  const bench = openBench({
    ...{ engine, signal, dockerfile: source.absolute, context: dirname(source.absolute) },
    pass: { target, buildArg, secret, network, platform },
    smoke: flags.run,
    onLine: (line) => screen.status(`${source.path}: build ${bench.builds()}: ${line.trim()}`),
  })
  try {
    const again = (reject: RewriteOptions['reject']): typeof changeset => {
      const anew = rewriteInput(source, core, { ...options, ...(reject ? { reject } : {}) })
      return anew.kind === 'done' ? anew.changeset : { ...changeset, after: changeset.before, applied: [] }
    }
    const repaired = await repair(changeset, again, bench, flags.maxBuilds)
    if (signal.aborted) return untouched(outcome.source, changeset)
    if (!repaired) {
      screen.warn(buildsNothing(source.path, await bench.try(changeset.before), screen.paint))
      return untouched(source, changeset)
    }
    screen.warn(leftOutLines(source.path, repaired.left, screen.paint))
    return { kind: 'done', source, changeset: repaired.changeset }
  } finally {
    await bench.close()
  }
}

const untouched = (
  source: Extract<Outcome, { kind: 'done' }>['source'],
  changeset: Extract<Outcome, { kind: 'done' }>['changeset'],
): Outcome => ({ kind: 'done', source, changeset: { ...changeset, after: changeset.before, applied: [] } })

function text(describe: string) {
  return { type: 'string', requiresArg: true, coerce: lastWordOr, describe } as const
}

function texts(describe: string) {
  return { type: 'string', array: true, requiresArg: true, describe } as const
}
