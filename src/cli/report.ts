import { createReadStream, existsSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { reasonOf } from '../project/failure.js'
import { linesFrom } from '../project/lines.js'
import { visible } from '../report/markup.js'
import { readEntry } from '../report/runs/entry.js'
import { loadRunsFormat } from '../report/runs/formats.js'
import { addEntry, newRuns, sumsOf, type Runs } from '../report/runs/sums.js'
import { plural } from '../report/totals.js'
import { listed } from './inputs.js'
import type { MergeFlags } from './many.js'
import { Misuse } from './misuse.js'
import { openScreen, type Screen } from './screen.js'
import type { Terminal } from './terminal.js'

/** Sums up the ndjson reports of many runs, a line at a time. The answer is the exit code: 3 when a line was broken. */
export async function report(flags: MergeFlags, terminal: Terminal): Promise<number> {
  if (flags.paths.length === 0)
    throw new Misuse('name the results to sum up, such as dfslim report results/*.ndjson')
  const paths = await listed(flags.paths, terminal)
  const missing = paths.find((path) => path !== '-' && !existsSync(resolve(terminal.cwd, path)))
  if (missing !== undefined) throw new Misuse(`${missing || "''"}: no such file`)
  const print = await loadRunsFormat(flags.format)
  const screen = openScreen(flags, terminal)
  const runs = newRuns()
  const names = namesOf(paths)
  let isWhole = true
  for (const [i, path] of paths.entries()) {
    screen.progress(i, paths.length)
    if (!(await addFile(runs, path, names(path), terminal, screen))) isWhole = false
  }
  screen.put(print(runs, screen.ink))
  screen.close()
  return isWhole ? 0 : 3
}

/** Broken lines of one file that are named one by one. */
const maxBroken = 10

/** Adds the lines of a file; whether all could be read. */
async function addFile(runs: Runs, path: string, name: string, terminal: Terminal, screen: Screen) {
  const shown = visible(path)
  let [number, broken] = [0, 0]
  let hasEntries = false
  const complain = (reason: string) => {
    if (++broken <= maxBroken) screen.warn(`${shown}:${number}: ${reason}\n`)
  }
  try {
    for await (const line of linesFrom(chunksOf(path, terminal))) {
      number++
      if (line === undefined) complain('not UTF-8, or longer than a line may be')
      else if (line.trim() !== '') {
        const entry = readEntry(line)
        if (entry.kind === 'broken') complain(entry.reason)
        else {
          addEntry(runs, entry.repository ?? name, entry)
          hasEntries = true
        }
      }
    }
  } catch (error) {
    broken++
    screen.warn(`${shown}: ${reasonOf(error)}\n`)
  }
  if (broken > maxBroken) screen.warn(`${shown}: ${plural(broken - maxBroken, 'more line')} like these\n`)
  // A run that found no Dockerfile is a run.
  if (!hasEntries && broken === 0) sumsOf(runs, name)
  return broken === 0
}

async function* chunksOf(path: string, { cwd, readStdin }: Terminal): AsyncIterable<Uint8Array> {
  if (path === '-') yield await readStdin()
  else yield* createReadStream(resolve(cwd, path)) as AsyncIterable<Uint8Array>
}

/** Files are called by what tells them apart: their path below the folder that they share, without its extension. */
function namesOf(paths: readonly string[]): (path: string) => string {
  const files = paths.filter((path) => path !== '-')
  let shared = posix.dirname(files[0] ?? '.')
  while (shared !== '.' && shared !== '/' && !files.every((path) => path.startsWith(`${shared}/`)))
    shared = posix.dirname(shared)
  const start = files.every((path) => path.startsWith(`${shared}/`)) ? shared.length + 1 : 0
  return (path) => (path === '-' ? '<stdin>' : path.slice(start).replace(/\.(?:nd)?jsonl?$/, ''))
}
