import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Changeset, rewrite, type RewriteOptions, transforms } from '../src/index.js'
import { MappedText } from '../src/syntax/mapped.js'
import type { Dockerfile, Instruction } from '../src/syntax/nodes.js'
import { scan } from '../src/syntax/scan.js'
import { dockerfile } from './generators/dockerfile.js'
import { nonsense, scrambled } from './generators/nonsense.js'
import { brokenBody, shellBody } from './generators/shell.js'
import { bodiesIn, rejectedByBash } from './support/bash.js'
import { movedComments } from './support/comments.js'
import { growthOf } from './support/growth.js'
import { contextWith } from './support/context.js'
import { undeclared } from './support/inventory.js'
import { breachesOf, misplaced, modes, strayBytes } from './support/laws.js'
import { misreadings } from './support/reading.js'

/** `DFSLIM_RUNS=20000 npm test -- generated` looks longer; `DFSLIM_SEED=1` takes that seed in place of a fresh one. */
const runs = Number(process.env['DFSLIM_RUNS'] ?? 250)
const fixed = 20261120
const fresh = Number(process.env['DFSLIM_SEED'] ?? Date.now() % 2 ** 31)
const timeout = 60_000 + runs * 100

const files = dockerfile(fc.oneof(shellBody(), brokenBody()))

/** Changes what was read of the first instruction. */
const withFirst =
  (change: (first: Instruction) => Partial<Instruction>) =>
  ({ instructions: [first, ...rest] }: Dockerfile): Partial<Dockerfile> => ({
    instructions: [{ ...first!, ...change(first!) }, ...rest],
  })

/** All transforms together as often as each alone. */
const ways = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom(...modes.slice(0, 2)),
  fc.constantFrom(...modes),
)

describe.each([fixed, fresh])('generated files, seed %d', (seed) => {
  const expectNone = <T>(arbitrary: fc.Arbitrary<T>, faultsOf: (value: T) => unknown[]): void =>
    fc.assert(
      fc.property(arbitrary, (value) => expect(faultsOf(value)).toEqual([])),
      { seed, numRuns: runs },
    )

  it(
    'are read so that everything leads back to the text',
    () => {
      expectNone(files, (text) => [...misreadings(text), ...[scan(text).problem ?? []].flat()])
    },
    timeout,
  )

  it(
    'are rewritten by the laws',
    () => {
      expectNone(fc.tuple(files, ways), ([text, { options }]) => breachesOf(text, options))
    },
    timeout,
  )

  it(
    'keep the laws when they are files no more',
    () => {
      expectNone(fc.tuple(scrambled(files), ways), ([text, { options }]) => [
        ...misreadings(text),
        ...breachesOf(text, options),
      ])
    },
    timeout,
  )

  it(
    'are refused with the line that is wrong',
    () => {
      expectNone(nonsense(files), ({ text, line }) => {
        const { problem, after, applied } = rewrite(text)
        return problem?.line === line && after === text && applied.length === 0 ? [] : [problem]
      })
    },
    timeout,
  )

  it(
    'hold commands that bash accepts as it did before',
    () => {
      const pairs = fc.sample(files, { seed, numRuns: runs / 2 }).map((text) => {
        const { after } = rewrite(text, { unsafe: true })
        const kept = new Set(bodiesIn(text))
        return { text, before: [...kept], made: bodiesIn(after).filter((body) => !kept.has(body)) }
      })
      const changed = pairs.filter(({ made }) => made.length > 0)
      const rejected = rejectedByBash(new Set(changed.flatMap(({ before, made }) => [...before, ...made])))
      const isRejected = (body: string): boolean => rejected.has(body)
      expect(changed.filter(({ before, made }) => made.some(isRejected) && !before.some(isRejected))).toEqual(
        [],
      )
    },
    timeout,
  )
})

/** What some transforms need to see beside a file. */
const beside: Readonly<Record<string, RewriteOptions>> = {
  'context-ignore': {
    context: contextWith(['.git/', ...'abcdefgh', 'app.py', 'package.json', 'src/main.c']),
  },
}

it('generated files give each transform something to do', () => {
  const texts = fc.sample(files, { seed: fixed, numRuns: 600 })
  const shareOf = (options: RewriteOptions, fits: (changeset: Changeset) => boolean): number =>
    texts.filter((text) => fits(rewrite(text, options))).length / texts.length
  const isChanged = ({ before, after, companions }: Changeset): boolean =>
    before !== after || companions.length > 0
  // A JDK, a compiled program, and an image that does not say what it runs, keep their base without `--unsafe`.
  expect(shareOf({}, isChanged)).toBeGreaterThan(0.4)
  expect(shareOf({ unsafe: true }, isChanged)).toBeGreaterThan(0.6)
  expect(shareOf({}, ({ problem }) => problem !== undefined)).toBeLessThan(0.03)
  const manifest = '{ "dependencies": { "express": "5" }, "devDependencies": { "tap": "21" } }'
  const context = {
    read: (path: string) => (path === 'package.json' ? manifest : undefined),
    list: (path: string) => (path === 'package.json' ? [path] : undefined),
  }
  // Two that move the base leave nothing to each other.
  const shares = transforms.map(({ id, meta }) => [
    id,
    shareOf({ only: [id], unsafe: meta.safety !== 'safe', context, ...beside[id] }, isChanged),
  ])
  if (process.env['DFSLIM_RUNS']) console.log(shares)
  expect(shares.filter(([, share]) => Number(share) < 0.005)).toEqual([])
})

describe('time grows as the text does', () => {
  const texts = fc.sample(
    files.filter((text) => text.endsWith('\n')).map((text) => text.replace('\uFEFF', '')),
    { seed: fixed, numRuns: 6 },
  )

  it.each(texts)('reading', (text) => {
    expect(growthOf(scan, '', text, 300_000)).toBeLessThan(4)
  })

  it.each([
    'RUN a \\\n    && b\nCOPY a /b\nENV A=1\n# why\n',
    'RUN apt-get update && apt-get install -y curl\nEXPOSE 80\n',
  ])('rewriting', (text) => {
    expect(growthOf((long) => rewrite(long), 'FROM debian\n', text, 12_000)).toBeLessThan(4)
  })

  it('shows', () => {
    const squared = (text: string): number => {
      let sum = 0
      for (let i = 0; i < text.length; i += 10) for (let j = 0; j < text.length; j += 10) sum += i ^ j
      return sum
    }
    expect(growthOf(squared, '', 'a', 20_000)).toBeGreaterThan(4)
  })
})

describe('the laws bite', () => {
  const before =
    'FROM debian:12 AS a\n# one\nRUN a\n# two\nRUN --network=none b\nENV X=1\nWORKDIR /w\nRUN ["c"]\n'
  const applied = (transform: string, start: number, end: number): Changeset['applied'][number] => ({
    ...{ transform, title: 'x', safety: 'safe', because: 'x', line: 1, column: 1, after: { start, end } },
  })
  const changeset = (after: string, ...changes: Changeset['applied']): Changeset => ({
    ...rewrite('FROM a\n'),
    ...{ before, after, applied: changes },
  })
  const faults = (from: string, to: string, transform = 'run-merge'): string[] => {
    const after = before.replace(from, to)
    return undeclared(changeset(after, applied(transform, 0, after.length)))
  }

  it.each<[string, (file: Dockerfile) => Partial<Dockerfile>]>([
    ['an instruction that is overlooked', ({ instructions }) => ({ instructions: instructions.slice(1) })],
    ['a comment that is overlooked', () => ({ comments: [] })],
    ['a comment that is none', ({ comments }) => ({ comments: [...comments, { start: 0, end: 2 }] })],
    ['a problem without a line', () => ({ problem: { message: 'x', line: 99 } })],
    ['a line that is another', withFirst(() => ({ startLine: 3 }))],
    [
      'a text that is another',
      withFirst(({ line: { segments } }) => ({ line: new MappedText('FROM X', segments) })),
    ],
  ])('on %s', (_, change) => {
    const file = scan(before)
    expect(misreadings(before, file)).toEqual([])
    expect(misreadings(before, { ...file, ...change(file) })).not.toEqual([])
  })

  it('on bytes outside of changes', () => {
    const after = before.replace('RUN a', 'RUN A')
    const at = after.indexOf('RUN A')
    expect(strayBytes(changeset(after))).not.toEqual([])
    expect(strayBytes(changeset(after, applied('x', at, at + 5)))).toEqual([])
    expect(strayBytes(changeset(after, applied('x', at, at + 4)))).not.toEqual([])
    expect(strayBytes(changeset(after + ' ', applied('x', at, at + 5)))).not.toEqual([])
    expect(strayBytes(changeset(' ' + after, applied('x', at + 1, at + 6)))).not.toEqual([])
  })

  it.each([
    ['an instruction that is gone', 'ENV X=1\n', ''],
    ['an instruction that is new', 'ENV', 'USER b\nENV'],
    ['an instruction that changes', 'X=1', 'X=2'],
    ['a base that changes', 'debian:12', 'debian:12-slim'],
    ['a RUN more', '# two', 'RUN a\n# two'],
    ['flags that go', '--network=none ', ''],
    ['a RUN in exec form', '["c"]', '["d"]'],
    ['a WORKDIR that changes', '/w', '/v'],
    ['a word that is new', 'RUN a', 'RUN a && cd /w && y'],
    ['a word that is gone', 'none b', 'none true'],
  ])('on %s', (_, from, to) => {
    expect(faults(from, to)).not.toEqual([])
  })

  it.each([
    ['a base that becomes slim', 'debian:12', 'debian:12-slim', 'base-slim'],
    ['a folder that is entered', 'RUN a', 'RUN a && cd /w', 'run-merge'],
    ['a WORKDIR that was merged', 'WORKDIR /w\n', '', 'run-merge'],
    ['a clean-up that is appended', 'b\n', 'b && rm -rf /var/lib/apt/lists/*\n', 'apt-clean-lists'],
  ])('not on %s', (_, from, to, transform) => {
    expect(faults(from, to, transform)).toEqual([])
    expect(faults(from, to, 'x')).not.toEqual([])
  })

  it('on a stage that is not shipped, and on what a comment protects', () => {
    const stages = 'FROM a AS b\nRUN c\nFROM d\n'
    const guarded = 'FROM a\n# dfslim ignore=run-merge because\nRUN c\n'
    const after = (text: string): Changeset => ({
      ...changeset(text.replace('RUN c', 'RUN c '), applied('run-merge', 0, 99)),
      before: text,
    })
    expect(undeclared(after(stages))).toEqual(['changes stage 0, which is not shipped'])
    expect(undeclared(after(stages.replace('FROM d', 'FROM B')))).toEqual([])
    expect(undeclared({ ...after(guarded), after: guarded.replace('RUN c', 'RUN (c)') })).not.toEqual([])
    expect(
      undeclared({
        ...after(guarded),
        after: guarded.replace('RUN c', 'RUN (c)'),
        applied: [applied('base-slim', 0, 99)],
      }),
    ).toEqual([])
  })

  it('on comments that change places, and on places that are none', () => {
    expect(
      movedComments(changeset(before.replace('# one\nRUN a\n# two', '# two\nRUN a\n# one'))),
    ).toHaveLength(2)
    expect(movedComments(changeset(before.replace('# one\nRUN a', 'RUN a\n# one')))).toHaveLength(1)
    expect(movedComments(changeset(before.replace('\n# two\nRUN', ' \\\n    # two\n    &&')))).toEqual([])
    expect(misplaced(changeset(before, applied('x', 0, 1000)))).toHaveLength(1)
    expect(misplaced(changeset(before, { ...applied('x', 0, 1), line: 99 }))).toHaveLength(1)
    expect(misplaced(changeset(before, { ...applied('x', 0, 1), column: 99 }))).toHaveLength(1)
  })
})
