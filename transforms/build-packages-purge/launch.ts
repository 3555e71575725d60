import {
  baseName,
  type Command,
  commandsOf,
  copiedBy,
  findScript,
  ImageFiles,
  type Instruction,
  isContextCopy,
  programOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { callsCompilers } from '../../src/knowledge/build-tools.js'

/** Why an image may be there to build or to work in; undefined where it runs a program. */
export function launchDoubt(stage: Stage, subject: Subject): string | undefined {
  const last = launchOf(stage)
  if (!last) return 'nothing says what the image runs: it may be there to build in'
  const [member, instruction] = last
  const commands = commandsOf(subject, member, instruction)
  if (typeof commands === 'string') return `line ${instruction.startLine} cannot be read: ${commands}`
  for (const command of commands) {
    const { args, base, name } = programOf(command)
    if (name === undefined) return `line ${instruction.startLine} runs a command named by a variable`
    const isBare = args.every(({ text }) => /^-\w*$/.test(text))
    const isShell = /^((ba|da|a|z)?sh|i?python[\d.]*|node|irb|R|julia|php)$/.test(base) && isBare
    const waits = /^(tail|sleep|sshd|jupyter.*|code-server)$/.test(base)
    const builds =
      callsCompilers(base) &&
      !/^(python[\d.]*|npm|yarn|pnpm|npx|node|bundle|bundler|pipenv|poetry|uv|Rscript)$/.test(base)
    const installs =
      callsCompilers(base) && args.some(({ value }) => /^(install|ci|i|add|rebuild|build)$/.test(value ?? ''))
    if (installs) return `line ${instruction.startLine} may build when the image runs`
    if (isShell || waits || builds)
      return `line ${instruction.startLine} runs \`${baseName(name)}\`: people may work in the image`
  }
  return undefined
}

/** Why a script that the image starts may build; undefined where none does. */
export function scriptDoubtOf(stage: Stage, subject: Subject): string | undefined {
  const last = launchOf(stage)
  if (!last) return undefined
  const [member, instruction] = last
  const commands = commandsOf(subject, member, instruction)
  for (const command of typeof commands === 'string' ? [] : commands) {
    const script = scriptOf(command)
    const doubt = script && scriptDoubt(script, member, subject)
    if (doubt !== undefined) return `line ${instruction.startLine} starts \`${script}\`, ${doubt}`
  }
  return undefined
}

/** The instruction that says what the image starts, and its stage. */
function launchOf(stage: Stage): readonly [Stage, Instruction] | undefined {
  const found = [stage, ...stage.heirs].flatMap((member) =>
    member.instructions
      .filter(({ keyword }) => /^(CMD|ENTRYPOINT)$/.test(keyword))
      .map((instruction) => [member, instruction] as const),
  )
  return found.findLast(([, { keyword }]) => keyword === 'ENTRYPOINT') ?? found.at(-1)
}

/** The shell script that a command runs, as far as its name tells. */
function scriptOf(command: Command): string | undefined {
  const { base, args } = programOf(command)
  const operand = args.find(({ text }) => !text.startsWith('-'))?.value
  const isText = args.some(({ text }) => /^-\w*c$/.test(text))
  if (/^((ba|da|a)?sh)$/.test(base)) return isText ? undefined : operand
  return command.words.find(({ value }) => /\.(sh|bash)$|(^|\/)[\w.-]*entrypoint[\w.-]*$/.test(value ?? ''))
    ?.value
}

/** Why a script that the image starts may build; undefined where it was seen, and calls nothing that does. */
function scriptDoubt(path: string, stage: Stage, subject: Subject): string | undefined {
  const files = new ImageFiles(subject.context)
  for (let s: Stage | undefined = stage; s; s = s.parent)
    for (const instruction of s.instructions)
      if (isContextCopy(instruction))
        for (const placed of copiedBy(subject, s, instruction).files) files.add(placed)
  const { workdir } = subject.model.scopeBehind(stage)
  const text = findScript(files, path, workdir) && files.read(path, workdir)
  if (text === undefined) return 'which cannot be seen, and may build'
  return builds.test(text.replace(/^\s*#.*$/gm, '')) ? 'which may build when the image runs' : undefined
}

const builds =
  /\b(gcc|g\+\+|cc|make|cmake|cargo|go\s+(build|run|install|get)|(pip[\d.]*|npm|yarn|pnpm|gem|bundle|composer|poetry)\s+(install|i|ci|add|rebuild|update)|apt-get|apk)\b/
