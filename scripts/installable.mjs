// Rewrites the Dockerfiles below a folder, and has apt simulate in a clean root of the release what the stages that moved to a
// slim Debian base install then: every name must resolve. A name that does not, and that the file did not have, is a fault.
// `npm run build` comes first. Needs root and Debian's archive: elsewhere it says so and ends with 0.
// node scripts/installable.mjs DIR [--limit N]
//   --limit  simulate so many lists, 100 unless told otherwise: first those of files that name a release
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { rewrite } from '../dist/index.js'

const releases = ['bookworm', 'trixie']
const debian = fileURLToPath(new URL('../bench/images/bases/debian.sh', import.meta.url))

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { limit: { type: 'string', default: '100' } },
  })
  const [folder] = positionals
  if (folder === undefined) return fail('name a folder of Dockerfiles')
  const work = mkdtempSync(join(tmpdir(), 'dfslim-roots-'))
  try {
    const roots = rootsIn(work)
    if (typeof roots === 'string') {
      console.log(`Nothing was simulated: ${roots}.`)
      return 0
    }
    const lists = listsIn(folder)
    const chosen = [...lists].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, Number(values.limit))
    console.log(`${lists.length} package lists, of which ${chosen.length} are simulated`)
    return report(chosen, roots)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Those that name a release come first, then those that dfslim adds to. */
const rankOf = ({ release, added }) => (release === undefined ? 2 : 0) + (added.length > 0 ? 0 : 1)

function report(lists, roots) {
  let [whole, old, own] = [0, 0, 0]
  for (const { file, release, names, added } of lists)
    for (const where of release === undefined ? releases : [release]) {
      const missing = missingIn(roots[where], names)
      const faults = missing.filter((name) => added.includes(name) || name === 'together')
      if (missing.length === 0) whole++
      else if (faults.length > 0) own++
      else old++
      const note = faults.length > 0 ? `dfslim added ${faults.join(', ')}` : 'the file had them'
      if (missing.length > 0)
        console.log(
          `${faults.length > 0 ? '!' : ' '} ${file}: not in ${where}${release ? '' : ', which the tag does not name'}: ` +
            `${missing.join(', ')}; ${note}`,
        )
    }
  console.log(
    `${whole + old + own} simulations: ${whole} resolve every name, ${old} fail by a name that the file had, ${own} by dfslim`,
  )
  return own > 0 ? 1 : 0
}

/** The names that apt cannot resolve; `together` where each does alone. */
function missingIn(root, names) {
  if (simulate(root, names)) return []
  const missing = names.filter((name) => !simulate(root, [name]))
  return missing.length > 0 ? missing : ['together']
}

const simulate = (root, names) =>
  run('apt-get', [...optionsFor(root), '--simulate', '--no-install-recommends', 'install', ...names])
    .status === 0

/** A root of each release with its package lists, or why there can be none. */
function rootsIn(work) {
  if (process.getuid?.() !== 0) return 'it needs root'
  if (run('apt-get', ['--version']).status !== 0) return 'it needs Debian'
  const cache = process.env['DFSLIM_IMAGES'] ?? join(homedir(), '.cache/dfslim-images')
  mkdirSync(cache, { recursive: true })
  const roots = {}
  for (const release of releases) {
    const made = run(debian, [release, cache])
    if (made.status !== 0) return made.stderr.trim().split('\n').at(-1)
    const root = join(work, release)
    mkdirSync(root)
    run('tar', ['--extract', '--file', join(cache, `debian-${release}-slim.tar`), '--directory', root])
    const { status, stderr } = run('apt-get', [...optionsFor(root), 'update'])
    if (status !== 0) return stderr.trim().split('\n').at(-1)
    roots[release] = root
  }
  return roots
}

const optionsFor = (root) =>
  [
    `Dir=${root}`,
    `Dir::State::status=${root}/var/lib/dpkg/status`,
    `Dir::Cache::pkgcache=${root}/var/cache/apt/pkgcache.bin`,
    `Dir::Cache::srcpkgcache=${root}/var/cache/apt/srcpkgcache.bin`,
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
    'Acquire::Check-Valid-Until=false',
    'Debug::NoLocking=true',
  ].flatMap((option) => ['-o', option])

/** What each call of apt installs in a stage that moved to a Debian base, after the rewrite. */
function listsIn(folder) {
  const lists = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const before = readFileSync(path, 'utf8')
    if (!/^\s*FROM/im.test(before)) continue
    const { after, applied } = rewrite(before, { unsafe: true })
    if (!applied.some(({ transform }) => /^base-(slim|debian)$/.test(transform))) continue
    const old = stagesIn(before)
    for (const [i, { from, text }] of stagesIn(after).entries()) {
      if (from === old[i]?.from) continue
      const release = releaseOf(from)
      if (release === 'another') continue
      for (const names of installsIn(text))
        lists.push({ file: path, release, names, added: names.filter((name) => !mentions(before, name)) })
    }
  }
  return lists
}

const mentions = (text, name) =>
  new RegExp(`(^|[\\s"'])${name.replace(/[.+]/g, '\\$&')}(?![\\w.+-])`, 'm').test(text)

/** The release that a reference names: undefined for none, `another` for one that is not simulated. */
function releaseOf(from) {
  const named = releases.find((release) => from.includes(release))
  if (named !== undefined) return named
  const number = /^debian:(\d+)/.exec(from)?.[1]
  if (number !== undefined) return { 12: 'bookworm', 13: 'trixie' }[number] ?? 'another'
  return /wheezy|jessie|stretch|buster|bullseye|forky|sid|testing|unstable|\$/.test(from)
    ? 'another'
    : undefined
}

/** Instructions in one line each, without comments. */
function stagesIn(text) {
  const lines = text
    .replace(/^[ \t]*#.*\n/gm, '')
    .replace(/\\[ \t]*\r?\n(\s*\n)*/g, ' ')
    .split(/\r?\n/)
  const stages = []
  for (const line of lines) {
    const from = /^\s*FROM\s+(?:--\S+\s+)*(\S+)/i.exec(line)?.[1]
    if (from !== undefined) stages.push({ from, text: '' })
    else if (stages.length > 0) stages.at(-1).text += `${line}\n`
  }
  return stages
}

function installsIn(text) {
  return [...text.matchAll(/\bapt(?:-get)?\s([^\n;&|]*?\s)?install\s([^\n;&|]*)/g)]
    .map(([, , words]) => words.split(/\s+/).map((word) => word.replace(/^["']|["']$|[=/].*$/g, '')))
    .map((words) =>
      words.filter((word, i) => /^[a-z0-9][a-z0-9.+-]*$/.test(word) && !/^-[to]$/.test(words[i - 1] ?? '')),
    )
    .filter((names) => names.length > 0)
}

const run = (program, words) =>
  spawnSync(program, words, { encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, LC_ALL: 'C' } })

function fail(message) {
  console.error(message)
  return 2
}

process.exitCode = main()
