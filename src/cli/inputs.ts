import { namesOf } from '../engine/parts.js'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { TransformTrouble } from '../engine/own.js'
import type { Changeset, RewriteOptions } from '../engine/transform.js'
import { ConfigProblem, Configs } from '../project/config.js'
import { contextFolderOf } from '../project/companions.js'
import { contextOf } from '../project/context.js'
import { failureAt, reasonOf, type Failure } from '../project/failure.js'
import { findDockerfiles, type Found } from '../project/find.js'
import type { Selection } from '../project/git.js'
import { decodeDockerfile, readDockerfile, type SourceFile } from '../project/read.js'
import type { Outcome } from '../report/outcome.js'
import { pathFrom } from '../project/tree.js'
import type { SharedFlags } from './flags.js'
import { Misuse } from './misuse.js'
import type { Core } from './parts.js'
import type { Terminal } from './terminal.js'

/** A file to read, one that came through stdin, or one that is known to fail; files with what is configured for them. */
export type Input = Found | SourceFile | Failure

/** What the paths stand for, in order. @throws Misuse for a path that does not exist, or a wrong configuration */
export async function inputsOf(
  flags: SharedFlags,
  terminal: Terminal,
  core: Core,
): Promise<readonly Input[]> {
  return configured(await filesOf(flags, terminal), flags, terminal, core)
}

async function filesOf(flags: SharedFlags, terminal: Terminal): Promise<readonly Input[]> {
  if (flags.paths.includes('-')) return [await stdinInput(flags, terminal)]
  const paths = flags.paths.length > 0 ? await listed(flags.paths, terminal) : ['.']
  const selection = selectionOf(flags)
  if (selection !== undefined) return await selected(selection, paths, terminal)
  const search = await findDockerfiles(paths, terminal.cwd)
  const [missing] = search.missing
  if (missing !== undefined) throw new Misuse(`${missing || "''"}: no such file or folder`)
  return inOrder([...search.files, ...search.failures])
}

/** `@file` stands for the paths that the file lists, one a line or with NUL between them; `@-` for those of stdin. */
export async function listed(
  paths: readonly string[],
  { cwd, readStdin }: Terminal,
): Promise<readonly string[]> {
  const all: string[] = []
  for (const path of paths) {
    if (!path.startsWith('@') || existsSync(resolve(cwd, path))) all.push(path)
    else all.push(...pathsIn(path === '@-' ? await readStdin() : readList(path.slice(1), cwd)))
  }
  return all
}

function readList(path: string, cwd: string): Uint8Array {
  try {
    return readFileSync(resolve(cwd, path))
  } catch (error) {
    throw new Misuse(`cannot read the list ${path}: ${reasonOf(error)}`)
  }
}

function pathsIn(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString('utf8')
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((line) => line !== '')
}

function selectionOf({ staged, changed, since }: SharedFlags): Selection | undefined {
  const chosen: Selection[] = [
    ...(staged ? [{ kind: 'staged' } as const] : []),
    ...(changed ? [{ kind: 'changed' } as const] : []),
    ...(since === undefined ? [] : [{ kind: 'since', reference: since } as const]),
  ]
  if (chosen.length > 1) throw new Misuse('--staged, --changed and --since do not go together')
  return chosen[0]
}

async function selected(
  selection: Selection,
  paths: readonly string[],
  { cwd }: Terminal,
): Promise<readonly Input[]> {
  const { GitProblem, selectedByGit } = await import('../project/git.js')
  try {
    return await selectedByGit(
      selection,
      paths.map((path) => resolve(cwd, path)),
      cwd,
    )
  } catch (error) {
    throw error instanceof GitProblem ? new Misuse(`git: ${error.message}`) : error
  }
}

/** With the configuration of each; without those that it tells to leave alone. */
async function configured(
  files: readonly Input[],
  { config, noConfig, noIgnore }: SharedFlags,
  { cwd }: Terminal,
  { transforms, hints }: Core,
): Promise<readonly Input[]> {
  const file = noConfig ? false : config
  const configs = new Configs({
    cwd,
    ids: [...transforms.flatMap(namesOf), ...hints.map(({ id }) => id)],
    ...(file === undefined ? {} : { file }),
  })
  const inputs: Input[] = []
  try {
    for (const found of files) {
      if ('reason' in found) inputs.push(found)
      else {
        const own = await configs.of(found)
        if (!own.isIgnored || noIgnore) inputs.push({ ...found, config: own })
      }
    }
  } catch (error) {
    throw error instanceof ConfigProblem ? new Misuse(error.message) : error
  }
  return inputs
}

/** What the command line asks for, with what is configured for the file, and the stages that are built of it. Of stages the command line decides. */
function withConfig(
  options: RewriteOptions,
  { config, targets: built = [] }: Pick<Found, 'config' | 'targets'>,
): RewriteOptions {
  const { transforms = {}, stages, targets: wanted = [] } = config ?? {}
  const targets = [...new Set([...wanted, ...built])]
  const isPlain = options.stages === undefined || options.stages === 'shipped'
  const own = targets.length > 0 ? { target: targets } : stages
  return {
    ...options,
    levels: transforms,
    ...(isPlain && own !== undefined ? { stages: own } : {}),
  }
}

/** Why the files beside a Dockerfile stay as they are; undefined where they may change. */
export function companionless({ paths, staged }: Pick<SharedFlags, 'paths' | 'staged'>): string | undefined {
  if (paths.includes('-')) return 'a file that comes through stdin is written to alone'
  return staged
    ? 'what is staged is looked at, and the `.dockerignore` beside it is that of the folder'
    : undefined
}

/** Does a rewrite, or knows what it came to. */
export type Rewrite = (source: SourceFile, options: RewriteOptions) => Changeset

/** Rewrites one file. Never throws. */
export function rewriteInput(
  input: Input,
  core: Core,
  asked: RewriteOptions,
  rewrite: Rewrite = ({ text }, options) => core.rewrite(text, options),
): Outcome {
  const options = withConfig(asked, 'reason' in input ? {} : input)
  const source = 'reason' in input || 'text' in input ? input : readDockerfile(input)
  if ('reason' in source) return { kind: 'failed', failure: source }
  const failed = (kind: Failure['kind'], reason: string, line?: number): Outcome => ({
    kind: 'failed',
    failure: failureAt(kind, source.path, reason, line),
  })
  try {
    const folder = contextFolderOf(source)
    const context = contextOf(folder, relative(folder, source.absolute))
    const changeset = rewrite(source, source.path === stdinName ? options : { ...options, context })
    if (changeset.problem) return failed('foreign', changeset.problem.message, changeset.problem.line)
    if (!changeset.settled)
      return core.plugins
        ? failed('plugin', `the transforms did not come to rest with ${core.plugins.ids.join(', ')}`)
        : failed('bug', 'the transforms did not come to rest; please report this file')
    return { kind: 'done', source, changeset }
  } catch (error) {
    if (error instanceof TransformTrouble) return failed('plugin', error.message)
    return failed('bug', `${reasonOf(error)}; please report this file`)
  }
}

const stdinName = '<stdin>'

async function stdinInput({ paths, stdinFilepath }: SharedFlags, terminal: Terminal): Promise<Input> {
  if (paths.length > 1) throw new Misuse('- reads stdin and stands alone')
  const { cwd } = terminal
  const absolute = stdinFilepath === undefined ? join(cwd, stdinName) : resolve(cwd, stdinFilepath)
  return decodeDockerfile({ path: pathFrom(cwd, absolute), absolute, tree: cwd }, await terminal.readStdin())
}

function inOrder(inputs: Input[]): readonly Input[] {
  return inputs.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
