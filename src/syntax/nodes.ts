import type { Span } from '../text/edit.js'
import type { MappedText } from './mapped.js'

/** `--name=value` in front of an instruction's arguments, without the quotes that BuildKit removes. */
export interface Flag {
  readonly name: string
  readonly value: string | undefined
  /** As BuildKit reads it: `--name=value`. */
  readonly text: string
  readonly span: Span
}

/** A here-document that belongs to the Dockerfile, not to the shell alone. */
export interface Heredoc {
  readonly name: string
  readonly fileDescriptor: number
  /** False when the delimiter is quoted. */
  readonly expand: boolean
  /** `<<-`: leading tabs are removed. */
  readonly chomp: boolean
  /** The body as it stands in the file, line ends included. */
  readonly content: string
  readonly bodySpan: Span
}

/** One instruction. Offsets are those of the file's text; lines are 1-based. */
export interface Instruction {
  /** In upper case. */
  readonly keyword: string
  /** As written. */
  readonly rawKeyword: string
  /** From the first character to the last, here-documents included, without the line end. */
  readonly span: Span
  /** What BuildKit calls the line of the instruction: lines joined, comments and blank lines gone. */
  readonly line: MappedText
  readonly startLine: number
  readonly endLine: number
  readonly flags: readonly Flag[]
  /** The text behind keyword and flags, trimmed. */
  readonly args: MappedText
  /** The strings of the exec (JSON) form. */
  readonly json: readonly string[] | undefined
  readonly heredocs: readonly Heredoc[]
  /** What ONBUILD triggers. */
  readonly trigger: Instruction | undefined
  /** Comment lines inside the continued instruction, without their line ends. */
  readonly comments: readonly Span[]
}

/** Why a text is no Dockerfile for BuildKit. */
export interface SyntaxProblem {
  readonly message: string
  readonly line: number
}

/** A read-only index into a Dockerfile's text. */
export interface Dockerfile {
  readonly text: string
  readonly escape: '\\' | '`'
  readonly instructions: readonly Instruction[]
  /** Whole comment lines outside instructions, without indentation and line end; directives are among them. */
  readonly comments: readonly Span[]
  /** The offset behind the parser directives: nothing may be inserted above it. */
  readonly directivesEnd: number
  /** The first thing that BuildKit would reject. */
  readonly problem: SyntaxProblem | undefined
}
