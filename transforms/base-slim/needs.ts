import {
  aptCall,
  baseName,
  type Command,
  type Instruction,
  isContextCopy,
  packageName,
  resolve,
  type Stage,
  type Subject,
  type Word,
} from '../../src/kit.js'
import { installsPackages, lostCommand, tarFilterOf, unpackerOf } from '../../src/knowledge/commands.js'
import { callsNoInstaller } from '../../src/knowledge/programs.js'
import { type Copied, copiedBy } from './copies.js'
import { doubtsOfInstall } from './installs.js'

/** What a stage, and those built on it, use of its base. */
export interface Needs {
  /** Debian packages that the slim image lacks and the stages use, each with the command that uses it; sorted. */
  readonly packages: ReadonlyMap<string, string>
  /** What cannot be known to work on the slim image: reasons, in the order of the file. */
  readonly doubts: readonly string[]
  /** The first instruction that needs one of the packages. */
  readonly first: Instruction | undefined
}

/** Reads all that runs in a stage and its heirs. `name` and `release` are those of the base. */
export function needsOf(stage: Stage, subject: Subject, name: string, release: string | undefined): Needs {
  const reader = new Reader(subject, name, release)
  for (const member of [stage, ...stage.heirs]) {
    for (const { from, instruction } of member.sources)
      if (name !== 'debian')
        reader.doubt(
          `what line ${instruction.startLine} takes from ${typeof from === 'string' ? `\`${from}\`` : 'another stage'} may need more`,
        )
    for (const instruction of member.instructions) reader.read(member, instruction)
  }
  const packages = new Map([...reader.packages].sort(([a], [b]) => (a < b ? -1 : 1)))
  return { packages, doubts: [...reader.doubts], first: reader.first }
}

/** Commands that run another one, which their words or their input name. */
const runners =
  /^(sh|bash|dash|ash|zsh|su|runuser|gosu|su-exec|chroot|xargs|eval|exec|timeout|script|expect|nohup|setsid|flock|parallel|watch|source|\.|docker-entrypoint\.sh)$/
const interpreters = /^(python[\d.]*|node|nodejs|ruby|perl|pypy3?|elixir|escript|java|iex)$/
const compilers =
  /^(make|cmake|gcc|g\+\+|cc|c\+\+|cpp|ld|ar|as|autoconf|automake|autoreconf|libtool\w*|pkg-config|mvn|gradle)$/
/** Modules of Python itself that call nothing. */
const ownModules = /^(http\.server|json\.tool|compileall|venv|site|zipfile|tarfile|base64|this)$/
/** Variables that decide how something is built. */
const deciding =
  /^(PIP_NO_BINARY|PIP_NO_BUILD_ISOLATION|PIP_CONFIG_FILE|npm_config_build_from_source|CC|CXX|LD_PRELOAD|LD_LIBRARY_PATH|GIT\w*)$/i

class Reader {
  readonly packages = new Map<string, string>()
  readonly doubts = new Set<string>()
  first: Instruction | undefined
  /** Packages that apt installs, and programs that language installers bring. */
  private readonly installed = new Set<string>()
  /** Files of the build context that a COPY brought and that could be read through. */
  private readonly seen = new Set<string>()

  constructor(
    private readonly subject: Subject,
    private readonly name: string,
    private readonly release: string | undefined,
  ) {}

  doubt(because: string | undefined): void {
    if (because !== undefined) this.doubts.add(because)
  }

  read(stage: Stage, instruction: Instruction): void {
    const line = `line ${instruction.startLine}`
    const { keyword, args, json } = instruction
    switch (keyword) {
      case 'RUN': {
        if (json) return this.text(stage, instruction, quoted(json))
        const body = this.subject.model.bodyOf(stage, instruction)
        if (body.kind === 'none') return this.doubt(`${line} cannot be read: ${body.because}`)
        for (const command of body.script.commands) this.command(stage, instruction, command)
        return
      }
      case 'CMD':
      case 'ENTRYPOINT':
        return this.text(stage, instruction, json ? quoted(json) : args.text)
      case 'HEALTHCHECK':
        if (/^NONE$/i.test(args.text)) return
        return this.text(stage, instruction, json ? quoted(json) : args.text.replace(/^CMD\s+/i, ''))
      case 'SHELL':
        return this.text(stage, instruction, quoted((json ?? []).slice(0, 1)))
      case 'COPY':
      case 'ADD':
        if (this.name !== 'debian' && isContextCopy(instruction))
          this.copied(copiedBy(this.subject, instruction))
        return
      case 'ENV':
        for (const word of args.text.split(/[\s=]+/))
          if (this.name !== 'debian' && deciding.test(word)) this.doubt(`${line} sets \`${word}\``)
        return
      case 'ONBUILD':
        return this.doubt(`${line} decides for other builds`)
    }
  }

  private copied({ files, doubts }: Copied): void {
    for (const doubt of doubts) this.doubt(doubt)
    for (const file of files) this.seen.add(file)
  }

  private text(stage: Stage, instruction: Instruction, text: string): void {
    if (text.trim() === '') return
    const script = this.subject.model.scriptOf(text)
    if (script.kind === 'unparsed')
      return this.doubt(`line ${instruction.startLine} cannot be read: ${script.because}`)
    for (const command of script.commands) this.command(stage, instruction, command)
  }

  private command(stage: Stage, instruction: Instruction, command: Command): void {
    const line = `line ${instruction.startLine}`
    const apt = aptCall(command)
    if (apt?.verb === 'install') for (const word of apt.packages) this.installed.add(packageName(word) ?? '')
    if (command.words.length === 0) return
    const { name, args, privilege } = resolve(command)
    if (this.name === 'debian') {
      // Documentation apart a slim Debian is the same: only what nobody knows could miss it unseen at build time.
      if (instruction.keyword === 'RUN' && (name === undefined || !this.isKnownOnDebian(name)))
        this.doubt(`${line} runs \`${name ?? '$...'}\`, which cannot be seen`)
      return
    }
    if (name === undefined) return this.doubt(`${line} runs a command named by a variable`)
    if (apt && /^(remove|purge|autoremove|autopurge|build-dep|source)$/.test(apt.verb ?? ''))
      this.doubt(`${line} runs \`${apt.tool} ${apt.verb}\``)
    if (privilege !== '') this.program(stage, instruction, 'sudo')
    this.program(stage, instruction, name)
    const base = baseName(name)
    const said = [base, ...args.map(({ text }) => text)].join(' ').slice(0, 40)
    if (base === 'tar') this.filters(stage, instruction, args)
    if (
      (runners.test(base) && args.length > 0) ||
      (base === 'find' && args.some(({ value }) => /^-(exec|ok)/.test(value ?? '')))
    )
      this.doubt(`${line} runs \`${said}\`, which cannot be seen through`)
    if (compilers.test(base))
      this.doubt(`${line} builds with \`${base}\`: headers and libraries of the full image may be needed`)
    const words = args.map(({ value }) => value)
    if (/^(tini|dumb-init)$/.test(base)) {
      const rest = words.slice(words.findIndex((word) => word === undefined || !word.startsWith('-')))
      if (rest.every((word) => word !== undefined)) this.text(stage, instruction, quoted(rest))
    }
    if (interpreters.test(base)) {
      if (words[0] === '-m' && words[1] === 'pip')
        return this.install(stage, instruction, 'pip', args.slice(2))
      this.script(line, said, words)
    }
    if (installsPackages(base)) this.install(stage, instruction, base, args)
  }

  private isKnownOnDebian(name: string): boolean {
    const bare = name.replace(/^(?:\/usr)?\/s?bin\//, '')
    if (runners.test(bare) && !/^(sh|bash|dash|timeout|nohup|xargs|exec)$/.test(bare)) return false
    return (
      callsNoInstaller(bare) ||
      this.installed.has(bare) ||
      lostCommand('python', 'bookworm', bare).kind !== 'unknown'
    )
  }

  private install(stage: Stage, instruction: Instruction, name: string, args: readonly Word[]): void {
    const {
      doubts,
      programs,
      packages = [],
    } = doubtsOfInstall({ files: this.seen, context: this.subject.context }, instruction, name, args)
    for (const doubt of doubts) this.doubt(doubt)
    for (const program of programs) this.installed.add(program)
    for (const wanted of packages) {
      if (this.installed.has(wanted) || !stage.isShipped) continue
      this.first ??= instruction
      this.packages.set(wanted, name)
    }
  }

  /** What an interpreter runs must have been seen. */
  private script(line: string, said: string, words: readonly (string | undefined)[]): void {
    const [first, second] = words
    if (first === undefined || /^(--version|-V|-v|--help)$/.test(first)) return
    const file = words.find((word) => word === undefined || !word.startsWith('-'))
    const isModule =
      first === '-m' &&
      second !== undefined &&
      (ownModules.test(second) || this.installed.has(second.toLowerCase()))
    const isSeen = file !== undefined && [...this.seen].some((path) => baseName(path) === baseName(file))
    if (!isModule && (first.startsWith('-') || !isSeen))
      this.doubt(`${line} runs \`${said}\`, which cannot be seen through`)
  }

  private filters(stage: Stage, instruction: Instruction, args: readonly Word[]): void {
    for (const { value } of args) {
      if (value === undefined) continue
      const filter =
        value.startsWith('-') || value === args[0]!.value ? tarFilterOf(value) : unpackerOf(value)
      if (filter !== undefined) this.program(stage, instruction, filter)
    }
  }

  private program(stage: Stage, instruction: Instruction, name: string): void {
    const line = `line ${instruction.startLine}`
    const bare = name.replace(/^(?:\/usr(?:\/local)?)?\/s?bin\//, '')
    if (this.installed.has(bare)) return
    const fate = lostCommand(this.name, this.release, bare)
    if (fate.kind === 'kept') return
    if (fate.kind === 'unknown') return this.doubt(`${line} runs \`${name}\`, which is not known to be there`)
    if (this.installed.has(fate.package)) return
    if (!stage.isShipped) return this.doubt(`${line}, which is not shipped, runs \`${bare}\``)
    this.first ??= instruction
    for (const wanted of [fate.package, ...fate.also])
      if (!this.installed.has(wanted)) this.packages.set(wanted, bare)
  }
}

/** The exec form as a shell would have to be told. */
const quoted = (words: readonly string[]): string =>
  words.map((word) => `'${word.replace(/'/g, `'\\''`)}'`).join(' ')
