import {
  copyOf,
  expand,
  type Instruction,
  isContextCopy,
  isGlob,
  joinPath,
  type Scope,
  type Stage,
  type Subject,
} from '../../src/kit.js'

/** A COPY that takes whole directories of the build context. */
export interface Taking {
  readonly stage: Stage
  readonly instruction: Instruction
  /** Seen from the root of the context, which is the empty one. */
  readonly folders: readonly string[]
}

/** Whether some COPY may take a directory: nothing else is worth a look at the context. */
export const takesFolder = ({ model }: Subject): boolean =>
  model.stages.some(({ instructions }) =>
    instructions.some(
      (one) => isContextCopy(one) && copyOf(one).sources.some((name) => !/\w\.\w+$/.test(name)),
    ),
  )

/** All COPY and ADD that take a directory, as far as their sources are known. */
export function takingIn(subject: Subject, entries: readonly string[]): readonly Taking[] {
  return subject.model.stages.flatMap((stage) =>
    stage.instructions.flatMap((instruction): Taking[] => {
      if (!isContextCopy(instruction) || instruction.heredocs.length > 0) return []
      const folders = sourcesIn(subject, stage, instruction).filter(
        (source) => source === '' || entries.some((entry) => entry.startsWith(`${source}/`)),
      )
      return folders.length === 0 ? [] : [{ stage, instruction, folders }]
    }),
  )
}

/** The sources of a COPY that are no pattern and whose text is known, seen from the root of the context. */
export function sourcesIn(
  { model, file }: Subject,
  stage: Stage,
  instruction: Instruction,
): readonly string[] {
  const scope: Scope = model.scopeAt(stage, instruction)
  return copyOf(instruction).sources.flatMap((source) => {
    const word = instruction.json ? source : expand(source, scope, file.escape)
    if (word === undefined || isGlob(word) || /:\/\/|^git@/.test(word)) return []
    return [joinPath('/', word)!.slice(1)]
  })
}
