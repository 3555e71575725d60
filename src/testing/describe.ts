import type { Transform } from '../engine/transform.js'
import { casesIn, missingAmong } from './cases.js'
import { checkCase, checkShape } from './check.js'

/** What groups tests and what is one: those of jest, vitest, mocha and node:test fit. */
export interface Runner {
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: (name: string, body: () => void) => unknown
}

/** A test for each case in a folder, and one for the transform as a whole. */
export function describeCases(transform: Transform, folder: string, { describe, it }: Runner): void {
  const cases = casesIn(folder)
  describe(transform.id, () => {
    it('is a transform, and has cases that change and cases that refuse', () =>
      expectNone([...checkShape(transform), ...missingAmong(cases)]))
    for (const one of cases) it(one.name, () => expectNone(checkCase(transform, one)))
  })
}

function expectNone(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join('\n'))
}
