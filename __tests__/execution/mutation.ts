import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Changeset, RewriteOptions } from '../../src/index.js'

/** One piece of source text in the place of another. */
export interface Mutation {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** Without the guard: what a mutant does shows, even where the guard would have stopped it. */
export const unguarded: Mutation = {
  file: 'src/engine/guard.ts',
  from: 'if (after.file.problem) return',
  to: 'if (after.file.text !== before.file.text) return undefined\n  if (after.file.problem) return',
}

/** dfslim with some of its decisions changed. Throws where the source does not hold such a piece exactly once. */
export async function mutated(
  mutations: readonly Mutation[],
): Promise<(text: string, options: RewriteOptions) => Changeset> {
  const outfile = resolve(`node_modules/.cache/dfslim-mutant-${process.pid}-${count++}.mjs`)
  await build({
    ...{ entryPoints: ['src/index.ts'], bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' },
    outfile,
    plugins: [
      {
        name: 'mutation',
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.ts$/ }, ({ path }) => ({ loader: 'ts', contents: sourceOf(path, mutations) })),
      },
    ],
  })
  try {
    const { rewrite } = (await import(pathToFileURL(outfile).href)) as typeof import('../../src/index.js')
    return rewrite
  } finally {
    rmSync(outfile)
  }
}

let count = 0

function sourceOf(path: string, mutations: readonly Mutation[]): string {
  let text = readFileSync(path, 'utf8')
  for (const { file, from, to } of mutations) {
    if (path !== join(process.cwd(), file)) continue
    if (text.split(from).length !== 2) throw new Error(`${file} does not hold exactly once: ${from}`)
    text = text.replace(from, () => to)
  }
  return text
}
