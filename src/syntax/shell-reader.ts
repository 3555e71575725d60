import * as unbash from 'unbash'
import type { Command, Enclosure, Operand, Statement, Word } from './shell-nodes.js'

/** Walks the tree of a shell text and gathers its commands, and what of them matters to others. */
export class Reader {
  readonly commands: Command[] = []
  readonly functions: string[] = []
  readonly loopVariables: string[] = []
  private readonly byNode = new Map<unbash.Command, Command>()
  hasBackground = false
  hasHeredoc = false
  hasStatefulExpansion = false
  bashism: string | undefined

  constructor(private readonly text: string) {}

  list(statements: readonly unbash.Statement[], path: readonly Enclosure[], depth: number): void {
    for (const statement of statements) {
      if (statement.background) this.hasBackground = true
      this.node(statement.command, path, depth + 1)
    }
  }

  statement(statement: unbash.Statement): Statement {
    const { command } = statement
    const nodes = command.type === 'AndOr' ? command.commands : [command]
    const operators = command.type === 'AndOr' ? command.operators : []
    return {
      span: { start: command.pos, end: command.end },
      operands: nodes.map((node) => ({
        span: { start: node.pos, end: node.end },
        kind: operandKinds[node.type] ?? 'compound',
        command: node.type === 'Command' ? this.byNode.get(node) : undefined,
      })),
      operators,
      background: statement.background === true,
    }
  }

  private node(node: unbash.SyntaxNode, path: readonly Enclosure[], depth: number): void {
    if (depth > maxDepth) throw new Refused('the command is nested too deep')
    const inside = (enclosure: Enclosure): readonly Enclosure[] => [...path, enclosure]
    this.note(node)
    switch (node.type) {
      case 'Command':
        return this.command(node, path, depth)
      case 'AndOr':
        node.commands.forEach((child, i) => {
          // What `||` may leave out without the whole failing.
          const isBranch = node.operators[i - 1] === '||' || (i > 0 && node.operators.includes('||', i))
          this.node(child, isBranch ? inside('branch') : path, depth + 1)
        })
        return
      case 'Pipeline':
        for (const child of node.commands)
          this.node(child, inside(node.commands.length > 1 ? 'pipe' : 'negation'), depth + 1)
        return
      case 'Subshell':
        return this.list(node.body.commands, inside('subshell'), depth)
      case 'BraceGroup':
        return this.list(node.body.commands, inside('group'), depth)
      case 'If':
      case 'Elif':
        this.list(node.clause.commands, inside('condition'), depth)
        this.list(node.then.commands, inside('branch'), depth)
        if (node.type === 'If') {
          node.elif.forEach((elif) => this.node(elif, inside('branch'), depth + 1))
          if (node.else) this.list(node.else.commands, inside('branch'), depth)
        }
        return
      case 'While':
        this.list(node.clause.commands, inside('condition'), depth)
        return this.list(node.body.commands, inside('loop'), depth)
      case 'For':
        this.loopVariables.push(node.name.text)
        node.wordlist?.forEach((word) => this.node(word, path, depth + 1))
        return this.list(node.body.commands, inside('loop'), depth)
      case 'Case':
        this.node(node.word, path, depth + 1)
        for (const item of node.items) this.list(item.body.commands, inside('branch'), depth)
        return
      case 'Function':
        this.functions.push(node.name.text)
        return this.node(node.body, inside('function'), depth + 1)
      case 'CompoundList':
        return this.list(node.commands, path, depth)
      case 'CommandExpansion':
      case 'ProcessSubstitution':
        if (node.script) this.script(node.script, inside('substitution'), depth)
        return
      default:
        unbash.forEachChild(node, (child) => this.node(child, path, depth + 1))
    }
  }

  private script(script: unbash.Script, path: readonly Enclosure[], depth: number): void {
    if (script.source !== undefined) throw new Refused('escaped backticks are in the command')
    this.list(script.commands, path, depth)
  }

  private command(node: unbash.Command, path: readonly Enclosure[], depth: number): void {
    const words = [...(node.name ? [node.name] : []), ...node.args]
    const command: Command = {
      span: { start: node.pos, end: node.end },
      words: words.map((word) => this.word(word)),
      assignments: node.prefix.flatMap((item) =>
        item.type === 'Assignment'
          ? [
              {
                name: item.name,
                span: { start: item.pos, end: item.end },
                value: item.value.type === 'Word' ? this.word(item.value) : undefined,
              },
            ]
          : [],
      ),
      redirects: node.redirects.map((redirect) => ({
        operator: redirect.operator,
        descriptor: redirect.descriptor?.type === 'FileDescriptor' ? redirect.descriptor.value : undefined,
        target: redirect.type === 'HereDoc' || !redirect.target ? undefined : this.word(redirect.target),
      })),
      path,
    }
    this.byNode.set(node, command)
    this.commands.push(command)
    unbash.forEachChild(node, (child) => this.node(child, path, depth + 1))
  }

  private word(node: unbash.Word | unbash.Assignment): Word {
    const span = { start: node.pos, end: node.end }
    const text = this.text.slice(node.pos, node.end)
    if (node.type === 'Assignment') {
      const value = node.value.type === 'Word' ? this.word(node.value).value : undefined
      return {
        span,
        text,
        value: value === undefined ? undefined : `${node.name}=${value}`,
        hasPattern: false,
      }
    }
    const parts = node.parts ?? []
    const isLiteral = parts.every(isLiteralPart)
    return { span, text, value: isLiteral ? node.value : undefined, hasPattern: parts.some(isPatternPart) }
  }

  private note(node: unbash.SyntaxNode): void {
    const bash = bashSyntax[node.type]
    if (bash !== undefined) this.bashism ??= bash
    switch (node.type) {
      case 'HereDoc':
        this.hasHeredoc = true
        break
      case 'Redirect':
        if (node.operator.startsWith('&>')) this.bashism ??= node.operator
        else if (node.operator === '>&' && !/^(\d+|-)$/.test(node.target?.text ?? '')) this.bashism ??= '>&'
        break
      case 'Pipeline':
        if (node.operators.includes('|&')) this.bashism ??= '|&'
        break
      case 'Function':
        if (/^function\s/.test(this.text.slice(node.pos, node.pos + 9))) this.bashism ??= 'function'
        break
      case 'SimpleExpansion':
        if (/^\$[$!_]$/.test(node.text)) this.hasStatefulExpansion = true
        break
      case 'ParameterExpansion':
        if (/^[$!_]$/.test(node.parameter)) this.hasStatefulExpansion = true
        if (node.operation?.type === 'Default' && node.operation.operator.endsWith('='))
          this.hasStatefulExpansion = true
        break
      case 'ArithmeticBinary':
        if (/(^|[^=!<>])=$/.test(node.operator)) this.hasStatefulExpansion = true
        break
      case 'ArithmeticUnary':
        if (/^(\+\+|--)$/.test(node.operator)) this.hasStatefulExpansion = true
    }
  }
}

/** What cannot be read beyond doubt, and why. */
export class Refused extends Error {}

const maxDepth = 200

const operandKinds: Partial<Record<unbash.SyntaxNode['type'], Operand['kind']>> = {
  Command: 'command',
  Pipeline: 'pipeline',
  Subshell: 'subshell',
  BraceGroup: 'group',
}

const bashSyntax: Partial<Record<unbash.SyntaxNode['type'], string>> = {
  TestCommand: '[[',
  ArithmeticCommand: '((',
  ArithmeticFor: 'for ((',
  Select: 'select',
  Coproc: 'coproc',
  ArrayValue: 'an array',
  HereString: '<<<',
  ProcessSubstitution: 'a process substitution',
  ExtendedGlob: 'an extended pattern',
}

function isLiteralPart(part: unbash.WordPart): boolean {
  switch (part.type) {
    case 'Literal':
    case 'Glob':
    case 'SingleQuoted':
    case 'BraceExpansion':
      return true
    case 'DoubleQuoted':
      return part.parts.every((child) => child.type === 'Literal')
    default:
      return false
  }
}

const isPatternPart = (part: unbash.WordPart): boolean =>
  part.type === 'Glob' || part.type === 'BraceExpansion'
