import {
  copyOf,
  type Instruction,
  isContextCopy,
  joinPath,
  placesOf,
  type Stage,
  type Subject,
} from '../kit.js'

/** A file that a COPY or ADD takes from the build context. */
export interface CopiedFile {
  /** As seen from the root of the context. */
  readonly path: string
  /** Whether a source names it, and not a folder or a pattern. */
  readonly isNamed: boolean
  /** Where it may be in the image; none where that cannot be told. */
  readonly places: readonly string[]
  readonly bytes: number
}

/** The COPYs and ADDs of the stages that are shipped. */
export function* shippedCopies({ model, context }: Subject): Iterable<readonly [Stage, Instruction]> {
  if (context?.size === undefined) return
  for (const stage of model.stages)
    for (const instruction of stage.isShipped ? stage.instructions : [])
      if (isContextCopy(instruction) && instruction.heredocs.length === 0) yield [stage, instruction]
}

/** What one takes of the files whose names pass; none where that cannot be seen. */
export function copiedFiles(
  subject: Subject,
  stage: Stage,
  instruction: Instruction,
  isMeant: (path: string) => boolean,
): readonly CopiedFile[] {
  const { context, model } = subject
  const { sources } = copyOf(instruction)
  const named = new Set(sources.map((source) => joinPath('/', source)?.slice(1)))
  const seen =
    placesOf(context, model.scopeAt(stage, instruction), instruction) ??
    seenFrom(subject, instruction, sources)
  return seen.flatMap(({ file, at }) => {
    const bytes = isMeant(file) ? context?.size?.(file) : undefined
    return bytes === undefined ? [] : [{ path: file, isNamed: named.has(file), places: at, bytes }]
  })
}

/** Whether a source is the whole build context. */
export const takesAll = (instruction: Instruction): boolean =>
  copyOf(instruction).sources.some((source) => /^(?:\.|\/|\.\/)+$/.test(source))

/** Of a context with many files those outside of folders that tools fill, where all of it is taken. */
function seenFrom({ context }: Subject, instruction: Instruction, sources: readonly string[]) {
  const isPlain = instruction.flags.every(({ name }) => /^(?:chown|chmod|link)$/.test(name))
  if (!isPlain || sources.length > 1 || !takesAll(instruction)) return []
  const entries = context?.ignoreFile?.()?.entries() ?? []
  return entries
    .filter((entry) => !entry.endsWith('/'))
    .map((file) => ({ file, at: [] as readonly string[] }))
}

/** Bytes in words, for a reader: `12 MB`. */
export const sizeOf = (bytes: number): string =>
  bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
