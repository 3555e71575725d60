import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Answer, Review } from '../src/cli/review.js'
import type { BuildContext } from '../src/engine/transform.js'
import { rewrite, type RewriteOptions } from '../src/index.js'
import type { Done } from '../src/report/outcome.js'
import { buildCommand } from './support/command.js'
import { contextWith } from './support/context.js'
import { hasTerminals, onTerminal, type Step } from './support/terminal.js'

let command = ''
let cwd = ''
beforeAll(() => {
  command = buildCommand()
})
afterAll(() => rmSync(dirname(command), { recursive: true }))
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dfslim-interactive-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

const textOf = (path: string) => readFileSync(join(cwd, path), 'utf8')

const pairs = 'FROM ubuntu:24.04\nRUN a\nRUN b\nCOPY x y\nRUN c\nRUN d\nCOPY z y\nRUN e\nRUN f\n'
const first = pairs.replace('RUN a\nRUN b\n', 'RUN a \\\n    && b\n')
const second = pairs.replace('RUN c\nRUN d\n', 'RUN c \\\n    && d\n')
const third = pairs.replace('RUN e\nRUN f\n', 'RUN e \\\n    && f\n')
const all = third
  .replace('RUN c\nRUN d\n', 'RUN c \\\n    && d\n')
  .replace('RUN a\nRUN b\n', 'RUN a \\\n    && b\n')
const last = third

const ask = ',?]?'
const keys = (letters: string): readonly Step[] => [...letters].map((key) => ({ on: ask, keys: key }))

describe('on a terminal', () => {
  if (!hasTerminals) console.warn('No python3 that makes terminals: the questions are not asked on one.')

  /** Answers one question after the other; what comes of it where terminals can be made. */
  const play = (steps: readonly Step[], ...flags: readonly string[]) =>
    onTerminal([process.execPath, command, 'fix', '-i', ...flags], cwd, steps)

  const cases: readonly (readonly [name: string, letters: string, a: string, b: string])[] = [
    [
      'y takes and n leaves one',
      'yny' + 'nnn',
      first.replace('RUN e\nRUN f\n', 'RUN e \\\n    && f\n'),
      pairs,
    ],
    [
      'a takes the rest of the file alone',
      'na' + 'nnn',
      third.replace('RUN c\nRUN d\n', 'RUN c \\\n    && d\n'),
      pairs,
    ],
    ['d leaves the rest of the file alone', 'yd' + 'nny', first, last],
    [
      'f takes what the transform does, in later files too',
      'nf',
      third.replace('RUN c\nRUN d\n', 'RUN c \\\n    && d\n'),
      all,
    ],
    ['s leaves the file as it is, whatever was taken', 'ys' + 'nyn', pairs, second],
    ['q writes what was taken, and nothing behind it', 'yq', first, pairs],
    ['e and ? answer and ask again', '?e?yd' + 'd', first, pairs],
    ['letters that mean nothing ask again, also capitals that do', 'xYd' + 'd', first, pairs],
  ]
  for (const [name, letters, a, b] of cases)
    it(name, () => {
      if (!hasTerminals) return
      put('a/Dockerfile', pairs)
      put('b/Dockerfile', pairs)
      const session = play(keys(letters))
      expect(session).toMatchObject({ status: 0, missed: null, restored: true })
      expect([textOf('a/Dockerfile'), textOf('b/Dockerfile')]).toEqual([a, b])
    })

  it('shows the change, why, the diff on top of what was taken, and how many there are', () => {
    if (!hasTerminals) return
    put('a/Dockerfile', pairs)
    const { shown } = play(keys('yeny'))
    expect(shown).toContain(`
a/Dockerfile:5:1  run-merge  [safe]
  Merge 2 RUN instructions into one. The same commands run in the same order, and the first failure still ends the build.

           && b
       COPY x y
      -RUN c
      -RUN d
      +RUN c \\
      +    && d
       COPY z y
       RUN e

(2/3) Take this change [y,n,a,d,f,s,e,q,?]? e

# run-merge
`)
    expect(shown).toContain('  a/Dockerfile  2 edits   run-merge\nRewrote 1 of 1 file (2 safe edits, ')
  })

  for (const [name, step] of [
    ['Ctrl-C', { on: ask, keys: '\x03' }],
    ['Ctrl-C behind other keys', { on: ask, keys: 'yy\x03' }],
    ['the end of input', { on: ask, keys: '\x04' }],
    ['SIGTERM', { on: ask, signal: 'SIGTERM' }],
    ['SIGINT', { on: ask, signal: 'SIGINT' }],
  ] as const)
    it(`${name} writes nothing of the open file and keeps the ones before`, () => {
      if (!hasTerminals) return
      for (const path of ['a/Dockerfile', 'b/Dockerfile', 'c/Dockerfile']) put(path, pairs)
      const session = play([...keys('yyy' + 'y'), step])
      expect(session).toMatchObject({ status: 130, missed: null, restored: true })
      expect(session.shown).toContain(
        'Nothing of b/Dockerfile is written.\nInterrupted after 1 of 3 files.\n',
      )
      expect(['a', 'b', 'c'].map((folder) => textOf(`${folder}/Dockerfile`))).toEqual([all, pairs, pairs])
      expect(readdirSync(join(cwd, 'b'))).toEqual(['Dockerfile'])
    })

  it('a terminal that goes away ends it, and nothing of the open file is written', () => {
    if (!hasTerminals) return
    put('a/Dockerfile', pairs)
    const { status, missed } = play([...keys('y'), { on: ask, hang_up: true }])
    expect({ isEnded: status !== null, missed }).toEqual({ isEnded: true, missed: null })
    expect(textOf('a/Dockerfile')).toBe(pairs)
  })

  it('goes on when the window is resized', () => {
    if (!hasTerminals) return
    put('a/Dockerfile', pairs)
    const steps = [
      { on: ask, columns: 20 },
      { on: '', columns: 200 },
      { on: '', keys: 'y' },
      ...keys('dd').slice(1),
    ]
    expect(play(steps)).toMatchObject({ status: 0, missed: null, restored: true })
    expect(textOf('a/Dockerfile')).toBe(first)
  })

  it('takes one answer of what is pasted or typed ahead, and none of an arrow', () => {
    if (!hasTerminals) return
    put('a/Dockerfile', pairs)
    const { shown, status } = play([
      { on: ask, keys: 'yaaa' },
      { on: ask, keys: '\x1b[D' },
      { on: '', after: 0.3, keys: '\r' },
      { on: '', after: 0.3, keys: 'd' },
    ])
    expect(status).toBe(0)
    expect(shown.match(/Take this change/g)).toHaveLength(2)
    expect(textOf('a/Dockerfile')).toBe(first)
  })

  it('writes the taken changes to a plan or a patch where that is asked for', () => {
    if (!hasTerminals) return
    put('a/Dockerfile', pairs)
    expect(play(keys('yd'), '--patch', 'x.patch')).toMatchObject({ status: 0 })
    expect(play(keys('nyd'), '--plan', 'plan.json').shown).toContain('Apply: dfslim apply plan.json\n')
    expect(textOf('a/Dockerfile')).toBe(pairs)
    expect(spawnSync('git', ['apply', 'x.patch'], { cwd })).toMatchObject({ status: 0 })
    expect(textOf('a/Dockerfile')).toBe(first)
    put('a/Dockerfile', pairs)
    expect(spawnSync(process.execPath, [command, 'apply', 'plan.json'], { cwd })).toMatchObject({ status: 0 })
    expect(textOf('a/Dockerfile')).toBe(second)
  })

  it('asks about an ignore file, shows its lines, and writes it when they are taken', () => {
    if (!hasTerminals) return
    const text = 'FROM ubuntu:24.04\nCOPY . /srv\n'
    put('a/Dockerfile', text)
    put('a/main.py', '')
    put('a/__pycache__/main.pyc', '')
    put('a/.dockerignore', 'docs\n')
    const flags = ['--unsafe', '--only', 'context-ignore']
    expect(play(keys('n'), ...flags)).toMatchObject({ status: 0, missed: null })
    expect(play(keys('s'), ...flags)).toMatchObject({ status: 0, missed: null })
    expect(textOf('a/.dockerignore')).toBe('docs\n')
    const { shown, status } = play(keys('y'), ...flags)
    expect([status, textOf('a/.dockerignore'), textOf('a/Dockerfile')]).toEqual([
      0,
      'docs\n__pycache__\n',
      text,
    ])
    expect(shown).toContain(
      `


    a/.dockerignore
       docs
      +__pycache__

(1/1) Take this change`.slice(1),
    )
    expect(shown).toContain('  a/.dockerignore  extended\n')
  })

  it('asks nothing where there is nothing to do', () => {
    if (!hasTerminals) return
    put('a/Dockerfile', all)
    const { shown, status } = play([])
    expect({ shown, status }).toEqual({ shown: '1 file: nothing to do.\n', status: 0 })
  })
})

describe('what cannot be asked', () => {
  const dfslim = (line: string) =>
    spawnSync(process.execPath, [command, ...line.split(' ')], { cwd, encoding: 'utf8', input: 'y\n' })

  for (const [line, message] of [
    ['fix -i', '--interactive asks on a terminal: stdin and stdout must be one'],
    ['fix -i -', '--interactive is for files: stdin is none'],
    ['fix -i --verify', '--interactive and --verify do not go together'],
    [
      'fix -i --format json',
      '--interactive asks on stdout: give the report a file, such as --report json=FILE',
    ],
  ] as const)
    it(`dfslim ${line}`, () => {
      put('Dockerfile', pairs)
      expect(dfslim(line)).toMatchObject({ status: 2, stdout: '', stderr: `dfslim: ${message}\n` })
      expect(textOf('Dockerfile')).toBe(pairs)
    })
})

describe('a file, change by change', () => {
  const names = readdirSync('examples').filter((name) => existsSync(`examples/${name}/Dockerfile`))
  const texts = names.map((name) => [name, readFileSync(`examples/${name}/Dockerfile`, 'utf8')] as const)

  it('asks about what changes an ignore file alone', () => {
    const text = 'FROM scratch\nCOPY . /srv\n'
    const review = reviewOf(text, contextWith(['.git/', 'main.py']))
    const question = review.next()
    expect(question).toMatchObject({
      kind: 'question',
      with: { changeset: { companions: [{ after: '.git\n' }] } },
    })
    review.answer('leave')
    expect(review.next()).toMatchObject({ kind: 'done', changeset: { companions: [], after: text } })
  })

  function reviewOf(text: string, context?: BuildContext): Review {
    const source = { path: 'Dockerfile', absolute: '/Dockerfile', tree: '/', bytes: Buffer.from(text), text }
    const again = (reject: NonNullable<RewriteOptions['reject']>): Done => ({
      kind: 'done',
      source,
      changeset: rewrite(text, { unsafe: true, reject, ...(context && { context }) }),
    })
    return new Review(again, () => false)
  }

  /** Answers all questions; the texts that were shown, and what came of them. */
  function answered(text: string, answer: (i: number) => Answer) {
    const review = reviewOf(text)
    let seen = text
    for (let i = 0; ; i++) {
      const step = review.next()
      if (step.kind === 'failed') throw new Error(step.failure.reason)
      if (step.kind === 'done') return { seen, after: step.changeset.after, questions: i }
      expect(step.without.changeset.after).toBe(seen)
      expect(step.changes.length).toBeGreaterThan(0)
      const decision = answer(i)
      review.answer(decision)
      if (decision === 'take') seen = step.with.changeset.after
    }
  }

  it.each(texts)('%s: to take all is what is done without questions', (_name, text) => {
    const { after, seen } = answered(text, () => 'take')
    expect(after).toBe(rewrite(text, { unsafe: true }).after)
    expect(seen).toBe(after)
  })

  it.each(texts)('%s: to leave all is to change nothing', (_, text) => {
    expect(answered(text, () => 'leave').after).toBe(text)
  })

  it.each(texts)('%s: the result is what was shown, whatever is taken', (_, text) => {
    for (const pattern of [0b0101_0101, 0b1010_1010, 0b0011_0011, 0b1110_1101]) {
      const { seen, after } = answered(text, (i) => ((pattern >> (i % 8)) & 1 ? 'take' : 'leave'))
      expect(seen).toBe(after)
    }
  })

  it('takes or leaves the rest in one answer', () => {
    const text = readFileSync('examples/late-cleanup/Dockerfile', 'utf8')
    expect(answered(text, () => 'take-rest')).toMatchObject({
      questions: 1,
      after: rewrite(text, { unsafe: true }).after,
    })
    expect(answered(text, () => 'leave-rest')).toMatchObject({ questions: 1, after: text })
  })
})
