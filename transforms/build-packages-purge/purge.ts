import { type Edit, insertAt, joiner, layoutOf, resolve, type Stage, type Subject } from '../../src/kit.js'
import type { Run } from './run.js'

/** An edit that removes the packages behind the last command that may use them, in front of what only cleans up. */
export function purgeBehind(stage: Stage, { model }: Subject, run: Run): Edit | string {
  const { instruction, body, tool, privilege, gone } = run
  const { operands } = body.script.statements[0]!
  if (body.script.hasBackground) return 'it leaves a process in the background'
  const at = operands.findLastIndex(({ command }) => command === undefined || !cleans(resolve(command)))
  const last = operands[at]!
  const call = tool === 'apt' ? 'apt-get purge -y --auto-remove' : 'apk del'
  return insertAt(
    body.mapped.endToSource(last.span.end),
    `${joiner(layoutOf(model, stage, [instruction]))}${privilege}${call} ${gone.join(' ')}`,
  )
}

function cleans({ name, args }: ReturnType<typeof resolve>): boolean {
  if (name === 'rm' || name === 'true') return true
  return /^(apt|apt-get)$/.test(name ?? '') && args.some(({ value }) => /^(auto)?clean$/.test(value ?? ''))
}
