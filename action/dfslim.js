// Installs dfslim and runs it. No word of an input passes through a shell.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { echo, flag, input, output, Stop } from './runner.js'

const temporary = process.env.RUNNER_TEMP || tmpdir()

/** Installs dfslim; the answer is its program. It is installed apart from the repository, whose `.npmrc` says nothing here. */
export function install() {
  const version = input('version') || ownVersion()
  if (!/^\d[\w.+-]*$/.test(version)) throw new Stop(`version is a number such as 1.2.3, not ${version}`)
  const folder = join(temporary, `dfslim-${version}`)
  mkdirSync(folder, { recursive: true })
  const words = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
  const { status, error, stderr } = spawnSync('npm', [...words, `dfslim@${version}`], {
    cwd: folder,
    encoding: 'utf8',
    env: environment(),
  })
  if (error) throw new Stop(`npm cannot be run: ${error.message}`)
  if (status !== 0) {
    echo(stderr)
    throw new Stop(`npm cannot install dfslim ${version}`)
  }
  return join(folder, 'node_modules/dfslim/dist/dfslim.js')
}

const ownVersion = () => JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version

/** Runs a command of dfslim with what the inputs choose. The answer has what it printed, its status, and its results. */
export function run(program, command, flags, stdout = 'pipe') {
  const results = join(temporary, 'dfslim.ndjson')
  const words = [command, ...flags, '--report', `ndjson=${results}`, '--color', 'never', ...choice()]
  const done = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    env: environment(),
    maxBuffer: 1 << 30,
    stdio: ['ignore', stdout, 'pipe'],
  })
  if (done.error) throw done.error
  echo(done.stderr)
  if (done.status !== 0 && done.status !== 1 && done.status !== 3)
    throw new Stop(lastLine(done.stderr) || `dfslim ended with ${done.status ?? done.signal}`)
  const files = entriesIn(readFileSync(results, 'utf8'))
  tell(files)
  return { status: done.status, stdout: done.stdout ?? '', files }
}

function choice() {
  const ids = ['only', 'skip'].flatMap((name) => (input(name) ? [`--${name}`, input(name)] : []))
  const paths = input('paths')
    .split('\n')
    .map((path) => path.trim())
    .filter((path) => path !== '')
  return [...(flag('unsafe') ? ['--unsafe'] : []), ...ids, ...(paths.length > 0 ? ['--', ...paths] : [])]
}

/** Without what only this step may know. */
function environment() {
  const { INPUT_TOKEN: _, ...env } = process.env
  return env
}

const entriesIn = (text) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** The outputs of the step. */
function tell(files) {
  const changed = files.filter(({ status }) => status === 'changed' || status === 'written')
  const edits = changed.flatMap(({ applied }) => applied)
  output('edits', edits.length)
  output('files', changed.length)
  output(
    'saves',
    edits.reduce((sum, { saves }) => sum + (saves ?? 0), 0),
  )
}

const lastLine = (text) => text.trimEnd().split('\n').at(-1)
