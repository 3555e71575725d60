import {
  apkCall,
  type Command,
  commandsOf,
  copiedBy,
  copyOf,
  ImageFiles,
  type Instruction,
  isContextCopy,
  isWithin,
  joinPath,
  programOf,
  type Stage,
  type Subject,
  withoutOptions,
} from '../../src/kit.js'
import { isNginxLostCommand, isNginxSlimCommand, nginxModuleIn } from '../../src/knowledge/nginx.js'
import type { Move } from './move.js'

const settings = '/etc/nginx'
const started = '/docker-entrypoint.d'
const lacks = 'the slim image lacks the modules geoip, image-filter, njs and xslt'

/** What moving nginx to its slim image takes; or why it must not be. */
export function moveNginx(stage: Stage, subject: Subject): Move | string {
  const reader = new NginxReader(subject)
  for (const member of [stage, ...stage.heirs])
    for (const instruction of member.instructions) {
      const refusal = reader.read(member, instruction)
      if (refusal !== undefined) return refusal
    }
  if (!reader.hasContent)
    reader.doubts.add('nothing is copied or run: its configuration may come from elsewhere')
  return {
    edits: [],
    added: [],
    also: '',
    doubts: [...reader.doubts],
    evidence: 'no configuration loads a module that is missing, and every command used is in the slim image',
  }
}

class NginxReader {
  readonly doubts = new Set<string>()
  hasContent = false
  private readonly files: ImageFiles
  private readonly installed = new Set<string>()

  constructor(private readonly subject: Subject) {
    this.files = new ImageFiles(subject.context)
  }

  /** Takes an instruction down; returns why the image must stay. */
  read(stage: Stage, instruction: Instruction): string | undefined {
    const { keyword, args } = instruction
    const line = `line ${instruction.startLine}`
    const asked = /^(LABEL|MAINTAINER)$/.test(keyword) ? undefined : nginxModuleIn(args.text)
    if (asked !== undefined) return `${line} names \`${asked}\`, and ${lacks}`
    if (/^(ADD|COPY|RUN)$/.test(keyword)) this.hasContent = true
    if (/^(ADD|COPY)$/.test(keyword)) return this.copy(stage, instruction, line)
    if (keyword === 'ONBUILD') this.doubts.add(`${line} decides for other builds`)
    if (keyword === 'SHELL') this.doubts.add(`${line} sets another shell`)
    if (keyword === 'VOLUME' && args.text.includes(settings))
      this.doubts.add(`the configuration that ${line} keeps in a volume may come from elsewhere`)
    const commands = commandsOf(this.subject, stage, instruction)
    if (typeof commands === 'string') {
      this.doubts.add(`${line} cannot be read: ${commands}`)
      return undefined
    }
    const folder = this.subject.model.scopeAt(stage, instruction).workdir
    for (const command of commands) {
      const refusal = this.command(command, folder, line)
      if (refusal !== undefined) return refusal
    }
    return undefined
  }

  private copy(stage: Stage, instruction: Instruction, line: string): string | undefined {
    const { workdir } = this.subject.model.scopeAt(stage, instruction)
    const { sources, target } = copyOf(instruction)
    const goal = /[$"'\\]/.test(target) ? undefined : joinPath(workdir, target)
    const decides =
      goal === undefined ||
      [settings, started].some((folder) => isWithin(goal, folder) || isWithin(folder, goal))
    const { files } = isContextCopy(instruction) ? copiedBy(this.subject, stage, instruction) : { files: [] }
    if (decides && files.length === 0)
      this.doubts.add(`what ${line} copies cannot be seen, and may be configuration that loads a module`)
    const isUnseen = files.length === 0 && isContextCopy(instruction)
    if (isUnseen && !decides && (/(^|\/)s?bin$/.test(goal) || sources.some((name) => name.endsWith('.sh'))))
      this.doubts.add(
        `what ${line} copies cannot be seen, and may be a script that calls more than the slim image has`,
      )
    if (goal !== undefined && isWithin(goal, started)) this.doubts.add(`what ${line} copies is run`)
    for (const placed of files) {
      this.files.add(placed)
      if (!decides && !/\.(conf|template|inc|nginx)$/.test(placed.file)) continue
      const text = this.subject.context?.read(placed.file)
      const asked = nginxModuleIn(withoutComments(text ?? ''))
      if (asked !== undefined) return `\`${placed.file}\` of ${line} names \`${asked}\`, and ${lacks}`
      if (text === undefined) this.doubts.add(`\`${placed.file}\` of ${line} cannot be read`)
    }
    return undefined
  }

  private command(command: Command, folder: string | undefined, line: string): string | undefined {
    const apk = apkCall(command)
    if (apk?.verb === 'add')
      for (const { value } of withoutOptions(apk.args))
        this.installed.add(value?.replace(/[=<>~@].*/, '') ?? '')
    else if (apk && !/^(update|upgrade|info|search|version|list)$/.test(apk.verb ?? ''))
      this.doubts.add(`${line} runs \`apk ${apk.verb ?? '$...'}\``)
    if (command.words.length === 0) return undefined
    const { name, base, args } = programOf(command)
    if (name === undefined) this.doubts.add(`${line} runs a command named by a variable`)
    else if (isNginxLostCommand(base) && !this.installed.has(base))
      return `${line} runs \`${base}\`, which the slim image lacks`
    else if (!this.isKnown(name, base))
      this.doubts.add(`${line} runs \`${name}\`, which cannot be seen through`)
    if (/^(sh|ash|\.|eval|xargs)$/.test(base))
      this.doubts.add(`${line} runs \`${base}\`, which cannot be seen through`)
    const at = args.findIndex(({ value }) => value === '-c')
    if (base === 'nginx' && at >= 0) this.wants(args[at + 1]?.value, folder, line)
    const made = command.redirects.filter(({ operator }) => operator.includes('>'))
    const words = [...args, ...made.flatMap(({ target }) => target ?? [])]
    const isInside = folder === undefined || isWithin(folder, settings)
    const brings = /^(cp|mv|ln|tar|unzip|git|wget|envsubst|tee)$/.test(base)
    if (brings && (isInside || words.some(({ text }) => text.includes(settings)))) {
      const [source] = withoutOptions(args)
      if (!/^(cp|mv)$/.test(base)) this.wants(undefined, folder, line)
      else this.wants(source?.value, folder, line)
    }
    return undefined
  }

  /** Whether a program is one that the slim image has, or an installed package is called like it. */
  private isKnown(name: string, base: string): boolean {
    if (/^\/?docker-entrypoint\.sh$/.test(name))
      return this.files.find('/docker-entrypoint.sh', '/') === undefined
    if (name !== base && !/^(\/usr)?(\/local)?\/s?bin\/[^/]+$/.test(name)) return false
    return isNginxSlimCommand(base) || this.installed.has(base)
  }

  /** A file that becomes configuration must have been seen; all of those that were are judged when they are copied. */
  private wants(path: string | undefined, folder: string | undefined, line: string): void {
    const isOwn = path !== undefined && isWithin(joinPath(folder, path) ?? '/', settings)
    if (!isOwn && (path === undefined || this.files.find(path, folder) === undefined))
      this.doubts.add(`the configuration that ${line} makes cannot be seen`)
  }
}

const withoutComments = (text: string): string => text.replace(/^\s*#.*$/gm, '')
