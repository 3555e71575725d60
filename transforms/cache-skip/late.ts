import { type Edit, type Instruction, removeInstruction, type Stage, type Subject } from '../../src/kit.js'
import type { CacheManager } from '../../src/knowledge/caches.js'
import { cleansCache, programCall } from './calls.js'

/** Takes out a later RUN that does nothing but empty the cache: once it stays empty there is nothing to do. */
export function lateCleaning(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  manager: CacheManager,
): readonly Edit[] {
  const { model, file } = subject
  const late = stage.instructions
    .slice(model.positionOf(run) + 1)
    .find(({ keyword, flags, comments }) => keyword === 'RUN' && flags.length + comments.length === 0)
  if (late === undefined || subject.isIgnored(late, manager.part)) return []
  const body = model.bodyOf(stage, late)
  const command = body.kind === 'none' ? undefined : body.script.statements[0]?.operands[0]?.command
  const call = command && programCall(command)
  if (body.kind === 'none' || body.script.commands.length !== 1 || !call || !cleansCache(call, manager))
    return []
  const { edit, comments } = removeInstruction(file, late)
  return comments.length > 0 || command!.redirects.length > 0 ? [] : [edit]
}
