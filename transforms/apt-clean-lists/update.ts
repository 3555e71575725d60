import {
  type Instruction,
  isRoot,
  keepsLists,
  type ListsEvent,
  mountsOver,
  type Stage,
  type Subject,
} from '../../src/kit.js'

/** What takes the lists out of a layer. */
export const cleaning = 'rm -rf /var/lib/apt/lists/*'

/** Why the lists cannot be removed in a RUN. */
export function findObstacle(
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
  const isPlain = repeatableUpdate(stage, subject, instruction, events) !== undefined
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

/** The update of a RUN as text, where another RUN may repeat it; undefined where it is not plain. */
export function repeatableUpdate(
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

/** `sudo ` where the last call of apt runs by it, else empty. */
export const privilegeOf = (events: readonly ListsEvent[]): string =>
  events.findLast(({ call }) => call)?.call?.privilege ?? ''
