import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { AppliedChange } from '../../src/engine/transform.js'
import type { Setting } from '../../src/report/format.js'
import { type FormatName, formatNames, formatsWithPatch, loadFormat } from '../../src/report/formats.js'
import type { Done, Failed, Outcome } from '../../src/report/outcome.js'
import { count, newTally } from '../../src/report/tally.js'
import { patchOf } from '../../src/text/diff.js'
import { fakeCore } from './fake.js'

/** What the fake engine makes of a file. */
export function doneOf(path: string, text: string, extra: Partial<AppliedChange> = {}): Done {
  const changeset = fakeCore.rewrite(text, { unsafe: true })
  const applied = changeset.applied.map((change) => ({ ...change, ...extra }))
  const source = { path, absolute: `/nowhere/${path}`, tree: '/nowhere', bytes: Buffer.from(text), text }
  return { kind: 'done', source, changeset: { ...changeset, applied } }
}

export const failedOf = (path: string, reason: string, line?: number): Failed => ({
  kind: 'failed',
  failure: { kind: 'foreign', path, line, reason },
})

/** What a run asks for when nothing is said. */
export const setting: Setting = {
  command: 'fix',
  version: '1.2.3',
  transforms: fakeCore.transforms,
  written: 'dry',
  showSkipped: false,
  fromRoot: (path) => path,
  alone: ({ source }, changes) =>
    fakeCore.rewrite(source.text, {
      unsafe: true,
      reject: ({ line, column }) =>
        changes.some((change) => change.line === line && change.column === column) ? undefined : 'no',
    }).after,
}

/** A whole report. */
export async function reportOf(
  format: FormatName,
  outcomes: readonly Outcome[],
  changed: Partial<Setting> = {},
): Promise<string> {
  return (await pagesOf(format, outcomes, changed)).report
}

/** A whole report, and the page of the job. */
export async function pagesOf(
  format: FormatName,
  outcomes: readonly Outcome[],
  changed: Partial<Setting> = {},
) {
  const open = await loadFormat(format)
  const report = open({ ...setting, ...changed })
  const tally = newTally()
  const parts = [report.start?.() ?? '']
  for (const outcome of outcomes) {
    count(tally, outcome)
    parts.push(report.file(outcome, formatsWithPatch.has(format) ? patchFor(outcome) : ''))
  }
  parts.push(report.end(tally))
  return { report: parts.join(''), summary: report.summary?.(tally) }
}

function patchFor(outcome: Outcome): string {
  if (outcome.kind === 'failed') return ''
  const { before, after } = outcome.changeset
  return patchOf({ path: outcome.source.path, before, after, marks: [] }, 3)
}

/** All forms of report of some outcomes. */
export async function allReportsOf(outcomes: readonly Outcome[]): Promise<Record<FormatName, string>> {
  const all: [FormatName, string][] = []
  // One after the other: jest cannot link modules that are imported at the same time.
  for (const format of formatNames) all.push([format, await reportOf(format, outcomes)])
  return Object.fromEntries(all) as Record<FormatName, string>
}

/** The schema that Microsoft publishes for SARIF 2.1.0; of draft 04, which differs in names that it does not use. */
export function sarifSchema(): ValidateFunction {
  const path = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'
  const { $schema: _, id: __, ...schema } = createRequire(import.meta.url)(path) as Record<string, unknown>
  return newAjv().compile(schema)
}

/** The schema that we publish, closed: whatever is printed must stand in it. `line` is a line of ndjson. */
export function ourSchema(part: 'report' | 'line'): ValidateFunction {
  const text = readFileSync('schemas/report.schema.json', 'utf8')
  const schema = closed(JSON.parse(text)) as object
  const ajv = new Ajv2020({ strict: true, strictRequired: false })
  if (part === 'report') return ajv.compile(schema)
  return ajv.compile({ $ref: 'report#/$defs/line', $defs: { report: { ...schema, $id: 'report' } } })
}

/** The schema, with no room for keys that it does not name. */
export function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const parts = Object.entries(schema).map(([key, value]) => [key, closed(value)] as const)
  const isObject = 'type' in schema && schema.type === 'object'
  return { ...(isObject && { additionalProperties: false }), ...Object.fromEntries(parts) }
}

const text = { type: 'string', minLength: 1 }
const number = { type: 'integer', minimum: 1 }
const objectOf = (properties: object, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})

/** What https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format asks for. */
export const gitlabSchema = (): ValidateFunction =>
  newAjv().compile({
    type: 'array',
    items: objectOf({
      description: text,
      check_name: text,
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: objectOf({
        path: { type: 'string', pattern: '^(?!\\./|/)' },
        lines: objectOf({ begin: number }),
      }),
    }),
  })

const position = objectOf({ line: number, column: number }, ['column'])
const range = objectOf({ start: position, end: position }, ['end'])

/** What the messages of https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto hold. */
export const rdjsonSchema = (): ValidateFunction =>
  newAjv().compile(
    objectOf({
      source: objectOf({ name: text }),
      diagnostics: {
        type: 'array',
        items: objectOf(
          {
            message: text,
            location: objectOf({ path: text, range }, ['range']),
            severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
            code: objectOf({ value: text }),
            suggestions: { type: 'array', items: objectOf({ range, text: { type: 'string' } }) },
          },
          ['suggestions'],
        ),
      },
    }),
  )

function newAjv(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  return ajv
}
