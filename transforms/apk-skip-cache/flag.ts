import {
  type Body,
  type Edit,
  insertAt,
  type Instruction,
  removeWord,
  replaceAt,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { callsIn, has, isUnknown } from './calls.js'

/** `--no-cache` behind the verb, and `-U` and `--update`, which it makes pointless, away. */
export function flagEdits(run: Instruction, { mapped }: Body, stage: Stage, subject: Subject): Edit[] {
  const edits: Edit[] = []
  for (const call of callsIn(stage, subject, run)) {
    if (isUnknown(call) || (call.verb !== 'add' && call.verb !== 'upgrade')) continue
    const updates = call.flags.filter(({ value }) => /^(-U|--update|--update-cache)$/.test(value ?? ''))
    let needs = !has(call, '--no-cache')
    for (const word of updates) {
      if (!mapped.isInOnePiece(word.span)) continue
      const { start, end } = mapped.toSourceSpan(word.span)
      if (needs) edits.push(replaceAt(start, end, '--no-cache'))
      else edits.push(removeWord(subject.file.text, start, end))
      needs = false
    }
    if (needs) edits.push(insertAt(mapped.endToSource(call.verbWord!.span.end), ' --no-cache'))
  }
  return edits
}
