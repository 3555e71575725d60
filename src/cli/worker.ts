import { parentPort, workerData } from 'node:worker_threads'
import { Cache } from '../project/cache.js'
import { type Answer, answering, type Question } from './answers.js'
import * as core from './core.js'
import type { Input } from './inputs.js'

/** What each thread is told. */
export interface Briefing {
  readonly question: Question
  /** The bytes of the cache; undefined without one. */
  readonly cache: Uint8Array | undefined
}

const { question, cache } = workerData as Briefing
const answer = answering(question, core, cache && new Cache(cache))
parentPort!.on('message', (inputs: readonly Input[]) =>
  parentPort!.postMessage(inputs.map(answer) satisfies readonly Answer[]),
)
