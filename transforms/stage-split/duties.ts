import { isWithin, type Word } from '../../src/kit.js'
import type { Purpose } from './files.js'
import { fatesOf } from './packages.js'
import { lineOf } from './place.js'
import type { Entry, Reading, Step } from './reading.js'
import { type Asked, type Recipe, runtimeOf } from './recipe.js'

/** An instruction, and what becomes of it. */
export interface Planned extends Entry {
  readonly purpose: Purpose | undefined
  readonly duties: readonly Duty[]
  /** Packages of its installs that go, and what takes their place. */
  readonly fates: ReadonlyMap<Word, readonly string[]>
}

/** `lists` goes with installs, `any` with whatever is left. */
export type Duty = 'build' | 'run' | 'lists' | 'any'

/** What is copied from the builder, and where it goes. */
export interface Copied {
  readonly from: string
  readonly to: string
  /** As `--chown` takes it. */
  readonly owner?: string | undefined
}

export interface Known {
  readonly reading: Reading
  readonly purposes: ReadonlyMap<Entry, Purpose>
  readonly copies: readonly Copied[]
  readonly workdir: string | undefined
  /** Where sources lie and where is built; none where the language tells itself what goes along. */
  readonly sources: readonly string[]
  readonly folders: readonly string[]
}

/** What each instruction is for, on the image that the stage then stands on. */
export function duesOf(
  asked: Asked,
  known: Known,
): { readonly recipe: Recipe; readonly entries: readonly Planned[] } | string {
  const recipe = runtimeOf(asked)
  if (typeof recipe === 'string') return recipe
  const entries: Planned[] = []
  const seen = new Set<string>()
  const named = new Set(
    asked.reading.entries.flatMap(({ steps }) =>
      steps.flatMap(({ effect }) =>
        effect.kind === 'installs' ? effect.packages.flatMap(({ value }) => value ?? []) : [],
      ),
    ),
  )
  for (const entry of asked.reading.entries) {
    const fates = new Map<Word, readonly string[]>()
    for (const step of entry.steps) {
      const own = fatesOf(step, recipe.needs)
      if (typeof own === 'string') return `${lineOf(entry.instruction)} ${own}`
      for (const [word, names] of own) {
        const wanted = names.filter((name) => name === word.value || !named.has(name))
        const fate = wanted.filter(
          (name) => !seen.has(name) && (recipe.runtime.hasSystem || !isBuiltIn.test(name)),
        )
        for (const name of fate) if (name !== word.value) seen.add(name)
        fates.set(word, fate)
      }
    }
    const duties = entry.steps.map((step) => dutyOf(step, fates, known))
    entries.push({ ...entry, fates, duties, purpose: known.purposes.get(entry) })
  }
  return { recipe, entries: withLists(entries) }
}

/** Packages whose files distroless images have. */
const isBuiltIn = /^(ca-certificates|tzdata|netbase)(=|$)/

function dutyOf(
  { effect }: Step,
  fates: ReadonlyMap<Word, readonly string[]>,
  { reading, sources, folders, copies, workdir }: Known,
): Duty {
  switch (effect.kind) {
    case 'nothing':
      return 'any'
    case 'lists':
    case 'cleans':
      return 'lists'
    case 'keeps':
      return 'run'
    case 'installs':
      return effect.packages.some((word) => (fates.get(word) ?? []).length > 0) ? 'run' : 'build'
    case 'folders':
    case 'owns': {
      const isCopied = (path: string): boolean =>
        copies.some(({ from }) => isWithin(path, from) || isWithin(from, path))
      const isSource = (path: string): boolean =>
        isCopied(path) ||
        path === workdir ||
        reading.made.some((made) => made.shape !== 'file' && made.path === path) ||
        [...sources, ...folders].some((root) => isWithin(root, path)) ||
        sources.some((root) => (root !== workdir || effect.kind === 'owns') && isWithin(path, root)) ||
        isWithin(path, '/tmp')
      if (effect.kind === 'folders') return effect.paths.every(isSource) ? 'build' : 'run'
      const isOwned =
        effect.program !== 'chmod' && effect.paths.some((path) => isCopied(path) || path === workdir)
      return !isOwned && effect.paths.every(isSource) ? 'build' : 'run'
    }
    default:
      return 'build'
  }
}

/** An install that is kept needs the lists, which an earlier RUN may have fetched. */
function withLists(entries: readonly Planned[]): readonly Planned[] {
  const needed = new Set<Planned>()
  for (const [i, { steps, duties }] of entries.entries()) {
    const install = steps.findIndex(({ effect }, at) => effect.kind === 'installs' && duties[at] === 'run')
    const update = steps.findIndex(({ effect }) => effect.kind === 'lists')
    const upgrade = steps.findIndex(({ effect }, at) => effect.kind === 'keeps' && duties[at] === 'run')
    if (install < 0 || (update >= 0 && update < install) || (upgrade >= 0 && update < 0)) continue
    const maker = entries
      .slice(0, i)
      .findLast((entry) => entry.steps.some(({ effect }) => effect.kind === 'lists'))
    if (maker) needed.add(maker)
  }
  return entries.map((entry) => {
    const hasRun = entry.duties.includes('run')
    const isNeeded = needed.has(entry)
    const duties = entry.duties.map((duty, at): Duty => {
      if (duty !== 'lists') return duty
      const makes = entry.steps[at]!.effect.kind === 'lists'
      return (isNeeded && makes) ||
        (hasRun && entry.steps.some((step, i) => isPackages(step) && entry.duties[i] === 'run'))
        ? 'run'
        : 'build'
    })
    return { ...entry, duties }
  })
}

const isPackages = ({ effect, command }: Step): boolean =>
  effect.kind === 'installs' ||
  (effect.kind === 'keeps' && /^(apt|apt-get|aptitude|apk)$/.test(command.words[0]?.value ?? ''))

/** Whether the image does not need all of it. */
export const belongsToBuild = ({ instruction, duties, fates, purpose }: Planned): boolean =>
  purpose !== undefined
    ? purpose.kind === 'sources'
    : instruction.keyword === 'RUN' &&
      (!duties.includes('run') ||
        duties.includes('build') ||
        [...fates].some(([{ value }, names]) => names.join() !== value))
