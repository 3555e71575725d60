import { spawnSync } from 'node:child_process'

/** The patches of the files that a large one is made of, by the path that each names. */
export function splitPatch(patch: string): ReadonlyMap<string, string> {
  const parts = patch.split(/^(?=diff --git )/m).filter((part) => part !== '')
  return new Map(parts.map((part) => [/^\+\+\+ b\/([^\t\r\n]*)/m.exec(part)?.[1] ?? part, part]))
}

/** Applies patches to a folder, `back` or forth, and names those that git refuses; the others are applied. */
export function refusedByGit(
  folder: string,
  patches: ReadonlyMap<string, string>,
  direction: 'forth' | 'back',
): readonly string[] {
  if (patches.size === 0 || applies(folder, [...patches.values()].join(''), direction)) return []
  const all = [...patches]
  if (all.length === 1) return [all[0]![0]]
  const middle = all.length >> 1
  return [all.slice(0, middle), all.slice(middle)].flatMap((half) =>
    refusedByGit(folder, new Map(half), direction),
  )
}

function applies(folder: string, patch: string, direction: 'forth' | 'back'): boolean {
  const args = ['apply', '--whitespace=nowarn', ...(direction === 'back' ? ['-R'] : [])]
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_DIR: '/dev/null',
  }
  const { status, error } = spawnSync('git', args, {
    cwd: folder,
    env,
    input: patch,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  if (error) throw error
  return status === 0
}
