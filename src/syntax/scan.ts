import { MappedText, type Segment } from './mapped.js'
import type { Dockerfile, Heredoc, Instruction, SyntaxProblem } from './nodes.js'
import { findHeredocs } from './heredoc.js'
import type { Span } from '../text/edit.js'
import { leadingBlanks } from './blanks.js'
import { type Fail, readInstruction } from './instruction.js'
import { Lines, maxLineBytes } from './physical-lines.js'

export { keywords } from './instruction.js'

const directive = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/

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
