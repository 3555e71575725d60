import type { Span } from '../text/edit.js'

/** A shell word. Offsets in this file are those of the shell's text. */
export interface Word {
  readonly span: Span
  /** As written. */
  readonly text: string
  /** Without quotes; undefined when an expansion decides. A pattern keeps its `*`. */
  readonly value: string | undefined
  /** Whether the shell expands it as a pattern or braces. */
  readonly hasPattern: boolean
}

/** A simple command. */
export interface Command {
  readonly span: Span
  /** Name and arguments. Empty when there are only assignments or redirections. */
  readonly words: readonly Word[]
  /** Assignments in front of the name. */
  readonly assignments: readonly {
    readonly name: string
    readonly span: Span
    readonly value: Word | undefined
  }[]
  readonly redirects: readonly Redirect[]
  /** What encloses it, from the outside in. */
  readonly path: readonly Enclosure[]
}

/** A redirection of a command. */
export interface Redirect {
  readonly operator: string
  readonly descriptor: number | undefined
  readonly target: Word | undefined
}

/** A part of a compound command that holds others. */
export type Enclosure =
  'subshell' | 'group' | 'branch' | 'condition' | 'loop' | 'function' | 'pipe' | 'substitution' | 'negation'

/** What stands between `&&` and `||`. */
export interface Operand {
  readonly span: Span
  readonly kind: 'command' | 'pipeline' | 'subshell' | 'group' | 'compound'
  /** Set when `kind` is `command`. */
  readonly command: Command | undefined
}

/** Operands joined by `&&` and `||`. */
export interface Statement {
  readonly span: Span
  readonly operands: readonly Operand[]
  readonly operators: readonly ('&&' | '||')[]
  readonly background: boolean
}

/** A shell text that was read beyond doubt. */
export interface Script {
  readonly kind: 'script'
  readonly text: string
  readonly statements: readonly Statement[]
  /** Every simple command at every depth, in order of the text. */
  readonly commands: readonly Command[]
  /** The start of a comment at the end of the text, which would swallow anything appended. */
  readonly comment: number | undefined
  /** Functions it defines. */
  readonly functions: readonly string[]
  /** Variables that loops set. */
  readonly loopVariables: readonly string[]
  readonly hasBackground: boolean
  readonly hasHeredoc: boolean
  /** Syntax that bash and a POSIX shell read differently. */
  readonly bashism: string | undefined
  /** Expansions that read or set the state of the shell: `$$`, `$!`, `$_`, `${x:=y}`. */
  readonly hasStatefulExpansion: boolean
}

/** A shell text that was not, and why. */
export interface Unparsed {
  readonly kind: 'unparsed'
  readonly because: string
}
