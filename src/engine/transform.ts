import type { BuildContext } from '../context/build-context.js'
import type { Edit, Span } from '../text/edit.js'
import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import type { Model, Stage } from '../model/model.js'
import type { Stages } from '../model/stages.js'

export type { BuildContext }

/**
 * How sure a change is.
 * `safe`: all that the Dockerfile, and the context files it copies as far as they can be seen, is known to use is
 * still there and behaves the same. `unsafe`: usually wanted, but something that might be used goes.
 * `hint`: cannot be decided from the files; shown, never written.
 */
export type Safety = 'safe' | 'unsafe' | 'hint'

/** The order in which transforms run: by phase, then by id. */
export const phases = ['stages', 'base', 'packages', 'layers', 'runtime', 'tidy'] as const
/** One of `phases`. */
export type Phase = (typeof phases)[number]

/**
 * `lists`: indexes of package managers. `cache`: what they keep to install it again. `packages`: packages, and what
 * their scripts make. `base`: all that another base image brings. `build`: all that the build alone needs, its tools and
 * its sources among it. `context`: what is copied of the build context, and what the build makes of it.
 */
export type Alteration = 'lists' | 'cache' | 'packages' | 'base' | 'build' | 'context'

interface MetaBase {
  /** One line in the imperative: what the transform does. */
  readonly summary: string
  /** Why the image gets smaller, and what was measured. */
  readonly why: string
  /** What the transform leaves alone, one line each. */
  readonly leaves: readonly string[]
  readonly phase: Phase
  /** What may differ in the final file system, beside logs with times in them; empty: nothing at all. */
  readonly alters: readonly Alteration[]
  readonly references: readonly string[]
  /** hadolint rules whose inline ignore also holds for this transform. */
  readonly hadolint?: readonly string[]
  /** Transforms whose refusal of the same place, in the same words, makes one of its own superfluous. */
  readonly echoes?: readonly string[]
  /** What can be asked for and left out by itself, as `id:part`; each finding then names one. */
  readonly parts?: readonly string[]
}

/** What is true of a transform as a whole. `safety` is the best it can do; a change may say less. */
export type Meta = MetaBase &
  (
    | { readonly safety: 'safe'; readonly risk?: string }
    | { readonly safety: 'unsafe' | 'hint'; readonly risk: string }
  )

/** A file of the build context that a change extends, and the lines that go behind those it has. */
export interface Companion {
  readonly path: '.dockerignore'
  readonly lines: readonly string[]
}

/** A file of the build context before and after a rewrite; its path is seen from the root of the context. */
export interface CompanionText {
  readonly path: Companion['path']
  /** Undefined where there was no such file. */
  readonly before: string | undefined
  readonly after: string
}

/** Some edits that are taken whole or not at all. */
export interface Change {
  readonly kind: 'change'
  /** In the imperative, for a list: "Remove the package lists in the layer that made them". */
  readonly title: string
  readonly at: Span
  readonly edits: readonly Edit[]
  readonly safety: Safety
  /** The evidence of a safe change, the risk of an unsafe one: one sentence. */
  readonly because: string
  /** About what it takes out of the image, in bytes, unpacked; undefined where the tables do not know. */
  readonly saves?: number | undefined
  /** The stage that becomes two: one that builds, and right behind it one with all of its configuration. */
  readonly splits?: Stage
  /** The stage that gets instructions which its base ran unseen: all of its own stay, in their order. */
  readonly expands?: Stage
  /** The stage that copies more from earlier ones, for which a COPY is new. */
  readonly supplies?: Stage
  /** The stage in which a RUN mounts what a COPY brought, which goes. */
  readonly mounts?: Stage
  /** Which of the transform's parts it is of. */
  readonly part?: string | undefined
  /** What is extended in the place of the Dockerfile: there are no edits then. */
  readonly companion?: Companion
}

/** A place that was seen and left alone, and why: one sentence. */
export interface Refusal {
  readonly kind: 'refusal'
  readonly at: Span
  readonly because: string
  /** Which of the transform's parts it is of. */
  readonly part?: string | undefined
}

/** What a visitor returns. */
export type Finding = Change | Refusal

/** All that a visitor may look at. */
export interface Subject {
  readonly file: Dockerfile
  readonly model: Model
  readonly context: BuildContext | undefined
  /** Whether a comment above the instruction tells this transform, or that part of it, to leave it alone. */
  isIgnored(instruction: Instruction, part?: string): boolean
  /** The same, seen by a transform or a hint. */
  as(asker: { readonly id: string; readonly meta?: Pick<Meta, 'hadolint'> }): Subject
}

/** Looks at one height of the file and returns what it wants there. Each change must stand on its own. */
export interface Visitor {
  readonly instruction?: (instruction: Instruction, stage: Stage, subject: Subject) => Iterable<Finding>
  readonly stage?: (stage: Stage, subject: Subject) => Iterable<Finding>
  readonly file?: (subject: Subject) => Iterable<Finding>
}

/** One kind of rewrite: what it is called, what it promises, and where it looks. */
export interface Transform {
  readonly id: string
  readonly meta: Meta
  readonly visit: Visitor
}

/** Names the type, so that the compiler asks for the risk. */
export const defineTransform = (transform: Transform): Transform => transform

/** A place that was left alone; the reason is one sentence. */
export const refuse = (at: Span, because: string, part?: string): Refusal => ({
  kind: 'refusal',
  at,
  because,
  part,
})

/** Why a wanted change was not made. */
export type WithheldReason = 'unsafe' | 'hint' | 'conflict' | 'ignored' | 'broken' | 'rejected'

/** A change as it went into the text. Offsets are those of the final text for applied changes. */
export interface AppliedChange {
  readonly transform: string
  readonly title: string
  readonly safety: Safety
  readonly because: string
  /** About what it takes out of the image, in bytes, unpacked; undefined where it is not known. */
  readonly saves?: number | undefined
  /** Where it stood in the text before the rewrite: 1-based line, column in UTF-16 code units. */
  readonly line: number
  readonly column: number
  /** What it covers in the text after the rewrite. */
  readonly after: Span
  /** The file of the build context that it extended in the place of the Dockerfile. */
  readonly companion?: Companion['path']
}

/** A wanted change that was not made, and where it would have stood in the text before: 1-based. */
export interface WithheldChange {
  readonly transform: string
  readonly title: string
  readonly safety: Safety
  readonly because: string
  /** About what it would take out of the image, in bytes, unpacked; undefined where it is not known. */
  readonly saves?: number | undefined
  readonly reason: WithheldReason
  readonly line: number
  readonly column: number
}

/** A refusal, and its place in the text before: 1-based. */
export interface RefusedPlace {
  readonly transform: string
  readonly because: string
  readonly line: number
  readonly column: number
}

/** Why a file was left alone as a whole. */
export interface Problem {
  readonly message: string
  /** 1-based; undefined when the whole file is meant. */
  readonly line: number | undefined
}

/**
 * How a file begins, for comparing it with others: the FROM of what it ships and what follows, as far as another image
 * could have it. Each entry stands for all instructions up to it; the first for the FROM and two RUNs.
 */
export interface Opening {
  /** The line of the FROM: 1-based. */
  readonly line: number
  /** Differ where the instructions do. */
  readonly hashes: readonly string[]
  /** How many lines they take. */
  readonly lines: readonly number[]
}

/** The outcome of a rewrite. `before === after` when nothing was done to the Dockerfile. */
export interface Changeset {
  readonly before: string
  readonly after: string
  /** Files of the build context that were extended. */
  readonly companions: readonly CompanionText[]
  readonly applied: readonly AppliedChange[]
  readonly withheld: readonly WithheldChange[]
  readonly refused: readonly RefusedPlace[]
  /** Rounds over all transforms, the last of which changed nothing. */
  readonly rounds: number
  /** False when the transforms did not come to rest: then nothing was applied, and it is our bug. */
  readonly settled: boolean
  /** Set when the text is no Dockerfile that can be read for sure; nothing else is set then. */
  readonly problem: Problem | undefined
  /** The reason that `# dfslim skip-file` gives; empty when it gives none. */
  readonly skipped: string | undefined
  /** Set where hints were asked for and another file may begin alike. */
  readonly opening?: Opening
}

/** What to run, where, and how far it may go. */
export interface RewriteOptions {
  /** Apply unsafe changes as well. */
  readonly unsafe?: boolean
  /** Run these transforms alone; `id:part` for a part of one. */
  readonly only?: readonly string[]
  /** Leave these transforms out. */
  readonly skip?: readonly string[]
  /** How far each transform may go; one that is not named goes as far as `unsafe` says. */
  readonly levels?: Readonly<Record<string, 'off' | 'safe' | 'unsafe'>>
  /** Which stages to rewrite: those whose layers are shipped, or all. A target adds that stage and its parents. */
  readonly stages?: Stages
  /** Say what only the reader can decide, too. */
  readonly hints?: boolean
  /** Ignore `# dfslim` and `# hadolint` comments. */
  readonly noPragmas?: boolean
  readonly context?: BuildContext
  /** Why no file of the build context may be extended, in one sentence; undefined where they may. */
  readonly withoutCompanions?: string | undefined
  /** Asked for each change that would be made: why it is not wanted, or undefined. */
  readonly reject?: (change: PlacedChange) => string | undefined
}

/** A change by what makes it, and its place in the text before: 1-based line, column in UTF-16 code units. */
export type PlacedChange = Pick<AppliedChange, 'transform' | 'safety' | 'line' | 'column'>
