/** A half-open range of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Replaces what lies under `span` by `text`: an empty span inserts, an empty text removes. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/** Replaces what lies between two offsets. */
export const replaceAt = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text })
/** Inserts at an offset. */
export const insertAt = (offset: number, text: string): Edit => replaceAt(offset, offset, text)
/** Removes what lies between two offsets. */
export const removeAt = (start: number, end: number): Edit => replaceAt(start, end, '')

/** Orders edits by place; those at one place keep the order in which they were given. */
export function sortEdits(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/** Whether two of the sorted edits touch the same text: such a set cannot be applied. */
export function hasOverlap(sorted: readonly Edit[]): boolean {
  return sorted.some((edit, i) => i > 0 && sorted[i - 1]!.span.end > edit.span.start)
}

/** The text with all edits applied at once. @throws RangeError when two edits overlap or one lies outside. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = sortEdits(edits)
  if (hasOverlap(sorted)) throw new RangeError('edits overlap')
  let out = ''
  let at = 0
  for (const { span, text: inserted } of sorted) {
    if (span.start < 0 || span.end > text.length || span.end < span.start)
      throw new RangeError('edit outside text')
    out += text.slice(at, span.start) + inserted
    at = span.end
  }
  return out + text.slice(at)
}

/** Finds where offsets go when edits are applied, and where they came from. Each look-up is a binary search. */
export class Trace {
  /** Starts of the edits, before and after. */
  private readonly from: number[] = []
  private readonly to: number[] = []

  /** @param edits sorted, without overlap */
  constructor(private readonly edits: readonly Edit[]) {
    let shift = 0
    for (const { span, text } of edits) {
      this.from.push(span.start)
      this.to.push(span.start + shift)
      shift += text.length - (span.end - span.start)
    }
  }

  /** Where `offset` lies afterwards; inside a replaced range: its new start; at an insertion: behind it. */
  after(offset: number): number {
    const i = lastAtMost(this.from, offset)
    if (i < 0) return offset
    const { span, text } = this.edits[i]!
    return span.end > offset ? this.to[i]! : this.to[i]! + text.length + offset - span.end
  }

  /** The same for the start of a range: at an edit its new start. */
  afterStart(offset: number): number {
    const first = lastAtMost(this.from, offset - 1) + 1
    return this.from[first] === offset ? this.to[first]! : this.after(offset)
  }

  /** The same for the end of a range: inside a replaced range its new end. */
  afterEnd(offset: number): number {
    const i = lastAtMost(this.from, offset)
    if (i < 0) return offset
    const { span, text } = this.edits[i]!
    return this.to[i]! + text.length + Math.max(0, offset - span.end)
  }

  /** Where `offset` came from; inside an inserted text: the start of what it replaced. */
  before(offset: number): number {
    const i = lastAtMost(this.to, offset)
    if (i < 0) return offset
    const { span, text } = this.edits[i]!
    const behind = offset - this.to[i]! - text.length
    return behind < 0 ? span.start : span.end + behind
  }
}

/** The index of the last of sorted numbers that is at most `value`, or -1. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
