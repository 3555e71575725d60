import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { readSettings, SettingsProblem, type Settings } from './config-text.js'
import { reasonOf } from './failure.js'
import type { Found } from './find.js'
import { isInside, pathFrom, repositoryAt } from './tree.js'

/** How far a transform may go. */
export type Level = 'off' | 'safe' | 'unsafe'

/** What is in force for one Dockerfile. */
export interface Config {
  /** Per transform; one that is not named does what the command line says. */
  readonly transforms: Readonly<Record<string, Level>>
  readonly stages?: 'shipped' | 'all'
  /** Stages that count as shipped beside the last one. */
  readonly targets: readonly string[]
  /** A shell command that must do the same in the image before and after. */
  readonly smoke?: string
  /** Whether the file is to be left alone as a whole. */
  readonly isIgnored: boolean
}

/** A mistake in a configuration file: one line, with its place. */
export class ConfigProblem extends Error {}

/** The name of the configuration file. Beside it the key `dfslim` of a package.json counts. */
export const configName = 'dfslim.config.json'

/** Where configurations come from. */
export interface ConfigChoice {
  readonly cwd: string
  /** This file for all Dockerfiles; false: none. Undefined: the nearest of each. */
  readonly file?: string | false
  /** Which transforms there are. */
  readonly ids: readonly string[]
}

/** A file that holds settings, and what it inherits from above. */
interface Layer {
  readonly file: string
  readonly folder: string
  readonly settings: Settings
}

const nothing: Config = { transforms: {}, targets: [], isIgnored: false }
const maxExtends = 20

/** The configurations of Dockerfiles; each file is read once. */
export class Configs {
  private readonly layers = new Map<string, readonly Layer[]>()
  private readonly nearest = new Map<string, string | undefined>()
  private readonly repositories = new Map<string, string | undefined>()

  constructor(private readonly choice: ConfigChoice) {}

  /**
   * The configuration of a Dockerfile: that of the nearest folder that has one, up to the root of the repository, and
   * what it extends. @throws ConfigProblem
   */
  async of({ absolute, tree }: Found): Promise<Config> {
    const { file, cwd } = this.choice
    if (file === false) return nothing
    const found = file === undefined ? this.findAbove(dirname(absolute), tree) : resolve(cwd, file)
    if (found === undefined) return nothing
    if (file !== undefined && !existsSync(found)) throw new ConfigProblem(`${file}: no such file`)
    const layers = await this.layersOf(found, [])
    return combined(layers, absolute, await matcherFor(layers))
  }

  private findAbove(folder: string, tree: string): string | undefined {
    const known = this.nearest.get(folder)
    if (known !== undefined || this.nearest.has(folder)) return known
    const here = configIn(folder)
    const top = this.repositoryOf(folder) ?? tree
    const above = dirname(folder)
    const found =
      here ??
      (folder !== top && folder !== above && isInside(top, above) ? this.findAbove(above, tree) : undefined)
    this.nearest.set(folder, found)
    return found
  }

  private repositoryOf(folder: string): string | undefined {
    if (this.repositories.has(folder)) return this.repositories.get(folder)
    const above = dirname(folder)
    const found = existsSync(join(folder, '.git'))
      ? folder
      : above === folder
        ? undefined
        : this.repositoryOf(above)
    this.repositories.set(folder, found)
    return found
  }

  /** The file and all that it extends, the farthest first. */
  private async layersOf(file: string, below: readonly string[]): Promise<readonly Layer[]> {
    const known = this.layers.get(file)
    if (known !== undefined) return known
    const { cwd, ids } = this.choice
    const path = pathFrom(cwd, file)
    if (below.includes(file) || below.length > maxExtends)
      throw new ConfigProblem(
        `${path}: extends itself: ${[...below, file].map((one) => pathFrom(cwd, one)).join(' -> ')}`,
      )
    let settings: Settings | undefined
    try {
      settings = await readSettings(
        readFileSync(file, 'utf8'),
        file.endsWith('package.json') ? 'key' : 'file',
        ids,
      )
    } catch (error) {
      throw new ConfigProblem(
        error instanceof SettingsProblem ? `${path}:${error.message}` : `${path}: ${reasonOf(error)}`,
      )
    }
    const parents: Layer[] = []
    for (const name of settings.extends)
      parents.push(...(await this.layersOf(this.extended(name, file, path), [...below, file])))
    const layers = [...parents, { file, folder: dirname(file), settings }]
    this.layers.set(file, layers)
    return layers
  }

  /** A relative file, the parent (`//`), or a file of a package. */
  private extended(name: string, file: string, path: string): string {
    const fail = (why: string): never => {
      throw new ConfigProblem(`${path}: extends ${JSON.stringify(name)}, ${why}`)
    }
    const folder = dirname(file)
    if (name === '//') {
      const above = dirname(folder)
      const top = repositoryAt(folder) ?? above
      const parent = isInside(top, above) ? this.findAbove(above, top) : undefined
      return parent ?? fail('and no folder above has a configuration')
    }
    if (name.startsWith('.')) {
      const target = resolve(folder, name)
      return existsSync(target) ? target : fail('which does not exist')
    }
    try {
      return createRequire(file).resolve(name.endsWith('.json') ? name : `${name}/${configName}`)
    } catch {
      return fail(
        `and no package brings that: it takes "./file.json", "//" or a package with a ${configName}`,
      )
    }
  }
}

/** The configuration file of a folder. A package.json that cannot be read is somebody else's. */
function configIn(folder: string): string | undefined {
  const own = join(folder, configName)
  if (existsSync(own)) return own
  const manifest = join(folder, 'package.json')
  // An error for each of 20,000 folders takes longer than asking.
  if (!existsSync(manifest)) return undefined
  try {
    const text = readFileSync(manifest, 'utf8')
    return /"dfslim"\s*:/.test(text) && hasKey(text) ? manifest : undefined
  } catch {
    return undefined
  }
}

function hasKey(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return (
      typeof value === 'object' &&
      value !== null &&
      typeof (value as { dfslim?: unknown }).dfslim === 'object'
    )
  } catch {
    return false
  }
}

type Matcher = (globs: readonly string[], path: string) => boolean

/** Globs of a layer are those of its folder. */
async function matcherFor(layers: readonly Layer[]): Promise<Matcher> {
  if (layers.every(({ settings }) => settings.ignore.length + settings.overrides.length === 0))
    return () => false
  const { default: picomatch } = await import('picomatch')
  const tests = new Map<string, (path: string) => boolean>()
  return (globs, path) =>
    globs.some((glob) => {
      // What has no slash is meant at any depth, as in .gitignore; a folder stands for what is in it.
      const spread = glob.includes('/') ? glob.replace(/^\.?\//, '') : `**/${glob}`
      const test = tests.get(spread) ?? picomatch([spread, `${spread.replace(/\/$/, '')}/**`], { dot: true })
      tests.set(spread, test)
      return test(path)
    })
}

function combined(layers: readonly Layer[], absolute: string, matches: Matcher): Config {
  let config = nothing
  for (const { folder, settings } of layers) {
    const path = relative(folder, absolute).replaceAll('\\', '/')
    const fits = settings.overrides.filter(({ files }) => matches(files, path))
    for (const { transforms = {}, stages, targets, smoke } of [settings, ...fits])
      config = {
        ...config,
        transforms: { ...config.transforms, ...transforms },
        ...(stages === undefined ? {} : { stages }),
        ...(targets === undefined ? {} : { targets }),
        ...(smoke === undefined ? {} : { smoke }),
      }
    if (matches(settings.ignore, path)) config = { ...config, isIgnored: true }
  }
  return config
}
