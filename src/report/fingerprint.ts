import { hashOf } from '../text/hash.js'
import { linesIn, type ReportedFinding } from './finding.js'

/** What tells a finding from all others of its file, wherever it moves to. */
export interface Fingerprint {
  /** 16 hexadecimal digits. */
  readonly hash: string
  /** Which of those with the same hash it is, from 1. */
  readonly nth: number
}

/** A fingerprint for each finding of a file: of the transform and of the text of the line, not of its number. */
export function fingerprintsOf(findings: readonly ReportedFinding[], text: string): readonly Fingerprint[] {
  const lines = linesIn(text)
  const seen = new Map<string, number>()
  return findings.map(({ transform, line }) => {
    const hash = hashOf([transform, (lines[line - 1] ?? '').trim()])
    const nth = (seen.get(hash) ?? 0) + 1
    seen.set(hash, nth)
    return { hash, nth }
  })
}
