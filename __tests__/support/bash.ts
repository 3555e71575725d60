import { spawnSync } from 'node:child_process'
import { scan } from '../../src/syntax/scan.js'

/** The shell texts of the RUNs of a file. */
export const bodiesIn = (text: string): string[] =>
  scan(text).instructions.flatMap(({ keyword, json, heredocs, args }) =>
    keyword === 'RUN' && json === undefined && heredocs.length === 0 ? [args.text] : [],
  )

/** Those that `bash -n` does not accept. */
export function rejectedByBash(bodies: ReadonlySet<string>): Set<string> {
  const loop = `while IFS= read -r -d '' body; do bash -nc "$body" </dev/null 2>/dev/null && echo 0 || echo 1; done`
  const input = [...bodies].map((body) => `${body}\0`).join('')
  const { stdout } = spawnSync('bash', ['-c', loop], { input, encoding: 'utf8', maxBuffer: 1 << 26 })
  const answers = stdout.trimEnd().split('\n')
  if (answers.length !== bodies.size)
    throw new Error(`bash has ${answers.length} answers to ${bodies.size} texts`)
  return new Set([...bodies].filter((_, i) => answers[i] === '1'))
}
