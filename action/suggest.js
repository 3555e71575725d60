import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './dfslim.js'
import { GitHub } from './github.js'
import { hunksIn, isAsShown, shows } from './hunks.js'
import { annotate, event, isFromFork, Stop, summarize } from './runner.js'

/** More comments than a reader wants. */
const maxComments = 30

const mark = '<!-- dfslim -->'

/** Proposes fixes in a review of the pull request, where it shows the lines. The answer is the status of the step. */
export async function suggest(program) {
  const happened = event()
  const pull = happened.pull_request
  if (pull === undefined) throw new Stop('mode suggest needs a pull request: on: pull_request')
  const { stdout } = run(program, 'check', ['--format', 'rdjson'])
  const found = JSON.parse(stdout).diagnostics.filter(({ suggestions }) => suggestions?.length === 1)
  if (isFromFork(happened)) {
    const reason = 'A pull request from a fork may not be written to, so no review is made'
    annotate('notice', `${reason}: ${found.length} fixes, dfslim fix shows them.`)
    return 0
  }
  const github = new GitHub(`/repos/${pull.base.repo.full_name}/pulls/${pull.number}`)
  const patches = new Map()
  for (const { filename, patch } of await github.all('/files')) if (patch) patches.set(filename, patch)
  const seen = new Set((await github.all('/comments')).map(({ path, body }) => `${path}\n${body}`))
  const all = found.flatMap((diagnostic) => commentFor(diagnostic, patches))
  const fresh = all.filter(({ path, body }) => !seen.has(`${path}\n${body}`))
  const comments = fresh.slice(0, maxComments)
  if (comments.length > 0)
    await github.post('/reviews', { commit_id: pull.head.sha, event: 'COMMENT', comments })
  summarize(wordsOf(comments.length, all.length - fresh.length, found.length))
  return 0
}

function wordsOf(made, known, found) {
  const rest = found - made - known
  const before = known > 0 ? `, ${known} ${known === 1 ? 'is' : 'are'} there already` : ''
  const others = rest > 0 ? `; ${rest} more lie where the pull request shows no lines: \`dfslim fix\`` : ''
  return `dfslim: ${made} ${made === 1 ? 'suggestion' : 'suggestions'}${before}${others}.`
}

/** The comment for a finding, or none where the pull request does not show its lines as they are here. */
function commentFor({ message, code, location: { path }, suggestions: [suggestion] }, patches) {
  const patch = patches.get(path)
  if (patch === undefined) return []
  const text = readFileSync(join(process.env.GITHUB_WORKSPACE || '.', path), 'utf8')
  // What a suggestion does to other line ends is not known.
  if (text.includes('\r')) return []
  const lines = text.split('\n')
  const hunks = hunksIn(patch)
  const { first, last, replacement } = wholeLines(suggestion, lines)
  if (!isAsShown(lines, hunks) || !hunks.some((hunk) => shows(hunk, first, last))) return []
  const fence = '`'.repeat(Math.max(3, ...(replacement.match(/`+/g) ?? []).map(({ length }) => length + 1)))
  const block = `${fence}suggestion\n${replacement}${fence}`
  const place = first < last ? { start_line: first, start_side: 'RIGHT', line: last } : { line: last }
  return [
    { path, ...place, side: 'RIGHT', body: `${mark}\n**${code.value}**: ${quietly(message)}\n\n${block}` },
  ]
}

/** A suggestion as lines: the first and the last that go, and those that come, each with its end. Columns are bytes. */
export function wholeLines({ range: { start, end }, text }, lines) {
  const head = Buffer.from(lines[start.line - 1] ?? '')
    .subarray(0, start.column - 1)
    .toString()
  // It ends in front of a line: that one stays.
  if (end.column === 1 && end.line > start.line)
    return { first: start.line, last: end.line - 1, replacement: withEnd(head + text) }
  const tail = Buffer.from(lines[end.line - 1] ?? '')
    .subarray(end.column - 1)
    .toString()
  return { first: start.line, last: end.line, replacement: `${head}${text}${tail}\n` }
}

const withEnd = (text) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

/** Calls nobody, and is no tag; what stands between backticks is code already. */
const quietly = (message) =>
  message
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 0 ? part.replace(/[<>&]/g, entityOf).replace(/[@#]/g, '$&<!-- -->') : part))
    .join('')

const entityOf = (letter) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[letter]
