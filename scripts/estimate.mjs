// Builds Dockerfiles before and after their rewrite, and prints what `dfslim fix --unsafe` says that it saves beside what it
// did save; then what it says of the contexts of bench/images, safe and unsafe, beside what was measured there; then the
// published sizes of bases that cannot be built here. Ends with 1 where a figure is off by more than 15 %.
// `npm run build` comes first. Needs Docker with the bases, or root on Debian: elsewhere it says so and ends with 0.
// node scripts/estimate.mjs [NAME ..] [--install] [--recorded] [--results FILE]
//   --install   install the Debian packages that making the bases needs
//   --recorded  build nothing: only what was measured or published before
//   --results   what was measured, in the place of bench/images/results.json
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openEngine } from '../bench/images/engine.mjs'

const command = fileURLToPath(new URL('../dist/dfslim.js', import.meta.url))
const tolerance = 0.15

/** What is below this is noise of a build: logs, and what dpkg writes anew in every layer. */
const noise = 1_000_000

const cases = JSON.parse(readFileSync(new URL('estimate.json', import.meta.url), 'utf8'))

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    install: { type: 'boolean', default: false },
    recorded: { type: 'boolean', default: false },
    results: {
      type: 'string',
      default: fileURLToPath(new URL('../bench/images/results.json', import.meta.url)),
    },
  },
})
process.exitCode = main()

function main() {
  const folder = mkdtempSync(join(tmpdir(), 'dfslim-estimate-'))
  try {
    const built = values.recorded ? [] : buildAll(folder)
    const recorded = recordedRows()
    for (const row of recorded) console.log(lineOf(row))
    const published = cases.published.map((each) => ({ kind: 'published', ...publishedRow(each, folder) }))
    const rows = [...built, ...recorded, ...published]
    for (const row of published) console.log(lineOf(row))
    const wrong = rows.filter((row) => isOff(row))
    const unknown = rows.filter(({ estimate }) => estimate === undefined)
    console.log(`${rows.length} estimates: ${wrong.length} off by more than 15 %, ${unknown.length} unknown`)
    for (const kind of ['safe', 'unsafe']) console.log(spreadOf(kind, recorded))
    return wrong.length > 0 ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function buildAll(folder) {
  const wanted = cases.built.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  const bases = [...new Set(wanted.map(({ dockerfile }) => /^FROM (\S+)/.exec(dockerfile.join('\n'))[1]))]
  const engine = openEngine({ bases, install: values.install })
  if (engine.lacks !== undefined) {
    console.log(`Nothing was built: ${engine.lacks}.`)
    return []
  }
  const rows = []
  try {
    for (const { name, dockerfile } of wanted) {
      const context = join(folder, name)
      const { estimate, unknown } = rewritten(dockerfile.join('\n') + '\n', context)
      const [before, after] = ['Dockerfile', 'after.Dockerfile'].map((file) => bytesOf(context, file, engine))
      rows.push({ kind: 'built', name, estimate, unknown, measured: before - after })
      console.log(lineOf(rows.at(-1)))
      engine.tidy()
    }
  } finally {
    engine.close()
  }
  return rows
}

/** What the contexts of the benchmark are said to save, and did; changes that were left out there are left out here. */
function recordedRows() {
  const results = JSON.parse(readFileSync(values.results, 'utf8'))
  return results
    .filter(({ name }) => positionals.length === 0 || positionals.includes(name))
    .flatMap(({ name, before, left, ...after }) =>
      ['safe', 'unsafe'].map((kind) => {
        const context = fileURLToPath(new URL(`../bench/images/contexts/${name}`, import.meta.url))
        const flags = kind === 'safe' ? [] : ['--unsafe', ...left.flatMap((id) => ['--skip', id])]
        const { stdout, stderr } = run(process.execPath, [
          command,
          'fix',
          ...flags,
          '--format',
          'json',
          context,
        ])
        if (stdout === '') throw new Error(stderr)
        const { saves, unknown } = JSON.parse(stdout).summary.estimate
        return { kind, name, estimate: saves, unknown, measured: before.bytes - after[kind].bytes }
      }),
    )
    .filter(({ estimate, unknown, measured }) => measured !== 0 || estimate !== undefined || unknown > 0)
}

/** How far the estimates are from what was measured, of all, and of those that say nothing of changes of unknown size. */
function spreadOf(kind, recorded) {
  const rows = recorded.filter((row) => row.kind === kind)
  const known = rows.filter(({ estimate }) => estimate !== undefined)
  const whole = known.filter(({ unknown }) => unknown === 0)
  return `${kind}: ${known.length} of ${rows.length} with a figure, ${errorOf(known)}; ${whole.length} with nothing unknown, ${errorOf(whole)}`
}

function errorOf(rows) {
  const errors = rows.map(({ estimate, measured }) => estimate / measured - 1)
  const sorted = errors.sort((a, b) => Math.abs(a) - Math.abs(b))
  const of = (error) => (error === undefined ? '-' : `${(error * 100).toFixed(1)} %`)
  return `median ${of(sorted[sorted.length >> 1])}, worst ${of(sorted.at(-1))}`
}

/** Writes a Dockerfile and its rewrite, and tells what the rewrite says that it saves. */
function rewritten(text, context) {
  spawnSync('mkdir', ['-p', context])
  writeFileSync(join(context, 'Dockerfile'), text)
  const words = ['fix', '--unsafe', '--format', 'json', '--write', context]
  const { stdout, stderr } = run(process.execPath, [command, ...words])
  if (stdout === '') throw new Error(stderr)
  const { saves, unknown } = JSON.parse(stdout).summary.estimate
  writeFileSync(join(context, 'after.Dockerfile'), readFileSync(join(context, 'Dockerfile')))
  writeFileSync(join(context, 'Dockerfile'), text)
  return { estimate: saves, unknown }
}

/** A base that was published in two variants: what moving from one to the other saves. */
function publishedRow({ name, from, saved }, folder) {
  const lines = [
    `FROM ${from}`,
    'COPY app /app',
    `CMD ["${/temurin/.test(from) ? 'java", "-jar", "/app/a.jar' : '/app/run'}"]`,
  ]
  const { estimate, unknown } = rewritten(lines.join('\n') + '\n', join(folder, name.replace(/\W/g, '-')))
  return { name, estimate, unknown, measured: saved * 1e6 }
}

function bytesOf(context, file, engine) {
  const image = 'dfslim-estimate:one'
  const words = ['build', '--tag', image, '--file', join(context, file), ...engine.flags, context]
  must('docker', words, engine)
  const report = must(process.execPath, [command, 'measure', '--format', 'json', image], engine)
  must('docker', ['image', 'rm', image], engine)
  return JSON.parse(report).bytes
}

function isOff({ estimate, unknown, measured }) {
  if (estimate === undefined) return false
  const allowed = Math.max(noise, Math.abs(measured) * tolerance)
  // Where some changes are of unknown size, the line says so, and the rest is what is saved at least.
  return estimate - measured > allowed || (unknown === 0 && measured - estimate > allowed)
}

function lineOf(row) {
  const { kind, name, estimate, unknown, measured } = row
  const of = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`
  const said = estimate === undefined ? 'unknown' : of(estimate)
  const error = estimate === undefined ? '' : `${((estimate / measured - 1) * 100).toFixed(1)} %`
  const rest = unknown > 0 ? `  (${unknown} of unknown size)` : ''
  return `${isOff(row) ? '!' : ' '} ${kind.padEnd(9)}  ${name.padEnd(34)}  ${said.padStart(9)}  ${of(measured).padStart(9)}  ${error.padStart(7)}${rest}`
}

function run(program, words, engine = { env: process.env }) {
  return spawnSync(program, words, { encoding: 'utf8', env: engine.env, maxBuffer: 2 ** 30 })
}

function must(program, words, engine) {
  const { status, stdout, stderr } = run(program, words, engine)
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr.slice(-2000)}`)
  return stdout
}
