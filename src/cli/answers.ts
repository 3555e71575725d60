import type { BuildContext, Changeset, RewriteOptions } from '../engine/transform.js'
import { type Cache, cacheLine, digestOf, remembering } from '../project/cache.js'
import { companionAt } from '../project/companions.js'
import { type Failure, failureAt } from '../project/failure.js'
import type { Found } from '../project/find.js'
import { pathFrom, realPath } from '../project/tree.js'
import { type Done, hasChanges, type Outcome } from '../report/outcome.js'
import { marksIn } from '../report/companions.js'
import { patchOf } from '../text/diff.js'
import { type Input, type Rewrite, rewriteInput } from './inputs.js'
import type { Core } from './parts.js'

/** What a run wants to know of each file; threads are told the same. */
export interface Question {
  readonly options: RewriteOptions
  /** Whether a second rewrite must find nothing left to do. */
  readonly proof: boolean
  readonly patch?: PatchWish
}

/** The folder from which the paths in a patch are, and how many lines of context it shows. */
export interface PatchWish {
  readonly from: string
  readonly lines: number
}

/** What came of one file. */
export interface Answer {
  readonly outcome: Outcome
  /** Empty where none was asked for, or nothing changes. */
  readonly patch: string
  /** What the cache had, or is to have. */
  readonly known?: Known
}

/** A key of the cache that was used, or a line that is new. */
export type Known =
  { readonly kind: 'used'; readonly key: string } | { readonly kind: 'new'; readonly line: string }

/** An answer on its way from a thread: without what the one that asked has, and with no text twice. */
export type Packed = Pick<Answer, 'patch' | 'known'> &
  (
    | { readonly failure: Failure }
    | {
        readonly text: string
        readonly after?: string
        readonly changeset: Omit<Changeset, 'before' | 'after'>
      }
  )

/** Makes an answer ready for the way. */
export function packed({ outcome, patch, known }: Answer): Packed {
  const rest = { patch, ...(known ? { known } : {}) }
  if (outcome.kind === 'failed') return { ...rest, failure: outcome.failure }
  const { before, after, ...changeset } = outcome.changeset
  return { ...rest, text: before, changeset, ...(after === before ? {} : { after }) }
}

/** The answer about an input that came back. */
export function unpacked(input: Input, { patch, known, ...came }: Packed): Answer {
  const rest = { patch, ...(known ? { known } : {}) }
  if ('failure' in came) return { ...rest, outcome: { kind: 'failed', failure: came.failure } }
  const { text, after = text, changeset } = came
  // What failed before it was read has come back as a failure.
  const source = { ...(input as Found), text, bytes: Buffer.from(text) }
  return { ...rest, outcome: { kind: 'done', source, changeset: { before: text, after, ...changeset } } }
}

/** Answers about one file after the other. */
export function answering(question: Question, core: Core, cache?: Cache): (input: Input) => Answer {
  return (input) => {
    const { options } = question
    let known: Known | undefined
    const recall = cache && recalling(core, cache, (found) => (known = found))
    const outcome = rewriteInput(input, core, options, recall)
    const proven = question.proof ? atRest(outcome, core, options) : outcome
    const patch = question.patch ? patchFor(proven, question.patch) : ''
    return { outcome: proven, patch, ...(known ? { known } : {}) }
  }
}

/** Asks the cache first; what is new is told. */
function recalling(core: Core, cache: Cache, tell: (known: Known) => void): Rewrite {
  return ({ path, bytes, text }, { context, reject, ...options }) => {
    if (context === undefined || reject !== undefined)
      return core.rewrite(text, { ...options, ...(context && { context }), ...(reject && { reject }) })
    const key = digestOf(core.build, path, JSON.stringify(options), bytes)
    const kept = cache.find(key, context) as Kept | undefined
    if (kept !== undefined) {
      tell({ kind: 'used', key })
      return {
        ...kept,
        before: text,
        after: kept.after ?? text,
        problem: kept.problem,
        skipped: kept.skipped,
      }
    }
    const asked = remembering(context)
    const { before, after, ...rest } = core.rewrite(text, { ...options, context: asked })
    // What the context is with another ignore file was not asked of the context.
    if (rest.companions.length > 0) return { before, after, ...rest }
    const value: Kept = { ...rest, ...(after === before ? {} : { after }) }
    tell({ kind: 'new', line: cacheLine(key, asked.reads, value) })
    return { before, after, ...rest }
  }
}

/** A changeset without the text before, and without the same text after. */
type Kept = Omit<Changeset, 'before' | 'after'> & { readonly after?: string }

/** A rewrite that a second one would change again is our mistake, or that of a plugin. */
function atRest(outcome: Outcome, core: Core, options: RewriteOptions): Outcome {
  if (outcome.kind === 'failed' || !hasChanges(outcome)) return outcome
  const { source, changeset } = outcome
  const again = rewriteInput({ ...source, text: changeset.after }, core, options, (file, asked) =>
    core.rewrite(file.text, { ...asked, ...withCompanions(asked.context, changeset) }),
  )
  if (again.kind === 'done' && !hasChanges(again)) return outcome
  const reason = 'a second run would change the result again'
  return {
    kind: 'failed',
    failure: core.plugins
      ? failureAt('plugin', source.path, `${reason}, with ${core.plugins.ids.join(', ')}`)
      : failureAt('bug', source.path, `${reason}; please report this file`),
  }
}

/** The build context as it is once the rewrite is written. */
function withCompanions(context: BuildContext | undefined, { companions }: Changeset) {
  const now = companions.reduce((seen, { after }) => seen?.ignoreFile?.()?.with(after) ?? seen, context)
  return now && { context: now }
}

/** The patch of one file, and of those beside it that are extended, in git's form. */
export function patchFor(outcome: Outcome, { from, lines }: PatchWish): string {
  if (outcome.kind === 'failed' || !hasChanges(outcome)) return ''
  const { before, after, companions } = outcome.changeset
  const own = { path: nameIn(from, outcome), before, after, marks: marksIn(outcome) }
  const others = companions.map((companion) => ({
    ...companion,
    path: pathFrom(from, companionAt(outcome.source, companion)),
    marks: marksIn(outcome, companion),
  }))
  return [own, ...others].map((file) => patchOf(file, lines)).join('')
}

/** As git names it: of a link its target. */
const nameIn = (from: string, { source }: Done) =>
  pathFrom(from, realPath(source.absolute) ?? source.absolute)
