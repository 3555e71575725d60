import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takesIgnoreFile } from '../engine/frontend.js'
import type { Changeset } from '../engine/transform.js'
import type { ContainerEngine, PassedFlags } from './engine.js'
import type { Ended } from './process.js'

/** What is built: a text of the Dockerfile, and one of the ignore file where that is not as it lies there. */
export interface Draft {
  readonly text: string
  /** The build sees no more of it: what is copied along with the context is the file that lies there. */
  readonly ignored?: string | undefined
}

/** What a rewrite wants to be built. */
export const draftOf = ({ after, companions }: Pick<Changeset, 'after' | 'companions'>): Draft => ({
  text: after,
  ignored: companions[0]?.after,
})

/** What became of one draft. */
export type Trial = Built | Unbuilt

/** An image, until its bench is closed. */
export interface Built {
  readonly kind: 'built'
  readonly image: string
  readonly seconds: number
  /** Whether some of its layers were there before. */
  readonly fromCache: boolean
  /** Undefined where there is no smoke command. */
  readonly smoke: Smoke | undefined
}

/** A build that failed, and the last lines that it printed. */
export interface Unbuilt {
  readonly kind: 'failed'
  readonly tail: readonly string[]
}

/** Why nothing can be learnt from a file as it is: it does not build, or its smoke command cannot even start. */
export function failureOf(trial: Trial): Unbuilt | undefined {
  if (trial.kind === 'failed') return trial
  const { smoke } = trial
  if (!smoke || !cannotRun.has(smoke.status)) return undefined
  return { kind: 'failed', tail: ['its smoke command cannot run:', ...smoke.tail] }
}

/** What engines and shells end with where a command is not there or cannot be started. */
const cannotRun: ReadonlySet<number | undefined> = new Set([undefined, 125, 126, 127])

/** What the smoke command did. */
export interface Smoke {
  readonly status: number | undefined
  readonly stdout: string
  readonly tail: readonly string[]
}

/** What is wrong with an image that is to take another's place. */
export interface Fault {
  /** One sentence. */
  readonly because: string
  /** The last lines of its build, or of its smoke command. */
  readonly tail: readonly string[]
}

/** The engine is gone, or has no room: no build says anything about a Dockerfile any more. */
export class EngineTrouble extends Error {}

/** Builds drafts of one Dockerfile, each in the place of the file itself; the build context stays as it is. */
export interface Bench {
  /**
   * Builds a draft and runs the smoke command in it; a draft that was tried before is not tried again.
   * @throws EngineTrouble
   */
  try(draft: Draft): Promise<Trial>
  /** What is different about an image that takes another's place; undefined where nothing that was asked for is. */
  faultOf(before: Built, after: Trial): Promise<Fault | undefined>
  /** How many builds there were. */
  readonly builds: () => number
  /** Takes all images and files away. */
  close(): Promise<void>
}

export interface BenchOrder {
  readonly engine: ContainerEngine
  /** Absolute. */
  readonly dockerfile: string
  readonly context: string
  readonly pass: PassedFlags
  /** A shell command to run in each image. */
  readonly smoke?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly onLine?: (line: string) => void
}

export function openBench({ engine, dockerfile, smoke, signal, onLine, ...order }: BenchOrder): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'dfslim-verify-'))
  const name = `${process.pid}-${folder.slice(-6).toLowerCase().replace(/\W/g, '')}`
  const tried = new Map<string, Promise<Trial>>()
  const images: string[] = []
  let runs = 0

  const build = async ({ text, ignored }: Draft): Promise<Trial> => {
    if (signal?.aborted) return { kind: 'failed', tail: [] }
    const number = images.length + 1
    const image = `dfslim-verify:${name}-${number}`
    const file = join(folder, `Dockerfile.${number}`)
    writeFileSync(file, text)
    // The ignore file of a Dockerfile bears its name, and goes before that of the build context.
    const beside = `${file}.dockerignore`
    if (ignored !== undefined) writeFileSync(beside, ignored)
    else if (existsSync(`${dockerfile}.dockerignore`)) copyFileSync(`${dockerfile}.dockerignore`, beside)
    images.push(image)
    let fromCache = false
    const watch = (line: string): void => {
      fromCache ||= cached.test(line)
      onLine?.(line)
    }
    const ignoreFile = ignored === undefined ? undefined : { path: beside, isTaken: takesIgnoreFile(text) }
    const job = { image, dockerfile: file, ignoreFile, signal, onLine: watch, ...order }
    const { status, tail, seconds } = await engine.build(job)
    if (status !== 0) return { kind: 'failed', tail: await blamed(tail) }
    return { kind: 'built', image, seconds, fromCache, smoke: await runSmoke(image) }
  }

  const runSmoke = async (image: string): Promise<Smoke | undefined> => {
    if (smoke === undefined) return undefined
    const container = `dfslim-verify-${name}-${++runs}`
    const job = { container, image, command: smoke, network: order.pass.network, signal }
    const ended = await engine.run(job)
    if (ended.status !== 0) await blamed(ended.tail)
    return smokeOf(ended)
  }

  /** The last lines of what failed, once it is known that it failed by itself. */
  const blamed = async (tail: readonly string[]): Promise<readonly string[]> => {
    if (signal?.aborted) return tail
    const full = tail.find((line) => /no space left on device|disk quota exceeded/i.test(line))
    if (full !== undefined) throw new EngineTrouble(`${engine.name} has no room to build in: ${full}`)
    if (!(await engine.answers())) throw new EngineTrouble(`${engine.name} does not answer any more`)
    return tail
  }

  return {
    try(draft) {
      const key = JSON.stringify([draft.text, draft.ignored])
      let trial = tried.get(key)
      if (!trial) tried.set(key, (trial = build(draft)))
      return trial
    },
    async faultOf(before, after) {
      if (after.kind === 'failed')
        return { because: after.tail.at(-1) ?? 'the build failed without a word', tail: after.tail }
      if (!before.smoke || !after.smoke) return undefined
      const because = differenceOf(before.smoke, after.smoke)
      if (because === undefined) return undefined
      // What is different every time says nothing.
      const again = before.smoke.status === after.smoke.status ? await runSmoke(before.image) : undefined
      if (again !== undefined && differenceOf(before.smoke, again) !== undefined) return undefined
      return { because, tail: after.smoke.tail }
    },
    builds: () => images.length,
    async close() {
      if (images.length > 0) await engine.remove(images)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** BuildKit, and the builder of buildah and podman, say so of a layer that was there. */
const cached = /^#\d+ CACHED|^--> Using cache /

const smokeOf = ({ status, stdout, tail }: Ended): Smoke => ({ status, stdout, tail })

function differenceOf(was: Smoke, is: Smoke): string | undefined {
  if (was.status !== is.status)
    return `the smoke command ended with ${is.status ?? 'a signal'}, where it ended with ${was.status ?? 'a signal'}: ${lastWordOf(is)}`
  return was.stdout === is.stdout ? undefined : 'the smoke command printed something else'
}

const lastWordOf = ({ tail }: Smoke): string =>
  tail.findLast((line) => !line.startsWith('WARNING: ')) ?? 'it printed nothing'
