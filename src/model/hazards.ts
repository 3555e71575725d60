import { type Hazard, hazards, type MoveTarget } from '../knowledge/hazards.js'
import { aptCall, packageName } from '../syntax/apt.js'
import { resolve } from '../syntax/invocation.js'
import type { Instruction } from '../syntax/nodes.js'
import type { Command } from '../syntax/shell.js'
import { commandsOf, programOf } from './calls.js'
import type { Model, Stage } from './model.js'

/**
 * Why an instruction keeps its stage, which is built on `image`, from a move: behind `line 5 `. Labels and the like say
 * nothing that counts.
 */
export function hazardOf(
  subject: { readonly model: Model },
  stage: Stage,
  instruction: Instruction,
  target: MoveTarget,
  image: string,
): string | undefined {
  if (/^(FROM|LABEL|MAINTAINER|EXPOSE|STOPSIGNAL)$/.test(instruction.keyword)) return undefined
  if (instruction.keyword === 'ONBUILD') return 'decides for other builds'
  if (instruction.heredocs.length > 0) return 'has a here-document'
  const commands = commandsOf(subject, stage, instruction)
  if (typeof commands === 'string') return `cannot be read: ${commands}`
  return hazardIn(withoutClean(instruction.line.text), commands, target, image)
}

/** Why a text that runs, and the commands in it, do not go along with a move. */
export function hazardIn(
  text: string,
  commands: readonly Command[],
  target: MoveTarget,
  image: string,
): string | undefined {
  const programs = commands.flatMap((command) => [
    programOf(command).base,
    resolve(command).privilege.trim().split(' ')[0]!,
  ])
  const packages = commands.flatMap((command) =>
    (aptCall(command)?.packages ?? []).map((word) => packageName(word) ?? ''),
  )
  const isSeen = (hazard: Hazard) =>
    hazard.text?.test(text) ||
    programs.some((name) => hazard.programs?.test(name)) ||
    packages.some((name) => hazard.packages?.test(name))
  return hazards.find(
    (hazard) => hazard.on.includes(target) && (hazard.images?.test(image) ?? true) && isSeen(hazard),
  )?.because
}

/** Removing what apt keeps says nothing of where packages come from. */
const withoutClean = (text: string): string =>
  text.replace(/\/var\/(lib|cache)\/apt\S*|\/etc\/apt\/apt\.conf\.d\/docker-clean/g, '')
