import type { Trace } from '../text/edit.js'
import { LineIndex } from '../text/lines.js'

/** The way from the present text of a rewrite back to the text before. */
export class History {
  private readonly traces: Trace[] = []
  private readonly lines = new Map<string, LineIndex>()

  /** The text as the transforms have left it so far. */
  present: string

  constructor(readonly before: string) {
    this.present = before
  }

  /** The present text is now the one behind these edits. */
  add(trace: Trace, text: string): void {
    this.traces.push(trace)
    this.present = text
  }

  /** Where an offset of the present text came from. */
  originOf(offset: number): number {
    return this.traces.reduceRight((at, trace) => trace.before(at), offset)
  }

  /** The 1-based line and column (UTF-16 code units) of an offset of the text before. */
  locate(origin: number): { line: number; column: number } {
    return this.linesOf(this.before).locate(origin)
  }

  /** Lines that a reason names are lines of the present text: the user knows those of the text before. */
  retold(because: string): string {
    if (this.traces.length === 0 || !because.includes('line ')) return because
    const [now, before] = [this.linesOf(this.present), this.linesOf(this.before)]
    return because.replace(/\b(line )(\d+(?:, \d+)*)/g, (_, word: string, numbers: string) => {
      const lines = numbers.split(', ').map((n) => before.locate(this.originOf(now.startOf(Number(n)))).line)
      return word + lines.join(', ')
    })
  }

  private linesOf(text: string): LineIndex {
    let index = this.lines.get(text)
    if (!index) this.lines.set(text, (index = new LineIndex(text)))
    return index
  }
}
