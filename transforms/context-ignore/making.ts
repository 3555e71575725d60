import {
  type Command,
  commandsOf,
  copyOf,
  expand,
  type Instruction,
  isContextCopy,
  isWithin,
  joinPath,
  programOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import type { Found } from './found.js'
import { namesInImage } from './named.js'
import type { Taking } from './taking.js'

/** A folder of the image; `any` where it is not known, or does not matter. */
type Place = string | 'any'

/** Why it is not known that each image which takes it makes it anew; undefined: it is known. */
export function makerOf(found: Found, takings: readonly Taking[], subject: Subject): string | undefined {
  for (const taking of takings) {
    const { stage, folders, instruction } = taking
    const chain = chainOf(stage)
    const made = chain.flatMap((one) => one.instructions.flatMap((each) => madeBy(each, one, found, subject)))
    const isMade = (place: Place): boolean =>
      made.some(
        (at) => at === 'any' || place === 'any' || at === place || isMember(place, at, found, subject),
      )
    const lacks = folders
      .flatMap((folder) => found.places.map((place) => [folder, place] as const))
      .filter(([folder, place]) => folder === '' || place.startsWith(`${folder}/`))
      .find(([folder, place]) => !isMade(folderOf(place.slice(folder.length), found, taking, subject)))
    if (lacks)
      return `nothing in the stage of line ${instruction.startLine} makes \`${lacks[1].slice(0, -1)}\` anew`
    if (isVenv(found) && namesInImage(found, chain) && !chain.some((one) => hasEnvironment(one, subject)))
      return 'the image uses it, and nothing is known to make it anew'
  }
  return undefined
}

const hasEnvironment = (stage: Stage, subject: Subject): boolean =>
  stage.instructions.some((instruction) => {
    const commands = instruction.keyword === 'RUN' ? commandsOf(subject, stage, instruction) : []
    return typeof commands !== 'string' && commands.some(isEnvironment)
  })

/** A stage, and what it is built on. */
const chainOf = (stage: Stage): readonly Stage[] =>
  stage.parent ? [stage, ...chainOf(stage.parent)] : [stage]

/** Where the folder comes to lie that holds what a COPY takes. */
function folderOf(
  path: string,
  { name }: Found,
  { stage, instruction }: Taking,
  { model, file }: Subject,
): Place {
  const scope = model.scopeAt(stage, instruction)
  const target = expand(copyOf(instruction).target, scope, file.escape)
  const root = target === undefined ? undefined : joinPath(scope.workdir, target)
  return root === undefined
    ? 'any'
    : joinPath(root, path.replace(/^\//, '').slice(0, -name.length))!.replace(/(?<=.)\/$/, '')
}

/** The packages of a workspace are installed from its root. */
const isMember = (place: Place, at: Place, { name }: Found, { context }: Subject): boolean =>
  name === 'node_modules/' &&
  isWithin(place, at) &&
  (/"workspaces"/.test(context?.read('package.json') ?? '') ||
    context?.read('pnpm-workspace.yaml') !== undefined ||
    context?.read('lerna.json') !== undefined)

/** In which folders an instruction makes it, by a command or from another stage. */
function madeBy(instruction: Instruction, stage: Stage, found: Found, subject: Subject): readonly Place[] {
  const { workdir } = subject.model.scopeAt(stage, instruction)
  const plain = found.name.replace(/\/$/, '')
  if (/^(COPY|ADD)$/.test(instruction.keyword) && !isContextCopy(instruction)) {
    const { sources, target } = copyOf(instruction)
    if (!sources.some((source) => source.replace(/\/\.?$/, '').endsWith(plain))) return []
    const path = joinPath(workdir, target)
    return [path?.endsWith(`/${plain}`) ? path.slice(0, -plain.length - 1) || '/' : 'any']
  }
  if (instruction.keyword !== 'RUN') return []
  const commands = commandsOf(subject, stage, instruction)
  if (typeof commands === 'string') return []
  const entered = commands
    .filter((command) => programOf(command).base === 'cd')
    .map(({ words }) => words[1]?.value)
  return commands.flatMap((command): readonly Place[] => {
    if (!isMaking(command, found)) return []
    if (isVenv(found)) return ['any']
    const named = folderFlag(command)
    const folders = named === undefined ? entered : [named]
    return folders.length === 0
      ? [workdir ?? 'any']
      : folders.map((folder) => (folder === undefined ? 'any' : (joinPath(workdir, folder) ?? 'any')))
  })
}

function isMaking(command: Command, found: Found): boolean {
  const { group, madeBy: makers = [] } = found
  if (isVenv(found) && isEnvironment(command)) return true
  const { base, args } = programOf(command)
  const words = args.map(({ value }) => value ?? '')
  if (!makers.includes(base) || words.some((word) => /^(-g|--global|--version)$/.test(word))) return false
  const verb = words.find((word) => !word.startsWith('-'))
  return group === 'dependencies' ? isInstall(base, verb) : isBuild(base, words)
}

const isVenv = ({ name }: Found): boolean => name.endsWith('venv/')

/** Whether a command makes a virtual environment. */
function isEnvironment(command: Command): boolean {
  const { base, args } = programOf(command)
  const words = args.map(({ value }) => value)
  return (
    /^(poetry|pipenv|pdm|uv|virtualenv)$/.test(base) ||
    (/^python[\d.]*$/.test(base) && words.includes('venv'))
  )
}

const isInstall = (program: string, verb: string | undefined): boolean =>
  verb === undefined ? program === 'yarn' : /^(i|install|ci|clean-install|add|sync)$/.test(verb)

const isBuild = (program: string, words: readonly string[]): boolean =>
  words.some((word) => (program === 'cargo' ? /^(build|install|b)$/ : /(^|:)build|^generate$/).test(word))

/** The folder that an option names in the place of the current one. */
function folderFlag(command: Command): string | undefined {
  const words = programOf(command).args.map(({ value }) => value ?? '')
  const at = words.findIndex((word) => /^(--prefix|--cwd|--dir|-C)(=|$)/.test(word))
  return at < 0 ? undefined : (words[at]!.split('=')[1] ?? words[at + 1])
}
