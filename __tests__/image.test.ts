import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { instructionOf } from '../src/image/config.js'
import { differenceOf } from '../src/image/difference.js'
import { readImage, type Image, type ReadOptions } from '../src/image/image.js'
import { absolute } from '../src/image/layer.js'
import { measurementOf } from '../src/image/measurement.js'
import { findPlace, knownPlaces } from '../src/image/places.js'
import { ImageProblem } from '../src/image/problem.js'
import { spool } from '../src/image/spool.js'
import { transforms } from '../transforms/index.js'
import * as images from './support/images.js'
import { asTar, digestOf, layoutFiles, savedFiles, tarOf, type Part } from './support/images.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dfslim-image-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Reads an image that `docker save` may have written, of layers with these members. */
async function imageOf(layers: readonly (readonly Part[])[], options?: ReadOptions): Promise<Image> {
  return readBytes(await asTar(savedFiles({ layers: await Promise.all(layers.map(tarOf)) })), options)
}

async function readBytes(bytes: Uint8Array, options?: ReadOptions): Promise<Image> {
  writeFileSync(join(folder, 'image.tar'), bytes)
  return readImage(join(folder, 'image.tar'), 'image.tar', options)
}

const wasteOf = ({ waste }: Image) =>
  waste.map(({ path, bytes, addedBy, removedBy, how }) => `${path} ${bytes} ${addedBy}-${removedBy} ${how}`)
const pathsOf = ({ tree }: Image) => [...tree.keys()].sort()

const lower: readonly Part[] = [
  ['app/', '', { mode: 0o750, uid: 7, gid: 8 }],
  ['app/one', '1'.repeat(10)],
  ['app/two', '2'.repeat(600)],
]
const upper: readonly Part[] = [['app/.wh.one'], ['app/two', '3'.repeat(20)]]
const history = ['/bin/sh -c #(nop) ADD file:12ab in / ', 'RUN /bin/sh -c make # buildkit']

describe('reads every layout, and comes to the same figures', () => {
  const planOf = async (store: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes) => {
    const layers = await Promise.all([tarOf(lower), tarOf(upper)])
    const diffIds = layers.map(digestOf)
    return {
      layers: layers.map(store),
      history,
      diffIds,
      name: 'some:tag',
      config: { User: 'app', Env: null },
    }
  }
  const check = (image: Image, isCompressed: boolean) => {
    expect(image).toMatchObject({ name: 'some:tag', images: 1, config: { User: 'app' } })
    // 512 for the folder, 512 + 512 and 512 + 1024 for the files, 1024 for the end; 512 and 512 + 512 and 1024.
    expect(image.layers).toMatchObject([
      { instruction: 'ADD file:12ab in /', bytes: 4096, fileBytes: 610, entries: 3, whiteouts: 0 },
      { instruction: 'RUN make', bytes: 2560, fileBytes: 20, entries: 2, whiteouts: 1 },
    ])
    for (const { compressedBytes } of image.layers) expect(compressedBytes !== undefined).toBe(isCompressed)
    expect(pathsOf(image)).toEqual(['/app', '/app/two'])
    expect(image.tree.get('/app')).toMatchObject({ kind: 'directory', mode: 0o750, uid: 7, gid: 8, layer: 0 })
    expect(image.tree.get('/app/two')).toMatchObject({ kind: 'file', size: 20, layer: 1 })
    expect(wasteOf(image).sort()).toEqual(['/app/one 10 0-1 removed', '/app/two 600 0-1 replaced'])
  }

  it('docker save of old', async () => check(await readBytes(await asTar(savedFiles(await planOf()))), false))

  it('docker save of today', async () =>
    check(await readBytes(await asTar(images.newSavedFiles(await planOf()))), false))

  it('an OCI layout, in a tar file and in a folder', async () => {
    const files = layoutFiles(await planOf())
    check(await readBytes(await asTar(files)), false)
    images.putFiles(join(folder, 'layout'), files)
    check(await readImage(join(folder, 'layout'), 'layout'), false)
  })

  it('layers in gzip and zstd', async () => {
    check(await readBytes(await asTar(layoutFiles(await planOf(images.gzipped)))), true)
    check(await readBytes(await asTar(layoutFiles(await planOf(images.zstandard)))), true)
  })

  it('a tar file that is compressed as a whole, and leaves nothing in the temporary folder', async () => {
    check(await readBytes(gzipSync(await asTar(savedFiles(await planOf())))), false)
    check(await readBytes(images.zstandard(await asTar(savedFiles(await planOf())))), false)
    const mark = `dfslim-spool-${process.pid}-`
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(mark))).toEqual([])
  })

  it('what was spooled, and names that begin with ./', async () => {
    const files = Object.entries(savedFiles(await planOf()))
    const parts = files.map(([name, content]) => [`./${name}`, content] as const)
    const file = await spool(
      (async function* () {
        yield await tarOf(parts)
      })(),
    )
    check(await readImage(file, 'spooled'), false)
  })

  it('a layer that is a link to another', async () => {
    const { '1/layer.tar': _, ...files } = savedFiles({ layers: [await tarOf(lower), await tarOf(lower)] })
    const link: Part = ['1/layer.tar', '', { type: 'symlink', linkname: '../0/layer.tar' }]
    const image = await readBytes(await tarOf([link, ...Object.entries(files)]))
    expect(image.layers.map(({ bytes }) => bytes)).toEqual([4096, 4096])
    expect(wasteOf(image)).toEqual(['/app/one 10 0-1 replaced', '/app/two 600 0-1 replaced'])
  })
})

describe('puts layers on top of each other', () => {
  it('a whiteout takes a folder with all below it, from the layers below alone', async () => {
    const image = await imageOf([
      [['a/'], ['a/b/'], ['a/b/c', '12345'], ['ab', '1']],
      [['a/.wh.b'], ['a/b/'], ['a/b/d', '12']],
    ])
    expect(pathsOf(image)).toEqual(['/a', '/a/b', '/a/b/d', '/ab'])
    expect(wasteOf(image)).toEqual(['/a/b/c 5 0-1 removed'])
  })

  it('a folder is emptied, whatever the order in the tar file', async () => {
    const mark: Part = ['a/.wh..wh..opq']
    const fresh: Part = ['a/new', '123']
    for (const top of [
      [mark, fresh],
      [fresh, mark],
    ]) {
      const image = await imageOf([[['a/'], ['a/old', '1234'], ['a/b/'], ['a/b/c', '1']], top])
      expect(pathsOf(image)).toEqual(['/a', '/a/new'])
      expect(wasteOf(image)).toEqual(['/a/old 4 0-1 removed', '/a/b/c 1 0-1 removed'])
    }
  })

  it('the root is emptied as well', async () => {
    const image = await imageOf([
      [['a', '1'], ['b/'], ['b/c', '1']],
      [['.wh..wh..opq'], ['d', '']],
    ])
    expect(pathsOf(image)).toEqual(['/d'])
  })

  it('a file in the place of a folder takes all below it away; a folder in the place of a file keeps its own', async () => {
    const image = await imageOf([
      [['a/'], ['a/b', '12'], ['c', '123']],
      [['a', '1'], ['c/'], ['c/d', '1234']],
    ])
    expect(pathsOf(image)).toEqual(['/a', '/c', '/c/d'])
    expect(wasteOf(image).sort()).toEqual(['/a/b 2 0-1 removed', '/c 3 0-1 replaced'])
  })

  it('the same path twice in a layer is wasted once', async () => {
    expect(
      wasteOf(
        await imageOf([
          [
            ['a', '123'],
            ['a', '12'],
          ],
        ]),
      ),
    ).toEqual(['/a 3 0-0 replaced'])
  })

  it('a file is wasted when its last name is gone', async () => {
    const link: Part = ['b', '', { type: 'link', linkname: 'a' }]
    const one = await imageOf([[['a', '12345'], link], [['.wh.a']]])
    expect(one.tree.get('/b')).toMatchObject({ kind: 'file', size: 5, names: 1 })
    expect([wasteOf(one), measurementOf(one).finalBytes]).toEqual([[], 5])
    const both = await imageOf([
      [['a', '12345'], link],
      [['.wh.a'], ['.wh.b']],
    ])
    expect(wasteOf(both)).toEqual(['/b 5 0-1 removed'])
    const copied = await imageOf([[['a', '12345'], link], [['b', '12345']]])
    expect([wasteOf(copied), measurementOf(copied).finalBytes]).toEqual([[], 10])
  })

  it('wasted and final bytes are all bytes of files', async () => {
    const image = await imageOf([lower, upper, [['app/.wh..wh..opq'], ['x', '1']], [['.wh.x']]])
    const { fileBytes, finalBytes, wastedBytes, waste } = measurementOf(image)
    expect({ fileBytes, finalBytes, wastedBytes }).toEqual({
      fileBytes: 631,
      finalBytes: 0,
      wastedBytes: 631,
    })
    expect(waste.map(({ addedBy, removedBy, bytes }) => [addedBy, removedBy, bytes])).toEqual([
      [0, 1, 610],
      [1, 2, 20],
      [2, 3, 1],
    ])
  })
})

describe('knows what tar can say', () => {
  it('long names, names of any letters, links, devices, extended attributes', async () => {
    const long = `${'d'.repeat(120)}/${'ü'.repeat(120)}`
    const image = await imageOf(
      [
        [
          [long, '123'],
          ['odd \n\t"\\\'*', '1'],
          ['link', '', { type: 'symlink', linkname: '../x y' }],
          ['null', '', { type: 'character-device', devmajor: 1, devminor: 3 }],
          ['pipe', '', { type: 'fifo' }],
          [
            'marked',
            '',
            {
              mode: 0o4755,
              pax: { 'SCHILY.xattr.user.b': '2\n=', 'SCHILY.xattr.user.a': '1', uid: '3000000' },
            },
          ],
        ],
      ],
      { digests: true },
    )
    expect(image.tree.get(`/${long}`)).toMatchObject({ size: 3, digest: digestOf('123').slice(7) })
    expect(image.tree.get('/odd \n\t"\\\'*')?.size).toBe(1)
    expect(image.tree.get('/link')).toMatchObject({ kind: 'link', target: '../x y', size: 0 })
    expect(image.tree.get('/null')).toMatchObject({ kind: 'character-device', target: '1,3' })
    expect(image.tree.get('/pipe')?.kind).toBe('fifo')
    const xattrs = { 'user.a': '1', 'user.b': '2\n=' }
    expect(image.tree.get('/marked')).toMatchObject({ mode: 0o4755, uid: 3000000, xattrs })
  })

  it('names however they are written', () => {
    const names = ['.', './', '/', './a', 'a/', '/a//b/', 'a/./b', 'a/../b', '../a', '...', 'a/..b', '.a']
    const paths = ['/', '/', '/', '/a', '/a', '/a/b', '/a/b', '/b', '/a', '/...', '/a/..b', '/.a']
    expect(names.map(absolute)).toEqual(paths)
  })

  it('files larger than what is read at a time, of which it reads the content only when that counts', async () => {
    const large = 'x'.repeat(1_000_001)
    const parts: readonly Part[] = [
      ['a', large],
      ['b', large],
      ['c', '1'],
    ]
    const plain = await imageOf([parts])
    expect([...plain.tree.values()].map(({ size, digest }) => [size, digest])).toEqual([
      [1_000_001, undefined],
      [1_000_001, undefined],
      [1, undefined],
    ])
    const digested = await imageOf([parts], { digests: true })
    expect(digested.tree.get('/b')?.digest).toBe(digestOf(large).slice(7))
    expect(digested.tree.get('/c')?.digest).toBe(digestOf('1').slice(7))
  })

  it('what the tar of this machine writes, in each of its formats', async () => {
    const source = join(folder, 'source')
    images.putFiles(source, {
      [`${'n'.repeat(90)}/${'m'.repeat(200)}`]: '1234',
      'a/b': 'x'.repeat(70_000),
      ä: '',
    })
    for (const format of ['gnu', 'pax', 'ustar', 'v7']) {
      const { status, stdout } = spawnSync('tar', ['-c', `--format=${format}`, '-C', source, '.'], {
        maxBuffer: 1e8,
      })
      if (status === null) return
      const list = spawnSync('tar', ['-t', '--quoting-style=literal'], {
        input: stdout,
        encoding: 'utf8',
      }).stdout
      const image = await readBytes(await asTar(savedFiles({ layers: [stdout] })))
      expect(pathsOf(image)).toEqual(list.trimEnd().split('\n').map(absolute).sort())
      expect(image.tree.get('/a/b')?.size).toBe(70_000)
    }
  })
})

describe('says in one line what is wrong', () => {
  const problemOf = async (bytes: Uint8Array): Promise<string> => {
    const problem = await readBytes(bytes).then(
      () => new Error('nothing is wrong'),
      (error: Error) => error,
    )
    expect(problem).toBeInstanceOf(ImageProblem)
    expect(problem.message).not.toContain('\n')
    return problem.message
  }

  it('no image at all', async () => {
    expect(await problemOf(Buffer.from('x'.repeat(2000)))).toBe('image.tar is no tar file')
    const nothing = /^image\.tar is no image: it has neither the manifest\.json .* nor the index\.json/
    expect(await problemOf(await tarOf([['a', '1']]))).toMatch(nothing)
    expect(await problemOf(Buffer.alloc(0))).toMatch(nothing)
    await expect(readImage(join(folder, 'none'), 'none')).rejects.toThrow('none: does not exist')
  })

  it('a part that is missing, or is something else', async () => {
    const layers = [await tarOf(lower)]
    const { '0/layer.tar': _, ...rest } = savedFiles({ layers })
    expect(await problemOf(await asTar(rest))).toBe(
      'image.tar is no complete image: 0/layer.tar is missing: save it anew',
    )
    const mangled = { ...savedFiles({ layers }), 'manifest.json': '[{' }
    expect(await problemOf(await asTar(mangled))).toMatch(
      /^image\.tar is no image: manifest\.json holds no JSON/,
    )
    const index = { ...layoutFiles({ layers }), 'index.json': '{"manifests":[{"digest":"../../etc"}]}' }
    expect(await problemOf(await asTar(index))).toBe('image.tar is no image: a digest in it reads ../../etc')
  })

  it('a layer that is damaged, cut short, or compressed by a tool that is not known', async () => {
    const layer = await tarOf(lower)
    const problemWith = async (stored: Uint8Array, diffIds: readonly string[] = []) =>
      problemOf(await asTar(savedFiles({ layers: [await tarOf(lower), stored], diffIds })))
    expect(await problemWith(layer.subarray(0, 1500))).toMatch(
      /^layer 2 of image\.tar is damaged or cut short/,
    )
    expect(await problemWith(gzipSync(layer).subarray(0, 50))).toMatch(/^layer 2 .* is damaged or cut short/)
    expect(await problemWith(images.zstandard(layer).subarray(0, 900))).toMatch(/^layer 2 .* is damaged/)
    expect(await problemWith(Buffer.from('BZh91AY&SY'))).toMatch(
      /^layer 2 .* compressed with bzip2: dfslim reads/,
    )
    expect(await problemWith(Buffer.from('\xfd7zXZ\0\0\0', 'latin1'))).toMatch(
      /^layer 2 .* compressed with xz/,
    )
    const other = digestOf('other')
    expect(await problemWith(images.zstandard(layer), [other, other])).toMatch(/digest is not the one/)
    const sparse = await tarOf([['disk', '12']])
    const sum = parseInt(sparse.toString('latin1', 148, 154), 8) + 'S'.charCodeAt(0) - '0'.charCodeAt(0)
    sparse.write('S', 156)
    sparse.write(sum.toString(8).padStart(6, '0'), 148)
    expect(await problemWith(sparse)).toMatch(/^layer 2 .* holds disk, of a kind that dfslim does not read/)
    expect(await problemWith(await tarOf([['a/'.repeat(5000), '']]))).toMatch(
      /holds a path of \d+ characters/,
    )
  })

  it('a file that is cut off anywhere', async () => {
    for (const store of [(bytes: Uint8Array) => bytes, images.gzipped, images.zstandard]) {
      const bytes = await asTar(savedFiles({ layers: [store(await tarOf(lower))] }))
      for (let end = 1; end < bytes.length - 1536; end += 401) await problemOf(bytes.subarray(0, end))
    }
  })
})

describe('reads instructions as they stand in a Dockerfile', () => {
  it.each([
    ['/bin/sh -c #(nop)  CMD ["bash"]', 'CMD ["bash"]'],
    ['/bin/sh -c apt-get update', 'RUN apt-get update'],
    ['RUN /bin/sh -c apt-get update   && b # buildkit', 'RUN apt-get update && b'],
    ['RUN |2 A=1 B=two words /bin/sh -c make # buildkit', 'RUN make'],
    ['|1 A=1 /bin/bash -o pipefail -c make', 'RUN make'],
    ['RUN /usr/bin/bash -euxo pipefail -c make', 'RUN make'],
    ['RUN /bin/ash -eo pipefail -c make # buildkit', 'RUN make'],
    ['RUN python3 -m x # buildkit', 'RUN python3 -m x'],
    ['COPY a /b # buildkit', 'COPY a /b'],
    ['Imported from -', 'Imported from -'],
  ])('%s', (created, instruction) => expect(instructionOf(created)).toBe(instruction))
})

describe('measures', () => {
  it('the largest directories, none of them in another', async () => {
    const docs = Array.from({ length: 20 }, (_, i): Part => [`usr/share/doc/p${i}/copyright`, 'x'.repeat(10)])
    const image = await imageOf([
      [...docs, ['usr/lib/gcc/cc1', 'x'.repeat(500)], ['usr/bin/a', 'x'.repeat(90)], ['b', '1']],
    ])
    expect(measurementOf(image).directories).toEqual([
      { path: '/usr/lib/gcc', bytes: 500, files: 1 },
      { path: '/usr/share/doc', bytes: 200, files: 20 },
      { path: '/usr/bin', bytes: 90, files: 1 },
    ])
  })

  it('package caches, and which layer brought most of each', async () => {
    const lists = 'var/lib/apt/lists/'
    const image = await imageOf([
      [
        [`${lists}lock`, ''],
        [`${lists}a`, '1'],
      ],
      [
        [`${lists}b`, '12'],
        ['home/me/.cache/pip/x/y', '123'],
        ['root/.cache/ms-playwright/chrome', '1234'],
      ],
    ])
    expect(
      measurementOf(image).caches.map(({ path, bytes, files, layer }) => [path, bytes, files, layer]),
    ).toEqual([
      ['/var/lib/apt/lists', 3, 3, 1],
      ['/home/me/.cache/pip', 3, 1, 1],
    ])
  })

  it('nothing in an empty image', async () => {
    expect(measurementOf(await imageOf([[]]))).toMatchObject({
      bytes: 1024,
      wastedBytes: 0,
      efficiency: 1,
      directories: [],
    })
  })
})

describe('knows places', () => {
  it.each([
    ['/var/lib/apt/lists/x', 'lists', '/var/lib/apt/lists'],
    ['/var/lib/apt/extended_states', 'records', '/var/lib/apt'],
    ['/root/.npm/_cacache/a', 'cache', '/root/.npm'],
    ['/home/me/.cache/x', 'cache', '/home/me/.cache'],
    ['/usr/local/lib/ruby/gems/3.3.0/cache/a.gem', 'cache', '/usr/local/lib/ruby/gems/3.3.0/cache'],
    ['/usr/share/doc/ruby/3.3.0/x', 'documentation', '/usr/share/doc'],
    ['/usr/share/docx/a', undefined, undefined],
    ['/root/.cache/puppeteer/chrome', undefined, undefined],
    ['/root', undefined, undefined],
  ])('%s', (path, kind, root) => {
    const found = findPlace(path)
    expect([found?.place.kind, found?.root]).toEqual([kind, root])
  })

  it('names transforms that there are', () => {
    const ids = transforms.map(({ id }) => id)
    const named = knownPlaces.flatMap(({ transform }) => transform ?? [])
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
  })
})

describe('compares two images', () => {
  const status = (...names: readonly string[]) =>
    names.map((name) => `Package: ${name}\nStatus: install ok installed\nVersion: 1.0\n`).join('\n')
  const base: readonly Part[] = [
    ['lib', '', { type: 'symlink', linkname: 'usr/lib' }],
    ['usr/lib/libcurl.so', '12345'],
    ['usr/share/doc/curl/copyright', '123'],
    ['var/lib/dpkg/status', status('curl', 'dash')],
    ['var/lib/dpkg/info/curl:amd64.list', '/.\n/lib/libcurl.so\n/usr/share/doc/curl/copyright\n'],
    ['var/log/dpkg.log', 'monday'],
    ['var/lib/apt/lists/packages', '1234567'],
    ['etc/motd', 'hello'],
    ['bin/tool', 'tool', { mode: 0o755 }],
    ['bin/alias', '', { type: 'link', linkname: 'bin/tool' }],
  ]
  const after: readonly Part[] = [
    base[0]!,
    ['var/lib/dpkg/status', status('dash')],
    ['var/log/dpkg.log', 'tuesday'],
    ['etc/motd', 'HELLO', { uid: 1, pax: { 'SCHILY.xattr.user.a': '1' } }],
    ['bin/tool', 'tool', { mode: 0o700 }],
    ['bin/alias', '', { type: 'link', linkname: 'bin/tool' }],
    ['srv/new', '12'],
  ]

  it('sorts paths by what they are, and keeps noise apart', async () => {
    const [before, then] = [
      await imageOf([base], { digests: true }),
      await imageOf([after], { digests: true }),
    ]
    const { groups, noise, packages, config } = differenceOf(before, then)
    const found = groups.map(({ belongsTo: { kind, what }, gone, new: added, changed, bytes }) =>
      [kind, what, gone, added, changed, bytes].join(' ').replace('  ', ' '),
    )
    const records = status('dash').length - status('curl', 'dash').length
    expect(found.sort()).toEqual(
      [
        'base 0 1 3 2',
        'documentation documentation 1 0 0 -3',
        'lists package lists of apt 1 0 0 -7',
        `package curl 2 0 0 ${-5 - '/.\n/lib/libcurl.so\n/usr/share/doc/curl/copyright\n'.length}`,
        `records records of dpkg and apt 0 0 1 ${records}`,
      ].sort(),
    )
    expect(noise.map(({ path }) => path)).toEqual(['/var/log/dpkg.log'])
    expect(packages).toEqual([{ name: 'curl', before: '1.0', after: undefined }])
    expect(config).toEqual([])
    const paths = groups.find(({ belongsTo }) => belongsTo.kind === 'base')?.paths
    expect(paths?.map(({ path, aspects }) => [path, aspects.join()])).toEqual([
      ['/bin/alias', 'mode'],
      ['/bin/tool', 'mode'],
      ['/etc/motd', 'content,owner,xattrs'],
      ['/srv/new', ''],
    ])
  })

  it('takes for noise what no two builds of one file have in common', async () => {
    const built = (when: string): Part[] => [
      ['root/.npm/_cacache/index-v5/0b/77/abc', when],
      [`root/.npm/_logs/${when}-debug-0.log`, 'x'],
      ['etc/ssh/ssh_host_rsa_key.pub', when],
      ['app/__pycache__/a.cpython-311.pyc', when],
      ['root/.npm/_cacache/content-v2/sha512/00/11/22', when],
    ]
    const [before, after] = [
      await imageOf([built('monday')], { digests: true }),
      await imageOf([built('tuesday')], { digests: true }),
    ]
    const { groups, noise } = differenceOf(before, after)
    expect(noise).toHaveLength(5)
    expect(groups.flatMap(({ paths }) => paths.map(({ path }) => path))).toEqual([
      '/root/.npm/_cacache/content-v2/sha512/00/11/22',
    ])
  })

  it('an image and itself differ in nothing', async () => {
    const image = await imageOf([base], { digests: true })
    expect(differenceOf(image, image)).toEqual({ groups: [], noise: [], packages: [], config: [] })
  })

  it('finds the packages of apk, and of images without a package manager', async () => {
    const apk = 'P:busybox\nV:1.36\nF:bin\nR:busybox\n'
    const layers = [
      [
        ['lib/apk/db/installed', `${apk}\nP:curl\nV:8\nF:usr/bin\nR:curl\n`],
        ['usr/bin/curl', '123'],
        ['var/lib/dpkg/status.d/tzdata', 'Package: tzdata\nVersion: 2026a\n'],
        ['var/lib/dpkg/status.d/tzdata.md5sums', `${'0'.repeat(32)}  usr/share/zoneinfo/UTC\n`],
        ['usr/share/zoneinfo/UTC', 'UTC'],
      ],
    ] as const
    const before = await imageOf(layers, { digests: true })
    const { groups, packages } = differenceOf(
      before,
      await imageOf([[['lib/apk/db/installed', apk]]], { digests: true }),
    )
    expect(packages).toEqual([
      { name: 'curl', before: '8', after: undefined },
      { name: 'tzdata', before: '2026a', after: undefined },
    ])
    const owners = groups.flatMap(({ belongsTo, paths }) =>
      paths.map(({ path }) => `${path} ${belongsTo.kind} ${belongsTo.what}`),
    )
    expect(owners).toContain('/usr/bin/curl package curl')
    expect(owners).toContain('/usr/share/zoneinfo/UTC package tzdata')
  })

  it('compares the configuration whatever the order of its keys', async () => {
    const read = async (config: object) =>
      readBytes(await asTar(savedFiles({ layers: [], config: { ...config } })), { digests: true })
    const before = await read({ Labels: { a: '1', b: '2' }, Cmd: ['a'], Volumes: {}, User: '' })
    const after = await read({ Cmd: ['a', 'b'], Labels: { b: '2', a: '1' }, Volumes: null })
    expect(differenceOf(before, after).config).toEqual([{ key: 'Cmd', before: ['a'], after: ['a', 'b'] }])
  })
})
