import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { Cache, type CacheWriter, cacheWriter, digestOf, readCache } from '../project/cache.js'
import { reasonOf } from '../project/failure.js'
import { realPath, repositoryAt } from '../project/tree.js'
import { answersInOrder } from '../project/workers.js'
import { type Answer, answering, type Packed, type Question, unpacked } from './answers.js'
import type { SharedFlags } from './flags.js'
import type { Input } from './inputs.js'
import { Misuse } from './misuse.js'
import type { Call, Core } from './parts.js'
import type { Screen } from './screen.js'
import type { Terminal } from './terminal.js'
import type { Briefing } from './worker.js'

/** What a run is made with. */
export interface Means {
  readonly flags: Pick<SharedFlags, 'jobs' | 'cache' | 'cacheLocation'>
  readonly call: Call
  readonly core: Core
  readonly screen: Screen
}

/** Files that a thread gets at a time. */
const batch = 32
/** Below so many files threads take longer to start than they win. */
const paying = 400
/** More threads than this wait for the one that prints. */
const maxJobs = 8

/** The answers about some files, in their order, by as many threads as pay. @throws Misuse */
export async function* answersTo(
  inputs: readonly Input[],
  question: Question,
  means: Means,
): AsyncGenerator<Answer> {
  const { call, core, flags } = means
  // Of what a plugin is made cannot be told: what it found out may hold no more.
  const file = core.plugins ? undefined : cacheFile(flags, call.terminal)
  const store = file === undefined ? undefined : openStore(file, means.screen)
  try {
    for await (const answers of inBatches(
      inputs,
      question,
      jobsFor(inputs, flags),
      { call, core },
      store?.bytes,
    ))
      for (const answer of answers) {
        store?.keep(answer)
        yield answer
      }
  } finally {
    store?.close()
  }
}

async function* inBatches(
  inputs: readonly Input[],
  question: Question,
  jobs: number,
  { call, core }: Pick<Means, 'call' | 'core'>,
  cache: Uint8Array | undefined,
): AsyncGenerator<readonly Answer[]> {
  if (jobs > 1 && call.script !== undefined) {
    const setting: Briefing = { question, cache, plugins: core.plugins }
    const crew = { script: call.script, size: jobs, setting }
    const batches = batchesOf(inputs)
    let at = 0
    for await (const answers of answersInOrder<readonly Input[], readonly Packed[]>(batches, crew)) {
      const asked = batches[at++]!
      yield answers.map((answer, i) => unpacked(asked[i]!, answer))
    }
    return
  }
  const answer = answering(question, core, cache && new Cache(cache))
  for (const input of inputs) yield [answer(input)]
}

const batchesOf = (inputs: readonly Input[]): readonly (readonly Input[])[] =>
  Array.from({ length: Math.ceil(inputs.length / batch) }, (_, i) => inputs.slice(i * batch, (i + 1) * batch))

function jobsFor({ length }: readonly Input[], { jobs }: Means['flags']): number {
  const wanted = jobs ?? (length < paying ? 1 : Math.min(availableParallelism(), maxJobs))
  return Math.min(wanted, Math.ceil(length / batch))
}

/** A cache that is read, and written to as answers come. */
interface Store {
  readonly bytes: Uint8Array
  readonly keep: (answer: Answer) => void
  readonly close: () => void
}

/** Each repository has a file of its own. @throws Misuse where there is no place for it */
function cacheFile({ cache, cacheLocation }: Means['flags'], { cwd, env }: Terminal): string | undefined {
  if (cacheLocation !== undefined) return resolve(cwd, cacheLocation)
  if (!cache) return undefined
  const home = env.XDG_CACHE_HOME || (env.HOME && join(env.HOME, '.cache'))
  if (!home) throw new Misuse('there is no folder for caches: say --cache-location FILE')
  const here = realPath(cwd) ?? cwd
  return join(home, 'dfslim', digestOf(repositoryAt(here) ?? here))
}

/** A cache that cannot be kept stops nothing. */
function openStore(file: string, screen: Screen): Store | undefined {
  const warn = (error: unknown) => screen.warn(`No cache: ${file}: ${reasonOf(error)}\n`)
  let bytes: Uint8Array
  let writer: CacheWriter | undefined
  try {
    bytes = readCache(file)
    writer = cacheWriter(file, bytes)
  } catch (error) {
    warn(error)
    return undefined
  }
  const attempt = (write: (writer: CacheWriter) => void) => {
    try {
      if (writer) write(writer)
    } catch (error) {
      warn(error)
      writer = undefined
    }
  }
  return {
    bytes,
    keep: ({ known }) => {
      if (known?.kind === 'new') attempt(({ add }) => add(known.line))
      if (known?.kind === 'used') attempt(({ used }) => used(known.key))
    },
    close: () => attempt(({ close }) => close()),
  }
}
