import type { CompanionText } from '../engine/transform.js'
import { hunksBetween, type Hunk, type Mark } from '../text/diff.js'
import { type Done, hasChanges } from './outcome.js'

/** The files that a rewrite changes, as they are named: the Dockerfile, and those beside it. */
export function changedPaths(done: Done): readonly string[] {
  const { source, changeset } = done
  const { before, after, companions } = changeset
  if (!hasChanges(done)) return []
  const others = companions.map((companion) => companionName(done, companion))
  return before === after ? others : [source.path, ...others]
}

/** The path of a file beside a Dockerfile, named as that is. */
export function companionName({ source }: Pick<Done, 'source'>, { path }: CompanionText): string {
  const { context, absolute } = source
  const names = source.path.split('/').slice(0, -1)
  if (context === undefined) return [...names, path].join('/')
  const [from, to] = [absolute.split(/[\\/]/).slice(0, -1), context.split(/[\\/]/)]
  let shared = 0
  while (shared < from.length && from[shared] === to[shared]) shared++
  for (let up = from.length; up > shared; up--)
    if (names.length > 0 && names.at(-1) !== '..') names.pop()
    else names.push('..')
  return [...names, ...to.slice(shared).filter((name) => name !== ''), path].join('/')
}

/** How a file beside a Dockerfile differs, with `context` unchanged lines around each change. */
export const companionHunks = ({ before, after }: CompanionText, context: number): readonly Hunk[] =>
  hunksBetween(before ?? '', after, context)

/** What labels the changes of the Dockerfile, or of a file beside it: the ids of the transforms. */
export function marksIn({ changeset }: Done, companion?: CompanionText): readonly Mark[] {
  return changeset.applied
    .filter((change) => change.companion === companion?.path)
    .map(({ transform, after }) => ({ label: transform, span: companion ? addedIn(companion) : after }))
}

/** Where the lines of a companion stand that were not there before. */
const addedIn = ({ before, after }: CompanionText) => ({ start: before?.length ?? 0, end: after.length })
