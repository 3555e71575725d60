import { basename, dirname, join, resolve } from 'node:path'
import type { RewriteOptions } from '../engine/transform.js'
import { contextOf } from '../project/context.js'
import { failureAt, reasonOf, type Failure } from '../project/failure.js'
import { findDockerfiles, type Found } from '../project/find.js'
import { decodeDockerfile, readDockerfile, type SourceFile } from '../project/read.js'
import type { Outcome } from '../report/outcome.js'
import { pathFrom } from '../project/tree.js'
import type { SharedFlags } from './flags.js'
import { Misuse } from './misuse.js'
import type { Core } from './parts.js'
import type { Terminal } from './terminal.js'

/** A file to read, one that came through stdin, or one that is known to fail. */
export type Input = Found | SourceFile | Failure

/** What the paths stand for, in order. @throws Misuse for a path that does not exist. */
export async function inputsOf(flags: SharedFlags, terminal: Terminal): Promise<readonly Input[]> {
  if (flags.paths.includes('-')) return [await stdinInput(flags, terminal)]
  const search = await findDockerfiles(flags.paths.length > 0 ? flags.paths : ['.'], terminal.cwd)
  const [missing] = search.missing
  if (missing !== undefined) throw new Misuse(`${missing || "''"}: no such file or folder`)
  return inOrder([...search.files, ...search.failures])
}

/** Rewrites one file. Never throws. */
export function rewriteInput(input: Input, core: Core, options: RewriteOptions): Outcome {
  const source = 'reason' in input || 'text' in input ? input : readDockerfile(input)
  if ('reason' in source) return { kind: 'failed', failure: source }
  const failed = (kind: Failure['kind'], reason: string, line?: number): Outcome => ({
    kind: 'failed',
    failure: failureAt(kind, source.path, reason, line),
  })
  try {
    const context = contextOf(dirname(source.absolute), basename(source.absolute))
    const changeset = core.rewrite(source.text, source.path === stdinName ? options : { ...options, context })
    if (changeset.problem) return failed('foreign', changeset.problem.message, changeset.problem.line)
    if (!changeset.settled)
      return failed('bug', 'the transforms did not come to rest; please report this file')
    return { kind: 'done', source, changeset }
  } catch (error) {
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
