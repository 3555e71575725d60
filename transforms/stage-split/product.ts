import { baseName, joinPath, type Stage, type Subject, isWithin } from '../../src/kit.js'
import { assemblyIn } from './dotnet.js'
import { rebuilds } from './go.js'
import { isJava, loadedBy } from './java.js'
import type { Language, Seen } from './language.js'
import type { Launch } from './launch.js'
import { isSystem } from './files.js'
import { namedByManifests } from './manifest.js'
import { folderOf, lineOf, ownBinaries } from './place.js'
import { isMade, type Reading } from './reading.js'

const standard = /^\/(usr\/)?(local\/)?s?bin$/

/** The files and folders of the build that the image needs, by absolute paths; else why they cannot be told. */
export function productsOf(
  launch: Launch,
  reading: Reading,
  language: Language,
  stage: Stage,
  subject: Subject,
): readonly string[] | string {
  const { workdir } = subject.model.scopeBehind(stage)
  if (language.own) return language.own.products(launch, reading, { stage, subject })
  const rebuilt = rebuilds(launch)
  if (language.name === 'Go' && rebuilt !== undefined) return rebuilt
  const launched =
    language.name === '.NET'
      ? assemblyIn(launch, reading, workdir)
      : language.name === 'Java'
        ? loadedIn(launch, reading, { stage, subject })
        : programIn(launch, reading, language, stage, subject)
  if (typeof launched === 'string') return launched
  const moved = movedIn(reading)
  if (typeof moved === 'string') return moved
  const named = launch.args.flatMap((arg) => namedBy(arg, reading, workdir))
  const sent = reading.entries.flatMap(({ steps }) =>
    steps.flatMap(({ effect }) => (effect.kind === 'moves' ? effect.from : [])),
  )
  const others = /^(Java|\.NET)$/.test(language.name)
    ? []
    : reading.made.flatMap(({ path, shape }) =>
        shape === 'file' && !sent.includes(path) && !isBrought(reading, path) ? path : [],
      )
  const all = [...new Set([...launched, ...moved, ...named, ...others])]
  const gone = launched.find((path) => isRemoved(reading, path))
  return gone === undefined
    ? all.filter((path) => !isRemoved(reading, path) && !isWithin(path, '/tmp'))
    : `\`${gone}\` is removed again, or an earlier one is`
}

const isRemoved = ({ removed }: Reading, path: string): boolean =>
  removed.some((gone) => isWithin(path, gone))

function loadedIn(launch: Launch, reading: Reading, at: Seen): readonly string[] | string {
  if (!isJava(launch)) return `${launch.line} runs \`${launch.program}\`, not \`java\``
  const loaded = loadedBy(launch, at.subject.model.scopeBehind(at.stage))
  if (typeof loaded === 'string') return loaded
  const isStrange = (path: string): boolean => !isMade(reading.made, path) && !isBrought(reading, path)
  const strange = loaded.find(isStrange)
  if (strange !== undefined) return unmade(strange, launch)
  const found: string[] = []
  for (const path of loaded) {
    const company = companyOf(path, reading, at)
    const unknown = company.includes(path) ? company.find(isStrange) : undefined
    if (unknown !== undefined) return `nothing shows where \`${unknown}\` comes from, which a manifest names`
    if (company.some(isSystem)) return `what the manifest of \`${path}\` names cannot be seen`
    found.push(...company)
  }
  return found
}

const unmade = (path: string, { line }: Launch): string =>
  `nothing shows that the build makes \`${path}\`, which ${line} runs`

const isBrought = ({ entries }: Reading, path: string): boolean =>
  entries.some(({ target }) => target !== undefined && target !== '/' && isWithin(path, target))

/** An archive goes with those that it names; where that is not seen, with its folder. */
function companyOf(path: string, reading: Reading, at: Seen): readonly string[] {
  if (!path.endsWith('.jar')) return [path]
  if (reading.made.some((one) => one.shape === 'file' && one.path === path)) {
    const named = namedByManifests(path, reading, at)
    return named ? [path, ...named] : [folderOf(path)]
  }
  const { context } = at.subject
  const isWhole = ['pom.xml', 'build.gradle', 'build.gradle.kts'].some((file) =>
    /spring-boot|shade|shadow|jar-with-dependencies/.test(context?.read(file) ?? ''),
  )
  return [isWhole ? path : folderOf(path)]
}

function programIn(
  launch: Launch,
  reading: Reading,
  language: Language,
  stage: Stage,
  subject: Subject,
): readonly string[] | string {
  const { workdir } = subject.model.scopeBehind(stage)
  const path = programPath(launch, reading, workdir, stage)
  const makers = reading.made.filter((one) => path !== undefined && isMade([one], path))
  if (path === undefined || makers.length === 0) return unmade(path ?? launch.program, launch)
  if (makers.some(({ shape }) => shape !== 'below')) return [path]
  // A prefix is installed whole: what the program loads lies below it.
  const prefix = makers.find(({ path: root }) => !reading.folders.includes(root))
  if (prefix) return [prefix.path]
  const isWhole = isBrought(reading, path) && subject.context?.list('.') === undefined
  return isWhole || (language.name === 'C' && isRule(path, subject))
    ? [path]
    : `what \`make\` puts beside \`${path}\` cannot be told`
}

/** Whether the Makefile that was seen makes that program, and no library. */
function isRule(path: string, { context }: Subject): boolean {
  const text = context?.read('Makefile') ?? ''
  return (
    new RegExp(`^${baseName(path).replace(/\W/g, '\\$&')}\\s*:`, 'm').test(text) &&
    !/\.so\b|-shared/.test(text)
  )
}

/** What is moved or copied to where no source lies. */
function movedIn({ entries, made, folders }: Reading): readonly string[] | string {
  const found: string[] = []
  for (const { steps, instruction } of entries)
    for (const { effect } of steps) {
      if (effect.kind !== 'moves') continue
      const { from, to } = effect
      const isInside = [...folders, ...entries.flatMap(({ target }) => target ?? [])].some(
        (root) => root !== '/' && isWithin(to, root),
      )
      if (isInside && !from.every((path) => isMade(made, path))) continue
      if (isSystem(to)) return `${lineOf(instruction)} copies to \`${to}\``
      if (!isInside || made.some(({ path, shape }) => shape === 'file' && path === to)) found.push(to)
    }
  return found
}

/** A file among the words of the program that the build is sure to make. */
function namedBy(arg: string | undefined, reading: Reading, workdir: string | undefined): readonly string[] {
  const word = arg?.replace(/^-[\w.-]*=/, '') ?? ''
  if (!/^[\w./-]+\.(war|jar|ear|ya?ml|properties|xml|json|conf|cfg|toml|ini)$/.test(word)) return []
  const path = joinPath(workdir, word)
  if (reading.written.some((file) => file.path === path)) return [path!]
  return path !== undefined &&
    /\/(target|build)\//.test(path) &&
    reading.made.some((one) => one.shape === 'below' && one.path !== path && isMade([one], path))
    ? [path]
    : []
}

/** The path of a program that is called by a name alone or by a path. */
function programPath(
  { program }: Launch,
  { made }: Reading,
  workdir: string | undefined,
  { instructions, image }: Stage,
): string | undefined {
  if (program.includes('/')) return joinPath(workdir, program)
  const paths = instructions
    .filter(({ keyword, args }) => keyword === 'ENV' && /\bPATH\b/.test(args.text))
    .map(({ args }) => args.text)
  const isSearched = (folder: string): boolean =>
    standard.test(folder) ||
    folder === ownBinaries(image?.name) ||
    paths.some((text) =>
      text
        .replace(/\$\{?GOPATH\}?/g, '/go')
        .split(/[:="'\s]/)
        .includes(folder),
    )
  for (const { path, shape } of made) {
    if (shape === 'file' && baseName(path) === program && isSearched(folderOf(path))) return path
    if (shape === 'inside' && isSearched(path)) return `${path}/${program}`
    if (shape === 'below' && isSearched(`${path}/bin`)) return `${path}/bin/${program}`
  }
  return undefined
}
