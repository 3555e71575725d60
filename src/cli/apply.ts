import { join, resolve } from 'node:path'
import type { Argv } from 'yargs'
import { failureAt, type Failure } from '../project/failure.js'
import { writeRewrite } from '../project/companions.js'
import { JsonProblem } from '../project/json-file.js'
import { editedBy, type Plan, type PlannedFile, readPlan, sumOf } from '../project/plan.js'
import { readDockerfile, type SourceFile } from '../project/read.js'
import { isInside, pathFrom, realPath, repositoryAt } from '../project/tree.js'
import { type Fitting, ignoreFileNow } from '../project/planned-ignore-file.js'
import { companionName } from '../report/companions.js'
import { appliedSummary, standingLine } from '../report/applied.js'
import type { Done, Failed } from '../report/outcome.js'
import { count, newTally } from '../report/tally.js'
import { failedLine, writtenLine } from '../report/text.js'
import { undoOf } from './ending.js'
import { colorOption } from './flags.js'
import { Misuse } from './misuse.js'
import type { Core } from './parts.js'
import { openScreen } from './screen.js'
import type { Terminal } from './terminal.js'

/** The flags of `apply`. */
export const applyFlags = (yargs: Argv) =>
  yargs
    .option('dry-run', {
      type: 'boolean',
      default: false,
      describe: 'Say what would be done, and write nothing',
    })
    .option('color', colorOption)
    .option('quiet', {
      alias: 'q',
      type: 'boolean',
      default: false,
      describe: 'Say on stderr what failed only',
    })

/** The flags of `dfslim apply`, and the plan with the files behind it. */
export type ApplyFlags = ReturnType<ReturnType<typeof applyFlags>['parseSync']> & {
  readonly paths: readonly string[]
}

/** Does what a plan says to the files that are still as it knew them. The answer is the exit code. */
export async function apply(flags: ApplyFlags, terminal: Terminal, core: Core): Promise<number> {
  const [name, ...wanted] = flags.paths
  if (name === undefined) throw new Misuse('apply needs a plan: dfslim fix --plan FILE writes one')
  const here = realPath(terminal.cwd) ?? terminal.cwd
  const root = repositoryAt(here) ?? here
  const files = chosen(await planAt(name, terminal), wanted, { here, root, name })
  const screen = openScreen(flags, terminal)
  const width = Math.min(60, Math.max(0, ...files.map(({ path }) => path.length)))
  const tally = newTally()
  let standing = 0
  let isStopped = false
  const release = terminal.onInterrupt(() => void (isStopped = true))
  for (const file of files) {
    await new Promise<void>((resolve) => setImmediate(resolve))
    if (isStopped) break
    const outcome = applied(file, { here, root, core, flags })
    if (outcome.kind === 'stands') {
      standing++
      tally.files++
      screen.say(standingLine(outcome.path, width))
      continue
    }
    count(tally, outcome)
    if (outcome.kind === 'failed') screen.warn(failedLine(outcome.failure, width, screen.paint))
    else screen.say(writtenLine(outcome, width, screen.paint))
  }
  release()
  if (isStopped) screen.warn(`Interrupted after ${tally.files} of ${files.length} files.\n`)
  const undo = flags.dryRun ? undefined : undoOf(tally.changed, here, tally.companions)
  screen.say(appliedSummary({ tally, standing, did: flags.dryRun ? 'would' : 'did', undo }, screen.paint))
  screen.close()
  if (isStopped) return 130
  return tally.failures.length > 0 ? 3 : 0
}

async function planAt(name: string, { cwd }: Terminal): Promise<Plan> {
  try {
    return await readPlan(resolve(cwd, name))
  } catch (error) {
    throw error instanceof JsonProblem ? new Misuse(`${name}${error.message}`) : error
  }
}

interface Place {
  /** The current folder and the one from which the plan sees files; without links. */
  readonly here: string
  readonly root: string
}

/** The files of a plan that are wanted: all, or those named and those below a folder that is named. */
function chosen(
  { files }: Plan,
  wanted: readonly string[],
  { here, root, name }: Place & { readonly name: string },
): readonly PlannedFile[] {
  const below = (path: string) => {
    const absolute = resolve(here, path)
    return files.filter((file) => isInside(absolute, join(root, file.path)))
  }
  const taken = new Set<PlannedFile>()
  for (const path of wanted) {
    const some = below(path)
    if (some.length === 0) throw new Misuse(`${path}: ${name} has nothing to do there`)
    for (const file of some) taken.add(file)
  }
  return wanted.length === 0 ? files : files.filter((file) => taken.has(file))
}

interface Applying extends Place {
  readonly core: Core
  readonly flags: ApplyFlags
}

/** What became of one file; `stands` is one that reads as it should already. */
function applied(file: PlannedFile, { here, root, core, flags }: Applying): Done | Failed | Standing {
  const absolute = join(root, file.path)
  const path = pathFrom(here, absolute)
  const source = sourceAt(absolute, path, root)
  if ('reason' in source) return { kind: 'failed', failure: source }
  const refused = (reason: string): Failed => ({
    kind: 'failed',
    failure: failureAt('unwritable', path, reason),
  })
  const sum = sumOf(source.bytes)
  const beside = file.ignoreFile && ignoreFileNow(file.ignoreFile, { here, root })
  if (sum === file.after && (beside === undefined || beside.kind === 'stands'))
    return { kind: 'stands', path }
  if (sum !== file.before && sum !== file.after) return refused('changed since the plan was made')
  if (beside?.kind === 'unfit') return refused(`${beside.path} ${beside.reason}`)
  const after = sum === file.after ? source.text : editedBy(file, source.text)
  if (after === undefined || sumOf(after) !== file.after)
    return refused('is not what the edits of the plan are for')
  for (const text of [source.text, after]) {
    const { problem } = core.rewrite(text, { only: [] })
    if (problem) return { kind: 'failed', failure: failureAt('foreign', path, problem.message, problem.line) }
  }
  const done = doneBy(file, source, after, beside?.kind === 'fits' ? beside : undefined)
  const failure = flags.dryRun
    ? undefined
    : writeRewrite(done.source, done.changeset, (one) => companionName(done, one))
  return failure ? { kind: 'failed', failure } : done
}

interface Standing {
  readonly kind: 'stands'
  readonly path: string
}

/** The file, unless a link leads it out of the root or into what git keeps for itself. */
function sourceAt(absolute: string, path: string, root: string): SourceFile | Failure {
  const target = realPath(absolute)
  if (target === undefined) return failureAt('unwritable', path, 'does not exist')
  if (!isInside(root, target))
    return failureAt('unwritable', path, `is a link out of the folder, to ${target}`)
  if (/(?:^|\/)\.git\//i.test(pathFrom(root, target)))
    return failureAt('unwritable', path, 'is a link to what git keeps for itself')
  return readDockerfile({ path, absolute, tree: root })
}

const doneBy = (
  { changes }: PlannedFile,
  source: SourceFile,
  after: string,
  beside: Fitting | undefined,
): Done => ({
  kind: 'done',
  source: { ...source, ...(beside && { context: beside.folder }) },
  changeset: {
    ...{ before: source.text, after, withheld: [], refused: [], rounds: 0, settled: true },
    companions: beside ? [beside.text] : [],
    ...{ problem: undefined, skipped: undefined },
    applied: changes.map((change) => ({ ...change, after: { start: 0, end: after.length } })),
  },
})
