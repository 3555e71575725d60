// @ts-check
import {
  commandsOf,
  copiedBy,
  defineTransform,
  isContextCopy,
  programOf,
  refuse,
  retag,
  toldBy,
} from 'dfslim/kit'
import { calm, twins } from './twins.js'

/** @import { Command, Finding, Instruction, Stage, Subject } from 'dfslim/kit' */

export default defineTransform({
  id: 'acme/base-twin',
  meta: {
    summary: 'Move a base image of ours to its slim twin',
    why: 'Our base images bring compilers and clients for every team. Their twins lack them: about 600 MB less.',
    safety: 'safe',
    phase: 'base',
    alters: ['base'],
    leaves: [
      'a stage that calls what the twin lacks, or whose commands cannot be read',
      'digests, tags without a twin, and tags that a build argument decides',
      'stages that are not shipped',
    ],
    references: ['https://wiki.example.com/base-images'],
  },
  visit: { stage: visitStage },
})

/**
 * @param {Stage} stage
 * @param {Subject} subject
 * @returns {Iterable<Finding>}
 */
function* visitStage(stage, subject) {
  const { image, from } = stage
  const twin = image && twins[image.name]?.[image.tag ?? 'latest']
  if (!twin) return
  if (!stage.isShipped) return yield refuse(from.span, 'the stage is not shipped: its base costs nothing')
  if (image.digest !== undefined) return yield refuse(from.span, 'a digest pins the image')
  if (stage.variables.length > 0) return yield refuse(from.span, 'a build argument decides the image')
  const doubts = subject.model.stages
    .filter(({ sources }) => sources.some((source) => source.from === stage))
    .map(({ from }) => `the stage of line ${from.startLine} takes files from it`)
  for (const member of [stage, ...stage.heirs])
    for (const instruction of member.instructions) {
      const lack = lackOf(member, instruction, subject, twin.lacks)
      if (lack !== undefined) return yield refuse(from.span, `line ${instruction.startLine} ${lack}`)
      doubts.push(...doubtsOf(member, instruction, subject))
    }
  const edit = retag(stage, subject.file, image.tag ?? 'latest', twin.tag)
  if (typeof edit === 'string') return yield refuse(from.span, edit)
  yield {
    kind: 'change',
    title: `Move the base to \`${image.name}:${twin.tag}\``,
    at: from.span,
    edits: [edit],
    safety: doubts.length === 0 ? 'safe' : 'unsafe',
    because: doubts[0] ?? 'nothing in the stage calls what the twin lacks',
    saves: twin.saves,
  }
}

/**
 * Why an instruction does not work in the twin.
 * @param {Stage} stage
 * @param {Instruction} instruction
 * @param {Subject} subject
 * @param {readonly string[]} lacks
 */
function lackOf(stage, instruction, subject, lacks) {
  if (instruction.keyword === 'ONBUILD') return 'decides for other builds'
  const commands = commandsOf(subject, stage, instruction)
  if (typeof commands === 'string') return `cannot be read: ${commands}`
  const lost = commands.map((command) => programOf(command).base).find((program) => lacks.includes(program))
  return lost && `calls \`${lost}\`, which the twin lacks`
}

/**
 * What of an instruction may call what the twin lacks, and does not show it.
 * @param {Stage} stage
 * @param {Instruction} instruction
 * @param {Subject} subject
 * @returns {string[]}
 */
function doubtsOf(stage, instruction, subject) {
  const line = `line ${instruction.startLine}`
  if (isContextCopy(instruction)) return [...copiedBy(subject, stage, instruction).doubts]
  if (/^(COPY|ADD)$/.test(instruction.keyword)) return [`what ${line} copies cannot be seen`]
  const commands = commandsOf(subject, stage, instruction)
  return typeof commands === 'string'
    ? []
    : commands
        .filter((command) => command.words.length > 0 && !isCalm(command))
        .map((command) => `what \`${programOf(command).name ?? 'a variable'}\` of ${line} calls cannot be seen`)
}

/**
 * Whether a command calls no other program. The scripts that Python is given were copied, and are looked at there.
 * @param {Command} command
 */
function isCalm(command) {
  const { name, args } = programOf(command)
  if (!/^python3?$/.test(name ?? '')) return calm.includes(name ?? '')
  return /^(nothing|files)$/.test(toldBy(args.map(({ value }) => value)).kind)
}
