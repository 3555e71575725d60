import type { Dockerfile, Instruction } from '../../src/syntax/nodes.js'
import type { MappedText } from '../../src/syntax/mapped.js'
import { Lines } from '../../src/syntax/physical-lines.js'
import { scan } from '../../src/syntax/scan.js'
import type { Span } from '../../src/text/edit.js'

/** Where what is read of a text, Dockerfile or not, does not lead back to it. */
export function misreadings(text: string, file: Dockerfile = scan(text)): string[] {
  const { instructions, comments, directivesEnd, problem } = file
  const faults: string[] = []
  const law = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault)
  }
  law(linesOf(text) === text, 'the lines do not make the text')
  const spans = [...instructions.map(({ span }) => span), ...comments].sort((a, b) => a.start - b.start)
  law(
    spans.every(
      ({ start, end }, i) => start <= end && start >= (spans[i - 1]?.end ?? 0) && end <= text.length,
    ),
    'instructions and comments overlap',
  )
  law(
    isBlank(outside(text, { start: 0, end: text.length }, spans)),
    'there is something between instructions',
  )
  law(
    directivesEnd === 0 || text[directivesEnd - 1] === '\n' || directivesEnd === text.length,
    'directives end inside a line',
  )
  const count = text.split('\n').length
  law(
    !problem || (problem.message !== '' && problem.line >= 1 && problem.line <= count),
    'a problem has no line',
  )
  for (const comment of comments)
    law(/^#[^\n]*$/.test(text.slice(comment.start, comment.end)), 'a comment is none')
  for (const instruction of instructions)
    for (const fault of faultsIn(text, instruction)) faults.push(`line ${instruction.startLine}: ${fault}`)
  return faults
}

function linesOf(text: string): string {
  const lines = new Lines(text)
  let out = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  for (let number = 1; lines.next(); number++) {
    const { start, contentEnd, end, content } = lines
    if (lines.number !== number || content !== text.slice(start, contentEnd)) return `line ${number}`
    if (!/^\r*\n?$/.test(text.slice(contentEnd, end))) return `line end ${number}`
    out += text.slice(start, end)
  }
  return out
}

function faultsIn(text: string, instruction: Instruction): string[] {
  const { span, line, args, flags, heredocs, comments, startLine, endLine, keyword, rawKeyword, trigger } =
    instruction
  const faults: string[] = []
  const law = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault)
  }
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  law(lineAt(span.start) === startLine && lineAt(span.end) === endLine, 'it stands on other lines')
  law(
    keyword === rawKeyword.toUpperCase() &&
      line.text.startsWith(rawKeyword, line.text.search(/[^\s\u0085]|\uFEFF/)),
    'its keyword is another',
  )
  for (const mapped of [line, args, ...(trigger ? [trigger.args] : [])]) {
    law(isFaithful(text, mapped), 'what is read is not what is written')
    law(
      mapped.segments.every(
        ({ source, length }) => length === 0 || (source >= span.start && source + length <= span.end),
      ),
      'it is read from elsewhere',
    )
  }
  for (const flag of flags)
    law(text.startsWith('--', flag.span.start) && flag.text.startsWith('--'), 'a flag is none')
  for (const { bodySpan, content, name } of heredocs) {
    law(text.slice(bodySpan.start, bodySpan.end) === content, 'a here-document is not what is written')
    law(
      bodySpan.end >= text.length || text.slice(bodySpan.end).trimStart().startsWith(name),
      'a here-document ends elsewhere',
    )
  }
  const commandEnd = heredocs[0] ? text.lastIndexOf('\n', heredocs[0].bodySpan.start - 1) : span.end
  const pieces = line.segments.map(({ source, length }) => ({ start: source, end: source + length }))
  const rest = outside(
    text,
    { start: span.start, end: Math.max(commandEnd, span.start) },
    [...pieces, ...comments].sort((a, b) => a.start - b.start),
  )
  law(/^[\s\\`]*$/.test(rest), 'a part of it is not read')
  return faults
}

/** Whether the segments make the text, one behind the other, and each character leads to its place. */
function isFaithful(text: string, mapped: MappedText): boolean {
  let logical = 0
  let source = -1
  for (const segment of mapped.segments) {
    if (segment.logical !== logical || segment.source < source) return false
    logical += segment.length
    source = segment.source + segment.length
  }
  for (let i = 0; i < mapped.text.length; i++) if (text[mapped.toSource(i)] !== mapped.text[i]) return false
  return logical === mapped.text.length
}

/** The text of a range without some ranges in it. */
function outside(text: string, { start, end }: Span, spans: readonly Span[]): string {
  let out = ''
  let at = start
  for (const span of spans) {
    out += text.slice(at, Math.max(at, Math.min(span.start, end)))
    at = Math.max(at, span.end)
  }
  return out + text.slice(at, Math.max(at, end))
}

const isBlank = (text: string): boolean => /^[\s\u0085\uFEFF]*$/.test(text)
