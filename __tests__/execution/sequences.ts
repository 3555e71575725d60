import fc from 'fast-check'
import { rewrite } from '../../src/index.js'
import { runSequence } from '../generators/shell.js'
import { compare } from './compare.js'
import type { Jail } from './jail.js'

/** What building generated RUNs before and after their merge has shown. */
export interface Findings {
  /** Sequences that were merged, and built both ways. */
  merged: number
  /** Pairs of builds. */
  builds: number
  /** Sequences that build to the end when nothing fails. */
  whole: number
}

/**
 * Generates RUNs until `count` sequences were merged, and builds each before and after, as it is and with calls
 * failing, at most `limit` at a time. Throws with the smallest Dockerfile whose builds differ.
 */
export function checkSequences(jail: Jail, count: number, seed: number, limit: number): Findings {
  const findings = { merged: 0, builds: 0, whole: 0 }
  const wrong = (before: string): string | undefined => {
    const { after } = rewrite(before, { only: ['run-merge'] })
    if (after === before) return undefined
    const verdict = compare(jail, { before, after, transforms: new Set(['run-merge']) }, limit)
    findings.merged++
    findings.builds += verdict.builds
    if (verdict.isWhole) findings.whole++
    return verdict.differences[0] && `${verdict.differences[0]}\n${before}becomes\n${after}`
  }
  const property = fc.property(runSequence(), (before) => {
    if (findings.merged >= count) return
    const difference = wrong(before)
    if (difference !== undefined) throw new Error(difference)
  })
  fc.assert(property, { numRuns: 20 * count, seed })
  return findings
}
