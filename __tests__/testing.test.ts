import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { describe as describeInNode, it as itInNode } from 'node:test'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { defineTransform, type Finding, refuse, type Subject, type Transform } from '../src/kit.js'
import { casesIn, checkCase, checkTransform, describeCases, type Runner } from '../src/testing/index.js'

/** A folder of cases for a transform that makes `quick` of `slow`. */
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dfslim-cases-'))
  put('speeds-up/before.Dockerfile', 'FROM a\n# why\nRUN slow\nRUN c\n')
  put('speeds-up/after.Dockerfile', 'FROM a\n# why\nRUN quick\nRUN c\n')
  put('keeps-what-is-stuck/before.Dockerfile', 'FROM a\nRUN stuck\n')
  put('keeps-what-is-stuck/reason.txt', 'it is stuck\n')
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

type File = (subject: Subject) => Iterable<Finding>

const withFile = (file: File, meta: Partial<Transform['meta']> = {}): Transform =>
  defineTransform({
    id: 'acme/speed-up',
    meta: {
      ...{ summary: 'Be quick', why: 'It is slow.', safety: 'safe', phase: 'tidy' },
      ...{ alters: [], leaves: [], references: [] },
      ...meta,
    } as Transform['meta'],
    visit: { file },
  })

/** Puts a text in the place of another, wherever it stands. */
function* replace({ file }: Subject, old: string, text: string): Iterable<Finding> {
  for (let at = file.text.indexOf(old); at >= 0; at = file.text.indexOf(old, at + old.length)) {
    const span = { start: at, end: at + old.length }
    const edits = [{ span, text }]
    yield {
      kind: 'change',
      title: `Say ${text.replaceAll('\n', ' ')}`,
      at: span,
      edits,
      safety: 'safe',
      because: 'it is known',
    }
  }
}

function* speedUp(subject: Subject): Iterable<Finding> {
  const stuck = subject.file.text.indexOf('stuck')
  if (stuck >= 0) yield refuse({ start: stuck, end: stuck + 5 }, 'it is stuck, and nobody knows why')
  yield* replace(subject, 'slow', 'quick')
}

const sound = withFile(speedUp)
const problemsOf = (file: File): readonly string[] => checkTransform(withFile(file), folder)

it('finds nothing wrong with a sound transform', () => {
  expect(checkTransform(sound, folder)).toEqual([])
  expect(casesIn(folder).map(({ name }) => name)).toEqual(['keeps-what-is-stuck', 'speeds-up'])
  expect(casesIn(join(folder, 'none'))).toEqual([])
})

describe('names what a broken transform does', () => {
  it.each<readonly [string, File, string]>([
    [
      'eats comments',
      (subject) => replace(subject, '# why\nRUN slow', 'RUN quick'),
      'withholds what is broken: Say RUN quick: the comment `# why` is lost',
    ],
    ['never rests', ({ file }) => replaceEnd(file.text, () => 'RUN d\n'), 'speeds-up: does not come to rest'],
    [
      'needs another run',
      ({ file }) => replaceEnd(file.text, (end) => (file.text.length < 60 ? `# ${end}\n` : undefined)),
      'rounds',
    ],
    [
      'does not see how lines end',
      (subject) =>
        subject.file.text.includes('# fast') ? [] : replace(subject, 'RUN slow', '# fast\nRUN quick'),
      'speeds-up: the twin with CRLF differs',
    ],
    [
      'throws',
      () => {
        throw new Error('boom\nand more')
      },
      'speeds-up: the transform acme/speed-up throws: boom',
    ],
    [
      'throws on its way',
      function* (subject) {
        yield* replace(subject, 'slow', 'quick')
        throw new TypeError('late')
      },
      'speeds-up: the transform acme/speed-up throws: late',
    ],
    [
      'leaves no Dockerfile',
      (subject) => replace(subject, 'FROM a', 'FRUM a'),
      'withholds what is broken: Say FRUM a',
    ],
    [
      'changes other instructions',
      (subject) => replace(subject, 'RUN c', 'CMD c'),
      'withholds what is broken: Say CMD c: stage 0 has other instructions',
    ],
    ['keeps state', onlyOnce(), 'speeds-up: does something else the second time'],
    [
      'gives no list',
      () => undefined as unknown as Iterable<Finding>,
      'speeds-up: the transform acme/speed-up returns no list of findings from visit.file',
    ],
    [
      'points outside of the file',
      () => [refuse({ start: 0, end: 1000 }, 'x')],
      'speeds-up: the transform acme/speed-up has a finding from visit.file that is none: at must be a span of the text',
    ],
    [
      'gives no edits',
      () => [
        { kind: 'change', title: 'x', at: { start: 0, end: 1 }, edits: [], safety: 'safe', because: 'x' },
      ],
      'edits must be a list of { span, text }',
    ],
  ])('%s', (_, file, problem) => {
    expect(problemsOf(file)).toContainEqual(expect.stringContaining(problem))
    expect(problemsOf(file).filter((line) => line.includes('\n'))).toEqual([])
  })

  it('changes what is not shipped', () => {
    put('not-shipped/before.Dockerfile', 'FROM a AS b\nRUN slow\nFROM c\n')
    put('not-shipped/after.Dockerfile', 'FROM a AS b\nRUN quick\nFROM c\n')
    expect(checkTransform(sound, folder)).toEqual([
      'not-shipped: changes line 2, in a stage that is not shipped: look at stage.isShipped',
    ])
  })

  it('calls safe what its meta does not', () => {
    const bold = withFile(speedUp, { safety: 'unsafe', risk: 'it may break' })
    expect(checkTransform(bold, folder)).toContainEqual(
      expect.stringContaining('it is safe, and meta.safety is unsafe'),
    )
  })

  const replaceEnd = (text: string, make: (end: string) => string | undefined): Iterable<Finding> => {
    const made = make(String(text.length))
    const span = { start: text.length, end: text.length }
    const edits = [{ span, text: made ?? '' }]
    return made === undefined
      ? []
      : [{ kind: 'change', title: 'x', at: span, edits, safety: 'safe', because: 'x' }]
  }

  /** Sees the first file alone, as a regular expression with a state does. */
  function onlyOnce(): File {
    let isUsed = false
    return (subject) => {
      if (!subject.file.text.includes('slow')) return speedUp(subject)
      const wasUsed = isUsed
      isUsed = true
      return wasUsed ? [] : speedUp(subject)
    }
  }
})

describe('names what is wrong with the cases', () => {
  it('a golden that is stale', () => {
    put('speeds-up/after.Dockerfile', 'FROM a\n# why\nRUN fast\nRUN c\n')
    expect(checkTransform(sound, folder)).toEqual([
      'speeds-up: after.Dockerfile:3 is "RUN fast", and the transform makes it "RUN quick"',
    ])
  })

  it('a golden of which nothing comes true', () => {
    expect(problemsOf(() => [])).toEqual([
      'keeps-what-is-stuck: reason.txt holds "it is stuck", the transform gives no reason',
      'speeds-up: after.Dockerfile is a change, and the transform changes nothing',
    ])
  })

  it('a golden that changes nothing', () => {
    put('speeds-up/after.Dockerfile', 'FROM a\n# why\nRUN slow\nRUN c\n')
    expect(checkTransform(sound, folder)).toContain(
      'speeds-up: after.Dockerfile equals before.Dockerfile: delete it, absent means that nothing happens',
    )
  })

  it('a change that nobody wrote down', () => {
    put('other/before.Dockerfile', 'FROM a\nRUN slow\n')
    expect(checkTransform(sound, folder)).toContain(
      'other: there is no after.Dockerfile: nothing may happen, but line 2 becomes "RUN quick"',
    )
  })

  it('an unsafe change that is made without being asked for, and one that is not there', () => {
    put('other/before.Dockerfile', 'FROM a\nRUN slow\n')
    put('other/unsafe.Dockerfile', 'FROM a\nRUN slow --fast\n')
    expect(checkTransform(sound, folder)).toEqual(
      expect.arrayContaining([
        'other: there is no after.Dockerfile: nothing may happen, but line 2 becomes "RUN quick"',
        'other: with --unsafe: unsafe.Dockerfile:2 is "RUN slow --fast", and the transform makes it "RUN quick"',
      ]),
    )
  })

  it('no refusal among them, or no change', () => {
    rmSync(join(folder, 'keeps-what-is-stuck'), { recursive: true })
    expect(checkTransform(sound, folder)).toEqual([
      'no case is a refusal: write one that looks alike and stays, with the reason in reason.txt',
    ])
    rmSync(join(folder, 'speeds-up'), { recursive: true })
    expect(checkTransform(sound, folder)).toEqual([
      `there is no case in ${folder}: each is a folder with a before.Dockerfile`,
    ])
    put('keeps/before.Dockerfile', 'FROM a\nRUN stuck\n')
    put('keeps/reason.txt', 'it is stuck')
    expect(checkTransform(sound, folder)).toEqual([
      'no case changes anything: write one with an after.Dockerfile or an unsafe.Dockerfile',
    ])
  })

  it('a refusal without its reason, and one with another', () => {
    rmSync(join(folder, 'keeps-what-is-stuck/reason.txt'))
    put('other/before.Dockerfile', 'FROM a\nRUN stuck\n')
    put('other/reason.txt', 'it is free')
    const said = 'the transform says "it is stuck, and nobody knows why"'
    expect(checkTransform(sound, folder)).toEqual([
      `keeps-what-is-stuck: nothing happens, and there is no reason.txt: write down why; ${said}`,
      `other: reason.txt holds "it is free", ${said}`,
    ])
  })

  it('no Dockerfile, and none that can be read', () => {
    put('empty/reason.txt', 'x')
    put('torn/before.Dockerfile', 'FROM a\nRUN <<EOF\n')
    expect(checkTransform(sound, folder)).toEqual([
      'empty: there is no before.Dockerfile: write the file that tells the story',
      expect.stringMatching(/^torn: before\.Dockerfile:\d+ cannot be read: /),
    ])
  })
})

it('sees the files of a case, and what lies beside', () => {
  put('speeds-up/notes.txt', 'x')
  const reads = withFile((subject) => {
    expect(subject.context?.read('notes.txt')).toBe('x')
    return speedUp(subject)
  })
  expect(checkCase(reads, casesIn(folder)[1]!)).toEqual([])
})

it('says what a transform lacks before it is run', () => {
  const bare = { id: 'speed-up', meta: { safety: 'unsafe' }, visit: { comand: () => [] } }
  expect(checkTransform(bare as unknown as Transform, folder)).toEqual([
    'meta.summary must be a line',
    'meta.why must be a text',
    'meta.risk is missing: what is not safe says what it risks',
    'meta.phase must be stages, base, packages, layers, runtime or tidy',
    'meta.alters must be a list of lists, cache, packages, base, build or context',
    'meta.leaves must be a list of lines',
    'meta.references must be a list of addresses',
    'visit.comand must be file, stage or instruction',
  ])
  expect(checkTransform({ ...sound, id: 'speed-up' }, folder)).toEqual([
    'the id "speed-up" must be name/id, such as acme/speed-up',
  ])
})

describe('hands each case to a runner', () => {
  /** Runs tests where they are described; the answer is what fails. */
  function run(transform: Transform): Record<string, string> {
    const failures: Record<string, string> = {}
    const runner: Runner = {
      describe: (_, body) => body(),
      it: (name, body) => {
        failures[name] = ''
        try {
          body()
        } catch (error) {
          failures[name] = String(error)
        }
      },
    }
    describeCases(transform, folder, runner)
    return failures
  }

  it('with a test for the whole', () => {
    expect(run(sound)).toEqual({
      'is a transform, and has cases that change and cases that refuse': '',
      'keeps-what-is-stuck': '',
      'speeds-up': '',
    })
    const failures = run(withFile(() => []))
    expect(failures['speeds-up']).toContain('the transform changes nothing')
    rmSync(join(folder, 'keeps-what-is-stuck'), { recursive: true })
    expect(run(sound)).toMatchObject({
      'is a transform, and has cases that change and cases that refuse': expect.stringContaining('no case'),
    })
  })

  it('of node and of jest, as their types are', () => {
    const runners: readonly Runner[] = [
      { describe: describeInNode, it: itInNode },
      { describe, it },
    ]
    expect(runners).toHaveLength(2)
  })
})
