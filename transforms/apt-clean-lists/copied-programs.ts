import {
  baseName,
  copyOf,
  type Instruction,
  isContextCopy,
  resolve,
  type Stage,
  type Subject,
} from '../../src/kit.js'

/** Finds in a RUN a program that a COPY of the stage may have put on the PATH: nobody knows what it does. */
export function copiedPrograms(stage: Stage, subject: Subject): FindsProgram {
  let find = copied.get(stage)
  if (!find) copied.set(stage, (find = readCopies(stage, subject)))
  return find
}

type FindsProgram = (stage: Stage, run: Instruction) => string | undefined

const copied = new WeakMap<Stage, FindsProgram>()

function readCopies(stage: Stage, { model, context }: Subject): FindsProgram {
  const names = new Set<string>()
  for (let s: Stage | undefined = stage; s; s = s.parent)
    for (const instruction of s.instructions.filter(isContextCopy)) {
      const { sources, target } = copyOf(instruction)
      if (!/(^|\/)s?bin(\/|$)|^\/$/.test(target)) continue
      names.add(baseName(target))
      for (const source of sources) {
        const files = context?.list(source.replace(/^\.?\/+|\/+$/g, ''))
        names.add(baseName(source))
        for (const file of files ?? []) names.add(baseName(file))
      }
    }
  return (owner, run) => {
    return model
      .commandsIn(owner, run)
      .map((command) => resolve(command).name)
      .find((name) => name !== undefined && names.has(name))
  }
}
