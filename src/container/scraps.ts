import { readdirSync, readFileSync } from 'node:fs'

/** What an engine is told to find and take away what builds leave that ended early. */
export interface ScrapWords {
  /** Prints a line for each container that builds: its id, and that of its image. */
  readonly containers: readonly string[]
  removeContainers(ids: readonly string[]): readonly string[]
  removeLayer(id: string): readonly string[]
}

/** The layers and containers that some builds made. */
export interface Scraps {
  /** Before a build. */
  start(): Promise<void>
  /** Told what the build prints. */
  watch(line: string): void
  /** After a build that ended early. */
  cut(): Promise<void>
  /** Takes away what is left: containers that stand on these layers, and layers that no image needs. */
  clear(): Promise<void>
}

/** For engines whose builds, when they end early, leave containers and layers without a name. */
export function newScraps(
  words: ScrapWords,
  run: (words: readonly string[]) => Promise<string>,
  isBusy: () => boolean = isBusyOf(words.containers[0]!),
): Scraps {
  const layers: string[] = []
  const containers = new Set<string>()
  let there: ReadonlySet<string> = new Set()
  let cached = ''
  const list = async () => {
    const lines = (await run(words.containers)).split('\n').map((line) => line.trim().split(/\s+/))
    return lines.map(([id = '', image = '']) => ({ id, image })).filter(({ id }) => id !== '')
  }
  return {
    async start() {
      there = new Set((await list()).map(({ id }) => id))
    },
    watch(line) {
      const [, cache, id] = /^--> (?:Using cache ([0-9a-f]{12,})|([0-9a-f]{10,}))$/.exec(line.trim()) ?? []
      cached = cache ?? cached
      if (id !== undefined && !cached.startsWith(id)) layers.push(id)
    },
    async cut() {
      const isAlone = !isBusy()
      for (const { id, image } of await list())
        if (!there.has(id) && (isAlone || layers.some((layer) => isSame(layer, image)))) containers.add(id)
    },
    async clear() {
      if (containers.size > 0) await run(words.removeContainers([...containers]))
      for (const id of layers.reverse()) await run(words.removeLayer(id))
    },
  }
}

/** Engines cut ids short, here and there to another length. */
const isSame = (a: string, b: string): boolean => b.length >= 10 && (a.startsWith(b) || b.startsWith(a))

/** Whether some process of that name runs: what is new may be its own then. */
const isBusyOf = (program: string) => (): boolean => {
  try {
    return readdirSync('/proc').some((name) => /^\d+$/.test(name) && commandOf(name) === program)
  } catch {
    return true
  }
}

function commandOf(id: string): string | undefined {
  try {
    return readFileSync(`/proc/${id}/comm`, 'utf8').trim()
  } catch {
    return undefined
  }
}
