import { appendFileSync, closeSync, writeSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import type { PlacedChange, RewriteOptions } from '../engine/transform.js'
import { reasonOf } from '../project/failure.js'
import { pathFrom, realPath, repositoryAt } from '../project/tree.js'
import type { ReportFormat, Setting } from '../report/format.js'
import { formatsWithPatch, loadFormat } from '../report/formats.js'
import type { Outcome } from '../report/outcome.js'
import { newStatistics } from '../report/statistics.js'
import type { Tally } from '../report/tally.js'
import type { ReportFlags, ReportTarget, SharedFlags } from './flags.js'
import { rewriteInput } from './inputs.js'
import { Misuse } from './misuse.js'
import type { Call, Core } from './parts.js'
import { openFile, type Screen } from './screen.js'
import type { Terminal } from './terminal.js'

/** The reports of a run. */
export interface Reports {
  /** Whether one of them goes where else the patch or the findings would go. */
  readonly haveStdout: boolean
  readonly needPatches: boolean
  readonly file: (outcome: Outcome, patch: string) => void
  /** Ends and closes all. */
  readonly end: (tally: Tally) => void
}

/** What reports are of. */
export interface ReportedRun extends Pick<Setting, 'command' | 'written'> {
  /** Whether what goes to stdout has to go there, beside whatever else is asked for. */
  readonly payload?: 'needed' | 'replaceable'
  readonly flags: SharedFlags & ReportFlags
  readonly options: RewriteOptions
  readonly call: Call
  readonly core: Core
  readonly screen: Screen
}

/** Begins the reports that were asked for. @throws Misuse when one cannot be written, or two want stdout */
export async function openReports(run: ReportedRun): Promise<Reports> {
  const { flags, call, screen } = run
  const targets = targetsOf(flags)
  const setting = targets.length > 0 ? settingOf(run) : undefined
  const open: Open[] = []
  for (const { format, path } of targets) {
    const report = (await loadFormat(format))(setting!)
    const sink =
      path === undefined ? { put: screen.put, close: () => {} } : sinkFor(path, call.terminal, screen)
    sink.put(report.start?.() ?? '')
    open.push({ report, sink })
  }
  const isTaken = targets.some(({ path }) => path === undefined || path === '-')
  const isFree = !isTaken && run.payload !== 'needed'
  if (flags.statistics)
    open.push({ report: newStatistics(), sink: { put: isFree ? screen.put : screen.warn, close: () => {} } })
  return {
    haveStdout: isTaken || (isFree && flags.statistics),
    needPatches: targets.some(({ format }) => formatsWithPatch.has(format)),
    file: (outcome, patch) => {
      for (const { report, sink } of open) sink.put(report.file(outcome, patch))
    },
    end: (tally) => {
      for (const { report, sink } of open) {
        sink.put(report.end(tally))
        sink.close()
      }
      summarize(open, tally, call.terminal, screen)
    },
  }
}

interface Open {
  readonly report: ReportFormat
  readonly sink: Sink
}

interface Sink {
  readonly put: (text: string) => void
  readonly close: () => void
}

/** The report of `--format`, without a path, and those of `--report`. */
function targetsOf({ format, output, report = [] }: SharedFlags & ReportFlags) {
  const payload = format === 'text' ? [] : [{ format, path: undefined }]
  const onStdout = report.filter(({ path }) => path === '-').length + payload.length
  if (onStdout > 1) throw new Misuse('only one report can go to stdout')
  const paths = [output, ...report.map(({ path }) => path)].filter(
    (path) => path !== undefined && path !== '-',
  )
  const twice = paths.find((path, i) => paths.indexOf(path) < i)
  if (twice !== undefined) throw new Misuse(`${twice} cannot hold two outputs`)
  return [...payload, ...report] satisfies readonly (ReportTarget | { readonly path: undefined })[]
}

function sinkFor(path: string, terminal: Terminal, screen: Screen): Sink {
  if (path === '-') return { put: (text) => void (text && screen.print(text)), close: () => {} }
  const file = openFile(resolve(terminal.cwd, path), path)
  return {
    put: (text) => {
      try {
        writeAll(file, text)
      } catch (error) {
        throw new Misuse(`cannot write ${path}: ${reasonOf(error)}`)
      }
    },
    close: () => closeSync(file),
  }
}

/** A pipe may take less than it is given. */
function writeAll(file: number, text: string): void {
  let left = Buffer.from(text)
  while (left.length > 0) left = left.subarray(writeSync(file, left))
}

function settingOf({ command, written, flags, options, call, core }: ReportedRun): Setting {
  return {
    ...{ command, written, version: call.version, transforms: core.transforms },
    // An empty name is none.
    repository: flags.repository || undefined,
    showSkipped: flags.showSkipped,
    fromRoot: pathsFromRoot(call.terminal.cwd),
    alone: ({ source }, changes) => {
      const wanted = new Set(changes.map(placeOf))
      const reject = (change: PlacedChange) => (wanted.has(placeOf(change)) ? undefined : 'is not looked at')
      const outcome = rewriteInput(source, core, { ...options, reject })
      return outcome.kind === 'done' ? outcome.changeset.after : undefined
    },
  }
}

const placeOf = ({ transform, line, column }: PlacedChange) => `${transform} ${line}:${column}`

/** Paths as git names them, which is how those who show a report know the files. */
export function pathsFromRoot(cwd: string): Setting['fromRoot'] {
  const here = realPath(cwd) ?? cwd
  const below = pathFrom(repositoryAt(here) ?? here, here)
  return (path) => (below === '' || path === '<stdin>' ? path : posix.join(below, path))
}

/** On GitHub a job has a page, to which steps append. */
function summarize(open: readonly Open[], tally: Tally, { env }: Terminal, screen: Screen): void {
  const path = env.GITHUB_STEP_SUMMARY
  const report = open.find(({ report }) => report.summary !== undefined)?.report
  if (!path || !report?.summary) return
  try {
    appendFileSync(path, report.summary(tally))
  } catch (error) {
    screen.warn(`Cannot write the summary of the job: ${reasonOf(error)}\n`)
  }
}
