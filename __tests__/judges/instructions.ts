/** One instruction, by the rules of BuildKit's parser written down once more: nothing here comes from the rewriter. */
export interface Listed {
  /** In upper case. */
  readonly keyword: string
  /** All that follows the keyword on its joined line, flags included. */
  readonly args: string
  /** The lines of its here-documents with their end marks, as they stand. */
  readonly heredoc: string
  readonly isTerminated: boolean
}

/** The instructions of a Dockerfile: lines joined, comments and blank lines within them dropped. */
export function listInstructions(text: string): readonly Listed[] {
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  const escape = escapeOf(lines)
  const found: Listed[] = []
  for (let at = 0; at < lines.length;) {
    let { line, goesOn } = cut(lines[at++]!, escape)
    line = line.trimStart()
    if (isComment(line)) continue
    while (goesOn && at < lines.length) {
      const next = lines[at++]!
      if (isComment(next) || next.trim() === '') continue
      const part = cut(next, escape)
      line += part.line
      goesOn = part.goesOn
    }
    line = line.trim()
    if (line === '') continue
    const [, keyword = '', args = ''] = /^(\S+)\s*([^]*)$/.exec(line) ?? []
    const { heredoc, end } = heredocAt(keyword, args, lines, at)
    found.push({ keyword: keyword.toUpperCase(), args, heredoc, isTerminated: end !== undefined })
    at = end ?? lines.length
  }
  return found
}

/** The shell texts of the RUNs, also of those that wait for a later build. JSON is no shell text. */
export function bodiesIn(text: string): readonly string[] {
  return listInstructions(text).flatMap(({ keyword, args, heredoc }) => {
    const run = keyword === 'RUN' ? args : keyword === 'ONBUILD' && /^RUN\s/i.test(args) ? args.slice(4) : ''
    const body = run.replace(flags, '').trim()
    return body === '' || isJson(body) ? [] : [heredoc === '' ? body : `${body}\n${heredoc}`]
  })
}

/** The flags in front of what a RUN runs. */
export const flagsOf = (args: string): string => flags.exec(args)?.[0] ?? ''

const flags = /^\s*(?:--[a-z]\S*\s+)*/i

function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const [, name, value] = /^\s*#\s*([a-z][a-z0-9]*)\s*=\s*(.+?)\s*$/i.exec(line) ?? []
    if (name === undefined) break
    if (name.toLowerCase() === 'escape') return value!
  }
  return '\\'
}

/** A physical line without its end and, where the next one continues it, without the escape character. */
function cut(raw: string, escape: string): { line: string; goesOn: boolean } {
  const line = raw.replace(/\r+$/, '')
  const bare = line.replace(/[ \t]+$/, '')
  const goesOn = bare.endsWith(escape) && bare.at(-2) !== escape
  return { line: goesOn ? bare.slice(0, -1) : line, goesOn }
}

const isComment = (line: string): boolean => line.trimStart().startsWith('#')

function heredocAt(keyword: string, args: string, lines: readonly string[], start: number) {
  let at = start
  for (const { name, isChomped } of marksIn(keyword, args)) {
    const isEnd = (line: string) => (isChomped ? line.replace(/^\t+/, '') : line).replace(/\r+$/, '') === name
    while (at < lines.length && !isEnd(lines[at]!)) at++
    if (at++ >= lines.length) return { heredoc: lines.slice(start).join('\n'), end: undefined }
  }
  return { heredoc: lines.slice(start, at).join('\n'), end: at }
}

/** The words that open here-documents: `<<EOF`, `<<-'EOF'`, `3<<EOF`, never within quotes. */
function marksIn(keyword: string, args: string): { name: string; isChomped: boolean }[] {
  if (!/^(?:run|copy|add|onbuild)$/i.test(keyword) || isJson(args)) return []
  return (args.match(/(?:[^\s"'\\]|\\[^]|"(?:[^"\\]|\\[^])*"|'[^']*'|["'\\])+/g) ?? []).flatMap((word) => {
    const [, dash, rest] = /^\d*<<(-?)([^<]+)$/.exec(word) ?? []
    return rest === undefined ? [] : [{ name: rest.replace(/["'\\]/g, ''), isChomped: dash === '-' }]
  })
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every((item) => typeof item === 'string')
  } catch {
    return false
  }
}
