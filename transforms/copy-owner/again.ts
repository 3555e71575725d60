import {
  type Command,
  expand,
  isWithin,
  joinPath,
  needsBuildKit,
  resolve,
  type Scope,
  type Stage,
  type Subject,
  withoutOptions,
} from '../../src/kit.js'
import { type Call, readCall } from './call.js'

/** What writes the files again all the same, so that nothing would be saved; undefined for nothing. */
export function againOf(stage: Stage, { model, file }: Subject, call: Call): string | undefined {
  for (const run of stage.instructions) {
    const scope = model.scopeAt(stage, run)
    for (const command of model.commandsIn(stage, run)) {
      if (command === call.command || !isOver(command, scope, file.escape, call.path)) continue
      const other = readCall(command, scope, file.escape)
      const goesToo =
        typeof other === 'object' &&
        other.path === call.path &&
        other.flag !== call.flag &&
        (other.flag === 'chown' || needsBuildKit(file))
      if (!goesToo)
        return `\`${resolve(command).name}\` of line ${run.startLine} writes the files again all the same`
    }
  }
  return undefined
}

/** Whether a command changes all that a folder holds. */
function isOver(command: Command, scope: Scope, escape: string, path: string): boolean {
  const { name, args } = resolve(command)
  if (!/^(chown|chgrp|chmod)$/.test(name ?? '')) return false
  if (!args.some(({ text }) => /^(-\w*R\w*|--recursive)$/.test(text))) return false
  return withoutOptions(args)
    .slice(1)
    .some((word) => {
      const named = (word.value ?? expand(word.text, scope, escape))?.replace(/\/\*$/, '')
      const folder = named === undefined ? undefined : joinPath(scope.workdir, named)
      return folder !== undefined && isWithin(path, folder)
    })
}
