// Makes a repository of many services and prints what a run over it takes, beside what it takes to list and read its
// Dockerfiles, and beside formatters. `npm run build` comes first.
// node bench/monorepo/run.mjs [--files N] [--folders N] [--rounds N] [--keep]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { installFormatters } from '../formatters.mjs'
import { makeMonorepo } from './make.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const command = join(root, 'dist/dfslim.js')
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '20000' },
    folders: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'boolean', default: false },
  },
})

/** Tells what a process took at most, whatever it prints else. */
const telling = `data:text/javascript,${encodeURIComponent(
  `import { isMainThread } from 'node:worker_threads'
   import { writeSync } from 'node:fs'
   if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))`,
)}`

/** Lists the tracked Dockerfiles and does something with the text of each, or of the first `most`. */
const overAll = (work, setup = '', most = Infinity) => `
  import { spawnSync } from 'node:child_process'
  import { readFileSync } from 'node:fs'
  ${setup}
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { maxBuffer: 1e9 })
  const paths = stdout.toString().split('\\0').filter((path) => /(^|\\/)Dockerfile$/.test(path))
  let size = 0
  for (const path of paths.slice(0, ${most})) {
    const text = readFileSync(path, 'utf8')
    size += (${work}).length
  }
  if (size === 0) throw new Error('nothing was read')`

const formatting = (name) =>
  overAll(
    '(await format(text))',
    `const { formatters } = await import(${JSON.stringify(new URL('../formatters.mjs', import.meta.url).href)})
     const format = await formatters[${JSON.stringify(name)}]()`,
    countOf(name),
  )

/** dockerfmt would take minutes. */
const countOf = (name) => Math.min(Number(values.files), name === '@reteps/dockerfmt' ? 2000 : Infinity)

const folder = mkdtempSync(join(tmpdir(), 'dfslim-monorepo-'))
const repository = join(folder, 'repository')
const cache = ['--cache-location', join(folder, 'cache')]
try {
  makeMonorepo(repository, { files: Number(values.files), folders: Number(values.folders) })
  print(measure())
} finally {
  if (values.keep) console.log(repository)
  else rmSync(folder, { recursive: true })
}

function measure() {
  const others = installFormatters() ? ['dockerfile-utils', '@reteps/dockerfmt'] : []
  if (others.length === 0) console.log('Formatters not run: npm install needs a registry.')
  const script = (text) => ['--input-type=module', '-e', text]
  const runs = {
    'git ls-files and reading': script(overAll('text')),
    // V8 collects garbage and compiles on threads of its own: without them this is what one core does.
    'dfslim fix --jobs 1, one core': ['--single-threaded', command, 'fix', '-q', '--jobs', '1'],
    'dfslim fix --jobs 1': [command, 'fix', '-q', '--jobs', '1'],
    'dfslim fix --jobs 2': [command, 'fix', '-q', '--jobs', '2'],
    'dfslim fix --jobs 2, new cache': [command, 'fix', '-q', '--jobs', '2', ...cache],
    'dfslim fix --jobs 2, cached': [command, 'fix', '-q', '--jobs', '2', ...cache],
    ...Object.fromEntries(others.map((name) => [name, script(formatting(name))])),
  }
  const results = Object.fromEntries(Object.keys(runs).map((name) => [name, { seconds: [], kilobytes: 0 }]))
  const outputs = new Set()
  for (let round = 0; round < Number(values.rounds); round++) {
    rmSync(cache[1], { force: true })
    for (const [name, args] of Object.entries(runs)) {
      const start = performance.now()
      const { status, stdout, stderr, output } = spawnSync(process.execPath, ['--import', telling, ...args], {
        cwd: repository,
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
        maxBuffer: 1e9,
      })
      results[name].seconds.push((performance.now() - start) / 1000)
      results[name].kilobytes = Math.max(results[name].kilobytes, Number(output[3]))
      if (status !== 0) throw new Error(`${name}: ${stderr}`)
      if (name.startsWith('dfslim')) outputs.add(String(stdout))
    }
  }
  if (outputs.size !== 1) throw new Error('dfslim printed different patches')
  return results
}

function print(results) {
  const floor = median(results['git ls-files and reading'].seconds)
  console.log(`${values.files} Dockerfiles, ${values.folders} folders; medians of ${values.rounds} rounds`)
  for (const [name, { seconds, kilobytes }] of Object.entries(results)) {
    const time = median(seconds)
    const count = countOf(name)
    const each = ((time / count) * 1e6).toFixed(0)
    const share = count < Number(values.files) ? `, ${count} files` : ''
    console.log(
      `  ${name.padEnd(32)} ${time.toFixed(2).padStart(7)} s  ${(time / floor / (count / Number(values.files))).toFixed(1).padStart(6)} x reading  ${each.padStart(6)} us a file  ${(kilobytes / 1024).toFixed(0).padStart(4)} MB at most${share}`,
    )
  }
  const ratio = (a, b) => (median(results[a].seconds) / median(results[b].seconds)).toFixed(2)
  console.log(`  jobs 1 / jobs 2: ${ratio('dfslim fix --jobs 1', 'dfslim fix --jobs 2')}`)
  console.log(`  one core / jobs 2: ${ratio('dfslim fix --jobs 1, one core', 'dfslim fix --jobs 2')}`)
  console.log(`  cached / first: ${ratio('dfslim fix --jobs 2, cached', 'dfslim fix --jobs 2, new cache')}`)
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1]
}
