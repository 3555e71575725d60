import { type Dialect, dialects } from './dialects.js'
import { type IgnoreFile, type IgnoreReader, readerAmong, withIgnoreFile } from './ignoring.js'
import { type Ended, runProgram } from './process.js'
import { newScraps } from './scraps.js'

/** A program that builds images. */
export interface ContainerEngine {
  readonly name: string
  /** As it calls itself. */
  readonly version: string
  /** Engines that are installed, go before it and do not answer; each with what it says. */
  readonly silent: readonly string[]
  build(order: BuildOrder): Promise<Ended>
  /** Runs a shell command in a container that is removed with its end. */
  run(order: RunOrder): Promise<Ended>
  /** Writes an image as a tar. */
  save(image: string, file: string, signal?: AbortSignal): Promise<Ended>
  /** Takes images away, and what builds left that ended early; what does not exist is no error. */
  remove(images: readonly string[]): Promise<Ended>
  /** Whether it still answers. */
  answers(): Promise<boolean>
}

/** What is to be built. */
export interface BuildOrder {
  /** The name that the image gets. */
  readonly image: string
  /** Absolute paths. */
  readonly dockerfile: string
  readonly context: string
  readonly pass: PassedFlags
  /** What goes before the ignore file of the context. */
  readonly ignoreFile?: IgnoreFile | undefined
  readonly signal?: AbortSignal | undefined
  readonly onLine?: (line: string) => void
}

/** What is to be run. */
export interface RunOrder {
  /** The name that the container gets. */
  readonly container: string
  readonly image: string
  readonly command: string
  readonly network?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** What a build needs and only its user knows; handed to the engine as it is. */
export interface PassedFlags {
  readonly target?: string | undefined
  readonly buildArg?: readonly string[] | undefined
  readonly secret?: readonly string[] | undefined
  readonly network?: string | undefined
  readonly platform?: string | undefined
  readonly noCache?: boolean | undefined
}

/** On every image and container that is ours. */
export const label = 'dfslim.verify=1'

export const engineNames = Object.keys(dialects)

/**
 * The engine of that name, else the first that answers. The answer of those that do not is told, so that a daemon
 * that is not running can be told from an engine that is not there.
 */
export async function findEngine(
  name?: string,
): Promise<ContainerEngine | { readonly lacks: readonly string[] }> {
  const lacks: string[] = []
  const silent: string[] = []
  for (const candidate of name === undefined ? engineNames : [name]) {
    const dialect = dialects[candidate]!
    const { status, stdout, tail } = await runProgram(dialect.version)
    if (status === 0) return { ...engineOf(candidate, versionIn(stdout), dialect), silent }
    const answer = status === undefined ? 'not installed' : (tail.at(-1) ?? `status ${status}`)
    if (status !== undefined) silent.push(`${candidate}: ${answer}`)
    lacks.push(`${candidate}: ${answer}`)
  }
  return { lacks }
}

/** `1.28.2` of `buildah version 1.28.2 (image-spec 1.1.0)`. */
const versionIn = (answer: string): string => /\d+(?:\.\d\S*)?/.exec(answer)?.[0] ?? 'of an unknown version'

function engineOf(name: string, version: string, dialect: Dialect): Omit<ContainerEngine, 'silent'> {
  const env = dialect.env ?? {}
  const scraps =
    dialect.scraps && newScraps(dialect.scraps, async (words) => (await runProgram(words)).stdout)
  let reader = dialect.ignoring
  return {
    name,
    version,
    async build({ signal, onLine, ...order }) {
      const words = withIgnoreFile(dialect.build(order), order, reader)
      if (typeof words === 'string')
        return { status: undefined, stdout: '', tail: [`${name} ${words}`], seconds: 0 }
      await scraps?.start()
      let told: IgnoreReader | undefined
      const watch = (line: string): void => {
        // What comes later may be the words of a RUN.
        if ((told ??= readerAmong(line)) !== undefined) reader = told
        scraps?.watch(line)
        onLine?.(line)
      }
      const ended = await runProgram(words, { env, signal, onLine: watch })
      if (ended.status !== 0) await scraps?.cut()
      return ended
    },
    async run({ signal, ...order }) {
      const { before, run, after } = dialect.run(order)
      const ready = before && (await runProgram(before, { signal }))
      const ended = ready === undefined || ready.status === 0 ? await runProgram(run, { signal }) : ready
      await runProgram(after)
      return ended
    },
    save: (image, file, signal) => runProgram(dialect.save(image, file), { signal }),
    async remove(images) {
      const ended = await runProgram(dialect.remove(images))
      await scraps?.clear()
      return ended
    },
    answers: async () => (await runProgram(dialect.version)).status === 0,
  }
}
