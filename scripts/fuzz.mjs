// Rewrites mutants of Dockerfiles until some promise is broken: no crash, no hang, little memory, and all that
// `__tests__/judges/robustness.ts` asks. `npm run fuzz -- [FOLDER|FILE..] [--count N] [--seed S] [--from I]`; the
// fixtures are mutated, and the files below the folders. A mutant that fails is made small and written to a file.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What the worker tells while it cannot be asked, for it is at work: one number each. */
const cells = 'index step done refused changed guarded rounds longest longestIndex'.split(' ')
/** A rewrite that takes more milliseconds has no end, as far as anybody waits. */
const patience = 2000
const megabytes = { most: 512, heap: 320 }

if (isMainThread) await run()
else await work(workerData)

async function run() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { count: { type: 'string' }, seed: { type: 'string' }, from: { type: 'string' } },
  })
  const seed = Number(values.seed ?? Date.now() % 2 ** 31)
  const from = Number(values.from ?? 0)
  const end = from + Number(values.count ?? 10_000)
  const bundle = await bundled()
  const start = performance.now()
  console.log(`Mutants ${from} to ${end - 1} from seed ${seed}`)
  try {
    const texts = await textsOf(bundle, positionals)
    const tally = await runAll({ bundle, positionals, seed, from, end }, texts)
    print({ ...tally, files: texts.length, seconds: Math.round((performance.now() - start) / 1000) })
    process.exitCode = tally.failures > 0 || tally.peak > megabytes.most ? 1 : 0
  } finally {
    rmSync(bundle)
  }
}

async function bundled() {
  const outfile = join(root, `node_modules/.cache/dfslim-fuzz-${process.pid}.mjs`)
  const modules = ['generators/fixture-texts', 'generators/mutants', 'generators/shrunk', 'judges/robustness']
  const contents = [...modules.map((name) => `__tests__/${name}`), 'src/index'].map(
    (path) => `export * from './${path}.js'`,
  )
  await build({
    stdin: { contents: contents.join('\n'), resolveDir: root, loader: 'ts' },
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning', outfile },
  })
  return outfile
}

async function textsOf(bundle, places) {
  const { fixtureTexts } = await import(pathToFileURL(bundle).href)
  return [
    ...fixtureTexts(),
    ...places.flatMap((place) => filesBelow(place)).map((path) => readFileSync(path, 'utf8')),
  ]
}

function filesBelow(place) {
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** One worker after the other: a mutant that takes one down is the last that it saw. */
async function runAll(job, texts) {
  const shared = new Float64Array(new SharedArrayBuffer(8 * cells.length))
  const { mutantOf } = await import(pathToFileURL(job.bundle).href)
  const folder = mkdtempSync(join(tmpdir(), 'dfslim-fuzz-'))
  const kinds = { crash: 0, hang: 0, memory: 0 }
  const report = ({ index, kind, said, text }) => {
    if (text === undefined) kinds[kind] = (kinds[kind] ?? 0) + 1
    const file = join(folder, `${job.seed}-${index}.Dockerfile`)
    writeFileSync(file, text ?? mutantOf(texts, job.seed, index))
    console.log(`seed ${job.seed}, mutant ${index}: ${said}\n  ${file}`)
  }
  let peak = 0
  for (let from = job.from; from < job.end;) {
    shared[0] = from
    const ending = await runWorker({ ...job, from, shared }, report, () => {
      peak = Math.max(peak, process.memoryUsage.rss() / 2 ** 20)
    })
    if (ending === undefined) break
    report({ index: shared[0], ...ending })
    from = shared[0] + 1
  }
  const counts = Object.fromEntries(cells.map((name, i) => [name, shared[i]]))
  const failures = Object.values(kinds).reduce((sum, count) => sum + count, 0)
  return { ...counts, kinds, failures, peak, seed: job.seed }
}

/** Ends with what took the worker down, or with nothing when it came to the end. */
function runWorker(data, report, look) {
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: megabytes.heap },
  })
  return new Promise((resolve) => {
    const idle = data.shared[1]
    let step = idle
    let since = process.cpuUsage()
    const timer = setInterval(() => {
      look()
      const now = data.shared[1]
      if (now !== step || now === idle) since = process.cpuUsage()
      step = now
      // Of the processor's time: others may be at work as well.
      const { user, system } = process.cpuUsage(since)
      if (user + system > patience * 1000) end({ kind: 'hang', said: `hang: no end after ${patience} ms` })
    }, 100)
    const end = async (ending) => {
      clearInterval(timer)
      await worker.terminate()
      resolve(ending)
    }
    worker.on('message', (message) => (message === 'end' ? end() : report(message)))
    worker.on('error', (error) => {
      const kind = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash'
      end({ kind, said: `${kind}: ${kind === 'crash' ? error.stack : error.message}` })
    })
  })
}

async function work({ bundle, positionals, seed, from, end, shared }) {
  const { rewrite, mutantOf, shrunk, conductOn } = await import(pathToFileURL(bundle).href)
  const texts = await textsOf(bundle, positionals)
  const cell = (name) => cells.indexOf(name)
  const conduct = (text) =>
    conductOn(text, (...args) => {
      shared[cell('step')]++
      return rewrite(...args)
    })
  const kindOf = ([first]) => first?.split(':')[0]
  for (let index = from; index < end; index++) {
    shared[cell('index')] = index
    const text = mutantOf(texts, seed, index)
    const { faults, longest, rounds, isRefused, isChanged, guarded } = conduct(text)
    shared[cell('done')]++
    if (isRefused) shared[cell('refused')]++
    if (isChanged) shared[cell('changed')]++
    shared[cell('guarded')] += guarded
    shared[cell('rounds')] = Math.max(shared[cell('rounds')], rounds)
    if (longest > shared[cell('longest')]) {
      shared[cell('longest')] = longest
      shared[cell('longestIndex')] = index
    }
    const kind = kindOf(faults)
    if (kind === undefined) continue
    const said = faults.join('\n')
    parentPort.postMessage({ index, kind, said })
    const small = shrunk(text, (some) => kindOf(conduct(some).faults) === kind, 10_000)
    parentPort.postMessage({ index, kind, said: `made small: ${small.length} characters`, text: small })
  }
  parentPort.postMessage('end')
}

function print({ kinds, peak, files, done, refused, changed, guarded, rounds, ...rest }) {
  const rows = {
    'files mutated': files,
    mutants: done,
    'refused as no Dockerfile': refused,
    changed,
    'changes held back by the guard': guarded,
    ...Object.fromEntries(Object.entries(kinds).map(([kind, count]) => [`fault: ${kind}`, count])),
    'most rounds': rounds,
    'longest rewrite': `${rest.longest.toFixed(0)} ms (mutant ${rest.longestIndex})`,
    'peak memory': `${peak.toFixed(0)} MB`,
    seconds: rest.seconds,
  }
  for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(32)}${value}`)
}
