import { structuredPatch } from 'diff'
import type { Span } from './edit.js'

/** A run of changed lines with the unchanged lines around it. Line numbers are 1-based. */
export interface Hunk {
  readonly oldStart: number
  readonly oldLines: number
  readonly newStart: number
  readonly newLines: number
  /** Each with its `+`, `-` or blank in front and no `\n` behind; a `\ No newline ...` line follows its line. */
  readonly lines: readonly string[]
  /** The changed lines alone, without context, in the text after. */
  readonly changed: Span
}

/** Names a range of the text after; a hunk that changes it carries the label. */
export interface Mark {
  readonly label: string
  readonly span: Span
}

/** One file before and after, and what to call its changes. */
export interface FileDiff {
  /** Relative to where the patch will be applied, with `/`. */
  readonly path: string
  /** Undefined where there was no such file. */
  readonly before: string | undefined
  readonly after: string
  readonly marks: readonly Mark[]
}

/** Beyond so many differing lines one hunk replaces all: the search takes quadratic time. */
const maxEditLength = 2000
const noNewline = '\\ No newline at end of file'

/** The patch of one file in git's form, empty when nothing differs; `git apply` and `git apply -R` take it. */
export function patchOf(file: FileDiff, context: number): string {
  const hunks = hunksBetween(file.before ?? '', file.after, context)
  if (hunks.length === 0) return ''
  const [from, to] = [quotePath(`a/${file.path}`), quotePath(`b/${file.path}`)]
  const tab = file.path.includes(' ') ? '\t' : '' // GNU patch ends an unquoted path at the first blank
  const heads = file.before === undefined ? ['new file mode 100644', '--- /dev/null'] : [`--- ${from}${tab}`]
  const out = [`diff --git ${from} ${to}`, ...heads, `+++ ${to}${tab}`]
  for (const hunk of hunks) out.push(hunkHeader(hunk, labelsOf(hunk, file.marks)), ...hunk.lines)
  return out.join('\n') + '\n'
}

/** How two texts differ, with `context` unchanged lines around each change. */
export function hunksBetween(before: string, after: string, context: number): readonly Hunk[] {
  if (before === after) return []
  const a = splitLines(before)
  const b = splitLines(after)
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const start = Math.max(0, head - context)
  const rest = Math.max(0, tail - context)
  const oldPart = a.slice(start, a.length - rest)
  const newPart = b.slice(start, b.length - rest)
  const found = structuredPatch('', '', oldPart.join(''), newPart.join(''), '', '', {
    context,
    maxEditLength,
  })
  const hunks: PlainHunk[] = [...(found?.hunks ?? [replaceAll(oldPart, newPart, head - start, tail - rest)])]
  // A change that slid to an edge of the part has lost context there, which stands outside.
  const [first, last] = [hunks[0], hunks.at(-1)]
  if (first?.oldStart === 1) hunks[0] = withLinesBefore(first, a.slice(0, start), context)
  if (last && last.oldStart - 1 + last.oldLines === oldPart.length)
    hunks[hunks.length - 1] = withLinesBehind(hunks.at(-1)!, a.slice(a.length - rest), context)
  const starts = startsOf(b)
  return hunks.map((hunk) => {
    const oldStart = hunk.oldStart + start
    const newStart = hunk.newStart + start
    return { ...hunk, oldStart, newStart, changed: changedSpan(hunk.lines, newStart, starts) }
  })
}

/** The labels of the marks that a hunk changes, each once, in the order of the marks. */
export function labelsOf(hunk: Hunk, marks: readonly Mark[]): readonly string[] {
  return [...new Set(marks.filter((mark) => touches(mark.span, hunk.changed)).map((mark) => mark.label))]
}

function touches(a: Span, b: Span): boolean {
  const start = Math.max(a.start, b.start)
  const end = Math.min(a.end, b.end)
  return a.start === a.end || b.start === b.end ? start <= end : start < end
}

function hunkHeader(hunk: Hunk, labels: readonly string[]): string {
  const from = rangeOf(hunk.oldStart, hunk.oldLines)
  const to = rangeOf(hunk.newStart, hunk.newLines)
  return `@@ -${from} +${to} @@${labels.length > 0 ? ` ${labels.join(', ')}` : ''}`
}

/** An empty range names the line before it. */
const rangeOf = (start: number, lines: number) => `${lines === 0 ? start - 1 : start},${lines}`

type PlainHunk = Omit<Hunk, 'changed'>

function withLinesBefore(hunk: PlainHunk, lines: readonly string[], context: number): PlainHunk {
  const there = hunk.lines.findIndex((line) => line[0] !== ' ')
  const added = lines.slice(Math.max(0, lines.length - Math.max(0, context - there)))
  return {
    oldStart: hunk.oldStart - added.length,
    newStart: hunk.newStart - added.length,
    oldLines: hunk.oldLines + added.length,
    newLines: hunk.newLines + added.length,
    lines: [...added.flatMap(contextLine), ...hunk.lines],
  }
}

function withLinesBehind(hunk: PlainHunk, lines: readonly string[], context: number): PlainHunk {
  const there = hunk.lines.length - 1 - hunk.lines.findLastIndex((line) => line[0] !== ' ')
  const added = lines.slice(0, Math.max(0, context - there))
  return {
    ...hunk,
    oldLines: hunk.oldLines + added.length,
    newLines: hunk.newLines + added.length,
    lines: [...hunk.lines, ...added.flatMap(contextLine)],
  }
}

const contextLine = (line: string): string[] =>
  line.endsWith('\n') ? [` ${line.slice(0, -1)}`] : [` ${line}`, noNewline]

function replaceAll(a: readonly string[], b: readonly string[], head: number, tail: number): PlainHunk {
  const lines = [
    ...a.slice(0, head).map((line) => ` ${line}`),
    ...a.slice(head, a.length - tail).map((line) => `-${line}`),
    ...b.slice(head, b.length - tail).map((line) => `+${line}`),
    ...a.slice(a.length - tail).map((line) => ` ${line}`),
  ]
  return {
    oldStart: 1,
    oldLines: a.length,
    newStart: 1,
    newLines: b.length,
    lines: lines.flatMap((line) => (line.endsWith('\n') ? line.slice(0, -1) : [line, noNewline])),
  }
}

function changedSpan(lines: readonly string[], newStart: number, starts: readonly number[]): Span {
  let line = newStart - 1
  let first: number | undefined
  let last = line
  for (const text of lines) {
    if (text[0] === '\\') continue
    if (text[0] !== ' ') first ??= line
    if (text[0] !== '-') line++
    if (text[0] !== ' ') last = line
  }
  return { start: starts[first ?? last] ?? 0, end: starts[last] ?? 0 }
}

function startsOf(lines: readonly string[]): readonly number[] {
  const starts = [0]
  let at = 0
  for (const line of lines) starts.push((at += line.length))
  return starts
}

/** Lines with their `\n`; only `\n` ends a line. */
function splitLines(text: string): string[] {
  const lines: string[] = []
  let at = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
    lines.push(text.slice(at, end + 1))
    at = end + 1
  }
  if (at < text.length) lines.push(text.slice(at))
  return lines
}

const escapes: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}

/** The path as git writes it: in C quotes, byte by byte, when it holds more than plain printable ASCII. */
function quotePath(path: string): string {
  if (/^[ -~]*$/.test(path) && !/["\\]/.test(path)) return path
  let out = ''
  for (const byte of new TextEncoder().encode(path)) {
    const char = String.fromCharCode(byte)
    if (escapes[char] !== undefined) out += escapes[char]
    else out += byte >= 0x20 && byte < 0x7f ? char : `\\${byte.toString(8).padStart(3, '0')}`
  }
  return `"${out}"`
}
