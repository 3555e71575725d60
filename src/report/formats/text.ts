import { findingsText, hintsText } from '../findings.js'
import type { OpenFormat } from '../format.js'
import { hasChanges } from '../outcome.js'
import { plain } from '../paint.js'
import { sharedBasesText } from '../shared-bases.js'
import { checkSummary, skippedLines } from '../text.js'

/** What `check` shows, and then its summary. */
export const text: OpenFormat = ({ showSkipped }) => ({
  file: (outcome) => {
    if (outcome.kind === 'failed') return ''
    const findings = (hasChanges(outcome) ? findingsText(outcome, plain) : '') + hintsText(outcome, plain)
    return showSkipped ? findings + skippedLines(outcome, plain, 'shown') : findings
  },
  end: (tally) => sharedBasesText(tally.sharedBases, plain) + checkSummary(tally, plain, undefined),
})
