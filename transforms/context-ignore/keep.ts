import { type IgnoreFile, isContextCopy, type Subject } from '../../src/kit.js'
import { type Found } from './found.js'
import { readerOf } from './history.js'
import { makerOf } from './making.js'
import { isDockerfile, namedBy, namedIn } from './named.js'
import { sourcesIn, type Taking } from './taking.js'

/** What keeps the ignore file of this context as it is; undefined: nothing. */
export function obstacleOf(
  { stage }: Taking,
  file: IgnoreFile,
  entries: readonly string[],
  subject: Subject,
): string | undefined {
  if (!stage.isShipped) return 'the stage is not shipped: what it copies costs the image nothing'
  if (file.path !== '.dockerignore') return `\`${file.path}\` is in force, and no other Dockerfile reads it`
  const missing = subject.model.stages
    .flatMap((one) => one.instructions.map((copy) => [one, copy] as const))
    .filter(([, copy]) => isContextCopy(copy) && copy.heredocs.length === 0)
    .flatMap(([one, copy]) => sourcesIn(subject, one, copy))
    .find((source) => !isThere(source, entries))
  if (missing !== undefined)
    return `\`${missing}\` is not beside the Dockerfile: its build context may be another folder`
  return entries.every((entry) => isDockerfile(entry) || /^\.|^README|\/$/.test(entry))
    ? 'nothing lies beside the Dockerfile: its build context may be another folder'
    : undefined
}

const isThere = (source: string, entries: readonly string[]): boolean =>
  source === '' || entries.some((entry) => entry === source || entry.startsWith(`${source}/`))

/** Why something stays in the build context; undefined: nothing speaks for it. */
export function keepOf(
  found: Found,
  takings: readonly Taking[],
  file: IgnoreFile,
  entries: readonly string[],
  subject: Subject,
): string | undefined {
  const { group, places } = found
  if (places.some((place) => file.mayBringBack(place.replace(/\/$/, ''))))
    return 'a `!` of the `.dockerignore` may bring it back'
  const named = namedBy(found, subject) ?? namedIn(found, entries, subject)
  if (named !== undefined) return named
  if (group === 'history') return readerOf(entries, subject)
  return found.madeBy ? makerOf(found, takings, subject) : undefined
}
