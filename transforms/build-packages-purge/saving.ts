import { aptBytes, aptCall, type Stage, type Subject } from '../../src/kit.js'
import type { Run } from './run.js'

/** What goes with the packages, in bytes; undefined where the tables do not know. */
export function savingOf(stage: Stage, { model }: Subject, { installs, gone }: Run): number | undefined {
  const rewritten = new Map(
    installs.flatMap(({ command, names, added }) => {
      if (!aptCall(command)) return []
      const isWithout = command.words.some(({ text }) => /^--no-install-recommends/.test(text))
      const left = [...names.filter((name) => !gone.includes(name)), ...added]
      return [[command, { names: left, recommended: isWithout ? ('without' as const) : ('with' as const) }]]
    }),
  )
  if (rewritten.size === 0) return undefined
  const [before, after] = [aptBytes(model, stage), aptBytes(model, stage, rewritten)]
  return before === undefined || after === undefined ? undefined : before - after
}
