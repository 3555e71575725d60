import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type CompanionText, rewrite } from '../src/index.js'
import { writeRewrite } from '../src/project/companions.js'
import { contextOf } from '../src/project/context.js'
import { readDockerfile } from '../src/project/read.js'
import { companionName } from '../src/report/companions.js'
import { buildCommand } from './support/command.js'
import { contextWith } from './support/context.js'
import { ourSchema } from './support/reports.js'

const dockerfile = 'FROM python:3.12-slim\nCOPY . /srv\nCMD ["python", "/srv/main.py"]\n'

let command = ''
let folder = ''
let cwd = ''
beforeAll(() => {
  command = buildCommand()
})
afterAll(() => rmSync(dirname(command), { recursive: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dfslim-companions-'))
  cwd = join(folder, 'tree')
  put('app/Dockerfile', dockerfile)
  put('app/main.py', 'print(1)\n')
  put('app/__pycache__/main.pyc', 'x')
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

const textOf = (path: string) => readFileSync(join(cwd, path), 'utf8')

function run(program: string, words: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: 'utf8', input })
  return { status, stdout, stderr }
}

const only = ['--only', 'context-ignore', '--unsafe', '--no-config']
const dfslim = (words: readonly string[], input?: string) =>
  run(process.execPath, [command, ...words, ...only], input)

describe('the command', () => {
  it.each([
    ['that is new', undefined, '__pycache__\n'],
    ['that ends without a line end', 'docs', 'docs\n__pycache__\n'],
    ['with CRLF', 'docs/\r\n', 'docs/\r\n__pycache__/\r\n'],
  ])('prints a patch of an ignore file %s that git takes, and takes back', (_, before, after) => {
    if (before !== undefined) put('app/.dockerignore', before)
    run('git', ['init', '-q'])
    const { stdout } = dfslim(['fix'])
    writeFileSync(join(folder, 'patch'), stdout)
    expect(run('git', ['apply', join(folder, 'patch')])).toEqual({ status: 0, stdout: '', stderr: '' })
    expect([textOf('app/Dockerfile'), textOf('app/.dockerignore')]).toEqual([dockerfile, after])
    expect(dfslim(['fix']).stdout).toBe('')
    expect(run('git', ['apply', '-R', join(folder, 'patch')]).status).toBe(0)
    expect(existsSync(join(cwd, 'app/.dockerignore'))).toBe(before !== undefined)
    if (before !== undefined) expect(textOf('app/.dockerignore')).toBe(before)
  })

  it('writes it, says how to take it back, and has nothing left to do', () => {
    run('git', ['init', '-q'])
    const { status, stderr } = dfslim(['fix', '--write'])
    expect(status).toBe(0)
    expect(textOf('app/.dockerignore')).toBe('__pycache__\n')
    expect(stderr).toContain('  app/.dockerignore  new\n')
    expect(stderr).toContain('Undo: git checkout -- app/Dockerfile && rm -- app/.dockerignore\n')
    expect(dfslim(['fix', '--write']).stderr).toContain('nothing to do')
  })

  it('shows it in check, in the list and in JSON by the schema', () => {
    expect(dfslim(['check']).stdout).toContain('    app/.dockerignore\n      +__pycache__\n')
    expect(dfslim(['fix', '--list']).stdout).toBe('app/.dockerignore\n')
    const report: unknown = JSON.parse(dfslim(['fix', '--format', 'json']).stdout)
    expect(ourSchema('report')(report)).toBe(true)
    expect(report).toMatchObject({
      files: [
        {
          status: 'changed',
          applied: [{ companion: '.dockerignore', line: 2 }],
          companions: [{ path: 'app/.dockerignore', isNew: true }],
        },
      ],
    })
  })

  it.each([
    'concise',
    'ndjson',
    'sarif',
    'github',
    'gitlab',
    'checkstyle',
    'junit',
    'rdjson',
    'markdown',
    'html',
    'csv',
  ])('tells of it in the form %s', (format) => {
    const { stdout } = dfslim(['check', '--format', format])
    expect(stdout).toContain('context-ignore')
  })

  it('finds the same through a cache, before and after it is written', () => {
    const cached = (words: readonly string[]) => dfslim([...words, '--cache-location', join(folder, 'cache')])
    expect(cached(['fix']).stdout).toBe(cached(['fix']).stdout)
    expect(cached(['fix']).stdout).toContain('+__pycache__')
    cached(['fix', '--write'])
    expect([cached(['fix']).stdout, cached(['fix']).stdout]).toEqual(['', ''])
    rmSync(join(cwd, 'app/.dockerignore'))
    expect(cached(['fix']).stdout).toContain('+__pycache__')
  })

  it('shows a hint in check, once, and does not fail for it', () => {
    rmSync(join(cwd, 'app/__pycache__'), { recursive: true })
    put('app/.env', 'KEY=1\n')
    const { status, stdout, stderr } = dfslim(['check', '--show-skipped'])
    expect([status, stdout.match(/\[hint\]/g)]).toEqual([0, ['[hint]']])
    expect(stdout).toContain(
      'app/Dockerfile:2:1  context-ignore  [hint]\n  Keep `.env` out of the build context.\n',
    )
    expect(stderr).toBe('1 file: nothing to do; 1 hint (check).\n')
    expect(dfslim(['fix', '--show-skipped']).stderr).toContain('[hint] Keep `.env`')
    expect(dfslim(['fix', '--write']).status).toBe(0)
    expect(existsSync(join(cwd, 'app/.dockerignore'))).toBe(false)
  })

  it('leaves it alone for stdin and what is staged, and says why', () => {
    run('git', ['init', '-q'])
    run('git', ['add', '-A'])
    const words = ['fix', '--show-skipped']
    const piped = dfslim([...words, '-', '--stdin-filepath', 'app/Dockerfile'], dockerfile)
    expect(piped.stdout).toBe(dockerfile)
    expect(piped.stderr).toContain('[rejected]')
    const staged = dfslim([...words, '--staged'])
    expect(staged.stdout).toBe('')
    expect(staged.stderr).toContain('what is staged is looked at')
  })
})

describe('writing', () => {
  const source = () => {
    const read = readDockerfile({ path: 'app/Dockerfile', absolute: join(cwd, 'app/Dockerfile'), tree: cwd })
    if ('reason' in read) throw new Error(read.reason)
    return read
  }
  const write = (companion: CompanionText, after: string) => {
    const from = source()
    const set = { ...rewrite(dockerfile), after, companions: [companion] }
    return writeRewrite(from, set, (one) => companionName({ source: from }, one))
  }
  const made: CompanionText = { path: '.dockerignore', before: undefined, after: '.git\n' }

  it('makes no file where there is one by now', () => {
    put('app/.dockerignore', 'docs\n')
    expect(write(made, 'FROM a\n')).toMatchObject({ kind: 'unwritable', path: 'app/.dockerignore' })
    expect([textOf('app/.dockerignore'), textOf('app/Dockerfile')]).toEqual(['docs\n', dockerfile])
  })

  it('leaves a file alone that is no longer what was read', () => {
    put('app/.dockerignore', 'docs\n')
    const failure = write({ path: '.dockerignore', before: 'doc\n', after: 'doc\n.git\n' }, 'FROM a\n')
    expect(failure?.reason).toContain('changed while it was being rewritten')
    expect([textOf('app/.dockerignore'), textOf('app/Dockerfile')]).toEqual(['docs\n', dockerfile])
  })

  it('takes it back where the Dockerfile cannot be written', () => {
    const from = source()
    put('app/Dockerfile', 'FROM b\n')
    const set = { ...rewrite(dockerfile), after: 'FROM a\n', companions: [made] }
    expect(writeRewrite(from, set, () => '')?.reason).toContain('changed while')
    expect(existsSync(join(cwd, 'app/.dockerignore'))).toBe(false)
  })

  it('names it as the Dockerfile is named, also where the context is another folder', () => {
    const nameIn = (path: string, absolute: string, context?: string) =>
      companionName({ source: { ...source(), path, absolute, ...(context && { context }) } }, made)
    expect(nameIn('Dockerfile', '/a/Dockerfile')).toBe('.dockerignore')
    expect(nameIn('b/c/Dockerfile', '/a/b/c/Dockerfile', '/a/b')).toBe('b/.dockerignore')
    expect(nameIn('b/c/Dockerfile', '/a/b/c/Dockerfile', '/a/b/d')).toBe('b/d/.dockerignore')
    expect(nameIn('Dockerfile', '/a/b/Dockerfile', '/a')).toBe('../.dockerignore')
  })
})

describe('the engine', () => {
  const options = { unsafe: true, only: ['context-ignore'] }

  it('withholds it where the caller says why it may not be', () => {
    const context = contextWith(['.git/', 'main.py'])
    const { companions, withheld } = rewrite(dockerfile, {
      ...options,
      context,
      withoutCompanions: 'not now',
    })
    expect(companions).toEqual([])
    expect(withheld).toMatchObject([{ reason: 'rejected', because: 'not now', line: 2 }])
  })

  it('sees the context as it is then, and comes to rest', () => {
    const context = contextWith(['.git/', 'main.py'])
    const { companions, applied, rounds, after } = rewrite(dockerfile, { ...options, context })
    expect(companions).toEqual([{ path: '.dockerignore', before: undefined, after: '.git\n' }])
    expect([applied.length, rounds, after]).toEqual([1, 2, dockerfile])
    expect(
      rewrite(dockerfile, { ...options, context: contextWith(['.git/', 'main.py'], '.git\n') }).applied,
    ).toEqual([])
  })

  it('touches no ignore file that is a link', () => {
    symlinkSync(join(cwd, 'app/main.py'), join(cwd, 'app/.dockerignore'))
    expect(contextOf(join(cwd, 'app'), 'Dockerfile').ignoreFile?.()).toBeUndefined()
  })
})
