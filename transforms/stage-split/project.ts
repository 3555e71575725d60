import {
  type Command,
  copiedBy,
  ImageFiles,
  isContextCopy,
  isWithin,
  type Json,
  type Lock,
  mountsOver,
  type NpmInstall,
  type Placed,
  programOf,
  readJson,
  readLock,
  readNpmCall,
  scriptsOf,
  type Stage,
} from '../../src/kit.js'
import type { Seen } from './language.js'
import { lineOf, valueOf } from './place.js'
import type { Reading, Step } from './reading.js'

/** The project of npm or yarn that a stage builds. */
export interface Project {
  /** The folder that holds all of it. */
  readonly root: string
  readonly manager: 'npm' | 'yarn'
  /** The last install in that folder. */
  readonly install: Step
  readonly folder: string
  readonly call: NpmInstall
  /** Whether packages for development are there when all is built, or in the layers alone. */
  readonly development: 'kept' | 'removed' | 'none'
  readonly scripts: ReadonlyMap<string, string>
  /** Names of packages that package.json asks for, for development alone and else. */
  readonly developing: ReadonlySet<string>
  readonly wanted: ReadonlySet<string>
  readonly lock: Lock | undefined
  /** All names of a yarn.lock. */
  readonly yarnNames: readonly string[]
  /** Packages that are installed for the whole image. */
  readonly global: ReadonlySet<string>
  readonly files: ImageFiles
  readonly placed: readonly Placed[]
}

/** Reads the one project of a stage; else why it cannot be told. */
export function projectOf({ entries }: Reading, { stage, subject }: Seen): Project | string {
  const root = rootFolder({ stage, subject })
  if (root === undefined) return 'where the project lies cannot be told'
  const steps = entries.flatMap((entry) => entry.steps)
  const global = new Set(steps.flatMap(globalNames))
  const installs = steps.flatMap((step) => {
    const install = installIn(step)
    return install === undefined || install.isGlobal ? [] : { step, install }
  })
  const last = installs.at(-1)
  const folder = last?.step.place.folder
  if (!last || folder === undefined) return 'nothing shows where its packages are installed'
  const line = lineOf(last.step.place.instruction)
  if (installs.some(({ step }) => step.place.folder !== folder))
    return 'it installs packages in several folders'
  const mounted = installs.find(({ step }) => mountsOver(step.place.instruction, `${folder}/node_modules`))
  if (mounted) return `${lineOf(mounted.step.place.instruction)} installs packages in a mount`
  const managers = new Set(installs.map(({ step }) => programOf(step.command).base))
  const [manager] = managers
  if (managers.size > 1 || (manager !== 'npm' && manager !== 'yarn'))
    return `how ${[...managers].map((name) => `\`${name}\``).join(' and ')} leaves out packages for development is not known`
  const extra = installs.find(({ install }) => install.names.length > 0)
  if (extra) return `${line} installs packages beside those of package.json`
  const placed = placedIn({ stage, subject })
  const files = projectFiles({ stage, subject })
  const manifest = readJson(files.read('package.json', folder) ?? '')
  if (manifest === undefined) return `the package.json of ${line} cannot be seen`
  if (manifest['workspaces'] !== undefined) return 'its package.json has workspaces'
  const isNewYarn =
    files.find('.yarnrc.yml', folder) !== undefined ||
    /^yarn@[2-9]/.test(String(manifest['packageManager'] ?? ''))
  if (manager === 'yarn' && isNewYarn)
    return 'how this version of yarn leaves out packages for development is not known'
  const wanted = new Set(
    ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap((kind) => namesIn(manifest, kind)),
  )
  const lockText = files.read('npm-shrinkwrap.json', folder) ?? files.read('package-lock.json', folder)
  return {
    ...{ root, manager, folder, files, placed, global, wanted },
    install: last.step,
    call: last.install,
    development: developmentIn(steps, last),
    scripts: scriptsOf(manifest),
    developing: new Set(namesIn(manifest, 'devDependencies').filter((name) => !wanted.has(name))),
    lock: manager === 'npm' && lockText !== undefined ? readLock(lockText) : undefined,
    yarnNames: manager === 'yarn' ? yarnNames(files.read('yarn.lock', folder) ?? '') : [],
  }
}

/** All files of the build context that a stage copies. */
export const placedIn = once(({ stage, subject }: Seen): readonly Placed[] =>
  stage.instructions.filter(isContextCopy).flatMap((copy) => copiedBy(subject, stage, copy).files),
)

export const projectFiles = once((at: Seen): ImageFiles => {
  const files = new ImageFiles(at.subject.context)
  for (const one of placedIn(at)) files.add(one)
  return files
})

/** The outermost of the folders in which npm is called and the program runs. */
export const rootFolder = once(({ stage, subject: { model } }: Seen): string | undefined => {
  const places = stage.instructions.flatMap((instruction) =>
    instruction.keyword === 'RUN' && model.commandsIn(stage, instruction).some(worksInFolder)
      ? model.scopeAt(stage, instruction).workdir
      : [],
  )
  const all = [...places, model.scopeBehind(stage).workdir]
  const root = all.find(
    (folder) => folder !== undefined && all.every((other) => other !== undefined && isWithin(other, folder)),
  )
  return root === undefined || isShared.test(root) ? undefined : root
})

/** Asked for at every command: read once for each stage. */
function once<T>(read: (at: Seen) => T): (at: Seen) => T {
  const known = new WeakMap<Stage, { readonly value: T }>()
  return (at) => {
    const found = known.get(at.stage) ?? { value: read(at) }
    known.set(at.stage, found)
    return found.value
  }
}

/** What is installed for the whole image can be installed from anywhere. */
function worksInFolder(command: Command): boolean {
  const { base, args } = programOf(command)
  if (!/^(npm|npx|yarn|pnpm)$/.test(base)) return false
  const values = args.map(({ value }) => value)
  if (base === 'yarn' && values[0] === 'global') return false
  const call = readNpmCall(base, values)
  return call.kind === 'install' ? !call.isGlobal : call.kind !== 'nothing'
}

/** Folders that hold more than a project. */
const isShared =
  /^\/((usr|etc|var|bin|sbin|lib|lib64|run|proc|sys|dev|boot|root|home|tmp|opt|srv|mnt)(\/(local|lib|share|bin|sbin|src|local\/\w+))?)?$/

/** The call of npm or yarn that installs, and what it leaves out. */
export function installIn({ command, place }: Step): NpmInstall | undefined {
  const { base, args } = programOf(command)
  if (!/^(npm|yarn|pnpm)$/.test(base)) return undefined
  const call = readNpmCall(
    base,
    args.map((word) => valueOf(word, place)),
  )
  return call.kind === 'install' ? call : undefined
}

/** Packages that `npm install -g` or `yarn global add` installs, without their versions. */
export function globalNames({ command, place }: Step): readonly string[] {
  const { base, args } = programOf(command)
  const values = args.map((word) => valueOf(word, place) ?? '')
  const bare = (names: readonly string[]): readonly string[] =>
    names.map((name) => name.replace(/(?<=.)@.*$/, ''))
  if (base === 'yarn' && values[0] === 'global' && values[1] === 'add')
    return bare(values.slice(2).filter((value) => !value.startsWith('-')))
  const call = base === 'npm' ? readNpmCall(base, values) : undefined
  return call?.kind === 'install' && call.isGlobal ? bare(call.names) : []
}

/** Where NODE_ENV or an option says so they are not installed; where a later call says so they are gone. */
function developmentIn(
  steps: readonly Step[],
  { step, install }: { readonly step: Step; readonly install: NpmInstall },
): Project['development'] {
  const mode = step.command.assignments.find(({ name }) => name === 'NODE_ENV')?.value?.value
  if ((mode ?? step.place.scope.variables.get('NODE_ENV')) === 'production') return 'none'
  const prune = steps.find(({ command }) => {
    const { base, args } = programOf(command)
    return /^(npm|yarn)$/.test(base) && args[0]?.value === 'prune'
  })
  const behind = prune ?? (install.leavesOutDev ? step : undefined)
  if (behind === undefined) return 'kept'
  const first = steps.find((other) => {
    const call = installIn(other)
    return call !== undefined && !call.isGlobal && !call.leavesOutDev
  })
  return first === undefined || first.place.instruction === behind.place.instruction ? 'none' : 'removed'
}

const namesIn = (manifest: Json, kind: string): readonly string[] =>
  Object.keys(readJson(JSON.stringify(manifest[kind] ?? {})) ?? {})

const yarnNames = (text: string): readonly string[] => [
  ...new Set((text.match(/^"?(@[\w.-]+\/)?[\w.-]+(?=@)/gm) ?? []).map((key) => key.replace('"', ''))),
]
