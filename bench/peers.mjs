// Puts a folder of Dockerfiles through dfslim and through formatters that install from npm, and has all outcomes judged
// alike. `npm run build` comes first. node bench/peers.mjs DIR [--limit N] [--only PEER,..] [--json FILE]
import { fork, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const home = join(root, 'node_modules/.cache/peers')

/** What is installed; the judges use the project's own copies. */
const versions = {
  '@dprint/dockerfile': '0.6.0',
  '@dprint/formatter': '0.6.0',
  '@reteps/dockerfmt': '0.5.4',
  'dockerfile-utils': '0.16.3',
  prettier: '3.10.1',
  'prettier-plugin-sh': '0.20.0',
  'vscode-languageserver-textdocument': '1.0.13',
}

/** Each makes a function from text to text, by its documented API; undefined or an error is a refusal. */
const peers = {
  dfslim: async () => {
    const { rewrite } = await import(pathToFileURL(join(root, 'dist/index.js')).href)
    return (text) => {
      const { after, problem } = rewrite(text)
      return problem === undefined ? after : undefined
    }
  },
  'dockerfile-utils': async () => {
    const [{ format }, { TextDocument }] = await load(
      'dockerfile-utils',
      'vscode-languageserver-textdocument',
    )
    return (text) =>
      TextDocument.applyEdits(
        TextDocument.create('', '', 0, text),
        format(text, { tabSize: 4, insertSpaces: true }),
      )
  },
  '@dprint/dockerfile': async () => {
    const [{ createFromBuffer }, plugin] = await load('@dprint/formatter', '@dprint/dockerfile')
    const formatter = createFromBuffer(readFileSync(plugin.getPath()))
    return (fileText) => formatter.formatText({ filePath: 'Dockerfile', fileText })
  },
  '@reteps/dockerfmt': async () => {
    compileOnce()
    const [{ formatDockerfileContents }] = await load('@reteps/dockerfmt')
    return (text) =>
      formatDockerfileContents(text, { indent: 4, trailingNewline: true, spaceRedirects: false })
  },
  'prettier-plugin-sh': async () => {
    compileOnce()
    const [prettier, plugin] = await load('prettier', 'prettier-plugin-sh')
    return (text) => prettier.format(text, { parser: 'dockerfile', plugins: [plugin] })
  },
}

if (process.send === undefined) await main()
else process.once('message', async ({ name, texts }) => process.send(await formatAll(name, texts)))

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { limit: { type: 'string' }, only: { type: 'string' }, json: { type: 'string' } },
  })
  const names = values.only?.split(',') ?? Object.keys(peers)
  if (positionals.length !== 1 || !existsSync(positionals[0]) || !names.every((name) => name in peers))
    return fail(
      `node bench/peers.mjs DIR [--limit N] [--only PEER,..] [--json FILE]\nPeers: ${Object.keys(peers).join(', ')}`,
    )
  if (!existsSync(join(root, 'dist/index.js'))) return fail('dist/ is missing: run npm run build.')
  if (!install()) return fail('The other tools could not be installed: npm install needs a registry.')
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

function install() {
  const manifest = `${JSON.stringify({ private: true, dependencies: versions }, null, 2)}\n`
  const file = join(home, 'package.json')
  const done = join(home, 'node_modules/prettier')
  if (existsSync(done) && existsSync(file) && readFileSync(file, 'utf8') === manifest) return true
  mkdirSync(home, { recursive: true })
  writeFileSync(file, manifest)
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: home,
  })
  return status === 0 && existsSync(done)
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
  const format = await peers[name]()
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

async function load(...names) {
  const require = createRequire(join(home, 'package.json'))
  const modules = names.map((name) => import(pathToFileURL(require.resolve(name)).href))
  return (await Promise.all(modules)).map((module) => module.default ?? module)
}

/** dockerfmt compiles its module anew for every text, which takes three quarters of its time: here it does so once. */
function compileOnce() {
  const { instantiate } = WebAssembly
  const modules = new Map()
  WebAssembly.instantiate = async (source, imports) => {
    if (!ArrayBuffer.isView(source)) return instantiate(source, imports)
    if (!modules.has(source.byteLength)) modules.set(source.byteLength, WebAssembly.compile(source))
    const module = await modules.get(source.byteLength)
    return { module, instance: await instantiate(module, imports) }
  }
}

function fail(message) {
  console.error(message)
  process.exitCode = 2
}
