import type { Argv } from 'yargs'
import { hasChanges } from '../report/outcome.js'
import { failedLine } from '../report/text.js'
import { leftOutLines } from '../report/trial.js'
import { draftOf, failureOf } from '../container/trial.js'
import type { Verified } from '../report/verified.js'
import { sayNothingFound } from './ending.js'
import { rewriteOptions, sharedFlags, type SharedFlags } from './flags.js'
import { companionless, type Input, inputsOf, rewriteInput } from './inputs.js'
import type { Core } from './parts.js'
import { openScreen, type Screen } from './screen.js'
import type { Terminal } from './terminal.js'
import {
  benchFor,
  buildFlags,
  engineFor,
  repairOn,
  saySilent,
  type Trials,
  troubleAt,
  validateBuild,
} from './trial.js'

/** The flags of `verify`. */
export const verifyFlags = (yargs: Argv) =>
  buildFlags(sharedFlags(yargs))
    .option('format', {
      choices: ['text', 'json', 'markdown'] as const,
      default: 'text' as const,
      requiresArg: true,
      describe: 'The form of what goes to stdout',
    })
    .option('repair', {
      type: 'boolean',
      default: false,
      describe: 'Leave out the changes that fail, as fix --verify does',
    })
    .option('no-cache', {
      type: 'boolean',
      default: false,
      describe: 'Build every layer anew, so that the seconds compare',
    })

/** The flags of `dfslim verify`. */
export type VerifyFlags = ReturnType<ReturnType<typeof verifyFlags>['parseSync']> & {
  readonly paths: readonly string[]
}

/** Builds Dockerfiles before and after their rewrite, and compares the images. The answer is the exit code. */
export async function verify(flags: VerifyFlags, terminal: Terminal, core: Core): Promise<number> {
  validateBuild(flags.paths, flags)
  const target = flags.target === undefined ? {} : { stages: { target: flags.target } }
  const shared: SharedFlags = flags
  const options = { ...rewriteOptions(shared, core), ...target, withoutCompanions: companionless(shared) }
  const inputs = await inputsOf(shared, terminal, core)
  const engine = await engineFor(flags, '')
  const screen = openScreen(flags, terminal)
  saySilent(engine, screen)
  if (inputs.length === 0) sayNothingFound(shared, screen)
  const stop = new AbortController()
  const release = terminal.onInterrupt(() => stop.abort())
  const trials = { engine, flags, core, options, screen, signal: stop.signal }
  const compressed = new Map<string, number>()
  const all: Verified[] = []
  for (const [i, input] of inputs.entries()) {
    screen.progress(i, inputs.length)
    const verified = await verifyOne(input, trials, compressed)
    if (stop.signal.aborted) break
    all.push(verified)
    if (flags.format === 'text') await say(verified, flags, core, screen)
  }
  release()
  await finish(all, flags, trials)
  screen.close()
  if (stop.signal.aborted) return 130
  return all.some(({ kind }) => kind === 'failed') ? 3 : all.some(isBroken) ? 1 : 0
}

const isBroken = (verified: Verified) => verified.kind === 'compared' && verified.fault !== undefined

async function verifyOne(
  input: Input,
  trials: Trials & { readonly flags: VerifyFlags },
  compressed: Map<string, number>,
): Promise<Verified> {
  const { engine, flags, core, options, signal } = trials
  const outcome = rewriteInput(input, core, options)
  if (outcome.kind === 'failed') return { ...outcome, path: outcome.failure.path }
  const { source, changeset } = outcome
  const { path } = source
  if (!hasChanges(outcome)) return { kind: 'unchanged', path }
  const bench = benchFor(source, trials)
  try {
    const before = await bench.try({ text: changeset.before })
    const failure = failureOf(before)
    if (before.kind === 'failed' || failure) return { kind: 'unbuilt', path, tail: failure?.tail ?? [] }
    const repaired = flags.repair ? await repairOn(bench, outcome, trials) : undefined
    const kept = repaired?.changeset ?? changeset
    const after = await bench.try(draftOf(kept))
    const { figuresOf, readBuilt } = await import('./built.js')
    const { differenceOf } = await import('../image/difference.js')
    const read = { digests: true, compressed }
    const was = await readBuilt(engine, before, read, signal)
    const is = after.kind === 'built' ? await readBuilt(engine, after, read, signal) : undefined
    return {
      ...{ kind: 'compared', path, changeset: kept, left: repaired?.left ?? [] },
      fault: await bench.faultOf(before, after),
      before: figuresOf(was, before),
      after: is && after.kind === 'built' ? figuresOf(is, after) : undefined,
      difference: is && differenceOf(was, is),
      smoke: before.smoke && { status: before.smoke.status },
    }
  } catch (error) {
    if (signal.aborted) return { kind: 'unchanged', path }
    return { kind: 'failed', path, failure: troubleAt(path, error) }
  } finally {
    await bench.close()
  }
}

async function say(verified: Verified, flags: VerifyFlags, core: Core, screen: Screen): Promise<void> {
  if (verified.kind === 'failed') return screen.warn(failedLine(verified.failure, 0, screen.paint))
  if (verified.kind === 'unchanged' && !flags.verbose) return
  if (verified.kind === 'compared') screen.warn(leftOutLines(verified.path, verified.left, screen.paint))
  const { verifiedText } = await import('../report/verify.js')
  screen.put(verifiedText(verified, core.transforms, screen.ink))
}

async function finish(all: readonly Verified[], flags: VerifyFlags, { engine, core, screen }: Trials) {
  if (flags.format === 'json') {
    const { verifyJson } = await import('../report/verify-json.js')
    screen.put(verifyJson(all, { name: engine.name, version: engine.version }, core.transforms))
  }
  if (flags.format === 'markdown') {
    const { verifyMarkdown } = await import('../report/verify-markdown.js')
    screen.put(verifyMarkdown(all, engine, core.transforms))
  }
  if (all.length === 0) return
  const { verifySummary } = await import('../report/verify.js')
  screen.say(verifySummary(all, `${engine.name} ${engine.version}`, screen.paint))
}
