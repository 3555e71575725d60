// Builds the contexts beside it before and after their rewrite, safe and unsafe, runs the smoke command of each in all
// images, and prints a table. `npm run build` comes first.
// node bench/images/run.mjs [NAME ..] [--check] [--install] [--write]
//   --check    three contexts only; where nothing can be built, say so and end well
//   --install  install the Debian packages that making the bases needs
//   --write    keep the figures in results.json, and make the table in bench/README.md and sizes.svg of all that it has
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openEngine } from './engine.mjs'
import { picture, table } from './report.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const command = join(here, '../../dist/dfslim.js')

/** One of each kind: a late clean-up, a change that must be left out, nothing to do. */
const few = ['c-late-cleanup', 'c-service', 'already-good']

/** Contexts whose smoke command needs what an unsafe change takes away: that change alone must be left out. */
const traps = {
  'c-service': ['apt-skip-recommends'],
  'locale-report': ['base-slim'],
  'need-certificates': ['stage-split'],
  'need-directory': ['stage-split'],
  'need-library': ['stage-split'],
  'need-script': ['stage-split'],
  'need-user': ['stage-split'],
  'need-zone': ['stage-split'],
}

/** What differs between two builds of one file: node-gyp names the inputs of its Makefile in any order. */
const noise = {
  'node-login': ['/usr/src/app/node_modules/bcrypt/build-tmp-napi-v3/Makefile'],
  'node-native': ['/app/build/Makefile'],
}

/** What the configuration says otherwise on another base: node has variables and an entry point of its own. */
const rebased = { 'node-pages': ['Env', 'Entrypoint'] }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    install: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const all = readdirSync(join(here, 'contexts'))
const names = positionals.length > 0 ? positionals : values.check ? few : all
process.exitCode = await main()

async function main() {
  const stranger = names.find((name) => !all.includes(name))
  if (stranger !== undefined) return fail(`there is no context ${stranger}: there are ${all.join(', ')}`)
  const engine = openEngine({ bases: basesOf(names), install: values.install })
  if (engine.lacks !== undefined) {
    console.log(`Images were not built: ${engine.lacks}.`)
    return values.check ? 0 : 2
  }
  const folder = mkdtempSync(join(tmpdir(), 'dfslim-images-'))
  const rows = []
  try {
    for (const name of names) {
      rows.push(rowOf(name, folder, engine))
      console.log(sentence(rows.at(-1)))
      if (values.write) write(rows)
      engine.tidy()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    engine.close()
  }
  if (!values.check) console.log(`\n${table(rows)}`)
  return rows.some(({ faults }) => faults.length > 0) ? 1 : 0
}

/** The bases that some contexts stand on. */
function basesOf(names) {
  const bases = names.flatMap((name) => {
    const text = readFileSync(join(here, 'contexts', name, 'Dockerfile'), 'utf8')
    return [...text.matchAll(/^FROM (\S+:\S+)/gm)].map(([, base]) => base)
  })
  return [...new Set(bases)].sort()
}

/** What a context came to: figures of the original, the safe and the unsafe result, and what is wrong with them. */
function rowOf(name, folder, engine) {
  const context = join(folder, name)
  cpSync(join(here, 'contexts', name), context, { recursive: true })
  const safe = verified(context, engine, ['--no-cache'])
  const unsafe = verified(context, engine, ['--unsafe', '--repair'])
  const left = (unsafe.leftOut ?? []).map(({ transform }) => transform)
  const original = safe.status === 'unchanged' ? measured(context, engine) : safe.before
  return {
    name,
    date: new Date().toISOString().slice(0, 10),
    engine: engine.name,
    before: original,
    safe: safe.status === 'unchanged' ? original : safe.after,
    unsafe: unsafe.status === 'unchanged' ? original : withSeconds(unsafe, safe),
    smoke: safe.smoke?.status ?? original.smoke,
    left,
    split: unsafe.applied?.some(({ transform }) => transform === 'stage-split') === true,
    faults: [
      ...faultsOf(safe, 'safe', noise[name]),
      ...faultsOf(unsafe, 'unsafe', noise[name], rebased[name]),
      ...(name === 'already-good' && unsafe.status !== 'unchanged' ? ['it is changed'] : []),
      ...(left.join() === (traps[name] ?? left).join() ? [] : [`left out: ${left.join(' ') || 'nothing'}`]),
    ],
  }
}

/** The figures of an unsafe result; its seconds count where nothing came from the cache, or as those of an equal one. */
function withSeconds({ after, applied }, safe) {
  const isSame = JSON.stringify(applied) === JSON.stringify(safe.applied)
  const seconds = isSame ? safe.after?.seconds : after?.fromCache ? undefined : after?.seconds
  return after && { ...after, seconds }
}

function faultsOf({ status, fault, tail, groups, smoke, config }, kind, known = [], moved = []) {
  if (status === 'unchanged') return []
  if (status !== 'passed') return [`${kind}: ${status}: ${fault?.because ?? tail?.at(-1) ?? ''}`]
  const strange = groups.filter(
    ({ declaredBy, paths }) => declaredBy.length === 0 && !paths.every(({ path }) => known.includes(path)),
  )
  return [
    ...(smoke?.status === 0 ? [] : [`${kind}: the smoke command fails in the original`]),
    ...strange.map(
      ({ paths }) => `${kind}: ${paths.length} paths differ undeclared, such as ${paths[0].path}`,
    ),
    ...config
      .filter(({ key }) => !moved.includes(key))
      .map(({ key }) => `${kind}: the configuration differs in ${key}`),
  ]
}

/** What `dfslim verify` says of the one Dockerfile in a context. */
function verified(context, engine, flags) {
  const words = ['verify', '--engine', 'docker', '--format', 'json', ...engine.flags, ...flags, context]
  const { stdout, stderr } = run(process.execPath, [command, ...words], engine)
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout).files[0]
}

/** The figures of a context that is not rewritten. */
function measured(context, engine) {
  const image = 'dfslim-images:same'
  const { smoke } = JSON.parse(readFileSync(join(context, 'dfslim.config.json'), 'utf8'))
  const start = performance.now()
  must('docker', ['build', '--no-cache', '--tag', image, ...engine.flags, context], engine)
  const seconds = (performance.now() - start) / 1000
  const tried = run(
    'docker',
    ['run', '--rm', ...engine.flags, '--entrypoint', 'sh', image, '-c', smoke],
    engine,
  )
  const report = JSON.parse(must(process.execPath, [command, 'measure', '--format', 'json', image], engine))
  must('docker', ['image', 'rm', image], engine)
  const { bytes, wastedBytes, layers } = report
  return { layers: layers.length, bytes, wastedBytes, seconds, smoke: tried.status }
}

function run(program, words, { env }) {
  return spawnSync(program, words, { encoding: 'utf8', env, maxBuffer: 2 ** 30 })
}

function must(program, words, engine) {
  const { status, stdout, stderr } = run(program, words, engine)
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`)
  return stdout
}

function sentence({ name, before, safe, unsafe, smoke, left, faults }) {
  const size = (figures) => (figures ? `${(figures.bytes / 1e6).toFixed(1)} MB` : '?')
  const sizes = `${size(before)} -> ${size(safe)}, unsafe ${size(unsafe)}`
  const notes = [`smoke ${smoke === 0 ? 'the same' : `status ${smoke}`}`]
  if (left.length > 0) notes.push(`left out: ${left.join(' ')}`)
  return [`${name}: ${sizes}; ${notes.join('; ')}`, ...faults.map((fault) => `  ! ${fault}`)].join('\n')
}

/** Keeps the rows, and puts the table of all that are kept between its marks, and their picture beside this file. */
function write(some) {
  const results = join(here, 'results.json')
  const kept = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : []
  const rows = all.flatMap((name) => [...some, ...kept].find((row) => row.name === name) ?? [])
  writeFileSync(results, JSON.stringify(rows))
  const file = join(here, '../README.md')
  const marks = /(<!-- images -->\n)[^]*(\n<!-- \/images -->)/
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replace(marks, (_, start, end) => `${start}\n${table(rows)}${end}`),
  )
  writeFileSync(join(here, 'sizes.svg'), picture(rows))
  const prettier = join(here, '../../node_modules/prettier/bin/prettier.cjs')
  spawnSync(process.execPath, [prettier, '--write', file, results])
}

function fail(message) {
  console.error(message)
  return 2
}
