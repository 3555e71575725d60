import { programOf } from '../model/calls.js'
import { copyOf, isContextCopy } from '../model/copies.js'
import type { Model, Stage } from '../model/model.js'
import { apkCall } from '../syntax/apk.js'
import { aptCall, packageName } from '../syntax/apt.js'
import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import { commentsBetween } from '../syntax/places.js'
import type { Command } from '../syntax/shell.js'

/** Why a RUN does more than install packages that the stage can do without; undefined where it does nothing else. */
export function needOfRun(
  stage: Stage,
  run: Instruction,
  { model, file }: { readonly model: Model; readonly file: Dockerfile },
  isDispensable: (name: string) => boolean,
): string | undefined {
  const line = `line ${run.startLine}`
  const body = model.bodyOf(stage, run)
  if (body.kind === 'none') return `${line} cannot be read: ${body.because}`
  const { commands, hasBackground } = body.script
  const other = commands.find((command) => !isNeedless(command, isDispensable))
  if (other !== undefined || hasBackground) return `${line} runs \`${other ? programOf(other).base : '&'}\``
  const previous = stage.instructions[stage.instructions.indexOf(run) - 1] ?? stage.from
  if (run.comments.length > 0 || commentsBetween(file, previous.span.end, run.span.start).length > 0)
    return `without ${line} a comment would speak of nothing`
  const own = stage.instructions.find(
    (instruction) =>
      isContextCopy(instruction) && /ca-certificates|\/etc\/ssl/.test(copyOf(instruction).target),
  )
  return own === undefined ? undefined : `line ${own.startLine} brings certificates of its own`
}

/** The packages that RUNs install by name. */
export function installedBy(stage: Stage, runs: readonly Instruction[], model: Model): readonly string[] {
  return runs.flatMap((run) =>
    model.commandsIn(stage, run).flatMap((command) => {
      const apt = aptCall(command)
      if (apt?.verb === 'install') return apt.packages.flatMap((word) => packageName(word) ?? [])
      const apk = apkCall(command)
      return apk?.verb === 'add' ? apk.args.slice(1).flatMap(({ value }) => value ?? []) : []
    }),
  )
}

function isNeedless(command: Command, isDispensable: (name: string) => boolean): boolean {
  if (
    command.redirects.some(({ target }) => target !== undefined && !/^(\/dev\/null|&?\d)$/.test(target.text))
  )
    return false
  const apk = apkCall(command)
  if (apk) {
    const packages = apk.args.filter((word) => word !== apk.verbWord && !apk.flags.includes(word))
    if (apk.verb === 'add') return packages.every(({ value }) => isDispensable(value ?? ''))
    return apk.verb === 'update' || apk.verb === 'upgrade'
  }
  const apt = aptCall(command)
  if (apt?.verb === 'install') return apt.packages.every((word) => isDispensable(packageName(word) ?? ''))
  if (apt) return /^(update|upgrade|dist-upgrade|clean|autoclean|autoremove)$/.test(apt.verb ?? '')
  const { base, args } = programOf(command)
  if (/^(true|:)$/.test(base)) return true
  if (base === 'update-ca-certificates') return args.length === 0
  return base === 'rm' && args.every(({ text }) => text.startsWith('-') || caches.test(text))
}

const caches = /^\/var\/(cache\/(apk|apt)|lib\/apt(\/lists)?)(\/\S*)?$|^\/(var\/)?tmp\/\*$/
