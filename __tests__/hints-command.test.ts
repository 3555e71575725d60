import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { buildCommand } from './support/command.js'
import { ourSchema } from './support/reports.js'

let command = ''
let folder = ''
beforeAll(() => {
  command = buildCommand()
})
afterAll(() => rmSync(dirname(command), { recursive: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dfslim-hints-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function dfslim(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const old = 'FROM debian:stretch-slim\nCMD ["sh"]\n'

describe('hints of single files', () => {
  beforeEach(() => put('Dockerfile', old))

  it('are shown by check, which does not fail for them', () => {
    const { status, stdout, stderr } = dfslim('check')
    expect([status, stderr]).toEqual([0, '1 file: nothing to do; 1 hint (check).\n'])
    expect(stdout).toBe(
      [
        'Dockerfile:1:1  base-end-of-life  [hint]',
        '  Move off `debian:stretch-slim`, which gets no more fixes.',
        '  Support of Debian stretch ended in June 2022.',
        '',
        '  > 1 | FROM debian:stretch-slim',
        '      | ^^^^',
        '\n',
      ].join('\n'),
    )
  })

  it('are not looked for by fix, unless it tells what it left alone', () => {
    expect(dfslim('fix').stderr).toBe('1 file: nothing to do.\n')
    expect(dfslim('fix', '--show-skipped').stderr).toContain(
      'Dockerfile:1:1  base-end-of-life  [hint] Move off `debian:stretch-slim`',
    )
  })

  it('are in JSON by the schema', () => {
    const report: unknown = JSON.parse(dfslim('check', '--format', 'json').stdout)
    expect(ourSchema('report')(report)).toBe(true)
    expect(report).toMatchObject({
      files: [{ withheld: [{ transform: 'base-end-of-life', safety: 'hint', reason: 'hint', line: 1 }] }],
      summary: { hints: 1 },
    })
    expect(report).not.toHaveProperty('sharedBases')
  })

  it('are silent where the configuration, a flag or a comment says so', () => {
    expect(dfslim('check', '--skip', 'base-end-of-life').stdout).toBe('')
    put('dfslim.config.json', '{ "transforms": { "base-end-of-life": "off" } }')
    expect(dfslim('check')).toEqual({ status: 0, stdout: '', stderr: '1 file: nothing to do.\n' })
    expect(dfslim('check', '--no-config').stdout).not.toBe('')
    put('Dockerfile', `# dfslim ignore=base-end-of-life because of the plant\n${old}`)
    expect(dfslim('check', '--no-config').stdout).toBe('')
    expect(dfslim('check', '--no-config', '--no-pragmas').stdout).not.toBe('')
  })

  it('have a line in the list, and a page', () => {
    expect(dfslim('list').stdout).toContain('base-end-of-life       [hint]    Move off releases')
    expect(JSON.parse(dfslim('list', '--format', 'json').stdout)).toHaveProperty(
      'hints.0.id',
      'base-end-of-life',
    )
    expect(dfslim('explain', 'copy-large').stdout).toMatch(
      /^# copy-large\n\n[^]*\*\*Hint\*\*: shown, never written/,
    )
  })

  it('are found again through a cache, and anew where a file has another size', () => {
    put('Dockerfile', 'FROM debian:13-slim\nCOPY . /srv\n')
    put('a/b.bin', '')
    const run = () => dfslim('check', '--cache-location', `${folder}.cache`).stdout
    try {
      expect(run()).toBe('')
      truncateSync(join(folder, 'a/b.bin'), 20e6)
      const shown = run()
      expect(shown).toContain('`a/b.bin` (20 MB)')
      expect(run()).toBe(shown)
    } finally {
      rmSync(`${folder}.cache`)
    }
  })
})

describe('what files of a run begin with', () => {
  const opening = 'FROM debian:13-slim\nRUN useradd app\nRUN install -d /srv/app\n'
  const only = ['--only', 'base-share']
  const shown = [
    'a/Dockerfile:1:1  base-share  [hint]',
    '  Make an image of the first 3 lines, and build 3 files on it.',
    '  b/Dockerfile and c/Dockerfile begin with the same lines; built apart, each image has these layers anew.',
    '\n',
  ].join('\n')

  beforeEach(() => {
    for (const name of ['c', 'a', 'b']) put(`${name}/Dockerfile`, `${opening}ENV NAME=${name}\n`)
    put('d/Dockerfile', opening.replace('app', 'other'))
  })

  it('is shown behind all files, in check and in its text report', () => {
    const { status, stdout, stderr } = dfslim('check', ...only, '--report', 'text=report.txt')
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: shown,
      stderr: '4 files: nothing to do; 1 hint (check).\n',
    })
    expect(dfslim('check', ...only, '--format', 'concise').stdout).toBe('')
    expect(dfslim('check', ...only, '--report', 'text=-').stdout).toBe(`${shown}${stderr}`)
  })

  it('is in JSON by the schema', () => {
    const report: unknown = JSON.parse(dfslim('check', ...only, '--format', 'json').stdout)
    expect(ourSchema('report')(report)).toBe(true)
    expect(report).toMatchObject({
      sharedBases: [{ paths: ['a/Dockerfile', 'b/Dockerfile', 'c/Dockerfile'], line: 1, lines: 3 }],
      summary: { hints: 1 },
    })
  })

  it('takes three files at least, and counts none that a comment or a configuration keeps out', () => {
    put('b/Dockerfile', `# dfslim ignore=base-share\n${opening}`)
    expect(dfslim('check', ...only).stdout).toBe('')
    put('b/Dockerfile', opening)
    put('c/dfslim.config.json', '{ "transforms": { "base-share": "off" } }')
    expect(dfslim('check', ...only).stdout).toBe('')
    expect(dfslim('check', ...only, '--no-config').stdout).toBe(shown)
  })

  it('is the same whatever the number of threads, and names a few files', () => {
    for (let i = 100; i < 200; i++)
      put(`many/${i}/Dockerfile`, `${opening}LABEL n=${i % 2}\nRUN true ${i % 5}\n`)
    const one = dfslim('check', ...only, '--jobs', '1', '--format', 'json')
    expect(dfslim('check', ...only, '--jobs', '3', '--format', 'json')).toEqual(one)
    expect(dfslim('check', ...only, '--jobs', '3').stdout).toContain(
      '  b/Dockerfile, c/Dockerfile, many/100/Dockerfile and 99 more begin with the same lines',
    )
  })
})
