import { describe, expect, it } from '@jest/globals'
import { fixtureTexts } from './generators/fixture-texts.js'
import { mutantOf } from './generators/mutants.js'
import { shrunk } from './generators/shrunk.js'
import { conductOn } from './judges/robustness.js'
import { rewrite } from '../src/index.js'

const texts = fixtureTexts()
const fresh = Date.now() % 2 ** 31

describe('whatever the text, promises are kept', () => {
  it.each([
    [1500, 1],
    [500, fresh],
  ])(`%d mutants from seed %d`, (count, seed) => {
    for (let index = 0; index < count; index++)
      expect(failureOf(mutantOf(texts, seed, index))).toBeUndefined()
  })

  it('mutants differ, and are the same from the same seed', () => {
    const some = (seed: number): string[] => Array.from({ length: 50 }, (_, i) => mutantOf(texts, seed, i))
    expect(some(1)).toEqual(some(1))
    expect(new Set([...some(1), ...some(2)]).size).toBeGreaterThan(95)
  })

  it.each([
    ['crash', () => JSON.parse('')],
    [
      'refused and changed',
      (text: string) => ({ ...outcome(text), after: '', problem: { message: 'x', line: 1 } }),
    ],
    ['no place', (text: string) => ({ ...outcome(text), problem: { message: 'x', line: 4 } })],
    ['no place', (text: string) => ({ ...outcome(text), problem: { message: 'x', line: undefined } })],
    ['restless', (text: string) => ({ ...outcome(text), settled: false })],
    ['untold', (text: string) => ({ ...outcome(text), after: text + '\n' })],
    ['lost comment', (text: string) => ({ ...outcome(text), after: text.replace(/#.*\n/, '') })],
    ['not idempotent', (text: string) => ({ ...outcome(text), after: text + '\n' })],
    ['invalid', (text: string) => (/RUN/.test(text) ? { ...outcome(text), after: 'X' } : rewrite(text))],
  ])('a broken promise shows: %s', (kind, broken) => {
    const { faults } = conductOn('FROM a\n# b\nRUN c', broken)
    expect(faults).toContainEqual(expect.stringMatching(`^${kind}: `))
  })

  it('what fails is made small', () => {
    expect(shrunk('FROM a\nRUN b\n# c d\nRUN e\n', (text) => /N[^]*c/.test(text), 1000)).toBe('Nc')
  })
})

const outcome = (text: string): ReturnType<typeof rewrite> => ({ ...rewrite(text), after: text })

/** What a text does that it must not, with the smallest text that does it too. */
function failureOf(text: string): { fault: string; text: string } | undefined {
  const kindOf = (some: string): string | undefined => conductOn(some, rewrite).faults[0]?.split(':')[0]
  const { faults } = conductOn(text, rewrite)
  if (faults.length === 0) return undefined
  const kind = faults[0]!.split(':')[0]
  return { fault: faults[0]!, text: shrunk(text, (some) => kindOf(some) === kind, 3000) }
}
