import { isRoot, isWithin, joinPath, type Stage, type Subject } from '../../src/kit.js'
import type { Base } from './base.js'
import { belongsToBuild, type Copied, duesOf, type Planned } from './duties.js'
import { purposeOf, type Purpose } from './files.js'
import type { Language } from './language.js'
import { type Launch, launchOf } from './launch.js'
import { refusalOf } from './obstacles.js'
import { lineOf, ownBinaries } from './place.js'
import { productsOf } from './product.js'
import { type Entry, isMade, readStage, type Step } from './reading.js'
import type { Runtime } from './runtime.js'

/** How a stage is split. */
export interface Plan {
  readonly runtime: Runtime
  /** What the build makes for it. */
  readonly products: readonly string[]
  readonly entries: readonly Planned[]
  /** The last entry that belongs to the builder. */
  readonly split: number
  /** What is copied from the builder, and where it goes. */
  readonly copies: readonly Copied[]
  /** Packages that the image needs besides those that are installed. */
  readonly packages: readonly string[]
  /** Commands that build programs which are not yet told to be static. */
  readonly unset: readonly Step[]
  readonly evidence: readonly string[]
  readonly workdir: string | undefined
  /** Whether libraries may be among what is copied, where the loader looks by its cache alone. */
  readonly hasLibraries: boolean
  /** Instructions that end the build. */
  readonly finish: readonly string[]
}

export function planOf(stage: Stage, subject: Subject, base: Base, language: Language): Plan | string {
  const launched = launchOf(stage, subject)
  if (launched.kind === 'none' && language.own?.launches !== 'anything') return launched.because
  const launch = launched.kind === 'none' ? anything : launched
  if (!isRoot(stage, { ...subject.model.scopeBehind(stage), user: undefined }))
    return `\`${base.name}\` may not run as root`
  const reading = readStage(stage, subject, language)
  if (typeof reading === 'string') return reading
  const { workdir } = subject.model.scopeBehind(stage)
  const products = productsOf(launch, reading, language, stage, subject)
  if (typeof products === 'string') return products
  const named = launch.args.flatMap((arg) => fileNamed(arg, workdir) ?? [])
  const purposes = new Map<Entry, Purpose>()
  for (const entry of reading.entries) {
    if (entry.target === undefined) continue
    const purpose = purposeOf(entry, products, reading, language, stage, subject, named)
    if (typeof purpose === 'string') return purpose
    purposes.set(entry, purpose)
  }
  const kept = [...purposes.values()].flatMap((purpose) => (purpose.kind === 'sources' ? purpose.kept : []))
  const own = [...purposes].flatMap(([entry, { kind }]) => (kind === 'own' ? entry.target! : []))
  const copies = copiesOf(
    products.filter(
      (path) => isMade(reading.made, path) || !own.some((target) => target !== '/' && isWithin(path, target)),
    ),
    kept,
    launch,
    base,
    subject.model.scopeBehind(stage).variables.has('PATH'),
    language.own?.owner(reading, products, { stage, subject }),
  )
  const known = {
    ...{ reading, purposes, copies, workdir },
    sources: language.own
      ? []
      : [...purposes].flatMap(([entry, { kind }]) => (kind === 'sources' ? entry.target! : [])),
    folders: language.own ? [] : reading.folders,
  }
  const asked = { stage, subject, base, language, launch, reading, products, system: undefined }
  let made = duesOf(asked, known)
  if (typeof made === 'string') return made
  const needing = made.recipe.runtime.hasSystem
    ? undefined
    : made.entries.find(({ duties }) => duties.includes('run'))
  if (needing) made = duesOf({ ...asked, system: `${lineOf(needing.instruction)} needs a shell` }, known)
  if (typeof made === 'string') return made
  const { recipe, entries: settled } = made
  const split = settled.findLastIndex(belongsToBuild)
  const refusal = refusalOf(stage, subject, base, settled, split, recipe.runtime, launch, copies)
  if (refusal !== undefined) return refusal
  const installed = settled.flatMap(({ fates }) =>
    [...fates.values()].flat().map((name) => name.replace(/[=/:].*$/, '')),
  )
  return {
    ...{ runtime: recipe.runtime, products, entries: settled, split, unset: recipe.unset },
    copies: [
      ...recipe.files
        .filter((path) => !installed.includes(packageOfFile(path)))
        .map((path) => ({ from: path, to: path })),
      ...copies,
    ],
    packages: recipe.packages.filter((name) => !installed.includes(name)),
    evidence: [
      ...new Set(
        [...purposes.values()].flatMap((purpose) =>
          purpose.kind === 'sources' && purpose.because !== '' ? purpose.because : [],
        ),
      ),
      ...(products.includes('/usr/local') ? ['what it installs is taken to lie below `/usr/local`'] : []),
      ...(recipe.evidence ?? []),
      ...(recipe.runtime.because === '' ? [] : [recipe.runtime.because]),
    ],
    hasLibraries:
      language.name === 'C' &&
      base.family !== 'alpine' &&
      products.some((path) => /^\/usr\/local(\/lib)?$/.test(path)),
    finish: recipe.finish ?? [],
    workdir: initialWorkdir(stage, subject, split),
  }
}

/** The file that a word of the program may name, alone or as the value of an option. */
function fileNamed(arg: string | undefined, workdir: string | undefined): string | undefined {
  const word = arg?.replace(/^-+[\w.-]+[=:]/, '') ?? ''
  return /^[\w./-]+\.[a-z]\w*$/.test(word) && !word.startsWith('-') ? joinPath(workdir, word) : undefined
}

/** For languages that look at what the image runs themselves. */
const anything: Launch = { kind: 'launch', program: 'sh', args: [], inShell: true, line: 'CMD' }

/** The folder of the base, where nothing absolute says otherwise. */
function initialWorkdir(stage: Stage, subject: Subject, split: number): string | undefined {
  const first = stage.instructions.find(({ keyword }) => keyword === 'WORKDIR')
  const at = first ? stage.instructions.indexOf(first) : split + 1
  if (first && (at <= split || /^["']?[/$]/.test(first.args.text))) return undefined
  const { workdir } = subject.model.scopeAt(stage, first ?? stage.instructions[0]!)
  return workdir === '/' ? undefined : workdir
}

const packageOfFile = (path: string): string => (path.endsWith('.crt') ? 'ca-certificates' : 'tzdata')

/** What is copied once, from the outermost folder; a program that lies where only Go's image looks goes where all look. */
function copiesOf(
  products: readonly string[],
  kept: readonly string[],
  { program }: Launch,
  base: Base,
  hasPath: boolean,
  owner: string | undefined,
): readonly Copied[] {
  const all = [...new Set([...kept, ...products])]
  const outer = all.filter((path) => !all.some((other) => other !== path && isWithin(path, other)))
  return outer.map((from) => {
    const isHidden = !program.includes('/') && !hasPath && from === `${ownBinaries(base.name)}/${program}`
    return { from, to: isHidden ? `/usr/local/bin/${program}` : from, owner }
  })
}
