import {
  commentsBetween,
  defineTransform,
  type Edit,
  type Finding,
  insertAt,
  type Instruction,
  isRoot,
  refuse,
  removeInstruction,
  removeLinesOf,
  removeOperands,
  replaceAt,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { type Archive, archiveIn } from './archive.js'
import { type Mounting, mountingIn } from './mounting.js'
import { type Unpacking, unpackingIn } from './unpacking.js'

export default defineTransform({
  id: 'copy-archive',
  meta: {
    summary: 'Let ADD unpack an archive that a RUN unpacks and removes, or mount it',
    why:
      'An archive that is copied, and removed by a later RUN, stays in the layer that copied it. ADD unpacks a local tar ' +
      'itself, and BuildKit mounts others while they are unpacked: no layer holds the archive.',
    safety: 'unsafe',
    risk: 'ADD gives files the numbers of their owners, tar goes by the names where the image has such a user.',
    phase: 'layers',
    alters: [],
    leaves: [
      'archives that are fetched, or are not removed',
      'archives that are no tar, that anything else names, such as a checksum, and options that ADD does not know, such as `--strip-components`: unless the file has what BuildKit alone knows, so that they can be mounted',
      'archives in a RUN that changes or removes files around them',
      'folders in which the image may have files already',
      'a RUN that does something else first, or is not run by root',
      'stages that are not shipped',
    ],
    references: [
      'https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives',
      'https://docs.docker.com/reference/dockerfile/#run---mounttypebind',
    ],
  },
  visit: { stage: visitStage },
})

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  for (const [i, copy] of stage.instructions.entries()) {
    const archive = archiveIn(stage, subject, copy)
    if (archive === undefined) continue
    const found = stage.instructions.slice(i + 1).find(({ args }) => args.text.includes(archive.name))
    if (found?.keyword !== 'RUN') continue
    const way = wayFor(stage, subject, copy, found, archive)
    if (way === undefined) continue
    const because = typeof way === 'string' ? way : obstacleOf(stage, subject, copy, found, archive, way)
    if (because !== undefined) yield refuse(copy.span, because)
    else if (typeof way === 'object')
      yield way.kind === 'mounting'
        ? mount(stage, subject, copy, found, way)
        : unpack(stage, subject, copy, found, archive, way)
  }
}

/** ADD where it can do what the RUN does, else a mount where the file is built by BuildKit. */
function wayFor(
  stage: Stage,
  subject: Subject,
  copy: Instruction,
  run: Instruction,
  archive: Archive,
): Unpacking | Mounting | string | undefined {
  if (archive.kind === 'other') return mountingIn(stage, subject, copy, run, archive)
  const unpacking = unpackingIn(stage, subject, run, archive)
  if (typeof unpacking !== 'string') return unpacking
  const mounting = mountingIn(stage, subject, copy, run, archive)
  return typeof mounting === 'object' ? mounting : unpacking
}

/** What neither sees files nor makes any. */
const passable = /^(LABEL|MAINTAINER|EXPOSE|STOPSIGNAL|ENV|ARG|WORKDIR)$/

function obstacleOf(
  stage: Stage,
  { file, model }: Subject,
  copy: Instruction,
  run: Instruction,
  { name }: Archive,
  { kind }: Unpacking | Mounting,
): string | undefined {
  const { instructions } = stage
  if (!stage.isShipped) return 'the stage is not shipped: its layers cost nothing'
  const between = instructions.slice(instructions.indexOf(copy) + 1, instructions.indexOf(run))
  const other = between.find(({ keyword }) => !passable.test(keyword))
  if (other) return `line ${other.startLine} stands between`
  const again = file.instructions.find((one) => one !== copy && one !== run && one.args.text.includes(name))
  if (again) return `line ${again.startLine} names the archive as well`
  if (run.flags.length > 0 && kind === 'unpacking') return `line ${run.startLine} has flags`
  // A copied file belongs to root: nobody else could have removed it.
  const scope = model.scopeAt(stage, run)
  if (scope.user !== undefined && !isRoot(stage, scope))
    return `line ${run.startLine} may be run by another user than root`
  return undefined
}

function unpack(
  stage: Stage,
  subject: Subject,
  copy: Instruction,
  run: Instruction,
  { target }: Archive,
  { folder, gone, isAll }: Unpacking,
): Finding {
  const { file, model } = subject
  const previous = stage.instructions[stage.instructions.indexOf(run) - 1] ?? stage.from
  const comments = commentsBetween(file, previous.span.end, run.span.start)
  if (run.comments.length > 0 || comments.length > 0)
    return refuse(copy.span, `a comment speaks of what line ${run.startLine} does`)
  const { start } = copy.span
  const word = copy.rawKeyword === 'copy' ? 'add' : 'ADD'
  const edits: Edit[] = [
    replaceAt(start, start + copy.rawKeyword.length, word),
    replaceAt(target.start, target.end, folder.endsWith('/') ? folder : `${folder}/`),
  ]
  if (isAll) edits.push(removeInstruction(file, run).edit)
  else {
    const body = model.bodyOf(stage, run)
    if (body.kind === 'body')
      edits.push(...removeOperands(model, stage, run, body.script.statements[0]!, gone))
  }
  return {
    kind: 'change',
    title: `Unpack the archive with ADD, into ${folder}`,
    at: copy.span,
    edits,
    safety: 'unsafe',
    because:
      'ADD gives the files the numbers of their owners, where tar goes by the names that the image knows',
  }
}

/** The comments above the COPY are then above the RUN. */
function mount(
  stage: Stage,
  { file, model }: Subject,
  copy: Instruction,
  run: Instruction,
  { flag, gone }: Mounting,
): Finding {
  const { instructions } = stage
  const at = instructions.indexOf(copy)
  const previous = instructions[at - 1] ?? stage.from
  const isNext = instructions[at + 1] === run
  if (run.comments.length > 0 || commentsBetween(file, copy.span.end, run.span.start).length > 0)
    return refuse(copy.span, `a comment speaks of what line ${run.startLine} does`)
  if (!isNext && commentsBetween(file, previous.span.end, copy.span.start).length > 0)
    return refuse(copy.span, `a comment speaks of what line ${copy.startLine} copies`)
  const body = model.bodyOf(stage, run)
  if (body.kind === 'none') return refuse(copy.span, body.because)
  return {
    kind: 'change',
    title: 'Mount the archive while it is unpacked',
    at: copy.span,
    edits: [
      removeLinesOf(file, copy),
      insertAt(run.span.start + run.rawKeyword.length, ` ${flag}`),
      ...removeOperands(model, stage, run, body.script.statements[0]!, [gone]),
    ],
    safety: 'unsafe',
    because: 'a program that writes to the archive while it is unpacked cannot any more',
    mounts: stage,
  }
}
