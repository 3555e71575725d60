import {
  aptCall,
  baseName,
  type Command,
  copiedBy,
  findScript,
  ImageFiles,
  type Instruction,
  isContextCopy,
  joinPath,
  packageName,
  quoted,
  resolve,
  type Stage,
  type Subject,
  toldBy,
  type Word,
} from '../../src/kit.js'
import { comesWith } from '../../src/knowledge/apt-leaves.js'
import { installsPackages, lostFile, tarFilterOf, unpackerOf } from '../../src/knowledge/commands.js'
import { isMirrored } from '../../src/knowledge/images.js'
import { DebianPackages } from './debian.js'
import { judgeOnDebian } from './documented.js'
import { type Install, installOf } from './installs.js'
import { NodeProjects } from './node.js'
import type { Judge, Place } from './place.js'
import {
  callsAlong,
  compilers,
  deciding,
  fetchers,
  interpreters,
  loadsModules,
  looksForCompiler,
  ownModules,
  runners,
  shells,
  supervises,
} from './programs.js'

/** Reads the instructions of stages and judges what they run. `name`, `release` and `tag` are those of the base. */
export class Reader implements Judge {
  readonly doubts = new Set<string>()
  readonly debian: DebianPackages
  readonly projects: NodeProjects
  private readonly files: ImageFiles
  private hasFetched = false

  constructor(
    private readonly subject: Subject,
    private readonly name: string,
    private readonly release: string | undefined,
    tag: string,
  ) {
    this.files = new ImageFiles(subject.context)
    const isOld = /^(\d|1[0-4])(\D|$)|^(argon|boron|carbon|dubnium|erbium|fermium)/.test(tag)
    const buildsWithPython2 = name === 'node' && /^(\d|1[01])(\D|$)|^(argon|boron|carbon|dubnium)/.test(tag)
    this.debian = new DebianPackages(name, release, {
      isBeforeTrixie: release === undefined ? !isMirrored(name, tag) : release !== 'trixie',
      python: buildsWithPython2 ? 'python' : 'python3',
    })
    this.projects = new NodeProjects(this, this.files, isOld)
  }

  doubt(because: string): void {
    this.doubts.add(because)
  }

  read(stage: Stage, instruction: Instruction): void {
    const line = `line ${instruction.startLine}`
    const { keyword, args, json } = instruction
    const folder = this.subject.model.scopeAt(stage, instruction).workdir
    const place: Place = { stage, instruction, line, folder, tools: undefined, depth: 0 }
    switch (keyword) {
      case 'RUN': {
        if (json) return this.text(place, quoted(json))
        const body = this.subject.model.bodyOf(stage, instruction)
        if (body.kind === 'none') return this.doubt(`${line} cannot be read: ${body.because}`)
        return this.commands(place, body.script.commands)
      }
      case 'CMD':
      case 'ENTRYPOINT':
        return this.text(place, json ? quoted(json) : args.text)
      case 'HEALTHCHECK':
        if (/^NONE$/i.test(args.text)) return
        return this.text(place, json ? quoted(json) : args.text.replace(/^CMD\s+/i, ''))
      case 'SHELL':
        return this.text(place, quoted((json ?? []).slice(0, 1)))
      case 'COPY':
      case 'ADD': {
        if (!isContextCopy(instruction)) return
        const { files, doubts } = copiedBy(this.subject, stage, instruction)
        if (this.name !== 'debian') for (const doubt of doubts) this.doubt(doubt)
        for (const file of files) this.files.add(file)
        return
      }
      case 'ENV':
        for (const word of args.text.split(/[\s="']+/))
          if (this.name !== 'debian' && deciding.test(word)) this.doubt(`${line} sets \`${word}\``)
        return
      case 'ONBUILD':
        return this.doubt(`${line} decides for other builds`)
    }
  }

  text(place: Place, text: string): void {
    if (text.trim() === '') return
    const script = this.subject.model.scriptOf(text)
    if (script.kind === 'unparsed') return this.doubt(`${place.line} cannot be read: ${script.because}`)
    this.commands(place, script.commands)
  }

  private commands(place: Place, commands: readonly Command[]): void {
    let { folder } = place
    for (const command of commands) {
      const target = command.words[1]?.value
      if (/^(cd|pushd|popd)$/.test(command.words[0]?.value ?? ''))
        folder =
          target === undefined || /^[-~]/.test(target) || command.path.length > 0
            ? undefined
            : joinPath(folder, target)
      this.command({ ...place, folder }, command)
    }
  }

  private command(place: Place, command: Command): void {
    const { line, instruction, stage } = place
    const apt = aptCall(command)
    if (apt?.verb === 'install')
      for (const word of apt.packages) {
        const installed = packageName(word) ?? ''
        for (const name of [installed, ...comesWith(installed)]) this.debian.installed.add(name)
      }
    if (!/^(cat|ls|echo|grep)$/.test(command.words[0]?.value ?? '')) this.projects.touch(command)
    if (command.words.length === 0) return
    const { name, args, privilege } = resolve(command)
    if (this.name === 'debian') return judgeOnDebian(this, place, command, this.debian.installed, this.files)
    if (name === undefined) return this.doubt(`${line} runs a command named by a variable`)
    if (apt && /^(remove|purge|autoremove|autopurge|build-dep|source)$/.test(apt.verb ?? ''))
      this.doubt(`${line} runs \`${apt.tool} ${apt.verb}\``)
    const named = [...command.words.slice(1), ...command.redirects.flatMap(({ target }) => target ?? [])]
      .map(({ text }) => lostFile(text))
      .find((path) => path !== undefined)
    if (named !== undefined) this.doubt(`${line} names \`${named}\`, which the slim image may lack`)
    if (privilege !== '') this.program(place, 'sudo')
    const base = baseName(name)
    const isBuild = instruction.keyword === 'RUN'
    const said = [base, ...args.map(({ text }) => text)].join(' ').slice(0, 40)
    const words = args.map(({ value }) => value)
    if (/^(?:\.\/)?node_modules\/\.bin\/[^/]+$/.test(name) || !name.includes('/'))
      if (this.projects.tool(place, base, words)) return
    this.program(place, name)
    if (fetchers.test(base)) this.hasFetched = true
    if (base === 'tar') this.filters(place, args)
    if (args.some(({ text }) => text.includes('/zoneinfo')) && this.release !== 'bookworm')
      this.doubt(`${line} names time zones, which the slim image may lack`)
    if (/^(sh|bash|dash)$/.test(base) && words[0] === '-c' && words[1] !== undefined)
      this.text(place, words[1])
    else if (
      (runners.test(base) && (args.length > 0 || isBuild)) ||
      supervises.test(base) ||
      (base === 'find' && args.some(({ value }) => /^-(exec|ok)/.test(value ?? '')))
    )
      this.doubt(`${line} runs \`${said}\`, which cannot be seen through`)
    // Without words they read what they run from a pipe, or from whoever starts the image.
    if (
      args.length === 0 &&
      /^(CMD|ENTRYPOINT|HEALTHCHECK)$/.test(instruction.keyword) &&
      (shells.test(base) || interpreters.test(base))
    )
      this.doubt(`${line} starts \`${base}\`, and nothing says what is run in it`)
    if (compilers.test(base))
      this.doubt(`${line} builds with \`${base}\`: headers and libraries of the full image may be needed`)
    for (const needed of callsAlong(base)) this.program(place, needed)
    if (looksForCompiler.test(base) && !['gcc', 'clang'].some((has) => this.debian.installed.has(has)))
      for (const needed of ['g++', 'make']) this.program(place, needed)
    if (/^(tini|dumb-init|exec)$/.test(base)) {
      const rest = words.slice(words.findIndex((word) => word === undefined || !word.startsWith('-')))
      if (rest.every((word) => word !== undefined)) this.text(place, quoted(rest))
      else if (base === 'exec') this.doubt(`${line} runs \`${said}\`, which cannot be seen through`)
    }
    if (loadsModules.test(base)) this.loads(place, base)
    if (interpreters.test(base)) {
      if (words[0] === '-m' && words[1] === 'pip') return this.install(place, 'pip', args.slice(2))
      this.script(place, said, words)
    }
    if (/^(npm|npx|yarn|yarnpkg|pnpm)$/.test(base)) {
      const given = command.assignments.find((assignment) => assignment.name === 'NODE_ENV')
      const { variables } = this.subject.model.scopeAt(stage, instruction)
      const mode = given ? given.value?.value : variables.get('NODE_ENV')
      this.projects.call(place, base === 'yarnpkg' ? 'yarn' : base, words, mode === 'production')
    } else if (base === 'uv' && words[0] === 'pip') this.install(place, 'pip', args.slice(1))
    else if (/^(pipenv|poetry|uv|pdm)$/.test(base) && words[0] === 'run')
      this.inside(place, base, said, words)
    else if (installsPackages(base)) this.install(place, base, args)
  }

  private install(place: Place, name: string, args: readonly Word[]): void {
    this.brings(place, name, installOf({ ...place, files: this.files }, name, args))
  }

  /** What pipenv and poetry run among the packages that they installed; a Pipfile may give it another meaning. */
  private inside(place: Place, tool: string, said: string, words: readonly (string | undefined)[]): void {
    const pipfile = tool === 'pipenv' ? this.files.read('Pipfile', place.folder) : ''
    const isPlain = /^(pipenv|poetry)$/.test(tool) && pipfile !== undefined && !pipfile.includes('[scripts]')
    const rest = words.slice(1)
    if (isPlain && rest.every((word) => word !== undefined)) return this.text(place, quoted(rest))
    this.doubt(`${place.line} runs \`${said}\`, which cannot be seen through`)
  }

  brings(place: Place, name: string, install: Install): void {
    for (const doubt of install.doubts) this.doubt(doubt)
    this.debian.bring(place, name, install)
  }

  /** What an interpreter runs must have been seen. */
  script(place: Place, said: string, words: readonly (string | undefined)[]): void {
    const told = toldBy(words)
    const isModule =
      told.kind === 'module' &&
      (ownModules.test(told.name) || this.debian.installed.has(told.name.toLowerCase()))
    if (told.kind === 'module' && told.name === 'http.server')
      this.doubt(
        `${place.line} serves files by types that \`/etc/mime.types\` names, which the slim image lacks`,
      )
    const isPiped = words.length === 0 && place.instruction.keyword === 'RUN'
    if ((told.kind === 'nothing' && !isPiped) || isModule) {
      if (isModule && loadsModules.test(told.name)) this.loads(place, told.name)
      return
    }
    if (told.kind !== 'files' || !told.files.every((file) => this.isSeen(place, file)))
      this.doubt(`${place.line} runs \`${said}\`, which cannot be seen through`)
  }

  /** Whether a script was copied, or made of what was copied by programs that are known. */
  private isSeen({ folder }: Place, file: string): boolean {
    const isMade = this.projects.hasBuilt && !this.hasFetched && !file.includes('node_modules')
    return isMade || findScript(this.files, file, folder) !== undefined
  }

  private loads({ line }: Place, name: string): void {
    if (!this.files.has(/\.py$/)) this.doubt(`what \`${name}\` of ${line} loads was not seen`)
  }

  private filters(place: Place, args: readonly Word[]): void {
    for (const { value } of args) {
      if (value === undefined) continue
      const filter =
        value.startsWith('-') || value === args[0]!.value ? tarFilterOf(value) : unpackerOf(value)
      if (filter !== undefined) this.program(place, filter)
    }
  }

  private program(place: Place, name: string): void {
    const doubt = this.debian.program(place, name)
    if (doubt !== undefined) this.doubt(doubt)
  }
}
