import { findingsIn } from '../finding.js'
import type { OpenFormat } from '../format.js'
import { visible } from '../markup.js'
import { placeOf } from '../outcome.js'

/** One line for each finding: `path:line:column: transform [safety] title`. */
export const concise: OpenFormat = () => ({
  file: (outcome) => {
    if (outcome.kind === 'failed') {
      const { failure } = outcome
      return lineOf(`${placeOf(failure)}: failed [${failure.kind}] ${failure.reason}`)
    }
    return findingsIn(outcome)
      .map(({ path, line, column, transform, safety, title }) =>
        lineOf(`${path}:${line}:${column}: ${transform} [${safety}] ${title}`),
      )
      .join('')
  },
  end: () => '',
})

const lineOf = (text: string) => `${visible(text)}\n`
