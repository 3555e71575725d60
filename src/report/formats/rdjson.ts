import { findingsIn, linesIn, messageOf } from '../finding.js'
import { companyOf, fixesByFinding, fixesIn, type Fix } from '../fixes.js'
import type { OpenFormat, Setting } from '../format.js'
import { listOf } from '../list.js'
import type { Outcome } from '../outcome.js'
import { byteColumn, regionsIn, type Region } from '../places.js'
import { applyEdits, replaceAt, sortEdits } from '../../text/edit.js'

/**
 * The DiagnosticResult of reviewdog, as of https://github.com/reviewdog/reviewdog/tree/master/proto/rdf: columns are
 * bytes of UTF-8, ends are exclusive.
 */
export const rdjson: OpenFormat = ({ fromRoot, alone }) =>
  listOf('{"source":{"name":"dfslim"},"diagnostics":[', ']}\n', (outcome) =>
    diagnosticsOf(outcome, fromRoot, alone),
  )

function diagnosticsOf(outcome: Outcome, fromRoot: Setting['fromRoot'], alone: Setting['alone']) {
  if (outcome.kind === 'failed') {
    const { path, line, kind, reason } = outcome.failure
    const range = line === undefined ? {} : { range: { start: { line } } }
    return [
      {
        message: `Not handled: ${reason}`,
        location: { path: fromRoot(path), ...range },
        severity: 'ERROR',
        code: { value: `failed-${kind}` },
      },
    ]
  }
  const { text, path } = outcome.source
  const lines = linesIn(text)
  const findings = findingsIn(outcome)
  const fixes = fixesByFinding(findings, fixesIn(outcome, alone))
  return findings.map((finding) => {
    const { line, column, endColumn, transform, safety } = finding
    const place = { startLine: line, startColumn: column, endLine: line, endColumn }
    const fix = fixes.get(finding)
    const suggestions = fix ? suggestionOf(fix, text, lines) : []
    return {
      message: messageOf(finding) + (fix && suggestions.length > 0 ? noteOf(companyOf(fix, finding)) : ''),
      location: { path: fromRoot(path), range: rangeOf(place, lines) },
      severity: safety === 'safe' ? 'WARNING' : 'INFO',
      code: { value: transform },
      ...(suggestions.length > 0 && { suggestions }),
    }
  })
}

const noteOf = (company: string) => (company === '' ? '' : ` (The suggestion makes it${company}.)`)

/** A suggestion is one range of so many lines at most. */
const maxLines = 40

/** A fix as one suggestion: what lies between its edits is said again. */
function suggestionOf({ edits }: Fix, text: string, lines: readonly string[]) {
  const sorted = sortEdits(edits)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) return []
  const span = { start: first.span.start, end: last.span.end }
  const moved = sorted.map(({ span: { start, end }, text: inserted }) =>
    replaceAt(start - span.start, end - span.start, inserted),
  )
  const region = regionsIn(text)({ span, text: '' })
  if (region.endLine - region.startLine > maxLines) return []
  return [{ range: rangeOf(region, lines), text: applyEdits(text.slice(span.start, span.end), moved) }]
}

function rangeOf({ startLine, startColumn, endLine, endColumn }: Region, lines: readonly string[]) {
  const column = (line: number, column: number) => byteColumn(lines[line - 1] ?? '', column)
  return {
    start: { line: startLine, column: column(startLine, startColumn) },
    end: { line: endLine, column: column(endLine, endColumn) },
  }
}
