import { findingsIn, messageOf } from '../finding.js'
import { hashOf } from '../../text/hash.js'
import { fingerprintsOf } from '../fingerprint.js'
import type { OpenFormat, Setting } from '../format.js'
import { listOf } from '../list.js'
import type { Outcome } from '../outcome.js'

/** What a merge request shows, as of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
export const gitlab: OpenFormat = ({ fromRoot }) =>
  listOf('[', ']\n', (outcome) => issuesOf(outcome, fromRoot))

function issuesOf(outcome: Outcome, fromRoot: Setting['fromRoot']) {
  if (outcome.kind === 'failed') {
    const { path, line, kind, reason } = outcome.failure
    return [
      {
        description: `Not handled: ${reason}`,
        check_name: `failed-${kind}`,
        fingerprint: hashOf([fromRoot(path), 'failed', kind]),
        severity: 'major',
        location: { path: fromRoot(path), lines: { begin: line ?? 1 } },
      },
    ]
  }
  const findings = findingsIn(outcome)
  const fingerprints = fingerprintsOf(findings, outcome.source.text)
  const path = fromRoot(outcome.source.path)
  return findings.map((finding, i) => {
    const { hash, nth } = fingerprints[i]!
    return {
      description: messageOf(finding),
      check_name: finding.transform,
      fingerprint: hashOf([path, hash, String(nth)]),
      severity: finding.safety === 'safe' ? 'minor' : 'info',
      location: { path, lines: { begin: finding.line } },
    }
  })
}
