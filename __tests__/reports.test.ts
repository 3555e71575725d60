import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { main } from '../src/cli/index.js'
import { type FormatName, formatNames } from '../src/report/formats.js'
import { fakeCore } from './support/fake.js'
import { allReportsOf, doneOf, failedOf, pagesOf, reportOf } from './support/reports.js'

const outcomes = [
  doneOf('a/Dockerfile', 'FROM x\nRUN slow\n'),
  doneOf('b/Dockerfile', 'FROM x\nRUN stuck\nRUN careful\n'),
  doneOf('c/Dockerfile', 'FROM x\n'),
  failedOf('d/Dockerfile', 'template syntax `{{ y }}`', 3),
]

/** Written by hand. */
const goldens: Partial<Record<FormatName, string>> = {
  concise: `a/Dockerfile:2:5: speed-up [safe] Be fast
b/Dockerfile:3:5: risk-take [unsafe] Be quick
d/Dockerfile:3: failed [foreign] template syntax \`{{ y }}\`
`,
  csv: [
    'path,line,column,transform,safety,became,title,because,saves',
    'a/Dockerfile,2,5,speed-up,safe,applied,Be fast,it is known,',
    'b/Dockerfile,3,5,risk-take,unsafe,applied,Be quick,it may fail,',
    'd/Dockerfile,3,,,,failed,foreign,template syntax `{{ y }}`,',
    '',
  ].join('\r\n'),
  github: `::notice file=a/Dockerfile,line=2,col=5,title=speed-up [safe]::Be fast. It is known.
::notice file=b/Dockerfile,line=3,col=5,title=risk-take [unsafe]::Be quick. It may fail.
::error file=d/Dockerfile,line=3,title=dfslim::Not handled: template syntax \`{{ y }}\`
`,
  checkstyle: `<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="a/Dockerfile">
    <error line="2" column="5" severity="warning" message="Be fast. It is known." source="dfslim.speed-up"/>
  </file>
  <file name="b/Dockerfile">
    <error line="3" column="5" severity="info" message="Be quick. It may fail." source="dfslim.risk-take"/>
  </file>
  <file name="d/Dockerfile">
    <error line="3" column="1" severity="error" message="Not handled: template syntax \`{{ y }}\`" source="dfslim.failed-foreign"/>
  </file>
</checkstyle>
`,
  junit: `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="dfslim">
  <testsuite name="a/Dockerfile" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="a/Dockerfile" name="speed-up at 2:5"><failure message="Be fast." type="speed-up">a/Dockerfile:2:5 [safe] It is known.</failure></testcase>
  </testsuite>
  <testsuite name="b/Dockerfile" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="b/Dockerfile" name="risk-take at 3:5"><failure message="Be quick." type="risk-take">b/Dockerfile:3:5 [unsafe] It may fail.</failure></testcase>
  </testsuite>
  <testsuite name="c/Dockerfile" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="c/Dockerfile" name="dfslim"/>
  </testsuite>
  <testsuite name="d/Dockerfile" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="d/Dockerfile" name="dfslim"><error message="line 3: template syntax \`{{ y }}\`" type="foreign"/></testcase>
  </testsuite>
</testsuites>
`,
  rdjson: `{"source":{"name":"dfslim"},"diagnostics":[
{"message":"Be fast. It is known.","location":{"path":"a/Dockerfile","range":{"start":{"line":2,"column":5},"end":{"line":2,"column":9}}},"severity":"WARNING","code":{"value":"speed-up"},"suggestions":[{"range":{"start":{"line":2,"column":1},"end":{"line":2,"column":9}},"text":"RUN fast"}]},
{"message":"Be quick. It may fail.","location":{"path":"b/Dockerfile","range":{"start":{"line":3,"column":5},"end":{"line":3,"column":12}}},"severity":"INFO","code":{"value":"risk-take"},"suggestions":[{"range":{"start":{"line":3,"column":1},"end":{"line":3,"column":12}},"text":"RUN quick"}]},
{"message":"Not handled: template syntax \`{{ y }}\`","location":{"path":"d/Dockerfile","range":{"start":{"line":3}}},"severity":"ERROR","code":{"value":"failed-foreign"}}
]}
`,
  markdown: `**2 edits in 2 of 4 Dockerfiles, 1 of them unsafe**

| transform | edits | files | safety |
| --- | --: | --: | --- |
| \`risk-take\` | 1 | 1 | 1 unsafe |
| \`speed-up\` | 1 | 1 | safe |

1 file could not be handled:

- \`d/Dockerfile:3\`: template syntax \`{{ y }}\`

<details><summary><code>a/Dockerfile</code>, 1 edit</summary>

- line 2, \`speed-up\` (safe): Be fast. It is known.

</details>

<details><summary><code>b/Dockerfile</code>, 1 edit</summary>

- line 3, \`risk-take\` (unsafe): Be quick. It may fail.

</details>
`,
  text: `a/Dockerfile:2:5  speed-up  [safe]
  Be fast.
  It is known.

    1 | FROM x
  > 2 | RUN slow
      |     ^^^^

       FROM x
      -RUN slow
      +RUN fast

b/Dockerfile:3:5  risk-take  [unsafe]
  Be quick.
  It may fail.

    2 | RUN stuck
  > 3 | RUN careful
      |     ^^^^^^^

       RUN stuck
      -RUN careful
      +RUN quick

2 findings in 2 of 4 files: risk-take 1, speed-up 1.
  1 place was left alone: --show-skipped
1 file is not a Dockerfile: d/Dockerfile:3 (template syntax \`{{ y }}\`)
`,
}

describe('a report', () => {
  it.each(Object.entries(goldens) as readonly (readonly [FormatName, string])[])(
    'as %s',
    async (format, golden) => {
      expect(await reportOf(format, outcomes)).toBe(golden)
    },
  )

  it('as gitlab', async () => {
    const fingerprint = expect.stringMatching(/^[0-9a-f]{16}$/) as unknown
    expect(JSON.parse(await reportOf('gitlab', outcomes))).toEqual([
      {
        description: 'Be fast. It is known.',
        check_name: 'speed-up',
        fingerprint,
        severity: 'minor',
        location: { path: 'a/Dockerfile', lines: { begin: 2 } },
      },
      {
        description: 'Be quick. It may fail.',
        check_name: 'risk-take',
        fingerprint,
        severity: 'info',
        location: { path: 'b/Dockerfile', lines: { begin: 3 } },
      },
      {
        description: 'Not handled: template syntax `{{ y }}`',
        check_name: 'failed-foreign',
        fingerprint,
        severity: 'major',
        location: { path: 'd/Dockerfile', lines: { begin: 3 } },
      },
    ])
  })

  it('as sarif', async () => {
    const place = (uri: string, region: object) => ({
      physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region },
    })
    const log = JSON.parse(await reportOf('sarif', outcomes)) as { runs: readonly unknown[] }
    expect(log.runs).toHaveLength(1)
    expect(log.runs[0]).toMatchObject({
      tool: {
        driver: {
          name: 'dfslim',
          semanticVersion: '1.2.3',
          rules: [
            {
              id: 'speed-up',
              name: 'SpeedUp',
              shortDescription: { text: 'Replace slow by fast' },
              help: { text: 'Replace slow by fast. It is slow.' },
              helpUri: 'https://example.com/',
            },
            { id: 'risk-take', help: { text: 'Replace careful by quick. It is slow. Risk: It may fail.' } },
          ],
        },
      },
      columnKind: 'utf16CodeUnits',
      results: [
        {
          ruleId: 'speed-up',
          ruleIndex: 0,
          level: 'warning',
          message: { text: 'Be fast. It is known.' },
          locations: [place('a/Dockerfile', { startLine: 2, startColumn: 5, endLine: 2, endColumn: 9 })],
          partialFingerprints: {
            primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/) as unknown,
          },
          fixes: [
            {
              description: { text: 'What dfslim fix writes.' },
              artifactChanges: [
                {
                  artifactLocation: { uri: 'a/Dockerfile', uriBaseId: '%SRCROOT%' },
                  replacements: [
                    {
                      deletedRegion: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 9 },
                      insertedContent: { text: 'RUN fast' },
                    },
                  ],
                },
              ],
            },
          ],
        },
        { ruleId: 'risk-take', ruleIndex: 1, level: 'note' },
      ],
      invocations: [
        {
          executionSuccessful: false,
          toolExecutionNotifications: [
            {
              level: 'error',
              message: { text: 'Not handled: template syntax `{{ y }}`' },
              locations: [place('d/Dockerfile', { startLine: 3 })],
            },
          ],
        },
      ],
    })
  })

  it('as ndjson has one line for each file, with what the JSON report says of it', async () => {
    const lines = (await reportOf('ndjson', outcomes)).trimEnd().split('\n')
    const { files } = JSON.parse(await reportOf('json', outcomes)) as { files: readonly object[] }
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
      files.map((file) => ({ version: 1, command: 'fix', ...file })),
    )
  })

  it('as csv has a row for each place left alone where it is asked to', async () => {
    expect(await reportOf('csv', outcomes, { showSkipped: true })).toContain(
      'b/Dockerfile,2,1,speed-up,,refused,,it is stuck,\r\n',
    )
  })

  it('tells sizes where they are known', async () => {
    const sized = [doneOf('a/Dockerfile', 'RUN slow\nRUN slow\n', { saves: 19_000_000 }), ...outcomes]
    const text = await reportOf('markdown', sized)
    expect(text).toContain('About 38.0 MB less, unpacked, by tables; the size of 2 edits is unknown.')
    expect(text).toContain('| `speed-up` | 3 | 2 | safe | 38.0 MB |')
    expect(text).toContain('- line 1, `speed-up` (safe, about 19.0 MB): Be fast.')
    expect(await reportOf('html', sized)).toContain('About saved by folder, unpacked')
    expect(await reportOf('csv', sized)).toContain('it is known,19000000\r\n')
  })

  it('is valid without any file', async () => {
    const none = await allReportsOf([])
    expect(none).toMatchObject({ concise: '', ndjson: '', github: '', gitlab: '[\n]\n' })
    expect(none.markdown).toBe('**0 Dockerfiles: nothing to do**\n')
    expect(JSON.parse(none.sarif)).toMatchObject({ runs: [{ results: [] }] })
    expect(JSON.parse(none.rdjson)).toMatchObject({ diagnostics: [] })
  })

  it('is the same again', async () => {
    expect(await allReportsOf(outcomes)).toEqual(await allReportsOf(outcomes))
  })
})

describe('fingerprints', () => {
  const hashesOf = async (text: string) =>
    (JSON.parse(await reportOf('gitlab', [doneOf('a', text)])) as { fingerprint: string }[]).map(
      ({ fingerprint }) => fingerprint,
    )

  it('stay when lines move, and tell like lines apart', async () => {
    const before = await hashesOf('FROM x\nRUN slow 1\nRUN slow 2\nRUN slow 1\n')
    expect(new Set(before).size).toBe(3)
    expect(await hashesOf('# new\n\nFROM x\nRUN ls\n  RUN slow 1\nRUN slow 2\nRUN slow 1\n')).toEqual(before)
  })
})

describe('on a command line', () => {
  let cwd = ''
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'dfslim-reports-'))
  })
  afterEach(() => rmSync(cwd, { recursive: true }))

  function put(path: string, text: string): void {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  const textOf = (path: string) => readFileSync(join(cwd, path), 'utf8')

  async function run(line: string, env: Record<string, string> = {}, folder = '.') {
    const printed = { stdout: '', stderr: '' }
    const output = (name: 'stdout' | 'stderr') => ({
      isTTY: false,
      write: (text: string) => void (printed[name] += text),
    })
    const terminal = {
      cwd: join(cwd, folder),
      env,
      stdout: output('stdout'),
      stderr: output('stderr'),
      readStdin: () => Promise.resolve(Buffer.from('RUN slow\n')),
      onInterrupt: () => () => {},
    }
    const parts = { version: '1.2.3', loadCore: () => Promise.resolve(fakeCore) }
    const code = await main(line.split(' '), terminal, parts)
    return { code, ...printed }
  }

  it('several go into files, and stdout has what it always has', async () => {
    put('a/Dockerfile', 'RUN slow\n')
    const plain = await run('fix')
    expect(await run('fix --report concise=c.txt --report csv=c.csv a')).toEqual({
      ...plain,
      stderr: plain.stderr.replace('--write', '--write --report concise=c.txt --report csv=c.csv a'),
    })
    expect(textOf('c.txt')).toBe('a/Dockerfile:1:5: speed-up [safe] Be fast\n')
    expect(textOf('c.csv')).toContain('\r\na/Dockerfile,1,5,speed-up,')
    expect((await run('check --report concise=c.txt')).stdout).toBe((await run('check')).stdout)
  })

  it('- is stdout, instead of the patch; the rest goes to stderr as ever', async () => {
    put('a/Dockerfile', 'RUN slow\n')
    const line = 'a/Dockerfile:1:5: speed-up [safe] Be fast\n'
    for (const flags of ['fix --report concise=-', 'fix --format concise', 'check --format concise'])
      expect((await run(flags)).stdout).toBe(line)
    expect((await run('fix - --format concise')).stdout).toBe('<stdin>:1:5: speed-up [safe] Be fast\n')
    expect((await run('check --format concise')).code).toBe(1)
    expect((await run('fix --format concise --output c.txt')).stdout).toBe('')
    expect(textOf('c.txt')).toBe(line)
  })

  it('with --write says what went into the files', async () => {
    put('a/Dockerfile', 'RUN slow\n')
    await run('fix --write --report json=r.json -q')
    expect(JSON.parse(textOf('r.json'))).toMatchObject({ files: [{ status: 'written' }] })
    expect(textOf('a/Dockerfile')).toBe('RUN fast\n')
  })

  it('one is written also where there is no Dockerfile', async () => {
    const { code, stdout } = await run('check --format sarif')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ version: '2.1.0', runs: [{ results: [] }] })
  })

  it('names files from the root of the repository where its readers do', async () => {
    put('.git/HEAD', '')
    put('sub/a/Dockerfile', 'RUN slow\n')
    for (const format of ['github', 'gitlab', 'rdjson', 'sarif'])
      expect((await run(`fix --format ${format}`, {}, 'sub')).stdout).toContain('sub/a/Dockerfile')
    expect((await run('fix --format concise', {}, 'sub')).stdout).toMatch(/^a\/Dockerfile/)
  })

  it('appends to the page of a GitHub job', async () => {
    put('a/Dockerfile', 'RUN slow\n')
    put('summary.md', 'before\n')
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') }
    const { stdout } = await run('check --format github', env)
    expect(stdout).toMatch(/^::notice file=a\/Dockerfile,line=1,/)
    expect(textOf('summary.md')).toBe(`before\n${(await run('check --format markdown', env)).stdout}`)
    const unwritable = { GITHUB_STEP_SUMMARY: join(cwd, 'no/where') }
    expect((await run('check --format github -q', unwritable)).stderr).toBe(
      'Cannot write the summary of the job: does not exist\n',
    )
  })

  it('that cannot be written ends the run with one line', async () => {
    put('a/Dockerfile', 'RUN slow\n')
    if (!existsSync('/dev/full')) return
    expect(await run('check --report csv=/dev/full')).toMatchObject({
      code: 2,
      stderr: 'dfslim: cannot write /dev/full: no space left on the device\n',
    })
  })

  it('loads no form of report that is not asked for', () => {
    const files = ['src/cli', 'src/report'].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name}`),
    )
    const eager = files.filter((file) =>
      /^(?:import|export) .*\/formats\/|^(?:import|export) .*\/html\//m.test(readFileSync(file, 'utf8')),
    )
    expect(eager).toEqual([])
    expect(formatNames).toHaveLength(13)
  })
})

describe('beyond what is shown', () => {
  const many = Array.from({ length: 14 }, (_, i) => doneOf(`${i}/Dockerfile`, 'RUN slow\n'))

  it('github shows ten of a kind, and counts the others', async () => {
    const failed = Array.from({ length: 11 }, (_, i) => failedOf(`f${i}`, 'template'))
    const { report, summary } = await pagesOf('github', [...many, ...failed])
    const lines = report.trimEnd().split('\n')
    expect(lines.filter((line) => line.startsWith('::notice '))).toHaveLength(10)
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10)
    expect(lines.at(-1)).toBe('dfslim: 4 more notices, 1 more error; a step shows 10 annotations of a kind.')
    expect(summary).toContain('**14 edits in 14 of 25 Dockerfiles, all safe**')
  })
})
