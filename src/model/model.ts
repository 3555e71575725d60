import { type Command, parseShell, type Script, type Unparsed } from '../syntax/shell.js'
import type { MappedText } from '../syntax/mapped.js'
import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import { parsePragmas, type Pragma } from './pragmas.js'
import { inherited, initialScope, nextScope, type Scope } from './scope.js'
import { readStages, type Stage, type Stages } from './stages.js'

export type { Scope, Shell } from './scope.js'
export type { Stage } from './stages.js'

/** The command of a RUN in shell form, with the way back to the file. */
export interface Body {
  readonly kind: 'body'
  readonly mapped: MappedText
  readonly script: Script
}

/** A RUN whose command cannot be read, and why. */
export interface NoBody {
  readonly kind: 'none'
  readonly because: string
}

/** Facts that need more than one instruction. Computed when asked for. */
export class Model {
  readonly stages: readonly Stage[]
  private readonly byInstruction = new Map<Instruction, Stage>()
  private readonly positions = new Map<Instruction, number>()
  private readonly scopes = new Map<Stage, readonly Scope[]>()
  private readonly bodies = new Map<Instruction, Body | NoBody>()
  private pragmas: ReadonlyMap<Instruction, readonly Pragma[]> | undefined

  constructor(
    readonly file: Dockerfile,
    /** Scripts by text, shared by all models of one rewrite. */
    private readonly scripts: Map<string, Script | Unparsed>,
    target: Stages,
  ) {
    this.stages = readStages(file, target)
    for (const stage of this.stages) {
      this.byInstruction.set(stage.from, stage)
      stage.instructions.forEach((instruction, i) => {
        this.byInstruction.set(instruction, stage)
        this.positions.set(instruction, i)
      })
    }
  }

  /** The stage of an instruction; undefined for an ARG in front of the first FROM. */
  stageOf(instruction: Instruction): Stage | undefined {
    return this.byInstruction.get(instruction)
  }

  /** The place of an instruction in its stage; -1 for FROM. */
  positionOf(instruction: Instruction): number {
    return this.positions.get(instruction) ?? -1
  }

  /** What is in force when the instruction runs. */
  scopeAt(stage: Stage, instruction: Instruction): Scope {
    return this.scopesOf(stage)[this.positionOf(instruction)] ?? this.scopeBehind(stage)
  }

  /** What is in force at the end of a stage, and so at the start of those built on it. */
  scopeBehind(stage: Stage): Scope {
    return this.scopesOf(stage).at(-1)!
  }

  /** The command that the shell of a RUN gets. */
  bodyOf(stage: Stage, instruction: Instruction): Body | NoBody {
    let body = this.bodies.get(instruction)
    if (body === undefined) this.bodies.set(instruction, (body = this.readBody(stage, instruction)))
    return body
  }

  /** The simple commands of a RUN, in order of its text; none where it cannot be read. */
  commandsIn(stage: Stage, instruction: Instruction): readonly Command[] {
    const body = this.bodyOf(stage, instruction)
    return body.kind === 'none' ? [] : body.script.commands
  }

  /** Reads a shell text; the answer is shared by all who ask for the same text. */
  scriptOf(text: string): Script | Unparsed {
    let script = this.scripts.get(text)
    if (script === undefined) this.scripts.set(text, (script = parseShell(text)))
    return script
  }

  /** The comments above an instruction that tell tools what to ignore in it. */
  pragmasOf(instruction: Instruction): readonly Pragma[] {
    this.pragmas ??= parsePragmas(this.file)
    return this.pragmas.get(instruction) ?? []
  }

  private scopesOf(stage: Stage): readonly Scope[] {
    const known = this.scopes.get(stage)
    if (known) return known
    let scope = stage.parent ? inherited(this.scopeBehind(stage.parent)) : initialScope(stage, this.file)
    const scopes = [scope]
    for (const instruction of stage.instructions)
      scopes.push((scope = nextScope(scope, instruction, this.file.escape)))
    this.scopes.set(stage, scopes)
    return scopes
  }

  private readBody(stage: Stage, instruction: Instruction): Body | NoBody {
    const none = (because: string): NoBody => ({ kind: 'none', because })
    if (instruction.json) return none('it is in exec form')
    if (instruction.heredocs.length > 0) return none('it has a here-document')
    if (this.file.escape === '`') return none('the escape character is a backtick, as on Windows')
    const { shell } = this.scopeAt(stage, instruction)
    if (shell.kind === 'other') return none(`its shell is ${shell.name}`)
    if (/(^|[^\\])(\\\\)*\\$/.test(instruction.args.text)) return none('it ends with a backslash')
    if (foreignBlank.test(instruction.args.text)) return none('it holds a blank that is none to the shell')
    const script = this.scriptOf(instruction.args.text)
    if (script.kind === 'unparsed') return none(script.because)
    if (script.hasHeredoc) return none('it has a here-document')
    if (script.bashism !== undefined && shell.name !== 'bash')
      return none(`\`${script.bashism}\` means one thing to bash and another to a POSIX shell`)
    return { kind: 'body', mapped: instruction.args, script }
  }
}

/** Blanks at the ends of lines to BuildKit, letters to a shell. */
const foreignBlank = /[\v\f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/
