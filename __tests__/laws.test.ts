import { describe, expect, it } from '@jest/globals'
import { type Change, rewrite, rewriteWith, type RewriteOptions, transforms } from '../src/index.js'
import type { Edit } from '../src/text/edit.js'
import { bodiesIn, rejectedByBash } from './support/bash.js'
import { lostComments } from './support/comments.js'
import { casesOf, exampleFixtures, type Fixture, pageOf, transformFolders } from './support/fixtures.js'
import { breachesOf, modes, strayLines } from './support/laws.js'

/** Laws that hold for every file, whatever a transform does: applied to all fixtures, so that nobody has to remember. */
const fixtures = [
  ...transformFolders().flatMap((id) => [pageOf(id), ...casesOf(id)]),
  ...exampleFixtures(),
].filter(({ before }) => before !== undefined)

it('finds fixtures', () => {
  expect(fixtures.length).toBeGreaterThan(50)
})

describe('each transform alone and all together, safe and unsafe, keep the laws', () => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    const faults = modes.flatMap(({ name, options }) =>
      breachesOf(fixture.before!, beside(fixture, options)).map((breach) => `${name}: ${breach}`),
    )
    expect(faults).toEqual([])
  })
})

it('commands that bash accepted before are accepted after', () => {
  const pairs = fixtures.flatMap((fixture) =>
    modes.map(({ name, options }) => {
      const { before, after } = rewrite(fixture.before!, beside(fixture, options))
      return { name: `${fixture.name} ${name}`, before: bodiesIn(before), after: bodiesIn(after) }
    }),
  )
  const rejected = rejectedByBash(new Set(pairs.flatMap(({ before, after }) => [...before, ...after])))
  const count = (bodies: readonly string[]): number => bodies.filter((body) => rejected.has(body)).length
  const broken = pairs.filter(({ before, after }) => count(after) > count(before))
  expect(broken.map(({ name }) => name)).toEqual([])
  expect(rejected.size).toBeLessThan(fixtures.length / 4)
})

describe('the laws bite', () => {
  const text = 'FROM a\n# why\nRUN b\nRUN c\n'
  const breachesBy = (edit: (text: string) => Edit | undefined): string[] =>
    breachesOf(text, { only: ['x'] }, (before, options) => rewriteWith(before, [transformOf(edit)], options))
  const at = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text })

  it('on a transform that never rests', () => {
    expect(breachesBy((now) => at(now.length, now.length, 'RUN d\n'))).toContain('does not come to rest')
  })

  it('on a transform that needs two rounds', () => {
    const breaches = breachesBy((now) =>
      now.length < 40 ? at(now.length, now.length, 'RUN d\n') : undefined,
    )
    expect(breaches).toContainEqual(expect.stringMatching(/^takes \d rounds$/))
  })

  it('on a transform that loses a comment', () => {
    const breaches = breachesBy((now) =>
      now.includes('# why') ? at(7, now.indexOf('RUN b'), '') : undefined,
    )
    expect(breaches).toContainEqual(expect.stringContaining('withholds what is broken'))
  })

  it('on a transform that does not see how lines end', () => {
    const breaches = breachesBy((now) =>
      now.includes('RUN a') ? undefined : at(now.indexOf('#'), now.indexOf('#'), 'RUN a\n'),
    )
    expect(breaches).toContain('the twin with CRLF differs')
  })

  it('on lines that change where no edit was', () => {
    const [edited, other] = ['FROM a\n# why\nRUN B\nRUN c\n', 'FROM a\n# wHy\nRUN B\nRUN C\n']
    const toUpper = (now: string): Edit | undefined =>
      now.includes('RUN b') ? at(now.indexOf('b'), now.indexOf('b') + 1, 'B') : undefined
    const changeset = rewriteWith(text, [transformOf(toUpper)])
    expect(strayLines({ ...changeset, after: edited })).toEqual([])
    expect(strayLines({ ...changeset, after: other })).toEqual(['# wHy', 'RUN C'])
    expect(lostComments(text, edited)).toEqual([])
    expect(lostComments(text, other)).toEqual(['# why'])
  })

  function transformOf(edit: (text: string) => Edit | undefined): (typeof transforms)[number] {
    return {
      id: 'x',
      meta: { summary: 'x', why: 'x', safety: 'safe', phase: 'tidy', alters: [], leaves: [], references: [] },
      visit: {
        file: ({ file }): Change[] => {
          const made = edit(file.text)
          if (made === undefined) return []
          return [{ kind: 'change', title: 'x', at: made.span, edits: [made], safety: 'safe', because: 'x' }]
        },
      },
    }
  }
})

/** The options with the files that lie beside a fixture. */
const beside = ({ context }: Fixture, options: RewriteOptions): RewriteOptions => ({
  ...options,
  ...(context ? { context } : {}),
})
