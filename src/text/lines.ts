/** Line starts of a text; only `\n` ends a line, as for BuildKit: a lone `\r` is data. */
export class LineIndex {
  private readonly starts: number[] = [0]

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1)
  }

  /** The 1-based line and column (UTF-16 code units) of an offset. */
  locate(offset: number): { line: number; column: number } {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - this.starts[low]! + 1 }
  }

  /** The offset at which a 1-based line starts; behind the last line: the start of the last. */
  startOf(line: number): number {
    return this.starts[Math.min(line, this.starts.length) - 1] ?? 0
  }
}

/** The line end that the text uses around `offset`: that of the line itself, else of the one before it. */
export function lineEndAt(text: string, offset: number): '\n' | '\r\n' {
  let end = text.indexOf('\n', offset)
  if (end < 0) end = text.lastIndexOf('\n', offset - 1)
  return end > 0 && text[end - 1] === '\r' ? '\r\n' : '\n'
}

/** The start of the line on which `offset` lies. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** The offset behind the line end of the line on which `offset` lies. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}

/** The blanks at the start of the line on which `offset` lies. */
export function indentAt(text: string, offset: number): string {
  const line = lineStart(text, offset)
  // A byte order mark is no part of the line.
  const start = text[line] === '\uFEFF' ? line + 1 : line
  let end = start
  while (text[end] === ' ' || text[end] === '\t') end++
  return text.slice(start, end)
}
