import type { Dockerfile } from '../syntax/nodes.js'
import { type Edit, removeAt, type Span } from '../text/edit.js'
import { lineStart, nextLine } from '../text/lines.js'

/**
 * Edits that take words out of a list that may stand on several lines: a line that they leave empty goes, and with the last
 * line the mark that led to it. `gone` are offsets of the file, in order. Undefined where a comment stands in the way.
 */
export function removeWords({ text }: Dockerfile, gone: readonly Span[]): Edit[] | undefined {
  const lines = new Map<number, Span[]>()
  for (const span of gone) {
    const start = lineStart(text, span.start)
    lines.set(start, [...(lines.get(start) ?? []), span])
  }
  const edits: Edit[] = []
  for (const [start, spans] of lines) {
    const end = nextLine(text, start)
    const rest = without(text, start, end, spans).trim()
    if (rest === '\\') edits.push(removeAt(start, end))
    else if (rest === '') {
      const from = endOfKept(text, start, lines)
      if (from === undefined) return undefined
      for (let i = edits.length; i > 0 && edits[i - 1]!.span.start >= from; i--) edits.pop()
      edits.push(removeAt(from, spans.at(-1)!.end))
    } else for (const span of spans) edits.push(removeWordOf(text, start, span, spans))
  }
  return edits
}

function without(text: string, from: number, to: number, spans: readonly Span[]): string {
  let kept = ''
  let at = from
  for (const { start, end } of spans) {
    if (start >= to) break
    kept += text.slice(at, start)
    at = end
  }
  return kept + text.slice(Math.min(at, to), to)
}

/** The end of what stays above a line that goes, in front of the mark that continues it. */
function endOfKept(
  text: string,
  line: number,
  lines: ReadonlyMap<number, readonly Span[]>,
): number | undefined {
  let start = line
  while (start > 0) {
    start = lineStart(text, start - 1)
    const end = nextLine(text, start)
    const kept = without(text, start, end, lines.get(start) ?? []).trimEnd()
    if (kept.trim() === '\\') continue
    if (!kept.endsWith('\\') || kept.trim().startsWith('#')) return undefined
    if (lines.has(start)) return undefined
    return start + kept.slice(0, -1).trimEnd().length
  }
  return undefined
}

/** With the blanks in front of it, or behind it where nothing stays in front of it. */
function removeWordOf(text: string, line: number, { start, end }: Span, spans: readonly Span[]): Edit {
  const before = without(
    text,
    line,
    start,
    spans.filter((span) => span.end <= start),
  )
  if (before.trim() !== '')
    return removeAt(start - (/[ \t]*$/.exec(text.slice(line, start))?.[0].length ?? 0), end)
  return removeAt(start, end + (/^[ \t]*/.exec(text.slice(end, nextLine(text, end)))?.[0].length ?? 0))
}
