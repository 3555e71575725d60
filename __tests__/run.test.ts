import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Cache, cacheLine, cacheWriter, readCache, remembering } from '../src/project/cache.js'
import { dockerfile } from './generators/dockerfile.js'
import { shellBody } from './generators/shell.js'
import { buildCommand } from './support/command.js'

let command = ''
let folder = ''
let cwd = ''
beforeAll(() => {
  command = buildCommand()
})
afterAll(() => rmSync(dirname(command), { recursive: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dfslim-run-'))
  cwd = join(folder, 'tree')
  mkdirSync(cwd)
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

function dfslim(...args: string[]) {
  const env = { PATH: process.env['PATH'] }
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    ...{ cwd, env, encoding: 'utf8', maxBuffer: 1e9 },
  })
  return { status, stdout, stderr }
}

/** Without what repeats the command line. */
const said = ({ status, stdout, stderr }: ReturnType<typeof dfslim>) => ({
  ...{ status, stdout },
  stderr: stderr.replace(/^(Apply|Fix): .*\n/m, ''),
})

const service = (packages: string) => `FROM node:20
RUN apt-get update && apt-get install -y ${packages}
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
CMD ["node", "server.js"]
`

describe('threads', () => {
  beforeEach(() => {
    const texts = fc.sample(dockerfile(shellBody()), { numRuns: 150, seed: 1 })
    for (const [i, text] of texts.entries()) put(`${i % 7}/${i}/Dockerfile`, text)
    put('3/latin/Dockerfile', Buffer.from('FROM a\n# caf\xe9\n', 'latin1'))
    put('4/template/Dockerfile', 'FROM {{ a }}\n')
    put('5/skip/Dockerfile', '# dfslim skip-file because\nFROM a\nRUN b\nRUN c\n')
  })

  it.each([
    ['fix', '--unsafe', '--show-skipped'],
    ['fix', '--list', '-v'],
    ['fix', '--format', 'json', '--unsafe'],
    ['check', '--format', 'sarif'],
    ['check', '-v'],
  ])('change nothing but the time: %s %s %s', (...words) => {
    const args = words.filter((word) => word !== undefined)
    const alone = said(dfslim(...args, '--jobs', '1'))
    expect(alone.stdout.length).toBeGreaterThan(1000)
    expect(said(dfslim(...args, '--jobs', '2'))).toEqual(alone)
    expect(said(dfslim(...args, '--jobs', '5'))).toEqual(alone)
  })

  it('write the same files', () => {
    const texts = () =>
      (readdirSync(cwd, { recursive: true }) as string[])
        .filter((path) => statSync(join(cwd, path)).isFile())
        .map((path) => [path, readFileSync(join(cwd, path), 'latin1')])
    cpSync(cwd, join(folder, 'copy'), { recursive: true })
    const one = dfslim('fix', '--write', '--jobs', '1', '--patch', join(folder, '1.patch'))
    const written = texts()
    rmSync(cwd, { recursive: true })
    cpSync(join(folder, 'copy'), cwd, { recursive: true })
    const four = dfslim('fix', '--write', '--jobs', '4', '--patch', join(folder, '1.patch'))
    expect(texts()).toEqual(written)
    expect(four).toEqual(one)
    expect(one.status).toBe(3)
  })

  it('are a number', () => {
    for (const jobs of ['0', '-1', '1.5', 'many', '1000'])
      expect(dfslim('fix', '--jobs', jobs)).toMatchObject({
        status: 2,
        stderr: 'dfslim: --jobs needs a number of threads, such as --jobs 4\n',
      })
  })
})

describe('the cache', () => {
  const file = () => join(folder, 'cache')
  const cached = (...args: string[]) => dfslim('fix', '--cache-location', file(), ...args)
  const size = () => statSync(file()).size

  beforeEach(() => {
    for (let i = 0; i < 80; i++) put(`${i}/Dockerfile`, service(i % 2 ? 'curl git' : 'jq'))
    put('1/package-lock.json', '{}')
  })

  it.each([[['--jobs', '1']], [['--jobs', '2']]])('says again what was found out, %s', (jobs) => {
    const first = cached(...jobs)
    const full = size()
    expect(said(first)).toEqual(said(dfslim('fix')))
    expect(said(cached(...jobs))).toEqual(said(first))
    expect(size()).toBe(full)
  })

  it('is asked: what is kept under a key is what is shown', () => {
    cached()
    const forged = readFileSync(file(), 'utf8').replaceAll('"run-merge"', '"run-forge"')
    writeFileSync(file(), forged)
    // The digests do not fit: all is found out again.
    expect(cached().stdout).toBe(dfslim('fix').stdout)
    const key = forged.slice(1, 25)
    const bytes = readCache(file())
    expect(new Cache(bytes).find(key, { read: () => undefined, list: () => undefined })).toBeUndefined()
  })

  it('looks again at a file that changed, at what it copies, and with other wishes', () => {
    const list = (...args: string[]) => cached('--list', ...args).stdout.split('\n')
    const lists = [list(), list('--unsafe'), list('--only', 'run-merge'), list('--stages', 'all')]
    expect(lists).toEqual([
      dfslim('fix', '--list').stdout.split('\n'),
      dfslim('fix', '--list', '--unsafe').stdout.split('\n'),
      dfslim('fix', '--list', '--only', 'run-merge').stdout.split('\n'),
      dfslim('fix', '--list', '--stages', 'all').stdout.split('\n'),
    ])
    put('2/Dockerfile', service('vim').replace('FROM node:20', 'FROM node:20-slim'))
    put('4/install.sh', 'apt-get install -y make\n')
    put('5/dfslim.config.json', '{ "transforms": { "apt-clean-lists": "off" } }')
    put('6/.dockerignore', '*\n')
    rmSync(join(cwd, '1/package-lock.json'))
    for (const flags of [[], ['--unsafe'], ['--unsafe', '--show-skipped']])
      expect(said(cached(...flags))).toEqual(said(dfslim('fix', ...flags)))
  })

  it('survives whatever is in its file, and a run that was killed', () => {
    const fresh = dfslim('fix')
    writeFileSync(file(), Buffer.alloc(100_000, '\xff\n{"'))
    expect(said(cached())).toEqual(said(fresh))
    truncateSync(file(), size() - 1000)
    expect(said(cached())).toEqual(said(fresh))
    appendFileSync(file(), 'torn')
    const full = size()
    expect(said(cached())).toEqual(said(fresh))
    expect(size()).toBe(full)
  })

  it('that cannot be kept stops nothing', () => {
    writeFileSync(join(folder, 'no-folder'), '')
    const { status, stdout, stderr } = dfslim('fix', '--cache-location', join(folder, 'no-folder/cache'))
    expect({ status, stdout }).toEqual({ status: 0, stdout: dfslim('fix').stdout })
    expect(stderr).toMatch(/^No cache: .*no-folder\/cache: a part of the path is no folder\n/)
  })

  it('has a place of its own for each repository, where the user keeps caches', () => {
    const home = join(folder, 'home')
    const run = (variables: Record<string, string>) =>
      spawnSync(process.execPath, [command, 'fix', '-q', '--cache'], {
        cwd,
        env: variables,
        encoding: 'utf8',
      })
    run({ HOME: home })
    expect(readdirSync(join(home, '.cache/dfslim'))).toHaveLength(1)
    run({ HOME: home, XDG_CACHE_HOME: join(folder, 'xdg') })
    expect(readdirSync(join(folder, 'xdg/dfslim'))).toEqual(readdirSync(join(home, '.cache/dfslim')))
    expect(run({})).toMatchObject({
      status: 2,
      stderr: 'dfslim: there is no folder for caches: say --cache-location FILE\n',
    })
    expect(existsSync(join(cwd, '.cache'))).toBe(false)
  })

  it('knows a text whose build context answers otherwise for another', () => {
    const asked = remembering({ read: (path) => (path === 'a' ? 'A' : undefined), list: () => ['b', 'c'] })
    asked.read('a')
    asked.read('z')
    asked.list('.')
    const line = cacheLine('k'.repeat(24), asked.reads, { after: 'x' })
    const cache = new Cache(Buffer.from(line))
    const find = (a: string | undefined, z: string | undefined, list: string[]) =>
      cache.find('k'.repeat(24), { read: (path) => (path === 'a' ? a : z), list: () => list })
    expect(find('A', undefined, ['b', 'c'])).toEqual({ after: 'x' })
    expect(find('B', undefined, ['b', 'c'])).toBeUndefined()
    expect(find(undefined, undefined, ['b', 'c'])).toBeUndefined()
    expect(find('A', '', ['b', 'c'])).toBeUndefined()
    expect(find('A', undefined, ['b,c'])).toBeUndefined()
    expect(find('A', undefined, ['bc'])).toBeUndefined()
  })

  it('is begun anew when it has grown too long, with what the run used', () => {
    const [old, used, fresh] = ['o', 'u', 'f'].map((letter) => cacheLine(letter.repeat(24), [], letter))
    writeFileSync(file(), `${old}${used}`)
    const writer = cacheWriter(file(), readCache(file()), 10)
    writer.used('u'.repeat(24))
    writer.add(fresh!)
    writer.close()
    expect(readFileSync(file(), 'utf8')).toBe(`${used}${fresh}`)
    expect(readdirSync(folder).sort()).toEqual(['cache', 'tree'])
  })
})

describe('a run of many files', () => {
  it('keeps none of them in memory', () => {
    // 75 MB of text, and as much again for what becomes of it, in a heap of 70 MB.
    const long = `${service('curl git')}${'# a long comment\n'.repeat(15_000)}`
    for (let i = 0; i < 300; i++) put(`${i}/Dockerfile`, long.replace('curl', `curl jq${i}`))
    const args = ['--max-old-space-size=70', command, 'fix', '--jobs', '1', '--output', '/dev/null']
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
    expect(stderr).toContain('Would rewrite 300 of 300 files')
    expect(status).toBe(0)
  })
})
