import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { main } from '../src/cli/index.js'
import type { Core } from '../src/cli/parts.js'
import { rewrite, transforms } from '../src/index.js'
import { percentOf, sizeOf } from '../src/report/size.js'
import { stepsIn, stepsOfLayers } from '../src/report/steps.js'
import { asTar, savedFiles, tarOf, type Part } from './support/images.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dfslim-measure-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

const core: Core = { rewrite, transforms, hints: [], examples: {}, build: 'test' }

async function run(line: string, columns?: number) {
  const printed = { stdout: '', stderr: '' }
  let loads = 0
  const terminal = {
    cwd,
    env: {},
    stdout: { isTTY: false, columns, write: (text: string) => void (printed.stdout += text) },
    stderr: { isTTY: false, write: (text: string) => void (printed.stderr += text) },
    readStdin: () => Promise.resolve(Buffer.alloc(0)),
    onInterrupt: () => () => {},
  }
  const loadCore = () => {
    loads++
    return Promise.resolve(core)
  }
  const code = await main(line.split(' '), terminal, { version: '1.2.3', loadCore })
  return { code, ...printed, loads }
}

async function putImage(
  name: string,
  layers: readonly (readonly [made: string, ...Part[]])[],
): Promise<Buffer> {
  const history = layers.map(([made]) => made)
  const tars = await Promise.all(layers.map(([, ...parts]) => tarOf(parts)))
  const bytes = await asTar(savedFiles({ layers: tars, history, name: 'some:tag' }))
  writeFileSync(join(cwd, name), bytes)
  return bytes
}

const lists = 'var/lib/apt/lists'

/** An image of a compiler that is gone again, and of package lists that are not. */
const putCompiler = () =>
  putImage('image.tar', [
    [
      '/bin/sh -c #(nop) ADD file:12ab in / ',
      ['etc/passwd', 'x'.repeat(50)],
      ['usr/bin/bash', 'x'.repeat(4000)],
    ],
    ['RUN /bin/sh -c apt-get update # buildkit', [`${lists}/a_Packages`, 'x'.repeat(20_000)]],
    [
      'RUN /bin/sh -c apt-get install -y gcc # buildkit',
      ['usr/bin/gcc', 'x'.repeat(30_000)],
      ['usr/bin/as', 'x'.repeat(999)],
    ],
    ['COPY main.c /src/ # buildkit', ['src/main.c', 'x'.repeat(7)]],
    ['RUN /bin/sh -c useradd me # buildkit', ['etc/passwd', 'x'.repeat(70)]],
    ['RUN /bin/sh -c apt-get purge -y gcc # buildkit', ['usr/bin/.wh.gcc'], ['usr/bin/.wh.as']],
  ])

const dockerfile = `FROM debian:bookworm
RUN apt-get update
RUN apt-get install -y gcc
COPY --chown=1 main.c /src/
RUN useradd me
RUN apt-get purge -y gcc
`

describe('measure', () => {
  it('shows layers, waste, directories and caches, and loads no transforms for that', async () => {
    await putCompiler()
    expect(await run('measure image.tar')).toEqual({
      code: 0,
      stderr: '',
      loads: 0,
      stdout: `image.tar (some:tag): 6 layers, 68.1 kB; 4 files of 24.1 kB in the end

layer     bytes    wasted  instruction
    1   6.66 kB      50 B  ADD file:12ab in /
    2   22.0 kB            RUN apt-get update
    3   33.3 kB   31.0 kB  RUN apt-get install -y gcc
    4   2.05 kB            COPY main.c /src/
    5   2.05 kB            RUN useradd me
    6   2.05 kB            RUN apt-get purge -y gcc

Wasted: 31.0 kB of 55.1 kB of files, 56.3 % (efficiency 43.7 %)
 31.0 kB  2 files, added by layer 3, removed by layer 6
           30.0 kB  /usr/bin/gcc
             999 B  /usr/bin/as
    50 B  1 file, added by layer 1, replaced by layer 5
              50 B  /etc/passwd

Largest directories
 20.0 kB  /var/lib/apt/lists  1 file
 4.00 kB  /usr/bin  1 file
    70 B  /etc  1 file
     7 B  /src  1 file

Package caches
 20.0 kB  /var/lib/apt/lists  package lists of apt, from layer 2
`,
    })
  })

  it('--dockerfile says what would win back each, and what is left alone and why', async () => {
    await putCompiler()
    writeFileSync(join(cwd, 'Dockerfile'), dockerfile)
    const { code, stdout } = await run('measure image.tar --dockerfile Dockerfile')
    expect(code).toBe(0)
    expect(stdout).toContain(`
layer     bytes    wasted  made by   instruction
    1   6.66 kB      50 B  base      ADD file:12ab in /
    2   22.0 kB            line 2    RUN apt-get update
    3   33.3 kB   31.0 kB  line 3    RUN apt-get install -y gcc
    4   2.05 kB            line 4    COPY main.c /src/
    5   2.05 kB            line 5    RUN useradd me
    6   2.05 kB            line 6    RUN apt-get purge -y gcc
`)
    expect(stdout).toContain(', removed by layer 6\n          won back by install-sink, line 2\n')
    expect(stdout).toContain('replaced by layer 5\n          came with the base image\n')
    expect(stdout).toContain('from layer 2\n          won back by apt-clean-lists, line 5\n')
    const end = '\ndfslim fix wins back about 51.0 kB of the 51.0 kB that are wasted or cached.'
    expect(stdout).toContain(end)
    expect(stdout).toMatch(/It changes more: [\w- ]+\.\n$/)
  })

  it('says when nothing is wasted, and when the image was not built from that file', async () => {
    await putImage('image.tar', [['COPY x /x # buildkit', ['x', '1']]])
    writeFileSync(join(cwd, 'Dockerfile'), 'FROM scratch\nRUN y\n')
    expect((await run('measure image.tar --dockerfile Dockerfile')).stdout).toBe(
      `image.tar (some:tag): 1 layer, 2.05 kB; 1 file of 1 B in the end

layer     bytes    wasted  instruction
    1   2.05 kB            COPY x /x

Wasted: nothing: there is nothing to squash.

Largest directories
     1 B  /  1 file

Package caches: none found.

No layer was made by an instruction of Dockerfile: is it the file that this was built from?
`,
    )
  })

  it('knows that RUNs which become one leave no trace', async () => {
    const file = 'FROM debian:bookworm\nRUN make all\nWORKDIR /x\nRUN rm -r /src\nCOPY a b\nRUN rm -r /x\n'
    writeFileSync(join(cwd, 'Dockerfile'), file)
    await putImage('image.tar', [
      ['RUN /bin/sh -c make all # buildkit', ['src/a', '12345'], ['x/b', '123']],
      ['WORKDIR /x'],
      ['RUN /bin/sh -c rm -r /src # buildkit', ['.wh.src']],
      ['COPY a b # buildkit', ['x/b', '1234']],
      ['RUN /bin/sh -c rm -r /x # buildkit', ['.wh.x']],
    ])
    const report = JSON.parse((await run('measure image.tar --dockerfile Dockerfile --format json')).stdout)
    expect(report.layers.map(({ line }: { line: number }) => line)).toEqual([2, 3, 4, 5, 6])
    expect(report.waste[0]).toMatchObject({
      addedBy: 1,
      removedBy: 3,
      bytes: 5,
      remedy: { kind: 'applied', transform: 'run-merge', line: 2 },
    })
    expect(report.waste[1].remedy).not.toMatchObject({ transform: 'run-merge', kind: 'applied' })
    expect(report.dockerfile).toMatchObject({ path: 'Dockerfile', matches: true })
  })

  it('says what left a place alone', async () => {
    const layers = [
      ['RUN /bin/sh -c make # buildkit', ['src/a', '12345']],
      ['RUN /bin/sh -c rm -r /src # buildkit', ['.wh.src']],
    ] as const
    await putImage('image.tar', layers)
    const remedyIn = async (file: string) => {
      writeFileSync(join(cwd, 'Dockerfile'), file)
      const { stdout } = await run('measure image.tar --dockerfile Dockerfile')
      return /removed by layer 2\n +(.*)/.exec(stdout)?.[1]
    }
    const file = 'FROM debian:bookworm\nRUN make\nRUN rm -r /src\n'
    expect(await remedyIn(file)).toBe('won back by run-merge, line 2')
    expect(await remedyIn(file.replace('make', '--network=none make'))).toMatch(
      /^left alone by (run-merge|cleanup-hoist), line 3: \w.*/,
    )
    const told = file.replace('RUN rm', '# dfslim ignore=run-merge,cleanup-hoist because I say so\nRUN rm')
    expect(await remedyIn(told)).toBe(
      'left alone by run-merge, line 4: a comment above it names this one instruction',
    )
  })

  it('--format json is one versioned object, exact to the byte', async () => {
    await putCompiler()
    const { stdout } = await run('measure image.tar --format json')
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      command: 'measure',
      image: { source: 'image.tar', name: 'some:tag' },
      bytes: 6656 + 22016 + 33280 + 2048 + 2048 + 2048,
      fileBytes: 50 + 4000 + 20_000 + 30_999 + 7 + 70,
      finalBytes: 4000 + 20_000 + 7 + 70,
      wastedBytes: 31_049,
      layers: [
        { instruction: 'ADD file:12ab in /', entries: 2 },
        {},
        {},
        {},
        {},
        { whiteouts: 2, fileBytes: 0 },
      ],
      waste: [
        {
          addedBy: 3,
          removedBy: 6,
          bytes: 30_999,
          files: [{ path: '/usr/bin/gcc', bytes: 30_000, how: 'removed' }, {}],
        },
        { addedBy: 1, removedBy: 5, bytes: 50, files: [{ path: '/etc/passwd', bytes: 50, how: 'replaced' }] },
      ],
      caches: [{ path: '/var/lib/apt/lists', bytes: 20_000, files: 1, layer: 2 }],
    })
  })

  it('cuts lines to the width of a terminal, and keeps control characters from it', async () => {
    const made = `RUN /bin/sh -c ${'x'.repeat(300)} \x1b[31m`
    await putImage('image.tar', [
      [made, [`${'d'.repeat(150)}/\x1b[2J`, '12345']],
      ['RUN y', [`.wh.${'d'.repeat(150)}`]],
    ])
    const { stdout } = await run('measure image.tar', 60)
    expect(stdout).not.toContain('\x1b')
    const layerLines = stdout.split('\n').filter((line) => /^ +\d  /.test(line))
    expect(layerLines.map(({ length }) => length)).toEqual([60, 32])
    expect(stdout).toMatch(/\/ddddddddddd\.\.\.d+\/\?\[2J\n/)
  })

  it('writes to the file of --output', async () => {
    await putCompiler()
    expect(await run('measure image.tar --output report.txt')).toMatchObject({ code: 0, stdout: '' })
    expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).toContain('Wasted: 31.0 kB')
  })

  it('says of several images which one it is', async () => {
    const files = savedFiles({ layers: [await tarOf([])], name: 'one' })
    const [one] = JSON.parse(String(files['manifest.json'])) as [object]
    writeFileSync(
      join(cwd, 'two.tar'),
      await asTar({ ...files, 'manifest.json': JSON.stringify([one, one]) }),
    )
    expect((await run('measure two.tar')).stderr).toBe(
      'two.tar holds 2 images: this is the first of them, one.\n',
    )
  })

  it('a Dockerfile that cannot be read is a failure of its own', async () => {
    await putCompiler()
    writeFileSync(join(cwd, 'Dockerfile'), 'FROM x\nFRUN {{ y }}\n')
    const { code, stdout, stderr } = await run('measure image.tar --dockerfile Dockerfile')
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^Dockerfile:2: .*is not known\.\n$/)])
    expect(stdout).toContain('Wasted: 31.0 kB')
    expect((await run('measure image.tar --dockerfile none')).stderr).toMatch(/^none: does not exist: /)
  })

  it.each([
    ['measure', 'measure needs one image: its name, or what docker save wrote'],
    ['measure a b', 'measure needs one image: its name, or what docker save wrote'],
    ['measure -', 'measure needs one image: its name, or what docker save wrote'],
    ['measure ./none', './none: no such file or folder'],
    ['measure none.tar', 'none.tar: no such file or folder'],
    ['measure bad.tar', 'bad.tar is no tar file'],
    ['measure bad.tar --dockerfil x', 'Unknown argument: dockerfil: did you mean --dockerfile?'],
  ])('dfslim %s', async (line, message) => {
    writeFileSync(join(cwd, 'bad.tar'), 'x'.repeat(1024))
    expect(await run(line)).toMatchObject({ code: 2, stdout: '', stderr: `dfslim: ${message}\n` })
  })
})

describe('an image that an engine has', () => {
  const path = process.env['PATH']
  beforeEach(() => {
    process.env['PATH'] = join(cwd, 'bin')
  })
  afterEach(() => {
    process.env['PATH'] = path
  })

  /** A program that plays docker: it knows the image `here` alone. */
  async function putDocker(): Promise<void> {
    await putCompiler()
    mkdirSync(join(cwd, 'bin'))
    const script = `#!/bin/sh
[ "$1" = version ] && echo 1.0 && exit 0
[ "$1 $2 $4" = "save --output here" ] || { echo "no such image: $4" >&2; exit 1; }
exec /bin/cp '${join(cwd, 'image.tar')}' "$3"
`
    writeFileSync(join(cwd, 'bin/docker'), script)
    chmodSync(join(cwd, 'bin/docker'), 0o755)
  }

  const leftOver = () =>
    readdirSync(tmpdir()).filter((name) => name.startsWith(`dfslim-spool-${process.pid}-`))

  it('is saved, measured, and nothing is left behind', async () => {
    await putDocker()
    const { code, stdout } = await run('measure here')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^here \(some:tag\): 6 layers, 68\.1 kB/)
    expect(leftOver()).toEqual([])
  })

  it('or is not there, and nothing is left behind either', async () => {
    await putDocker()
    expect(await run('measure gone')).toMatchObject({
      code: 2,
      stderr: 'dfslim: gone: no such file, and docker cannot save such an image (no such image: gone)\n',
    })
    expect(leftOver()).toEqual([])
  })

  it('cannot be had without an engine', async () => {
    const { code, stderr } = await run('measure here')
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^dfslim: here: no such file, and no container engine answers .*: give the file that docker save wrote\n$/,
    )
  })
})

describe('layers and instructions', () => {
  it('belong together by what the builders write', () => {
    const steps = stepsIn(`FROM a AS b
RUN not shipped
FROM x
RUN one \\
    # a comment
    two
COPY --from=b ["a", "/with space/b"]
RUN ["exec", "form"]
RUN <<EOF
here
EOF
ADD $A /c
ENV A=1
WORKDIR /d
RUN one two
`)
    expect(steps.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [4, 6],
      [7, 7],
      [8, 8],
      [9, 11],
      [12, 12],
      [14, 14],
      [15, 15],
    ])
    const made = [
      'ADD rootfs /',
      'RUN one two',
      'COPY a /with space/b',
      'RUN exec form',
      'RUN <<EOF (here)',
      'ADD x y /c',
      'RUN one two',
    ]
    expect(stepsOfLayers(made, steps).map((step) => step?.startLine)).toEqual([undefined, 4, 7, 8, 9, 12, 15])
  })
})

describe('sizes', () => {
  it('have three digits', () => {
    const sizes = [0, 999, 1000, 9994, 9999, 99_949, 99_999, 999_499, 999_500, 12_345_678, 2e9, 3e12]
    const texts = [
      '0 B',
      '999 B',
      '1.00 kB',
      '9.99 kB',
      '10.0 kB',
      '99.9 kB',
      '100 kB',
      '999 kB',
      '1.00 MB',
      '12.3 MB',
      '2.00 GB',
      '3.00 TB',
    ]
    expect(sizes.map(sizeOf)).toEqual(texts)
    expect([percentOf(1, 3), percentOf(0, 0)]).toEqual(['33.3 %', '0.0 %'])
  })
})
