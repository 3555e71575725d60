import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { rewrite, type Changeset, type RewriteOptions } from '../src/index.js'
import { contextOf } from '../src/project/context.js'
import { findDockerfiles } from '../src/project/find.js'
import { patchOf } from '../src/text/diff.js'
import { storiesIn } from './support/fixtures.js'

const root = 'examples'
const stories = storiesIn(root)
/** Stories in which nothing may happen without `--unsafe`. */
const untouched = ['already-good', 'go-single-stage', 'spring-jar', 'windows']
/** Stories that tell what `--unsafe` does. */
const daring = stories.filter((story) => existsSync(join(root, story, 'unsafe.Dockerfile')))

const textOf = (story: string, file: string) => readFileSync(join(root, story, file), 'utf8')
const run = (story: string, text: string, options: RewriteOptions = {}): Changeset =>
  rewrite(text, { ...options, context: contextOf(join(root, story)) })
const isFault = ({ reason }: Changeset['withheld'][number]): boolean =>
  reason === 'broken' || reason === 'conflict'

describe.each(stories)('%s', (story) => {
  const before = textOf(story, 'Dockerfile')
  const golden = textOf(story, 'after.Dockerfile')
  const changeset = run(story, before)

  it('becomes after.Dockerfile', () => {
    expect(changeset.problem).toBeUndefined()
    expect(changeset.settled).toBe(true)
    expect(changeset.after).toBe(golden)
  })

  it('is made of safe changes alone, none of which breaks or conflicts', () => {
    expect(changeset.applied.filter(({ safety }) => safety !== 'safe')).toEqual([])
    expect(changeset.withheld.filter(isFault)).toEqual([])
  })

  it('is then at rest', () => {
    expect(run(story, golden)).toMatchObject({ after: golden, applied: [], problem: undefined })
  })

  it('changes where it should', () => {
    expect(golden !== before).toBe(!untouched.includes(story))
  })
})

it('tells stories of --unsafe', () => {
  expect(daring.length).toBeGreaterThan(6)
})

describe.each(daring)('%s with --unsafe', (story) => {
  const golden = textOf(story, 'unsafe.Dockerfile')
  const changeset = run(story, textOf(story, 'Dockerfile'), { unsafe: true })

  it('becomes unsafe.Dockerfile', () => {
    expect(changeset).toMatchObject({ after: golden, settled: true, problem: undefined })
    expect(golden).not.toBe(textOf(story, 'after.Dockerfile'))
  })

  it('breaks nothing, without a conflict', () => {
    expect(changeset.withheld.filter(isFault)).toEqual([])
    expect(changeset.companions).toEqual([])
  })

  it('is then at rest', () => {
    expect(run(story, golden, { unsafe: true })).toMatchObject({
      after: golden,
      applied: [],
      companions: [],
      problem: undefined,
    })
  })
})

describe('README.md', () => {
  it('shows the patch of late-cleanup as it is', () => {
    const [, shown] = /```diff\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? []
    const before = textOf('late-cleanup', 'Dockerfile')
    const after = textOf('late-cleanup', 'after.Dockerfile')
    const patch = patchOf({ path: `${root}/late-cleanup/Dockerfile`, before, after, marks: [] }, 3)
    // Without git's own line, the blanks at line ends, and the names of transforms behind the second @@.
    const bare = (text = '') =>
      text
        .replace(/^diff .*\n/, '')
        .replace(/[ \t]+$/gm, '')
        .replace(/^(@@.*@@).*$/gm, '$1')
    expect(bare(shown)).toBe(bare(patch))
  })
})

describe('the patch of all examples', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dfslim-examples-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const apply = (...args: string[]) =>
    spawnSync('git', ['apply', ...args, 'all.patch'], { cwd: folder, encoding: 'utf8' })

  it('is taken by git, there and back', async () => {
    const { files } = await findDockerfiles([root], process.cwd())
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(stories.map((story) => `${root}/${story}/Dockerfile`)),
    )
    // The cases of a transform say how they are rewritten by that one.
    expect(files.filter(({ path }) => path.includes('own-transform'))).toEqual([])
    const patches = files.map(({ path, absolute }) => {
      const text = readFileSync(absolute, 'utf8')
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), text)
      const { before, after, applied } = rewrite(text, { context: contextOf(dirname(absolute)) })
      const marks = applied.map((change) => ({ label: change.transform, span: change.after }))
      return before === after ? '' : patchOf({ path, before, after, marks }, 3)
    })
    writeFileSync(join(folder, 'all.patch'), patches.join(''))

    expect(apply('--check')).toMatchObject({ status: 0, stderr: '' })
    expect(apply().status).toBe(0)
    for (const story of stories)
      expect(readFileSync(join(folder, root, story, 'Dockerfile'), 'utf8')).toBe(
        textOf(story, 'after.Dockerfile'),
      )
    expect(apply('-R').status).toBe(0)
    for (const story of stories)
      expect(readFileSync(join(folder, root, story, 'Dockerfile'), 'utf8')).toBe(textOf(story, 'Dockerfile'))
  })
})
