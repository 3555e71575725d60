// Runs dfslim over a folder of real Dockerfiles and has the outcome judged by code that shares nothing with it.
// `npm run build` comes first. Exits with 1 when anything is not zero that must be.
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { loadJudges, readDockerfiles } from './judges.mjs'

const usage = `npm run corpus -- DIR [--unsafe] [--only ID,..] [--json FILE]
Every file below DIR with "dockerfile" or "containerfile" in its name is taken.`

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const { folder, flags, options, json } = readArguments()
requireBuild()
const { rewrite } = await import(pathToFileURL(join(dist, 'index.js')).href)
const judges = await loadJudges()

const { files, unreadable } = readDockerfiles(folder)
if (files.length === 0) fail(`No Dockerfiles below ${folder}.`)
const { outcomes, crashes, seconds } = rewriteAll()
const findings = await judgeAll()
const report = summarize()
print()
if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`)
process.exitCode = Object.values(findings).some((names) => names.length > 0) ? 1 : 0

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { unsafe: { type: 'boolean' }, only: { type: 'string' }, json: { type: 'string' } },
    })
    if (positionals.length !== 1 || !existsSync(positionals[0])) fail(usage)
    const { unsafe, only, json } = values
    return {
      folder: positionals[0],
      flags: [...(unsafe ? ['--unsafe'] : []), ...(only ? ['--only', only] : [])],
      options: { unsafe: unsafe ?? false, ...(only ? { only: only.split(',') } : {}) },
      json,
    }
  } catch (error) {
    fail(`${error.message}\n${usage}`)
  }
}

function requireBuild() {
  const built = ['index.js', 'dfslim.js'].map((name) => join(dist, name))
  if (!built.every((file) => existsSync(file))) fail('dist/ is missing: run npm run build.')
  const sources = ['src', 'transforms'].flatMap((name) =>
    readdirSync(join(root, name), { recursive: true })
      .filter((path) => /^(?!.*\bcases\b).*\.ts$/.test(path))
      .map((path) => join(root, name, path)),
  )
  const age = Math.min(...built.map((file) => statSync(file).mtimeMs))
  if (sources.some((file) => statSync(file).mtimeMs > age)) fail('dist/ is stale: run npm run build.')
}

/** One warm thread, nothing else: the judges come later. */
function rewriteAll() {
  for (const { before } of files.slice(0, 300)) attempt(before)
  const start = performance.now()
  const outcomes = files.map(({ name, before }) => ({ name, before, ...attempt(before) }))
  const seconds = (performance.now() - start) / 1000
  const crashes = outcomes
    .filter(({ crash }) => crash !== undefined)
    .map(({ name, crash }) => `${name}: ${crash}`)
  return { outcomes, crashes, seconds }
}

function attempt(before) {
  try {
    const { after, applied, withheld, refused, settled, problem } = rewrite(before, options)
    return { after, applied, withheld, refused, settled, problem }
  } catch (error) {
    return { after: before, applied: [], withheld: [], refused: [], settled: true, crash: String(error) }
  }
}

/** What must be zero, each with the names of the files where it is not. */
async function judgeAll() {
  const pairs = outcomes.map(({ name, before, after }) => ({ name, before, after }))
  const changed = outcomes.filter(({ before, after }) => before !== after)
  const running = Promise.all([
    judges.judgeCommand(join(dist, 'dfslim.js'), flags, pairs),
    judges.newlyRejected(changed, 'bash'),
    judges.newlyRejected(changed, 'dash'),
  ])
  const lines = (judge) => changed.flatMap((pair) => judge(pair).map((fault) => `${pair.name}: ${fault}`))
  const files = (judge) => lines((pair) => [judge(pair).join('; ')].filter((faults) => faults !== ''))
  const inProcess = {
    'files newly invalid': files(({ before, after }) => judges.newlyInvalid(before, after)),
    'files whose other instructions changed': files(({ before, after }) =>
      judges.changedInstructions(before, after),
    ),
    'comment lines lost': lines(({ before, after }) => judges.lostComments(before, after)),
    'files whose line ends changed': files(({ before, after }) => judges.changedLineEnds(before, after)),
    'lines changed outside an edit': lines(({ before, after, applied }) => {
      const spans = applied.map((change) => change.after)
      return judges.strayLines(before, after, spans)
    }),
    'files that change on a second run': changed
      .filter(({ after }) => attempt(after).after !== after)
      .map(({ name }) => name),
  }
  const [command, bash, dash] = await running
  const bodies = (rejected) => [...rejected].map(([name, bad]) => `${name}: ${bad.join('\n')}`)
  return {
    ...inProcess,
    'files with RUN bodies newly rejected by bash -n': bodies(bash),
    'files with RUN bodies newly rejected by dash -n': bodies(dash),
    'patches git apply refuses': command.patchesForth,
    'patches git apply -R refuses': command.patchesBack,
    'files the command writes otherwise': command.otherwise,
    'files a second fix would change': command.again,
    'files not settled': outcomes.filter(({ settled }) => !settled).map(({ name }) => name),
    crashes: [...crashes, ...command.crashes],
  }
}

function summarize() {
  const rewritten = outcomes.filter(({ before, after }) => before !== after)
  const sum = (measure) => ({
    before: outcomes.reduce((total, { before }) => total + measure(before), 0),
    after: outcomes.reduce((total, { after }) => total + measure(after), 0),
  })
  const all = (kind) => outcomes.flatMap((outcome) => outcome[kind])
  return {
    files: files.length,
    unreadable,
    'left alone': countOf(outcomes.flatMap(({ problem }) => (problem ? [plain(problem.message)] : []))),
    rewritten: rewritten.length,
    edits: countOf(all('applied').map(({ transform, safety }) => `${transform}, ${safety}`)),
    withheld: countOf(all('withheld').map(({ transform, reason }) => `${transform}, ${reason}`)),
    refusals: countOf(all('refused').map(({ transform, because }) => `${transform}: ${plain(because)}`)),
    'RUNs that update apt and keep the lists': sum(judges.countKeptLists),
    'late clean-ups': sum(judges.countLateCleanups),
    seconds: Number(seconds.toFixed(2)),
    findings,
  }
}

/** A reason without its names and numbers. */
function plain(reason) {
  return reason.replace(/`[^`]*`/g, '`…`').replace(/\d+(?:\.\d+)*/g, 'N')
}

function countOf(items) {
  const counts = new Map()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a))
}

function print() {
  const { files, rewritten, edits, withheld, refusals } = report
  const row = (name, value) => console.log(`${String(value).padStart(8)}  ${name}`)
  const rows = (title, counts, most) => {
    const entries = Object.entries(counts)
    row(
      title,
      entries.reduce((total, [, count]) => total + count, 0),
    )
    for (const [name, count] of entries.slice(0, most)) row(`  ${name}`, count)
    if (entries.length > most)
      row(
        `  others, of ${entries.length - most} kinds`,
        entries.slice(most).reduce((total, [, count]) => total + count, 0),
      )
  }
  row('files', files)
  row('not UTF-8', unreadable.length)
  rows('left alone as a whole', report['left alone'], 5)
  row('rewritten', rewritten)
  rows('edits', edits, 20)
  rows('withheld', withheld, 20)
  rows('refusals', refusals, 15)
  for (const name of ['RUNs that update apt and keep the lists', 'late clean-ups']) {
    row(`${name}, before`, report[name].before)
    row(`${name}, after`, report[name].after)
  }
  row('files a second', Math.round(files / seconds))
  console.log('must be zero:')
  for (const [name, found] of Object.entries(findings)) {
    row(`  ${name}`, found.length)
    for (const text of found.slice(0, 10))
      console.log(`            ${text.slice(0, 200).replaceAll('\n', ' ')}`)
  }
}

function fail(message) {
  console.error(message)
  process.exit(2)
}
