import type { Changeset } from '../engine/transform.js'
import type { Measurement, WasteGroup, Cache } from '../image/measurement.js'
import { stepsOfLayers, type Step } from './steps.js'

/** What would win back some bytes, or why nothing does. Lines are 1-based, of the Dockerfile. */
export type Remedy =
  | { readonly kind: 'applied'; readonly transform: string; readonly line: number; readonly title: string }
  | {
      readonly kind: 'withheld' | 'refused'
      readonly transform: string
      readonly line: number
      readonly because: string
    }
  /** The base image brought them. */
  | { readonly kind: 'base' }
  /** No transform is for that. */
  | { readonly kind: 'none' }

/** What a rewrite of the Dockerfile means for the image that was built from it. */
export interface Remedies {
  /** The line of the instruction that made each layer; undefined where none is known. */
  readonly lines: readonly (number | undefined)[]
  readonly ofWaste: (group: WasteGroup) => Remedy
  readonly ofCache: (cache: Cache) => Remedy
  /** The bytes, wasted or in caches, that the changes win back. */
  readonly bytes: number
  /** The transforms that change something and win back none of these bytes. */
  readonly others: readonly string[]
}

/** Finds for all that is wasted what would win it back. Nothing is known when no layer was made by a step. */
export function remediesOf(
  { waste, caches }: Measurement,
  instructions: readonly string[],
  steps: readonly Step[],
  changeset: Changeset,
): Remedies | undefined {
  const made = stepsOfLayers(instructions, steps)
  if (made.every((step) => step === undefined)) return undefined
  const lines = made.map((step) => step?.startLine)
  const plan = { changeset, made, lines, merges: mergesOf(steps, changeset) }
  const ofWaste = (group: WasteGroup) => remedyOfWaste(group, plan)
  const ofCache = (cache: Cache) => remedyOfCache(cache, plan)
  const all = [
    ...waste.map((group) => ({ bytes: group.bytes, remedy: ofWaste(group) })),
    ...caches.map((cache) => ({ bytes: cache.bytes, remedy: ofCache(cache) })),
  ]
  const won = all.flatMap(({ bytes, remedy }) => (remedy.kind === 'applied' ? [{ bytes, ...remedy }] : []))
  const winners = new Set(won.map(({ transform }) => transform))
  return {
    lines,
    ofWaste,
    ofCache,
    bytes: won.reduce((sum, { bytes }) => sum + bytes, 0),
    others: [...new Set(changeset.applied.map(({ transform }) => transform))].filter(
      (id) => !winners.has(id),
    ),
  }
}

/** Whether a layer lies below all that the Dockerfile is known to have made. */
export const isOfBase = (layer: number, lines: Remedies['lines']): boolean =>
  lines.slice(0, layer + 1).every((line) => line === undefined)

interface Plan {
  readonly changeset: Changeset
  /** The step of each layer. */
  readonly made: readonly (Step | undefined)[]
  readonly lines: Remedies['lines']
  /** The lines of those that become one, for each step that does. */
  readonly merges: ReadonlyMap<Step, Lines>
}

const base: Remedy = { kind: 'base' }
const none: Remedy = { kind: 'none' }

/** What is removed where it was made leaves no trace: two steps become one, or the clean-up moves. */
function remedyOfWaste({ addedBy, removedBy, place }: WasteGroup, plan: Plan): Remedy {
  const [maker, remover] = [plan.made[addedBy], plan.made[removedBy]]
  if (maker === undefined || remover === undefined) return isOfBase(addedBy, plan.lines) ? base : none
  const [from, to] = [mergedWith(maker, plan), mergedWith(remover, plan)]
  const joined: readonly Spot[] = [
    ['install-sink', from],
    ['run-merge', from],
  ]
  if (from === to && maker !== remover) return appliedAt(joined, plan) ?? none
  const cleanups: readonly Spot[] = [
    ['cleanup-hoist', to],
    ['copy-owner', to],
    ['copy-archive', from],
    [place?.transform, from],
  ]
  // A merge stands where its first RUN is, and a refusal at the RUN that would not follow.
  const both = { startLine: maker.startLine, endLine: remover.endLine }
  const behind = { ...both, startLine: maker.endLine + 1 }
  return (
    appliedAt(cleanups, plan) ??
    withheldAt([...cleanups, ['run-merge', both]], plan) ??
    refusedAt([['run-merge', behind], ...cleanups], plan) ??
    none
  )
}

function remedyOfCache({ layer, place: { transform } }: Cache, plan: Plan): Remedy {
  const maker = plan.made[layer]
  if (maker === undefined) return isOfBase(layer, plan.lines) ? base : none
  const spots: readonly Spot[] = [[transform, mergedWith(maker, plan)]]
  return appliedAt(spots, plan) ?? withheldAt(spots, plan) ?? refusedAt(spots, plan) ?? none
}

/** A transform, and where it would do something. */
type Spot = readonly [transform: string | undefined, lines: Lines]

type Lines = Pick<Step, 'startLine' | 'endLine'>

/**
 * The lines of the steps that run-merge makes one of a step and others: from the one that its change is at, over
 * RUN and WORKDIR, to where it refuses or begins anew.
 */
const mergedWith = (step: Step, { merges }: Plan): Lines => merges.get(step) ?? step

function mergesOf(steps: readonly Step[], changeset: Changeset): ReadonlyMap<Step, Lines> {
  const merges = new Map<Step, Lines>()
  const isAt = (places: readonly { transform: string; line: number }[], step: Step, id = 'run-merge') =>
    places.some(({ transform, line }) => transform === id && isWithin(line, step))
  for (const [i, first] of steps.entries()) {
    if (!isAt(changeset.applied, first)) continue
    const rest = steps.slice(i + 1)
    const length = rest.findIndex(
      (step) =>
        step.stage !== first.stage ||
        !/^(?:RUN|WORKDIR)$/.test(step.keyword) ||
        isAt(changeset.applied, step) ||
        isAt(changeset.refused, step) ||
        isAt(changeset.withheld, step),
    )
    const group = [first, ...(length < 0 ? rest : rest.slice(0, length))]
    const lines = { startLine: first.startLine, endLine: group.at(-1)!.endLine }
    for (const step of group) merges.set(step, lines)
  }
  // What is installed goes down to the RUN behind the next copies.
  for (const [i, first] of steps.entries()) {
    if (!isAt(changeset.applied, first, 'install-sink')) continue
    const copy = steps.findIndex(({ keyword }, at) => at > i && keyword !== 'RUN')
    const user = steps.findIndex(({ keyword }, at) => at > copy && keyword === 'RUN')
    const below = merges.get(steps[user]!)
    if (below === undefined) continue
    const lines = { ...below, startLine: first.startLine }
    for (const [step, own] of merges) if (own === below) merges.set(step, lines)
    for (const step of steps.slice(i, copy)) merges.set(step, lines)
  }
  return merges
}

function appliedAt(spots: readonly Spot[], { changeset }: Plan): Remedy | undefined {
  const change = findAt(spots, changeset.applied)
  return change && { kind: 'applied', transform: change.transform, line: change.line, title: change.title }
}

function withheldAt(spots: readonly Spot[], { changeset }: Plan): Remedy | undefined {
  const change = findAt(spots, changeset.withheld)
  if (change === undefined) return undefined
  const { transform, line, reason, because } = change
  return { kind: 'withheld', transform, line, because: `${reason}: ${because}` }
}

function refusedAt(spots: readonly Spot[], { changeset }: Plan): Remedy | undefined {
  const place = findAt(spots, changeset.refused)
  return place && { kind: 'refused', transform: place.transform, line: place.line, because: place.because }
}

/** The first spot counts at which there is something. */
function findAt<T extends { readonly transform: string; readonly line: number }>(
  spots: readonly Spot[],
  all: readonly T[],
): T | undefined {
  for (const [id, lines] of spots) {
    const found = all.find(({ transform, line }) => transform === id && isWithin(line, lines))
    if (found) return found
  }
  return undefined
}

const isWithin = (line: number, { startLine, endLine }: Lines) => line >= startLine && line <= endLine
