import { run } from './dfslim.js'
import { annotate, flag } from './runner.js'

/** Annotates each finding. The answer is the status of the step. dfslim itself writes the page of the job. */
export function check(program) {
  const { status } = run(program, 'check', ['--format', 'github'], 'inherit')
  if (status === 0) return 0
  const message =
    status === 1 ? 'Images can be smaller: dfslim fix --write' : 'Some files could not be handled.'
  if (!flag('fail')) return 0
  annotate('error', message)
  return 1
}
