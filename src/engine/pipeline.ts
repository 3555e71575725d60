import { Model } from '../model/model.js'
import { findSkip } from '../model/pragmas.js'
import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import { firstEndingFrom } from '../syntax/comments.js'
import { scan } from '../syntax/scan.js'
import type { Script, Unparsed } from '../syntax/shell.js'
import { applyEdits, type Edit, hasOverlap, sortEdits, type Span, Trace } from '../text/edit.js'
import { LineIndex } from '../text/lines.js'
import { checkAgreement } from './gate.js'
import { checkRewrite } from './guard.js'
import {
  type AppliedChange,
  type Change,
  type Changeset,
  type Finding,
  phases,
  type Refusal,
  type RefusedPlace,
  type RewriteOptions,
  type Subject,
  type Transform,
  type WithheldChange,
  type WithheldReason,
} from './transform.js'

const maxRounds = 10

/**
 * Runs the transforms over a Dockerfile until a round changes nothing. Each reads the text that its predecessor left.
 * Pure, never throws: what cannot be read beyond doubt comes back as it was, with a `problem`.
 */
export function rewrite(
  before: string,
  transforms: readonly Transform[],
  options: RewriteOptions = {},
): Changeset {
  const file = scan(before)
  if (file.problem) return untouched(before, { problem: file.problem })
  const skipped = options.noPragmas ? undefined : findSkip(file)
  if (skipped !== undefined) return untouched(before, { skipped })
  const run = new Run(before, chosen(transforms, options), options)
  const seen = new Set([before])
  let settled = false
  let rounds = 0
  while (!settled && rounds < maxRounds) {
    rounds++
    const start = run.text
    run.round()
    settled = run.text === start
    if (!settled && seen.has(run.text)) break
    seen.add(run.text)
  }
  if (!settled) return { ...untouched(before, {}), rounds, settled: false }
  if (run.text !== before) {
    const problem = checkAgreement(before, file)
    if (problem) return untouched(before, { problem })
  }
  return run.changeset(rounds)
}

/** By phase, then by id: the order in which transforms see a file. */
export function inOrder(transforms: readonly Transform[]): Transform[] {
  const rank = ({ meta }: Transform): number => phases.indexOf(meta.phase)
  return [...transforms].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}

function chosen(transforms: readonly Transform[], { only, skip }: RewriteOptions): Transform[] {
  return inOrder(transforms).filter(({ id }) => (!only || only.includes(id)) && !skip?.includes(id))
}

function untouched(before: string, rest: Partial<Pick<Changeset, 'problem' | 'skipped'>>): Changeset {
  const nothing = { applied: [], withheld: [], refused: [], rounds: 0, settled: true }
  return { before, after: before, ...nothing, problem: undefined, skipped: undefined, ...rest }
}

type Applied = Omit<AppliedChange, 'line' | 'column' | 'after'> & { origin: number; after: Span }
interface Resting {
  readonly text: string
  readonly withheld: readonly Located<Change & { reason: WithheldReason }>[]
  readonly refused: readonly Located<Refusal>[]
}
type Located<T> = T & { readonly transform: string; readonly origin: number }

class Run {
  private readonly scripts = new Map<string, Script | Unparsed>()
  private readonly history: Trace[] = []
  private readonly lines = new Map<string, LineIndex>()
  private readonly applied: Applied[] = []
  private readonly broken = new Map<string, Located<Change & { reason: WithheldReason }>>()
  /** What each transform had to say of the text on which it last changed nothing. */
  private readonly resting = new Map<Transform, Resting>()
  private withheld: Located<Change & { reason: WithheldReason }>[] = []
  private refused: Located<Refusal>[] = []
  private subject: Subject

  constructor(
    public text: string,
    private readonly transforms: readonly Transform[],
    private readonly options: RewriteOptions,
  ) {
    this.before = text
    this.subject = this.read(text)
  }
  private readonly before: string

  round(): void {
    this.withheld = []
    this.refused = []
    for (const phase of phases) {
      const own = this.transforms.filter(({ meta }) => meta.phase === phase)
      // A phase comes to rest before the next one starts: what a merge makes possible is done before things are tidied.
      for (let left = own.length > 1 ? maxRounds : 1; left > 0; left--) {
        const start = this.text
        const seen = [this.withheld.length, this.refused.length] as const
        for (const transform of own) this.apply(transform)
        if (this.text === start) break
        if (own.length > 1) [this.withheld.length, this.refused.length] = seen
      }
    }
  }

  changeset(rounds: number): Changeset {
    const lines = new LineIndex(this.before)
    const place = ({ origin }: { origin: number }): { line: number; column: number } => lines.locate(origin)
    const withheld = [...this.withheld, ...this.broken.values()]
    return {
      before: this.before,
      after: this.text,
      applied: this.applied.map(({ transform, title, safety, because, after, ...at }) => ({
        ...{ transform, title, safety, because, after },
        ...place(at),
      })),
      withheld: withheld.map(({ transform, title, safety, because, reason, ...at }): WithheldChange => ({
        ...{ transform, title, safety, because, reason },
        ...place(at),
      })),
      refused: this.refused.map(({ transform, because, ...at }): RefusedPlace => ({
        transform,
        because,
        ...place(at),
      })),
      rounds,
      settled: true,
      problem: undefined,
      skipped: undefined,
    }
  }

  private read(text: string): Subject {
    const file = scan(text)
    const model = new Model(file, this.scripts, this.options.stages ?? 'shipped')
    return new FileSubject(file, model, this.options.context, this.options.noPragmas === true)
  }

  private apply(transform: Transform): void {
    const known = this.resting.get(transform)
    if (known?.text === this.text) {
      this.withheld.push(...known.withheld)
      this.refused.push(...known.refused)
      return
    }
    const { text } = this
    const [withheld, refused] = [this.withheld.length, this.refused.length]
    this.visit(transform)
    if (this.text === text)
      this.resting.set(transform, {
        text,
        withheld: this.withheld.slice(withheld),
        refused: this.refused.slice(refused),
      })
  }

  private visit(transform: Transform): void {
    const subject = this.subject.as(transform)
    const changes: Change[] = []
    for (const finding of findingsOf(transform, subject)) {
      if (finding.kind === 'refusal') this.refused.push(this.locate(transform, finding))
      else if (this.isWanted(transform, finding, subject)) changes.push(finding)
    }
    const { taken, edits } = this.compatible(transform, changes)
    if (taken.length === 0) return
    const after = this.readSound(edits)
    if (typeof after !== 'string') this.take(transform, taken, edits, after)
    else if (taken.length === 1) this.break(transform, taken[0]!, after)
    else this.takeOneByOne(transform, taken)
  }

  /** As many of the changes as do not touch each other, the earlier ones first. */
  private compatible(
    transform: Transform,
    changes: readonly Change[],
  ): { taken: readonly Change[]; edits: Edit[] } {
    const all = sortEdits(changes.flatMap((change) => change.edits))
    if (!hasOverlap(all)) return { taken: changes, edits: all }
    const taken: Change[] = []
    let edits: Edit[] = []
    for (const change of changes) {
      const merged = sortEdits([...edits, ...change.edits])
      if (hasOverlap(merged)) this.withhold(transform, change, 'conflict')
      else {
        edits = merged
        taken.push(change)
      }
    }
    return { taken, edits }
  }

  /** Some change of several broke the file: take those that do not. */
  private takeOneByOne(transform: Transform, changes: readonly Change[]): void {
    const sound = changes.filter((change) => {
      const after = this.readSound(sortEdits(change.edits))
      if (typeof after === 'string') this.break(transform, change, after)
      return typeof after !== 'string'
    })
    const edits = sortEdits(sound.flatMap((change) => change.edits))
    const after = sound.length > 0 ? this.readSound(edits) : 'nothing is left'
    if (typeof after !== 'string') this.take(transform, sound, edits, after)
  }

  /** The file as the edits leave it, or what is wrong with it then. */
  private readSound(edits: readonly Edit[]): Subject | string {
    const after = this.read(applyEdits(this.text, edits))
    return checkRewrite(this.subject, after, edits) ?? after
  }

  private take(
    transform: Transform,
    changes: readonly Change[],
    edits: readonly Edit[],
    subject: Subject,
  ): void {
    const { text } = subject.file
    if (text === this.text) return
    const trace = new Trace(edits)
    const move = ({ start, end }: Span): Span => ({ start: trace.after(start), end: trace.afterEnd(end) })
    for (const change of this.applied) (change as { after: Span }).after = move(change.after)
    for (const { at, title, safety, because, edits: own } of changes) {
      const sorted = sortEdits(own)
      const [first, last] = [sorted[0]!.span, sorted.at(-1)!.span]
      this.applied.push({
        transform: transform.id,
        ...{ title, safety, because: this.inBefore(because) },
        origin: this.originOf(at.start),
        after: { start: trace.afterStart(first.start), end: trace.afterEnd(last.end) },
      })
    }
    this.history.push(trace)
    this.text = text
    this.subject = subject
  }

  private isWanted(transform: Transform, change: Change, subject: Subject): boolean {
    const key = `${transform.id} ${change.title} ${change.at.start} ${this.text.length}`
    if (this.broken.has(key)) return false
    const spans = [change.at, ...change.edits.map((edit) => edit.span)]
    if (spans.some((span) => instructionsIn(subject.file, span).some((i) => subject.isIgnored(i))))
      this.withhold(transform, change, 'ignored')
    else if (change.safety === 'hint') this.withhold(transform, change, 'hint')
    else if (change.safety === 'unsafe' && !this.options.unsafe) this.withhold(transform, change, 'unsafe')
    else return true
    return false
  }

  private withhold(transform: Transform, change: Change, reason: WithheldReason): void {
    this.withheld.push({ ...this.locate(transform, change), reason })
  }

  private break(transform: Transform, change: Change, because: string): void {
    const key = `${transform.id} ${change.title} ${change.at.start} ${this.text.length}`
    this.broken.set(key, { ...this.locate(transform, change), because, reason: 'broken' })
  }

  private locate<T extends Finding>(transform: Transform, finding: T): Located<T> {
    const origin = this.originOf(finding.at.start)
    return Object.assign({}, finding, {
      because: this.inBefore(finding.because),
      transform: transform.id,
      origin,
    })
  }

  private linesOf(text: string): LineIndex {
    let index = this.lines.get(text)
    if (!index) this.lines.set(text, (index = new LineIndex(text)))
    return index
  }

  /** Lines that a reason names are lines of the present text: the user knows those of the text before. */
  private inBefore(because: string): string {
    if (this.history.length === 0 || !because.includes('line ')) return because
    const [now, before] = [this.linesOf(this.text), this.linesOf(this.before)]
    return because.replace(/\b(line )(\d+(?:, \d+)*)/g, (_, word: string, numbers: string) => {
      const lines = numbers.split(', ').map((n) => before.locate(this.originOf(now.startOf(Number(n)))).line)
      return word + lines.join(', ')
    })
  }

  /** Where an offset of the present text came from. */
  private originOf(offset: number): number {
    return this.history.reduceRight((at, trace) => trace.before(at), offset)
  }
}

/** The instructions that a range touches. */
function instructionsIn({ instructions }: Dockerfile, { start, end }: Span): Instruction[] {
  const found: Instruction[] = []
  for (let i = firstEndingFrom(instructions, start); i < instructions.length; i++) {
    if (instructions[i]!.span.start > end) break
    found.push(instructions[i]!)
  }
  return found
}

/** Where the comments name hadolint rules, the transforms that answer them hold still too. */
class FileSubject implements Subject {
  constructor(
    readonly file: Subject['file'],
    readonly model: Subject['model'],
    readonly context: Subject['context'],
    private readonly noPragmas: boolean,
    private readonly transform?: Transform,
  ) {}

  as(transform: Transform): Subject {
    return new FileSubject(this.file, this.model, this.context, this.noPragmas, transform)
  }

  isIgnored(instruction: Instruction): boolean {
    const { transform } = this
    if (this.noPragmas || !transform) return false
    return this.model
      .pragmasOf(instruction)
      .some(({ tool, names }) =>
        tool === 'dfslim'
          ? names.includes(transform.id)
          : names.some((name) => transform.meta.hadolint?.includes(name.toUpperCase())),
      )
  }
}

function* findingsOf({ visit }: Transform, subject: Subject): Iterable<Finding> {
  if (visit.file) yield* visit.file(subject)
  for (const stage of subject.model.stages) {
    if (visit.stage) yield* visit.stage(stage, subject)
    if (visit.instruction)
      for (const instruction of [stage.from, ...stage.instructions])
        yield* visit.instruction(instruction, stage, subject)
  }
}
