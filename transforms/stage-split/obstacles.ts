import {
  baseName,
  type Instruction,
  isRoot,
  isWithin,
  joinPath,
  lacksManualFolders,
  linksManuals,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { isMirrored } from '../../src/knowledge/images.js'
import type { Base } from './base.js'
import type { Copied, Planned } from './duties.js'
import { healthDoubt, type Launch } from './launch.js'
import { lineOf } from './place.js'
import type { Runtime } from './runtime.js'

/** Why the configuration cannot go to another image; undefined where it can. */
export function refusalOf(
  stage: Stage,
  subject: Subject,
  base: Base,
  entries: readonly Planned[],
  split: number,
  runtime: Runtime,
  launch: Launch,
  copies: readonly Copied[],
): string | undefined {
  if (split < 0) return 'nothing of it is for building alone'
  const linker = failingOn(runtime, base, entries)
  if (linker !== undefined) return `\`${linker}\` fails to configure on \`${runtime.image}\``
  const { user, variables } = subject.model.scopeBehind(stage)
  for (const [i, { instruction, place }] of entries.entries()) {
    const line = lineOf(instruction)
    if (
      i < split &&
      instruction.keyword === 'USER' &&
      !isRoot(stage, { ...place.scope, user: instruction.args.text })
    )
      return `what is behind ${line} is built as another user`
    if (instruction.keyword === 'VOLUME') {
      const paths = instruction.json ?? instruction.args.text.split(/\s+/)
      const over = paths.find((path) => copies.some(({ to }) => isWithin(to, joinPath('/', path)!)))
      if (over !== undefined) return `the volume \`${over}\` of ${line} lies over the program`
    }
    if (/^(RUN|COPY|ADD|ARG)$/.test(instruction.keyword)) continue
    const foreign = base.isDistribution
      ? undefined
      : foreignVariable(instruction, (name) => variables.has(name))
    if (foreign !== undefined) return `\`$${foreign}\` of ${line} comes from the base image`
  }
  if (user !== undefined && !/^\d+(:\d+)?$|^root(:root)?$/.test(user)) {
    const name = user.split(':')[0]!
    const isMade = entries.some(({ steps }) =>
      steps.some(
        ({ effect, command }) => effect.kind === 'keeps' && command.words.some(({ value }) => value === name),
      ),
    )
    const isThere = runtime.hasSystem ? /^(nobody|www-data|daemon)$/.test(name) : name === 'nobody'
    if (!isMade && !isThere && runtime.brings?.includes(name) !== true)
      return `nothing shows that the user \`${name}\` is there`
  }
  if (subject.model.scopeBehind(stage).workdir === undefined)
    return 'the folder in which the program runs cannot be told'
  return healthDoubt(
    stage,
    subject,
    (program) =>
      program === launch.program ||
      runtime.brings?.includes(program) === true ||
      copies.some(({ to }) => to === program) ||
      entries.some(({ fates }) => [...fates.values()].some((names) => names.includes(baseName(program)))),
  )
}

/** A package that needs folders for manual pages, which slim images of old releases have no more. */
function failingOn({ image }: Runtime, base: Base, entries: readonly Planned[]): string | undefined {
  const isOld =
    base.release === undefined ? !isMirrored(base.name, base.tag) : lacksManualFolders(base.release)
  return isOld && /-slim\b/.test(image) && !base.tag.includes('slim')
    ? entries.flatMap(({ fates }) => [...fates.values()].flat()).find(linksManuals)
    : undefined
}

/** A variable that the file does not set. */
function foreignVariable(
  { args, json, keyword }: Instruction,
  isKnown: (name: string) => boolean,
): string | undefined {
  if (json || /^(CMD|ENTRYPOINT|HEALTHCHECK|SHELL)$/.test(keyword)) return undefined
  for (const [, bare, braced] of args.text.matchAll(/(?<!\\)\$(?:(\w+)|\{(\w+))/g)) {
    const name = bare ?? braced!
    if (name !== 'PATH' && !isKnown(name)) return name
  }
  return undefined
}
