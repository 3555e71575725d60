import {
  baseName,
  type Command,
  copiedBy,
  type Instruction,
  isContextCopy,
  isNodeSource,
  type Json,
  packagesLoaded,
  programOf,
  readJson,
  readNpmCall,
  resolve,
  rootOf,
  scriptsOf,
  type Stage,
  type Subject,
  yarnVersion,
} from '../../src/kit.js'
import { filesBefore } from './files.js'
import type { Install } from './install.js'
import { laterUse, startingCommands } from './uses.js'

/** The option that leaves out devDependencies, or why they stay; undefined where there are none. */
export function optionForNode(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  install: Install,
): { readonly option: string; readonly names: readonly string[] } | string | undefined {
  const { model } = subject
  const scope = model.scopeAt(stage, run)
  const environment = scope.variables.get('NODE_ENV')
  if (environment === 'production' || install.command.assignments.length > 0) return undefined
  if (
    ['NPM_CONFIG_PRODUCTION', 'NPM_CONFIG_ONLY', 'NPM_CONFIG_OMIT', 'npm_config_omit'].some((name) =>
      scope.variables.has(name),
    )
  )
    return undefined
  if (scope.variables.has('NODE_ENV')) return '`NODE_ENV` says which packages are wanted'
  if (model.commandsIn(stage, run).some((command) => /^(cd|pushd)$/.test(resolve(command).name ?? '')))
    return 'it works in another folder'
  const manifest = readJson(filesBefore(stage, subject, run).read('package.json', scope.workdir) ?? '')
  if (manifest === undefined) return '`package.json` cannot be seen'
  const names = namesIn(manifest, 'devDependencies')
  if (names.length === 0) return undefined
  if (manifest['workspaces'] !== undefined) return 'a workspace has packages of its own'
  const hook = install.runsScripts && hooks.find((name) => scriptsOf(manifest).has(name))
  if (hook) return `the script \`${hook}\` of package.json may need them`
  const use = laterUse(stage, subject, run, install.command, isHarmless)
  if (use !== undefined) return use
  const starting = startingCommands(stage, subject)
  if (starting === undefined || starting.length === 0)
    return 'nothing that can be read says what the image runs'
  for (const command of starting) {
    const doubt = doubtOf(command, manifest, subject, 3)
    if (doubt !== undefined) return doubt
  }
  const loaded = loadedIn(stage, subject, new Set(names))
  if (loaded !== undefined) return loaded
  const option = optionOf(stage, subject, install)
  return option === undefined ? `which ${install.manager} this base has is not known` : { option, names }
}

/** A source in the image that loads a package for development. */
function loadedIn(stage: Stage, subject: Subject, developed: ReadonlySet<string>): string | undefined {
  for (const member of [stage, ...stage.heirs])
    for (const instruction of member.instructions) {
      if (!isContextCopy(instruction)) continue
      for (const { file } of copiedBy(subject, member, instruction).files) {
        if (!isNodeSource(file)) continue
        const name = packagesLoaded(subject.context?.read(file) ?? '').find((one) => developed.has(one))
        if (name !== undefined) return `\`${file}\` loads \`${name}\`, which is one of them`
      }
    }
  return undefined
}

/** Scripts that npm, yarn and pnpm run when they install a project's own packages. */
const hooks = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare']

const namesIn = (manifest: Json, kind: string): readonly string[] => {
  const value = manifest[kind]
  const own = (key: string) => Object.hasOwn((manifest[key] as object | undefined) ?? {}, key)
  return typeof value === 'object' && value !== null ? Object.keys(value).filter((name) => !own(name)) : []
}

/** Calls of npm and the like that run nothing of the project. */
function isHarmless(command: Command): boolean {
  const { name, args } = resolve(command)
  const base = baseName(name ?? '')
  if (!/^(npm|yarn|pnpm)$/.test(base)) return false
  const call = readNpmCall(
    base,
    args.map(({ value }) => value),
  )
  return call.kind === 'nothing' || (call.kind === 'install' && call.isGlobal)
}

/** Why a command that the image starts may need what is left out. */
function doubtOf(command: Command, manifest: Json, subject: Subject, depth: number): string | undefined {
  const { base, args } = programOf(command)
  const words = args.map(({ value }) => value)
  const developed = namesIn(manifest, 'devDependencies')
  const named = words.find(
    (word) => word !== undefined && developed.some((name) => word === name || word.startsWith(`${name}/`)),
  )
  if (named !== undefined) return `the image runs \`${named}\`, which is one of them`
  if (base === 'node') return words[0] === undefined ? 'what node runs cannot be told' : undefined
  if (/^(nginx|pm2|pm2-runtime|curl|wget|exit|true|cd)$/.test(base)) return undefined
  if (/^(npm|yarn|pnpm)$/.test(base)) {
    const call = readNpmCall(base, words)
    const text = call.kind === 'script' ? scriptsOf(manifest).get(call.name) : undefined
    if (text === undefined || depth === 0) return `what \`${base}\` runs when the image starts cannot be told`
    const script = subject.model.scriptOf(text)
    if (script.kind === 'unparsed') return `a script of package.json cannot be read: ${script.because}`
    const name = call.kind === 'script' ? call.name : ''
    if (scriptsOf(manifest).has(`pre${name}`))
      return `the script \`pre${name}\` of package.json may need them`
    for (const inner of script.commands) {
      const doubt = doubtOf(inner, manifest, subject, depth - 1)
      if (doubt !== undefined) return doubt
    }
    return undefined
  }
  if (namesIn(manifest, 'dependencies').includes(base)) return undefined
  return `the image runs \`${base}\`, which may be one of them`
}

/** npm 7 (node 15) knows `--omit`; older ones know `--production`. */
function optionOf(stage: Stage, { file, context }: Subject, { manager, args }: Install): string | undefined {
  if (manager === 'pnpm') return '--prod'
  if (manager === 'yarn')
    return yarnVersion(
      file.text,
      args.map(({ value }) => value),
      context,
    ) === 'classic'
      ? '--production'
      : undefined
  const { image } = rootOf(stage)
  if (image?.name !== 'node') return undefined
  const tag = image.tag ?? 'latest'
  return /^(\d|1[0-4])(\D|$)|^(argon|boron|carbon|dubnium|erbium|fermium)/.test(tag)
    ? '--production'
    : '--omit=dev'
}
