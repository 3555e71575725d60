import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { GitProblem, type Selection, selectedByGit } from '../src/project/git.js'

let root: string
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]).toString()
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const chosen = async (selection: Selection, folders = [root], cwd = root) =>
  (await selectedByGit(selection, folders, cwd)).map((input) =>
    'text' in input ? `${input.path}: ${input.text}` : input.path,
  )

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'dfslim-git-')))
  git('init', '-q', '-b', 'main')
  put('a/Dockerfile', 'FROM a\n')
  put('b/Dockerfile', 'FROM b\n')
  put('ü b/Dockerfile\n2', 'no')
  git('add', '.')
  git('commit', '-qm', 'first')
})
afterEach(() => rmSync(root, { recursive: true }))

describe('staged files', () => {
  it('are those of the index, with its text', async () => {
    put('a/Dockerfile', 'FROM staged\n')
    put('c d/é.Dockerfile', 'FROM new\n')
    put('a/main.c', '')
    git('add', '.')
    put('a/Dockerfile', 'FROM later\n')
    put('b/Dockerfile', 'FROM later\n')
    expect(await chosen({ kind: 'staged' })).toEqual([
      'a/Dockerfile: FROM staged\n',
      'c d/é.Dockerfile: FROM new\n',
    ])
    git('rm', '-q', '--cached', 'b/Dockerfile')
    expect(await chosen({ kind: 'staged' }, [join(root, 'b')])).toEqual([])
  })

  it('are named from the current folder, and only those below the paths', async () => {
    put('a/Dockerfile', 'FROM x\n')
    put('b/Dockerfile', 'FROM y\n')
    git('add', '.')
    expect(await chosen({ kind: 'staged' }, [join(root, 'a')], join(root, 'a'))).toEqual([
      'Dockerfile: FROM x\n',
    ])
    expect(await chosen({ kind: 'staged' }, [root], join(root, 'b'))).toEqual([
      '../a/Dockerfile: FROM x\n',
      'Dockerfile: FROM y\n',
    ])
  })
})

describe('changed files', () => {
  it('are those that differ from the last commit, new ones among them, but for what is left out', async () => {
    put('a/Dockerfile', 'FROM x\n')
    put('new/Dockerfile', 'FROM x\n')
    put('.gitignore', 'out\n')
    put('out/Dockerfile', 'FROM x\n')
    put('old/.dfslimignore', 'Dockerfile\n')
    put('old/Dockerfile', 'FROM x\n')
    expect(await chosen({ kind: 'changed' })).toEqual(['a/Dockerfile', 'new/Dockerfile'])
  })

  it('since a branch are those that this one has changed', async () => {
    git('checkout', '-qb', 'topic')
    put('b/Dockerfile', 'FROM topic\n')
    git('commit', '-qam', 'topic')
    git('checkout', '-q', 'main')
    put('a/Dockerfile', 'FROM main\n')
    git('commit', '-qam', 'main')
    git('checkout', '-q', 'topic')
    expect(await chosen({ kind: 'since', reference: 'main' })).toEqual(['b/Dockerfile'])
  })
})

describe('what git cannot say', () => {
  it.each(['no-such-branch', '--output=x'])('%s', async (reference) => {
    await expect(chosen({ kind: 'since', reference })).rejects.toThrow(GitProblem)
  })

  it('outside of a repository', async () => {
    rmSync(join(root, '.git'), { recursive: true })
    await expect(chosen({ kind: 'changed' })).rejects.toThrow(/not a git repository/)
  })
})
