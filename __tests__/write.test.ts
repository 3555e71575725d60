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

  const count = 1000
  const before = `FROM ubuntu:24.04\n${'RUN a\nRUN b\nCOPY x y\n'.repeat(20)}`
  const after = before.replaceAll('RUN a\nRUN b\n', 'RUN a \\\n    && b\n')
  const paths = Array.from({ length: count }, (_, i) => `${String(i).padStart(4, '0')}/Dockerfile`)

  /** Runs --write over all files and ends it by a signal as soon as some are written. */
  async function interrupt(signal: NodeJS.Signals) {
    for (const path of paths) put(path, before)
    const child = spawn(process.execPath, [command, 'fix', '--write'], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let stderr = ''
    let isSent = false
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString()
      if (!isSent) isSent = child.kill(signal)
    })
    const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
    const texts = paths.map(textOf)
    return {
      code,
      stderr,
      written: texts.filter((text) => text === after).length,
      broken: texts.filter((text) => text !== after && text !== before).length,
      left: paths
        .flatMap((path) => readdirSync(join(cwd, dirname(path))))
        .filter((name) => name !== 'Dockerfile'),
    }
  }

  it('by kill -9 leaves whole files only, and the next run does the rest', async () => {
    const { written, broken, left } = await interrupt('SIGKILL')
    expect(broken).toBe(0)
    expect(written).toBeGreaterThan(0)
    expect(written).toBeLessThan(count)
    expect(left.length).toBeLessThan(2)
    const again = spawn(process.execPath, [command, 'fix', '--write', '-q'], { cwd, stdio: 'ignore' })
    expect(await new Promise((resolve) => again.on('exit', resolve))).toBe(0)
    expect(paths.every((path) => textOf(path) === after)).toBe(true)
  })

  it('by the user leaves no temporary file and says how far it came', async () => {
    const { code, stderr, written, broken, left } = await interrupt('SIGINT')
    expect({ code, broken, left }).toEqual({ code: 130, broken: 0, left: [] })
    expect(stderr).toContain(`Interrupted after ${written} of ${count} files.`)
    expect(written).toBeLessThan(count)
  })
})
