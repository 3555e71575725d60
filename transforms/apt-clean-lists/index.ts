import {
  appendCommand,
  defineTransform,
  type Edit,
  findReader,
  type Finding,
  insertAt,
  type Instruction,
  isRoot,
  isUnconditional,
} from '../../src/kit.js'
import {
  joiner,
  keepsLists,
  layoutOf,
  listsEvents,
  type ListsEvent,
  mountsOver,
  refuse,
  resolve,
} from '../../src/kit.js'
import { type Model, type Stage, type Subject } from '../../src/kit.js'

export default defineTransform({
  id: 'apt-clean-lists',
  meta: {
    summary: 'Remove apt’s package lists in the layer that made them',
    why:
      '`apt-get update` leaves about 19 MB of package lists on bookworm and more on Ubuntu. Nothing reads them ' +
      'after the last install, and only the RUN that made them can take them out of the image again.',
    safety: 'safe',
    phase: 'tidy',
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

const command = 'rm -rf /var/lib/apt/lists/*'

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { model } = subject
  if (!subject.file.text.includes('apt')) return
  const done = new Set<Instruction>()
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
      }
  }
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
  const obstacle = obstacleIn(stage, subject, instruction, events)
  if (obstacle !== undefined) return obstacle
  const clean = appendCommand(model, stage, instruction, privilegeOf(events) + command)
  if (typeof clean === 'string') return clean
  const other = namedElsewhere(subject)
  if (other) return `line ${other.startLine} names them`
  const programs = copiedPrograms(stage, subject)
  const edits = [clean]
  for (const heir of [stage, ...stage.heirs]) {
    const after = heir === stage ? model.positionOf(instruction) + 1 : 0
    const changesSources: Instruction[] = changesItself(subject, stage, instruction) ? [instruction] : []
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
          ? ownUpdate(heir, subject, later, theirs, reader, makerOf(stage, subject, instruction, events))
          : undefined
      if (own === undefined) return `line ${later.startLine} may read them: ${reader.what}`
      const [first] = changesSources
      if (first)
        return `line ${later.startLine} reads them, and line ${first.startLine} may change where packages come from`
      if (events.every(({ kind }) => kind !== 'read'))
        return `line ${later.startLine} reads them, and nothing else does`
      edits.push(...own)
      if (heir === stage) done.add(later)
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

type FindsProgram = (stage: Stage, run: Instruction) => string | undefined
const copied = new WeakMap<Stage, FindsProgram>()

function copiedPrograms(stage: Stage, subject: Subject): FindsProgram {
  let find = copied.get(stage)
  if (!find) copied.set(stage, (find = readCopies(stage, subject)))
  return find
}

/** Finds in a RUN a program that a COPY of the stage may have put on the PATH: nobody knows what it does. */
function readCopies(stage: Stage, { model, context }: Subject): FindsProgram {
  const names = new Set<string>()
  for (let s: Stage | undefined = stage; s; s = s.parent)
    for (const { keyword, flags, args, json } of s.instructions) {
      if (!/^(COPY|ADD)$/.test(keyword) || flags.some(({ name }) => name === 'from')) continue
      const words = json ?? args.text.split(/\s+/)
      const target = words.at(-1) ?? ''
      if (!/(^|\/)s?bin(\/|$)|^\/$/.test(target)) continue
      names.add(target.split('/').at(-1)!)
      for (const source of words.slice(0, -1)) {
        const files = context?.list(source.replace(/^\.?\/+|\/+$/g, ''))
        names.add(source.split('/').at(-1)!)
        for (const file of files ?? []) names.add(file.split('/').at(-1)!)
      }
    }
  return (owner, run) => {
    const body = model.bodyOf(owner, run)
    const found = (body.kind === 'body' ? body.script.commands : [])
      .map((command) => resolve(command).name)
      .find((name) => name !== undefined && names.has(name))
    return found
  }
}

/** The update of a RUN as text, where another RUN may repeat it; undefined where it is not plain. */
function makerOf(
  stage: Stage,
  { model }: Subject,
  instruction: Instruction,
  events: readonly ListsEvent[],
): string | undefined {
  const body = model.bodyOf(stage, instruction)
  const update = events.findLast(({ kind, call }) => kind === 'make' && call)
  const [statement] = body.kind === 'body' ? body.script.statements : []
  if (
    body.kind === 'none' ||
    !update ||
    body.script.statements.length !== 1 ||
    statement!.operators.some((o) => o !== '&&')
  )
    return undefined
  if (!statement!.operands.some(({ command }) => command === update.command)) return undefined
  const { span, redirects } = update.command!
  const text = body.script.text.slice(span.start, span.end)
  const isPlain = redirects.length === 0 && !/\$|`|Dir|(^|\s)-c\b|--config|\s{2,}/.test(text)
  return isPlain ? text : undefined
}

/** Whether a RUN may change the sources behind its update. */
function changesItself({ model }: Subject, stage: Stage, instruction: Instruction): boolean {
  const body = model.bodyOf(stage, instruction)
  const update = listsEvents(model, stage, instruction).findLast(({ kind }) => kind === 'make')
  return body.kind === 'none' || !update || sourcesIn(body.script.text.slice(update.command!.span.end))
}

function obstacleIn(
  stage: Stage,
  subject: Subject,
  instruction: Instruction,
  events: readonly ListsEvent[],
): string | undefined {
  if (!stage.isShipped) return 'the stage is not shipped'
  if (mountsOver(instruction, '/var/lib/apt')) return 'the lists are under a mount and no part of the layer'
  if (keepsLists(events) === 'perhaps') return 'it may already remove them'
  if (events.some(({ call }) => call?.asOtherUser)) return 'apt runs as another user'
  const scope = subject.model.scopeAt(stage, instruction)
  const isPlain = makerOf(stage, subject, instruction, events) !== undefined
  if (privilegeOf(events) === '' && !isRoot(stage, scope) && (scope.user !== undefined || !isPlain))
    return 'the user may not be root'
  const body = subject.model.bodyOf(subject.model.stageOf(instruction)!, instruction)
  if (
    body.kind === 'body' &&
    body.script.commands.some(
      ({ words }) =>
        words[0]?.value === 'set' && words.some(({ value }) => /^-\w*f|^noglob$/.test(value ?? '')),
    )
  )
    return '`set -f` keeps `*` from matching'
  return undefined
}

const privilegeOf = (events: readonly ListsEvent[]): string =>
  events.findLast(({ call }) => call)?.call?.privilege ?? ''

/** Edits that let a reader make its own lists and remove them; undefined where that is not plain. */
function ownUpdate(
  stage: Stage,
  subject: Subject,
  instruction: Instruction,
  events: readonly ListsEvent[],
  reader: ListsEvent,
  update: string | undefined,
): Edit[] | undefined {
  const { model } = subject
  const body = model.bodyOf(stage, instruction)
  if (
    body.kind === 'none' ||
    subject.isIgnored(instruction) ||
    !reader.call ||
    reader.call.verb !== 'install'
  )
    return undefined
  if (update === undefined || obstacleIn(stage, subject, instruction, events) !== undefined) return undefined
  if (update.startsWith('sudo ') !== (privilegeOf(events) !== '')) return undefined
  const [statement] = body.script.statements
  const operand = statement?.operands.find((o) => o.command === reader.command)
  if (!operand || statement!.operators.some((operator) => operator !== '&&')) return undefined
  const edits = [
    insertAt(
      body.mapped.toSource(operand.span.start),
      update + joiner(layoutOf(model, stage, [instruction])),
    ),
  ]
  if (events.some(({ kind }) => kind === 'clean')) return edits
  const clean = appendCommand(model, stage, instruction, privilegeOf(events) + command)
  return typeof clean === 'string' ? undefined : [...edits, clean]
}

const sourcesIn = (text: string): boolean =>
  /\/etc\/apt|apt-key|apt-add-repository|add-apt-repository|dpkg\s+(-\w*i|--install|--add-arch)|keyrings|sources\.list|\.deb\b/.test(
    text,
  )

/** Whether an instruction may change where apt gets its packages, so that another update would see other ones. */
function mayChangeSources({ keyword, args, json }: Instruction): boolean {
  if (keyword === 'RUN') return sourcesIn(args.text)
  if (keyword === 'ENV' || keyword === 'ARG') return /proxy/i.test(args.text)
  if (keyword !== 'COPY' && keyword !== 'ADD') return false
  const target = (json ?? args.text.split(/\s+/)).at(-1) ?? ''
  return /^\/?$|^\/etc(\/apt.*)?\/?$|\$/.test(target)
}
