import {
  defineTransform,
  type Finding,
  type Instruction,
  refuse,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { readPiece } from './piece.js'
import { bytesIn, type Member } from './group.js'
import { mergeOf } from './joining.js'
import { findObstacle } from './obstacles.js'

export default defineTransform({
  id: 'run-merge',
  meta: {
    summary: 'Merge consecutive RUN instructions into one',
    why:
      'Each RUN is a layer, and a layer keeps every byte that a later one deletes. In one RUN a clean-up counts, ' +
      'whoever wrote it: four RUNs that install curl and git and clean up take 269 MB on bookworm, one takes 250 MB.',
    safety: 'safe',
    phase: 'layers',
    alters: [],
    leaves: [
      'RUNs with different flags (`--mount`, `--network`), in exec form, with a here-document, or for another shell',
      'a RUN that leaves a process in the background, starts a service, or writes `/etc/hosts` and the like',
      'a `set -e` script that another RUN would follow: errexit does not hold inside a list that goes on',
      'a RUN with a tool’s pragma above it is not merged into the one before: the pragma names that one instruction',
      'RUNs with a commented-out instruction between them',
      'stages that are not shipped: merging there saves nothing and costs build cache',
      'RUNs with anything but RUN, WORKDIR and comments between them',
    ],
    references: [
      'https://docs.docker.com/build/building/best-practices/#run',
      'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#set',
    ],
    hadolint: ['DL3059'],
  },
  visit: { stage: (stage, subject) => visitStage(stage, subject) },
})

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { model } = subject
  let group: Member[] = []
  let workdirs: Instruction[] = []
  let isSecond = false
  let blocked: string | undefined
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'WORKDIR' && group.length > 0) {
      workdirs.push(instruction)
      continue
    }
    if (instruction.keyword !== 'RUN') {
      isSecond = false
      if (instruction.keyword !== 'WORKDIR') blocked = undefined
      yield* mergeOf(stage, subject, group)
      group = []
      workdirs = []
      continue
    }
    if (!stage.isShipped) {
      if (!isSecond) isSecond = true
      else {
        yield refuse(
          instruction.span,
          'the stage is not shipped: merging saves no byte of the image and costs build cache',
        )
        return
      }
      continue
    }
    const piece = readPiece(model, stage, instruction)
    const because =
      group.length === 0
        ? blocked && `the RUN above stays alone: ${blocked}`
        : typeof piece === 'string'
          ? piece
          : findObstacle(stage, subject, group, piece, workdirs)
    if (because !== undefined) yield refuse(instruction.span, because)
    blocked = typeof piece === 'string' ? piece : undefined
    if (group.length === 0 || because !== undefined || typeof piece === 'string') {
      yield* mergeOf(stage, subject, group)
      group = []
      if (typeof piece !== 'string') group.push({ piece, workdirs: [], bytes: bytesIn(piece.body) })
    } else group.push({ piece, workdirs, bytes: (group.at(-1)?.bytes ?? 0) + bytesIn(piece.body) })
    workdirs = []
  }
  if (stage.isShipped) yield* mergeOf(stage, subject, group)
}
