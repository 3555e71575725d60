import {
  type Command,
  type ImageFiles,
  type Lock,
  type LockedPackage,
  type NpmInstall,
  quoted,
  readJson,
  readNpmCall,
  scriptsOf,
} from '../../src/kit.js'
import { toolKind } from '../../src/knowledge/npm.js'
import { callsOf, npmInstall } from './npm.js'
import type { Judge, Place } from './place.js'

/** Scripts of package.json that an install runs. */
const hooks = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare']

/** The node projects of an image: what is installed in which folder, and what their scripts run. */
export class NodeProjects {
  /** Whether a script has made files that were not copied. */
  hasBuilt = false
  /** Whether some command may have changed package.json or a lock file. */
  isTouched = false
  private readonly byFolder = new Map<string, Lock>()
  private runs = 0
  private readonly global = new Set<string>()

  constructor(
    private readonly judge: Judge,
    private readonly files: ImageFiles,
    /** Whether npm is older than 7. */
    private readonly isOld: boolean,
  ) {}

  /** All packages that are installed as the seen lock files say. */
  get locked(): readonly LockedPackage[] {
    return [...this.byFolder.values()].flatMap(({ packages }) => packages)
  }

  /** Judges a call of npm, npx, yarn or pnpm. `production` says that packages for development are left out. */
  call(place: Place, program: string, words: readonly (string | undefined)[], production: boolean): void {
    const call = readNpmCall(program, words)
    if (call.kind === 'nothing') return
    const said = saidBy(program, words)
    if (call.kind === 'install')
      this.install(place, program, { ...call, leavesOutDev: call.leavesOutDev || production })
    else if (call.kind === 'script') this.script(place, program, call.name, call.words)
    else if (
      call.kind === 'unknown' ||
      !this.tool(this.inProject(place), call.words[0]!, call.words.slice(1))
    )
      this.judge.doubt(`${place.line} runs \`${said}\`, which cannot be seen through`)
  }

  /** Judges a program that a package brings; false where none does. */
  tool(place: Place, program: string, words: readonly (string | undefined)[]): boolean {
    const { line, tools } = place
    // A newer npm or node is still one.
    if (/^(node|npm|npx|yarn|yarnpkg|pnpm|pnpx|corepack)$/.test(program)) return false
    if (!this.global.has(program) && !tools?.packages.some(({ programs }) => programs.includes(program)))
      return false
    if (place.instruction.keyword === 'RUN') this.hasBuilt = true
    const kind = toolKind(program)
    const said = saidBy(program, words)
    if (kind === 'alone') return true
    if (kind === 'interpreter') this.interpreter(place, program, said, words)
    else if (kind === 'prefix' && words.every((word) => word !== undefined))
      this.judge.text(place, quoted(words.slice(words.findIndex((word) => !/^\w+=/.test(word)))))
    else if (kind !== undefined) this.judge.doubt(`${line} runs \`${said}\`, which cannot be seen through`)
    // Packages for development matter where something loads whichever are there.
    else if (tools) this.judge.brings(place, program, callsOf(tools.packages, line))
    return true
  }

  /** Takes down that a command names files which npm reads. */
  touch(command: Command): void {
    const words = [...command.words.slice(1), ...command.redirects.flatMap(({ target }) => target ?? [])]
    this.isTouched ||= words.some(({ text }) =>
      /package\S*\.json|\*\.json|package\*|shrinkwrap|^\*$/.test(text),
    )
  }

  private install(place: Place, program: string, call: NpmInstall): void {
    const { files, isOld, isTouched } = this
    const { folder, line } = place
    const outcome = npmInstall(program, call, { line, files, folder, isOld, isTouched })
    this.judge.brings(place, program, outcome)
    if (call.isGlobal) for (const tool of outcome.programs) this.global.add(tool)
    if (outcome.locked && folder !== undefined) this.byFolder.set(folder, outcome.locked)
    if (!call.runsScripts || call.isGlobal || call.names.length > 0) return
    const scripts = this.scriptsIn(place)
    for (const hook of hooks) {
      const text = scripts?.get(hook)
      if (text !== undefined) this.judge.text(this.inProject(place), text)
    }
  }

  private script(place: Place, program: string, name: string, words: readonly string[]): void {
    const scripts = this.scriptsIn(place)
    const text = scripts?.get(name)
    const said = `${program} ${name === 'start' || name === 'test' ? name : `run ${name}`}`
    const inside = this.inProject(place)
    const isOwn = text !== undefined || (program === 'npm' && name === 'start')
    if (scripts === undefined || this.isTouched || place.depth > 5 || ++this.runs > 40)
      return this.judge.doubt(`${place.line} runs \`${said}\`, which cannot be seen through`)
    if (!isOwn && program !== 'npm' && this.tool(inside, name, words)) return
    if (!isOwn) return this.judge.doubt(`${place.line} runs \`${said}\`, which package.json does not have`)
    if (place.instruction.keyword === 'RUN') this.hasBuilt = true
    const parts = [scripts.get(`pre${name}`), text ?? 'node server.js', scripts.get(`post${name}`)]
    parts.forEach((part, i) => {
      if (part !== undefined)
        this.judge.text(inside, i === 1 && words.length > 0 ? `${part} ${quoted(words)}` : part)
    })
  }

  private interpreter(
    place: Place,
    program: string,
    said: string,
    words: readonly (string | undefined)[],
  ): void {
    const settings = this.files.find('nodemon.json', place.folder)
    const isLed =
      words.some((word) => word === undefined || /^(-x|--exec|-e|--eval|-p|--print)$/.test(word)) &&
      program !== 'nodemon'
    const runsElse =
      program === 'nodemon' &&
      (words.some((word) => word === undefined || /^(-x|--exec)/.test(word)) ||
        (settings !== undefined && /"exec/.test(this.files.read('nodemon.json', place.folder) ?? '"exec')) ||
        /"nodemonConfig"/.test(this.files.read('package.json', place.folder) ?? ''))
    if (isLed || runsElse)
      return this.judge.doubt(`${place.line} runs \`${said}\`, which cannot be seen through`)
    const rest = (words as readonly string[]).filter(
      (word, i) =>
        !word.startsWith('-') && !takesValue.test(words[i - 1] ?? '') && !(i === 0 && word === 'watch'),
    )
    this.judge.script(place, said, rest.length > 0 ? rest : ['.'])
  }

  private scriptsIn({ folder }: Place): ReadonlyMap<string, string> | undefined {
    const manifest = readJson(this.files.read('package.json', folder) ?? '')
    return manifest && scriptsOf(manifest)
  }

  private inProject(place: Place): Place {
    const tools = place.folder === undefined ? undefined : this.byFolder.get(place.folder)
    return { ...place, tools: tools ?? place.tools, depth: place.depth + 1 }
  }
}

/** A command for a message. */
const saidBy = (program: string, words: readonly (string | undefined)[]): string =>
  [program, ...words.map((word) => word ?? '$...')].join(' ').slice(0, 40)

/** Options of nodemon, ts-node and their like with a word behind them. */
const takesValue =
  /^(-w|--watch|-i|--ignore|-e|--ext|-d|--delay|-P|--project|-O|--compiler-options|-r|--require|--import|--loader|--experimental-loader|--env-file|--tsconfig|--cwd)$/
