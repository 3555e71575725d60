import {
  appendCommand,
  defineTransform,
  type Edit,
  type Finding,
  findReader,
  type Instruction,
  isUnconditional,
  keepsLists,
  listsBytes,
  type ListsEvent,
  listsEvents,
  type Model,
  refuse,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { copiedPrograms } from './copied-programs.js'
import { ownUpdate } from './own-update.js'
import { changesSourcesBehind, mayChangeSources } from './sources.js'
import { cleaning, findObstacle, privilegeOf, repeatableUpdate } from './update.js'

export default defineTransform({
  id: 'apt-clean-lists',
  meta: {
    summary: 'Remove apt’s package lists in the layer that made them',
    why:
      '`apt-get update` leaves about 19 MB of package lists on bookworm and more on Ubuntu. Nothing reads them ' +
      'after the last install, and only the RUN that made them can take them out of the image again.',
    safety: 'safe',
    phase: 'tidy',
    alters: ['lists'],
    leaves: [
      'lists that a later RUN, in this stage or one built on it, may read, unless it can be given its own `apt-get update`',
      'a RUN that already cleans, in whatever spelling, or that might (a variable, a helper script)',
      'lists under a `--mount`: they are no part of the layer',
      'RUNs that may end before their last command, or run as another user',
      'stages that are not shipped',
    ],
    references: [
      'https://docs.docker.com/build/building/best-practices/#apt-get',
      'https://github.com/hadolint/hadolint/wiki/DL3009',
    ],
    hadolint: ['DL3009'],
  },
  visit: { stage: visitStage },
})

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { model } = subject
  if (!subject.file.text.includes('apt')) return
  const done = doneIn(model)
  for (const instruction of stage.instructions) {
    if (instruction.keyword !== 'RUN' || done.has(instruction)) continue
    const events = listsEvents(model, stage, instruction)
    const update = events.findLast((event) => event.kind === 'make' && event.call)
    if (!update || keepsLists(events) === 'no') continue
    const edits = editsFor(stage, subject, instruction, events, done)
    if (typeof edits === 'string') yield refuse(instruction.span, edits)
    else
      yield {
        kind: 'change',
        title: 'Remove the package lists in the layer that made them',
        at: instruction.span,
        edits,
        safety: 'safe',
        because:
          edits.length === 1
            ? 'nothing reads them after this RUN'
            : 'every later RUN that reads them is given its own update',
        saves: listsBytes(model, stage, instruction),
      }
  }
}

const given = new WeakMap<Model, Set<Instruction>>()

/** The RUNs of the file that clean up by a change for another RUN. */
function doneIn(model: Model): Set<Instruction> {
  if (!given.has(model)) given.set(model, new Set())
  return given.get(model)!
}

function editsFor(
  stage: Stage,
  subject: Subject,
  instruction: Instruction,
  events: readonly ListsEvent[],
  done: Set<Instruction>,
): Edit[] | string {
  const { model } = subject
  if (!stage.isShipped) return 'the stage is not shipped: its layers cost nothing'
  const obstacle = findObstacle(stage, subject, instruction, events)
  if (obstacle !== undefined) return obstacle
  const clean = appendCommand(model, stage, instruction, privilegeOf(events) + cleaning)
  if (typeof clean === 'string') return clean
  const other = namedElsewhere(subject)
  if (other) return `line ${other.startLine} names them`
  const programs = copiedPrograms(stage, subject)
  const edits = [clean]
  for (const heir of [stage, ...stage.heirs]) {
    const after = heir === stage ? model.positionOf(instruction) + 1 : 0
    const changesSources: Instruction[] = changesSourcesBehind(subject, stage, instruction)
      ? [instruction]
      : []
    for (const later of heir.instructions.slice(after)) {
      if (later.keyword === 'ONBUILD' && /\bapt(-get|itude)?\b|\.sh\b|install|setup/.test(later.args.text))
        return `line ${later.startLine} may read them in another build`
      if (
        /^(CMD|ENTRYPOINT|HEALTHCHECK)$/.test(later.keyword) &&
        /\bapt(-get|itude)?\s+\S/.test(later.args.text)
      )
        return `line ${later.startLine} may read them at run time`
      if (mayChangeSources(later)) changesSources.push(later)
      if (later.keyword !== 'RUN') continue
      const theirs = listsEvents(model, heir, later)
      const reader = findReader(theirs)
      const program = programs(heir, later)
      if (program !== undefined)
        return `line ${later.startLine} may read them: \`${program}\`, which a COPY may have brought`
      if (!reader && theirs.some((event) => event.kind === 'make' && isUnconditional(event))) break
      if (!reader) continue
      const own =
        reader.kind === 'read' && heir.isShipped
          ? ownUpdate(
              heir,
              subject,
              later,
              theirs,
              reader,
              repeatableUpdate(stage, subject, instruction, events),
            )
          : undefined
      if (own === undefined) return `line ${later.startLine} may read them: ${reader.what}`
      const [first] = changesSources
      if (first)
        return `line ${later.startLine} reads them, and line ${first.startLine} may change where packages come from`
      if (events.every(({ kind }) => kind !== 'read'))
        return `line ${later.startLine} reads them, and nothing else does`
      edits.push(...own)
      done.add(later)
    }
  }
  return edits
}

const named = new WeakMap<Model, Instruction | undefined>()

/** The first instruction that takes the lists themselves somewhere. */
function namedElsewhere({ model }: Subject): Instruction | undefined {
  if (!named.has(model))
    named.set(
      model,
      model.stages
        .flatMap(({ instructions }) => instructions)
        .find(({ keyword, line, flags }) =>
          keyword === 'RUN'
            ? flags.some(({ value }) => /from=.*\/var\/lib\/apt/.test(value ?? ''))
            : line.text.includes('/var/lib/apt'),
        ),
    )
  return named.get(model)
}
