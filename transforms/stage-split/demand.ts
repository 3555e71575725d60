import { fatesOf, type Needs } from './packages.js'
import { lineOf } from './place.js'
import type { Asked } from './recipe.js'
import type { Demand } from './runtime.js'

/** What the image asks of what it stands on. */
export function demandOf({ stage, launch, reading, ...asked }: Asked, needs: Needs): Demand | string {
  let hasPackages = false
  let system = launch.inShell ? `${launch.line} needs a shell` : asked.system
  for (const { steps, instruction } of reading.entries) {
    const line = lineOf(instruction)
    if (instruction.keyword === 'HEALTHCHECK' && !instruction.json && !/^NONE$/i.test(instruction.args.text))
      system ??= `${line} needs a shell`
    if (instruction.keyword === 'SHELL') system ??= `${line} names a shell`
    for (const step of steps) {
      const fates = fatesOf(step, needs)
      if (typeof fates === 'string') return `${line} ${fates}`
      if ([...fates.values()].flat().some((name) => !/^(ca-certificates|tzdata|netbase)(=|$)/.test(name)))
        hasPackages = true
      if (step.effect.kind === 'keeps' && !/^(apt|apt-get|apk)$/.test(step.command.words[0]?.value ?? ''))
        system ??= `${line} needs a shell`
    }
  }
  const user = stage.instructions.findLast(({ keyword }) => keyword === 'USER')
  if (user && !/^(\d+(:\d+)?|root|nobody)$/.test(user.args.text)) system ??= `${lineOf(user)} names a user`
  return { system, hasPackages }
}
