import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refusedByGit, splitPatch } from './patches.js'
import type { Pair } from './shells.js'

/** What the published command did to a tree of files; each list names files. */
export interface CommandFindings {
  /** Written otherwise than the library rewrites them. */
  readonly otherwise: readonly string[]
  /** Whose patch git refuses, or takes without giving the same bytes. */
  readonly patchesBack: readonly string[]
  readonly patchesForth: readonly string[]
  /** That a second `fix` would change. */
  readonly again: readonly string[]
  readonly crashes: readonly string[]
}

/** Writes the files into a folder of its own, runs `fix --write --patch` there, and takes the patch back and forth. */
export async function judgeCommand(
  command: string,
  flags: readonly string[],
  pairs: readonly Pair[],
): Promise<CommandFindings> {
  const folder = mkdtempSync(join(tmpdir(), 'dfslim-corpus-'))
  try {
    const paths = new Map(pairs.map((pair, i) => [`${Math.floor(i / many)}/${i}.Dockerfile`, pair]))
    for (let at = 0; at < pairs.length; at += many) crowd(join(folder, String(at / many)))
    for (const [path, { before }] of paths) writeFileSync(join(folder, path), before)
    const first = await run(command, ['fix', '-q', '--write', '--patch', 'all.patch', ...flags], folder)
    const file = join(folder, 'all.patch')
    const patches = splitPatch(existsSync(file) ? readFileSync(file, 'utf8') : '')
    const differing = (side: 'before' | 'after') =>
      [...paths]
        .filter(([path, pair]) => readFileSync(join(folder, path), 'utf8') !== pair[side])
        .map(([path]) => path)
    const named = (some: readonly string[]) => [...new Set(some)].map((path) => paths.get(path)?.name ?? path)
    const otherwise = differing('after')
    const second = await run(command, ['fix', '-q', '--list', ...flags], folder)
    const backRefused = refusedByGit(folder, patches, 'back')
    const back = [...backRefused, ...differing('before')]
    const forthRefused = refusedByGit(folder, patches, 'forth')
    const forth = [...forthRefused, ...differing('after').filter((path) => !otherwise.includes(path))]
    return {
      otherwise: named(otherwise),
      patchesBack: named(back),
      patchesForth: named(forth),
      again: named(second.out.split('\n').filter((line) => line !== '')),
      crashes: [first, second].filter(({ code }) => code !== 0 && code !== 3).map(({ err }) => err),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * So many files lie beside each Dockerfile that the command does not look at them: it knows what the library knows,
 * which is nothing about the context.
 */
const many = 500

function crowd(folder: string): void {
  mkdirSync(folder)
  for (let i = 0; i < many; i++) writeFileSync(join(folder, `other-${i}`), '')
}

function run(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk))
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }))
  })
}
