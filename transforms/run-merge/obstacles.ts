import {
  type Body,
  commentsBetween,
  firstEndingFrom,
  type Instruction,
  isRoot,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import type { Piece } from './piece.js'
import { bytesIn, maxBytes, type Member } from './group.js'

/** Why a RUN cannot follow the others in one shell. */
export function findObstacle(
  stage: Stage,
  subject: Subject,
  group: readonly Member[],
  next: Piece,
  workdirs: readonly Instruction[],
): string | undefined {
  const { model } = subject
  const { instruction, body } = next
  const { piece: last } = group.at(-1)!
  const flags = (i: Instruction): string =>
    i.flags
      .map((f) => f.text)
      .sort()
      .join(' ')
  if (last.onlyLast !== undefined) return `the RUN above must end its shell: ${last.onlyLast}`
  if (flags(instruction) !== flags(last.instruction)) return 'its flags differ from those of the RUN above'
  if (hasPragma(subject, instruction)) return 'a comment above it names this one instruction'
  if (subject.isIgnored(last.instruction)) return 'a comment above the RUN before it tells so'
  if (group.at(-1)!.bytes + bytesIn(body) > maxBytes)
    return 'the merged command would be longer than the kernel takes'
  if (
    workdirs.length > 0 &&
    instruction.flags.some(({ name, value }) => name === 'mount' && !isAbsoluteMount(value ?? ''))
  )
    return 'a mount of it depends on the WORKDIR between'
  if (
    /\b(rm|mv)\b.*gnupg/i.test(body.script.text) &&
    group.some((m) => leavesAgent.test(m.piece.body.script.text))
  )
    return 'an agent of gpg may still be at work in the folder that it removes'
  if (workdirs.length > 0 && model.scopeAt(stage, instruction).variables.has('CDPATH'))
    return '`CDPATH` decides where `cd` goes'
  const all = [...group.flatMap((m) => m.workdirs), ...workdirs]
  if (next.isOpenEnded && all.length > 0) return 'a continuation ends the file'
  if (all.length > 0 && goesBack(body)) return 'it goes back to the folder before, which the WORKDIR would be'
  if (hasCommentedInstruction(subject, last.instruction.span.end, instruction.span.start))
    return 'a commented-out instruction stands in between'
  for (const workdir of workdirs) {
    if (isLinked(stage, workdir)) return 'the WORKDIR between may be a link'
    if (hasPragma(subject, workdir)) return 'a comment above the WORKDIR between names this one instruction'
    if (!/^[\w./][\w./+-]*$/.test(workdir.args.text) || workdir.args.text.includes('..'))
      return 'the WORKDIR between is not plain'
    if (workdir.comments.length > 0) return 'a comment stands inside the WORKDIR between'
    if (!isRoot(stage, model.scopeAt(stage, workdir)))
      return 'the WORKDIR between may be made by another user than root'
  }
  return undefined
}

/** `cd -` with no `cd` in front of it. */
function goesBack({ script }: Body): boolean {
  const at = script.text.search(/OLDPWD|~-/)
  const first = script.commands.find(({ words }) => /^(cd|pushd)$/.test(words[0]?.value ?? ''))
  return first?.words[1]?.value === '-' || (at >= 0 && at < (first?.span.end ?? Infinity))
}

/** gpg starts agents that outlive it. */
const leavesAgent = /\b(gpg2?|dirmngr|apt-key\s+adv)\b/

const isAbsoluteMount = (value: string): boolean =>
  /type=(secret|ssh)/.test(value) || /(^|,)(target|dst|destination)=\//.test(value)

function hasPragma({ file, model }: Subject, instruction: Instruction): boolean {
  if (model.pragmasOf(instruction).length > 0) return true
  let at = instruction.span.start
  for (let i = firstEndingFrom(file.comments, at) - 1; i >= 0; i--) {
    const { start, end } = file.comments[i]!
    if (file.text.slice(end, at).trim() !== '') return false
    if (foreignPragma.test(file.text.slice(start, end))) return true
    at = start
  }
  return false
}

const foreignPragma =
  /^#\s*(hadolint|dfslim|checkov|trivy|kics|semgrep|nosemgrep|nosec|tally|dockle|renovate|snyk|tflint)\b/i

/** Whoever uncomments it must find an instruction's place around it. */
const hasCommentedInstruction = ({ file }: Subject, from: number, to: number): boolean =>
  commentsBetween(file, from, to).some(({ start, end }) =>
    /^#+\s*(RUN|COPY|ADD|ENV|ARG|FROM|USER|WORKDIR|CMD|ENTRYPOINT|EXPOSE|VOLUME|LABEL|ONBUILD)\s+\S/.test(
      file.text.slice(start, end),
    ),
  )

/** Docker enters the folder behind a link, a shell stays at the link. */
function isLinked(stage: Stage, { args }: Instruction): boolean {
  if (!links.has(stage)) links.set(stage, linksIn(stage))
  return links.get(stage)!.some((text) => text.includes(args.text))
}

const links = new WeakMap<Stage, readonly string[]>()

const linksIn = ({ instructions }: Stage): string[] =>
  instructions.filter((i) => i.keyword === 'RUN' && /\bln\b/.test(i.args.text)).map((i) => i.args.text)
