import type { Hint } from '../engine/hint.js'
import { namesOf } from '../engine/parts.js'
import type { Changeset, RewriteOptions, Transform } from '../engine/transform.js'
import type { Example } from '../report/page.js'
import { closest, Misuse } from './misuse.js'
import type { Terminal } from './terminal.js'

/** What the commands work with. */
export interface Core {
  readonly rewrite: (before: string, options?: RewriteOptions) => Changeset
  readonly transforms: readonly Transform[]
  readonly hints: readonly Hint[]
  readonly examples: Readonly<Record<string, Example>>
  /** Names what runs: another code has another name. */
  readonly build: string
  /** What `--plugin` brought; undefined without it. */
  readonly plugins?: Plugins
}

/** The plugins of a run: names as they were given, the folder that they are seen from, and the ids of their transforms. */
export interface Plugins {
  readonly names: readonly string[]
  readonly cwd: string
  readonly ids: readonly string[]
}

/** A command line, what is around it, and the version that runs it. */
export interface Call {
  readonly argv: readonly string[]
  readonly terminal: Terminal
  readonly version: string
  /** What a thread runs; without it there are none. */
  readonly script?: URL
}

/** The core is loaded when a command needs it. */
export interface Parts {
  readonly version: string
  readonly script?: URL
  readonly loadCore: () => Promise<Core>
}

/** @throws Misuse where neither a transform nor a hint is called so. */
export function checkName(id: string, { transforms, hints }: Pick<Core, 'transforms' | 'hints'>): void {
  if (!hints.some((hint) => hint.id === id)) transformNamed(id, transforms)
}

/** The transform of that id, or with that part. @throws Misuse with a suggestion when there is none. */
export function transformNamed(id: string, transforms: readonly Transform[]): Transform {
  const transform = transforms.find((candidate) => namesOf(candidate).includes(id))
  if (transform) return transform
  const ids = transforms.flatMap(namesOf)
  const meant = closest(id, ids)
  const advice = id.includes('/') ? '--plugin loads those that are not ours' : 'dfslim list names them all'
  throw new Misuse(`no transform is called ${id}: ${meant ? `did you mean ${meant}?` : advice}`)
}
