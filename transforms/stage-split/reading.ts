import {
  type Command,
  copyOf,
  type Instruction,
  isWithin,
  joinPath,
  programOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { commonEffect, type Effect, type Made, unknown, type Written } from './effects.js'
import type { Language } from './language.js'
import { folderBehind, lineOf, type Place, placeOf } from './place.js'

/** A command of a RUN, and what it leaves. */
export interface Step {
  readonly command: Command
  readonly place: Place
  readonly effect: Effect
}

/** An instruction of the stage. */
export interface Entry {
  readonly instruction: Instruction
  readonly place: Place
  /** The commands of a RUN. */
  readonly steps: readonly Step[]
  /** Where a COPY puts its files. */
  readonly target: string | undefined
}

/** A stage, read from end to end. */
export interface Reading {
  readonly entries: readonly Entry[]
  readonly made: readonly Made[]
  /** Folders in which something is compiled. */
  readonly folders: readonly string[]
  readonly removed: readonly string[]
  /** Files that commands write for others of the build. */
  readonly written: readonly Written[]
}

/** Reads what a stage does; else why it cannot be split. */
export function readStage(stage: Stage, subject: Subject, language: Language): Reading | string {
  const entries: Entry[] = []
  const source = stage.sources.find(({ instruction }) => !language.own || instruction.keyword === 'RUN')
  if (source) return `${lineOf(source.instruction)} takes files from another image`
  for (const instruction of stage.instructions) {
    const place = placeOf(subject, stage, instruction)
    const line = lineOf(instruction)
    if (instruction.keyword === 'ONBUILD') return `${line} decides for other builds`
    if (instruction.heredocs.length > 0) return `${line} has a here-document`
    if (/^(COPY|ADD)$/.test(instruction.keyword)) {
      const { sources, target } = copyOf(instruction)
      if (sources.some((source) => /:\/\/|^git@/.test(source))) return `${line} adds what an address holds`
      const to = wordPath(target, place)
      if (to === undefined) return `where ${line} copies to depends on a variable`
      entries.push({ instruction, place, steps: [], target: to })
    } else {
      const steps = instruction.keyword === 'RUN' ? stepsOf(stage, subject, instruction, language) : []
      if (typeof steps === 'string') return `${line} cannot be read: ${steps}`
      const own = language.own ? [] : putIn([...entries.flatMap((entry) => entry.steps), ...steps])
      for (const { effect } of steps) {
        if (effect.kind === 'unknown') return `${line} ${effect.because}`
        if (effect.kind === 'edits' && !effect.paths.every((path) => own.includes(path)))
          return `${line} edits files with \`${effect.program}\``
      }
      entries.push({ instruction, place, steps, target: undefined })
    }
  }
  const steps = entries.flatMap((entry) => entry.steps)
  const written = writtenIn(steps)
  const read = new Set(steps.flatMap(({ command, place }) => language.reads?.(command, place) ?? []))
  const [unread] = written.filter(({ file }) => !read.has(file.path))
  if (unread) return `${unread.line} writes a file with \`${unread.file.program}\``
  const compiling = steps.filter(({ command }) => language.compiles(command))
  return {
    entries,
    made: madeIn(steps),
    folders: compiling.flatMap(({ place }) => place.folder ?? []),
    removed: steps.flatMap(({ effect }) => (effect.kind === 'removes' ? effect.paths : [])),
    written: written.map(({ file }) => file),
  }
}

const writtenIn = (steps: readonly Step[]): readonly { readonly file: Written; readonly line: string }[] =>
  steps.flatMap(({ effect, place }) =>
    effect.kind === 'writes' ? { file: effect.written, line: lineOf(place.instruction) } : [],
  )

/** Where files of the build are put: they go along. */
const putIn = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap(({ effect }) => (effect.kind === 'moves' ? effect.to : []))

/** Files that are moved or copied go where they are put. */
function madeIn(steps: readonly Step[]): readonly Made[] {
  const made: Made[] = []
  for (const { effect } of steps) {
    if (effect.kind === 'builds') made.push(...effect.made)
    if (effect.kind === 'moves' && effect.from.every((path) => isMade(made, path)))
      made.push({ path: effect.to, shape: 'file' })
  }
  return made
}

/** Whether the build makes the file at a path; of a pattern what comes before its folder counts. */
export const isMade = (made: readonly Made[], path: string): boolean =>
  made.some(({ path: root, shape }) => {
    if (shape === 'file') return path === root
    if (shape === 'below') return isWithin(path, root)
    return path.slice(0, path.lastIndexOf('/')) === root
  })

/** A path as COPY takes it. */
function wordPath(word: string, { subject, scope }: Place): string | undefined {
  const plain = /^(["'])([^"'\\]*)\1$/.exec(word)?.[2] ?? word
  const known = plain.replace(
    /\$(?:(\w+)|\{(\w+)\})/g,
    (whole, bare?: string, braced?: string) => scope.variables.get(bare ?? braced!) ?? whole,
  )
  return /[$"'\\]/.test(known) || subject.file.escape !== '\\' ? undefined : joinPath(scope.workdir, known)
}

function stepsOf(
  stage: Stage,
  subject: Subject,
  instruction: Instruction,
  language: Language,
): readonly Step[] | string {
  const body = subject.model.bodyOf(stage, instruction)
  if (body.kind === 'none') return body.because
  const { script } = body
  if (script.hasBackground) return 'it leaves a process in the background'
  const steps: Step[] = []
  let place = placeOf(subject, stage, instruction)
  const roots: { readonly depth: string; readonly folder: string | undefined }[] = []
  for (const command of script.commands) {
    const { base } = programOf(command)
    const depth = command.path.join('/')
    // What a subshell does to its folder ends with it.
    while (roots.length > 0 && !depth.startsWith(roots.at(-1)!.depth))
      place = { ...place, folder: roots.pop()!.folder }
    if (base === 'cd' || base === 'pushd') {
      if (command.path.length > 0) roots.push({ depth, folder: place.folder })
      place = { ...place, folder: folderBehind(command, place) }
      steps.push({ command, place, effect: { kind: 'nothing' } })
      continue
    }
    if (/^(export|local|readonly)$/.test(base) || command.words.length === 0) {
      steps.push({ command, place, effect: { kind: 'nothing' } })
      continue
    }
    const isConditional = command.path.some((enclosure) => /branch|loop|function|condition/.test(enclosure))
    const effect = isConditional
      ? unknown(`runs \`${base}\` only under some condition`)
      : (language.effect(command, place) ?? commonEffect(command, place))
    steps.push({ command, place, effect })
  }
  return steps
}
