import {
  type Command,
  commandsOf,
  copiedBy,
  dnfCall,
  type DnfCall,
  type Edit,
  findScript,
  ImageFiles,
  type Instruction,
  isContextCopy,
  mountsOver,
  programOf,
  replaceAt,
  type Stage,
  type Subject,
  type Word,
} from '../../src/kit.js'
import { tarFilterOf, unpackerOf } from '../../src/knowledge/commands.js'
import {
  isMicrodnfOption,
  isMinimalCommand,
  microdnfCache,
  minimalLacks,
  slimInstaller,
} from '../../src/knowledge/enterprise.js'
import type { Move } from './move.js'

/** What moving an image of Enterprise Linux to its minimal one takes; or why it must not be. */
export function moveEnterprise(stage: Stage, subject: Subject, name: string, tag: string): Move | string {
  const installer = slimInstaller(name, tag)
  if (installer === undefined)
    return `what installs packages in the slim image of \`${name}:${tag}\` is not known`
  const reader = new EnterpriseReader(subject, installer === 'microdnf')
  for (const member of [stage, ...stage.heirs])
    for (const instruction of member.instructions) {
      const refusal = reader.read(member, instruction)
      if (refusal !== undefined) return refusal
    }
  return {
    edits: reader.edits,
    added: [],
    also: reader.edits.length > 0 ? ' and install with microdnf' : '',
    doubts: [...reader.doubts],
    evidence: '',
  }
}

class EnterpriseReader {
  readonly edits: Edit[] = []
  readonly doubts = new Set<string>()
  private readonly files: ImageFiles
  private readonly installed = new Set<string>()
  /** Whether there is something to clean: microdnf fails to clean what is not there. */
  private hasCache = false

  constructor(
    private readonly subject: Subject,
    /** Whether dnf and yum have to become microdnf. */
    private readonly isTranslated: boolean,
  ) {
    this.files = new ImageFiles(subject.context)
  }

  /** Takes an instruction down; returns why the image must stay. */
  read(stage: Stage, instruction: Instruction): string | undefined {
    const { model } = this.subject
    const { keyword } = instruction
    const line = `line ${instruction.startLine}`
    if (/^(ADD|COPY)$/.test(keyword) && isContextCopy(instruction))
      for (const file of copiedBy(this.subject, stage, instruction).files) this.files.add(file)
    if (keyword === 'ONBUILD') return `${line} decides for other builds`
    if (keyword === 'RUN') {
      const body = model.bodyOf(stage, instruction)
      if (body.kind === 'none') return `${line} cannot be read: ${body.because}`
      if (
        this.isTranslated &&
        ['/var/cache/dnf', microdnfCache].some((path) => mountsOver(instruction, path))
      )
        return `${line} mounts the cache of dnf`
    }
    const commands = commandsOf(this.subject, stage, instruction)
    if (typeof commands === 'string') {
      this.doubts.add(`${line} cannot be read: ${commands}`)
      return undefined
    }
    const folder = model.scopeAt(stage, instruction).workdir
    for (const command of commands) {
      const refusal = this.command(stage, instruction, command, folder)
      if (refusal !== undefined) return refusal
    }
    return undefined
  }

  private command(
    stage: Stage,
    instruction: Instruction,
    command: Command,
    folder: string | undefined,
  ): string | undefined {
    const line = `line ${instruction.startLine}`
    const isBuild = instruction.keyword === 'RUN'
    const call = dnfCall(command)
    if (call) for (const { value } of call.packages) this.installed.add(value ?? '')
    if (call && this.isTranslated)
      return isBuild ? this.translate(stage, instruction, call) : `${line} runs \`${call.tool}\` in the image`
    if (call || command.words.length === 0) return undefined
    const { name, base } = programOf(command)
    if (this.isTranslated) {
      const named = this.rename(stage, instruction, command)
      if (named !== undefined) return `${line} names \`${named}\`, which is for dnf alone`
    }
    for (const program of base === 'tar' ? [base, ...unpackersOf(command)] : [base]) {
      const missing = minimalLacks(program)
      if (missing !== undefined && !this.installed.has(missing))
        return `${line} runs \`${program}\`, which the minimal image is not known to have: it comes with ${missing}`
    }
    if (this.installed.has(minimalLacks(base) ?? base)) return undefined
    if (isMinimalCommand(base) && !/^(eval|source|\.)$/.test(base)) return undefined
    if (isBuild && this.isTranslated && !this.isOwnProgram(name, base, folder, command))
      return `${line} runs \`${name ?? '$...'}\`, which cannot be seen through and may call dnf`
    this.doubts.add(`${line} runs \`${name ?? '$...'}\`, which is not known to be there`)
    return undefined
  }

  /** Whether a program is found by its name, or is a script that was seen and calls no installer. */
  private isOwnProgram(
    name: string | undefined,
    base: string,
    folder: string | undefined,
    command: Command,
  ): boolean {
    if (name === undefined) return false
    const isShell = /^(sh|bash|eval|source|\.)$/.test(base)
    if (!isShell && !name.includes('/')) return true
    const path = isShell ? command.words.slice(1).find(({ text }) => !text.startsWith('-'))?.value : name
    if (path === undefined || command.words.some(({ value }) => value === '-c')) return false
    const file = findScript(this.files, path, folder)
    const text = file === undefined ? undefined : this.subject.context?.read(file)
    return text !== undefined && !/\b(dnf|yum|apt-get|su|useradd|groupadd|find|tar|which)\b/.test(text)
  }

  private translate(stage: Stage, instruction: Instruction, call: DnfCall): string | undefined {
    const said = `line ${instruction.startLine} runs \`${[call.tool, call.verb ?? '$...'].join(' ')}\``
    const refusal = this.cannotTranslate(call)
    if (refusal !== undefined) return `${said}${refusal}`
    this.hasCache = call.verb !== 'clean'
    return this.replace(stage, instruction, call.toolWord, 'microdnf')
  }

  private cannotTranslate({ verb, flags, packages, privilege }: DnfCall): string | undefined {
    if (privilege !== '') return ' by sudo'
    if (verb === undefined || !/^(install|update|upgrade|clean)$/.test(verb))
      return ', which is not known to be the same in microdnf'
    const option = flags.find(({ value }) => value === undefined || !isMicrodnfOption(value))
    if (option) return ` with \`${option.text}\`, which microdnf does not know`
    const words = packages.map(({ value, hasPattern }) => (hasPattern ? undefined : value))
    switch (verb) {
      case 'install': {
        const at = words.findIndex(
          (word) => word === undefined || !/^[A-Za-z0-9][\w.+-]*$/.test(word) || word.endsWith('.rpm'),
        )
        const ofDnf = words.find((word) => word !== undefined && /\b(dnf|yum)\b/.test(word))
        if (at >= 0) return ` for \`${packages[at]!.text}\`, which is no plain name of a package`
        if (ofDnf !== undefined) return ` for \`${ofDnf}\`, which is for dnf alone`
        return words.length === 0 ? ' without a package' : undefined
      }
      case 'update':
      case 'upgrade':
        return words.length === 0 ? undefined : ' for single packages'
      default:
        if (words.length !== 1 || words[0] !== 'all') return `, and microdnf cleans \`all\` or nothing`
        return this.hasCache ? undefined : ' where there is nothing to clean, with which microdnf fails'
    }
  }

  /** Has a clean-up remove the cache of microdnf; returns what else is meant for dnf. */
  private rename(stage: Stage, instruction: Instruction, command: Command): string | undefined {
    const words = [...command.words, ...command.redirects.flatMap(({ target }) => target ?? [])]
    const named = words.filter(
      ({ text }) => /\b(dnf|yum)\b/.test(text) && !text.startsWith('/etc/yum.repos.d'),
    )
    const isRemoval = command.words[0]?.value === 'rm' && instruction.keyword === 'RUN'
    const isCleaned = isRemoval && named.some(({ text }) => text.startsWith(microdnfCache))
    if (isCleaned) this.hasCache = false
    for (const word of named) {
      const path = /^\/var\/cache\/(dnf|yum)(\/\*|\/)?$/.exec(word.text)
      if (!isRemoval || !path) return word.text
      if (path[1] === 'yum' || isCleaned) continue
      const refusal = this.replace(stage, instruction, word, microdnfCache + (path[2] ?? ''))
      if (refusal !== undefined) return word.text
      this.hasCache = false
    }
    return undefined
  }

  private replace(stage: Stage, instruction: Instruction, word: Word, text: string): string | undefined {
    const body = this.subject.model.bodyOf(stage, instruction)
    if (body.kind === 'none') return body.because
    if (!body.mapped.isInOnePiece(word.span)) return `\`${word.text}\` does not stand in one piece`
    const { start, end } = body.mapped.toSourceSpan(word.span)
    this.edits.push(replaceAt(start, end, text))
    return undefined
  }
}

/** What tar runs to unpack an archive: gzip wherever no name and no option speaks of another, or of none. */
function unpackersOf({ words }: Command): readonly string[] {
  const args = words.slice(1).map(({ value }) => value)
  const said = args.flatMap(
    (value, i) =>
      (value === undefined
        ? undefined
        : value.startsWith('-') || i === 0
          ? tarFilterOf(value)
          : unpackerOf(value)) ?? [],
  )
  if (said.length > 0) return said
  return args.some((value) => value?.endsWith('.tar')) ? [] : ['gzip']
}
