import type { Transform } from '../../engine/transform.js'
import { findingsIn, messageOf, type ReportedFinding } from '../finding.js'
import { fingerprintsOf, type Fingerprint } from '../fingerprint.js'
import { companyOf, fixesByFinding, fixesIn, type Fix } from '../fixes.js'
import type { OpenFormat, Setting } from '../format.js'
import type { Done, Failed } from '../outcome.js'
import { page } from '../page.js'
import { type Region, regionsIn, uriOf } from '../places.js'
import type { Tally } from '../tally.js'
import { grouped, plural } from '../totals.js'

/**
 * What GitHub takes: 25,000 results in a run, and 10 MB in all when compressed, as of
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning.
 */
const maxResults = 25_000
/**
 * Bytes that come from files and their names: they may be beyond compression, all else repeats itself. From half of
 * them on there are results alone, without fixes.
 */
const maxBytes = 7_000_000
const maxNotifications = 1000

/** One run of SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. */
export const sarif: OpenFormat = (setting) => {
  const ruleIndex = new Map(setting.transforms.map(({ id }, i) => [id, i]))
  const failed: Failed[] = []
  const count = { results: 0, shown: 0, bytes: 0 }
  return {
    start: () => headOf(setting),
    file: (outcome) => {
      if (outcome.kind === 'failed') {
        if (failed.length < maxNotifications) failed.push(outcome)
        return ''
      }
      const findings = findingsIn(outcome)
      const fingerprints = fingerprintsOf(findings, outcome.source.text)
      const fixes = count.bytes > maxBytes / 2 ? noFixes : fixesOf(outcome, findings, setting)
      const regionOf = regionsIn(outcome.source.text)
      let out = ''
      for (const [i, finding] of findings.entries()) {
        count.results++
        if (count.shown === maxResults || count.bytes > maxBytes) continue
        const { transform } = finding
        const fix = fixes.get(finding)
        const uri = uriOf(setting.fromRoot(finding.path))
        const result = {
          ...{ ruleId: transform, ruleIndex: ruleIndex.get(transform) ?? -1 },
          ...resultOf(finding, fingerprints[i]!, uri),
          ...(fix && fixOf(fix, finding, uri, regionOf)),
        }
        count.bytes += bytesOf(uri) + bytesOf(result.message.text) + fixBytes(fix)
        out += `${count.shown++ === 0 ? '' : ','}\n${JSON.stringify(result)}`
      }
      return out
    },
    end: (tally) => tailOf(tally, failed, count, setting),
  }
}

const noFixes: ReturnType<typeof fixesByFinding> = new Map()

const bytesOf = (text: string) => new TextEncoder().encode(text).length

const fixBytes = (fix: Fix | undefined) =>
  (fix?.edits ?? []).reduce((sum, { text }) => sum + bytesOf(text), 0)

function headOf({ version, transforms }: Setting): string {
  const driver = { name: 'dfslim', semanticVersion: version, rules: transforms.map(ruleOf) }
  const base = { description: { text: 'The root of the repository.' } }
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', originalUriBaseIds: { '%SRCROOT%': base } }
  const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
  return `{"$schema":"${schema}","version":"2.1.0","runs":[${JSON.stringify(run).slice(0, -1)},"results":[`
}

function ruleOf({ id, meta }: Transform) {
  const isSafe = meta.safety === 'safe'
  const risk = meta.risk === undefined ? '' : ` Risk: ${meta.risk}`
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: meta.summary },
    fullDescription: { text: meta.why },
    help: { text: `${meta.summary}. ${meta.why}${risk}`, markdown: page({ id, meta, visit: {} }, undefined) },
    ...(meta.references[0] !== undefined && { helpUri: meta.references[0] }),
    defaultConfiguration: { level: isSafe ? 'warning' : 'note' },
    properties: {
      tags: ['docker', 'image-size', meta.phase],
      precision: isSafe ? 'very-high' : 'medium',
      'problem.severity': isSafe ? 'warning' : 'recommendation',
    },
  }
}

function resultOf(finding: ReportedFinding, { hash, nth }: Fingerprint, uri: string) {
  const { line: startLine, column: startColumn, endColumn, safety } = finding
  const region = { startLine, startColumn, endLine: startLine, endColumn }
  return {
    level: safety === 'safe' ? 'warning' : 'note',
    message: { text: messageOf(finding) },
    locations: [{ physicalLocation: { artifactLocation: locationOf(uri), region } }],
    // GitHub tells results apart by this, and by the file.
    partialFingerprints: { primaryLocationLineHash: `${hash}:${nth}` },
    properties: { safety },
  }
}

const locationOf = (uri: string) => ({ uri, uriBaseId: '%SRCROOT%' })

const fixesOf = (done: Done, findings: readonly ReportedFinding[], { alone }: Setting) =>
  fixesByFinding(findings, fixesIn(done, alone))

function fixOf(fix: Fix, finding: ReportedFinding, uri: string, regionOf: ReturnType<typeof regionsIn>) {
  const replacements = fix.edits.map((edit) => ({
    deletedRegion: regionOf(edit) satisfies Region,
    insertedContent: { text: edit.text },
  }))
  const text = `What dfslim fix writes${companyOf(fix, finding)}.`
  const artifactChanges = [{ artifactLocation: locationOf(uri), replacements }]
  return { fixes: [{ description: { text }, artifactChanges }] }
}

interface Count {
  readonly results: number
  readonly shown: number
}

/** Files that failed, and results that found no room, are told as notifications. */
function tailOf({ failures }: Tally, failed: readonly Failed[], count: Count, setting: Setting): string {
  const notices = failed.map(({ failure: { path, line, reason } }) => {
    const region = line === undefined ? {} : { region: { startLine: line } }
    const artifactLocation = locationOf(uriOf(setting.fromRoot(path)))
    return {
      level: 'error',
      message: { text: `Not handled: ${reason}` },
      locations: [{ physicalLocation: { artifactLocation, ...region } }],
    }
  })
  const warn = (text: string) => ({ level: 'warning', message: { text } })
  const hidden = count.results - count.shown
  const cut =
    hidden === 0
      ? []
      : [warn(`${plural(hidden, 'more result')} of ${grouped(count.results)} are not in this file.`)]
  const unnamed = failures.length - failed.length
  const rest = unnamed === 0 ? [] : [warn(`${plural(unnamed, 'more file')} could not be handled.`)]
  const invocation = {
    executionSuccessful: failures.length === 0,
    toolExecutionNotifications: [...notices, ...rest, ...cut],
  }
  return `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`
}
