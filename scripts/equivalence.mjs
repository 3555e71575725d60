// Builds generated RUNs before and after their merge, with calls failing in turn, under real shells:
//   npm run equivalence -- [--count N] [--seed S] [--limit N] [--shells dash,bash,posix,ash]
// N sequences a shell, and at most N calls that fail in each. Needs Linux, and root or user name spaces.
import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const isWorker = process.argv[2] === '--work'
const bundle = join(
  root,
  `node_modules/.cache/dfslim-equivalence-${isWorker ? process.ppid : process.pid}.mjs`,
)
const chunk = 100

if (isWorker) await work(...process.argv.slice(3))
else await main()

async function main() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(Date.now() % 1e9) },
      limit: { type: 'string', default: '3' },
      shells: { type: 'string', default: 'dash,bash,ash' },
    },
  })
  await bundleHarness()
  const { findLack } = await import(pathToFileURL(bundle).href)
  console.log(`seed ${values.seed}`)
  const waiting = values.shells.split(',')
  const next = async () => {
    for (let shell; (shell = waiting.shift()) !== undefined;) {
      const lack = findLack(shell)
      if (lack !== undefined) console.log(`${shell}: nothing was built, ${lack}`)
      else if (!(await run(shell, values))) process.exitCode = 1
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, next))
  rmSync(bundle)
}

function run(shell, { count, seed, limit }) {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), ['--work', shell, count, seed, limit])
    child.on('exit', (code) => resolve(code === 0))
  })
}

/** Checks sequences of one shell, a hundred at a time, each hundred from a seed of its own. */
async function work(shell, count, seed, limit) {
  const { checkSequences, makeJail } = await import(pathToFileURL(bundle).href)
  const total = { merged: 0, builds: 0, whole: 0, differing: 0 }
  for (let i = 0; i * chunk < Number(count); i++) {
    const jail = makeJail(shell)
    try {
      const found = checkSequences(jail, Math.min(chunk, count - i * chunk), Number(seed) + i, Number(limit))
      for (const [name, value] of Object.entries(found)) total[name] += value
    } catch (error) {
      total.differing++
      console.log(`${shell}, seed ${Number(seed) + i}: ${error.cause?.message ?? error.message}`)
    } finally {
      jail.remove()
    }
    if (i % 10 === 9) console.error(`${shell}: ${total.merged}`)
  }
  console.log(
    `${shell}: ${total.merged} sequences merged, ${total.builds} pairs of builds, ` +
      `${total.whole} sequences build to the end, ${total.differing} hundreds with a difference`,
  )
  if (total.differing > 0) process.exitCode = 1
}

async function bundleHarness() {
  const contents = [
    `export { checkSequences } from './__tests__/execution/sequences.js'`,
    `export { findLack, makeJail } from './__tests__/execution/jail.js'`,
  ].join('\n')
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning' },
    outfile: bundle,
  })
}
