import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContainerEngine, PassedFlags } from './engine.js'
import type { Ended } from './process.js'

/** What became of one text of a Dockerfile. */
export type Trial =
  | {
      readonly kind: 'built'
      readonly image: string
      readonly seconds: number
      readonly smoke: Smoke | undefined
    }
  | { readonly kind: 'failed'; readonly tail: readonly string[]; readonly seconds: number }

/** What the smoke command did. */
export interface Smoke {
  readonly status: number | undefined
  readonly stdout: string
  readonly tail: readonly string[]
}

/** Builds texts of one Dockerfile, each in the place of the file itself. */
export interface Bench {
  /** Builds a text and runs the smoke command in it; a text that was tried before is not tried again. */
  try(text: string): Promise<Trial>
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

export function openBench({ engine, dockerfile, smoke, signal, ...order }: BenchOrder): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'dfslim-verify-'))
  const tried = new Map<string, Promise<Trial>>()
  const images: string[] = []

  const build = async (text: string): Promise<Trial> => {
    const number = images.length + 1
    const image = `dfslim-verify:${process.pid}-${folder.slice(-6).toLowerCase().replace(/\W/g, '')}-${number}`
    const file = join(folder, `Dockerfile.${number}`)
    writeFileSync(file, text)
    // The ignore file of a Dockerfile bears its name, and goes before that of the build context.
    if (existsSync(`${dockerfile}.dockerignore`))
      copyFileSync(`${dockerfile}.dockerignore`, `${file}.dockerignore`)
    images.push(image)
    const { status, tail, seconds } = await engine.build({ image, dockerfile: file, signal, ...order })
    if (status !== 0) return { kind: 'failed', tail, seconds }
    const ended = smoke === undefined ? undefined : await engine.run(image, smoke, order.pass.network, signal)
    return { kind: 'built', image, seconds, smoke: ended && smokeOf(ended) }
  }

  return {
    try(text) {
      let trial = tried.get(text)
      if (!trial) tried.set(text, (trial = build(text)))
      return trial
    },
    builds: () => images.length,
    async close() {
      if (images.length > 0) await engine.remove(images)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const lastWordOf = ({ tail }: Smoke): string =>
  tail.findLast((line) => !line.startsWith('WARNING: ')) ?? 'it printed nothing'

const smokeOf = ({ status, stdout, tail }: Ended): Smoke => ({ status, stdout, tail })

/** What is different about an image that took another's place; undefined where nothing that was asked for is. */
export function faultOf(before: Trial, after: Trial): string | undefined {
  if (after.kind === 'failed') return after.tail.at(-1) ?? 'the build failed without a word'
  if (before.kind === 'failed' || !before.smoke || !after.smoke) return undefined
  const [was, is] = [before.smoke, after.smoke]
  if (was.status !== is.status)
    return `the smoke command ended with ${is.status ?? 'a signal'}, where it ended with ${was.status ?? 'a signal'}: ${lastWordOf(is)}`
  return was.stdout === is.stdout ? undefined : 'the smoke command printed something else'
}
