import { findingsIn, sentence, type ReportedFinding } from '../finding.js'
import type { OpenFormat } from '../format.js'
import { xmlOf } from '../markup.js'
import type { Failed, Outcome } from '../outcome.js'

/** The XML of JUnit: a suite for each file, in which each finding is a test that fails. */
export const junit: OpenFormat = () => ({
  start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="dfslim">\n',
  file: (outcome) => suiteOf(outcome),
  end: () => '</testsuites>\n',
})

function suiteOf(outcome: Outcome): string {
  if (outcome.kind === 'failed') return brokenSuite(outcome)
  const { path } = outcome.source
  const { skipped } = outcome.changeset
  const findings = findingsIn(outcome)
  const counts = { tests: Math.max(1, findings.length), failures: findings.length }
  if (skipped !== undefined) {
    const because = skipped === '' ? 'skip-file' : skipped
    return suite(path, { ...counts, skipped: 1 }, [
      test(path, 'dfslim', `<skipped message="${xmlOf(because)}"/>`),
    ])
  }
  const tests = findings.map((finding) => failedTest(path, finding))
  return suite(path, counts, tests.length > 0 ? tests : [test(path, 'dfslim', '')])
}

function brokenSuite({ failure: { path, line, kind, reason } }: Failed): string {
  const place = line === undefined ? '' : `line ${line}: `
  const error = `<error message="${xmlOf(place + reason)}" type="${kind}"/>`
  return suite(path, { tests: 1, failures: 0, errors: 1 }, [test(path, 'dfslim', error)])
}

function failedTest(
  path: string,
  { transform, line, column, safety, title, because }: ReportedFinding,
): string {
  const text = xmlOf(`${path}:${line}:${column} [${safety}] ${sentence(because)}`)
  const failure = `<failure message="${xmlOf(sentence(title))}" type="${transform}">${text}</failure>`
  return test(path, `${transform} at ${line}:${column}`, failure)
}

interface Counts {
  readonly tests: number
  readonly failures: number
  readonly errors?: number
  readonly skipped?: number
}

function suite(
  path: string,
  { tests, failures, errors = 0, skipped = 0 }: Counts,
  cases: readonly string[],
): string {
  const counts = `tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}"`
  return `  <testsuite name="${xmlOf(path)}" ${counts}>\n${cases.join('')}  </testsuite>\n`
}

const test = (path: string, name: string, result: string) =>
  `    <testcase classname="${xmlOf(path)}" name="${xmlOf(name)}"${result === '' ? '/>' : `>${result}</testcase>`}\n`
