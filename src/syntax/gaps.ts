import * as unbash from 'unbash'

/**
 * Guards against a parser that drops text in silence: what lies between the nodes must be blanks, separators or
 * comments. Returns why the text cannot be trusted to be read right, or undefined.
 */
export function checkGaps(tree: unbash.ParsedScript, text: string): string | undefined {
  const stack: unbash.SyntaxNode[] = [tree]
  while (stack.length > 0) {
    const node = stack.pop()!
    if (node.type === 'Script') {
      if ((node as unbash.ParsedScript).errors?.length) return 'the shell would not read it'
      if (node.source !== undefined) return 'escaped backticks are in the command'
    }
    if (!isWhole(node, text)) return 'the command cannot be read beyond doubt'
    unbash.forEachChild(node, (child) => void stack.push(child))
  }
  return undefined
}

const blanks = /^(?:[ \t]|\\\r?\n)*$/
const separators = /^(?:[ \t\r\n;&]|\\\r?\n|#[^\n]*)*$/

function isWhole(node: unbash.SyntaxNode, text: string): boolean {
  switch (node.type) {
    case 'Command':
      return areGaps(commandParts(node), text, blanks, node.pos, node.end)
    case 'Script':
      if (node.pos === 0 && !separators.test(text.slice(0, node.commands[0]?.pos ?? text.length)))
        return false
      if (node.pos === 0 && !separators.test(text.slice(tail(node.commands), text.length))) return false
      return areGaps(node.commands, text, separators)
    case 'CompoundList':
      return areGaps(node.commands, text, separators)
    case 'AndOr':
      return (
        node.commands.length === node.operators.length + 1 &&
        areOperators(node.commands, node.operators, text)
      )
    case 'Pipeline':
      return (
        node.commands.length === node.operators.length + 1 &&
        areOperators(node.commands, node.operators, text)
      )
    case 'HereDocDelimiter':
      return (node.text.match(/'/g) ?? []).length % 2 === 0 && (node.text.match(/"/g) ?? []).length % 2 === 0
    default:
      return true
  }
}

interface Place {
  readonly pos: number
  readonly end: number
}

/** Where the last statement ends, the here-documents that follow its line included. */
function tail(statements: readonly unbash.Statement[]): number {
  let end = statements.at(-1)?.end ?? 0
  const stack: unbash.SyntaxNode[] = statements.slice(-1)
  while (stack.length > 0) {
    const node = stack.pop()!
    if (node.type === 'HereDoc') end = Math.max(end, node.closing?.end ?? node.body.end)
    unbash.forEachChild(node, (child) => void stack.push(child))
  }
  return end
}

function commandParts(node: unbash.Command): Place[] {
  return [...node.prefix, ...(node.name ? [node.name] : []), ...node.suffix].sort((a, b) => a.pos - b.pos)
}

function areGaps(places: readonly Place[], text: string, gap: RegExp, from?: number, to?: number): boolean {
  let at = from ?? places[0]?.pos ?? 0
  for (const { pos, end } of places) {
    const between = text.slice(at, pos)
    if (!gap.test(between) && !hasHeredoc(text, at, pos)) return false
    at = Math.max(at, end)
  }
  return to === undefined || at >= to || gap.test(text.slice(at, to))
}

/** A here-document's body lies between nodes. */
const hasHeredoc = (text: string, from: number, to: number): boolean =>
  text.slice(0, from).includes('<<') && text.slice(from, to).includes('\n')

function areOperators(commands: readonly Place[], operators: readonly string[], text: string): boolean {
  return operators.every((operator, i) => {
    const between = text.slice(commands[i]!.end, commands[i + 1]!.pos)
    return (
      between.replace(/\\\r?\n|#[^\n]*\n|[ \t\r\n]/g, '') === operator ||
      hasHeredoc(text, commands[i]!.end, commands[i + 1]!.pos)
    )
  })
}
