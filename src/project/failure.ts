/**
 * Why one file was not handled; the others go on.
 * `unreadable`: its bytes are no text that we take. `foreign`: it is no Dockerfile. `unwritable`: it was left as it
 * is. `untried`: what builds it gave up. `plugin`: a transform that is not ours failed. `bug`: our own mistake.
 */
export interface Failure {
  readonly kind: 'unreadable' | 'foreign' | 'unwritable' | 'untried' | 'plugin' | 'bug'
  readonly path: string
  /** 1-based; undefined when the whole file is meant. */
  readonly line: number | undefined
  readonly reason: string
}

/** A failure of one file; `line` is 1-based. */
export const failureAt = (kind: Failure['kind'], path: string, reason: string, line?: number): Failure => ({
  kind,
  path,
  line,
  reason,
})

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'no permission',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  ELOOP: 'too many links',
  ENAMETOOLONG: 'the name is too long',
  EISDIR: 'is a directory',
  ENOTDIR: 'a part of the path is no folder',
}

/** What a system error means, in words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  if (code !== undefined) return reasons[code] ?? code
  return error instanceof Error ? error.message : String(error)
}

/** The code of a system error, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Whether a name may have held bytes that are no text: then nothing is found under it. */
export const isGarbled = (path: string): boolean => path.includes('\uFFFD')

/** What is wrong with such a name. */
export const notText = 'the name is not UTF-8: rename it'
