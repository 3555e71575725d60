import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { main } from '../src/cli/index.js'
import { linesFrom } from '../src/project/lines.js'
import { readEntry } from '../src/report/runs/entry.js'
import { runsFormats } from '../src/report/runs/formats.js'
import { buildCommand } from './support/command.js'
import { fakeCore } from './support/fake.js'
import { ourSchema } from './support/reports.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dfslim-runs-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

async function run(argv: readonly string[], stdin = '') {
  const printed = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    write: (text: string) => void (printed[name] += text),
  })
  const terminal = {
    cwd,
    env: {},
    ...{ stdout: output('stdout'), stderr: output('stderr') },
    readStdin: () => Promise.resolve(Buffer.from(stdin)),
    onInterrupt: () => () => {},
  }
  const parts = { version: '1.2.3', loadCore: () => Promise.resolve(fakeCore) }
  return { code: await main(argv, terminal, parts), ...printed }
}

/** What a run over a file with this text reports, as ndjson. */
async function resultsOf(text: string, ...flags: readonly string[]): Promise<string> {
  put('work/Dockerfile', text)
  return (await run(['fix', 'work', '--format', 'ndjson', ...flags])).stdout
}

const head = 'repository  files  rewritten  safe  unsafe    about  failed\n'

describe('results of many runs', () => {
  it('become one table, by the name that each was given, else by that of the file', async () => {
    put('results/a.ndjson', await resultsOf('RUN slow, 20 MB\nRUN slow\n', '--repository', 'acme/api'))
    put('results/b.ndjson', await resultsOf('RUN careful\nRUN stuck\n'))
    put('results/c.ndjson', await resultsOf('RUN {{\n', '--repository', 'acme/web'))
    put('results/empty.ndjson', '')
    const paths = ['a', 'b', 'c', 'empty'].map((name) => `results/${name}.ndjson`)
    expect(await run(['report', ...paths])).toEqual({
      code: 0,
      stderr: '',
      stdout: `${head}acme/api        1          1     2       0  20.0 MB       0
acme/web        1          0     0       0                1
b               1          0     0       0                0
empty           0          0     0       0                0
total           3          1     2       0  20.0 MB       1

2 edits in 1 of 3 Dockerfiles of 4 repositories, all safe: speed-up 2.
  Changes in 1 of 4 repositories.
  About 20.0 MB less, unpacked, by tables; the size of 1 edit is unknown.
  1 more with --unsafe.
  1 place was left alone.
  1 file could not be handled.
`,
    })
  })

  it('of one repository in several files are one row', async () => {
    put('a.ndjson', await resultsOf('RUN slow\n', '--repository', 'acme/mono'))
    put('b.ndjson', await resultsOf('RUN careful\n', '--repository', 'acme/mono', '--unsafe'))
    const { stdout } = await run(['report', 'a.ndjson', 'b.ndjson', '--format', 'csv'])
    const [names, ...rows] = parse(stdout, { record_delimiter: '\r\n' })
    expect(rows).toHaveLength(1)
    expect(Object.fromEntries(names!.map((name, i) => [name, rows[0]![i]]))).toMatchObject({
      repository: 'acme/mono',
      ...{ files: '2', changed: '2', safe: '1', unsafe: '1', saves: '0', unknown: '2' },
    })
  })

  it('come from a list, from stdin, and from files of one name in several folders', async () => {
    const results = await resultsOf('RUN slow\n')
    put('in/x/dfslim.ndjson', results)
    put('in/y/z/dfslim.ndjson', results)
    put('list.txt', 'in/x/dfslim.ndjson\nin/y/z/dfslim.ndjson\n')
    const names = async (argv: readonly string[], stdin = '') => {
      const { stdout } = await run(['report', '--format', 'json', ...argv], stdin)
      return (JSON.parse(stdout) as { repositories: { repository: string }[] }).repositories.map(
        ({ repository }) => repository,
      )
    }
    expect(await names(['@list.txt'])).toEqual(['x/dfslim', 'y/z/dfslim'])
    expect(await names(['@-'], 'in/x/dfslim.ndjson')).toEqual(['dfslim'])
    expect(await names(['-'], results)).toEqual(['<stdin>'])
  })

  it('say which line is broken, and count the others', async () => {
    const line = await resultsOf('RUN slow\n')
    put(
      'x.ndjson',
      `${line}\n${line.slice(0, 40)}\nnull\n${line.replace('"version":1', '"version":2')}${line}`,
    )
    put('y.ndjson', Buffer.concat([Buffer.from(line), Buffer.from([0xff, 0x0a])]))
    put('z.ndjson', line.slice(0, -9))
    put('report.json', `${'{\n'.repeat(30)}`)
    mkdirSync(join(cwd, 'folder.ndjson'))
    const files = ['x.ndjson', 'y.ndjson', 'z.ndjson', 'report.json', 'folder.ndjson']
    const { code, stdout, stderr } = await run(['report', '--format', 'csv', ...files])
    expect(code).toBe(3)
    expect(stderr.split('\n').filter((row) => !/^report\.json:([1-9]|10): /.test(row))).toEqual([
      'x.ndjson:3: the line is cut off or is not JSON',
      'x.ndjson:4: not a line of an ndjson report',
      'x.ndjson:5: the report is of version 2, this dfslim reads 1',
      'y.ndjson:2: not UTF-8, or longer than a line may be',
      'z.ndjson:1: the line is cut off or is not JSON',
      'report.json: 20 more lines like these',
      'folder.ndjson: is a directory',
      '',
    ])
    expect(stdout.split('\r\n').slice(1)).toEqual([
      'x,2,2,0,0,2,0,0,0,0,0,2,0,0',
      'y,1,1,0,0,1,0,0,0,0,0,1,0,0',
      '',
    ])
  })

  it('need a name, and a file that is there', async () => {
    expect(await run(['report'])).toMatchObject({ code: 2, stdout: '' })
    expect(await run(['report', 'gone.ndjson'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'dfslim: gone.ndjson: no such file\n',
    })
  })
})

describe('hostile names', () => {
  const hostile = [
    '<script>pwned()</script>',
    '"><img src=x onerror=pwned()>',
    '=cmd|"/C calc"!A1',
    'a|b `c` **d** @octocat #1',
    'two\nlines\r::error::x',
    '\x1b[31m \u202e',
    '__proto__',
  ]

  it('do no harm in any form', async () => {
    const line = (name: string) =>
      `${JSON.stringify({ ...(JSON.parse(lineOf) as object), repository: name })}\n`
    const lineOf = await resultsOf('RUN slow\n')
    put('x.ndjson', hostile.map(line).join(''))
    for (const format of runsFormats) {
      const { code, stdout } = await run(['report', 'x.ndjson', '--format', format])
      expect(code).toBe(0)
      if (format === 'json') {
        const schema = JSON.parse(readFileSync('schemas/runs.schema.json', 'utf8')) as object
        const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema)
        validate(JSON.parse(stdout))
        expect(validate.errors ?? []).toEqual([])
        const { repositories } = JSON.parse(stdout) as { repositories: { repository: string }[] }
        expect(repositories.map(({ repository }) => repository)).toEqual([...hostile].sort())
      } else if (format !== 'csv') expect(stdout).not.toMatch(/[\x1b\u202e]/)
      if (format === 'html') expect(stdout.match(/<(?:script|img)\b[^>]*>/g)).toEqual(['<script>'])
      if (format === 'markdown') {
        // What is no code calls nobody and has no tag.
        const prose = stdout.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
        expect(prose).not.toMatch(/[<@#]/)
        for (const row of stdout.split('\n').filter((text) => text.startsWith('| ')))
          expect(row.match(/(?<!\\)\|/g)).toHaveLength(8)
      }
      if (format === 'csv') {
        const cells = parse(stdout, { record_delimiter: '\r\n' }).flat()
        expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([])
        expect(cells.filter((cell) => cell === '7' || hostile.includes(cell))).toHaveLength(
          hostile.length - 1,
        )
      }
      if (format === 'text') expect(stdout.split('\n')).toHaveLength(hostile.length + 6)
    }
  })
})

async function allOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

describe('a line', () => {
  it('is one of the schema, with the name', async () => {
    const validate = ourSchema('line')
    const line = await resultsOf('RUN slow\nRUN careful\n', '--repository', 'acme/api')
    validate(JSON.parse(line))
    expect(validate.errors ?? []).toEqual([])
    expect(readEntry(line)).toMatchObject({ kind: 'entry', repository: 'acme/api', status: 'changed' })
    const whole = ourSchema('report')
    whole(JSON.parse((await run(['check', 'work', '--format', 'json', '--repository', 'x'])).stdout))
    expect(whole.errors ?? []).toEqual([])
    expect(await resultsOf('RUN slow\n', '--repository', '')).not.toContain('repository')
  })

  it('is taken from chunks wherever they end, and not kept when it is too long', async () => {
    const text = 'ä1\n\r\n\nü'
    const bytes = Buffer.from(text)
    for (let size = 1; size <= bytes.length; size++) {
      const chunks = (async function* () {
        for (let at = 0; at < bytes.length; at += size)
          yield await Promise.resolve(bytes.subarray(at, at + size))
      })()
      expect(await allOf(linesFrom(chunks))).toEqual(['ä1', '\r', '', 'ü'])
    }
    const long = (async function* () {
      yield await Promise.resolve(Buffer.from('123456'))
      yield Buffer.from('789\nab\n')
    })()
    expect(await allOf(linesFrom(long, 8))).toEqual([undefined, 'ab'])
  })
})

it('needs no more memory for many lines', async () => {
  const line = await resultsOf(`${'RUN slow\n'.repeat(300)}`, '--repository', 'acme/api')
  for (let i = 0; i < 800; i++) appendFileSync(join(cwd, 'big.ndjson'), line)
  expect(line.length * 800).toBeGreaterThan(20e6)
  const command = buildCommand()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=16', command, 'report', 'big.ndjson', '--format', 'csv'],
    { cwd, encoding: 'utf8' },
  )
  rmSync(dirname(command), { recursive: true })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('\r\nacme/api,800,800,0,0,240000,')
})
