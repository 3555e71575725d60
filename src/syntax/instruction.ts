import { MappedText } from './mapped.js'
import type { Flag, Instruction } from './nodes.js'
import { checkArguments, parseJson } from './arguments.js'
import type { Span } from '../text/edit.js'
import { leadingBlanks, oneBlank } from './blanks.js'

/** Reads one instruction from its joined line; here-documents are read behind it. */
export function readInstruction(
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

/** Is told what BuildKit would reject, and the line. */
export type Fail = (message: string, line: number) => void

/** The instructions that BuildKit knows. */
export const keywords: ReadonlySet<string> = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
)

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
