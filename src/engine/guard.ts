import type { Stage } from '../model/model.js'
import { joinPath } from '../model/paths.js'
import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import { type Edit, type Span, Trace } from '../text/edit.js'
import type { Subject } from './transform.js'

/** Stages that become two, that get what their base did unseen, that copy more from earlier ones, and that mount what they copied. */
interface Told {
  readonly splits: readonly Stage[]
  readonly expanded: readonly Stage[]
  readonly supplied: readonly Stage[]
  readonly mounted: readonly Stage[]
}

/**
 * Looks at a rewritten file with fresh eyes: it still is a Dockerfile, no comment is lost, what no edit touched reads
 * as before, and every command that could be read still can. Returns what is wrong, or undefined.
 */
export function checkRewrite(
  before: Subject,
  after: Subject,
  edits: readonly Edit[],
  told: Told = { splits: [], expanded: [], supplied: [], mounted: [] },
): string | undefined {
  if (after.file.problem) return after.file.problem.message
  const lost = lostComment(before.file, after.file)
  if (lost !== undefined) return `the comment \`${lost}\` is lost`
  const isTouched = touchedBy(edits)
  const trace = new Trace(edits)
  const starts = new Map(after.file.instructions.map((instruction) => [instruction.span.start, instruction]))
  const isReplaced = replacedBy(edits)
  let unreadable = 0
  for (const instruction of before.file.instructions) {
    if (isTouched(instruction.span)) {
      if (!isReadable(before, instruction)) unreadable++
      const { start } = instruction.span
      if (!isReplaced(start) && !starts.has(trace.after(start)) && !starts.has(trace.afterStart(start)))
        return `line ${instruction.startLine} belongs to the one above`
      continue
    }
    const now = starts.get(trace.after(instruction.span.start))
    if (!now || now.line.text !== instruction.line.text)
      return `line ${instruction.startLine} reads otherwise`
    starts.delete(now.span.start)
  }
  for (const instruction of starts.values()) if (!isReadable(after, instruction)) unreadable--
  return unreadable < 0 ? 'a command cannot be read any more' : stateDifference(before, after, told)
}

/**
 * What is in force at the end of each stage stays, and so does every kind of instruction but RUN, FROM and WORKDIR. A
 * stage that becomes two has a builder in front of it in the file after.
 */
function stateDifference(
  before: Subject,
  after: Subject,
  { splits, expanded, supplied, mounted }: Told,
): string | undefined {
  const [old, now] = [before.model.stages, after.model.stages]
  if (now.length !== old.length + splits.length)
    return now.length < old.length ? 'a stage is lost' : 'a stage is added'
  let added = 0
  for (const [i, stage] of old.entries()) {
    const builder = splits.includes(stage) ? now[i + added++] : undefined
    const same = now[i + added]!
    if (expanded.some((one) => stage === one || one.heirs.includes(stage))) {
      if (!isWithin(wordsOf(stage, /^(?!FROM$)/), wordsOf(same, /^(?!FROM$)/)))
        return `stage ${i} loses an instruction`
      continue
    }
    const [was, is] = [before.model.scopeBehind(stage), after.model.scopeBehind(same)]
    if (was.workdir !== is.workdir || was.user !== is.user)
      return `stage ${i} ends in another folder or as another user`
    const difference = builder
      ? splitDifference(stage, builder, same)
      : supplied.includes(stage)
        ? supplyDifference(stage, same)
        : (mounted.includes(stage) ? kindsIn(withoutMounted(stage, same)) : kindsIn(stage)) === kindsIn(same)
          ? undefined
          : 'has other instructions'
    if (difference !== undefined) return `stage ${i} ${difference}`
  }
  return undefined
}

/** Nothing but apt and what it installs by reads it: it goes with them. */
const steersApt = ({ keyword, args }: Instruction): boolean =>
  /^(ENV|ARG)$/.test(keyword) && /^DEBIAN_FRONTEND([=\s]\S*)?$/.test(args.text)

/** What was there stays in its order; what is new copies from an earlier stage. */
function supplyDifference(stage: Stage, now: Stage): string | undefined {
  const left = kindsIn(stage).split(' ')
  const added = now.instructions.filter((x) => {
    if (/^(RUN|WORKDIR)$/.test(x.keyword) || steersApt(x)) return false
    if (left[0] === kindOf(x) && !isSupply(x, stage, now)) return left.shift() === undefined
    return true
  })
  return left.join('') === '' && added.every((x) => isSupply(x, stage, now))
    ? undefined
    : 'has other instructions'
}

/** A COPY from an earlier stage that the stage did not have. */
const isSupply = (x: Instruction, stage: Stage, { sources }: Stage): boolean =>
  x.keyword === 'COPY' &&
  sources.some(({ from, instruction }) => instruction === x && typeof from !== 'string') &&
  !wordsOf(stage, /^COPY$/).includes(wordOf(x))

/** A stage without each COPY of one file that a RUN mounts instead. */
const withoutMounted = (stage: Stage, now: Stage): Pick<Stage, 'instructions'> => {
  const mounts = now.instructions.flatMap(({ flags }) =>
    flags.flatMap(({ name, value }) => (name === 'mount' ? (value ?? '') : [])),
  )
  const isMounted = (x: Instruction): boolean => {
    const [source, ...others] = x.args.text.split(/\s+/)
    return (
      x.keyword === 'COPY' &&
      others.length === 1 &&
      !wordsOf(now, /^COPY$/).includes(wordOf(x)) &&
      mounts.some((mount) =>
        mount.startsWith(`type=bind,source=${joinPath('/', source!)!.slice(1)},target=/`),
      )
    )
  }
  return { instructions: stage.instructions.filter((x) => !isMounted(x)) }
}

const kindsIn = ({ instructions }: Pick<Stage, 'instructions'>): string =>
  instructions.flatMap((x) => (/^(RUN|WORKDIR)$/.test(x.keyword) || steersApt(x) ? [] : kindOf(x))).join(' ')

/** ADD copies, and does more. */
const kindOf = ({ keyword }: Instruction): string => (keyword === 'ADD' ? 'COPY' : keyword)

/** The image keeps its configuration word for word, and the builder does what it did, in its order, with less of it. */
function splitDifference(stage: Stage, builder: Stage, image: Stage): string | undefined {
  const configured = (of: Stage): string => wordsOf(of, /^(?!(RUN|COPY|ADD|WORKDIR|ARG)$)/).join('\n')
  if (configured(stage) !== configured(image)) return 'has another configuration'
  if (builder.name === undefined || builder.parent || image.parent || image.heirs.length > 0)
    return 'is not split in two'
  const rest = wordsOf(stage, /^/)
  for (const word of wordsOf(builder, /^(?!RUN$)/)) {
    const at = rest.indexOf(word)
    if (at < 0) return 'builds with other instructions'
    rest.splice(0, at + 1)
  }
  const copied = wordsOf(stage, /^(COPY|ADD)$/)
  const isForeign = image.sources.some(({ from }) => from !== builder)
  const copies = image.instructions.filter(
    ({ keyword, flags }) => /^(COPY|ADD)$/.test(keyword) && !flags.some(({ name }) => name === 'from'),
  )
  const isNew = copies.some((copy) => !copied.includes(wordOf(copy)))
  return isForeign || isNew ? 'copies what it did not' : undefined
}

/** Whether some words stand among others in the same order. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let at = 0
  for (const word of all) if (word === some[at]) at++
  return at === some.length
}

const wordOf = ({ keyword, line }: Instruction): string => keyword + line.text.trim().replace(/^\S+/, '')

const wordsOf = ({ instructions }: Stage, kinds: RegExp): string[] =>
  instructions.filter(({ keyword }) => kinds.test(keyword)).map(wordOf)

/** Comment lines are compared without their indentation; each must be found as often as before. */
function lostComment(before: Dockerfile, after: Dockerfile): string | undefined {
  const counts = new Map<string, number>()
  for (const comment of commentsIn(after)) counts.set(comment, (counts.get(comment) ?? 0) + 1)
  for (const comment of commentsIn(before)) {
    const count = counts.get(comment) ?? 0
    if (count === 0) return comment
    counts.set(comment, count - 1)
  }
  return undefined
}

function commentsIn({ text, comments, instructions }: Dockerfile): string[] {
  return [...comments, ...instructions.flatMap((i) => i.comments)].map(({ start, end }) =>
    text.slice(start, end).trim(),
  )
}

/** Edits are sorted: a binary search keeps long files linear. */
function touchedBy(edits: readonly Edit[]): (span: Span) => boolean {
  const ends: number[] = []
  for (const { span } of edits) ends.push(Math.max(span.end, ends.at(-1) ?? 0))
  return ({ start, end }) => {
    let low = 0
    let high = edits.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! < start) low = middle + 1
      else high = middle
    }
    return low < edits.length && edits[low]!.span.start <= end
  }
}

/** Edits are sorted and do not overlap. */
function replacedBy(edits: readonly Edit[]): (offset: number) => boolean {
  const spans = edits.map(({ span }) => span).filter(({ start, end }) => start < end)
  return (offset) => {
    let low = 0
    let high = spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]!.end <= offset) low = middle + 1
      else high = middle
    }
    return low < spans.length && spans[low]!.start <= offset
  }
}

function isReadable({ model }: Subject, instruction: Instruction): boolean {
  const stage = model.stageOf(instruction)
  return instruction.keyword !== 'RUN' || !stage || model.bodyOf(stage, instruction).kind === 'body'
}
