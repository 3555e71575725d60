import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { runIn } from './support/run.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dfslim-baseline-'))
  mkdirSync(join(cwd, '.git'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), content)
}

const textOf = (path: string) => readFileSync(join(cwd, path), 'utf8')
const run = (line: string) => runIn(cwd, line)

const head = 'FROM alpine:3.22\n'
const merge = (name: string) => `RUN ${name}\nRUN after\nCOPY x y\n`

describe('baseline', () => {
  it('records what is found, one line each, as seen from the root of the repository', async () => {
    put('b/Dockerfile', head + merge('one') + merge('two'))
    put('a/Dockerfile', head + merge('one'))
    expect(await runIn(join(cwd, 'b'), 'baseline ..')).toEqual({
      code: 0,
      stdout: '',
      stderr: `Wrote ../dfslim-baseline.json: 3 findings in 2 of 2 files.

Then: dfslim check --baseline ../dfslim-baseline.json
`,
    })
    const text = textOf('dfslim-baseline.json')
    const entry = (path: string, fingerprint: string) =>
      `    { "path": "${path}/Dockerfile", "transform": "run-merge", "fingerprint": "${fingerprint}", "count": 1 }`
    const [one, two] = [...text.matchAll(/"fingerprint": "(\w{16})"/g)]
      .slice(1)
      .map((match) => match[1]!)
      .sort()
    expect(text).toBe(
      `{\n  "version": 1,\n  "findings": [\n${[entry('a', /"a.*?"fingerprint": "(\w+)"/.exec(text)![1]!), entry('b', one!), entry('b', two!)].join(',\n')}\n  ]\n}\n`,
    )
    await run('baseline')
    expect(textOf('dfslim-baseline.json')).toBe(text)
    expect(readdirSync(cwd).sort()).toEqual(['.git', 'a', 'b', 'dfslim-baseline.json'])
  })

  it('goes where --output says, - is stdout, and no file makes none', async () => {
    expect(await run('baseline')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'No Dockerfile found in the current folder.\n',
    })
    put('Dockerfile', head)
    const empty = '{\n  "version": 1,\n  "findings": []\n}\n'
    expect(await run('baseline --output -')).toEqual({ code: 0, stdout: empty, stderr: '' })
    await run('baseline --output here.json -q')
    expect(textOf('here.json')).toBe(empty)
    expect(await run('baseline --output no/here.json')).toMatchObject({
      code: 2,
      stderr: 'dfslim: cannot write no/here.json: does not exist\n',
    })
    expect(await run('baseline -')).toMatchObject({ code: 2 })
  })

  it('records the others where a file fails', async () => {
    put('a/Dockerfile', head + merge('one'))
    put('b/Dockerfile', 'FROM {{ x }}\n')
    const { code, stderr } = await run('baseline')
    expect(code).toBe(3)
    expect(stderr).toContain('1 finding in 1 of 2 files.\n1 file is not a Dockerfile: b/Dockerfile:1')
    expect(textOf('dfslim-baseline.json')).toContain('"a/Dockerfile"')
  })
})

describe('check --baseline', () => {
  const check = (more = '') => run(`check --baseline dfslim-baseline.json${more}`)

  it('passes over what is known, and says how much', async () => {
    put('a/Dockerfile', head + merge('one') + merge('two'))
    await run('baseline')
    expect(await check()).toEqual({
      code: 0,
      stdout: '',
      stderr: '1 file: nothing to do.\n  2 findings that the baseline knows\n',
    })
  })

  it('shows and counts what is new alone, in all reports', async () => {
    put('a/Dockerfile', head + merge('one'))
    await run('baseline')
    put('a/Dockerfile', head + merge('new') + merge('one'))
    put('b/Dockerfile', head)
    expect(await check(' --report concise=out --report json=json')).toEqual({
      code: 1,
      stdout: `a/Dockerfile:2:1  run-merge  [safe]
  Merge 2 RUN instructions into one.
  The same commands run in the same order, and the first failure still ends the build.

    1 | FROM alpine:3.22
  > 2 | RUN new
      | ^^^

       FROM alpine:3.22
      -RUN new
      -RUN after
      +RUN new \\
      +    && after
       COPY x y

`,
      stderr: `1 new finding in 1 of 2 files: run-merge 1.
  1 finding that the baseline knows

Fix: dfslim fix --write --report concise=out --report json=json
`,
    })
    expect(textOf('out')).toBe('a/Dockerfile:2:1: run-merge [safe] Merge 2 RUN instructions into one\n')
    const { files } = JSON.parse(textOf('json')) as { files: { applied: unknown[] }[] }
    expect(files.map(({ applied }) => applied.length)).toEqual([1, 0])
  })

  it('counts those that are alike: a second one is new', async () => {
    put('a/Dockerfile', head + merge('one') + merge('one'))
    await run('baseline')
    expect(textOf('dfslim-baseline.json')).toContain('"count": 2 }')
    expect((await check()).code).toBe(0)
    put('a/Dockerfile', head + merge('one') + merge('one') + merge('one'))
    const { code, stderr } = await check()
    expect(code).toBe(1)
    expect(stderr).toContain(
      '1 new finding in 1 of 1 file: run-merge 1.\n  2 findings that the baseline knows\n',
    )
  })

  it('knows a finding on whatever line it stands now', async () => {
    put('a/Dockerfile', head + merge('one'))
    await run('baseline')
    put('a/Dockerfile', `# A comment.\n${head}ENV a=b\n\n${merge('one')}`)
    expect((await check()).code).toBe(0)
  })

  it('says how many are gone: mended, and of files that are gone', async () => {
    put('a/Dockerfile', head + merge('one') + merge('two'))
    put('b/Dockerfile', head + merge('one'))
    put('c/Dockerfile', head + merge('one'))
    await run('baseline')
    put('a/Dockerfile', head + merge('two'))
    rmSync(join(cwd, 'b'), { recursive: true })
    const gone = '  2 of the baseline are gone: dfslim baseline updates it\n'
    expect((await check()).stderr).toBe(
      `2 files: nothing to do.\n  2 findings that the baseline knows\n${gone}`,
    )
    await run('baseline')
    expect((await check()).stderr).not.toContain('gone')
  })

  it('calls nothing gone that was not looked at, was not looked for, or could not be read', async () => {
    put('a/Dockerfile', head + merge('one'))
    put('b/Dockerfile', head + merge('one'))
    await run('baseline')
    expect((await check(' a')).stderr).toBe('1 file: nothing to do.\n  1 finding that the baseline knows\n')
    expect((await check(' --only apk-skip-cache')).stderr).not.toContain('gone')
    expect((await check(' --skip run-merge')).stderr).not.toContain('gone')
    put('b/Dockerfile', 'FROM {{ x }}\n')
    const { code, stderr } = await check()
    expect(code).toBe(3)
    expect(stderr).not.toContain('gone')
  })

  it('holds in whatever folder it is called', async () => {
    put('a/Dockerfile', head + merge('one'))
    await run('baseline')
    expect(await runIn(join(cwd, 'a'), 'check --baseline ../dfslim-baseline.json')).toMatchObject({ code: 0 })
  })

  it('a file under another name has new findings', async () => {
    put('a/Dockerfile', head + merge('one'))
    await run('baseline')
    put('b/Dockerfile', textOf('a/Dockerfile'))
    rmSync(join(cwd, 'a'), { recursive: true })
    expect(await check()).toMatchObject({ code: 1 })
  })

  it('is not asked for by a file that lies there', async () => {
    put('a/Dockerfile', head + merge('one'))
    await run('baseline')
    expect((await run('check')).code).toBe(1)
  })

  it.each(readdirSync('examples').filter((name) => existsSync(`examples/${name}/Dockerfile`)))(
    'knows all of an example, and whatever half it is told: %s',
    async (name) => {
      put('Dockerfile', readFileSync(`examples/${name}/Dockerfile`, 'utf8'))
      await run('baseline --unsafe')
      const text = textOf('dfslim-baseline.json')
      expect((await check(' --unsafe')).code).toBe(0)
      const { findings } = JSON.parse(text) as { findings: { count: number }[] }
      for (const odd of [0, 1]) {
        const half = findings.filter((_, i) => i % 2 === odd)
        put('dfslim-baseline.json', JSON.stringify({ version: 1, findings: half }))
        const { stdout, code } = await check(' --unsafe --format concise')
        const total = (some: readonly { count: number }[]) => some.reduce((sum, { count }) => sum + count, 0)
        expect(stdout.split('\n').length - 1).toBe(total(findings) - total(half))
        expect(code).toBe(total(findings) > total(half) ? 1 : 0)
      }
    },
  )
})

describe('a baseline that is none', () => {
  const entry = { path: 'a/Dockerfile', transform: 'run-merge', fingerprint: '0123456789abcdef', count: 1 }
  const of = (...findings: readonly object[]) => JSON.stringify({ version: 1, findings })
  const texts: readonly (readonly [name: string, text: string | Buffer, message: string])[] = [
    ['nothing', '', ':1:1: is no JSON: value expected'],
    ['cut off', '{ "version": 1, "findings": [', ':1:30: is no JSON: close bracket expected'],
    ['NUL bytes', Buffer.alloc(10), ':1:1: is no JSON: invalid symbol'],
    ['another version', '{ "version": 2 }', ':1:1: is a baseline of version 2, and this dfslim reads 1'],
    ['a plan', '{ "digest": "" }', ':1:1: is no baseline: it has no version'],
    [
      '__proto__',
      '{ "version": 1, "findings": [], "__proto__": [] }',
      ':1:46: __proto__ is no key that belongs there',
    ],
    [
      'a count of none',
      of({ ...entry, count: 0 }),
      ':1:114: findings[0].count must be a whole number from 1 on',
    ],
    [
      'half a count',
      of({ ...entry, count: 1.5 }),
      ':1:114: findings[0].count must be a whole number from 1 on',
    ],
    [
      'a count beyond all',
      of({ ...entry, count: 1e300 }),
      ':1:114: findings[0].count must be a whole number from 1 on',
    ],
    [
      'half a fingerprint',
      of({ ...entry, fingerprint: '01' }),
      ':1:87: findings[0].fingerprint must be 16 hexadecimal digits',
    ],
    [
      'an entry twice',
      of(entry, entry),
      ':1:117: findings[1] is there for the second time: one entry counts them all',
    ],
    ['brackets', Buffer.alloc(50_000_000, '['), ':1:4: is nested deeper than a baseline can be'],
  ]
  for (const [name, text, message] of texts)
    it(`ends the run: ${name}`, async () => {
      put('a/Dockerfile', head + merge('one'))
      put('base.json', text)
      expect(await run('check --baseline base.json')).toEqual({
        code: 2,
        stdout: '',
        stderr: `dfslim: base.json${message}\n`,
      })
    })

  it('ends the run: one that is not there', async () => {
    put('a/Dockerfile', head)
    expect((await run('check --baseline base.json')).stderr).toBe('dfslim: base.json: does not exist\n')
  })

  it('hides nothing by names that objects have', async () => {
    put('a/Dockerfile', head + merge('one'))
    const names = ['__proto__', 'constructor', '../../etc/passwd', 'a\0b']
    put('base.json', of(...names.map((path) => ({ ...entry, path }))))
    const { code, stderr } = await run('check --baseline base.json')
    expect(code).toBe(1)
    expect(stderr).toContain('1 new finding in 1 of 1 file')
  })
})

describe('check --max-findings', () => {
  it('fails only when there are more', async () => {
    put('a/Dockerfile', head + merge('one') + merge('two'))
    const { code, stderr } = await run('check --max-findings 2')
    expect(code).toBe(0)
    expect(stderr).toContain(
      '2 findings in 1 of 1 file: run-merge 2.\n  no more than the 2 that --max-findings allows\n',
    )
    expect(stderr).toContain('\nFix: dfslim fix --write\n')
    const more = await run('check --max-findings 1')
    expect(more.code).toBe(1)
    expect(more.stderr).toContain('  more than the 1 that --max-findings allows\n')
    expect((await run('check --max-findings 0')).code).toBe(1)
  })

  it('counts what no baseline knows', async () => {
    put('a/Dockerfile', head + merge('one'))
    await run('baseline')
    put('a/Dockerfile', head + merge('one') + merge('two'))
    expect((await run('check --max-findings 1 --baseline dfslim-baseline.json')).code).toBe(0)
    expect((await run('check --max-findings 0 --baseline=dfslim-baseline.json')).code).toBe(1)
  })

  it('a file that failed goes before', async () => {
    put('a/Dockerfile', 'FROM {{ x }}\n')
    expect((await run('check --max-findings 9')).code).toBe(3)
  })

  it.each(['-1', 'x', '1.5'])('takes no %s', async (value) => {
    put('a/Dockerfile', head)
    expect(await run(`check --max-findings=${value}`)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'dfslim: --max-findings needs a number, such as --max-findings 20\n',
    })
  })
})

describe('--statistics', () => {
  const table = `             safe  unsafe  files  saves
run-merge       3       0      2  unknown
base-alpine     0       1      1  about 70 MB
in all          3       1      3  about 70 MB, 3 of unknown size
`

  beforeEach(() => {
    put('a/Dockerfile', head + merge('one') + merge('two'))
    put('b/Dockerfile', head + merge('one'))
  })

  it('shows a table instead of the findings or the patch, and the counts of the summary', async () => {
    put('c/Dockerfile', 'FROM ubuntu:24.04\n')
    const fix = await run('fix --statistics --unsafe --only run-merge,base-alpine')
    expect(fix.stdout).toBe(table)
    expect(fix.stderr).toContain(
      'Would rewrite 3 of 3 files: 3 safe edits (run-merge 3) and 1 unsafe edit (base-alpine 1)',
    )
    const check = await run('check --statistics --unsafe --only run-merge,base-alpine')
    expect(check.stdout).toBe(table)
    expect(check.code).toBe(1)
  })

  it('stands on stderr where stdout has something else to hold', async () => {
    for (const flags of ['--format concise', '--list', '--report csv=-']) {
      const { stdout, stderr } = await run(`fix --statistics --only run-merge ${flags}`)
      expect(stdout).toContain('a/Dockerfile')
      expect(stdout).not.toContain('in all')
      expect(stderr).toContain('run-merge     3       0      2  unknown\n')
    }
  })

  it('counts all where a listing is cut, and what was written', async () => {
    for (let i = 0; i < 30; i++) put(`n${i}/Dockerfile`, head + merge('one'))
    const { stdout, stderr } = await run('check --statistics --format github')
    expect(stdout.match(/^::notice/gm)).toHaveLength(10)
    expect(stderr).toContain('in all       33       0     32  unknown\n')
    expect((await run('fix --write --statistics')).stdout).toContain(
      'in all       33       0     32  unknown\n',
    )
    expect(await run('fix --write --statistics')).toMatchObject({ code: 0, stdout: '' })
  })

  it('says what is saved, and of how many edits that is not known', async () => {
    put('a/Dockerfile', readFileSync('examples/late-cleanup/Dockerfile', 'utf8'))
    const { stdout } = await run('fix a --statistics')
    expect(stdout).toMatch(/^cleanup-hoist +1 +0 +1 {2}about \d+ MB$/m)
    expect(stdout).toMatch(/^in all +4 +0 +1 {2}about \d+ MB, \d of unknown size$/m)
  })
})
