import { parentPort, workerData } from 'node:worker_threads'
import { Cache } from '../project/cache.js'
import { answering, type Packed, packed, type Question } from './answers.js'
import * as ours from './core.js'
import type { Input } from './inputs.js'
import type { Plugins } from './parts.js'

/** What each thread is told. */
export interface Briefing {
  readonly question: Question
  /** The bytes of the cache; undefined without one. */
  readonly cache: Uint8Array | undefined
  /** What each thread loads for itself. */
  readonly plugins: Plugins | undefined
}

const { question, cache, plugins } = workerData as Briefing
const core = plugins
  ? await (await import('./plugins.js')).withPlugins(ours, plugins.names, plugins.cwd)
  : ours
const answer = answering(question, core, cache && new Cache(cache))
parentPort!.on('message', (inputs: readonly Input[]) =>
  parentPort!.postMessage(inputs.map((input) => packed(answer(input))) satisfies readonly Packed[]),
)
