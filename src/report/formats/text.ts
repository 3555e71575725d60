import { findingsText } from '../findings.js'
import type { OpenFormat } from '../format.js'
import { hasChanges } from '../outcome.js'
import { plain } from '../paint.js'
import { checkSummary, skippedLines } from '../text.js'

/** What `check` shows, and then its summary. */
export const text: OpenFormat = ({ showSkipped }) => ({
  file: (outcome) => {
    if (outcome.kind === 'failed') return ''
    const findings = hasChanges(outcome) ? findingsText(outcome, plain) : ''
    return showSkipped ? findings + skippedLines(outcome, plain) : findings
  },
  end: (tally) => checkSummary(tally, plain, undefined),
})
