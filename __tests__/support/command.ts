import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Builds the command into a temporary folder, as it is published; the answer is its path. */
export function buildCommand(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'dfslim-bundle-')), 'dfslim.mjs')
  build('--command', file)
  return file
}

/** Builds the library into a folder, as it is published. */
export const buildLibrary = (folder: string): void => build('--library', folder)

function build(...words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', ...words], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}
