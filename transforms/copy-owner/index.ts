import {
  defineTransform,
  type Body,
  type Edit,
  type Finding,
  insertAt,
  type Instruction,
  isContextCopy,
  needsBuildKit,
  refuse,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { type Call, readCall } from './call.js'
import { type Filling, fillingOf } from './filling.js'
import { withoutCall } from './leaving.js'
import { obstacleIn } from './obstacle.js'
import { againOf } from './again.js'

export default defineTransform({
  id: 'copy-owner',
  meta: {
    summary: 'Copy files with the owner and mode that a later RUN would give them',
    why:
      'A `chown -R` behind a COPY writes every byte a second time, into a layer of its own: an application of 200 MB takes ' +
      '400 MB. `COPY --chown` writes it once.',
    safety: 'safe',
    risk:
      'Files that an unknown base image has in the folder would keep their owner; builders of before 2020 do not look up ' +
      'variables in `--chown`; a program of another stage may keep set-user-ID, which chown takes away.',
    phase: 'layers',
    alters: [],
    leaves: [
      'folders in which a RUN, a package or the base image may have files',
      'an owner who may be made after the COPY: COPY looks names up',
      'several folders at once, patterns, symbolic modes',
      'modes where the file does not ask for BuildKit: the classic builder has no `--chmod`',
      'archives that ADD unpacks: their files keep the owners that the archive gives them',
      'a copied folder inside another one that is not there yet: builders differ in whose that one is',
      'stages that are not shipped',
    ],
    references: [
      'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
      'https://github.com/moby/moby/issues/35018',
    ],
  },
  visit: { stage: visitStage },
})

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { model, file } = subject
  for (const run of stage.instructions) {
    if (run.keyword !== 'RUN') continue
    const body = model.bodyOf(stage, run)
    if (body.kind === 'none') continue
    for (const command of body.script.commands) {
      const call = readCall(command, model.scopeAt(stage, run), file.escape)
      if (call === undefined) continue
      const because = typeof call === 'string' ? call : undefined
      const filling = typeof call === 'string' ? undefined : fillingOf(stage, subject, run, call)
      if (filling === undefined) {
        if (because !== undefined && isBehindCopy(stage, run)) yield refuse(run.span, because)
        continue
      }
      yield findingFor(stage, subject, run, body, call as Call, filling)
    }
  }
}

const isBehindCopy = (stage: Stage, run: Instruction): boolean =>
  /^(COPY|ADD)$/.test(stage.instructions[stage.instructions.indexOf(run) - 1]?.keyword ?? '')

function findingFor(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  body: Body,
  call: Call,
  filling: Filling,
): Finding {
  const scope = subject.model.scopeAt(stage, run)
  const because =
    (stage.isShipped ? undefined : 'the stage is not shipped: its layers cost nothing') ??
    filling.obstacle ??
    statusOf(body, call) ??
    againOf(stage, subject, call) ??
    filling.copies
      .map((copy) => obstacleIn(stage, subject, copy, call, scope))
      .find((found) => found !== undefined)
  if (because !== undefined) return refuse(run.span, because)
  if (call.flag === 'chmod' && !needsBuildKit(subject.file))
    return refuse(run.span, '`COPY --chmod` needs BuildKit, which this file does not ask for')
  const leaving = withoutCall(stage, subject, run, call, filling)
  if (typeof leaving === 'string') return refuse(run.span, leaving)
  const lines = filling.copies.map(({ startLine }) => startLine).join(', ')
  const what = call.flag === 'chown' ? 'owner' : 'mode'
  const doubt = doubtOf(subject, call, filling)
  return {
    kind: 'change',
    title: `Copy files with the ${what} that a later RUN gives them`,
    at: run.span,
    edits: [...filling.copies.flatMap((copy) => flagFor(copy, call)), ...leaving],
    safety: doubt === undefined ? 'safe' : 'unsafe',
    because: doubt ?? `what line ${lines} copies is all that \`${call.path}\` holds`,
  }
}

/** What may differ behind the change; undefined where nothing does. */
function doubtOf({ file }: Subject, call: Call, { doubt, copies }: Filling): string | undefined {
  const what = call.flag === 'chown' ? 'owner' : 'mode'
  if (doubt !== undefined) return `${doubt}, which would keep their ${what}`
  if (call.value.includes('$') && !needsBuildKit(file))
    return 'builders of before 2020 do not look up variables in `--chown`'
  const foreign = call.flag === 'chown' ? copies.find((copy) => !isContextCopy(copy)) : undefined
  return (
    foreign &&
    `line ${foreign.startLine} may copy a set-user-ID program: chown takes that away, COPY keeps it`
  )
}

/** Why the RUN may go well although the call fails; COPY would not. */
function statusOf({ script }: Body, { command }: Call): string | undefined {
  const [statement, ...others] = script.statements
  const isListed = statement!.operands.some((operand) => operand.command === command)
  return others.length === 0 && isListed && statement!.operators.every((operator) => operator === '&&')
    ? undefined
    : 'the RUN may go well where it fails'
}

function flagFor(copy: Instruction, { flag, value }: Call): Edit[] {
  const { flags, span, rawKeyword } = copy
  // What comes from the build context belongs to root unless told otherwise.
  const isGiven = flag === 'chown' && /^(root|0):(root|0)$/.test(value) && isContextCopy(copy)
  if (isGiven || flags.some(({ name }) => name === flag)) return []
  return [insertAt(flags.at(-1)?.span.end ?? span.start + rawKeyword.length, ` --${flag}=${value}`)]
}
