import { type ApkCall, apkCall, type Instruction, type Stage, type Subject } from '../../src/kit.js'

/** The calls of apk in a RUN. */
export const callsIn = (stage: Stage, { model }: Subject, run: Instruction): ApkCall[] =>
  model.commandsIn(stage, run).flatMap((command) => apkCall(command) ?? [])

/** Whether one of the flags is among those of a call. */
export const has = (call: ApkCall, ...names: string[]): boolean =>
  call.flags.some(({ value }) => names.includes(value ?? ''))

/** Whether the verb or a flag is hidden, or a flag puts the cache or the root elsewhere. */
export const isUnknown = (call: ApkCall): boolean =>
  call.verb === undefined ||
  call.flags.some(
    ({ value }) => value === undefined || /^(--cache-(dir|max-age)|--no-network|--root|-p$)/.test(value),
  )

/** Whether a call keeps an index that `--no-cache` would not. */
export const needsFlag = (call: ApkCall): boolean =>
  (call.verb === 'add' || call.verb === 'upgrade') && !has(call, '--no-cache') && !isUnknown(call)

/** Whether the calls of a RUN get the flag in this change. */
export const isRewritten = (stage: Stage, run: Instruction, subject: Subject): boolean =>
  stage.isShipped && !subject.isIgnored(run)
