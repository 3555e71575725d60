import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { main } from '../src/cli/index.js'
import * as core from '../src/cli/core.js'
import type { Changeset } from '../src/engine/transform.js'
import type { Belonging, Difference } from '../src/image/difference.js'
import { explain } from '../src/report/verified.js'
import { playEngine } from './support/engine.js'

let cwd = ''
let path: string | undefined
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dfslim-verify-test-'))
  path = process.env['PATH']
  process.env['PATH'] = `${cwd}:${path}`
  writeFileSync(join(cwd, 'Dockerfile'), text)
})
afterEach(() => {
  process.env['PATH'] = path
  rmSync(cwd, { recursive: true })
})

const text = `FROM debian:bookworm
RUN apt-get update
RUN apt-get install -y --no-install-recommends curl
`
const merged = `FROM debian:bookworm
RUN apt-get update \\
    && apt-get install -y --no-install-recommends curl \\
    && rm -rf /var/lib/apt/lists/*
`

describe('fix --verify', () => {
  it('needs an engine', async () => {
    process.env['PATH'] = cwd
    const { code, stderr } = await run('fix --verify')
    expect(code).toBe(2)
    expect(stderr).toBe(
      'dfslim: no container engine answers (docker: not installed; podman: not installed; ' +
        'buildah: not installed; nerdctl: not installed): start one, or leave out --verify\n',
    )
  })

  it('writes what builds and stands the smoke command, says what it measured, and leaves nothing behind', async () => {
    await playEngine(cwd, { smoke: '! grep -q slim $file || { echo "no manual"; exit 1; }' })
    const { code, stderr } = await run('fix --verify --write --run smoke')
    expect(stderr).toBe(
      'Dockerfile:1:1  base-slim  [left out] Move the base to `debian:bookworm-slim`: ' +
        'the smoke command ended with 1, where it ended with 0: no manual\n    no manual\n' +
        '  Dockerfile  2 edits   run-merge apt-clean-lists  157 kB -> 55.8 kB, -64 %\n' +
        'Rewrote 1 of 1 file (2 safe edits, measured 157 kB -> 55.8 kB, -64 %).\n' +
        '  1 more with --unsafe (base-alpine 1)\n' +
        '  1 place was left alone: --show-skipped\n',
    )
    expect(code).toBe(0)
    expect(textOf('Dockerfile')).toBe(merged)
    expect(left()).toEqual([])
    expect(textOf('removed').split('\n').length).toBeGreaterThan(3)
  })

  it('shows the last lines of the build that failed', async () => {
    await playEngine(cwd, { build: '! grep -q lists/ $file || { echo first; echo "disk: /x" >&2; false; }' })
    const { code, stderr } = await run('fix --verify --only apt-clean-lists,run-merge')
    expect(code).toBe(0)
    expect(stderr).toMatch(
      /^Dockerfile:\d:\d {2}apt-clean-lists {2}\[left out\] .*\n {4}(first\n {4}disk: \/x|disk: \/x\n {4}first)\n/,
    )
  })

  it('leaves a file alone that does not build as it is', async () => {
    await playEngine(cwd, { build: 'echo "no such thing" >&2; false' })
    const { code, stdout, stderr } = await run('fix --verify')
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toContain('! Dockerfile  fails as it is, and was left alone\n    no such thing\n')
  })

  it('leaves a file alone whose smoke command cannot run in the first place', async () => {
    await playEngine(cwd, { smoke: 'echo "no such command" >&2; exit 127' })
    const { code, stdout, stderr } = await run('fix --verify --run smoke')
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toContain(
      '! Dockerfile  fails as it is, and was left alone\n    its smoke command cannot run:\n    no such command\n',
    )
  })

  describe('with an ignore file', () => {
    const words = '--only context-ignore --unsafe'
    const seen = 'cat ${7}.dockerignore >> ignored 2>/dev/null; echo . >> ignored'
    beforeEach(() => {
      mkdirSync(join(cwd, 'app/.git'), { recursive: true })
      writeFileSync(join(cwd, 'app/main.py'), '')
      writeFileSync(join(cwd, 'app/.dockerignore'), 'docs\n')
      writeFileSync(join(cwd, 'app/Dockerfile'), 'FROM debian:bookworm\nCOPY . /srv\n')
    })
    const isThere = () => textOf('app/.dockerignore')

    it('builds with it, and writes it then', async () => {
      await playEngine(cwd, {
        build: `${seen}; grep -qx docs app/.dockerignore && ! grep -q git app/.dockerignore`,
      })
      const { code, stderr } = await run(`fix app --verify --write ${words}`)
      expect(stderr).toContain('  app/.dockerignore  extended\n')
      expect([code, textOf('ignored'), isThere()]).toEqual([0, '.\ndocs\n.git\n.\n', 'docs\n.git\n'])
    })

    it('leaves it as it is where that build fails', async () => {
      await playEngine(cwd, { build: 'test ! -e ${7}.dockerignore || { echo "no history"; false; }' })
      const { code, stderr } = await run(`fix app --verify --write ${words}`)
      expect(stderr).toContain(
        'context-ignore  [left out] Keep `.git` out of the build context: no history\n',
      )
      expect([code, isThere()]).toEqual([0, 'docs\n'])
    })

    it('compares the two in verify, and writes nothing', async () => {
      await playEngine(cwd, { build: seen })
      const { code, stderr } = await run(`verify app ${words}`)
      expect(stderr).toContain('1 of 1 file passed')
      expect([code, textOf('ignored'), isThere()]).toEqual([0, '.\ndocs\n.git\n.\n', 'docs\n'])
    })

    it('builds in the folder that a compose file names', async () => {
      mkdirSync(join(cwd, 'app/docker'))
      renameSync(join(cwd, 'app/Dockerfile'), join(cwd, 'app/docker/Dockerfile'))
      writeFileSync(
        join(cwd, 'app/compose.yaml'),
        'services:\n  a:\n    build:\n      context: .\n      dockerfile: docker/Dockerfile\n',
      )
      writeFileSync(join(cwd, 'app/docker/Dockerfile'), text)
      await playEngine(cwd, { build: 'echo "$*" >> words' })
      expect((await run('verify app')).code).toBe(0)
      expect(textOf('words')).toMatch(/^(build .*\/app\n)+$/)
    })
  })

  it('leaves out at once what stands on a base that cannot be pulled', async () => {
    const gone = 'ERROR: failed to solve: debian:bookworm-slim: failed to resolve source metadata'
    await playEngine(cwd, { build: `! grep -q slim $file || { echo "${gone}" >&2; false; }` })
    const { code, stderr } = await run('fix --verify --write')
    expect(stderr).toContain(
      'Move the base to `debian:bookworm-slim`: the base `debian:bookworm-slim` could not be pulled\n',
    )
    expect([code, textOf('Dockerfile')]).toEqual([0, merged])
    expect(textOf('said').match(/build/g)).toHaveLength(3)
  })

  it('builds no file that nothing would change', async () => {
    await playEngine(cwd)
    writeFileSync(join(cwd, 'Dockerfile'), 'FROM alpine:3.20\n')
    expect((await run('fix --verify')).stderr).toBe('1 file: nothing to do.\n')
    expect(textOf('said')).toBe('version\n')
  })

  it('never builds more often than it may', async () => {
    await playEngine(cwd, { smoke: 'grep -q "update$" $file' })
    const { stderr } = await run('fix --verify --max-builds 2 --run smoke')
    expect(stderr).toContain('[left out] Merge')
    expect(textOf('said').match(/build/g)).toHaveLength(2)
    expect((await run('fix --verify --max-builds 1')).stderr).toMatch(/^dfslim: --max-builds needs/)
  })

  it.each(['fix --verify -', 'verify -'])('%s has nothing to build', async (line) => {
    const { code, stderr } = await run(line)
    expect(code).toBe(2)
    expect(stderr).toBe('dfslim: stdin has no build context: name the file that is to be built\n')
  })

  it('takes a smoke command that prints something else each time by its status', async () => {
    await playEngine(cwd, { smoke: 'date +%N' })
    expect((await run('fix --verify --write --run smoke')).code).toBe(0)
    expect(textOf('Dockerfile')).toBe(merged.replace('bookworm', 'bookworm-slim'))
  })

  it.each([
    ['has no room', { build: 'echo "write /x: no space left on device"; false' }, 'no room to build in'],
    ['is gone', { version: 'test ! -e gone && echo 1', build: 'touch gone; false' }, 'not answer any more'],
    ['cannot save', { save: 'echo "no room" >&2; false' }, 'docker cannot save what it built: no room'],
  ])('blames no change where the engine %s', async (_, play, because) => {
    await playEngine(cwd, play)
    const { code, stderr } = await run('fix --verify --write')
    expect(code).toBe(3)
    expect(stderr).toContain(`! Dockerfile  skipped   `)
    expect(stderr).toContain(because)
    expect(textOf('Dockerfile')).toBe(text)
    expect(left()).toEqual([])
  })

  it.each(['build', 'smoke'] as const)(
    'leaves nothing behind when it is interrupted in the %s',
    async (when) => {
      await playEngine(cwd, { [when]: 'touch reached; exec sleep 30' })
      const { code, stderr } = await run('fix --verify --write --run smoke', () =>
        readdirSync(cwd).includes('reached'),
      )
      expect(code).toBe(130)
      expect(stderr).toBe('Interrupted after 0 of 1 files.\n')
      expect(textOf('Dockerfile')).toBe(text)
      expect(left()).toEqual([])
      if (when === 'smoke') expect(textOf('removed')).toMatch(/^dfslim-verify-/)
    },
  )
})

describe('the smoke command of the configuration', () => {
  beforeEach(() => playEngine(cwd, { smoke: 'echo "${10}" >> smoked' }))
  const smoked = () => new Set(textOf('smoked').trimEnd().split('\n'))

  it('is that of the nearest file, and --run goes before it', async () => {
    mkdirSync(join(cwd, 'app'))
    writeFileSync(join(cwd, 'app/Dockerfile'), text)
    writeFileSync(join(cwd, 'dfslim.config.json'), '{ "smoke": "outer" }')
    writeFileSync(join(cwd, 'app/dfslim.config.json'), '// of the app\n{ "smoke": "inner", }\n')
    await run('fix --verify app')
    expect(smoked()).toEqual(new Set(['inner']))
    await run('verify Dockerfile')
    expect(smoked()).toEqual(new Set(['inner', 'outer']))
    await run('verify app --run mine')
    expect(smoked()).toEqual(new Set(['inner', 'outer', 'mine']))
  })

  it.each([
    ['{', 'dfslim.config.json:1:2: is no JSON: close brace expected'],
    ['[]', 'dfslim.config.json:1:1: must be an object, such as { "smoke": "app --version" }'],
    ['', 'dfslim.config.json:1:1: is no JSON: value expected'],
    ['{\n  "smokes": "x"\n}', 'dfslim.config.json:2:3: there is no key "smokes": did you mean smoke?'],
    ['{ "smoke": 1 }', 'dfslim.config.json:1:12: smoke must be a shell command'],
  ])('must be written right: %j', async (config, message) => {
    writeFileSync(join(cwd, 'dfslim.config.json'), config)
    const { code, stderr } = await run('verify')
    expect([code, stderr]).toEqual([2, `dfslim: ${message}\n`])
  })
})

describe('verify', () => {
  it('says what the images came to, what differs, and which change declares that', async () => {
    await playEngine(cwd)
    const { code, stdout, stderr } = await run('verify --run smoke')
    expect(stdout.replace(/\d\.\d(?=\s+\d\.\d$)|(?<=\s)\d\.\d$/gm, 'T'))
      .toBe(`Dockerfile: 157 kB -> 5.12 kB, -97 %
                before     after
  layers             2         2
  bytes         157 kB   5.12 kB  -97 %
  compressed ${sizeIn(stdout, 'compressed')}
  wasted           0 B       0 B
  seconds          T       T
  smoke       the same, status 0
  files
     -100 kB  1 gone                        package lists of apt  base-slim apt-clean-lists
    -50.0 kB  1 gone                        manuals  base-slim
  config      no difference
`)
    expect(stderr).toBe('1 of 1 file passed: 157 kB -> 5.12 kB, -97 % (measured with docker 1).\n')
    expect(code).toBe(0)
    expect(left()).toEqual([])
    expect(textOf('Dockerfile')).toBe(text)
  })

  it('takes files of the build context for declared by another ignore file, and no others', () => {
    const kinds = ['other', 'base', 'lists', 'cache', 'documentation', 'records', 'package'] as const
    const groups = kinds.map((kind) => ({
      ...{ belongsTo: { kind, what: '' } as Belonging, gone: 1, new: 0, changed: 0, bytes: 0, paths: [] },
    }))
    const difference: Difference = { groups, noise: [], packages: [], config: [] }
    const change = { transform: 'context-ignore', title: '', because: '', safety: 'unsafe' } as const
    const changeset: Changeset = {
      ...core.rewrite(text, { only: [] }),
      applied: [{ ...change, line: 1, column: 1, after: { start: 0, end: 0 } }],
    }
    const explained = explain(difference, changeset, core.transforms)
    expect(
      explained.flatMap(({ belongsTo, declaredBy }) => (declaredBy.length > 0 ? [belongsTo.kind] : [])),
    ).toEqual(['other', 'base'])
  })

  it('points out what no change declares', async () => {
    await playEngine(cwd, {
      save: 'grep -q "update$" image.$4 && cp saved.true.false $3 || cp saved.true.true $3; exit',
    })
    const { stdout } = await run('verify --only run-merge')
    expect(stdout).toContain(
      '-50.0 kB  1 gone                        manuals  declared by no change: /usr/share/man/man1/sh.1\n',
    )
  })

  it('exits with 1 where the rewrite does not build', async () => {
    await playEngine(cwd, { build: '! grep -q slim $file || { echo "E: no curl"; false; }' })
    const { code, stdout, stderr } = await run('verify')
    expect(code).toBe(1)
    expect(stdout).toBe(`x Dockerfile: does not build any more
    E: no curl
  line 1  base-slim  [safe] Move the base to \`debian:bookworm-slim\`
  line 2  run-merge  [safe] Merge 2 RUN instructions into one
  line 2  apt-clean-lists  [safe] Remove the package lists in the layer that made them
`)
    expect(stderr).toBe('0 of 1 file passed; 1 file failed.\n')
  })

  it('exits with 1 where the smoke command does something else', async () => {
    await playEngine(cwd, { smoke: 'grep -c slim $file' })
    const { code, stdout } = await run('verify --run smoke')
    expect(code).toBe(1)
    expect(stdout).toContain('the smoke command ended with 0, where it ended with 1: 1\n')
  })

  it('leaves out what fails with --repair, and compares what is left', async () => {
    await playEngine(cwd, { smoke: '! grep slim $file' })
    const { code, stdout, stderr } = await run('verify --run smoke --repair --format json')
    expect([code, stderr]).toEqual([
      0,
      '1 of 1 file passed: 157 kB -> 55.8 kB, -64 % (measured with docker 1).\n',
    ])
    const [file] = JSON.parse(stdout).files
    expect(file).toMatchObject({ status: 'passed', leftOut: [{ transform: 'base-slim', line: 1 }] })
    expect(file.leftOut[0].fault.tail).toEqual(['FROM debian:bookworm-slim'])
    expect((await run('verify --run smoke --repair --format markdown')).stdout).toContain(
      '`Dockerfile` without base-slim: the smoke command ended with 1, where it ended with 0: FROM debian:bookworm-slim.\n',
    )
  })

  it('skips what does not build as it is, and what nothing would change', async () => {
    await playEngine(cwd, { build: 'echo "no such thing"; false' })
    writeFileSync(join(cwd, 'Dockerfile.good'), 'FROM alpine:3.20\n')
    const { code, stdout, stderr } = await run('verify -v')
    expect(code).toBe(0)
    expect(stdout).toBe(
      '! Dockerfile: fails as it is\n    no such thing\nDockerfile.good: nothing to rewrite\n',
    )
    expect(stderr).toBe('0 of 2 files passed; nothing to rewrite in 1; 1 skipped: they fail as they are.\n')
  })

  it('gives it all as JSON', async () => {
    await playEngine(cwd)
    const report = JSON.parse((await run('verify --run smoke --format json')).stdout)
    expect(report).toMatchObject({
      ...{ version: 1, command: 'verify', measured: true, engine: { name: 'docker', version: '1' } },
      totals: { before: 156_672, after: 5120 },
    })
    const [file] = report.files
    expect(file).toMatchObject({
      path: 'Dockerfile',
      status: 'passed',
      before: { layers: 2, bytes: 156_672, wastedBytes: 0, fromCache: false },
      after: { layers: 2, bytes: 5120 },
      smoke: { status: 0 },
      config: [],
      packages: [],
    })
    expect(file.noise).toMatchObject([{ path: '/var/log/dpkg.log', change: 'changed' }])
    expect(file.groups[0]).toMatchObject({
      belongsTo: { kind: 'lists' },
      gone: 1,
      declaredBy: ['base-slim', 'apt-clean-lists'],
    })
    expect(file.applied.map(({ transform }: { transform: string }) => transform)).toEqual([
      'base-slim',
      'run-merge',
      'apt-clean-lists',
    ])
  })

  it('gives a table for a pull request, in which no name can do harm', async () => {
    await playEngine(cwd)
    mkdirSync(join(cwd, 'a|b`<i>'))
    writeFileSync(join(cwd, 'a|b`<i>/Dockerfile'), text)
    rmSync(join(cwd, 'Dockerfile'))
    const { stdout } = await run('verify --run smoke --format markdown')
    expect(stdout.replace(/[\d.]+ k?B -> [\d.]+ B \|/, 'Z |'))
      .toBe(`**157 kB -> 5.12 kB, -97 %**, measured with docker 1

| Dockerfile | before | after | change | compressed | layers | wasted | smoke |
| --- | --: | --: | --: | --: | --: | --: | --- |
| \`\`a\\|b\`<i>/Dockerfile\`\` | 157 kB | 5.12 kB | -97 % | Z | 2 -> 2 | 0 B -> 0 B | same |

<details><summary>a|b\`&lt;i&gt;/Dockerfile</summary>

Changes

- line 1: Move the base to \\\`debian:bookworm-slim\\\` (base-slim, safe)
- line 2: Merge 2 RUN instructions into one (run-merge, safe)
- line 2: Remove the package lists in the layer that made them (apt-clean-lists, safe)

Files that differ

- package lists of apt: 1 gone, -100 kB (base-slim, apt-clean-lists)
- manuals: 1 gone, -50.0 kB (base-slim)

</details>
`)
  })

  it('says when another engine is there and does not answer', async () => {
    await playEngine(cwd)
    renameSync(join(cwd, 'docker'), join(cwd, 'podman'))
    writeFileSync(join(cwd, 'docker'), '#!/bin/sh\necho "is the daemon running?" >&2\nexit 1\n', {
      mode: 0o755,
    })
    const { code, stderr } = await run('verify')
    expect(code).toBe(0)
    expect(stderr).toMatch(
      /^docker: is the daemon running\?: podman builds instead.\n1 of 1 file passed: .* podman 1/,
    )
  })

  it('hands the flags of the build on', async () => {
    await playEngine(cwd, { build: 'echo "$*" > words' })
    await run(
      'verify --no-cache --network host --build-arg A=1 --build-arg B=2 --platform linux/arm64 --secret id=x',
    )
    expect(textOf('words')).toMatch(
      / --build-arg A=1 --build-arg B=2 --secret id=x --network host --platform linux\/arm64 --no-cache \S+\n$/,
    )
  })
})

/** The figures that gzip gives differ between its versions. */
const sizeIn = (stdout: string, name: string) => new RegExp(`^ {2}${name} (.*)$`, 'm').exec(stdout)![1]

const textOf = (name: string): string => readFileSync(join(cwd, name), 'utf8')

/** The images that were not taken away. */
const left = () => readdirSync(cwd).filter((name) => name.startsWith('image.'))

/** Runs a command line; when `until` holds, it is interrupted. */
async function run(line: string, until?: () => boolean) {
  const printed = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    write: (text: string) => void (printed[name] += text),
  })
  const onInterrupt = (stop: () => void) => {
    const timer = setInterval(() => void (until?.() && stop()), 20)
    return () => clearInterval(timer)
  }
  const terminal = {
    ...{ cwd, env: {}, stdout: output('stdout'), stderr: output('stderr'), onInterrupt },
    readStdin: () => Promise.resolve(new Uint8Array()),
  }
  const code = await main(line.split(' '), terminal, { version: '1', loadCore: () => Promise.resolve(core) })
  return { code, ...printed }
}
