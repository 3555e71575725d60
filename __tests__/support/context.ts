import type { BuildContext } from '../../src/engine/transform.js'

/** A build context of empty files around a `Dockerfile`, without those that lines of an ignore file name. */
export const contextWith = (entries: readonly string[], text?: string): BuildContext => {
  const ignored = text?.split('\n') ?? []
  const seen = entries.filter((entry) => !ignored.includes(entry.replace(/\/$/, '')))
  return {
    read: () => undefined,
    list: () => seen.filter((entry) => !entry.endsWith('/')),
    ignoreFile: () => ({
      ...{ path: '.dockerignore', dockerfile: 'Dockerfile', text },
      entries: () => seen,
      mayBringBack: () => false,
      with: (now) => contextWith(entries, now),
    }),
  }
}
