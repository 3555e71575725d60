// Puts a folder of Dockerfiles through dfslim and through formatters that install from npm, and has all outcomes judged
// alike. `npm run build` comes first. node bench/peers.mjs DIR [--limit N] [--only PEER,..] [--json FILE]
import { fork } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { formatters, installFormatters } from './formatters.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

if (process.send === undefined) await main()
else process.once('message', async ({ name, texts }) => process.send(await formatAll(name, texts)))

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { limit: { type: 'string' }, only: { type: 'string' }, json: { type: 'string' } },
  })
  const names = values.only?.split(',') ?? Object.keys(formatters)
  if (positionals.length !== 1 || !existsSync(positionals[0]) || !names.every((name) => name in formatters))
    return fail(
      `node bench/peers.mjs DIR [--limit N] [--only PEER,..] [--json FILE]\nPeers: ${Object.keys(formatters).join(', ')}`,
    )
  if (!existsSync(join(root, 'dist/index.js'))) return fail('dist/ is missing: run npm run build.')
  if (!installFormatters())
    return fail('The other tools could not be installed: npm install needs a registry.')
  const { loadJudges, readDockerfiles } = await import('../scripts/judges.mjs')
  const judges = await loadJudges()
  const { files } = readDockerfiles(positionals[0])
  const step = Math.ceil(files.length / Math.min(Number(values.limit ?? Infinity), files.length))
  const some = files.filter((_, i) => i % step === 0)
  console.log(`${some.length} files\n`)
  console.log(
    '| tool | changed | broken | comments lost | another result on a second run | refused | CPU seconds |',
  )
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
  const found = {}
  for (const name of names) {
    const { results, seconds } = await inProcess(name, some)
    found[name] = await judge(results, some, judges)
    const counts = Object.values(found[name]).map((list) => list.length)
    console.log(`| ${[name, ...counts, seconds.toFixed(1)].join(' | ')} |`)
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(found, null, 2)}\n`)
}

/** A process for each tool: none disturbs another, and what it prints is not of interest. */
function inProcess(name, files) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    })
    child.on('error', reject).on('exit', () => reject(new Error(`${name} ended too early`)))
    child.on('message', (message) => {
      resolve(message)
      child.kill()
    })
    child.send({ name, texts: files.map(({ before }) => before) })
  })
}

async function formatAll(name, texts) {
  // A program in Go that has panicked throws once more later on.
  process.on('uncaughtException', () => {})
  const format = await formatters[name]()
  const attempt = async (text) => {
    try {
      const after = await format(text)
      return typeof after === 'string' ? { after } : { refusal: 'no text' }
    } catch (error) {
      return { refusal: String(error?.message ?? error) }
    }
  }
  for (const text of texts.slice(0, 100)) await attempt(text)
  const start = process.cpuUsage()
  const results = []
  for (const text of texts) results.push(await attempt(text))
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1e6
  for (const [i, result] of results.entries())
    if (result.after !== undefined && result.after !== texts[i]) result.second = await attempt(result.after)
  return { results, seconds }
}

/** The lists of files that the columns count. */
async function judge(results, files, judges) {
  const pairs = results.flatMap(({ after, second }, i) =>
    after === undefined || after === files[i].before ? [] : [{ ...files[i], after, second }],
  )
  const bash = await judges.newlyRejected(pairs, 'bash')
  const dash = await judges.newlyRejected(pairs, 'dash')
  const faults = (found) =>
    pairs.map((pair) => [pair.name, found(pair)]).filter(([, list]) => list.length > 0)
  return {
    changed: pairs.map(({ name }) => name),
    broken: faults(({ name, before, after }) => [
      ...judges.newlyInvalid(before, after),
      ...(bash.get(name) ?? []).map((body) => `bash: ${body}`),
      ...(dash.get(name) ?? []).map((body) => `dash: ${body}`),
    ]),
    comments: faults(({ before, after }) => judges.lostComments(respaced(before), respaced(after))),
    again: faults(({ after, second }) =>
      second.after === after ? [] : [second.refusal ?? 'another result'],
    ),
    refused: results.flatMap(({ refusal }, i) => (refusal === undefined ? [] : [[files[i].name, refusal]])),
  }
}

/** A formatter may set blanks behind the `#`, or take them away. */
function respaced(text) {
  return text.replace(/^([^\S\n]*#+)[^\S\n]*/gm, '$1 ')
}

function fail(message) {
  console.error(message)
  process.exitCode = 2
}
