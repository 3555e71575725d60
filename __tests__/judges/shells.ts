import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bodiesIn } from './instructions.js'

/** A Dockerfile before and after, under a name. */
export interface Pair {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** Shells that read a text without running it. */
export type Shell = 'bash' | 'dash'

/**
 * The pairs in which `-n` rejects more RUN bodies after than before, with the bodies that are new. A rejected body that
 * was merged with others still counts as one.
 */
export async function newlyRejected(
  pairs: readonly Pair[],
  shell: Shell,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const changed = pairs.map(({ name, before, after }) => {
    const [old, now] = [bodiesIn(before), bodiesIn(after)]
    return { name, gone: without(old, now), come: without(now, old) }
  })
  const bad = await rejectedBy(
    shell,
    changed.flatMap(({ come }) => come),
  )
  const suspects = changed.filter(({ come }) => come.some((body) => bad.has(body)))
  const badBefore = await rejectedBy(
    shell,
    suspects.flatMap(({ gone }) => gone),
  )
  return new Map(
    suspects.flatMap(({ name, gone, come }) => {
      const found = come.filter((body) => bad.has(body))
      return found.length > gone.filter((body) => badBefore.has(body)).length ? [[name, found]] : []
    }),
  )
}

/** Those of `texts` that the shell does not accept. Each is a file, and one process goes through them all. */
export async function rejectedBy(shell: Shell, texts: readonly string[]): Promise<ReadonlySet<string>> {
  const bodies = [...new Set(texts)]
  if (bodies.length === 0) return new Set()
  const folder = mkdtempSync(join(tmpdir(), 'dfslim-bodies-'))
  try {
    for (const [i, body] of bodies.entries()) writeFileSync(join(folder, String(i).padStart(7, '0')), body)
    const answers = await answersOf(
      `for body in *; do ${shell} -n "$body" 2>/dev/null; echo $?; done`,
      folder,
    )
    if (answers.length !== bodies.length || answers.includes('127')) throw new Error(`${shell} does not run`)
    return new Set(bodies.filter((_, i) => answers[i] !== '0'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function answersOf(loop: string, cwd: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', loop], { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk))
    child.on('error', reject).on('close', () => resolve(out.split('\n').slice(0, -1)))
  })
}

/** What `from` has more of than `taken`. */
function without(from: readonly string[], taken: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const item of taken) counts.set(item, (counts.get(item) ?? 0) + 1)
  return from.filter((item) => {
    const left = counts.get(item) ?? 0
    if (left > 0) counts.set(item, left - 1)
    return left === 0
  })
}
