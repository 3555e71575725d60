import {
  baseName,
  type Command,
  isWithin,
  joinPath,
  packageIn,
  readNpmCall,
  type Subject,
} from '../../src/kit.js'
import { packageOfProgram, servesDevelopment } from '../../src/knowledge/node-tools.js'
import { toolKind } from '../../src/knowledge/npm.js'
import type { Launch } from './launch.js'
import type { Project } from './project.js'

/** A program that the image runs in the end. */
export interface Started {
  readonly program: string
  /** Undefined for what a variable decides. */
  readonly args: readonly (string | undefined)[]
}

type Words = readonly (string | undefined)[]

/** What stands for `npm start` and its like; else why it cannot be told. */
export function startedBy(launch: Launch, project: Project, subject: Subject): readonly Started[] | string {
  return seenThrough([launch.program, ...launch.args], launch, project, subject, 0)
}

function seenThrough(
  all: Words,
  launch: Launch,
  project: Project,
  subject: Subject,
  depth: number,
): readonly Started[] | string {
  const [program, ...args] = peeled(all)
  const { line } = launch
  if (program === undefined) return `${line} runs a command named by a variable`
  if (!/^(npm|npx|yarn|yarnpkg|pnpm)$/.test(program)) return [{ program, args }]
  const said = [program, ...args].join(' ')
  const call = readNpmCall(program === 'yarnpkg' ? 'yarn' : program, args)
  const unclear = `\`${said}\` of ${line} cannot be seen through`
  if (depth > 4 || program === 'pnpm') return unclear
  if (call.kind === 'tool') return seenThrough(call.words, launch, project, subject, depth + 1)
  if (call.kind !== 'script') return unclear
  const { scripts } = project
  const text = scripts.get(call.name) ?? (call.name === 'start' ? 'node server.js' : undefined)
  if (text === undefined) {
    return program === 'npm'
      ? `package.json has no script for \`${said}\` of ${line}`
      : seenThrough([call.name, ...call.words], launch, project, subject, depth + 1)
  }
  const found: Started[] = []
  for (const part of [scripts.get(`pre${call.name}`), text, scripts.get(`post${call.name}`)]) {
    if (part === undefined) continue
    const script = subject.model.scriptOf(part)
    if (script.kind === 'unparsed' || script.hasBackground) return unclear
    for (const command of script.commands) {
      if (command.path.length > 0 || command.redirects.length > 0) return unclear
      const own = seenThrough(valuesOf(command), launch, project, subject, depth + 1)
      if (typeof own === 'string') return own
      found.push(...own)
    }
  }
  return found
}

/** A variable may stand in an argument. */
const valuesOf = ({ words }: Command): Words => words.map(({ value }) => value)

/** Without what hands on to the words behind it. */
function peeled(words: Words): Words {
  let at = 0
  while (/^(exec|tini|dumb-init|env|cross-env|nice)$/.test(baseName(words[at] ?? ''))) {
    at++
    while (words[at]?.startsWith('-') === true || /^\w+=/.test(words[at] ?? '')) at++
  }
  return words.slice(at)
}

/** Why a program may be missing once packages for development are gone; undefined where it is there. */
export function lackOf(
  { program, args }: Started,
  launch: Launch,
  project: Project,
  workdir: string,
): string | undefined {
  const { line } = launch
  const base = baseName(program)
  if (/^(:|true|echo|sleep|exit|test|\[)$/.test(program)) return undefined
  if (/^node(js)?$/.test(base)) return lackOfScript(args, launch, project, workdir)
  const verb = args.find((arg) => arg?.startsWith('-') !== true)
  if (servesDevelopment(base, verb)) return `${line} runs \`${base}\`, which builds when the image runs`
  const owner = packageOfProgram(base)
  const settings = args.find((arg) => namesDevelopment(arg, project, workdir))
  if (settings !== undefined) return `\`${settings}\` of ${line} names what is for development`
  if (toolKind(base) === 'runner' && owner !== 'pm2')
    return `what \`${base}\` of ${line} runs cannot be seen through`
  if (project.global.has(owner)) return undefined
  if (project.developing.has(owner)) return `\`${base}\` of ${line} is a package for development`
  const isLocked =
    project.lock?.packages.some(({ isDev, programs }) => !isDev && programs.includes(base)) === true
  if (project.wanted.has(owner) || isLocked) return undefined
  return program.includes('/')
    ? `what \`${program}\` of ${line} is cannot be told`
    : `nothing shows which package brings \`${base}\` of ${line}`
}

/** Whether a file of settings names a package for development, or a program that builds. */
function namesDevelopment(arg: string | undefined, { files, developing }: Project, workdir: string): boolean {
  const text = arg === undefined || arg.startsWith('-') ? undefined : files.read(arg, workdir)
  const names = text?.match(/[\w@/.-]+/g) ?? []
  return names.some((name) => developing.has(name) || servesDevelopment(name, undefined))
}

function lackOfScript(args: Words, { line }: Launch, project: Project, workdir: string): string | undefined {
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === undefined) return `${line} runs what a variable names`
    const [flag, joined] = arg.split('=')
    if (/^(-r|--require|--import|--loader|--experimental-loader)$/.test(flag!)) {
      const name = joined ?? args[++i]
      if (name === undefined || project.developing.has(packageIn(name)))
        return `\`${name ?? ''}\` of ${line} is a package for development`
    } else if (/^-(e|p|-eval|-print)$/.test(arg)) return `${line} runs code that it holds itself`
    else if (!arg.startsWith('-')) {
      const path = joinPath(workdir, arg)!
      return isWithin(path, project.root)
        ? undefined
        : `\`${path}\` of ${line} lies outside of \`${project.root}\``
    }
  }
  return `${line} runs no script`
}
