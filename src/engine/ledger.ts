import { sortEdits, type Span, type Trace } from '../text/edit.js'
import type { History } from './history.js'
import type {
  AppliedChange,
  Change,
  Changeset,
  Finding,
  Refusal,
  RefusedPlace,
  Transform,
  WithheldChange,
  WithheldReason,
} from './transform.js'

type Applied = Omit<AppliedChange, 'line' | 'column' | 'after'> & { origin: number; after: Span }
type Located<T> = T & { readonly transform: string; readonly origin: number }
type Withheld = Located<Change & { reason: WithheldReason }>

/** What transforms had to say of a text beside what they changed. */
export interface Said {
  readonly withheld: readonly Withheld[]
  readonly refused: readonly Located<Refusal>[]
}

/** A place in what was said so far. */
export type Mark = Readonly<Record<keyof Said, number>>

/** What was done, withheld and refused in a rewrite, each with its place in the text before. */
export class Ledger {
  private readonly applied: Applied[] = []
  private readonly broken = new Map<string, Withheld>()
  private withheld: Withheld[] = []
  private refused: Located<Refusal>[] = []

  constructor(private readonly history: History) {}

  /** Takes what was said back, from a mark on. */
  rewind({ withheld, refused }: Mark = { withheld: 0, refused: 0 }): void {
    this.withheld.length = withheld
    this.refused.length = refused
  }

  get mark(): Mark {
    return { withheld: this.withheld.length, refused: this.refused.length }
  }

  since({ withheld, refused }: Mark): Said {
    return { withheld: this.withheld.slice(withheld), refused: this.refused.slice(refused) }
  }

  repeat({ withheld, refused }: Said): void {
    this.withheld.push(...withheld)
    this.refused.push(...refused)
  }

  refuse(transform: Transform, finding: Refusal): void {
    this.refused.push(this.located(transform, finding))
  }

  withhold(transform: Transform, change: Change, reason: WithheldReason): void {
    this.withheld.push({ ...this.located(transform, change), reason })
  }

  /** A change after which the file would not be what it was; it is not tried again on this text. */
  break(transform: Transform, change: Change, because: string): void {
    const broken = { ...this.located(transform, change), because, reason: 'broken' } as const
    this.broken.set(this.keyOf(transform, change), broken)
  }

  isBroken(transform: Transform, change: Change): boolean {
    return this.broken.has(this.keyOf(transform, change))
  }

  /** Changes that are made by the edits of a trace, to the present text. */
  take(transform: Transform, changes: readonly Change[], trace: Trace): void {
    const move = ({ start, end }: Span): Span => ({ start: trace.after(start), end: trace.afterEnd(end) })
    for (const change of this.applied) change.after = move(change.after)
    for (const change of changes) {
      const sorted = sortEdits(change.edits)
      const [first, last] = [sorted[0]!.span, sorted.at(-1)!.span]
      this.add(transform, change, { start: trace.afterStart(first.start), end: trace.afterEnd(last.end) })
    }
  }

  /** A change that extends a file beside this one. */
  extend(transform: Transform, change: Change): void {
    this.add(transform, change, { start: change.at.start, end: change.at.start })
  }

  /** All of it. */
  get entries(): Pick<Changeset, 'applied' | 'withheld' | 'refused'> {
    const place = ({ origin }: { origin: number }): { line: number; column: number } =>
      this.history.locate(origin)
    return {
      applied: this.applied.map(({ transform, title, safety, because, saves, companion, after, ...at }) => ({
        ...{ transform, title, safety, because, after },
        ...(companion === undefined ? {} : { companion }),
        ...savingOf(saves),
        ...place(at),
      })),
      withheld: [...this.withheld, ...this.broken.values()].map(
        ({ transform, title, safety, because, saves, reason, ...at }): WithheldChange => ({
          ...{ transform, title, safety, because, reason },
          ...savingOf(saves),
          ...place(at),
        }),
      ),
      refused: this.refused.map(({ transform, because, ...at }): RefusedPlace => ({
        transform,
        because,
        ...place(at),
      })),
    }
  }

  private add(transform: Transform, change: Change, after: Span): void {
    const { title, safety, because, saves, companion, at } = change
    this.applied.push({
      ...{ transform: transform.id, title, safety, because: this.history.retold(because), saves, after },
      ...(companion && { companion: companion.path }),
      origin: this.history.originOf(at.start),
    })
  }

  private located<T extends Finding>(transform: Transform, finding: T): Located<T> {
    const origin = this.history.originOf(finding.at.start)
    return Object.assign({}, finding, {
      because: this.history.retold(finding.because),
      transform: transform.id,
      origin,
    })
  }

  private keyOf({ id }: Transform, { title, at }: Change): string {
    return `${id} ${title} ${at.start} ${this.history.present.length}`
  }
}

const savingOf = (saves: number | undefined) => (saves === undefined ? {} : { saves })
