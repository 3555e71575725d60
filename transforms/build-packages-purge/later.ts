import {
  aptCall,
  apkCall,
  type Command,
  commandsOf,
  type Instruction,
  programOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { buildTool } from '../../src/knowledge/build-tools.js'
import type { Run } from './run.js'

/** What behind a RUN, or in what it writes, uses the packages that go, or may; undefined where nothing does. */
export function laterUse(stage: Stage, subject: Subject, run: Run): string | undefined {
  const programs = run.gone.flatMap((name) => buildTool(name)?.programs ?? [])
  const written = subject.model
    .commandsIn(stage, run.instruction)
    .find(
      (command) => /^(echo|printf|cat|tee|sed)$/.test(programOf(command).base) && isNamed(command, programs),
    )
  if (written) return `\`${programOf(written).base}\` may write a file that calls them`
  const own = stage.instructions.slice(stage.instructions.indexOf(run.instruction) + 1)
  const later = [
    ...own.map((instruction) => [stage, instruction] as const),
    ...stage.heirs.flatMap((heir) => heir.instructions.map((instruction) => [heir, instruction] as const)),
  ]
  for (const [member, instruction] of later) {
    const found = useIn(member, subject, instruction, programs)
    if (found !== undefined) return `line ${instruction.startLine} ${found}`
  }
  return undefined
}

function useIn(
  stage: Stage,
  subject: Subject,
  instruction: Instruction,
  programs: readonly string[],
): string | undefined {
  const { keyword, args } = instruction
  if (/^(LABEL|MAINTAINER|EXPOSE|STOPSIGNAL|COPY|ADD|WORKDIR|ARG|USER|VOLUME)$/.test(keyword))
    return undefined
  if (keyword === 'ONBUILD') return 'decides for other builds'
  const word = args.text.split(/[^\w.+-]+/).find((part) => programs.includes(part))
  if (word !== undefined) return `names \`${word}\``
  if (keyword !== 'RUN') return undefined
  const commands = commandsOf(subject, stage, instruction)
  if (typeof commands === 'string') return `cannot be read: ${commands}`
  const builder = commands.find((command) => !isHarmless(command))
  return builder && `runs \`${programOf(builder).name ?? '$...'}\`, which may use them`
}

function isHarmless(command: Command): boolean {
  if (command.words.length === 0 || aptCall(command) || apkCall(command)) return true
  return harmless.test(programOf(command).base)
}

const harmless =
  /^(:|true|echo|printf|pwd|ls|set|cd|test|\[|export|mkdir|rmdir|touch|chmod|chown|chgrp|ln|cp|mv|rm|sed|cat|tee|grep|find|id|date|sleep|useradd|adduser|groupadd|addgroup|usermod|groupmod|chpasswd|ldconfig|locale-gen|update-locale|update-ca-certificates|a2enmod|a2dismod|a2ensite|a2dissite|setcap|install)$/

const isNamed = ({ words, redirects }: Command, programs: readonly string[]): boolean =>
  [...words, ...redirects.flatMap(({ target }) => target ?? [])].some(({ text }) =>
    text.split(/[^\w.+-]+/).some((part) => programs.includes(part)),
  )
