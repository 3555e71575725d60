import { changeOf, sizeOf } from '../size.js'
import { grouped, plural } from '../totals.js'
import { changedIn, type Runs, type Sums } from './sums.js'

/** `2,000 edits in 310 of 900 Dockerfiles of 120 repositories`. */
export function headline({ total, repositories }: Runs): string {
  const among = `${plural(total.files, 'Dockerfile')} of ${namesOf(repositories.size)}`
  const edits = total.safe + total.unsafe
  if (edits === 0) return `${among}: nothing to do`
  const unsafe = total.unsafe === 0 ? ', all safe' : `, ${grouped(total.unsafe)} of them unsafe`
  return `${plural(edits, 'edit')} in ${grouped(total.changed)} of ${among}${unsafe}`
}

/** What else there is to say of all runs: sizes, and what was not done. */
export function remarks(runs: Runs): readonly string[] {
  const { total, repositories } = runs
  const { safe, unsafe, saves, known, unknown, before, after, withUnsafe, leftAlone, failed } = total
  const rest = unknown === 0 ? '' : `; the size of ${plural(unknown, 'edit')} is unknown`
  const changed = changedIn(runs)
  return [
    ...(safe + unsafe > 0 ? [`Changes in ${grouped(changed)} of ${namesOf(repositories.size)}.`] : []),
    ...(known > 0 ? [`About ${sizeOf(saves)} less, unpacked, by tables${rest}.`] : []),
    ...(before > 0 ? [`Measured: ${changeOf(before, after)}.`] : []),
    ...(withUnsafe > 0 ? [`${grouped(withUnsafe)} more with --unsafe.`] : []),
    ...(leftAlone > 0
      ? [`${plural(leftAlone, 'place')} ${leftAlone === 1 ? 'was' : 'were'} left alone.`]
      : []),
    ...(failed > 0 ? [`${plural(failed, 'file')} could not be handled.`] : []),
  ]
}

/** The columns of the table of repositories; the size is empty where it is not known. */
export const columns: readonly (readonly [name: string, of: (sums: Sums) => string])[] = [
  ['files', ({ files }) => grouped(files)],
  ['rewritten', ({ changed }) => grouped(changed)],
  ['safe', ({ safe }) => grouped(safe)],
  ['unsafe', ({ unsafe }) => grouped(unsafe)],
  ['about', ({ saves, known }) => (known > 0 ? sizeOf(saves) : '')],
  ['failed', ({ failed }) => grouped(failed)],
]

const namesOf = (count: number) => (count === 1 ? '1 repository' : `${grouped(count)} repositories`)
