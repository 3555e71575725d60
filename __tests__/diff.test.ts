import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hunksBetween, patchOf } from '../src/text/diff.js'

const folder = mkdtempSync(join(tmpdir(), 'dfslim-diff-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Puts the patch through git, there and back, and gives the bytes of both ways. */
function throughGit(path: string, before: string, after: string, context: number) {
  const target = join(folder, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, before)
  const patch = patchOf({ path, before, after, marks: [] }, context)
  const git = (...options: string[]) => {
    const args = ['apply', '--whitespace=nowarn', ...(context === 0 ? ['--unidiff-zero'] : []), ...options]
    const { status, stderr } = spawnSync('git', args, { cwd: folder, input: patch, encoding: 'utf8' })
    expect({ status, stderr, patch }).toMatchObject({ status: 0 })
    return readFileSync(target, 'utf8')
  }
  return { forth: git(), back: git('-R') }
}

const lines = (count: number) => Array.from({ length: count }, (_, i) => `RUN step ${i}\n`).join('')
const texts: readonly (readonly [name: string, before: string, after: string])[] = [
  ['one line', 'FROM a\nRUN b\n', 'FROM a\nRUN c\n'],
  ['CRLF', 'FROM a\r\nRUN b\r\nRUN c\r\n', 'FROM a\r\nRUN b && c\r\n'],
  ['mixed line ends', 'FROM a\r\nRUN b\nRUN c\r\n', 'FROM a\r\nRUN b\r\nRUN c\r\n'],
  ['a lone carriage return', 'FROM a\nRUN x\ry\nRUN c\n', 'FROM a\nRUN x\rz\nRUN c\n'],
  [
    'a change that slides along blank lines',
    'a\n\n\nb\nc\n\nd\n\n\n\ne\n\nf\n',
    'a\n\n\nb\nd\n\n\n\ne\n\nf\n',
  ],
  ['no final newline', 'FROM a\nRUN b', 'FROM a\nRUN c'],
  ['a final newline gained', 'FROM a\nRUN b', 'FROM a\nRUN b\n'],
  ['a final newline lost', 'FROM a\nRUN b\n', 'FROM a\nRUN b'],
  ['no final newline far from the change', `RUN b\n${lines(20)}CMD x`, `RUN c\n${lines(20)}CMD x`],
  ['a byte order mark', '\uFEFFFROM a\nRUN b\n', '\uFEFFFROM c\nRUN b\n'],
  [
    'text that is not ASCII',
    'FROM a\nLABEL é="日本 \u2028 😀"\nRUN b\n',
    'FROM a\nLABEL é="日本 \u2028 😀"\nRUN c\n',
  ],
  ['lines that look like a patch', '--- a\n+++ b\n@@ -1 +1 @@\nx\n', '--- a\n+++ c\n@@ -1 +1 @@\n'],
  ['both ends of a long file', `a\n${lines(50)}b\n`, `c\n${lines(50)}d\n`],
  ['an insertion at the top', 'FROM a\n', '# x\nFROM a\n'],
  ['a removal at the end', 'FROM a\nRUN b\n', 'FROM a\n'],
  ['everything', lines(3), 'FROM x\n'],
]

describe('a patch', () => {
  for (const [name, before, after] of texts) {
    for (const context of [0, 1, 3, 10]) {
      it(`is taken by git there and back: ${name}, -U ${context}`, () => {
        expect(throughGit('Dockerfile', before, after, context)).toEqual({ forth: after, back: before })
      })
    }
  }

  for (const path of [
    'a b/Dockerfile',
    'quo"te/Dockerfile',
    'back\\slash',
    'täb\there',
    'über/日本.Dockerfile',
    '  x ',
    '😀',
  ])
    it(`is taken by git for the path ${JSON.stringify(path)}`, () => {
      expect(throughGit(path, 'FROM a\nRUN b\n', 'FROM a\nRUN c\n', 3).forth).toBe('FROM a\nRUN c\n')
    })

  it('is taken by git there and back, whatever slides between lines that are alike', () => {
    const line = fc.constantFrom('\n', '\n', '\n', 'RUN a\n', 'RUN b\n', '# c\n')
    const text = fc.array(line, { minLength: 1, maxLength: 14 }).map((all) => `FROM a\n${all.join('')}`)
    const context = fc.constantFrom(1, 3)
    fc.assert(
      fc.property(text, text, context, (before, after, width) => {
        fc.pre(before !== after)
        expect(throughGit('Dockerfile', before, after, width)).toEqual({ forth: after, back: before })
      }),
      { numRuns: 150, seed: 20261120 },
    )
  })

  it('is empty when nothing differs', () => {
    expect(patchOf({ path: 'x', before: 'a\n', after: 'a\n', marks: [] }, 3)).toBe('')
  })

  it('names the transforms behind the second @@ of the hunks that they changed, each once', () => {
    const before = `RUN a\n${lines(20)}RUN b\nRUN c\n`
    const after = `RUN A\n${lines(20)}RUN B\nRUN C\n`
    const at = (text: string) => ({ start: after.indexOf(text), end: after.indexOf(text) + text.length })
    const marks = [
      { label: 'run-merge', span: at('A\n') },
      { label: 'apt-clean-lists', span: at('RUN B\n') },
      { label: 'run-merge', span: at('RUN C\n') },
      { label: 'run-merge', span: at('RUN B\n') },
      { label: 'elsewhere', span: at('RUN step 10\n') },
    ]
    const patch = patchOf({ path: 'x', before, after, marks }, 3)
    expect(patch.match(/^@@.*/gm)).toEqual([
      '@@ -1,4 +1,4 @@ run-merge',
      '@@ -19,5 +19,5 @@ apt-clean-lists, run-merge',
    ])
  })

  it('names a transform that only removed lines', () => {
    const marks = [{ label: 'gone', span: { start: 4, end: 4 } }]
    expect(patchOf({ path: 'x', before: 'one\ntwo\nsix\n', after: 'one\nsix\n', marks }, 0)).toContain(
      '@@ -2,1 +1,0 @@ gone\n',
    )
  })
})

describe('hunks', () => {
  it('take little time for a long file of which every line changes, and stay right', () => {
    const costOf = (count: number): number => {
      const before = lines(count)
      const after = before.replaceAll('RUN step', 'RUN other step')
      const start = process.cpuUsage()
      expect(hunksBetween(before, after, 3)).toHaveLength(1)
      const { user, system } = process.cpuUsage(start)
      expect(throughGit('long', before, after, 3)).toEqual({ forth: after, back: before })
      return user + system
    }
    costOf(1_000)
    expect(costOf(60_000) / costOf(10_000)).toBeLessThan(20)
  })

  it('cover what changed in the text after, without context', () => {
    const [hunk] = hunksBetween('a\nb\nc\nd\n', 'a\nB\nB\nc\nd\n', 3)
    expect(hunk?.changed).toEqual({ start: 2, end: 6 })
  })
})
