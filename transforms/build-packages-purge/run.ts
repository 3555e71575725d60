import {
  apkCall,
  aptCall,
  type Body,
  type Command,
  hasFlag,
  type Instruction,
  packageName,
  programOf,
  rootOf,
  type Stage,
  type Subject,
  type Word,
} from '../../src/kit.js'
import { isDevelopmentPackage } from '../../src/knowledge/build-packages.js'
import { buildTool, callsCompilers, hasCertificates, isCompiler } from '../../src/knowledge/build-tools.js'
import { releaseOf } from '../../src/knowledge/images.js'
import { runtimeLibraries } from '../../src/knowledge/libraries.js'

/** One call that installs packages. */
export interface Install {
  readonly command: Command
  readonly packages: readonly Word[]
  readonly names: readonly string[]
  /** What must be named in it so that it stays when others go. */
  readonly added: readonly string[]
}

/** A RUN that installs build packages and uses them. */
export interface Run {
  readonly instruction: Instruction
  readonly body: Body
  readonly tool: 'apt' | 'apk'
  readonly privilege: string
  readonly installs: readonly Install[]
  /** Names of the packages that go, in their order. */
  readonly gone: readonly string[]
  /** The same without what fetches. */
  withoutFetchers(): Run
}

/** Undefined for a RUN that installs and uses no build packages, else why it is left alone. */
export function readRun(stage: Stage, subject: Subject, instruction: Instruction): Run | string | undefined {
  const body = subject.model.bodyOf(stage, instruction)
  if (body.kind === 'none') return undefined
  const { commands, statements } = body.script
  const installs = commands.flatMap(installIn)
  const names = installs.flatMap((install) => install.names)
  if (!names.some((name) => buildTool(name))) return undefined
  const programs = commands
    .filter((command) => !isInstaller(command))
    .map((command) => programOf(command).base)
  const gone = names.filter((name) => isUsed(name, names, programs))
  if (gone.length === 0 || commands.some(removes)) return undefined
  if (statements.length > 1 || statements[0]!.operators.includes('||'))
    return 'it is more than one list of commands that all must go well'
  const { operands } = statements[0]!
  const tools = new Set(installs.map(({ command }) => (aptCall(command) ? 'apt' : 'apk')))
  if (tools.size !== 1) return 'it calls apt and apk'
  if (!installs.every(({ command }) => operands.some((operand) => operand.command === command)))
    return 'it installs inside of another command'
  if (installs.some(({ packages, names }) => packages.length !== names.length))
    return 'it installs what a variable or a file names'
  const [tool] = [...tools]
  const install = aptCall(installs[0]!.command) ?? apkCall(installs[0]!.command)!
  return runOf({ instruction, body, tool: tool!, privilege: install.privilege }, stage, installs, gone)
}

type Frame = Pick<Run, 'instruction' | 'body' | 'tool' | 'privilege'>

function runOf(frame: Frame, stage: Stage, installs: readonly Install[], tools: readonly string[]): Run {
  const compiles = tools.some((name) => buildTool(name)?.kind === 'compile')
  const gone: string[] = [...tools]
  const all = new Set(installs.flatMap(({ names }) => names))
  const kept = installs.map((install) => {
    const added = install.names.flatMap((name) => {
      if (gone.includes(name) && tools.includes(name)) return heldBy(frame, stage, install, name)
      const libraries = compiles ? librariesOf(frame, stage, name) : undefined
      if (libraries === undefined) return []
      gone.push(name)
      return libraries
    })
    return { ...install, added: [...new Set(added)].filter((name) => !all.has(name)) }
  })
  return {
    ...frame,
    installs: kept,
    gone: [...all].filter((name) => gone.includes(name)),
    withoutFetchers: () =>
      runOf(
        frame,
        stage,
        installs,
        tools.filter((name) => buildTool(name)?.kind !== 'fetch'),
      ),
  }
}

/** What came along with a tool and is needed without it. */
function heldBy({ tool }: Frame, stage: Stage, { command }: Install, name: string): readonly string[] {
  const { image } = rootOf(stage)
  if (tool === 'apk') return /^(g\+\+|build-base|alpine-sdk)$/.test(name) ? ['libstdc++'] : []
  const isRecommended = !command.words.some(({ text }) => /^--no-install-recommends/.test(text))
  const fetches = /^(curl|wget|git)$/.test(name) && isRecommended
  return fetches && !hasCertificates(image?.name ?? '') ? ['ca-certificates'] : []
}

/** The libraries behind a package of headers, where they are known: then the headers may go. */
function librariesOf({ tool }: Frame, stage: Stage, name: string): readonly string[] | undefined {
  const { image } = rootOf(stage)
  const release = image && releaseOf(image.name, image.tag ?? 'latest')
  if (tool === 'apk' || release === undefined || !isDevelopmentPackage(name)) return undefined
  return runtimeLibraries(name, release)
}

function installIn(command: Command): Install[] {
  const apt = aptCall(command)
  const packages = apt ? (apt.verb === 'install' ? apt.packages : []) : added(command)
  if (packages.length === 0) return []
  const names = packages.flatMap((word) => (apt ? packageName(word) : plain(word)) ?? [])
  return [{ command, packages, names, added: [] }]
}

function added(command: Command): readonly Word[] {
  const apk = apkCall(command)
  if (apk?.verb !== 'add' || hasFlag(apk.flags, '--virtual', '-t')) return []
  return apk.args.filter((word) => word !== apk.verbWord && !apk.flags.includes(word))
}

const plain = ({ value }: Word): string | undefined => {
  const name = value?.replace(/[=<>~@].*$/, '')
  return name !== undefined && /^[a-z0-9][\w.+-]*$/.test(name) ? name : undefined
}

const isInstaller = (command: Command): boolean => (aptCall(command) ?? apkCall(command)) !== undefined

const removes = (command: Command): boolean =>
  /^(remove|purge|autoremove|autopurge|del)$/.test((aptCall(command) ?? apkCall(command))?.verb ?? '')

/** A tool that no command names is used where a compiler is there and something compiles. */
function isUsed(name: string, names: readonly string[], programs: readonly string[]): boolean {
  const tool = buildTool(name)
  if (tool?.programs.some((program) => programs.includes(program))) return true
  return tool?.kind === 'compile' && names.some(isCompiler) && programs.some(callsCompilers)
}
