import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { contextOf } from '../src/project/context.js'
import { findDockerfiles } from '../src/project/find.js'
import { readDockerfile } from '../src/project/read.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dfslim-find-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, text: string | Uint8Array = 'FROM scratch\n'): string {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
  return path
}

async function find(...paths: string[]) {
  const { files, failures, missing } = await findDockerfiles(paths, cwd)
  return { files: files.map(({ path }) => path), failures, missing }
}

const isRoot = process.getuid?.() === 0
const filesIn = async (...paths: string[]) => (await find(...paths)).files

describe('a folder', () => {
  it('gives the files named like Dockerfiles, in the order of their paths', async () => {
    const wanted = [
      '.devcontainer/Dockerfile',
      'Containerfile',
      'Containerfile.dev',
      'Dockerfile',
      'Dockerfile.alpine',
    ]
    const more = ['a-b/Dockerfile', 'a/Dockerfile', 'a/web.Dockerfile', 'a/web.dockerfile', 'b/dockerfile']
    const others = [
      'Dockerfile.dockerignore',
      'Dockerfile.j2',
      'Dockerfile.tmpl',
      'Dockerfile.in',
      'README.md',
    ]
    const notes = [
      'Dockerfile~',
      'Dockerfile.orig',
      'a/Dockerfile.erb',
      'a/myDockerfile',
      'a/web.dockerfile.template',
    ]
    for (const path of [...more, ...notes, ...others, ...wanted]) put(path)
    expect(await filesIn('.')).toEqual([...wanted, ...more])
  })

  it('leaves out node_modules, vendor and .git unless they are named', async () => {
    for (const path of [
      'node_modules/x/Dockerfile',
      'vendor/Dockerfile',
      '.git/Dockerfile',
      'x/vendor/Dockerfile',
    ])
      put(path)
    expect(await filesIn('.')).toEqual([])
    expect(await filesIn('vendor')).toEqual(['vendor/Dockerfile'])
  })

  it('gives each file once, however it is named', async () => {
    put('a/Dockerfile')
    expect(await filesIn('.', 'a', 'a/Dockerfile', 'a/*', join(cwd, 'a'))).toEqual(['a/Dockerfile'])
  })

  it('that is called Dockerfile is told apart, and what lies in it is found', async () => {
    put('x/Dockerfile/Dockerfile.dev')
    const { files, failures } = await find('.')
    expect(files).toEqual(['x/Dockerfile/Dockerfile.dev'])
    expect(failures).toMatchObject([{ path: 'x/Dockerfile', reason: 'is a directory' }])
  })
})

describe('ignore files', () => {
  it('hold in their folder and below, the inner ones win', async () => {
    put('.gitignore', 'build/\n/top.Dockerfile\nDockerfile.dev\n')
    put('sub/.gitignore', '!Dockerfile.dev\n')
    put('sub/deep/.dfslimignore', 'Dockerfile.dev\r\n')
    for (const folder of ['', 'sub/', 'sub/deep/', 'build/', 'sub/build/'])
      for (const name of ['Dockerfile', 'Dockerfile.dev', 'top.Dockerfile']) put(folder + name)
    const sub = [
      'sub/Dockerfile',
      'sub/Dockerfile.dev',
      'sub/deep/Dockerfile',
      'sub/deep/top.Dockerfile',
      'sub/top.Dockerfile',
    ]
    expect(await filesIn('.')).toEqual(['Dockerfile', ...sub])
  })

  it('of the repository hold when a folder below is searched, but not for what is named itself', async () => {
    mkdirSync(join(cwd, '.git'))
    put('.gitignore', 'old.*\n/gone/\n')
    for (const path of ['a/old.Dockerfile', 'a/Dockerfile', 'gone/Dockerfile']) put(path)
    expect(await filesIn('a')).toEqual(['a/Dockerfile'])
    expect(await filesIn('a/old.Dockerfile')).toEqual(['a/old.Dockerfile'])
    expect(await filesIn('gone')).toEqual(['gone/Dockerfile'])
  })

  it('tell upper from lower case', async () => {
    put('.gitignore', 'dockerfile\n')
    put('Dockerfile')
    expect(await filesIn('.')).toEqual(['Dockerfile'])
  })
})

describe('an argument', () => {
  it('that is a file is always taken', async () => {
    put('.gitignore', '*\n')
    expect(await filesIn(put('notes.txt'), put('node_modules/Dockerfile'))).toEqual([
      'node_modules/Dockerfile',
      'notes.txt',
    ])
  })

  it('may be a glob: over files, over folders, or so wide that names decide', async () => {
    for (const path of [
      'a/Dockerfile',
      'a/x.df',
      'a/.b/Dockerfile',
      'c/Dockerfile',
      'c/y.df',
      'd/e/Dockerfile',
    ])
      put(path)
    expect(await filesIn('*/*.df')).toEqual(['a/x.df', 'c/y.df'])
    expect(await filesIn('./{a,c}/Dockerfile')).toEqual(['a/Dockerfile', 'c/Dockerfile'])
    expect(await filesIn('d*')).toEqual(['d/e/Dockerfile'])
    expect(await filesIn('a/**')).toEqual(['a/.b/Dockerfile', 'a/Dockerfile'])
    expect(await filesIn(join(cwd, '**/y.df'))).toEqual(['c/y.df'])
    expect(await find('nowhere/*')).toMatchObject({ files: [], missing: [] })
  })

  it('that names nothing is missing', async () => {
    expect(await find('nowhere', put('Dockerfile'))).toMatchObject({
      files: ['Dockerfile'],
      missing: ['nowhere'],
    })
  })

  it('may hold the letters of a glob', async () => {
    expect(await filesIn(put('[a]/Dockerfile'))).toEqual(['[a]/Dockerfile'])
  })
})

describe('a link', () => {
  it('is followed inside the tree and no further, never to a folder', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'dfslim-outside-'))
    writeFileSync(join(outside, 'Dockerfile'), 'FROM scratch\n')
    put('base.txt')
    put('real/Dockerfile')
    symlinkSync('base.txt', join(cwd, 'Dockerfile'))
    symlinkSync('real/Dockerfile', join(cwd, 'Dockerfile.twin'))
    symlinkSync(join(outside, 'Dockerfile'), join(cwd, 'Dockerfile.out'))
    symlinkSync(outside, join(cwd, 'folder'))
    symlinkSync('..', join(cwd, 'real/up'))
    symlinkSync('nothing', join(cwd, 'Dockerfile.dangling'))
    const { files, failures } = await find('.')
    rmSync(outside, { recursive: true })
    expect(files).toEqual(['Dockerfile', 'real/Dockerfile'])
    expect(failures).toMatchObject([{ path: 'Dockerfile.dangling', reason: 'is a link to nothing' }])
  })
})

describe('a tree that is out of the ordinary', () => {
  it('has names that are no text: each is named as a failure, and the others are found', async () => {
    put('good/Dockerfile')
    const odd = Buffer.concat([Buffer.from(`${cwd}/odd`), Buffer.of(0xff)])
    mkdirSync(odd)
    writeFileSync(Buffer.concat([odd, Buffer.from('/Dockerfile')]), 'FROM scratch\n')
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/Dockerfile.`), Buffer.of(0xfe)]), 'FROM scratch\n')
    const { files, failures } = await find('.')
    expect(files).toEqual(['Dockerfile.\uFFFD', 'good/Dockerfile'])
    expect(failures).toEqual([
      { kind: 'unreadable', path: 'odd\uFFFD', reason: 'the name is not UTF-8: rename it', line: undefined },
    ])
    const found = { path: files[0]!, absolute: join(cwd, files[0]!), tree: cwd }
    expect(readDockerfile(found)).toMatchObject({ reason: 'the name is not UTF-8: rename it' })
  })

  it('has names with blanks, newlines and letters of patches', async () => {
    const names = [
      'a b/Dockerfile',
      'c\nd/Dockerfile',
      'e"f/Dockerfile',
      '::error::/Dockerfile',
      '%41/Dockerfile',
    ]
    for (const name of names) put(name)
    expect(await filesIn('.')).toEqual([...names].sort())
  })

  it('has links in a circle, and 3,000 folders in each other or side by side', async () => {
    put('a/b/Dockerfile')
    symlinkSync('..', join(cwd, 'a/b/up'))
    symlinkSync('loop', join(cwd, 'loop'))
    symlinkSync('loop', join(cwd, 'Dockerfile'))
    put(`${'deep/'.repeat(600)}Dockerfile`)
    for (let i = 0; i < 2400; i++) mkdirSync(join(cwd, `wide/${i}`), { recursive: true })
    put('wide/2399/Dockerfile')
    const { files, failures } = await find('.')
    expect(files).toEqual(['a/b/Dockerfile', `${'deep/'.repeat(600)}Dockerfile`, 'wide/2399/Dockerfile'])
    expect(failures).toMatchObject([{ path: 'Dockerfile', reason: 'is a link to nothing' }])
  })

  it('has a folder that may not be read, which is told', async () => {
    put('shut/Dockerfile')
    put('open/Dockerfile')
    chmodSync(join(cwd, 'shut'), 0)
    const { files, failures } = await find('.')
    chmodSync(join(cwd, 'shut'), 0o755)
    expect(failures).toMatchObject(isRoot ? [] : [{ path: 'shut', reason: 'no permission' }])
    expect(files).toEqual(isRoot ? ['open/Dockerfile', 'shut/Dockerfile'] : ['open/Dockerfile'])
  })
})

describe('bad input is refused in a few words', () => {
  const reasonFor = (path: string) => {
    const found = { path, absolute: join(cwd, path), tree: cwd }
    const result = readDockerfile(found)
    return 'reason' in result ? [result.line, result.reason] : undefined
  }

  const bad: readonly (readonly [
    name: string,
    bytes: Uint8Array,
    line: number | undefined,
    reason: string,
  ])[] = [
    ['an empty file', Buffer.of(), undefined, 'is empty'],
    ['a NUL byte', Buffer.from('FROM a\nRUN x\0\n'), 2, 'holds a NUL byte'],
    ['Latin-1', Buffer.from('FROM a\n# caf\xe9\n', 'latin1'), 2, 'is not UTF-8'],
    ['an encoded surrogate', Buffer.from('46eda08046', 'hex'), 1, 'is not UTF-8'],
    ['UTF-16', Buffer.from('\uFEFFFROM a\n', 'utf16le'), undefined, 'is UTF-16, not UTF-8'],
    [
      'a file of 6 MB',
      Buffer.alloc(6_000_000, 'x'),
      undefined,
      'holds 6.0 MB: above 5 MB it is no Dockerfile',
    ],
  ]
  for (const [name, bytes, line, reason] of bad)
    it(name, () => {
      expect(reasonFor(put('Dockerfile', bytes))).toEqual([line, reason])
    })

  it('a directory and a file that is gone', () => {
    mkdirSync(join(cwd, 'Dockerfile'))
    expect(reasonFor('Dockerfile')).toEqual([undefined, 'is a directory'])
    expect(reasonFor('gone')).toEqual([undefined, 'does not exist'])
  })

  it('a file without permission, for all but root', () => {
    chmodSync(join(cwd, put('Dockerfile')), 0)
    expect(reasonFor('Dockerfile')).toEqual(
      process.getuid?.() === 0 ? undefined : [undefined, 'no permission'],
    )
  })

  it('and a byte order mark is none', () => {
    const path = put('Dockerfile', '\uFEFFFROM é\r\n')
    expect(readDockerfile({ path, absolute: join(cwd, path), tree: cwd })).toMatchObject({
      text: '\uFEFFFROM é\r\n',
    })
  })
})

describe('the build context', () => {
  it('reads and lists files of its folder', () => {
    for (const path of ['app/src/b.py', 'app/a.py', 'app/.git/HEAD']) put(path, `${path}\n`)
    const context = contextOf(cwd)
    expect(context.read('app/a.py')).toBe('app/a.py\n')
    expect(context.read('/app/a.py')).toBe('app/a.py\n')
    expect(context.list('app')).toEqual(['app/a.py', 'app/src/b.py'])
    expect(context.list('.')).toEqual(['app/a.py', 'app/src/b.py'])
    expect(context.list('app/a.py')).toEqual(['app/a.py'])
  })

  it('knows nothing of what is missing, binary, large, or outside', () => {
    mkdirSync(join(cwd, 'in'))
    put('secret')
    put('in/binary', Buffer.of(1, 0, 2))
    put('in/latin1', Buffer.of(0xe9))
    put('in/large', 'x'.repeat(4 * 1024 * 1024 + 1))
    symlinkSync('../secret', join(cwd, 'in/link'))
    const context = contextOf(join(cwd, 'in'))
    for (const path of ['missing', 'binary', 'latin1', 'large', '../secret', 'link', '.', 'a\0b'])
      expect([path, context.read(path)]).toEqual([path, undefined])
    for (const path of ['missing', '..', '../secret'])
      expect([path, context.list(path)]).toEqual([path, undefined])
    expect(contextOf(join(cwd, 'nowhere')).list('.')).toBeUndefined()
  })

  it('does not list more than 400 files', () => {
    for (let i = 0; i <= 400; i++) put(`many/${i}`)
    for (let i = 0; i < 400; i++) put(`some/${i}`)
    expect(contextOf(cwd).list('many')).toBeUndefined()
    expect(contextOf(cwd).list('some')).toHaveLength(400)
  })
})
