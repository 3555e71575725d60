import * as unbash from 'unbash'
import { checkGaps } from './gaps.js'
import type { Script, Unparsed } from './shell-nodes.js'
import { Reader, Refused } from './shell-reader.js'

export type {
  Command,
  Enclosure,
  Operand,
  Redirect,
  Script,
  Statement,
  Unparsed,
  Word,
} from './shell-nodes.js'

const maxLength = 256 * 1024

/** Reads a shell text. What cannot be read beyond doubt is not read at all. Never throws. */
export function parseShell(text: string): Script | Unparsed {
  if (text.length > maxLength) return { kind: 'unparsed', because: 'the command is too long to be read' }
  // New shells run a command there, old ones stop.
  if (/\$\{[\s|]/.test(text)) return { kind: 'unparsed', because: 'it holds a `${` without a name' }
  try {
    const tree = unbash.parse(text)
    const gap = checkGaps(tree, text)
    if (gap !== undefined) return { kind: 'unparsed', because: gap }
    const reader = new Reader(text)
    reader.list(tree.commands, [], 0)
    return {
      kind: 'script',
      text,
      statements: tree.commands.map((s) => reader.statement(s)),
      commands: reader.commands.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
      comment: commentBehind(tree, text),
      functions: reader.functions,
      loopVariables: reader.loopVariables,
      hasBackground: reader.hasBackground,
      hasHeredoc: reader.hasHeredoc,
      bashism: reader.bashism,
      hasStatefulExpansion: reader.hasStatefulExpansion,
    }
  } catch (error) {
    return {
      kind: 'unparsed',
      because: error instanceof Refused ? error.message : 'the command cannot be read',
    }
  }
}

function commentBehind(tree: unbash.Script, text: string): number | undefined {
  const end = tree.commands.at(-1)?.end ?? 0
  const at = text.indexOf('#', end)
  return at >= 0 ? at : undefined
}
