/** The comment lines that are missed after, wherever they stood; each as often as it is missed. */
export function lostComments(before: string, after: string): readonly string[] {
  const left = countOf(commentsIn(after))
  return commentsIn(before).filter((comment) => {
    const count = left.get(comment) ?? 0
    left.set(comment, count - 1)
    return count <= 0
  })
}

const commentsIn = (text: string): string[] =>
  text.split(/\r?\n/).flatMap((line) => (line.trimStart().startsWith('#') ? [line.trim()] : []))

/** How the line ends differ: a kind that was not there, a line that stands there still with another end, the last one. */
export function changedLineEnds(before: string, after: string): readonly string[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  const kinds = new Set(old.map(({ end }) => end))
  // A file of one line says nothing of its ends.
  if (old.every(({ end }) => end === '')) kinds.add('\n')
  const faults = [...new Set(now.map(({ end }) => end))]
    .filter((end) => end !== '' && !kinds.has(end))
    .map((end) => `new line ends ${JSON.stringify(end)}`)
  if (/[\r\n]$/.test(before) !== /[\r\n]$/.test(after)) faults.push('another end of the file')
  if (before.startsWith('\uFEFF') !== after.startsWith('\uFEFF')) faults.push('another byte order mark')
  return [...faults, ...(kinds.size > 2 ? linesWithOtherEnds(old, now) : [])]
}

interface Line {
  readonly text: string
  readonly end: string
}

const linesOf = (text: string): Line[] =>
  [...text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)].map(([, text, end]) => ({ text: text!, end: end! }))

/** Lines that stand there as often as before, with other ends. */
function linesWithOtherEnds(old: readonly Line[], now: readonly Line[]): string[] {
  const texts = countOf(old.map(({ text }) => text))
  const textsNow = countOf(now.map(({ text }) => text))
  const ends = countOf(old.map(({ text, end }) => text + end))
  const endsNow = countOf(now.map(({ text, end }) => text + end))
  return old
    .filter(
      ({ text, end }) =>
        texts.get(text) === textsNow.get(text) && ends.get(text + end) !== endsNow.get(text + end),
    )
    .map(({ text }) => `another line end behind ${text}`)
}

/** A part of the text after that an edit covers. */
export interface Covered {
  readonly start: number
  readonly end: number
}

/** The lines after that no edit covers, and that did not stand there before in this order. */
export function strayLines(before: string, after: string, covered: readonly Covered[]): readonly string[] {
  const old = before.split('\n')
  let at = 0
  let start = 0
  return after.split('\n').filter((line) => {
    const [from, to] = [start, start + line.length]
    start = to + 1
    if (covered.some((part) => part.start <= to && part.end >= from)) return false
    const found = old.indexOf(line, at)
    if (found >= 0) at = found + 1
    return found < 0
  })
}

function countOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}
