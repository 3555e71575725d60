import type { Changeset, RewriteOptions } from '../../src/index.js'

/** What was seen while a text was rewritten, whatever text it is. */
export interface Conduct {
  /** What must never be; each begins with a word or two that name its kind, up to a colon. */
  readonly faults: readonly string[]
  readonly isRefused: boolean
  readonly isChanged: boolean
  readonly rounds: number
  /** Changes that the guard held back: a transform was wrong, and no harm was done. */
  readonly guarded: number
  /** Of the longest rewrite, in milliseconds. */
  readonly longest: number
}

type Rewrite = (text: string, options: RewriteOptions) => Changeset

/** A rewrite may take so many milliseconds. */
export const patience = 2000

const modes: Readonly<Record<string, RewriteOptions>> = { safe: {}, unsafe: { unsafe: true } }

/** Rewrites any text, a broken one too, safe and unsafe, and looks whether all promises that hold for it were kept. */
export function conductOn(text: string, rewrite: Rewrite): Conduct {
  const faults: string[] = []
  const seen = { isRefused: false, isChanged: false, rounds: 0, guarded: 0, longest: 0 }
  for (const [mode, options] of Object.entries(modes)) {
    try {
      const run = (before: string): Changeset => {
        const { changeset, time } = timed(() => rewrite(before, options), seen.longest)
        seen.longest = Math.max(seen.longest, time)
        return changeset
      }
      const changeset = run(text)
      const again = changeset.after === text ? undefined : run(changeset.after)
      for (const fault of faultsOf(text, changeset, again)) faults.push(`${fault} (${mode})`)
      seen.isRefused ||= changeset.problem !== undefined
      seen.isChanged ||= changeset.after !== text
      seen.rounds = Math.max(seen.rounds, changeset.rounds)
      seen.guarded += changeset.withheld.filter(({ reason }) => reason === 'broken').length
    } catch (error) {
      faults.push(`crash: ${error instanceof Error ? error.stack : String(error)} (${mode})`)
    }
  }
  if (seen.longest > patience) faults.push(`slow: ${Math.round(seen.longest)} ms`)
  return { faults, ...seen }
}

/** What is slow is run once more: a machine that does other things as well is slow now and then, but not twice. */
function timed(run: () => Changeset, longest: number): { changeset: Changeset; time: number } {
  const [changeset, time] = stopped(run)
  if (time < 100 || time <= longest) return { changeset, time }
  return { changeset, time: Math.min(time, stopped(run)[1]) }
}

/** The time of the clock or of the processor, whichever is less. */
function stopped(run: () => Changeset): [Changeset, number] {
  const [start, used] = [performance.now(), process.cpuUsage()]
  const changeset = run()
  const { user, system } = process.cpuUsage(used)
  return [changeset, Math.min(performance.now() - start, (user + system) / 1000)]
}

function faultsOf(before: string, changeset: Changeset, again: Changeset | undefined): string[] {
  const { after, applied, problem, rounds, settled } = changeset
  const faults: string[] = []
  const law = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault)
  }
  const lines = before.split('\n').length
  const isPlace = (line: number | undefined): boolean =>
    line !== undefined && Number.isInteger(line) && line >= 1 && line <= lines
  if (problem !== undefined) {
    law(isPlace(problem.line), `no place: "${problem.message}" at line ${problem.line} of ${lines}`)
    law(after === before, 'refused and changed: text')
    return faults
  }
  law(settled, 'restless: does not come to rest')
  law(rounds <= 10, `restless: ${rounds} rounds`)
  law((after === before) === (applied.length === 0), `untold: ${applied.length} changes are told`)
  const places = [...applied, ...changeset.withheld, ...changeset.refused]
  const odd = places.find(({ line, column }) => !isPlace(line) || !(column >= 1))
  law(odd === undefined, `no place: ${odd?.transform} at ${odd?.line}:${odd?.column} of ${lines} lines`)
  const astray = applied.find(
    ({ after: { start, end } }) => !(start >= 0 && start <= end && end <= after.length),
  )
  law(astray === undefined, `no place: ${astray?.transform} covers what is not there`)
  for (const comment of lostComments(before, after)) faults.push(`lost comment: ${comment}`)
  if (again === undefined) return faults
  law(again.problem === undefined, `invalid: ${again.problem?.message} at line ${again.problem?.line}`)
  law(again.after === after, 'not idempotent: a second run changes more')
  return faults
}

/** Lines that begin with `#`, wherever they stand, without what surrounds them; each as often as it is missed. */
function lostComments(before: string, after: string): string[] {
  const left = new Map<string, number>()
  for (const comment of commentLines(after)) left.set(comment, (left.get(comment) ?? 0) + 1)
  return commentLines(before).filter((comment) => {
    const count = left.get(comment) ?? 0
    left.set(comment, count - 1)
    return count <= 0
  })
}

const commentLines = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.trimStart().startsWith('#') ? [line.trim()] : []))
