import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildOrder } from './engine.js'

/**
 * How a builder is given an ignore file that is not the one of the build context. `beside`: BuildKit takes the one beside
 * the Dockerfile that bears its name, wherever that lies, before any other. `flag`: `--ignorefile` of buildah 1.22 and
 * podman 3.3 or later. `none`: the builder of old before BuildKit.
 * Source: frontend/dockerui of moby/buildkit, docs of containers/buildah; tried with both, November 2026.
 */
export type IgnoreReader = 'beside' | 'flag' | 'none'

/** An ignore file for one build. */
export interface IgnoreFile {
  /** Absolute; named as the Dockerfile, with `.dockerignore` behind. */
  readonly path: string
  /** Whether BuildKit is known to take it, by the frontend that the Dockerfile asks for. */
  readonly isTaken: boolean
}

/** The command line of a build with its ignore file, or why the builder cannot be given one. */
export function withIgnoreFile(
  words: readonly string[],
  { context, ignoreFile }: Pick<BuildOrder, 'context' | 'ignoreFile'>,
  reader: IgnoreReader,
): readonly string[] | string {
  if (ignoreFile === undefined) return words
  if (reader === 'beside' && !ignoreFile.isTaken)
    return 'is not known to read another `.dockerignore` by the frontend that `# syntax` names'
  if (reader === 'beside') return words
  if (reader === 'none')
    return 'builds without BuildKit here, and then reads no other `.dockerignore` than that of the build context'
  // Its own name goes first with such builders: then nobody reads the other.
  if (existsSync(join(context, '.containerignore'))) return words
  return [...words.slice(0, -1), '--ignorefile', ignoreFile.path, ...words.slice(-1)]
}

/** What a line of a build tells about its builder: a program may be there under the name of another. */
export function readerAmong(line: string): IgnoreReader | undefined {
  if (/^#\d+ \[internal\] /.test(line)) return 'beside'
  if (/^STEP \d+(\/\d+)?: /.test(line)) return 'flag'
  return /^Step \d+\/\d+ : /.test(line) ? 'none' : undefined
}
