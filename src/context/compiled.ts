import { programOf } from '../model/calls.js'
import type { Model, Stage } from '../model/model.js'
import { baseName, isWithin, joinPath } from '../model/paths.js'
import { expand, type Scope } from '../model/scope.js'
import { rootOf } from '../model/stages.js'
import { copyOf } from '../model/copies.js'
import type { ImageReference } from '../syntax/image.js'
import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import type { Command, Word } from '../syntax/shell.js'
import type { BuildContext } from './build-context.js'
import { type Call, compilers, type Language, type Linkage, type Output } from './compilers.js'
import { originsOf, type Shipment, type Taking } from './shipment.js'

/** A program that some command of an earlier stage compiles. */
export interface Compiled {
  readonly language: Language
  readonly linkage: Linkage
  /** The image that its stage is built on. */
  readonly image: ImageReference
  /** The stage that compiles it, and the path there. */
  readonly stage: Stage
  readonly path: string
  readonly command: Command
  readonly instruction: Instruction
}

interface Seen {
  readonly model: Model
  readonly file: Dockerfile
  readonly context: BuildContext | undefined
}

/** The program at a path that a COPY takes from a stage; undefined where no command is known to compile it. */
export function compiledAt(stage: Stage, path: string, subject: Seen): Compiled | undefined {
  const { image } = rootOf(stage)
  const own =
    image && madeIn(stage, image, subject).findLast(({ output }) => isAt(output, path, stage, subject))
  if (own) return { ...own.found, path }
  // What one stage hands on to another.
  for (const instruction of stage.instructions.toReversed()) {
    const from = stage.sources.find((source) => source.instruction === instruction)?.from
    if (instruction.keyword !== 'COPY' || from === undefined || typeof from === 'string') continue
    const { sources, target } = copyOf(instruction)
    const to = joinPath(subject.model.scopeAt(stage, instruction).workdir, target)
    if (to === undefined || /[$"'\\*]/.test([...sources, target].join(''))) continue
    const isFolder = /(^|\/)\.{0,2}$/.test(target) || sources.length > 1
    const taking: Taking = { instruction, from, sources, target: to, isFolder }
    for (const origin of originsOf(path, taking)) {
      const found = compiledAt(from, origin, subject)
      if (found) return found
    }
  }
  return undefined
}

/** What a command of a stage makes, and where. */
export interface MadeHere {
  readonly output: Output
  readonly found: Omit<Compiled, 'path'>
}

/** The programs that the commands of a stage, and of those it is built on, compile; what is moved or copied goes where it is put. */
export function madeIn(stage: Stage, image: ImageReference, subject: Seen): readonly MadeHere[] {
  const made: MadeHere[] = stage.parent ? [...madeIn(stage.parent, image, subject)] : []
  for (const instruction of stage.instructions) {
    if (instruction.keyword !== 'RUN') continue
    const start = subject.model.scopeAt(stage, instruction)
    const { escape } = subject.file
    let folder = start.workdir
    const exported = new Map<string, string | undefined>()
    for (const command of subject.model.commandsIn(stage, instruction)) {
      const { base, args } = programOf(command)
      const value = (word: Word | undefined): string | undefined => valueOf(word, start, escape)
      if (base === 'cd') folder = pathOf(value(args[0]), folder)
      if (base === 'export') for (const { text } of args) take(text, exported, start, escape)
      if (/^(cp|mv|install)$/.test(base)) {
        const words = args.filter(({ text }) => !text.startsWith('-')).map(value)
        const [from, to] = [pathOf(words.at(-2), folder), pathOf(words.at(-1), folder)]
        const source = from && made.findLast(({ output }) => isAt(output, from, stage, subject))
        if (source && to !== undefined)
          made.push({
            found: source.found,
            output: isFolder(words.at(-1)!, words.length)
              ? { path: `${to}/${baseName(from)}`, shape: 'file' }
              : { path: to, shape: 'file' },
          })
      }
      if (command.path.some((enclosure) => /branch|loop|function|condition/.test(enclosure))) continue
      const call: Call = {
        ...{ base, args, folder, image, stage, subject },
        value,
        path: (word) => pathOf(value(word), folder),
        variable: (name) => variableOf(name, command, exported, start, escape),
      }
      for (const compiler of compilers) {
        const output = compiler.outputOf(call)
        if (output)
          made.push({
            output,
            found: {
              ...{ language: compiler.language, linkage: compiler.linkageOf(call), image, stage },
              ...{ command, instruction },
            },
          })
      }
    }
  }
  return made
}

const isFolder = (written: string, count: number): boolean =>
  count > 2 || /(^|\/)\.{0,2}$/.test(written) || /^\/(usr\/)?(local\/)?s?bin$/.test(written)

function isAt({ path, shape }: Output, wanted: string, stage: Stage, subject: Seen): boolean {
  if (shape === 'file') return wanted === path
  if (wanted.slice(0, wanted.lastIndexOf('/')) !== (path === '/' ? '' : path)) return false
  return !isBrought(wanted, stage, subject)
}

/** Whether a COPY names that very file: it is none that a compiler makes. */
const isBrought = (path: string, { instructions }: Stage, { model }: Seen): boolean =>
  instructions.some((instruction) => {
    if (!/^(COPY|ADD)$/.test(instruction.keyword)) return false
    const { sources } = copyOf(instruction)
    const stage = model.stageOf(instruction)!
    const { workdir } = model.scopeAt(stage, instruction)
    return sources.some((source) => baseName(source) === baseName(path)) && isWithin(path, workdir ?? '/')
  })

function pathOf(value: string | undefined, folder: string | undefined): string | undefined {
  return value === undefined || value.startsWith('~') ? undefined : joinPath(folder, value)
}

function valueOf(word: Word | undefined, scope: Scope, escape: string): string | undefined {
  if (word === undefined) return undefined
  if (word.value !== undefined) return word.value
  return /['`]|\$\(/.test(word.text) ? undefined : expand(word.text, scope, escape)
}

/** Takes down what `export` sets. */
function take(text: string, exported: Map<string, string | undefined>, scope: Scope, escape: string): void {
  const equals = text.indexOf('=')
  if (equals > 0) exported.set(text.slice(0, equals), expand(text.slice(equals + 1), scope, escape))
}

/** The value of a variable as a command sees it; undefined where it is not set, `''` where it cannot be told. */
function variableOf(
  name: string,
  { assignments, words }: Command,
  exported: ReadonlyMap<string, string | undefined>,
  scope: Scope,
  escape: string,
): string | undefined {
  const own = assignments.find((assignment) => assignment.name === name)
  if (own) return valueOf(own.value, scope, escape) ?? ''
  const told = words.find(({ text }) => text.startsWith(`${name}=`))
  if (told) return valueOf(told, scope, escape)?.slice(name.length + 1) ?? ''
  if (exported.has(name)) return exported.get(name) ?? ''
  return scope.variables.has(name) ? (scope.variables.get(name) ?? '') : undefined
}

/** The compiled program that a shipment runs, and the COPY that brings it. */
export function programIn(
  { paths, takes }: Shipment,
  subject: Seen,
): (Compiled & { readonly taking: Taking }) | undefined {
  for (const path of paths)
    for (const taking of takes.toReversed()) {
      if (taking.from === undefined || typeof taking.from === 'string') continue
      for (const origin of originsOf(path, taking)) {
        const found = compiledAt(taking.from, origin, subject)
        if (found) return { ...found, taking }
      }
    }
  return undefined
}

const spawns: Readonly<Record<Language, readonly [file: RegExp, words: RegExp]>> = {
  Go: [/\.go$/, /"os\/exec"|"plugin"|syscall\.(Exec|ForkExec)/],
  Rust: [/\.rs$/, /process::Command|Command::new|libloading|dlopen/],
  C: [/\.(c|cc|cpp|cxx|h|hh|hpp)$/, /\b(system|popen|execl?[vp]?e?|posix_spawnp?|dlopen)\s*\(/],
}

/** Why a program may call another one; undefined where nothing that is seen does. */
export function spawnedBy(language: Language, context: BuildContext | undefined): string | undefined {
  const [name, words] = spawns[language]
  const file = sourcesOf(name, context).find((file) => words.test(context!.read(file) ?? ''))
  return file === undefined ? undefined : `\`${file}\` starts other programs, or loads libraries by name`
}

/** The sources of a language in the build context, without tests. */
export const sourcesOf = (name: RegExp, context: BuildContext | undefined): readonly string[] =>
  context?.list('.')?.filter((file) => name.test(file) && !/_test\.go$|(^|\/)(tests?|vendor)\//.test(file)) ??
  []
