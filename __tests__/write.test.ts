import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { readDockerfile, type SourceFile } from '../src/project/read.js'
import { writeDockerfile } from '../src/project/write.js'
import { buildCommand } from './support/command.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dfslim-write-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function read(path: string): SourceFile {
  const source = readDockerfile({ path, absolute: join(cwd, path), tree: cwd })
  if ('reason' in source) throw new Error(source.reason)
  return source
}

function put(path: string, text: string): SourceFile {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
  return read(path)
}

const textOf = (path: string) => readFileSync(join(cwd, path), 'utf8')
const isRoot = process.getuid?.() === 0

describe('writing', () => {
  it('puts the bytes there, keeps the mode and leaves nothing behind', () => {
    const source = put('Dockerfile', 'FROM a\n')
    chmodSync(source.absolute, 0o4751)
    expect(writeDockerfile(source, '\uFEFFFROM é\r\n')).toBeUndefined()
    expect(textOf('Dockerfile')).toBe('\uFEFFFROM é\r\n')
    expect(statSync(source.absolute).mode & 0o7777).toBe(0o4751)
    expect(readdirSync(cwd)).toEqual(['Dockerfile'])
  })

  it('takes away what a killed run left, not what another is writing', () => {
    const source = put('Dockerfile', 'FROM a\n')
    const [dead, alive] = ['.Dockerfile.4194305.dfslim', `.Dockerfile.${process.ppid}.dfslim`]
    for (const name of [dead, alive, '.Dockerfile.mine.dfslim']) writeFileSync(join(cwd, name), 'FROM')
    expect(writeDockerfile(source, 'FROM b\n')).toBeUndefined()
    expect(readdirSync(cwd).sort()).toEqual([alive, '.Dockerfile.mine.dfslim', 'Dockerfile'].sort())
  })

  it('keeps the owner', () => {
    const source = put('Dockerfile', 'FROM a\n')
    if (isRoot) chownSync(source.absolute, 1234, 2345)
    const { uid, gid } = statSync(source.absolute)
    expect(writeDockerfile(source, 'FROM b\n')).toBeUndefined()
    expect(statSync(source.absolute)).toMatchObject({ uid, gid })
  })

  it('refuses what changed since it was read', () => {
    const source = put('Dockerfile', 'FROM a\n')
    writeFileSync(source.absolute, 'FROM c\n')
    expect(writeDockerfile(source, 'FROM b\n')).toMatchObject({ kind: 'unwritable', reason: /changed while/ })
    expect(textOf('Dockerfile')).toBe('FROM c\n')
    expect(readdirSync(cwd)).toEqual(['Dockerfile'])
  })

  it('refuses what is gone, and does not bring it back', () => {
    const source = put('Dockerfile', 'FROM a\n')
    rmSync(source.absolute)
    expect(writeDockerfile(source, 'FROM b\n')).toMatchObject({ reason: 'does not exist' })
    expect(readdirSync(cwd)).toEqual([])
  })

  it('keeps a link and writes its target', () => {
    put('base/real', 'FROM a\n')
    symlinkSync('base/real', join(cwd, 'Dockerfile'))
    expect(writeDockerfile(read('Dockerfile'), 'FROM b\n')).toBeUndefined()
    expect(lstatSync(join(cwd, 'Dockerfile')).isSymbolicLink()).toBe(true)
    expect(textOf('base/real')).toBe('FROM b\n')
  })

  it('refuses a link out of the folder', () => {
    put('outside', 'FROM a\n')
    mkdirSync(join(cwd, 'in'))
    symlinkSync('../outside', join(cwd, 'in/Dockerfile'))
    const source = { ...read('in/Dockerfile'), tree: join(cwd, 'in') }
    expect(writeDockerfile(source, 'FROM b\n')).toMatchObject({ reason: /^is a link out of the folder/ })
    expect(textOf('outside')).toBe('FROM a\n')
  })

  it('writes through a folder that is itself reached by a link', () => {
    put('real/Dockerfile', 'FROM a\n')
    symlinkSync('real', join(cwd, 'twin'))
    const source = { ...read('twin/Dockerfile'), tree: join(cwd, 'twin') }
    expect(writeDockerfile(source, 'FROM b\n')).toBeUndefined()
    expect(textOf('real/Dockerfile')).toBe('FROM b\n')
  })
})

describe('an end in the middle', () => {
  let command = ''
  beforeAll(() => {
    command = buildCommand()
  })
  afterAll(() => rmSync(dirname(command), { recursive: true }))

  const before = `FROM ubuntu:24.04\n${'RUN a\nRUN b\nCOPY x y\n'.repeat(20)}`
  const after = before.replaceAll('RUN a\nRUN b\n', 'RUN a \\\n    && b\n')
  const pathsOf = (count: number) =>
    Array.from({ length: count }, (_, i) => `${String(i).padStart(4, '0')}/Dockerfile`)
  const start = (...flags: string[]) =>
    spawn(process.execPath, [command, 'fix', '--write', ...flags], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  const exit = (child: ReturnType<typeof start>) =>
    new Promise<number | null>((resolve) => child.on('exit', resolve))

  function stateOf(paths: readonly string[]) {
    const texts = paths.map(textOf)
    const names = paths.flatMap((path) => readdirSync(join(cwd, dirname(path))))
    return {
      written: texts.filter((text) => text === after).length,
      broken: texts.filter((text) => text !== after && text !== before).length,
      left: names.filter((name) => name !== 'Dockerfile'),
    }
  }

  // `DFSLIM_KILLS=50 npm test -- write` takes two minutes.
  const kills = Number(process.env.DFSLIM_KILLS ?? 5)
  it(`by kill -9 at ${kills} random moments leaves whole files only, and the next run does the rest`, async () => {
    const paths = pathsOf(300)
    const seen = new Set<string>()
    for (let kill = 0; kill < kills || seen.size < 2; kill++) {
      for (const path of paths) put(path, before)
      const child = start('--jobs', String(1 + (kill % 2)))
      child.stderr.resume()
      const ended = exit(child)
      // Before the first file, while they are written, or after the last.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 1500))
      child.kill('SIGKILL')
      await ended
      const { written, broken, left } = stateOf(paths)
      expect(broken).toBe(0)
      expect(left.length).toBeLessThan(2)
      seen.add(written === 0 ? 'none' : written < paths.length ? 'some' : 'all')
      const again = start('-q')
      expect(await exit(again)).toBe(0)
      expect(stateOf(paths)).toEqual({ written: paths.length, broken: 0, left: [] })
    }
  }, 600_000)

  it('by the user leaves no temporary file and says how far it came', async () => {
    const paths = pathsOf(1000)
    for (const path of paths) put(path, before)
    const child = start()
    let stderr = ''
    let isSent = false
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString()
      // As soon as some are written.
      if (!isSent) isSent = child.kill('SIGINT')
    })
    const code = await exit(child)
    const { written, broken, left } = stateOf(paths)
    expect({ code, broken, left }).toEqual({ code: 130, broken: 0, left: [] })
    expect(stderr).toContain(`Interrupted after ${written} of ${paths.length} files.`)
    expect(written).toBeLessThan(paths.length)
  })
})
