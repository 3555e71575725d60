import {
  copyOf,
  expand,
  type Instruction,
  isWithin,
  joinPath,
  rootOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { isOwnFolder } from '../../src/knowledge/folders.js'
import { hasRootUser } from '../../src/knowledge/images.js'
import type { Call } from './call.js'
import { mentionIn } from './mention.js'
import { disturbanceIn } from './disturbance.js'

/** What has put files into a folder when a call changes it. */
export interface Filling {
  /** The COPYs and ADDs into it, in order; one at least. */
  readonly copies: readonly Instruction[]
  /** Whether the first of them makes the folder, which then is as what it copies. */
  readonly makesFolder: boolean
  /** Why it cannot be told whether files were in it before. */
  readonly doubt: string | undefined
  /** Why more than these may be in it. */
  readonly obstacle: string | undefined
}

/** What stands in front of a call; undefined when no COPY of the stage fills its folder. */
export function fillingOf(stage: Stage, subject: Subject, run: Instruction, call: Call): Filling | undefined {
  const { model, file } = subject
  const { path } = call
  const copies: Instruction[] = []
  let target: string | undefined
  let isMade = false
  let obstacle: string | undefined
  let doubt: string | undefined
  const root = rootOf(stage)
  const image = root.image?.name
  if (!isOwnFolder(path, image)) obstacle = `\`${path}\` may hold files of the base image or of a package`
  for (const [member, instruction] of above(stage, run)) {
    const scope = model.scopeAt(member, instruction)
    const { keyword, args, startLine } = instruction
    const line = `line ${startLine}`
    if (keyword === 'COPY' || keyword === 'ADD') {
      const written = expand(copyOf(instruction).target, scope, file.escape)
      const to = written === undefined ? undefined : joinPath(scope.workdir, written)
      if (to === undefined || to.includes('$')) obstacle ??= `it is not known where ${line} copies to`
      else if (isWithin(to, path)) {
        if (member !== stage) obstacle ??= `${line} copies into it in another stage`
        target ??= to
        copies.push(instruction)
      } else if (isWithin(path, to)) obstacle ??= `${line} copies to a folder that holds it`
    } else if (keyword === 'WORKDIR') {
      const to = joinPath(scope.workdir, expand(args.text, scope, file.escape) ?? '$')
      if (to === undefined || to.includes('$')) obstacle ??= `it is not known which folder ${line} makes`
      else if (to !== path && isWithin(to, path)) obstacle ??= `${line} makes a folder in it`
      else if (to === path && copies.length === 0) isMade = true
    } else if (keyword === 'VOLUME') {
      if (volumesIn(instruction).some((volume) => isWithin(path, volume) || isWithin(volume, path)))
        obstacle ??= `${line} makes it a volume, in which builders differ`
    } else if (keyword === 'RUN' && copies.length === 0) {
      const mention = mentionIn(member, subject, instruction, path)
      if (mention?.kind === 'makes') isMade = true
      else if (mention?.kind === 'names')
        obstacle ??= `${line} may put files into \`${path}\`: ${mention.because}`
      else if (mention) doubt ??= `${line} may have put files into \`${path}\`: ${mention.because}`
    } else if (keyword === 'RUN') {
      const body = model.bodyOf(member, instruction)
      const found =
        body.kind === 'none' ? body.because : disturbanceIn(body.script.commands, scope, file.escape, call)
      if (found !== undefined) obstacle ??= `${line} stands between: ${found}`
    }
  }
  if (copies.length === 0) return undefined
  const own = model.commandsIn(stage, run).filter(({ span }) => span.start < call.command.span.start)
  const found = disturbanceIn(own, model.scopeAt(stage, run), file.escape, call)
  if (found !== undefined) obstacle ??= found
  const { workdir } = model.scopeAt(root, root.instructions[0]!)
  const isBaseKnown = image !== undefined && hasRootUser(image)
  if (!isBaseKnown) doubt = `the base image, which is not known, may have files in \`${path}\``
  const isBareBase = workdir !== undefined && !isWithin(workdir, path)
  return {
    copies,
    makesFolder: isBareBase && doubt === undefined && !isMade && target === path,
    doubt,
    obstacle,
  }
}

/** What stands above an instruction, in its stage and those that it is built on. */
function above(stage: Stage, until: Instruction): readonly (readonly [Stage, Instruction])[] {
  const own = stage.instructions.slice(0, stage.instructions.indexOf(until))
  const found = own.map((instruction): readonly [Stage, Instruction] => [stage, instruction])
  for (let s = stage.parent; s; s = s.parent) {
    const member = s
    found.unshift(
      ...s.instructions.map((instruction): readonly [Stage, Instruction] => [member, instruction]),
    )
  }
  return found
}

const volumesIn = ({ json, args }: Instruction): readonly string[] =>
  (json ?? args.text.split(/\s+/)).map((path) => (path.includes('$') ? '/' : joinPath('/', path)!))
