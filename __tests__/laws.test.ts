import { spawnSync } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'
import {
  type Change,
  type Changeset,
  rewrite,
  rewriteWith,
  type RewriteOptions,
  transforms,
} from '../src/index.js'
import type { Edit } from '../src/text/edit.js'
import { scan } from '../src/syntax/scan.js'
import { casesOf, exampleFixtures, type Fixture, pageOf, transformFolders } from './support/fixtures.js'

/** Laws that hold for every file, whatever a transform does: applied to all fixtures, so that nobody has to remember. */
const fixtures = [
  ...transformFolders().flatMap((id) => [pageOf(id), ...casesOf(id)]),
  ...exampleFixtures(),
].filter(({ before }) => before !== undefined)

const ids = transforms.map(({ id }) => id)
const modes: readonly { readonly name: string; readonly options: RewriteOptions }[] = [
  ...ids.map((id) => ({ name: id, options: { only: [id] } })),
  { name: 'all', options: {} },
].flatMap(({ name, options }) => [
  { name, options },
  { name: `${name} unsafe`, options: { ...options, unsafe: true } },
])

const byteOrderMark = '\uFEFF'

it('finds fixtures', () => {
  expect(fixtures.length).toBeGreaterThan(50)
})

describe('each transform alone and all together, safe and unsafe, keep the laws', () => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    const faults = modes.flatMap(({ name, options }) =>
      breachesOf(fixture, options).map((breach) => `${name}: ${breach}`),
    )
    expect(faults).toEqual([])
  })
})

it('commands that bash accepted before are accepted after', () => {
  const pairs = fixtures.flatMap((fixture) =>
    modes.map(({ name, options }) => {
      const { before, after } = run(fixture, fixture.before!, options)
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
  const fixture: Fixture = {
    ...{ name: 'x', transform: 'x', before: text, after: undefined, unsafe: undefined },
    ...{ reason: undefined, context: undefined },
  }
  const breachesBy = (edit: (text: string) => Edit | undefined): string[] =>
    breachesOf(fixture, { only: ['x'] }, (before, options) =>
      rewriteWith(before, [transformOf(edit)], options),
    )
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
    expect(breaches).toEqual(['the twin with CRLF differs'])
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
      meta: { summary: 'x', why: 'x', safety: 'safe', phase: 'tidy', leaves: [], references: [] },
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

type Rewrite = (text: string, options: RewriteOptions) => Changeset

function run({ context }: Fixture, text: string, options: RewriteOptions, by: Rewrite = rewrite): Changeset {
  return by(text, { ...options, ...(context ? { context } : {}) })
}

function breachesOf(fixture: Fixture, options: RewriteOptions, by: Rewrite = rewrite): string[] {
  const before = fixture.before!
  const changeset = run(fixture, before, options, by)
  const { after, rounds, settled, withheld, problem } = changeset
  if (problem) return after === before ? [] : ['a file that is no Dockerfile was changed']
  const breaches: string[] = []
  const law = (holds: boolean, breach: string): void => {
    if (!holds) breaches.push(breach)
  }
  law(settled, 'does not come to rest')
  law(options.only === undefined || rounds <= 2, `takes ${rounds} rounds`)
  law(run(fixture, after, options, by).after === after, 'changes more when run again')
  const odd = withheld.find(({ reason }) => reason === 'broken' || reason === 'conflict')
  law(odd === undefined, `withholds what is ${odd?.reason}: ${odd?.title}`)
  law(scan(after).problem === undefined, `leaves no Dockerfile: ${scan(after).problem?.message}`)
  for (const comment of lostComments(before, after)) breaches.push(`loses the comment ${comment}`)
  for (const line of strayLines(changeset)) breaches.push(`changes a line outside its edits: ${line}`)
  for (const [name, twin] of Object.entries(twins))
    law(
      !twin.fits(before) || run(fixture, twin.of(before), options, by).after === twin.of(after),
      `${name} differs`,
    )
  return breaches
}

/** The same file in another form: its outcome is the same in that form. */
const twins: Readonly<Record<string, { fits(text: string): boolean; of(text: string): string }>> = {
  'the twin with CRLF': {
    fits: (text) => !text.includes('\r') && !hasHeredoc(text),
    of: (text) => text.replaceAll('\n', '\r\n'),
  },
  'the twin with a byte order mark': {
    fits: (text) => !text.startsWith(byteOrderMark),
    of: (text) => byteOrderMark + text,
  },
  'the twin without a line end at the end': {
    fits: (text) => text.endsWith('\n') && !hasHeredoc(text),
    of: (text) => text.replace(/\r?\n$/, ''),
  },
}

const hasHeredoc = (text: string): boolean =>
  scan(text).instructions.some(({ heredocs }) => heredocs.length > 0)

/** Lines that begin with `#`, wherever they stand, without what surrounds them; each as often as it is missed. */
function lostComments(before: string, after: string): string[] {
  const left = commentLines(after)
  return commentLines(before).filter((comment) => {
    const at = left.indexOf(comment)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const commentLines = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.trimStart().startsWith('#') ? [line.trim()] : []))

/** Lines of the outcome that no change covers, and that did not stand in the file in that order. */
function strayLines({ before, after, applied }: Changeset): string[] {
  const old = before.split('\n')
  const stray: string[] = []
  let at = 0
  let start = 0
  for (const line of after.split('\n')) {
    const end = start + line.length
    if (!applied.some((change) => change.after.start <= end && change.after.end >= start)) {
      const found = old.indexOf(line, at)
      if (found < 0) stray.push(line)
      else at = found + 1
    }
    start = end + 1
  }
  return stray
}

/** The shell texts of the RUNs of a file. */
const bodiesIn = (text: string): string[] =>
  scan(text).instructions.flatMap(({ keyword, json, heredocs, args }) =>
    keyword === 'RUN' && json === undefined && heredocs.length === 0 ? [args.text] : [],
  )

/** Those that `bash -n` does not accept. */
function rejectedByBash(bodies: ReadonlySet<string>): Set<string> {
  const loop = `while IFS= read -r -d '' body; do bash -nc "$body" </dev/null 2>/dev/null && echo 0 || echo 1; done`
  const input = [...bodies].map((body) => `${body}\0`).join('')
  const { stdout } = spawnSync('bash', ['-c', loop], { input, encoding: 'utf8', maxBuffer: 1 << 26 })
  const answers = stdout.trimEnd().split('\n')
  expect(answers).toHaveLength(bodies.size)
  return new Set([...bodies].filter((_, i) => answers[i] === '1'))
}
