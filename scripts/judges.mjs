// Loads __tests__/judges, which is TypeScript, and the files that are put before them.
import { isUtf8 } from 'node:buffer'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The judges, from their sources. */
export async function loadJudges() {
  const outfile = join(root, 'node_modules', '.cache', `dfslim-judges-${process.pid}.mjs`)
  await build({
    entryPoints: [join(root, '__tests__/judges/index.ts')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    outfile,
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(outfile)
  }
}

/** The texts below a folder whose file names speak of a Dockerfile, by path, and the paths that are not UTF-8. */
export function readDockerfiles(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /dockerfile|containerfile/i.test(name) && !name.endsWith('.dockerignore'))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const files = []
  const unreadable = []
  for (const path of paths) {
    const bytes = readFileSync(path)
    const name = relative(folder, path)
    if (isUtf8(bytes)) files.push({ name, before: bytes.toString('utf8') })
    else unreadable.push(name)
  }
  return { files, unreadable }
}
