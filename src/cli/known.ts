import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { AppliedChange, PlacedChange, RewriteOptions } from '../engine/transform.js'
import { readBaseline } from '../project/baseline.js'
import { JsonProblem } from '../project/json-file.js'
import { realPath, repositoryAt } from '../project/tree.js'
import { type BaselineEntry, recognize } from '../report/baseline.js'
import type { Done, Outcome } from '../report/outcome.js'
import { rewriteInput } from './inputs.js'
import { Misuse } from './misuse.js'
import type { Core } from './parts.js'
import { pathsFromRoot } from './reports.js'
import type { Terminal } from './terminal.js'

/** What a baseline knows, held against the files of a run. */
export interface Known {
  /** A file with its new findings alone. */
  readonly fresh: (outcome: Outcome) => Outcome
  /** How many findings of the files so far were known, and how many of the baseline are no longer there. */
  readonly counts: () => { readonly known: number; readonly gone: number }
}

/** What `check --baseline` needs to know. */
export interface Knowing {
  readonly terminal: Terminal
  readonly core: Core
  readonly options: RewriteOptions
}

/** Reads the baseline of `--baseline`. @throws Misuse */
export async function openKnown(path: string, { terminal, core, options }: Knowing): Promise<Known> {
  const { cwd } = terminal
  const byPath = new Map<string, BaselineEntry[]>()
  for (const entry of await entriesAt(path, cwd)) {
    const same = byPath.get(entry.path)
    if (same) same.push(entry)
    else byPath.set(entry.path, [entry])
  }
  const fromRoot = pathsFromRoot(cwd)
  const { only, skip } = options
  const isRun = (id: string): boolean => (only?.includes(id) ?? true) && !skip?.includes(id)
  const looked = new Set<string>()
  let [known, gone] = [0, 0]
  const isMissing = (file: string): boolean => !looked.has(file) && !existsSync(join(rootOf(cwd), file))
  return {
    fresh: (outcome) => {
      const file = fromRoot(outcome.kind === 'failed' ? outcome.failure.path : outcome.source.path)
      looked.add(file)
      if (outcome.kind === 'failed') return outcome
      const found = recognize(outcome, byPath.get(file) ?? [], isRun)
      known += found.known
      gone += found.gone
      return found.known === 0 ? outcome : withThese(outcome, found.fresh, { core, options })
    },
    counts: () => {
      const lost = [...byPath].filter(([file]) => isMissing(file)).flatMap(([, entries]) => entries)
      return { known, gone: lost.reduce((sum, { count }) => sum + count, gone) }
    },
  }
}

async function entriesAt(path: string, cwd: string): Promise<readonly BaselineEntry[]> {
  try {
    return await readBaseline(resolve(cwd, path))
  } catch (error) {
    throw error instanceof JsonProblem ? new Misuse(`${path}${error.message}`) : error
  }
}

/** The file as if these changes alone had been found; where they do not stand alone, the text after has the others too. */
function withThese(
  done: Done,
  changes: readonly AppliedChange[],
  { core, options }: Omit<Knowing, 'terminal'>,
): Done {
  const { changeset, source } = done
  if (changes.length === 0)
    return { ...done, changeset: { ...changeset, after: changeset.before, applied: [] } }
  const wanted = new Set(changes.map(placeOf))
  const reject = (change: PlacedChange) => (wanted.has(placeOf(change)) ? undefined : 'it is known')
  const alone = rewriteInput(source, core, { ...options, reject })
  const stand = alone.kind === 'done' && placesOf(alone.changeset.applied) === placesOf(changes)
  const { after, applied } = stand ? alone.changeset : { after: changeset.after, applied: changes }
  return { ...done, changeset: { ...changeset, after, applied } }
}

const placesOf = (changes: readonly AppliedChange[]) => changes.map(placeOf).sort().join('\n')

const placeOf = ({ transform, line, column }: PlacedChange) => `${transform} ${line}:${column}`

function rootOf(cwd: string): string {
  const here = realPath(cwd) ?? cwd
  return repositoryAt(here) ?? here
}
