import type { AppliedChange, Changeset, PlacedChange } from '../engine/transform.js'
import type { Done, Failed, Outcome } from '../report/outcome.js'

/** One change, asked about. The rewrites are those without it and with it, on top of what was taken so far. */
export interface Question {
  readonly kind: 'question'
  /** What is made at that place, most often one change. */
  readonly changes: readonly AppliedChange[]
  readonly without: Done
  readonly with: Done
  /** How many were answered, and about how many are still to come, this one among them. */
  readonly answered: number
  readonly left: number
}

/** What a user says to a change. */
export type Answer = 'take' | 'leave' | 'take-rest' | 'leave-rest'

/** Rewrites a file without the changes that `reject` has a reason against. */
export type Rewriting = (reject: (change: PlacedChange) => string | undefined) => Outcome

/** One file, change by change: in the order in which they are made, each on top of those that were taken. */
export class Review {
  private readonly answers = new Map<string, 'take' | 'leave'>()
  private rest: 'take' | 'leave' | undefined
  private asked: string | undefined

  /** `isTaken` knows changes that are wanted wherever they come up. */
  constructor(
    private readonly rewritten: Rewriting,
    private readonly isTaken: (change: PlacedChange) => boolean,
  ) {}

  /** The next change to decide on, or what all decisions come to. */
  next(): Question | Outcome {
    for (;;) {
      const { outcome, first } = this.present()
      if (outcome.kind === 'failed' || first === undefined) return outcome
      const key = keyOf(first)
      const then = this.with(key)
      if (then.kind === 'failed') this.answers.set(key, 'leave')
      // What makes no difference now is made where it does, as it would be without questions.
      else if (isSame(then, outcome)) this.answers.set(key, 'take')
      else return this.question(key, outcome, then)
    }
  }

  /** Answers the question that was asked last. */
  answer(answer: Answer): void {
    if (answer === 'take-rest' || answer === 'leave-rest')
      this.rest = answer === 'take-rest' ? 'take' : 'leave'
    else if (this.asked !== undefined) this.answers.set(this.asked, answer)
  }

  /** The file with what was taken so far, and the first change that is proposed then and has no answer. */
  private present(): { readonly outcome: Outcome; readonly first: PlacedChange | undefined } {
    const open: PlacedChange[] = []
    const outcome = this.rewritten((change) => {
      const verdict = this.verdictOn(change)
      if (verdict === 'take') return undefined
      if (verdict === undefined && open.length === 0) open.push(change)
      return wasLeft
    })
    return { outcome, first: open[0] }
  }

  private with(key: string): Done | Failed {
    return this.rewritten((change) =>
      keyOf(change) === key || this.verdictOn(change) === 'take' ? undefined : wasLeft,
    )
  }

  private question(key: string, without: Done, then: Done): Question {
    this.asked = key
    return {
      kind: 'question',
      changes: then.changeset.applied.filter((change) => keyOf(change) === key),
      without,
      with: then,
      answered: this.answers.size,
      left: this.toCome(key),
    }
  }

  /** As many as there are when all that is open is taken. */
  private toCome(key: string): number {
    const all = this.rewritten((change) => (this.verdictOn(change) === 'leave' ? wasLeft : undefined))
    const open = all.kind === 'done' ? all.changeset.applied : []
    return new Set([key, ...open.filter((change) => this.verdictOn(change) === undefined).map(keyOf)]).size
  }

  private verdictOn(change: PlacedChange): 'take' | 'leave' | undefined {
    return this.answers.get(keyOf(change)) ?? (this.isTaken(change) ? 'take' : this.rest)
  }
}

/** Whether two rewrites of a file leave it, and what lies beside it, as each other does. */
function isSame({ changeset: one }: Done, { changeset: other }: Done): boolean {
  const texts = ({ companions }: Changeset) => companions.map(({ path, after }) => `${path}\n${after}`).join()
  return one.after === other.after && texts(one) === texts(other)
}

const wasLeft = 'it was left at a question'

/** What tells the changes of a file apart, however often it is rewritten. */
const keyOf = ({ transform, safety, line, column }: PlacedChange): string =>
  `${transform} ${safety} ${line}:${column}`
