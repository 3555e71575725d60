import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ImageProblem, isOfSystem, wordsOf } from './problem.js'

/** An open file that may be read more than once. */
export interface Spool {
  readonly fd: number
  readonly close: () => void
}

/**
 * Puts what comes into a temporary file. It loses its name before the first byte is in it, so that nothing is left
 * behind however the process ends.
 * @throws ImageProblem when there is no room
 */
export async function spool(chunks: AsyncIterable<Uint8Array>): Promise<Spool> {
  const folder = newFolder()
  const file = withoutName(folder, openSync(join(folder, 'image.tar'), 'wx+', 0o600))
  try {
    for await (const chunk of chunks) for (let at = 0; at < chunk.length;) at += writeSync(file.fd, chunk, at)
    return file
  } catch (error) {
    file.close()
    if (error instanceof ImageProblem || !isOfSystem(error)) throw error
    throw new ImageProblem(`${tmpdir()}: ${wordsOf(error)}: set TMPDIR to a folder with more room`)
  }
}

/** Has a temporary file written under a path of its own, and opens it; when that fails, nothing is left of it. */
export async function spoolWritten(write: (path: string) => Promise<void>): Promise<Spool> {
  const folder = newFolder()
  try {
    const path = join(folder, 'image.tar')
    await write(path)
    return withoutName(folder, openSync(path, 'r'))
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

const newFolder = () => mkdtempSync(join(tmpdir(), `dfslim-spool-${process.pid}-`))

/** Takes the name from an open file; where the system keeps it, it goes with the file. */
function withoutName(folder: string, fd: number): Spool {
  const isGone = attemptRemoval(folder)
  const close = () => {
    closeSync(fd)
    if (!isGone) attemptRemoval(folder)
  }
  return { fd, close }
}

function attemptRemoval(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true })
    return true
  } catch {
    return false
  }
}
