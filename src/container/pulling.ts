import { basesIn, imageNamed } from '../engine/bases.js'
import type { AppliedChange, Changeset } from '../engine/transform.js'
import type { Trial } from './trial.js'

/** A base that could not be pulled, and the changes that wrote it. */
export interface LostBase {
  readonly image: string
  readonly changes: readonly AppliedChange[]
}

/**
 * The base for want of which a rewrite could not be built, where its build says so beyond doubt: the file as it is does
 * not name it, and all that names it goes with some changes. `only` makes the rewrite with some of them alone.
 */
export function lostBaseOf(
  trial: Trial,
  { before, after, applied }: Changeset,
  only: (some: readonly AppliedChange[]) => Changeset,
): LostBase | undefined {
  if (trial.kind !== 'failed') return undefined
  const known = new Set(basesIn(before))
  const named = new Set(trial.tail.flatMap(imagesNotPulled))
  const image = basesIn(after).find((base) => named.has(base) && !known.has(base))
  if (image === undefined) return undefined
  const timesIn = (text: string) => basesIn(text).filter((base) => base === image).length
  const all = timesIn(after)
  const without = (some: readonly AppliedChange[]) =>
    only(applied.filter((change) => !some.some((one) => isSame(one, change))))
  const writers = applied
    .map((change) => ({ change, rest: without([change]) }))
    .filter(({ rest }) => timesIn(rest.after) < all)
  // A change that only makes way for one that writes the base takes that one along, and is not taken along by it.
  const changes = writers
    .filter((one) => !writers.some((other) => !has(one.rest, other.change) && has(other.rest, one.change)))
    .map(({ change }) => change)
  return changes.length > 0 && timesIn(without(changes).after) === 0 ? { image, changes } : undefined
}

const has = ({ applied }: Changeset, change: AppliedChange): boolean =>
  applied.some((one) => isSame(one, change))

const isSame = (one: AppliedChange, other: AppliedChange): boolean =>
  one.transform === other.transform && one.line === other.line && one.column === other.column

/** The images that a line of a failed build names because they could not be pulled. */
function imagesNotPulled(line: string): readonly string[] {
  if (!isFailure.test(line) || isCommand.test(line) || !isPull.test(line)) return []
  return line.split(/[\s"'`(),;]+/).flatMap((word) => {
    const image = imageNamed(word.replace(/^docker:\/\//, '').replace(/[:.]+$/, ''))
    // A bare word may be any.
    return image !== undefined && /[:/@]/.test(image) ? [image] : []
  })
}

/** What BuildKit, buildah, podman and the builder of old put in front. */
const isFailure =
  /^(?:#\d+ )?(?:ERROR|Error|error): |^failed to solve|^manifest for |^pull access denied for /

/** BuildKit names the command of a RUN that failed. */
const isCommand = /process "|did not complete successfully/

const isPull =
  /failed to resolve|did not resolve|initializing source|manifest unknown|not found|denied|unauthorized|forbidden|too ?many ?requests|dial tcp|no such host|timeout|connection refused|unreachable/i
