import {
  type Alteration,
  type Finding,
  type Phase,
  phases,
  type Safety,
  type Subject,
  type Transform,
  type Visitor,
} from './transform.js'

/** What a transform that is not ours did wrong: one line. */
export class TransformTrouble extends Error {}

/** What keeps a value from being a transform, one sentence each; empty: it is one. */
export function lacksOf(value: unknown): readonly string[] {
  if (!isObject(value)) return ['a transform is an object with an id, meta and visit']
  const { id, meta, visit } = value
  return [
    ...(isText(id) ? [] : ['id must be a text']),
    ...(isObject(meta) ? metaLacks(meta) : ['meta is missing: it says what the transform does, and why']),
    ...(isObject(visit) ? visitLacks(visit) : ['visit is missing: it says where the transform looks']),
  ]
}

/** What is wrong with the id of a transform that is not ours; ours have no slash, so that they never collide. */
export const idFault = (id: string): string | undefined =>
  /^[a-z\d][\w-]*\/[a-z\d][\w-]*$/.test(id)
    ? undefined
    : `the id ${JSON.stringify(id)} must be name/id, such as acme/${/[a-z\d][\w-]*$/.exec(id)?.[0] ?? 'base-twin'}`

/** The same transform. What it throws, and a finding that is none, becomes a trouble that names it. */
export function watched(transform: Transform): Transform {
  const { id, meta, visit } = transform
  const watch = (part: keyof Visitor, findings: () => unknown, subject: Subject): Iterable<Finding> =>
    checked(transform, `visit.${part}`, findings, subject)
  return {
    id,
    meta,
    visit: {
      ...(visit.file && { file: (subject) => watch('file', () => visit.file!(subject), subject) }),
      ...(visit.stage && {
        stage: (stage, subject) => watch('stage', () => visit.stage!(stage, subject), subject),
      }),
      ...(visit.instruction && {
        instruction: (instruction, stage, subject) =>
          watch('instruction', () => visit.instruction!(instruction, stage, subject), subject),
      }),
    },
  }
}

/** More findings than this at one place of a file come from a loop that does not end. */
const maxFindings = 100_000
const safeties: readonly Safety[] = ['safe', 'unsafe', 'hint']
const alterations: Readonly<Record<Alteration, true>> = {
  lists: true,
  cache: true,
  packages: true,
  base: true,
  build: true,
  context: true,
}
const parts: readonly (keyof Visitor)[] = ['file', 'stage', 'instruction']

function metaLacks(meta: Shape): string[] {
  const lacks: string[] = []
  const need = (holds: boolean, lack: string): void => {
    if (!holds) lacks.push(`meta.${lack}`)
  }
  need(isLine(meta.summary), 'summary must be a line')
  need(isText(meta.why), 'why must be a text')
  need(safeties.includes(meta.safety as Safety), `safety must be ${oneOf(safeties)}`)
  need(meta.safety === 'safe' || isText(meta.risk), 'risk is missing: what is not safe says what it risks')
  need(phases.includes(meta.phase as Phase), `phase must be ${oneOf(phases)}`)
  need(
    isListOf(meta.alters, (item) => Object.hasOwn(alterations, String(item))),
    `alters must be a list of ${oneOf(Object.keys(alterations))}`,
  )
  need(isListOf(meta.leaves, isLine), 'leaves must be a list of lines')
  need(isListOf(meta.references, isLine), 'references must be a list of addresses')
  need(meta.hadolint === undefined || isListOf(meta.hadolint, isText), 'hadolint must be a list of rules')
  return lacks
}

function visitLacks(visit: Shape): string[] {
  const names = [...new Set([...Object.keys(visit), ...parts.filter((part) => part in visit)])]
  const known = oneOf(parts)
  if (names.length === 0) return [`visit is empty: it needs ${known}`]
  return names.flatMap((name) => {
    if (!parts.some((part) => part === name)) return [`visit.${name} must be ${known}`]
    return typeof visit[name] === 'function' ? [] : [`visit.${name} must be a function`]
  })
}

function* checked(
  transform: Transform,
  part: string,
  findings: () => unknown,
  { file }: Subject,
): Iterable<Finding> {
  const trouble = (what: string): TransformTrouble =>
    new TransformTrouble(`the transform ${transform.id} ${what}`)
  try {
    const found = findings()
    if (!isIterable(found)) throw trouble(`returns no list of findings from ${part}`)
    let count = 0
    for (const finding of found) {
      if (++count > maxFindings) throw trouble(`does not stop giving findings from ${part}`)
      const fault = findingFault(finding, transform, file.text.length)
      if (fault !== undefined) throw trouble(`has a finding from ${part} that is none: ${fault}`)
      yield finding as Finding
    }
  } catch (error) {
    throw error instanceof TransformTrouble ? error : trouble(`throws: ${lineOf(error)}`)
  }
}

/** What keeps a value from being a finding in a text of so many UTF-16 code units. */
function findingFault(value: unknown, { meta }: Transform, length: number): string | undefined {
  if (!isObject(value)) return 'it must be a change or a refusal'
  const { kind, at, because, title, safety, edits, companion } = value
  if (kind !== 'change' && kind !== 'refusal') return 'kind must be change or refusal'
  if (!isSpan(at, length)) return 'at must be a span of the text'
  if (!isLine(because)) return 'because must be a sentence on one line'
  if (kind === 'refusal') return undefined
  if (!isLine(title)) return 'title must be a line'
  if (!safeties.includes(safety as Safety)) return `safety must be ${oneOf(safeties)}`
  if (safeties.indexOf(safety as Safety) < safeties.indexOf(meta.safety))
    return `it is ${String(safety)}, and meta.safety is ${meta.safety}`
  const isEdit = (edit: unknown): boolean =>
    isObject(edit) && isSpan(edit.span, length) && typeof edit.text === 'string'
  if (companion !== undefined) return isCompanion(companion, edits) ? undefined : companionShape
  return isListOf(edits, isEdit) && edits.length > 0 ? undefined : 'edits must be a list of { span, text }'
}

const companionShape = "companion must be { path: '.dockerignore', lines }, and edits an empty list"

const isCompanion = (companion: unknown, edits: unknown): boolean =>
  isObject(companion) &&
  companion.path === '.dockerignore' &&
  isListOf(companion.lines, isLine) &&
  Array.isArray(edits) &&
  edits.length === 0

type Shape = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Shape => typeof value === 'object' && value !== null

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

const isLine = (value: unknown): boolean => isText(value) && !/[\r\n]/.test(value as string)

const isListOf = (value: unknown, is: (item: unknown) => boolean): value is readonly unknown[] =>
  Array.isArray(value) && value.every(is)

const isIterable = (value: unknown): value is Iterable<unknown> =>
  isObject(value) && typeof (value as { [Symbol.iterator]?: unknown })[Symbol.iterator] === 'function'

const isSpan = (value: unknown, length: number): boolean =>
  isObject(value) &&
  Number.isInteger(value.start) &&
  Number.isInteger(value.end) &&
  0 <= Number(value.start) &&
  Number(value.start) <= Number(value.end) &&
  Number(value.end) <= length

const oneOf = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message || error.name : String(error)).split('\n')[0]!
