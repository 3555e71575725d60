import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const bases = fileURLToPath(new URL('bases/', import.meta.url))

/** What making the bases needs, as Debian packages. */
const packages = ['debuerreotype', 'debootstrap', 'debian-archive-keyring', 'procps']

/**
 * A docker that has the bases: the one that answers, which pulls what it lacks, else an engine of its own from Debian's
 * archive. `lacks` says what is missing where there is neither.
 */
export function openEngine({ bases: wanted, install }) {
  const name = serverOf(process.env)
  if (name !== undefined) return withStock(name, wanted)
  const lacks = lackOf(install)
  if (lacks !== undefined) return { lacks }
  return withOwn(wanted)
}

function withStock(name, wanted) {
  const twins = wanted.flatMap((base) => [base, `${base.replace(/-slim$/, '')}-slim`])
  for (const image of new Set(twins)) {
    if (run('docker', ['image', 'inspect', image]).status === 0) continue
    const { status, stderr } = run('docker', ['pull', '--quiet', image])
    if (status !== 0) return { lacks: `docker cannot pull ${image} (${stderr.trim().split('\n').at(-1)})` }
  }
  // An engine without a bridge has the network of its host alone.
  const bridge = run('docker', ['network', 'inspect', 'bridge']).status === 0
  return {
    name,
    env: process.env,
    flags: bridge ? [] : ['--network', 'host'],
    tidy: () => {},
    close: () => {},
  }
}

function lackOf(install) {
  if (process.getuid?.() !== 0) return 'no docker answers, and making an engine needs root'
  if (run('apt-get', ['--version']).status !== 0)
    return 'no docker answers, and making an engine needs Debian'
  if (run('unshare', ['--mount', '--pid', '--fork', 'true']).status !== 0)
    return 'no docker answers, and no namespace may be made for an engine'
  const missing = packages.filter((name) => run('dpkg', ['--status', name]).status !== 0)
  if (missing.length === 0) return undefined
  if (!install) return `no docker answers, and making an engine needs: apt-get install ${missing.join(' ')}`
  run('apt-get', ['update'])
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status } = run('apt-get', ['install', '--yes', '--no-install-recommends', ...missing], env)
  return status === 0 ? undefined : `Debian's archive cannot be reached for ${missing.join(' ')}`
}

function withOwn(wanted) {
  const cache = process.env['DFSLIM_IMAGES'] ?? join(homedir(), '.cache/dfslim-images')
  const state = mkdtempSync(join(roomy(), 'dfslim-engine-'))
  const script = (words) => run(join(bases, 'engine.sh'), words)
  const close = () => {
    script(['stop', join(cache, 'engine'), state])
    rmSync(state, { recursive: true, force: true })
  }
  try {
    must(script(['fetch', join(cache, 'engine')]))
    must(script(['start', join(cache, 'engine'), state]))
    const env = { ...process.env, ...variablesIn(must(script(['env', join(cache, 'engine'), state]))) }
    must(run(join(bases, 'make.sh'), [cache, ...wanted], env))
    // Where the engine lives in memory, what it keeps for later builds would fill it.
    const tidy = () => void run('docker', ['builder', 'prune', '--all', '--force'], env)
    return { name: serverOf(env), env, flags: ['--network', 'host'], tidy, close }
  } catch (error) {
    close()
    return { lacks: error.message }
  }
}

/** Memory where there is enough of it: an engine on it is several times steadier. */
function roomy() {
  if (!existsSync('/dev/shm')) return tmpdir()
  const { bavail, bsize } = statfsSync('/dev/shm')
  return bavail * bsize > 16e9 ? '/dev/shm' : tmpdir()
}

/** The variables that a line for `eval` exports. */
function variablesIn(line) {
  const { stdout } = run('sh', ['-c', `${line}\nenv -0`])
  const wanted = ['PATH', 'DOCKER_HOST', 'DOCKER_CONFIG', 'DOCKER_BUILDKIT']
  const pairs = stdout
    .split('\0')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  return Object.fromEntries(pairs.filter(([name]) => wanted.includes(name)))
}

/** How the docker that answers calls itself. */
function serverOf(env) {
  const { status, stdout } = run('docker', ['version', '--format', '{{.Server.Version}}'], env)
  return status === 0 ? `Docker ${stdout.trim()}` : undefined
}

const run = (program, words, env = process.env) => spawnSync(program, words, { encoding: 'utf8', env })

function must({ status, stdout, stderr }) {
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1))
  return stdout
}
