import { describe, expect, it } from '@jest/globals'
import { type Change, rewrite, rewriteWith, type Transform } from '../src/index.js'

describe('where a change would break the file', () => {
  it('the others are made all the same', () => {
    const text = 'FROM a\n' + 'RUN b\n'.repeat(40)
    const { after, withheld, settled } = rewriteWith(text, [replacing('b', (i) => (i === 17 ? '"' : 'c'))])
    expect(after).toBe('FROM a\n' + 'RUN c\n'.repeat(17) + 'RUN b\n' + 'RUN c\n'.repeat(22))
    expect(withheld.map(({ line, reason }) => [line, reason])).toEqual([[19, 'broken']])
    expect(settled).toBe(true)
  })

  it('those are left alone that are too much together', () => {
    const text = `FROM a\nRUN ${'b; '.repeat(700)}true\n`
    const { after, withheld } = rewriteWith(text, [replacing('b', () => 'c'.repeat(100))])
    expect(after).toBe(text)
    expect(withheld).toHaveLength(700)
    expect(withheld[0]!.because).toContain('65535')
  })

  /** Replaces a word at each place of its own. */
  function replacing(word: string, by: (i: number) => string): Transform {
    return {
      id: 'x',
      meta: { summary: 'x', why: 'x', safety: 'safe', phase: 'tidy', alters: [], leaves: [], references: [] },
      visit: {
        file: ({ file: { text } }): Change[] =>
          [...text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))].map(({ index }, i) => {
            const at = { start: index, end: index + word.length }
            const edits = [{ span: at, text: by(i) }]
            return { kind: 'change', title: 'x', at, edits, safety: 'safe', because: 'x' }
          }),
      },
    }
  }
})

it('a problem lies on a line of the file', () => {
  for (const text of ['FROM python:3.12-bookworm\n#\rF', 'FROM debian:12\nRUN\rN']) {
    const { problem } = rewrite(text, { unsafe: true })
    expect(problem?.line).toBeGreaterThan(0)
    expect(problem?.line).toBeLessThanOrEqual(2)
  }
})

describe('a refusal that only repeats another', () => {
  const text = 'FROM go AS a\nRUN go build -o /b\n\nFROM debian:12\nRUN c\nCOPY --from=a /b /b\nCMD ["/b"]\n'
  const reasons = (file: string, only: readonly string[]) =>
    rewrite(file, { unsafe: true, only }).refused.map(
      ({ transform, because, line }) => `${line} ${transform}: ${because}`,
    )

  it('is said once', () => {
    expect(reasons(text, ['base-scratch', 'base-distroless'])).toEqual(['4 base-distroless: line 5 runs `c`'])
  })

  it('is said where the other is not asked', () => {
    expect(reasons(text, ['base-scratch'])).toEqual(['4 base-scratch: line 5 runs `c`'])
  })

  it('is said beside another reason', () => {
    const zones = text.replace('RUN c', 'RUN apt-get install -y tzdata')
    expect(reasons(zones, ['base-scratch', 'base-distroless'])).toEqual([
      expect.stringMatching(/^4 base-distroless: .* C library of `go:latest`/),
      '4 base-scratch: line 5 runs `apt-get`',
    ])
  })
})

it('a file of very many stages is left alone', () => {
  const { problem } = rewrite('FROM a AS a\nRUN b\nRUN c\n'.repeat(201))
  expect(problem).toEqual({ message: 'more than 200 stages', line: 601 })
})

it('a line that is blank to one reader only does not swallow the next instruction', () => {
  const text = 'FROM a\nRUN b \\\n\v  c\nRUN d\n'
  const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })
  const edits = [
    { span: at('  c'), text: '' },
    { span: at('d'), text: 'e' },
  ]
  const transform: Transform = {
    id: 'x',
    meta: { summary: 'x', why: 'x', safety: 'safe', phase: 'tidy', alters: [], leaves: [], references: [] },
    visit: {
      file: () => [{ kind: 'change', title: 'x', at: at('  c'), edits, safety: 'safe', because: 'x' }],
    },
  }
  const { after, withheld } = rewriteWith(text, [transform])
  expect(after).toBe(text)
  expect(withheld.map(({ because }) => because)).toEqual(['line 4 belongs to the one above'])
})

it('a file of very many stages is left alone', () => {
  const { problem } = rewrite('FROM a AS a\nRUN b\nRUN c\n'.repeat(201))
  expect(problem).toEqual({ message: 'more than 200 stages', line: 601 })
})

describe('a change that makes two stages of one', () => {
  const text = 'FROM a\nLABEL x=1\nCOPY b /b\nRUN make\nUSER u\nCMD ["/b"]\n'
  const whole =
    'FROM a AS build\nCOPY b /b\nRUN make\nFROM c\nLABEL x=1\nCOPY --from=build /b /b\nUSER u\nCMD ["/b"]\n'

  it.each([
    ['is taken where the image keeps its configuration', whole, undefined],
    ['may not lose a label', whole.replace('LABEL x=1\n', ''), 'stage 0 has another configuration'],
    ['may not change a label', whole.replace('x=1', 'x=2'), 'stage 0 has another configuration'],
    [
      'may not end as another user',
      whole.replace('USER u', 'USER v'),
      'stage 0 ends in another folder or as',
    ],
    [
      'may not build otherwise',
      whole.replace('COPY b /b', 'COPY b /c'),
      'stage 0 builds with other instructions',
    ],
    [
      'may not copy what was not copied',
      whole.replace('COPY --from=build /b /b', 'COPY /c /c'),
      'stage 0 copies what it did not',
    ],
    [
      'may not copy from elsewhere',
      whole.replace('--from=build', '--from=d'),
      'stage 0 copies what it did not',
    ],
    ['may not go on where it built', whole.replace('FROM c', 'FROM build'), 'stage 0 is not split in two'],
    ['may not add one more', whole + 'FROM d\n', 'a stage is added'],
  ])('%s', (_, after, because) => {
    const outcome = rewriteWith(text, [replacingAll(after, { isDeclared: true })])
    expect(outcome.after).toBe(because === undefined ? after : text)
    if (because !== undefined) expect(outcome.withheld[0]?.because).toContain(because)
  })

  it('must say so', () => {
    const outcome = rewriteWith(text, [replacingAll(whole, { isDeclared: false })])
    expect(outcome).toMatchObject({ after: text, withheld: [{ because: 'a stage is added' }] })
  })

  /** Replaces the file behind its first line by another. */
  function replacingAll(after: string, { isDeclared }: { isDeclared: boolean }): Transform {
    return {
      id: 'x',
      meta: { summary: 'x', why: 'x', safety: 'safe', phase: 'tidy', alters: [], leaves: [], references: [] },
      visit: {
        stage: (stage): Change[] => {
          if (stage.index > 0 || stage.name !== undefined) return []
          const at = { start: 0, end: text.length }
          const change = { title: 'x', at, edits: [{ span: at, text: after }], because: 'x' } as const
          return [{ kind: 'change', safety: 'safe', ...change, ...(isDeclared ? { splits: stage } : {}) }]
        },
      },
    }
  }
})

describe('a part of a transform', () => {
  const words = ['b', 'c']
  const transform: Transform = {
    id: 'x',
    meta: {
      ...{ summary: 'x', why: 'x', safety: 'safe', phase: 'tidy', alters: [], leaves: [], references: [] },
      parts: words,
    },
    visit: {
      file: ({ file: { text } }): Change[] =>
        words.flatMap((part) =>
          [...text.matchAll(new RegExp(`RUN ${part}\\b`, 'g'))].map(({ index }) => {
            const at = { start: index + 4, end: index + 5 }
            const safety = part === 'c' ? 'unsafe' : 'safe'
            const edits = [{ span: at, text: 'd' }]
            return { kind: 'change', title: 'x', at, edits, safety, because: 'x', part }
          }),
        ),
    },
  }
  const text = 'FROM a\nRUN b\nRUN c\n'

  it.each([
    [{ unsafe: true }, 'd d'],
    [{ unsafe: true, only: ['x'] }, 'd d'],
    [{ unsafe: true, only: ['x:b'] }, 'd c'],
    [{ unsafe: true, only: ['x:c'] }, 'b d'],
    [{ unsafe: true, only: ['y'] }, 'b c'],
    [{ unsafe: true, skip: ['x:b'] }, 'b d'],
    [{ unsafe: true, only: ['x'], skip: ['x:c'] }, 'd c'],
    [{ unsafe: true, skip: ['x'] }, 'b c'],
    [{ levels: { 'x:c': 'unsafe' } }, 'd d'],
    [{ unsafe: true, levels: { x: 'off', 'x:b': 'safe' } }, 'd c'],
    [{ unsafe: true, levels: { 'x:c': 'safe' } }, 'd c'],
    [{ unsafe: true, levels: { 'x:b': 'off' } }, 'b d'],
  ] as const)('runs as it is asked to: %j', (options, expected) => {
    const { after } = rewriteWith(text, [transform], options)
    expect([...after.matchAll(/RUN (\w)/g)].map(([, word]) => word).join(' ')).toBe(expected)
  })

  it('is left alone where a comment names it', () => {
    const { after } = rewriteWith(
      text.replace('RUN b', '# dfslim ignore=x:b\nRUN b\n# dfslim ignore=x:b'),
      [transform],
      {
        unsafe: true,
      },
    )
    expect(after).toBe('FROM a\n# dfslim ignore=x:b\nRUN b\n# dfslim ignore=x:b\nRUN d\n')
  })
})
