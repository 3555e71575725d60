import { Model } from '../model/model.js'
import { instructionsIn } from '../syntax/places.js'
import type { Dockerfile } from '../syntax/nodes.js'
import { scan } from '../syntax/scan.js'
import type { Script, Unparsed } from '../syntax/shell.js'
import { applyEdits, type Edit, hasOverlap, sortEdits, Trace } from '../text/edit.js'
import { Companions } from './companions.js'
import { checkRewrite } from './guard.js'
import { History } from './history.js'
import { Ledger, type Said } from './ledger.js'
import { isAsked, levelOf } from './parts.js'
import {
  type Change,
  type Changeset,
  type Companion,
  type Finding,
  phases,
  type Refusal,
  type RefusedPlace,
  type RewriteOptions,
  type Subject,
  type Transform,
} from './transform.js'
import { FileSubject } from './subject.js'

interface Resting extends Said {
  readonly state: string
}

/** After so many rounds that each changed something, the transforms do not come to rest. */
export const maxRounds = 10

/** How often a file is read again to find the changes that break it. */
const maxReads = 64

/** One rewrite in progress: the present text, and what was done, withheld and refused so far. */
export class Run {
  private readonly scripts = new Map<string, Script | Unparsed>()
  private readonly history: History
  private readonly ledger: Ledger
  /** What each transform had to say of the text on which it last changed nothing. */
  private readonly resting = new Map<Transform, Resting>()
  private readonly companions: Companions
  private subject: Subject
  /** The file as it was read. */
  readonly start: Subject
  /** How often a transform that is alone in its phase was asked until it changed nothing. */
  private passes = 0

  constructor(
    file: Dockerfile,
    private readonly transforms: readonly Transform[],
    private readonly options: RewriteOptions,
  ) {
    this.history = new History(file.text)
    this.ledger = new Ledger(this.history)
    this.companions = new Companions(options.context)
    this.start = this.subject = this.read(file)
  }

  /** The text as the transforms have left it so far. */
  get text(): string {
    return this.history.present
  }

  /** The text, and what was added beside it. */
  get state(): string {
    return this.text + this.companions.added
  }

  /** Asks the transforms that may change the text, or all: the others have something to say of a text at rest alone. */
  round(asked: 'willing' | 'all'): void {
    this.ledger.rewind()
    for (const phase of phases) {
      const own = this.transforms.filter(
        (transform) => transform.meta.phase === phase && (asked === 'all' || this.isWilling(transform)),
      )
      // A phase comes to rest before the next one starts: what a merge makes possible is done before things are tidied.
      const { mark } = this.ledger
      for (let left = maxRounds; left > 0; left--) {
        const start = this.state
        this.ledger.rewind(mark)
        for (const transform of own) this.apply(transform)
        if (own.length === 1) this.passes = Math.max(this.passes, maxRounds - left + 1)
        if (this.state === start) break
      }
    }
  }

  changeset(rounds: number): Changeset {
    const { applied, withheld, refused } = this.ledger.entries
    return {
      ...{ before: this.history.before, after: this.text, companions: this.companions.texts },
      ...{ applied, withheld, refused: saidOnce(refused, this.transforms) },
      rounds: Math.max(rounds, this.passes),
      settled: true,
      problem: undefined,
      skipped: undefined,
    }
  }

  private read(file: Dockerfile): Subject {
    if (this.scripts.size > 1_000 + 4 * file.instructions.length) this.scripts.clear()
    const model = new Model(file, this.scripts, this.options.stages ?? 'shipped')
    return new FileSubject(file, model, this.companions.context, this.options.noPragmas === true)
  }

  private apply(transform: Transform): void {
    const known = this.resting.get(transform)
    if (known?.state === this.state) return this.ledger.repeat(known)
    const { state } = this
    const { mark } = this.ledger
    this.visit(transform)
    if (this.state === state) this.resting.set(transform, { state, ...this.ledger.since(mark) })
  }

  private visit(transform: Transform): void {
    const subject = this.subject.as(transform)
    const changes: Change[] = []
    for (const finding of findingsOf(transform, subject)) {
      if (finding.part !== undefined && !isAsked(transform.id, finding.part, this.options)) continue
      if (finding.kind === 'refusal') this.refuse(transform, finding)
      else if (!this.isWanted(transform, finding, subject)) continue
      else if (finding.companion) this.extend(transform, finding, finding.companion)
      else changes.push(finding)
    }
    const { taken, edits } = this.compatible(transform, changes)
    if (taken.length === 0) return
    const after = this.readSound(edits, taken)
    if (typeof after !== 'string') this.take(transform, taken, edits, after)
    else if (taken.length === 1) this.ledger.break(transform, taken[0]!, after)
    else this.takeSound(transform, taken)
  }

  /** Where unsafe changes are not asked for, nobody wonders why there is none. */
  private refuse(transform: Transform, finding: Refusal): void {
    if (transform.meta.safety === 'safe' || this.mayBeUnsafe(transform, finding))
      this.ledger.refuse(transform, finding)
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
      if (hasOverlap(merged)) this.ledger.withhold(transform, change, 'conflict')
      else {
        edits = merged
        taken.push(change)
      }
    }
    return { taken, edits }
  }

  /** Some change of several broke the file: take those that do not. */
  private takeSound(transform: Transform, changes: readonly Change[]): void {
    const sound = this.soundAmong(transform, changes, { reads: maxReads })
    if (sound.length === 0) return
    const edits = sortEdits(sound.flatMap((change) => change.edits))
    const after = this.readSound(edits, sound)
    if (typeof after !== 'string') this.take(transform, sound, edits, after)
    else for (const change of sound) this.ledger.break(transform, change, after)
  }

  /** Halves the changes until what breaks the file stands alone, or the file was read too often. */
  private soundAmong(
    transform: Transform,
    changes: readonly Change[],
    budget: { reads: number },
  ): readonly Change[] {
    const middle = changes.length >> 1
    return [changes.slice(0, middle), changes.slice(middle)].flatMap((half) => {
      if (half.length === 0) return []
      budget.reads--
      const after = this.readSound(sortEdits(half.flatMap((change) => change.edits)), half)
      if (typeof after !== 'string') return half
      if (half.length > 1 && budget.reads > 0) return this.soundAmong(transform, half, budget)
      for (const change of half) this.ledger.break(transform, change, after)
      return []
    })
  }

  /** The file as the edits leave it, or what is wrong with it then. */
  private readSound(edits: readonly Edit[], changes: readonly Change[]): Subject | string {
    const after = this.read(scan(applyEdits(this.text, edits)))
    const splits = changes.flatMap((change) => change.splits ?? [])
    const expanded = changes.flatMap((change) => change.expands ?? [])
    const supplied = changes.flatMap((change) => change.supplies ?? [])
    const mounted = changes.flatMap((change) => change.mounts ?? [])
    return checkRewrite(this.subject, after, edits, { splits, expanded, supplied, mounted }) ?? after
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
    this.ledger.take(transform, changes, trace)
    this.history.add(trace, text)
    this.subject = subject
  }

  /** Puts the lines of a change behind those of the file that it names; the Dockerfile stays as it is. */
  private extend(transform: Transform, change: Change, companion: Companion): void {
    if (!this.companions.extend(companion)) return this.ledger.withhold(transform, change, 'conflict')
    this.ledger.extend(transform, change)
    this.subject = new FileSubject(
      this.subject.file,
      this.subject.model,
      this.companions.context,
      this.options.noPragmas === true,
    )
  }

  private isWanted(transform: Transform, change: Change, subject: Subject): boolean {
    if (this.ledger.isBroken(transform, change)) return false
    const spans = [change.at, ...change.edits.map((edit) => edit.span)]
    if (
      spans.some((span) => instructionsIn(subject.file, span).some((i) => subject.isIgnored(i, change.part)))
    )
      this.ledger.withhold(transform, change, 'ignored')
    else if (change.safety === 'hint') this.ledger.withhold(transform, change, 'hint')
    else if (change.safety === 'unsafe' && !this.mayBeUnsafe(transform, change))
      this.ledger.withhold(transform, change, 'unsafe')
    else if (change.companion && this.options.withoutCompanions !== undefined)
      this.ledger.withhold(transform, { ...change, because: this.options.withoutCompanions }, 'rejected')
    else {
      const because = this.rejectionOf(transform, change)
      if (because === undefined) return true
      this.ledger.withhold(transform, { ...change, because }, 'rejected')
    }
    return false
  }

  /** Whether a transform can do anything here: what is never safe does nothing unless it may be unsafe. */
  private isWilling(transform: Transform): boolean {
    const parts = transform.meta.parts ?? [undefined]
    return transform.meta.safety === 'safe' || parts.some((part) => this.mayBeUnsafe(transform, { part }))
  }

  private mayBeUnsafe({ id }: Transform, { part }: Pick<Finding, 'part'>): boolean {
    const level = levelOf(id, part, this.options)
    return level === undefined ? this.options.unsafe === true : level === 'unsafe'
  }

  private rejectionOf({ id }: Transform, { at, safety }: Change): string | undefined {
    if (!this.options.reject) return undefined
    const place = this.history.locate(this.history.originOf(at.start))
    return this.options.reject({ transform: id, safety, ...place })
  }
}

/** What was refused, without what a transform says that only repeats another. */
function saidOnce(
  refused: readonly RefusedPlace[],
  transforms: readonly Transform[],
): readonly RefusedPlace[] {
  const echoes = new Map(transforms.map(({ id, meta }) => [id, meta.echoes ?? []]))
  const key = (id: string, { line, column, because }: RefusedPlace): string =>
    `${line}:${column} ${id} ${because}`
  const said = new Set(refused.map((refusal) => key(refusal.transform, refusal)))
  return refused.filter((refusal) => !echoes.get(refusal.transform)!.some((id) => said.has(key(id, refusal))))
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
