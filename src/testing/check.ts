import { idFault, lacksOf, TransformTrouble, watched } from '../engine/own.js'
import { rewrite } from '../engine/pipeline.js'
import type { Changeset, RewriteOptions, Transform } from '../engine/transform.js'
import { readStages } from '../model/stages.js'
import { scan } from '../syntax/scan.js'
import { type Case, casesIn, faultsIn, isChange, missingAmong } from './cases.js'
import { breachesOf } from './laws.js'

/** What is wrong with a transform of one's own and the cases in a folder, one line each; empty: it stands. */
export function checkTransform(transform: Transform, folder: string): readonly string[] {
  const faults = checkShape(transform)
  if (faults.length > 0) return faults
  const cases = casesIn(folder)
  if (cases.length === 0) return [`there is no case in ${folder}: each is a folder with a before.Dockerfile`]
  const problems = cases.flatMap((one) =>
    checkCase(transform, one).map((problem) => `${one.name}: ${problem}`),
  )
  return [...missingAmong(cases), ...problems]
}

/** What keeps a transform from being loaded with `--plugin`, one line each. */
export function checkShape(transform: Transform): readonly string[] {
  const lacks = lacksOf(transform)
  return lacks.length > 0 ? lacks : [idFault(transform.id)].filter((fault) => fault !== undefined)
}

/**
 * What is wrong with what a transform makes of a case, one line each; empty: it gives what the folder holds, without
 * and with `--unsafe`, says why it refuses, and keeps the laws.
 */
export function checkCase(transform: Transform, one: Case): readonly string[] {
  const faults = faultsIn(one)
  const { before, context } = one
  if (before === undefined) return faults
  const own = watched(transform)
  const by = (text: string, options: RewriteOptions): Changeset => rewrite(text, [own], options)
  const safe = { only: [transform.id], ...(context && { context }) }
  const bold = { ...safe, unsafe: true }
  try {
    const outcomes = { safe: by(before, safe), bold: by(before, bold) }
    if (!isSame(by(before, safe), outcomes.safe) || !isSame(by(before, bold), outcomes.bold))
      return [...faults, 'does something else the second time: nothing may be remembered from file to file']
    const broken = breachesOf(before, safe, by, unshipped)
    const more = breachesOf(before, bold, by, unshipped).filter((breach) => !broken.includes(breach))
    return [
      ...faults,
      ...outcomeFaults(one, outcomes),
      ...broken,
      ...more.map((breach) => `with --unsafe: ${breach}`),
    ]
  } catch (error) {
    if (error instanceof TransformTrouble) return [...faults, error.message]
    throw error
  }
}

const isSame = (a: Changeset, b: Changeset): boolean =>
  a.after === b.after && a.companions[0]?.after === b.companions[0]?.after

interface Outcomes {
  readonly safe: Changeset
  readonly bold: Changeset
}

function outcomeFaults(one: Case, { safe, bold }: Outcomes): readonly string[] {
  const { before, after, unsafe, reason } = one
  const { problem } = safe
  if (problem) return [`before.Dockerfile:${problem.line ?? 1} cannot be read: ${problem.message}`]
  const whys = [...safe.refused, ...safe.withheld, ...bold.refused, ...bold.applied, ...bold.withheld]
  const said = [...new Set(whys.map(({ because }) => because))]
  const faults = goldenFaults(before!, after, safe.after, 'after.Dockerfile')
  const [golden, file] = unsafe === undefined ? [after, 'after.Dockerfile'] : [unsafe, 'unsafe.Dockerfile']
  // What is wrong with both is told once.
  if (faults.length === 0 || unsafe !== undefined)
    faults.push(...goldenFaults(before!, golden, bold.after, file).map((fault) => `with --unsafe: ${fault}`))
  faults.push(...companionFaults(one, { safe, bold }))
  if (safe.applied.some(({ safety }) => safety !== 'safe'))
    faults.push('makes a change that is not safe without --unsafe')
  if (reason !== undefined && !said.some((because) => because.includes(reason)))
    faults.push(`reason.txt holds ${JSON.stringify(reason)}, ${inWords(said)}`)
  if (reason === undefined && !isChange(one) && said.length > 0)
    faults.push(`nothing happens, and there is no reason.txt: write down why; ${inWords(said)}`)
  return faults
}

/** Where `.dockerignore` becomes something else than was written down. */
function companionFaults({ context, ignoreAfter, ignoreUnsafe }: Case, { safe, bold }: Outcomes): string[] {
  const now = context?.ignoreFile?.()?.text ?? ''
  const textOf = ({ companions }: Changeset): string => companions[0]?.after ?? now
  const by = ignoreUnsafe === undefined ? 'after.dockerignore' : 'unsafe.dockerignore'
  return [
    ...goldenFaults(now, ignoreAfter, textOf(safe), 'after.dockerignore'),
    ...goldenFaults(now, ignoreUnsafe ?? ignoreAfter, textOf(bold), by).map(
      (fault) => `with --unsafe: ${fault}`,
    ),
  ]
}

/** Changes of stages whose layers nobody gets, and which `--stages shipped` leaves alone. */
function unshipped({ before, applied }: Changeset): readonly string[] {
  const stages = readStages(scan(before), 'shipped')
  return applied
    .filter(({ line }) => stages.findLast(({ from }) => from.startLine <= line)?.isShipped === false)
    .map(({ line }) => `changes line ${line}, in a stage that is not shipped: look at stage.isShipped`)
}

const inWords = (said: readonly string[]): string =>
  said.length === 0
    ? 'the transform gives no reason'
    : `the transform says ${said.map((because) => JSON.stringify(because)).join(' and ')}`

/** Where the outcome is another than the one that was written down. */
function goldenFaults(before: string, golden: string | undefined, now: string, file: string): string[] {
  const wanted = golden ?? before
  if (now === wanted) return []
  if (now === before) return [`${file} is a change, and the transform changes nothing`]
  const [left, right] = [wanted.split('\n'), now.split('\n')]
  const at = right.findIndex((line, i) => line !== left[i])
  const line = at < 0 ? right.length : at
  const shown = (some: readonly string[]): string => JSON.stringify(some[line] ?? 'the end of the file')
  if (golden === undefined)
    return [`there is no ${file}: nothing may happen, but line ${line + 1} becomes ${shown(right)}`]
  return [`${file}:${line + 1} is ${shown(left)}, and the transform makes it ${shown(right)}`]
}
