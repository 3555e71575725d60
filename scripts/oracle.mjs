// Asks BuildKit's own parser what it reads in Dockerfiles before and after a rewrite: what it took it must take still,
// and the instructions may differ only as the applied transforms declare. Needs Go and, once, the network for its
// modules; `npm run build` comes first. `npm run oracle -- FOLDER|FILE.. [--unsafe] [--only ID,..] [--json FILE]`;
// without files, or with `--self-test`, it judges planted pairs alone. Exits with 1 when something is wrong.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { differencesBetween } from '../__tests__/oracle/judge.mjs'
import { planted } from '../__tests__/oracle/planted.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, '__tests__/oracle/buildkit')
const program = join(root, 'node_modules/.cache/dfslim-oracle')
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    unsafe: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string' },
    'self-test': { type: 'boolean', default: false },
  },
})

const obstacle = findObstacle()
if (obstacle !== undefined) console.log(`oracle: skipped, for ${obstacle}`)
else await run()

/** Why BuildKit cannot be asked on this machine; undefined when it can. */
function findObstacle() {
  if (spawnSync('go', ['version']).status !== 0) return 'Go is not installed here'
  const { status, stderr } = spawnSync('go', ['mod', 'download'], { cwd: source, encoding: 'utf8' })
  return status === 0 ? undefined : `its modules cannot be had: ${stderr.trim().split('\n')[0]}`
}

async function run() {
  const { status } = spawnSync('go', ['build', '-trimpath', '-o', program, '.'], {
    cwd: source,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the oracle does not compile')
  await testJudge()
  if (!flags['self-test'] && positionals.length > 0) await judgeFiles()
}

/** A judge that lets a planted fault pass is none. */
async function testJudge() {
  const faults = []
  for await (const [{ name, expected }, verdict] of verdictsOn(planted)) {
    const said = [...verdict.invalid, ...verdict.differences, ...verdict.warnings].join('; ')
    if (expected === undefined ? said !== '' : !expected.test(said)) faults.push(`${name}: said "${said}"`)
  }
  if (faults.length > 0) throw new Error(`the judge is not to be trusted:\n${faults.join('\n')}`)
  console.log(`Self-test: ${planted.length} planted pairs told apart.`)
}

async function judgeFiles() {
  const library = join(root, 'dist/index.js')
  if (!existsSync(library)) throw new Error('dist/index.js is missing: run npm run build')
  const { rewrite } = await import(pathToFileURL(library).href)
  const options = { unsafe: flags.unsafe, ...(flags.only && { only: flags.only.split(',') }) }
  const counts = { files: 0, 'not UTF-8': 0, 'left alone as a whole': 0, changed: 0 }
  const found = {
    'invalid before': [],
    'newly invalid': [],
    'undeclared differences': [],
    'new parser warnings': [],
  }
  for await (const [{ name }, verdict] of verdictsOn(rewritten(rewrite, options, counts))) {
    const tell = (kind, said) => said.length > 0 && found[kind].push({ name, said })
    tell('invalid before', verdict.invalidBefore)
    tell('newly invalid', verdict.invalid)
    tell('undeclared differences', verdict.differences)
    tell('new parser warnings', verdict.warnings)
  }
  if (flags.json) writeFileSync(flags.json, `${JSON.stringify(found, undefined, 2)}\n`)
  for (const [name, count] of Object.entries(counts))
    console.log(`${name.padEnd(24)}${String(count).padStart(7)}`)
  for (const [name, some] of Object.entries(found))
    console.log(`${name.padEnd(24)}${String(some.length).padStart(7)}`)
  delete found['invalid before']
  for (const [kind, some] of Object.entries(found))
    for (const { name, said } of some) console.log(`${kind}: ${name}\n  ${said.join('\n  ')}`)
  process.exitCode = Object.values(found).some((some) => some.length > 0) ? 1 : 0
}

/** The changed files with what was done to them. */
function* rewritten(rewrite, options, counts) {
  for (const path of positionals.flatMap((place) => filesBelow(place))) {
    counts.files++
    const bytes = readFileSync(path)
    const before = bytes.toString('utf8')
    if (!Buffer.from(before).equals(bytes)) {
      counts['not UTF-8']++
      continue
    }
    const { after, applied, problem, skipped } = rewrite(before, options)
    if (problem !== undefined || skipped !== undefined) counts['left alone as a whole']++
    if (after === before) continue
    counts.changed++
    yield { name: path, before, after, applied }
  }
}

function filesBelow(place) {
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Each pair with what BuildKit's two readings of it say. */
async function* verdictsOn(pairs) {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.on('close', resolve))
  const asked = []
  const feeding = feed(child.stdin, pairs, asked)
  for await (const line of createInterface({ input: child.stdout })) {
    const pair = asked.shift()
    const { before, after } = JSON.parse(line)
    yield [pair, verdictOf(before, after, pair.applied)]
  }
  await feeding
  if ((await ended) !== 0 || asked.length > 0) throw new Error('the oracle ended early')
}

async function feed(stdin, pairs, asked) {
  for (const pair of pairs) {
    asked.push(pair)
    const isRoomy = stdin.write(`${JSON.stringify({ before: pair.before, after: pair.after })}\n`)
    if (!isRoomy) await new Promise((resolve) => stdin.once('drain', resolve))
  }
  stdin.end()
}

function verdictOf(before, after, applied) {
  const verdict = { invalidBefore: [], invalid: [], differences: [], warnings: [] }
  if (before.error !== undefined) return { ...verdict, invalidBefore: [before.error] }
  if (after.error !== undefined) return { ...verdict, invalid: [`invalid: ${after.error}`] }
  const warnings = after.warnings ?? []
  const isNew = warnings.length > (before.warnings ?? []).length
  return {
    ...verdict,
    differences: differencesBetween(before, after, applied),
    warnings: isNew ? [`a new warning: ${warnings.at(-1)}`] : [],
  }
}
