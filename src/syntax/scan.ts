import { type Segment, MappedText } from './mapped.js'
import type { Dockerfile, Flag, Heredoc, Instruction, SyntaxProblem } from './nodes.js'
import { checkArguments, parseJson } from './arguments.js'
import { findHeredocs } from './heredoc.js'
import type { Span } from '../text/edit.js'

/** What Go calls a space; `\s` of JavaScript differs in two characters. */
export const blank =
  '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const leadingBlanks = new RegExp(`^${blank}*`)
const oneBlank = new RegExp(blank)
const directive = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/

/** The longest physical line in bytes that BuildKit reads. */
const maxLineBytes = 65535

export const keywords: ReadonlySet<string> = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
)

/**
 * Reads a Dockerfile as BuildKit does (moby/buildkit, frontend/dockerfile/parser, 2026-08) and keeps the way back to
 * the source. Never throws, linear in the length of the text; what BuildKit would reject is told in `problem`.
 */
export function scan(text: string): Dockerfile {
  const lines = new Lines(text)
  const instructions: Instruction[] = []
  const comments: Span[] = []
  const directives = new Set<string>()
  let escape: '\\' | '`' = '\\'
  let inDirectives = true
  let directivesEnd = 0
  let hasStage = false
  let problem: SyntaxProblem | undefined
  const fail = (message: string, line: number): void => {
    problem ??= { message, line }
  }

  if (text.includes('\0')) fail('a NUL byte', lineOf(text, text.indexOf('\0')))
  while (lines.next()) {
    const first = lines.number
    const start = lines.start + leadingBlanks.exec(lines.content)![0].length
    const content = text.slice(start, lines.contentEnd)
    if (lines.tooLong) fail(`a line of more than ${maxLineBytes} bytes`, lines.number)
    if (inDirectives) {
      const match = directive.exec(content)
      const name = match?.[1]!.toLowerCase()
      if (name === 'escape' || name === 'syntax' || name === 'check') {
        if (directives.has(name)) fail(`only one ${name} directive can be used`, first)
        directives.add(name)
        if (name === 'escape') {
          if (match![2] === '`' || match![2] === '\\') escape = match![2]
          else fail(`'${match![2]}' is no escape character`, first)
        }
        directivesEnd = lines.end
      } else inDirectives = false
    }
    if (content.startsWith('#')) {
      comments.push({ start, end: lines.contentEnd })
      continue
    }
    const inner: Span[] = []
    const segments: Segment[] = []
    let joined = ''
    let open = false
    const add = (from: number, piece: string): void => {
      const length = continuationStart(piece, escape)
      open = length >= 0
      const kept = open ? piece.slice(0, length) : piece
      if (kept.length > 0) segments.push({ logical: joined.length, source: from, length: kept.length })
      joined += kept
    }
    add(start, content)
    if (!open && joined === '') continue
    while (open && lines.next()) {
      if (lines.tooLong) fail(`a line of more than ${maxLineBytes} bytes`, lines.number)
      const indent = leadingBlanks.exec(lines.content)![0].length
      if (indent === lines.content.length) continue
      if (lines.content[indent] === '#') {
        inner.push({ start: lines.start + indent, end: lines.contentEnd })
        continue
      }
      add(lines.start, lines.content)
    }
    const source = { start, end: lines.contentEnd }
    const node = readInstruction(
      new MappedText(joined, segments),
      source,
      inner,
      first,
      lines.number,
      escape,
      fail,
    )
    hasStage ||= node.keyword === 'FROM'
    if (!hasStage && node.keyword !== 'ARG')
      fail(`\`${node.keyword.slice(0, 40)}\` in front of the first FROM`, first)
    instructions.push(joined.includes('<<') ? withHeredocs(node, joined, lines, fail) : node)
  }
  if (instructions.length === 0) fail('no instructions', 1)
  return { text, escape, instructions, comments, directivesEnd, problem }
}

/** Physical lines, one after the other. Only `\n` ends a line; `\r` in front of it belongs to the line end. */
class Lines {
  number = 0
  start = 0
  contentEnd = 0
  end = 0
  content = ''

  constructor(private readonly text: string) {
    if (text.startsWith('\ufeff')) this.end = 1
  }

  next(): boolean {
    if (this.end >= this.text.length) return false
    this.start = this.end
    const newline = this.text.indexOf('\n', this.start)
    this.end = newline < 0 ? this.text.length : newline + 1
    this.contentEnd = newline < 0 ? this.text.length : newline
    while (this.contentEnd > this.start && this.text[this.contentEnd - 1] === '\r') this.contentEnd--
    this.content = this.text.slice(this.start, this.contentEnd)
    this.number++
    return true
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end)
  }

  get tooLong(): boolean {
    const length = this.end - this.start
    return length * 3 > maxLineBytes && utf8Length(this.text, this.start, this.end) > maxLineBytes
  }
}

function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3
  }
  return bytes
}

function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Where the continuation mark of a line starts, or -1. A doubled escape character is none. */
function continuationStart(line: string, escape: string): number {
  let end = line.length
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--
  if (end === 0 || line[end - 1] !== escape) return -1
  return end === 1 || line[end - 2] !== escape ? end - 1 : -1
}

type Fail = (message: string, line: number) => void

function readInstruction(
  line: MappedText,
  span: Span,
  comments: readonly Span[],
  startLine: number,
  endLine: number,
  escape: string,
  fail: Fail,
): Instruction {
  const whole = trim(line)
  const separator = /[\t\v\f\r ]+/.exec(whole.text)
  const rawKeyword = separator ? whole.text.slice(0, separator.index) : whole.text
  const keyword = rawKeyword.toUpperCase()
  if (!keywords.has(keyword)) fail(unknown(rawKeyword), startLine)
  const rest = separator
    ? whole.slice(separator.index + separator[0].length, whole.text.length)
    : whole.slice(whole.text.length, whole.text.length)
  const { flags, end } = readFlags(rest, fail, startLine)
  const args = trim(rest.slice(end, rest.text.length))
  let json: readonly string[] | undefined
  let trigger: Instruction | undefined
  try {
    json = parseJson(keyword, args.text)
    checkArguments(keyword, args.text, json, escape)
  } catch (error) {
    fail((error as Error).message, startLine)
  }
  if (keyword === 'ONBUILD' && args.text !== '')
    trigger = readInstruction(args, span, comments, startLine, endLine, escape, fail)
  return {
    keyword,
    rawKeyword,
    span,
    line,
    startLine,
    endLine,
    flags,
    args,
    json,
    heredocs: [],
    trigger,
    comments,
  }
}

const unknown = (keyword: string): string =>
  /\{\{|\{%|<%|@@|%%/.test(keyword)
    ? `template syntax \`${keyword.slice(0, 40)}\``
    : `unknown instruction \`${keyword.slice(0, 40)}\``

function trim(text: MappedText): MappedText {
  const start = leadingBlanks.exec(text.text)![0].length
  if (start === text.text.length) return text.slice(start, start)
  let end = text.text.length
  while (isBlank(text.text[end - 1]!)) end--
  return start === 0 && end === text.text.length ? text : text.slice(start, end)
}

/** Flags stand in front of the arguments; quotes and backslashes in them are BuildKit's, not the shell's. */
function readFlags(rest: MappedText, fail: Fail, line: number): { flags: readonly Flag[]; end: number } {
  const { text } = rest
  const flags: Flag[] = []
  let at = 0
  for (;;) {
    while (at < text.length && isBlank(text[at]!)) at++
    if (!text.startsWith('--', at)) return { flags, end: at }
    const start = at
    let word = ''
    let quote = ''
    for (; at < text.length; at++) {
      const char = text[at]!
      if (char === '\\' && at + 1 < text.length) word += text[++at]!
      else if (quote !== '') {
        if (char === quote) quote = ''
        else if (char !== '\\') word += char
      } else if (char === '"' || char === "'") quote = char
      else if (isBlank(char)) break
      else if (char !== '\\') word += char
    }
    if (word === '--') return { flags, end: at }
    // BuildKit splits flags by bytes, and bytes 0x85 and 0xA0 are blanks for it.
    if (/[^\0-\x7f]/.test(word)) fail('a flag with characters beyond ASCII', line)
    const equals = word.indexOf('=')
    flags.push({
      name: (equals < 0 ? word : word.slice(0, equals)).slice(2),
      value: equals < 0 ? undefined : word.slice(equals + 1),
      text: word,
      span: rest.toSourceSpan({ start, end: at }),
    })
  }
}

const isBlank = (char: string): boolean =>
  char === ' ' || (char >= '\t' && char <= '\r') || (char > '\x7f' && oneBlank.test(char))

function withHeredocs(node: Instruction, line: string, lines: Lines, fail: Fail): Instruction {
  const owner = node.keyword === 'ONBUILD' ? node.trigger : node
  if (owner === undefined || !/^(ADD|COPY|RUN)$/.test(owner.keyword) || owner.json !== undefined) return node
  const heredocs: Heredoc[] = []
  for (const mark of findHeredocs(line)) {
    const start = lines.end
    let terminated = false
    while (!terminated && lines.next()) {
      const candidate = mark.chomp ? lines.content.replace(/^\t+/, '') : lines.content
      terminated = candidate === mark.name
    }
    if (!terminated) fail(`the here-document \`${mark.name}\` has no end`, node.startLine)
    const end = terminated ? lines.start : lines.end
    heredocs.push({ ...mark, content: lines.slice(start, end), bodySpan: { start, end } })
  }
  if (heredocs.length === 0) return node
  const end = { span: { start: node.span.start, end: lines.contentEnd }, endLine: lines.number, heredocs }
  return { ...node, ...end, trigger: node.trigger && { ...node.trigger, ...end } }
}
