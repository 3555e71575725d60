import { baseName, type Command, copyOf, isWithin, programOf, readNpmCall, type Word } from '../../src/kit.js'
import { isBuildTool, servesFolder } from '../../src/knowledge/node-tools.js'
import { builds, type Effect, unknown } from './effects.js'
import type { Purpose } from './files.js'
import type { Language, Seen } from './language.js'
import type { Launch } from './launch.js'
import { nodeFate, nodeRecipe } from './node-recipe.js'
import { lineOf, pathOf, type Place, valueOf } from './place.js'
import { globalNames, projectOf, rootFolder } from './project.js'
import type { Entry, Reading } from './reading.js'
import { lackOf, startedBy } from './started.js'

/** Services in JavaScript that a script of package.json builds. */
export const node: Language = {
  name: 'Node',
  compiles: buildsScripts,
  effect: nodeEffect,
  isSource: () => false,
  isSourceName: () => false,
  own: {
    launches: 'program',
    isFor: ({ image }) => image?.name === 'node',
    products: projectFolder,
    purpose: (entry, [root], at) => purposeIn(entry, root!, at),
    recipe: nodeRecipe,
    fate: nodeFate,
    owner: ownerOf,
  },
}

/** Scripts that make what the image runs or serves. */
const buildScripts =
  /^(build|compile|bundle|transpile|dist|generate|export|webpack|tsc|prod|production)([:_.-].*)?$/

/** Whether a command builds a project by a script of package.json, or by a program that does it. */
export function buildsScripts(command: Command): boolean {
  const { base, args } = programOf(command)
  const values = args.map(({ value }) => value)
  if (!/^(npm|npx|yarn|pnpm)$/.test(base))
    return builders.test(base) && isBuildTool(base) && makes(base, values)
  const call = readNpmCall(base, values)
  if (call.kind === 'tool') return builders.test(call.words[0]!) && makes(call.words[0]!, call.words.slice(1))
  return (
    call.kind === 'script' &&
    (buildScripts.test(call.name) || (builders.test(call.name) && makes(call.name, call.words)))
  )
}

const builders =
  /^(astro|browserify|esbuild|gatsby|gulp|grunt|ncc|nest|next|ng|nuxt|parcel|react-scripts|rollup|swc|tsc|tsup|vite|vue-cli-service|vue-tsc|webpack)$/

/** Those with verbs build where the first says so. */
const makes = (program: string, words: readonly (string | undefined)[]): boolean =>
  !/^(astro|gatsby|nest|next|ng|nuxt|react-scripts|vite|vue-cli-service)$/.test(program) ||
  /^(build|generate|export)$/.test(words[0] ?? '')

/** What a command leaves that works on a project of npm. */
export function nodeEffect(command: Command, place: Place): Effect | undefined {
  const { name, base, args } = programOf(command)
  const values = args.map((word) => valueOf(word, place))
  const said = [base, ...args.map(({ text }) => text)].join(' ').slice(0, 40)
  if (/^(npm|npx|yarn|pnpm)$/.test(base)) {
    const global = globalNames({ command, place, effect: builds() })
    if (global.length > 0) return isToolAlone(global, place) ? builds() : { kind: 'keeps' }
    if (base === 'npm' && values[0] === 'prune') return builds()
    const call = readNpmCall(base, values)
    if (call.kind === 'nothing' || call.kind === 'script') return builds()
    if (call.kind === 'install')
      return call.isGlobal ? unknown(`runs \`${said}\`, which cannot be seen through`) : builds()
    if (call.kind === 'tool' && isBuildTool(call.words[0]!)) return builds()
    return unknown(`runs \`${said}\`, which cannot be seen through`)
  }
  if (base === 'corepack') return builds()
  if (isBuildTool(base) && (name === base || /(^|\/)node_modules\/\.bin\//.test(name ?? ''))) return builds()
  const root = rootFolder(place)
  const isInside = (word: Word | undefined): boolean => {
    const path = pathOf(word, place)
    return root !== undefined && path !== undefined && path !== root && isWithin(path, root)
  }
  const written = command.redirects.filter(({ operator }) => operator.includes('>'))
  if (/^(echo|printf|cat|envsubst)$/.test(base) && written.length > 0)
    return written.every(({ target }) => isInside(target)) ? builds() : undefined
  const operands = args.filter((word) => valueOf(word, place)?.startsWith('-') !== true)
  if (/^(cp|mv)$/.test(base) && operands.length > 1 && operands.every(isInside)) return builds()
  return undefined
}

/** Whether packages that are installed for the whole image are for the build alone. */
function isToolAlone(names: readonly string[], { stage }: Place): boolean {
  const shown = stage.instructions.filter(({ keyword }) => /^(CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword))
  const texts = shown.map(({ args }) => args.text).join('\n')
  return names.every(
    (name) =>
      (isBuildTool(baseName(name)) ||
        /^(npm|yarn|pnpm|corepack|typescript|node-gyp|@(angular|nestjs|vue)\/cli|@vue\/cli-service|webpack-cli|gulp-cli|grunt-cli|parcel-bundler)$/.test(
          name,
        )) &&
      !servesFolder(name) &&
      !texts.includes(baseName(name)),
  )
}

/** The folder of the project, whole: what a program reads when it runs cannot be listed. */
function projectFolder(launch: Launch, reading: Reading, at: Seen): readonly string[] | string {
  const project = projectOf(reading, at)
  if (typeof project === 'string') return project
  const { stage, subject } = at
  const { workdir } = subject.model.scopeBehind(stage)
  if (workdir === undefined) return 'the folder in which the program runs cannot be told'
  const elsewhere = reading.folders.find((folder) => !isWithin(folder, project.root))
  if (elsewhere !== undefined) return `it builds in \`${elsewhere}\`, outside of \`${project.root}\``
  const outside = reading.entries.find(({ steps }) =>
    steps.some(({ effect }) => effect.kind === 'moves' && !isWithin(effect.to, project.root)),
  )
  if (outside) return `${lineOf(outside.instruction)} copies what it builds out of \`${project.root}\``
  const isGiven = copyOwners(reading.entries, project.root).length > 0
  if (isGiven && ownerOf(reading, [project.root], at) === undefined)
    return `what is copied to \`${project.root}\` belongs to several users, or to one that is not known`
  const started = startedBy(launch, project, subject)
  if (typeof started === 'string') return started
  for (const one of started) {
    const lack = lackOf(one, launch, project, workdir)
    if (lack !== undefined) return lack
  }
  return [project.root]
}

/** What is copied below the project goes along with it. */
export function purposeIn({ instruction, target }: Entry, root: string, { stage }: Seen): Purpose | string {
  const line = lineOf(instruction)
  const isForeign = stage.sources.some((source) => source.instruction === instruction)
  const isInside = isWithin(target!, root)
  if (isForeign && !isInside) return `${line} takes files from another image`
  if (isInside) return { kind: 'sources', kept: [], because: '' }
  const { sources } = copyOf(instruction)
  const isTemporary =
    isWithin(target!, '/tmp') || sources.every((name) => /^package(-lock)?\*?\.json$/.test(baseName(name)))
  return isTemporary && target !== '/' ? { kind: 'sources', kept: [], because: '' } : { kind: 'own' }
}

/** The one user to whom the file gives the project, by COPY or by a `chown` of the whole folder. */
export function ownerOf(
  { entries }: Reading,
  [root]: readonly string[],
  { stage, subject }: Seen,
): string | undefined {
  const { user } = subject.model.scopeBehind(stage)
  const copied = copyOwners(entries, root!)
  const changed = entries.flatMap(({ steps }) =>
    steps.flatMap(({ effect, command, place }) => {
      if (effect.kind !== 'owns' || effect.program !== 'chown' || effect.paths.join() !== root) return []
      const words = command.words.slice(1).map((word) => valueOf(word, place) ?? '')
      const isWhole = words.some((word) => /^(-R|--recursive)$/.test(word))
      return isWhole ? (words.find((word) => !word.startsWith('-')) ?? '') : []
    }),
  )
  const [owner = '', ...others] = new Set([...copied, ...changed])
  // A user that the file makes is there before the first COPY that names it.
  const isMade = copied.includes(owner) && user !== undefined && owner.split(':')[0] === user.split(':')[0]
  return others.length === 0 && (isMade || /^(\d+|node)(:(\d+|node))?$/.test(owner)) ? owner : undefined
}

/** What `--chown` says of files below a folder. */
const copyOwners = (entries: readonly Entry[], root: string): readonly string[] =>
  entries.flatMap(({ instruction, target }) => {
    const flag = instruction.flags.find(({ name }) => name === 'chown')
    return flag && target !== undefined && isWithin(target, root) ? (flag.value ?? '') : []
  })
