import { commandsOf, type Instruction, type Stage, type Subject } from '../../src/kit.js'
import { findPhrase, fillsIn, programCall, type Fill, type ProgramCall } from './calls.js'

/** What reads a cache behind a RUN, in this stage or one built on it: `line 5`; undefined for nothing that is seen. */
export function findReader(stage: Stage, subject: Subject, run: Instruction, fill: Fill): string | undefined {
  const { model } = subject
  for (const member of [stage, ...stage.heirs]) {
    const after = member === stage ? model.positionOf(run) : 0
    for (const instruction of member.instructions.slice(after)) {
      const { keyword, startLine } = instruction
      if (keyword === 'ONBUILD' && fill.manager.isReadLater) return `line ${startLine}`
      const commands = commandsOf(subject, member, instruction)
      if (typeof commands === 'string') {
        if (instruction.args.text.includes(fill.base)) return `line ${startLine}, which cannot be read,`
        continue
      }
      const later =
        instruction === run ? commands.filter((c) => c.span.start > fill.command.span.start) : commands
      const isReader = keyword === 'RUN' ? readsWhenBuilt : readsWhenRun
      if (later.some((command) => isReader(programCall(command), fill))) return `line ${startLine}`
    }
  }
  return undefined
}

/** The RUN in front of another that fills the same cache: what it fetched is in its own layer. */
export function findEarlier(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  fill: Fill,
): Instruction | undefined {
  for (let s: Stage | undefined = stage; s; s = s.parent) {
    const before = s === stage ? s.instructions.slice(0, subject.model.positionOf(run)) : s.instructions
    const found = before.find(
      (earlier) =>
        earlier.keyword === 'RUN' &&
        fillsIn(s!, subject, earlier).some(({ manager }) => manager === fill.manager),
    )
    if (found) return found
  }
  return undefined
}

function readsWhenBuilt(call: ProgramCall | undefined, { manager }: Fill): boolean {
  if (call === undefined) return false
  const isOwn = manager.programs.test(call.base)
  if (isOwn && manager.isReadLater) return !isQuestion(call)
  return isOwn && call.args.some(({ value }) => manager.offline.test(value ?? ''))
}

function readsWhenRun(call: ProgramCall | undefined, { manager }: Fill): boolean {
  if (call === undefined) return false
  if (manager.readers?.test(call.base)) return true
  if (!manager.programs.test(call.base)) return false
  if (manager.part === 'dotnet') return /^(run|watch|test|ef|build|msbuild)$/.test(call.args[0]?.value ?? '')
  if (manager.isReadLater || call.args.some(({ value }) => manager.offline.test(value ?? ''))) return true
  return manager.fills.some((phrase) => phrase !== '*' && findPhrase(call.args, phrase) !== undefined)
}

const isQuestion = ({ args }: ProgramCall): boolean =>
  args.every(({ value }) => /^(-v|-V|--version|version|env|help|--help)$/.test(value ?? ''))
