import { type JsonLimits, readJsonFile } from './json-file.js'
import type { Shape } from './json-shape.js'

const version = 1

/** A hundred thousand findings take 15 MB. */
const limits: JsonLimits = { kind: 'a baseline', bytes: 64 * 1024 * 1024, depth: 3, values: 3_000_000 }

/** The entries of a baseline. @throws JsonProblem */
export const readBaseline = (absolute: string) => readJsonFile(absolute, limits, entriesIn)

function entriesIn(root: Shape) {
  const found = root.peek('version')
  if (found === undefined) root.fail('is no baseline: it has no version')
  if (found !== version)
    root.fail(`is a baseline of version ${JSON.stringify(found)}, and this dfslim reads ${version}`)
  const { findings } = root.object(['version', 'findings'])
  const seen = new Set<string>()
  return findings.list((shape) => {
    const { path, transform, fingerprint, count } = shape.object([
      'path',
      'transform',
      'fingerprint',
      'count',
    ])
    const entry = {
      path: path.string(/./s, 'a path'),
      transform: transform.string(),
      fingerprint: fingerprint.string(/^[0-9a-f]{16}$/, '16 hexadecimal digits'),
      count: count.count(1),
    }
    const key = `${entry.fingerprint} ${entry.path}`
    if (seen.has(key)) shape.fail('is there for the second time: one entry counts them all')
    seen.add(key)
    return entry
  })
}
