import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { main } from '../src/cli/index.js'
import { closest } from '../src/cli/misuse.js'
import { buildCommand } from './support/command.js'
import { fakeCore } from './support/fake.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dfslim-cli-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

const textOf = (path: string) => readFileSync(join(cwd, path), 'utf8')

interface Surroundings {
  readonly stdin?: string
  readonly env?: Record<string, string>
  readonly tty?: 'stdout' | 'stderr'
}

async function run(line: string, { stdin = '', env = {}, tty }: Surroundings = {}) {
  const printed = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: tty === name,
    write: (text: string) => void (printed[name] += text),
  })
  const terminal = {
    cwd,
    env,
    stdout: output('stdout'),
    stderr: output('stderr'),
    readStdin: () => Promise.resolve(Buffer.from(stdin)),
    onInterrupt: () => () => {},
  }
  const argv = line.split(' ').filter((word) => word !== '')
  const code = await main(argv, terminal, { version: '1.2.3', loadCore: () => Promise.resolve(fakeCore) })
  return { code, ...printed }
}

const patch = `diff --git a/a/Dockerfile b/a/Dockerfile
--- a/a/Dockerfile
+++ b/a/Dockerfile
@@ -1,2 +1,2 @@ speed-up
 FROM x
-RUN slow
+RUN fast
`

describe('fix', () => {
  it('prints the patch on stdout and the summary on stderr, and changes nothing', async () => {
    put('a/Dockerfile', 'FROM x\nRUN slow\n')
    put('b/Dockerfile', 'FROM x\nRUN stuck careful\n')
    put('c/Dockerfile', 'FROM x\n\nRUN {{ y }}\n')
    expect(await run('fix')).toEqual({
      code: 3,
      stdout: patch,
      stderr: `Would rewrite 1 of 3 files: 1 safe edit (speed-up 1), saving unknown.
  1 more with --unsafe (risk-take 1)
  1 place was left alone: --show-skipped
1 file is not a Dockerfile: c/Dockerfile:3 (template syntax)

Apply: dfslim fix --write
`,
    })
    expect(textOf('a/Dockerfile')).toBe('FROM x\nRUN slow\n')
  })

  it('has one line for nothing to do, and one for no file', async () => {
    expect(await run('fix .')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'No Dockerfile found in the current folder.\n',
    })
    put('Dockerfile', 'FROM x\n')
    expect(await run('fix')).toEqual({ code: 0, stdout: '', stderr: '1 file: nothing to do.\n' })
  })

  it('lists several failures of a kind, each with its place and reason', async () => {
    put('a.Dockerfile', '')
    put('b.Dockerfile', 'FROM x\n\0')
    put('c.Dockerfile', 'oscillate')
    put('d.Dockerfile', 'throw')
    const { code, stderr } = await run('fix')
    expect(code).toBe(3)
    expect(stderr).toBe(`4 files: nothing to do in 0, 4 failed.
2 files could not be read:
  a.Dockerfile: is empty
  b.Dockerfile:2: holds a NUL byte
2 files met a bug of dfslim and were left as they are:
  c.Dockerfile: the transforms did not come to rest; please report this file
  d.Dockerfile: boom; please report this file
`)
  })

  it('--write rewrites in place, says so file by file, and the second time does nothing', async () => {
    put('a/Dockerfile', '\uFEFFFROM x\r\nRUN slow\r\nRUN slow')
    put('longer/Dockerfile', '{{')
    expect(await run('fix --write')).toEqual({
      code: 3,
      stdout: '',
      stderr: `  a/Dockerfile       2 edits   speed-up
! longer/Dockerfile:1  skipped   template syntax
Rewrote 1 of 2 files (2 safe edits, saving unknown).
`,
    })
    expect(textOf('a/Dockerfile')).toBe('\uFEFFFROM x\r\nRUN fast\r\nRUN fast')
    expect(await run('fix --write a')).toEqual({ code: 0, stdout: '', stderr: '1 file: nothing to do.\n' })
  })

  it('says about how much is saved, and of how many edits that is not known', async () => {
    put('a/Dockerfile', 'FROM x\nRUN slow, 19.9 MB\n')
    put('b/Dockerfile', 'FROM x\nRUN slow, 892 MB\nRUN slow\n')
    expect((await run('fix a')).stderr).toContain('1 safe edit (speed-up 1), about 20 MB less.\n')
    expect((await run('fix')).stderr).toContain('(speed-up 3), about 912 MB less (1 of unknown size).\n')
    expect((await run('fix --write')).stderr).toContain(
      '(3 safe edits, about 912 MB less, 1 of unknown size).',
    )
    put('a/Dockerfile', 'FROM x\nRUN slow, 0.4 MB\n')
    expect((await run('fix a')).stderr).toContain('(speed-up 1), less than 1 MB.\n')
    put('a/Dockerfile', 'FROM x\nRUN slow, 1600 MB\n')
    expect((await run('fix a')).stderr).toContain('(speed-up 1), about 1.60 GB less.\n')
  })

  it('says how to undo in a repository, or with the patch it was told to write', async () => {
    mkdirSync(join(cwd, '.git'))
    put('a/Dockerfile', 'RUN slow\n')
    expect((await run('fix --write')).stderr).toContain('Undo: git checkout -- a/Dockerfile\n')
    put('a/Dockerfile', 'FROM x\nRUN slow\n')
    expect((await run('fix --write --patch undo.patch')).stderr).toContain('Undo: git apply -R undo.patch\n')
    expect(textOf('undo.patch')).toBe(patch)
    const git = spawnSync('git', ['apply', '-R', 'undo.patch'], { cwd, encoding: 'utf8' })
    expect(git).toMatchObject({ status: 0 })
    expect(textOf('a/Dockerfile')).toBe('FROM x\nRUN slow\n')
  })

  it('names files in the patch from the root of the repository, as git does', async () => {
    mkdirSync(join(cwd, '.git'))
    put('a/Dockerfile', 'FROM x\nRUN slow\n')
    const root = cwd
    cwd = join(root, 'a')
    const { stdout } = await run('fix')
    cwd = root
    expect(stdout).toBe(patch)
  })

  it('--exit-code, --list, -q, -U and --patch do what they say', async () => {
    put('a/Dockerfile', 'FROM x\nRUN slow\n')
    put('b/Dockerfile', 'FROM x\n')
    expect(await run('fix --exit-code -q')).toEqual({ code: 1, stdout: patch, stderr: '' })
    expect(await run('fix b --exit-code -q')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await run('-q fix --exit-code')).toEqual({ code: 1, stdout: patch, stderr: '' })
    expect(await run('fix -q -- a')).toEqual({ code: 0, stdout: patch, stderr: '' })
    expect(await run('fix --list -q')).toEqual({ code: 0, stdout: 'a/Dockerfile\n', stderr: '' })
    expect((await run('fix -U 0')).stdout).toBe(
      patch.replace('-1,2 +1,2', '-2,1 +2,1').replace(' FROM x\n', ''),
    )
    expect(await run('fix --patch x.patch -q')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(textOf('x.patch')).toBe(patch)
    expect((await run('fix -q --output out.patch')).stdout).toBe('')
    expect(textOf('out.patch')).toBe(patch)
  })

  it('--unsafe, --only and --skip choose', async () => {
    put('Dockerfile', 'RUN slow\nRUN careful\n')
    const after = async (flags: string) =>
      (await run(`fix - ${flags}`, { stdin: textOf('Dockerfile') })).stdout
    expect(await after('')).toBe('RUN fast\nRUN careful\n')
    expect(await after('--unsafe')).toBe('RUN fast\nRUN quick\n')
    expect(await after('--unsafe --only risk-take')).toBe('RUN slow\nRUN quick\n')
    expect(await after('--unsafe --only risk-take,speed-up')).toBe('RUN fast\nRUN quick\n')
    expect(await after('--unsafe --only risk-take --only speed-up')).toBe('RUN fast\nRUN quick\n')
    expect(await after('--skip speed-up')).toBe('RUN slow\nRUN careful\n')
    expect((await run('fix --unsafe')).stderr).toContain(
      '1 safe edit (speed-up 1) and 1 unsafe edit (risk-take 1), saving unknown.',
    )
  })

  it('--show-skipped names every place left alone and why', async () => {
    put('a/Dockerfile', 'RUN stuck\nRUN careful\n')
    put('b/Dockerfile', '# skip\n')
    expect((await run('fix --show-skipped')).stderr).toBe(`a/Dockerfile:1:1  speed-up  left alone: it is stuck
a/Dockerfile:2:5  risk-take  [unsafe] Be quick: it may fail
b/Dockerfile  skip-file: asked
2 files: nothing to do; 1 with --unsafe (risk-take 1); 1 place left alone (--show-skipped); 1 file marked skip-file.
`)
  })

  it('- reads stdin and prints the rewritten text, byte by byte', async () => {
    const stdin = '\uFEFFRUN slow\r\nRUN é'
    expect(await run('fix -', { stdin })).toMatchObject({ code: 0, stdout: '\uFEFFRUN fast\r\nRUN é' })
    expect(await run('fix - -q', { stdin: 'RUN x' })).toEqual({ code: 0, stdout: 'RUN x', stderr: '' })
    expect(await run('fix - --stdin-filepath a/Dockerfile -q', { stdin: '{{' })).toEqual({
      code: 3,
      stdout: '',
      stderr: '1 file is not a Dockerfile: a/Dockerfile:1 (template syntax)\n',
    })
    expect((await run('fix - --list --stdin-filepath a/Dockerfile', { stdin })).stdout).toBe('a/Dockerfile\n')
  })

  it('--format json is one versioned object', async () => {
    put('a/Dockerfile', 'FROM x\nRUN slow\n')
    put('b/Dockerfile', '{{')
    const { code, stdout } = await run('fix --format json')
    expect(code).toBe(3)
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      command: 'fix',
      files: [
        {
          path: 'a/Dockerfile',
          status: 'changed',
          applied: [{ transform: 'speed-up', line: 2, column: 5 }],
          patch,
        },
        {
          path: 'b/Dockerfile',
          status: 'failed',
          problem: { kind: 'foreign', line: 1, reason: 'template syntax' },
        },
      ],
      summary: { files: 2, changed: 1, failed: 1, applied: { safe: { 'speed-up': 1 } } },
    })
  })

  it('--format json has what each change saves, and their sums', async () => {
    put('a/Dockerfile', 'RUN slow, 2 MB\nRUN slow, 3 MB\nRUN slow\n')
    put('b/Dockerfile', 'RUN slow\n')
    const { files, summary } = JSON.parse((await run('fix --format json')).stdout)
    expect(files[0].applied.map(({ saves }: { saves?: number }) => saves)).toEqual([2e6, 3e6, undefined])
    expect(files[0].estimate).toEqual({ saves: 5e6, unknown: 1 })
    expect(files[1].estimate).toEqual({ unknown: 1 })
    expect(summary.estimate).toEqual({ saves: 5e6, unknown: 2 })
  })
})

describe('check', () => {
  it('shows place, reason and fix of each finding and exits with 1', async () => {
    put('a/Dockerfile', 'FROM x\r\nRUN slow x\r\n')
    expect(await run('check')).toEqual({
      code: 1,
      stdout: `a/Dockerfile:2:5  speed-up  [safe]
  Be fast.
  It is known.

    1 | FROM x
  > 2 | RUN slow x
      |     ^^^^

       FROM x
      -RUN slow x
      +RUN fast x

`,
      stderr: '1 finding in 1 of 1 file: speed-up 1.\n\nFix: dfslim fix --write\n',
    })
  })

  it('says about how much a finding saves where it is worth a word', async () => {
    put('a/Dockerfile', 'RUN slow, 19.4 MB\nRUN slow, 0.2 MB\n')
    const { stdout } = await run('check')
    expect(stdout).toContain('    ^^^^^ about 19 MB\n')
    expect(stdout).toContain('    ^^^^^\n')
  })

  it('exits with 0 when there is nothing, with 3 when a file failed', async () => {
    put('Dockerfile', 'FROM x\n')
    expect(await run('check')).toEqual({ code: 0, stdout: '', stderr: '1 file: nothing to do.\n' })
    put('a/Dockerfile', '{{')
    put('b/Dockerfile', 'RUN slow')
    expect((await run('check')).code).toBe(3)
  })

  it('keeps control characters of the file from the terminal', async () => {
    put('Dockerfile', 'RUN slow \x1b[31m\x07\n')
    expect((await run('check')).stdout).not.toMatch(/[\x07\x1b]/)
  })
})

describe('explain and list', () => {
  it('explain prints the page of a transform', async () => {
    const { code, stdout } = await run('explain speed-up')
    expect(code).toBe(0)
    expect(stdout).toContain('# speed-up\n\nReplace slow by fast.\n')
    expect(stdout).toContain('```dockerfile\nRUN slow\n```')
    expect((await run('explain risk-take')).stdout).toContain('It may fail.')
  })

  it('list has one line each, or JSON', async () => {
    expect((await run('list')).stdout).toBe(
      'speed-up   [safe]    Replace slow by fast\nrisk-take  [unsafe]  Replace careful by quick\n',
    )
    expect(JSON.parse((await run('list --format json')).stdout)).toMatchObject({
      version: 1,
      transforms: [{ id: 'speed-up' }, {}],
    })
  })
})

describe('lists of paths', () => {
  it('stand in a file or come through stdin, one a line or with NUL between them', async () => {
    for (const name of ['a/Dockerfile', 'b b/Dockerfile', 'c/Dockerfile']) put(name, 'RUN slow\n')
    put('list', 'a/Dockerfile\nb b\n')
    expect((await run('fix --list @list')).stdout).toBe('a/Dockerfile\nb b/Dockerfile\n')
    const stdin = 'c/Dockerfile\0b b/Dockerfile\0'
    expect((await run('fix --list @-', { stdin })).stdout).toBe('b b/Dockerfile\nc/Dockerfile\n')
    expect(await run('fix @none')).toMatchObject({
      code: 2,
      stderr: 'dfslim: cannot read the list none: does not exist\n',
    })
  })

  it('a file of that name goes before', async () => {
    put('@list', 'RUN slow\n')
    expect((await run('fix --list @list')).stdout).toBe('@list\n')
  })
})

describe('init', () => {
  it('writes a configuration that is right, once', async () => {
    expect(await run('init')).toEqual({ code: 0, stdout: '', stderr: 'Wrote dfslim.config.json.\n' })
    put('Dockerfile', 'FROM x\n')
    expect(await run('fix')).toMatchObject({ code: 0 })
    const written = textOf('dfslim.config.json')
    expect(await run('init')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'dfslim: dfslim.config.json is there already: it was not changed\n',
    })
    expect(textOf('dfslim.config.json')).toBe(written)
  })
})

describe('the configuration', () => {
  const dockerfile = 'RUN slow\nRUN careful\n'
  const after = async (flags: string, path = 'Dockerfile') => {
    const { stdout } = await run(`fix ${flags} --format json`)
    const { files } = JSON.parse(stdout) as { files: { path: string; applied: { transform: string }[] }[] }
    return files.find((file) => file.path === path)?.applied.map(({ transform }) => transform)
  }

  it('says how far each transform goes, whatever --unsafe says', async () => {
    put('Dockerfile', dockerfile)
    put('dfslim.config.json', '{ "transforms": { "risk-take": "unsafe", "speed-up": "off" } }')
    expect(await after('')).toEqual(['risk-take'])
    expect(await after('--no-config')).toEqual(['speed-up'])
    put('dfslim.config.json', '{ "transforms": { "risk-take": "safe" } }')
    expect(await after('--unsafe')).toEqual(['speed-up'])
    put('other.json', '{ "transforms": { "speed-up": "off" } }')
    expect(await after('--config other.json')).toEqual([])
  })

  it('leaves files alone, also those that are named', async () => {
    put('Dockerfile', dockerfile)
    put('old/Dockerfile', dockerfile)
    put('dfslim.config.json', '{ "ignore": "old" }')
    expect(await after('')).toEqual(['speed-up'])
    expect(await after('', 'old/Dockerfile')).toBeUndefined()
    expect((await run('fix old/Dockerfile')).stderr).toBe('No Dockerfile found in old/Dockerfile.\n')
    expect(await after('old/Dockerfile --no-ignore', 'old/Dockerfile')).toEqual(['speed-up'])
  })

  it('is looked for where stdin would lie', async () => {
    put('a/dfslim.config.json', '{ "transforms": { "speed-up": "off" } }')
    expect((await run('fix - -q --stdin-filepath a/Dockerfile', { stdin: 'RUN slow\n' })).stdout).toBe(
      'RUN slow\n',
    )
    expect((await run('fix - -q', { stdin: 'RUN slow\n' })).stdout).toBe('RUN fast\n')
  })

  it('stops the run where it is wrong', async () => {
    put('Dockerfile', dockerfile)
    put('dfslim.config.json', '{ "transforms": { "sped-up": "off" } }')
    expect(await run('fix')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'dfslim: dfslim.config.json:1:19: there is no transform "sped-up": did you mean speed-up?\n',
    })
  })
})

describe('what cannot run exits with 2 and one line', () => {
  const lines: readonly (readonly [line: string, message: string])[] = [
    [
      '',
      'say what to do: fix, apply, check, baseline, verify, measure, campaign, report, explain, init or list (dfslim --help)',
    ],
    ['fxi', 'there is no command fxi: did you mean fix?'],
    ['fix --wirte', 'Unknown argument: wirte: did you mean --write?'],
    ['fix --format xml', 'there is no format xml: did you mean html?'],
    [
      'check --format pdf-document',
      'there is no format pdf-document: there are text, concise, json, ndjson, sarif, github, gitlab, checkstyle, junit, rdjson, markdown, html, csv',
    ],
    ['list --format sarif', 'Invalid values: Argument: format, Given: "sarif", Choices: "text", "json"'],
    ['fix --report sariff=x', 'there is no format sariff: did you mean sarif?'],
    ['fix --report sarif', '--report needs a format and a path, such as --report sarif=dfslim.sarif'],
    ['fix --report sarif=no/where', 'cannot write no/where: does not exist'],
    ['fix --report csv=- --report html=-', 'only one report can go to stdout'],
    ['check --format json --report html=-', 'only one report can go to stdout'],
    ['fix --report csv=a --report html=a', 'a cannot hold two outputs'],
    ['fix --report csv=a --output a', 'a cannot hold two outputs'],
    ['verify --report csv=a', 'Unknown argument: report: did you mean --report?'],
    ['fix -U x', '-U needs a number of lines, such as -U 3'],
    ['fix --staged --changed', '--staged, --changed and --since do not go together'],
    ['fix -U', 'Not enough arguments following: U'],
    ['fix - --write', 'stdin cannot be written to: leave out --write'],
    ['fix - Dockerfile', '- reads stdin and stands alone'],
    ['fix nowhere', 'nowhere: no such file or folder'],
    ['fix -- -x', '-x: no such file or folder'],
    ['fix --only sped-up', 'no transform is called sped-up: did you mean speed-up?'],
    ['check --skip unheard', 'no transform is called unheard: dfslim list names them all'],
    ['explain spead-up', 'no transform is called spead-up: did you mean speed-up?'],
    ['explain speed-up:x', 'no transform is called speed-up:x: did you mean speed-up?'],
    ['fix --output no/where', 'cannot write no/where: does not exist'],
    ['explain', 'explain needs the id of one transform; dfslim list names them'],
    ['list x', 'list takes no paths'],
    ['frob fix', 'there is no command frob'],
    ['--unsafe', 'Unknown argument: unsafe: did you mean --unsafe?'],
  ]
  for (const [line, message] of lines)
    it(`dfslim ${line}`, async () => {
      put('Dockerfile', 'FROM x\n')
      expect(await run(line)).toEqual({ code: 2, stdout: '', stderr: `dfslim: ${message}\n` })
    })

  it('also when some other file failed', async () => {
    put('Dockerfile', '{{')
    expect((await run('fix Dockerfile nowhere')).code).toBe(2)
  })

  it('guesses only what is near', () => {
    expect(closest('run-mrege', ['run-merge', 'base-slim'])).toBe('run-merge')
    expect(closest('frobnicate', ['run-merge', 'base-slim'])).toBeUndefined()
  })
})

describe('colour', () => {
  const cases: readonly (readonly [
    flags: string,
    env: Record<string, string>,
    tty: 'stdout' | undefined,
    isColoured: boolean,
  ])[] = [
    ['', {}, undefined, false],
    ['', {}, 'stdout', true],
    ['', { TERM: 'dumb' }, 'stdout', false],
    ['', { NO_COLOR: '1' }, 'stdout', false],
    ['', { FORCE_COLOR: '1' }, undefined, true],
    ['', { FORCE_COLOR: '0' }, 'stdout', false],
    ['', { NO_COLOR: '1', FORCE_COLOR: '1' }, 'stdout', false],
    ['', { CI: 'true' }, undefined, false],
    [' --color always', { NO_COLOR: '1' }, undefined, true],
    [' --color never', { FORCE_COLOR: '1' }, 'stdout', false],
  ]
  for (const [flags, env, tty, isColoured] of cases)
    it(`is ${isColoured ? 'on' : 'off'} for fix${flags} with ${JSON.stringify(env)} ${tty ? 'on a terminal' : 'into a pipe'}`, async () => {
      put('Dockerfile', 'RUN slow\n')
      const { stdout } = await run(`fix${flags}`, tty ? { env, tty } : { env })
      expect(stdout.includes('\x1b[32m+RUN fast')).toBe(isColoured)
    })
})

describe('help and version', () => {
  it('go to stdout', async () => {
    expect(await run('--version')).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' })
    expect((await run('--help')).stdout).toContain('dfslim check [paths..]')
    expect((await run('fix --help')).stdout).toContain('--show-skipped')
  })
})

describe('the published command', () => {
  let command = ''
  beforeAll(() => {
    command = buildCommand()
  })
  afterAll(() => rmSync(dirname(command), { recursive: true }))

  const child = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, [command, ...args], { cwd, input, encoding: 'utf8' })

  it('knows its version and its transforms', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(child(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' })
    const { stdout } = child(['list'])
    expect(stdout).toContain('run-merge')
    expect(child(['explain', 'run-merge']).stdout).toBe(
      readFileSync('transforms/run-merge/README.md', 'utf8'),
    )
  })

  it('prints a patch that git takes, and after --write there is nothing left to do', () => {
    put('a b/Dockerfile', 'FROM ubuntu:24.04\r\nRUN a\r\nRUN b\r\n')
    writeFileSync(join(cwd, 'x.patch'), child(['fix', '.', '-q']).stdout)
    expect(textOf('x.patch')).toContain('@@ run-merge')
    expect(spawnSync('git', ['apply', '--check', 'x.patch'], { cwd })).toMatchObject({ status: 0 })
    expect(child(['fix', '--write'])).toMatchObject({ status: 0, stdout: '' })
    expect(child(['fix', '--exit-code'])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '1 file: nothing to do.\n',
    })
  })

  it('works as a filter', () => {
    expect(child(['fix', '-', '-q'], 'FROM ubuntu:24.04\nRUN a\nRUN b\n')).toMatchObject({
      status: 0,
      stderr: '',
    })
    expect(child(['fix', '-', '-q'], 'FROM x\nFRUN y\n')).toMatchObject({ status: 3, stdout: '' })
  })

  it('stays quiet when nobody reads any more', () => {
    for (let i = 0; i < 200; i++)
      put(`${i}/Dockerfile`, `FROM ubuntu:24.04\n${'RUN a\nRUN b\nCOPY x y\n'.repeat(40)}`)
    const pipe = `"${process.execPath}" "${command}" fix -q 2> err | head -n 1`
    expect(spawnSync('sh', ['-c', pipe], { cwd, encoding: 'utf8' }).stdout).toMatch(/^diff --git/)
    expect(textOf('err')).toBe('')
  })

  it('refuses bad files one by one while the others are done', () => {
    put('good/Dockerfile', 'FROM ubuntu:24.04\nRUN a\nRUN b\n')
    put('zero/Dockerfile', 'FROM x\n\0')
    put('latin/Dockerfile', Buffer.from('FROM x\n# \xe9\n', 'latin1'))
    put('empty/Dockerfile', '')
    put('template/Dockerfile', 'FROM {{ base }}\n')
    put('unknown/Dockerfile', 'FROM x\nFRUN y\n')
    put('long/Dockerfile', `FROM x\nRUN ${'y'.repeat(70_000)}\n`)
    put('large/Dockerfile', 'x'.repeat(6_000_000))
    mkdirSync(join(cwd, 'folder/Dockerfile'), { recursive: true })
    const { status, stderr } = child(['fix', '--write'])
    expect(status).toBe(3)
    expect(textOf('good/Dockerfile')).toBe('FROM ubuntu:24.04\nRUN a \\\n    && b\n')
    const names = ['zero/Dockerfile:2', 'latin/Dockerfile:2', 'empty/Dockerfile', 'template/Dockerfile:1']
    const more = ['unknown/Dockerfile:2', 'long/Dockerfile:2', 'large/Dockerfile', 'folder/Dockerfile']
    for (const name of [...names, ...more]) expect(stderr).toContain(`! ${name} `)
    expect(stderr.trimEnd().split('\n')).toHaveLength(10)
    expect(existsSync(join(cwd, 'folder/Dockerfile'))).toBe(true)
  })
})
