import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { rewrite } from '../src/index.js'
import { compare } from './execution/compare.js'
import { findLack, type Jail, makeJail, type Shell } from './execution/jail.js'
import { checkSequences } from './execution/sequences.js'
import { casesOf, exampleFixtures, pageOf, transformFolders } from './support/fixtures.js'

/**
 * Nothing changes in what a build does. Dockerfiles are built before and after, in a folder that plays the image, by
 * programs that write down how they were called and fail in turn. `npm run equivalence` does more of it.
 */
const shells = ['dash', 'bash', 'ash'] as const satisfies readonly Shell[]
const seeds = [20261120, Date.now() % 1e9]
const count = Number(process.env['DFSLIM_RUNS'] ?? 12)

/** A file that names its shell is built under that one. */
function isFor(shell: Shell, text: string): boolean {
  return !/^SHELL.*bash/m.test(text) || shell === 'bash'
}

/**
 * A new base or a purge has other programs, a new stage other files, and what a COPY does is done by the builder: what
 * that means is not for a shell to say.
 */
const otherImage = [
  'base-alpine',
  'base-debian',
  'base-distroless',
  'base-runtime',
  'base-scratch',
  'base-slim',
  'build-packages-purge',
  'copy-archive',
  'copy-owner',
  'onbuild-expand',
  'stage-split',
]

const pairs = [
  ...transformFolders().flatMap((id) => [pageOf(id), ...casesOf(id)]),
  ...exampleFixtures(),
].flatMap(({ name, transform, before, context }) => {
  if (before === undefined || otherImage.includes(transform ?? '')) return []
  const chosen = transform === undefined ? { skip: otherImage } : { only: [transform] }
  const done = new Set([before])
  return [false, true].flatMap((unsafe) => {
    const { after, applied } = rewrite(before, { ...chosen, unsafe, ...(context ? { context } : {}) })
    if (done.has(after)) return []
    done.add(after)
    const transforms = new Set(applied.map((change) => change.transform))
    return { name: unsafe ? `${name}, unsafe` : name, pair: { before, after, transforms } }
  })
})

it('finds fixtures', () => {
  expect(pairs.length).toBeGreaterThan(90)
})

describe.each(shells)('under %s', (shell) => {
  const lack = findLack(shell)
  let jail: Jail | undefined
  beforeAll(() => {
    if (lack === undefined) jail = makeJail(shell)
    else console.warn(`Nothing is built under ${shell}: ${lack}.`)
  })
  afterAll(() => jail?.remove())

  it.each(
    pairs.filter(({ pair }) => isFor(shell, pair.before)).map(({ name, pair }) => [name, pair] as const),
  )('%s', (_, pair) => {
    if (jail) expect(compare(jail, pair).differences).toEqual([])
    else expect(lack).toBeDefined()
  })

  it.each(seeds)('generated RUNs do the same when merged, seed %i', (seed) => {
    if (jail) expect(checkSequences(jail, count, seed, 3).merged).toBe(count)
    else expect(lack).toBeDefined()
  })
})
