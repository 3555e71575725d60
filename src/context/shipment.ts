import { copyOf } from '../model/copies.js'
import { baseName, isWithin, joinPath } from '../model/paths.js'
import type { Model, Stage } from '../model/model.js'
import { expand, type Scope } from '../model/scope.js'
import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import type { BuildContext } from './build-context.js'
import { copiedBy } from './copied.js'

/** A stage that takes files from elsewhere and says what to run, and does nothing that takes a system. */
export interface Shipment {
  /** The instruction that names the program. */
  readonly launch: Instruction
  /** The program and its words, as they are run. */
  readonly words: readonly string[]
  /** Where the program may lie in the image, the likeliest first. */
  readonly paths: readonly string[]
  readonly takes: readonly Taking[]
  /** RUNs, which only the one who asks can judge. */
  readonly runs: readonly Instruction[]
}

/** A COPY. */
export interface Taking {
  readonly instruction: Instruction
  /** A stage, an image, or the build context where undefined. */
  readonly from: Stage | string | undefined
  readonly sources: readonly string[]
  /** The absolute path. */
  readonly target: string
  /** Whether files go into the target, whatever they are called. */
  readonly isFolder: boolean
}

interface Seen {
  readonly model: Model
  readonly file: Dockerfile
  readonly context: BuildContext | undefined
}

/** Reads a stage as a shipment; else why it needs a system to stand on. */
export function shipmentOf(
  stage: Stage,
  subject: Seen,
  system: 'none' | 'shell' = 'none',
): Shipment | string {
  const takes: Taking[] = []
  const launch = system === 'none' ? launchOf(stage) : toldLaunchOf(stage, subject)
  if (typeof launch === 'string') return launch
  if (stage.heirs.length > 0) return 'other stages are built on it'
  for (const instruction of stage.instructions) {
    const line = `line ${instruction.startLine}`
    const scope = subject.model.scopeAt(stage, instruction)
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
      const taking = takingOf(stage, subject, instruction)
      if (typeof taking === 'string') return `${line} ${taking}`
      takes.push(taking)
    } else {
      const obstacle = obstacleOf(instruction, launch.words[0]!)
      if (obstacle !== undefined) return `${line} ${obstacle}`
      const foreign = foreignVariable(instruction, scope)
      if (foreign !== undefined) return `\`$${foreign}\` of ${line} comes from the base image`
    }
  }
  const { workdir } = subject.model.scopeBehind(stage)
  const program = launch.words[0]!
  if (workdir !== '/' && !stage.instructions.some(({ keyword }) => keyword === 'WORKDIR'))
    return `its base starts in ${workdir === undefined ? 'a folder that cannot be told' : `\`${workdir}\``}`
  if (!program.startsWith('/') && workdir === undefined)
    return 'the folder in which the program runs cannot be told'
  const searched = stage.instructions.flatMap((instruction) =>
    instruction.keyword === 'ENV' ? foldersOf(instruction, stage, subject) : [],
  )
  return {
    ...launch,
    takes,
    paths: program.includes('/')
      ? [joinPath(workdir, program)!]
      : [...searched, ...standardPath].map((folder) => `${folder}/${program}`),
    runs: stage.instructions.filter(({ keyword }) => keyword === 'RUN'),
  }
}

/** The folders that ENV puts into the path of programs. */
function foldersOf(instruction: Instruction, stage: Stage, { model, file }: Seen): readonly string[] {
  const scope = model.scopeAt(stage, instruction)
  const value = /\bPATH[ =]["']?([^\s"']+)/.exec(instruction.args.text)?.[1] ?? ''
  return value.split(':').flatMap((folder) => {
    const path = expand(folder, scope, file.escape)
    return path?.startsWith('/') ? path.replace(/\/$/, '') : []
  })
}

const standardPath = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin']

/** What the image runs, in exec form. */
function launchOf({
  instructions,
}: Stage): { readonly launch: Instruction; readonly words: readonly string[] } | string {
  const [entry, command] = ['ENTRYPOINT', 'CMD'].map((name) =>
    instructions.findLast(({ keyword }) => keyword === name),
  )
  const launch = entry && entry.json?.length !== 0 ? entry : command
  if (!launch) return 'nothing says what the image runs'
  for (const one of [entry, command]) if (one && !one.json) return `line ${one.startLine} needs a shell`
  const words = launch === entry ? [...entry!.json!, ...(command?.json ?? [])] : launch.json!
  const program = words[0] ?? ''
  if (program === '') return 'nothing says what the image runs'
  if (/^((ba|da|a|z|k)?sh|busybox|env)$/.test(baseName(program)))
    return `line ${launch.startLine} runs \`${program}\`, which needs a system`
  if (words.at(-1) === '--') return `line ${(entry ?? launch).startLine} hands a command on`
  if (isScript(program)) return `line ${launch.startLine} runs the script \`${program}\``
  return { launch, words }
}

/** The same where a shell is there to start it: one plain command, with words that a variable decides as they stand. */
function toldLaunchOf(
  stage: Stage,
  { model }: Seen,
): { readonly launch: Instruction; readonly words: readonly string[] } | string {
  const told = stage.instructions.filter(({ keyword }) => /^(CMD|ENTRYPOINT)$/.test(keyword))
  const launch = told.at(-1)
  if (!launch || launch.json || told.length > 1) return launchOf(stage)
  const script = model.scriptOf(launch.args.text.replace(/^exec\s+/, ''))
  const [command, ...others] = script.kind === 'script' ? script.commands : []
  if (!command || others.length > 0 || command.path.length > 0 || command.redirects.length > 0)
    return `line ${launch.startLine} runs more than one plain command`
  return { launch, words: command.words.map(({ value, text }) => value ?? text) }
}

const isScript = (path: string): boolean => /\.(sh|bash|py|pl|rb)$|(^|\/)[\w-]*entrypoint$/i.test(path)

/** Why an instruction takes a shell or a system. */
function obstacleOf({ keyword, json, args, heredocs }: Instruction, program: string): string | undefined {
  if (keyword === 'SHELL') return 'names a shell'
  if (keyword === 'ONBUILD') return 'decides for other builds'
  if (keyword === 'RUN') return heredocs.length > 0 ? 'has a here-document' : undefined
  if (keyword !== 'HEALTHCHECK' || /^NONE$/i.test(args.text.trim())) return undefined
  if (!json) return 'checks the health with a shell'
  return json[0] === program ? undefined : `checks the health with \`${json[0] ?? ''}\``
}

/** A variable that the file does not set, where the builder replaces it. */
function foreignVariable({ keyword, json, args }: Instruction, scope: Scope): string | undefined {
  if (json || !/^(ENV|WORKDIR|USER|EXPOSE|VOLUME|LABEL|STOPSIGNAL)$/.test(keyword)) return undefined
  for (const [, bare, braced] of args.text.matchAll(/(?<!\\)\$(?:(\w+)|\{(\w+))/g)) {
    const name = bare ?? braced!
    if (name !== 'PATH' && !scope.variables.has(name)) return name
  }
  return undefined
}

function takingOf(stage: Stage, subject: Seen, instruction: Instruction): Taking | string {
  const scope = subject.model.scopeAt(stage, instruction)
  if (instruction.heredocs.length > 0) return 'has a here-document'
  const { sources, target } = copyOf(instruction)
  if (/["'\\]/.test([...sources, target].join('')) && !instruction.json)
    return 'copies what is named in quotes'
  const known = [...sources, target].map((word) => expand(word, scope, subject.file.escape))
  if (known.includes(undefined)) return 'copies what a variable names'
  const to = joinPath(scope.workdir, known.at(-1)!)
  if (to === undefined) return 'copies to a folder that cannot be told'
  const from = stage.sources.find((source) => source.instruction === instruction)?.from
  const taking = {
    instruction,
    from,
    sources: known.slice(0, -1) as string[],
    target: to,
    isFolder: /(^|\/)\.{0,2}$/.test(known.at(-1)!) || sources.length > 1 || to === scope.workdir,
  }
  return foreignness(taking, stage, subject) ?? taking
}

/** Why files may need more than lies in a small image. */
function foreignness(
  { instruction, from, sources, target }: Taking,
  stage: Stage,
  subject: Seen,
): string | undefined {
  const script = [...sources, target].find(isScript)
  if (script !== undefined) return `copies the script \`${script}\``
  if (/(^|\/)(busybox|bash|sh)$/.test(target)) return 'brings a shell'
  if (typeof from === 'string')
    return sources.every((source) => data.some((folder) => isWithin(source, folder)))
      ? undefined
      : `takes programs from \`${from}\``
  if (from !== undefined) return undefined
  if (
    instruction.keyword === 'ADD' &&
    sources.some((source) => /:\/\/|\.(tar|tgz|zip|t?[gx]z|bz2)/.test(source))
  )
    return 'adds an archive, or what an address holds'
  const { files } = copiedBy(subject, stage, instruction)
  if (files.length === 0) return sources.every(isPlain) ? undefined : 'copies what cannot be seen'
  for (const { file } of files) {
    const text = subject.context?.read(file)
    if (isScript(file) || text?.startsWith('#!')) return `copies the script \`${file}\``
    if (text === undefined && !isPlain(file)) return `copies \`${file}\`, which may be a program`
  }
  return undefined
}

/** Folders in which no programs lie. */
const data = [
  '/etc/ssl',
  '/etc/pki',
  '/etc/ca-certificates',
  '/usr/share',
  '/etc/passwd',
  '/etc/group',
  '/etc/mime.types',
]

const isPlain = (source: string): boolean =>
  /\.(json|ya?ml|toml|ini|cfg|conf|properties|xml|html?|css|js|map|txt|md|csv|pem|crt|key|sql|tmpl|env|svg|png|jpe?g|gif|ico|webp|woff2?|ttf|eot|pdf|gz|db|mmdb)$/i.test(
    source,
  )

/** The paths in what a COPY takes from that a path of the image may stand for. */
export function originsOf(path: string, { sources, target, isFolder }: Taking): readonly string[] {
  if (!isWithin(path, target)) return []
  const rest = path.slice(target === '/' ? 0 : target.length)
  return sources.flatMap((source) => {
    const root = joinPath('/', source)!
    const own = rest === '' ? (isFolder ? [] : [root]) : [`${root === '/' ? '' : root}${rest}`]
    return rest === `/${baseName(root)}` ? [root, ...own] : own
  })
}

/** Why a user or group of a shipment may not be there; undefined where all are, or their numbers are told. */
export function accountDoubt(
  stage: Stage,
  { takes }: Shipment,
  isUser: (name: string) => boolean,
  isGroup: (name: string) => boolean,
): string | undefined {
  const brings = (file: string): boolean => takes.some(({ target }) => target === file)
  const isKnown = (account: string): boolean => {
    const [user = '', group = ''] = account.split(':')
    return (
      (/^\d*$/.test(user) || isUser(user) || brings('/etc/passwd')) &&
      (/^\d*$/.test(group) || isGroup(group) || brings('/etc/group'))
    )
  }
  for (const { keyword, args, flags, startLine } of stage.instructions) {
    const owner = flags.find(({ name }) => name === 'chown')?.value
    if (keyword === 'USER' && !isKnown(args.text))
      return `nothing shows that the user \`${args.text}\` is there`
    if (owner !== undefined && !isKnown(owner))
      return `line ${startLine} gives files to \`${owner}\`, who may not be there`
  }
  return undefined
}
