import {
  baseName,
  type Command,
  type Instruction,
  isWithin,
  joinPath,
  resolve,
  type Scope,
  type Stage,
  type Subject,
  withoutOptions,
} from '../../src/kit.js'

/**
 * What a RUN in front of all COPYs has to do with a folder, as far as its text and what is in force tell. `makes`: it
 * makes the folder and no more. `perhaps`: it runs what cannot be seen.
 */
export type Mention =
  { readonly kind: 'makes' } | { readonly kind: 'names' | 'perhaps'; readonly because: string }

/** Undefined where it has nothing to do with it. */
export function mentionIn(
  stage: Stage,
  { model }: Subject,
  instruction: Instruction,
  path: string,
): Mention | undefined {
  const scope = model.scopeAt(stage, instruction)
  const worksThere = scope.workdir !== undefined && isRelated(scope.workdir, path)
  const text = instruction.args.text + instruction.heredocs.map(({ content }) => content).join('\n')
  const variable = variableIn(text, scope, path)
  if (variable !== undefined) return names(`\`${variable}\` leads there`)
  const body = model.bodyOf(stage, instruction)
  const commands = body.kind === 'none' ? undefined : body.script.commands
  if (namesPath(text, path)) {
    const named = commands?.filter(({ span }) => namesPath(text.slice(span.start, span.end), path))
    const isMade = named && named.length > 0 && named.every((command) => isMkdir(command, path))
    return isMade ? { kind: 'makes' } : names('it names it')
  }
  const last = path.slice(path.lastIndexOf('/') + 1)
  const isNamed = commands ? commands.some((command) => endsLike(command, last)) : hasWord(text, last)
  if (isNamed) return names(`it names \`${last}\``)
  if (worksThere && !commands?.every(leavesFolder)) return names('it works there')
  if (body.kind === 'none') return { kind: 'perhaps', because: body.because }
  const script = body.script.commands.find(runsScript)
  return script && { kind: 'perhaps', because: `\`${script.words[0]!.text}\` runs what cannot be seen` }
}

const names = (because: string): Mention => ({ kind: 'names', because })

/** Whether a command writes nothing into the folder that it runs in. */
function leavesFolder({ words, redirects }: Command): boolean {
  return redirects.length === 0 && quiet.test(baseName(words[0]?.value ?? ''))
}

const quiet =
  /^(apt-get|apt|apk|useradd|groupadd|adduser|addgroup|usermod|set|true|:|update-ca-certificates|locale-gen|ldconfig)$/

/** Whether a command runs a script of the author's, or of somebody else. */
function runsScript(command: Command): boolean {
  const { name, args } = resolve(command)
  if (name === undefined) return command.words.length > 0
  return (
    name.includes('/') ||
    /\.(sh|py|pl|rb|js)$/.test(name) ||
    (/^(sh|bash|dash|ash|zsh|source|\.)$/.test(name) && !args.some(({ text }) => /^-\w*c$/.test(text)))
  )
}

const isRelated = (folder: string, path: string): boolean =>
  isWithin(folder, path) || (folder !== '/' && isWithin(path, folder))

/** A variable that holds such a path and that the text names, or that programs read unasked. */
function variableIn(text: string, { variables }: Scope, path: string): string | undefined {
  for (const [name, value] of variables.known()) {
    const holds = value
      .split(/[\s:,"'=]+/)
      .some((part) => part.startsWith('/') && isRelated(joinPath('/', part)!, path))
    if (!holds) continue
    if (new RegExp(`\\$\\{?${name}\\b`).test(text)) return name
    if (name !== 'PATH' && !authors.test(name)) return name
  }
  return undefined
}

/** Names that authors give to variables which no program reads unasked. */
const authors =
  /^(\w+_)?(APP|APPS|APPLICATION|CODE|DEPLOY|INSTALL|PROJECT|ROOT|SERVICE|SOURCE|SRC|WORK|WORKDIR|WORKING)(_?(DIR|DIRECTORY|DEST|FOLDER|HOME|LOCATION|PATH|ROOT))?$/i

const namesPath = (text: string, path: string): boolean =>
  (text.match(/(?<![\w.:/-])\/[\w./-]*/g) ?? []).some(
    (named) => isRelated(joinPath('/', named)!, path) && named !== '/',
  )

function isMkdir(command: Command, path: string): boolean {
  const { name, args } = resolve(command)
  return (
    name === 'mkdir' &&
    withoutOptions(args).every(
      ({ value }) => value !== undefined && (!namesPath(value, path) || joinPath('/', value) === path),
    )
  )
}

/** Whether a command that is not about accounts names a file or an address that ends like the folder. */
function endsLike(command: Command, last: string): boolean {
  const { name, args } = resolve(command)
  if (
    /^(useradd|groupadd|adduser|addgroup|usermod|groupmod|chown|chgrp|chmod|passwd|echo|printf)$/.test(
      name ?? '',
    )
  )
    return false
  return [...args, ...command.redirects.flatMap(({ target }) => target ?? [])].some(({ text }) =>
    hasWord(text, last),
  )
}

const hasWord = (text: string, last: string): boolean =>
  text.split(/[\s"'/;&|():=]+/).some((part) => part === last || part === `${last}.git`)
