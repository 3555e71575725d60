import {
  baseName,
  commandsOf,
  copyOf,
  isWithin,
  joinPath,
  madeIn,
  type MadeHere,
  programOf,
  rootOf,
  type Stage,
  type Subject,
} from '../kit.js'

/** A program that a command compiles and that is in the image in the end. */
export interface ShippedProgram extends MadeHere {
  /** The stage whose commands come last to it: the one that ships it. */
  readonly shippedBy: Stage
}

/** The programs that are compiled in a stage that is shipped, or copied from where they are; each command once. */
export function shippedPrograms(subject: Subject): readonly ShippedProgram[] {
  const { stages } = subject.model
  const shipped: ShippedProgram[] = []
  for (const stage of stages) {
    const { image } = rootOf(stage)
    if (image === undefined) continue
    for (const made of madeIn(stage, image, subject)) {
      const isKnown = shipped.some(({ found }) => found.command === made.found.command)
      const by = isKnown ? undefined : shippingStage(stage, made, subject)
      if (by !== undefined) shipped.push({ ...made, shippedBy: by })
    }
  }
  return shipped
}

/** The stage that ships what is made in another, or in itself; undefined where that does not show. */
function shippingStage(stage: Stage, made: MadeHere, subject: Subject): Stage | undefined {
  // Beside a whole toolchain the symbols of a program are nothing.
  if (stage.isShipped)
    return distributions.test(made.found.image.name) && !mayBeRemoved(stage, made, subject)
      ? stage
      : undefined
  return subject.model.stages.find(
    (other) =>
      other.isShipped &&
      other.sources.some(
        ({ from, instruction }) =>
          from === stage &&
          instruction.keyword === 'COPY' &&
          takes(other, copyOf(instruction), made, subject),
      ),
  )
}

const distributions = /^(?:alpine|debian|ubuntu|centos|fedora|almalinux|amazonlinux|oraclelinux|rockylinux)$/

/** Whether a COPY takes the program for sure: by its name, or with the folder that it is in. */
function takes(
  stage: Stage,
  { sources, target }: ReturnType<typeof copyOf>,
  { output: { path, shape } }: MadeHere,
  subject: Subject,
): boolean {
  return sources.some((source) => {
    if (/[$"'\\*?[]/.test(source)) return false
    const from = joinPath('/', source)!
    if (isWithin(path, from)) return true
    if (shape !== 'inside' || joinPath(from, '..') !== path) return false
    const name = baseName(/\/$/.test(target) ? source : target)
    return /(?:^|\/)(?:bin|debug|release)$/.test(path) || isRun(stage, [name, baseName(source)], subject)
  })
}

/** Whether a stage says that a program of one of these names is to be run. */
const isRun = (stage: Stage, names: readonly string[], subject: Subject): boolean =>
  stage.instructions.some((instruction) => {
    const commands = /^(CMD|ENTRYPOINT)$/.test(instruction.keyword)
      ? commandsOf(subject, stage, instruction)
      : []
    return typeof commands !== 'string' && commands.some((command) => names.includes(programOf(command).base))
  })

/** Whether an `rm` behind the build may mean the program: what is in doubt counts. */
function mayBeRemoved(stage: Stage, { found, output }: MadeHere, { model }: Subject): boolean {
  const parts = output.path.split('/')
  for (let own: Stage | undefined = stage; own; own = own.parent)
    for (const instruction of own.instructions) {
      if (instruction.keyword !== 'RUN') continue
      for (const command of model.commandsIn(own, instruction)) {
        const { base, args } = programOf(command)
        if (base !== 'rm' || command === found.command) continue
        for (const { value } of args) {
          if (value === undefined || value.startsWith('..')) return true
          if (value.startsWith('-')) continue
          const folder = value.replace(/\/?[^/]*[*?[].*$/, '')
          const isMeant = value.startsWith('/')
            ? isWithin(output.path, folder || '/') || isWithin(folder, output.path)
            : value.split('/').some((part) => parts.includes(part) || part.includes('*'))
          if (isMeant) return true
        }
      }
    }
  return false
}
