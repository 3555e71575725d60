import { findSkip } from '../model/pragmas.js'
import { scan } from '../syntax/scan.js'
import { checkAgreement } from './gate.js'
import { type Hint, hintsOn } from './hint.js'
import { type Changeset, phases, type RewriteOptions, type Transform } from './transform.js'
import { isChosen } from './parts.js'
import { maxRounds, Run } from './run.js'

/** Each stage asks about those that are built on it: a chain of thousands, which nobody writes, would take minutes. */
const maxStages = 200

/**
 * Runs the transforms over a Dockerfile until a round changes nothing. Each reads the text that its predecessor left.
 * Pure, never throws: what cannot be read beyond doubt comes back as it was, with a `problem`.
 */
export function rewrite(
  before: string,
  transforms: readonly Transform[],
  options: RewriteOptions = {},
  hints: readonly Hint[] = [],
): Changeset {
  const file = scan(before)
  if (file.problem) return untouched(before, { problem: file.problem })
  const tooMany = file.instructions.filter(({ keyword }) => keyword === 'FROM')[maxStages]
  if (tooMany)
    return untouched(before, {
      problem: { message: `more than ${maxStages} stages`, line: tooMany.startLine },
    })
  const skipped = options.noPragmas ? undefined : findSkip(file)
  if (skipped !== undefined) return untouched(before, { skipped })
  const run = new Run(file, chosen(transforms, options), options)
  const seen = new Set([before])
  let settled = false
  let rounds = 0
  while (!settled && rounds < maxRounds) {
    rounds++
    const start = run.state
    run.round('willing')
    if (run.state === start) run.round('all')
    settled = run.state === start
    if (!settled && seen.has(run.state)) break
    seen.add(run.state)
  }
  if (!settled) return { ...untouched(before, {}), rounds, settled: false }
  if (run.text !== before) {
    const problem = checkAgreement(before, file)
    if (problem) return untouched(before, { problem })
  }
  const changeset = run.changeset(rounds)
  if (options.hints !== true) return changeset
  const { withheld, ...rest } = hintsOn(run.start, hints, options)
  return { ...changeset, ...rest, withheld: [...changeset.withheld, ...withheld] }
}

/** By phase, then by id: the order in which transforms see a file. */
export function inOrder(transforms: readonly Transform[]): Transform[] {
  const rank = ({ meta }: Transform): number => phases.indexOf(meta.phase)
  return [...transforms].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}

const chosen = (transforms: readonly Transform[], options: RewriteOptions): Transform[] =>
  inOrder(transforms).filter((transform) => isChosen(transform, options))

function untouched(before: string, rest: Partial<Pick<Changeset, 'problem' | 'skipped'>>): Changeset {
  const nothing = { companions: [], applied: [], withheld: [], refused: [], rounds: 0, settled: true }
  return { before, after: before, ...nothing, problem: undefined, skipped: undefined, ...rest }
}
