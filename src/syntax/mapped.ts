import type { Span } from '../text/edit.js'

/** A stretch of a derived text that stands as it is in the source. */
export interface Segment {
  readonly logical: number
  readonly source: number
  readonly length: number
}

/** A text put together from pieces of the source, with the way back. All offsets are UTF-16 code units. */
export class MappedText {
  constructor(
    readonly text: string,
    readonly segments: readonly Segment[],
  ) {}

  /** The source offset of the character at `offset`; the end of the text maps behind its last character. */
  toSource(offset: number): number {
    if (offset >= this.text.length && this.text.length > 0) return this.toSource(this.text.length - 1) + 1
    const segment = this.segmentAt(offset)
    return segment === undefined ? 0 : segment.source + offset - segment.logical
  }

  /** The source offset behind the last character of a range that ends at `offset`. */
  endToSource(offset: number): number {
    return offset === 0 ? this.toSource(0) : this.toSource(offset - 1) + 1
  }

  /** The source range of a range; it may span lines, and then holds continuations and comments too. */
  toSourceSpan(span: Span): Span {
    return { start: this.toSource(span.start), end: this.endToSource(span.end) }
  }

  /** Whether a range stands in one piece in the source, so that it can be replaced. */
  isInOnePiece(span: Span): boolean {
    const segment = this.segmentAt(span.start)
    return segment !== undefined && span.end <= segment.logical + segment.length
  }

  slice(start: number, end: number): MappedText {
    const segments: Segment[] = []
    for (const { logical, source, length } of this.segments) {
      const from = Math.max(logical, start)
      const to = Math.min(logical + length, end)
      if (from < to || (from === to && logical === start && length > 0))
        segments.push({ logical: from - start, source: source + from - logical, length: to - from })
    }
    if (segments.length === 0) segments.push({ logical: 0, source: this.toSource(start), length: 0 })
    return new MappedText(this.text.slice(start, end), segments)
  }

  private segmentAt(offset: number): Segment | undefined {
    const { segments } = this
    let low = 0
    let high = segments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (segments[middle]!.logical <= offset) low = middle
      else high = middle - 1
    }
    return segments[low]
  }
}
