import type { Edit } from '../text/edit.js'
import { LineIndex } from '../text/lines.js'

/** A range of a text: 1-based lines and columns, the end exclusive. */
export interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** Where edits lie in a text; columns count UTF-16 code units. */
export function regionsIn(text: string): (edit: Edit) => Region {
  const index = new LineIndex(text)
  return ({ span }) => {
    const [start, end] = [index.locate(span.start), index.locate(span.end)]
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
  }
}

/** The 1-based column of a line in bytes of UTF-8, for one in UTF-16 code units. */
export function byteColumn(line: string, column: number): number {
  return new TextEncoder().encode(line.slice(0, column - 1)).length + 1
}

/** A relative URI for a path: percent-encoded, with `/`. */
export function uriOf(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(wellFormed(part)))
    .join('/')
}

/** A text without halves of surrogate pairs, which no encoding takes. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')
