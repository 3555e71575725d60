import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom'
import type { ValidateFunction } from 'ajv'
import { parse } from 'csv-parse/sync'
import { rewrite } from '../src/index.js'
import type { AppliedChange } from '../src/engine/transform.js'
import { type FormatName } from '../src/report/formats.js'
import { script, scriptHash } from '../src/report/html/page.js'
import type { Done } from '../src/report/outcome.js'
import { wellFormed } from '../src/report/places.js'
import { applyEdits } from '../src/text/edit.js'
import { casesOf, exampleFixtures, transformFolders } from './support/fixtures.js'
import {
  allReportsOf,
  doneOf,
  failedOf,
  gitlabSchema,
  ourSchema,
  pagesOf,
  rdjsonSchema,
  reportOf,
  sarifSchema,
} from './support/reports.js'

/** Names and texts that mean something to one form of report or another. */
const hostile = [
  'a%0A::error::b',
  'two\nlines\r\n::error file=x::y',
  '<script>window.pwned = 1</script>',
  '"><img src=x onerror=pwned()>',
  ']]></failure><x a="1',
  '</script><script>pwned()</script>',
  'a,b;"c"\'d\'',
  '=cmd|"/C calc"!A1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '`code` | **bold** [link](https://example.com) @octocat #1',
  '``` fence',
  'nul \x00 escape \x1b[31m bell \x07',
  'half a pair \ud800 and \udfff, no letter \ufffe',
  'ä 日本 𝒳 \u202e rtl \u2028 line',
  '$(id) `id` {{ x }} ${y}',
]
const outcomes = [
  ...hostile.map((text, i) =>
    doneOf(`${text}/${i}`, `FROM x\nRUN slow ${text.replaceAll('{{', '')}\n`, { title: text, because: text }),
  ),
  ...hostile.map((text, i) => failedOf(`${text}/f${i}`, text, i + 1)),
]

let reports: Record<FormatName, string>
beforeAll(async () => {
  reports = await allReportsOf(outcomes)
})

function expectValid(validate: ValidateFunction, text: string): unknown {
  const value: unknown = JSON.parse(text)
  validate(value)
  expect(validate.errors ?? []).toEqual([])
  return value
}

describe('hostile names and texts, judged by others', () => {
  it('json by our schema, closed', () => {
    const { files } = expectValid(ourSchema('report'), reports.json) as { files: { path: string }[] }
    expect(files.map(({ path }) => path)).toEqual(pathsOf())
  })

  it('ndjson line by line', () => {
    const validate = ourSchema('line')
    const lines = reports.ndjson.trimEnd().split('\n')
    expect(lines).toHaveLength(outcomes.length)
    for (const line of lines) expectValid(validate, line)
  })

  it('sarif by its schema, with URIs that lead back to the names', () => {
    const log = expectValid(sarifSchema(), reports.sarif) as SarifLog
    const [run] = log.runs
    expect(run.results).toHaveLength(hostile.length)
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(hostile.length)
    for (const [i, { locations }] of run.results.entries()) {
      const { uri } = locations[0].physicalLocation.artifactLocation
      expect(uri).toMatch(/^[\w!'()*.~%/-]+$/)
      expect(decodeURIComponent(uri)).toBe(`${wellFormed(hostile[i]!)}/${i}`)
    }
  })

  it('gitlab and rdjson by what their readers say of them', () => {
    const issues = expectValid(gitlabSchema(), reports.gitlab) as { fingerprint: string }[]
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(outcomes.length)
    const { diagnostics } = expectValid(rdjsonSchema(), reports.rdjson) as {
      diagnostics: { location: { path: string } }[]
    }
    expect(diagnostics.map(({ location }) => location.path)).toEqual(pathsOf().map(wellFormed))
  })

  it('rdjson by reviewdog, where there is one', () => {
    const { error, status, stdout, stderr } = spawnSync(
      'reviewdog',
      ['-f=rdjson', '-reporter=rdjson', '-filter-mode=nofilter', '-diff=true'],
      { input: reports.rdjson, encoding: 'utf8' },
    )
    if (error) return console.warn('No reviewdog here: rdjson was not read by it.')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const read = (text: string) =>
      (
        JSON.parse(text) as { diagnostics: { location: { path: string }; suggestions?: object[] }[] }
      ).diagnostics
        .map(({ location, suggestions }) =>
          [posix.normalize(location.path), JSON.stringify(suggestions ?? [])].join('\n'),
        )
        .sort()
    expect(read(stdout)).toEqual(read(reports.rdjson))
  })

  it('checkstyle and junit by a parser of XML', () => {
    const files = elementsIn(reports.checkstyle, 'file')
    expect(files.map((file) => file.getAttribute('name'))).toEqual(pathsOf().map(asXml))
    expectShape(reports.checkstyle, {
      checkstyle: { in: '', attributes: ['version'] },
      file: { in: 'checkstyle', attributes: ['name'] },
      error: { in: 'file', attributes: ['line', 'column', 'severity', 'message', 'source'] },
    })
    const suites = elementsIn(reports.junit, 'testsuite')
    expect(suites.map((suite) => suite.getAttribute('name'))).toEqual(pathsOf().map(asXml))
    // As https://github.com/jenkinsci/xunit-plugin has it in junit-10.xsd.
    expectShape(reports.junit, {
      testsuites: { in: '', attributes: ['name'] },
      testsuite: { in: 'testsuites', attributes: ['name', 'tests', 'failures', 'errors', 'skipped'] },
      testcase: { in: 'testsuite', attributes: ['classname', 'name'] },
      failure: { in: 'testcase', attributes: ['message', 'type'] },
      error: { in: 'testcase', attributes: ['message', 'type'] },
    })
  })

  it('checkstyle and junit by expat, where there is Python', () => {
    const program =
      'import sys, xml.parsers.expat as e; e.ParserCreate().Parse(sys.stdin.buffer.read(), True)'
    for (const input of [reports.checkstyle, reports.junit]) {
      const { error, status, stderr } = spawnSync('python3', ['-c', program], { input })
      if (error) continue
      expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: '' })
    }
  })

  it('csv by a reader of it, and no cell is a formula', () => {
    const rows = parse(reports.csv, { relax_column_count: false, record_delimiter: '\r\n' })
    expect(rows).toHaveLength(outcomes.length + 1)
    const cells = rows.flat()
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([])
    expect(rows.slice(1).map(([path]) => path!.replace(/^'/, ''))).toEqual(pathsOf().map(wellFormed))
  })

  it('github as the runner reads it: one command a line, and all comes back', () => {
    const lines = reports.github.trimEnd().split('\n')
    expect(lines).toHaveLength(21)
    const commands = lines.slice(0, 20).map((line) => {
      const [, kind, properties, message] = /^::(notice|error) ([^:]*)::(.*)$/.exec(line)!
      const file = /^file=([^,]*),/.exec(properties!)![1]!
      const unescape = (text: string) =>
        text
          .replaceAll('%2C', ',')
          .replaceAll('%3A', ':')
          .replaceAll('%0A', '\n')
          .replaceAll('%0D', '\r')
          .replaceAll('%25', '%')
      return { kind, file: unescape(file), message: unescape(message!) }
    })
    expect(commands.map(({ file }) => file)).toEqual([
      ...pathsOf().slice(0, 10),
      ...failedPaths().slice(0, 10),
    ])
    expect(commands[11]!.message).toBe(`Not handled: ${hostile[1]}`)
    expect(lines[20]).toMatch(/^dfslim: \d+ more notices, \d+ more errors; /)
  })

  it('concise has one line each and no control character', () => {
    expect(reports.concise.split('\n')).toHaveLength(outcomes.length + 1)
    expect(reports.concise).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\u2028\u202e]/)
  })

  it('markdown holds no tag but our own outside of code, and calls nobody', () => {
    const heads = reports.markdown.match(/^<details>.*$/gm)
    expect(heads).toHaveLength(hostile.length)
    for (const head of heads!)
      expect(head).toMatch(/^<details><summary><code>[^<>]*<\/code>, 1 edit<\/summary>$/)
    const prose = reports.markdown
      .replace(/^<details>.*$/gm, '')
      .replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
    expect(new Set(prose.match(/<[^>]*>/g))).toEqual(new Set(['</details>', '<!-- -->']))
    expect(prose).not.toMatch(/@\w|#\d/)
    expect(prose).not.toMatch(/(?<!\\)\*\*bold|(?<!\\)\[link/)
  })
})

describe('the page', () => {
  it('runs no script but its own', () => {
    const sum = createHash('sha256').update(script).digest('base64')
    expect(scriptHash).toBe(`sha256-${sum}`)
    expect(reports.html).toContain(`script-src '${scriptHash}'`)
    expect(reports.html.match(/<\/?(?:script|img|a|iframe|form)\b[^>]*>/g)).toEqual([
      '<form class="filters" hidden>',
      '</form>',
      '<script>',
      '</script>',
    ])
  })

  it('is shown by Chromium, where there is one, without a complaint and without the network', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dfslim-page-'))
    const file = join(folder, 'page.html')
    writeFileSync(
      file,
      await reportOf('html', [
        doneOf('a/Dockerfile', 'RUN slow\nRUN ls\n\n\n\n\n\n\n\nRUN careful\n'),
        ...outcomes,
      ]),
    )
    const { stdout, status, stderr } = spawnSync(process.execPath, ['scripts/page-check.mjs', file], {
      encoding: 'utf8',
    })
    rmSync(folder, { recursive: true })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    if (stdout.startsWith('No Chromium')) return console.warn(stdout.trim())
    const files = hostile.length + 1
    expect(JSON.parse(stdout)).toEqual({
      counts: { files, edits: files + 1, hunks: files + 1, bars: expect.any(Number) as unknown },
      withoutFirst: { files: 1, edits: 1, hunks: 1, bars: expect.any(Number) as unknown },
      alien: 0,
      wide: false,
      messages: [],
      foreign: [],
    })
  })
})

describe('limits', () => {
  const line = 'RUN slow\n'
  /** Bytes that nothing compresses. */
  const noise = (i: number) => createHash('sha512').update(String(i)).digest('base64').replaceAll('/', '_')
  const many = Array.from({ length: 300 }, (_, i) =>
    doneOf(`${noise(i)}/Dockerfile`, line.repeat(100), {
      because: Array.from({ length: 6 }, (_, j) => noise(i * 1000 + j)).join(' '),
    }),
  )

  it('sarif stays below those of GitHub and tells what is missing', async () => {
    const text = await reportOf('sarif', many)
    const log = expectValid(sarifSchema(), text) as SarifLog
    const [run] = log.runs
    expect(run.results.length).toBeLessThanOrEqual(25_000)
    expect(gzipSync(text).length).toBeLessThan(10_000_000)
    const [notice] = run.invocations[0].toolExecutionNotifications
    expect(notice!.message.text).toMatch(/^[\d,]+ more results of 30,000 are not in this file\.$/)
    const brief = Array.from({ length: 300 }, (_, i) => doneOf(`${i}/Dockerfile`, line.repeat(100)))
    const { results, invocations } = (JSON.parse(await reportOf('sarif', brief)) as SarifLog).runs[0]
    expect(results).toHaveLength(25_000)
    expect(invocations[0].toolExecutionNotifications[0]!.message.text).toBe(
      '5,000 more results of 30,000 are not in this file.',
    )
  })

  it('markdown stays below 60,000 characters, with true counts', async () => {
    const failed = Array.from({ length: 30_000 }, (_, i) => failedOf(`f${i}`, noise(i)))
    for (const some of [many, [...many, ...failed], [doneOf('x'.repeat(90_000), line)]]) {
      const { report, summary } = await pagesOf('github', some)
      const text = summary!
      expect(text.length).toBeLessThan(60_000)
      expect(report.length).toBeLessThan(200_000)
      const shown = text.match(/^<details>/gm)?.length ?? 0
      const hidden = Number(/^The reasons of ([\d,]+) more file/m.exec(text)?.[1]?.replace(',', '') ?? 0)
      expect(shown + hidden).toBe(some === many || some.length > 1 ? 300 : 1)
    }
    expect(await reportOf('markdown', many)).toContain('**30,000 edits in 300 of 300 Dockerfiles, all safe**')
    expect(await reportOf('markdown', many)).toContain('- and 80 more edits')
  })

  it('html keeps a page that a browser can lay out', async () => {
    const text = await reportOf('html', many)
    expect(text.length).toBeLessThan(25_000_000)
    expect(text).toContain('<dd>30,000</dd>')
  })
})

describe('a fix is what its changes give alone', () => {
  const files = [...exampleFixtures(), ...transformFolders().flatMap((id) => casesOf(id))].flatMap(
    ({ before, context, name }) => {
      if (before === undefined) return []
      const options = { unsafe: true, ...(context && { context }) }
      const changeset = rewrite(before, options)
      if (changeset.before === changeset.after) return []
      const source = { path: name, absolute: '', tree: '', bytes: Buffer.from(before), text: before }
      const done: Done = { kind: 'done', source, changeset }
      const alone = (_: Done, changes: readonly AppliedChange[]) => {
        const key = ({ transform, line, column }: Pick<AppliedChange, 'transform' | 'line' | 'column'>) =>
          `${transform} ${line} ${column}`
        const wanted = new Set(changes.map(key))
        return rewrite(before, { ...options, reject: (it) => (wanted.has(key(it)) ? undefined : 'no') }).after
      }
      return [{ done, alone }]
    },
  )

  it('in sarif and in rdjson, for every fixture, to the byte', async () => {
    let [told, whole] = [0, 0]
    for (const { done, alone } of files) {
      const { before, after } = done.changeset
      const results = new Set<string>()
      const { runs } = JSON.parse(await reportOf('sarif', [done], { alone })) as SarifLog
      for (const { fixes = [] } of runs[0].results)
        for (const { artifactChanges } of fixes)
          results.add(replaced(before, artifactChanges[0].replacements))
      const { diagnostics } = JSON.parse(await reportOf('rdjson', [done], { alone })) as Rdjson
      for (const { suggestions = [] } of diagnostics)
        for (const suggestion of suggestions) expect(results).toContain(suggested(before, suggestion))
      told += results.size
      if (results.has(after)) whole++
      for (const result of results)
        if (results.size === 1 && runs[0].results.length === 1) expect(result).toBe(after)
    }
    expect(files.length).toBeGreaterThan(100)
    expect(told).toBeGreaterThan(files.length * 0.9)
    expect(whole).toBeGreaterThan(files.length * 0.7)
  })
})

interface SarifLog {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly locations: readonly [
          { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
        ]
        readonly fixes?: readonly {
          readonly artifactChanges: readonly [{ readonly replacements: Replacements }]
        }[]
      }[]
      readonly invocations: readonly [
        { readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[] },
      ]
    },
  ]
}

type Replacements = readonly {
  readonly deletedRegion: Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>
  readonly insertedContent: { readonly text: string }
}[]

interface Suggestion {
  readonly range: Record<'start' | 'end', { readonly line: number; readonly column: number }>
  readonly text: string
}

interface Rdjson {
  readonly diagnostics: readonly { readonly suggestions?: readonly Suggestion[] }[]
}

function replaced(text: string, replacements: Replacements): string {
  const starts = lineStarts(text)
  const edits = replacements.map(({ deletedRegion: at, insertedContent }) => ({
    span: {
      start: starts[at.startLine - 1]! + at.startColumn - 1,
      end: starts[at.endLine - 1]! + at.endColumn - 1,
    },
    text: insertedContent.text,
  }))
  return applyEdits(text, edits)
}

function suggested(text: string, { range: { start, end }, text: inserted }: Suggestion): string {
  const bytes = Buffer.from(text)
  const starts = lineStarts(text).map((at) => Buffer.byteLength(text.slice(0, at)))
  const from = starts[start.line - 1]! + start.column - 1
  const to = starts[end.line - 1]! + end.column - 1
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(inserted), bytes.subarray(to)]).toString()
}

const lineStarts = (text: string) => [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]

const pathsOf = () => [...hostile.map((text, i) => `${text}/${i}`), ...failedPaths()]
const failedPaths = () => hostile.map((text, i) => `${text}/f${i}`)

const asXml = (text: string) =>
  text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')

function elementsIn(xml: string, name: string): readonly Element[] {
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml')
  return [...document.getElementsByTagName(name)]
}

type Shape = Readonly<Record<string, { readonly in: string; readonly attributes: readonly string[] }>>

/** Each element stands where it may and has the attributes that it must have, and no others. */
function expectShape(xml: string, shape: Shape): void {
  for (const element of elementsIn(xml, '*')) {
    const known = shape[element.tagName]
    const parent = element.parentNode?.nodeName ?? ''
    const attributes = [...element.attributes].map(({ name }) => name)
    expect({ in: parent === '#document' ? '' : parent, attributes }).toEqual(known)
  }
}

it('the schema is published with the package', () => {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: readonly string[] }
  expect(files).toContain('schemas')
})
