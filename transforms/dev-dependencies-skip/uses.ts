import {
  baseName,
  type Command,
  commandsOf,
  programOf,
  resolve,
  type Instruction,
  type Stage,
  type Subject,
} from '../../src/kit.js'

/** Programs that run nothing of a project. */
const inert =
  /^(rm|mkdir|rmdir|chown|chmod|cp|mv|ln|echo|cd|set|true|touch|apt-get|apt|apk|adduser|addgroup|useradd|groupadd|usermod|find|ls|cat|sed|export|printf|test|\[|sleep|date|curl|wget|tar|unzip|pip|pip3|:|umask|sync|strip|a2enmod|a2ensite|docker-php-ext-\w+|pecl|setcap|yum|dnf|gem)$/

/** What may run behind the install, and so may need what is left out: `line 5 may use them: \`tsc\``. */
export function laterUse(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  install: Command,
  allows: (command: Command) => boolean,
): string | undefined {
  const { model } = subject
  for (const other of model.stages)
    if (
      other !== stage &&
      (other.parent === stage || other.sources.some(({ from }) => from === stage)) &&
      !other.isShipped
    )
      return `line ${other.from.startLine} builds on them`
  for (const member of [stage, ...stage.heirs]) {
    const after = member === stage ? model.positionOf(run) : 0
    for (const instruction of member.instructions.slice(after)) {
      const line = `line ${instruction.startLine}`
      if (instruction.keyword === 'ONBUILD') return `${line} decides for other builds`
      if (instruction.keyword !== 'RUN') continue
      const commands = commandsOf(subject, member, instruction)
      if (typeof commands === 'string') return `${line} cannot be read: ${commands}`
      const user = commands.find(
        (command) =>
          (instruction !== run || command.span.start > install.span.start) &&
          !inert.test(baseName(resolve(command).name ?? (command.words.length === 0 ? 'true' : ''))) &&
          !allows(command),
      )
      if (user) return `${line} may use them: \`${resolve(user).name ?? '$...'}\``
    }
  }
  return undefined
}

/** The commands that the image runs when it starts; undefined where nothing says so, or it cannot be read. */
export function startingCommands(stage: Stage, subject: Subject): readonly Command[] | undefined {
  const last = [stage, ...stage.heirs].findLast(({ isShipped }) => isShipped) ?? stage
  const found = new Map<string, readonly Command[] | string>()
  for (let s: Stage | undefined = last; s; s = s.parent)
    for (const instruction of s.instructions.toReversed())
      if (/^(CMD|ENTRYPOINT|HEALTHCHECK)$/.test(instruction.keyword) && !found.has(instruction.keyword))
        found.set(instruction.keyword, commandsOf(subject, s, instruction))
  const entry = found.get('ENTRYPOINT')
  const all = [...found.values()]
  if (all.some((commands) => typeof commands === 'string')) return undefined
  if (!found.has('CMD') && !found.has('ENTRYPOINT')) return undefined
  // Behind an ENTRYPOINT, CMD is what it is told.
  const isTold =
    entry !== undefined &&
    typeof entry !== 'string' &&
    entry.length > 0 &&
    programOf(entry[0]!).name !== undefined
  return [...found]
    .filter(([keyword]) => keyword !== 'CMD' || !isTold)
    .flatMap(([, commands]) => commands as readonly Command[])
}
