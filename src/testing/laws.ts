import type { Changeset, RewriteOptions } from '../engine/transform.js'
import { scan } from '../syntax/scan.js'
import { lostComments } from './comments.js'

/** What a text is rewritten by. */
export type Rewrite = (text: string, options: RewriteOptions) => Changeset

/**
 * The name of each law that a rewrite breaks, with what shows it. `more` looks at what else is to hold for a file that
 * was rewritten.
 */
export function breachesOf(
  before: string,
  options: RewriteOptions,
  by: Rewrite,
  more: (changeset: Changeset) => readonly string[] = () => [],
): string[] {
  const changeset = by(before, options)
  const { after, rounds, settled, withheld, problem, skipped } = changeset
  if (problem) return after === before ? [] : ['a file that is no Dockerfile was changed']
  if (skipped !== undefined) return after === before ? [] : ['a file that is to be skipped was changed']
  const breaches: string[] = []
  const law = (holds: boolean, breach: string): void => {
    if (!holds) breaches.push(breach)
  }
  law(settled, 'does not come to rest')
  law(rounds <= (options.only === undefined ? 4 : 2), `takes ${rounds} rounds`)
  law(by(after, options).after === after, 'changes more when run again')
  const odd = withheld.find(({ reason }) => reason === 'broken' || reason === 'conflict')
  law(odd === undefined, `withholds what is ${odd?.reason}: ${odd?.title}: ${odd?.because}`)
  law(scan(after).problem === undefined, `leaves no Dockerfile: ${scan(after).problem?.message}`)
  law(after === before || changeset.applied.length > 0, 'changes a file and names no change')
  for (const comment of lostComments(before, after)) breaches.push(`loses the comment ${comment}`)
  for (const comment of lostComments(after, before)) breaches.push(`makes up the comment ${comment}`)
  for (const line of strayLines(changeset)) breaches.push(`changes a line outside its edits: ${line}`)
  for (const piece of strayBytes(changeset)) breaches.push(`changes bytes outside its edits: ${piece}`)
  for (const place of misplaced(changeset)) breaches.push(`names a place that is none: ${place}`)
  breaches.push(...more(changeset))
  for (const [name, twin] of Object.entries(twins))
    law(!twin.fits(before) || by(twin.of(before), options).after === twin.of(after), `${name} differs`)
  return breaches
}

const byteOrderMark = '\uFEFF'

/** The same file in another form: its outcome is the same in that form. */
const twins: Readonly<Record<string, { fits(text: string): boolean; of(text: string): string }>> = {
  'the twin with CRLF': {
    fits: (text) => !text.includes('\r') && !hasHeredoc(text),
    of: (text) => text.replaceAll('\n', '\r\n'),
  },
  'the twin with LF': {
    fits: (text) => text.includes('\r\n'),
    of: (text) => text.replaceAll('\r\n', '\n'),
  },
  'the twin with a byte order mark': {
    fits: (text) => !text.startsWith(byteOrderMark),
    of: (text) => byteOrderMark + text,
  },
  'the twin without a line end at the end': {
    // A file of one line says with its end alone how lines end.
    fits: (text) =>
      /\S\r?\n$/.test(text) && !hasHeredoc(text) && !isMixed(text) && !/^[^\n]*\r\n$/.test(text),
    of: (text) => text.replace(/\r?\n$/, ''),
  },
}

const isMixed = (text: string): boolean => /\r\n/.test(text) && /(?<!\r)\n/.test(text)

const hasHeredoc = (text: string): boolean =>
  scan(text).instructions.some(({ heredocs }) => heredocs.length > 0)

/** Lines of the outcome that no change covers, and that did not stand in the file in that order. */
export function strayLines({ before, after, applied }: Changeset): string[] {
  const old = before.split('\n')
  const stray: string[] = []
  let at = 0
  let start = 0
  for (const line of after.split('\n')) {
    const end = start + line.length
    if (!applied.some((change) => change.after.start <= end && change.after.end >= start)) {
      const found = old.indexOf(line, at)
      if (found < 0) stray.push(line)
      else at = found + 1
    }
    start = end + 1
  }
  return stray
}

/**
 * The stretches of the outcome between the changes that did not stand in the file in that order: the first one at its
 * start, the last one at its end.
 */
export function strayBytes({ before, after, applied }: Changeset): string[] {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of applied.map((change) => change.after).sort((a, b) => a.start - b.start)) {
    if (start >= at) pieces.push(after.slice(at, start))
    at = Math.max(at, end)
  }
  pieces.push(after.slice(at))
  const [first, ...rest] = pieces
  const last = rest.pop()
  if (last === undefined) return first === before ? [] : [first!]
  if (!before.startsWith(first!)) return [first!]
  let from = first!.length
  for (const piece of rest) {
    const found = before.indexOf(piece, from)
    if (found < 0) return [piece]
    from = found + piece.length
  }
  return before.endsWith(last) && before.length - last.length >= from ? [] : [last]
}

/** Places of changes and refusals that are none of the text they speak of. */
export function misplaced({ before, after, applied, withheld, refused }: Changeset): string[] {
  const lines = before.split('\n')
  const strange = [...applied, ...withheld, ...refused].filter(
    ({ line, column, because }) =>
      lines[line - 1] === undefined || column < 1 || column > lines[line - 1]!.length + 1 || because === '',
  )
  const outside = applied.filter(
    (change) =>
      change.after.start < 0 || change.after.end > after.length || change.after.end < change.after.start,
  )
  return [
    ...strange.map(({ transform, line, column }) => `${transform} at ${line}:${column}`),
    ...outside.map(({ transform, after: { start, end } }) => `${transform} at ${start} to ${end}`),
  ]
}
