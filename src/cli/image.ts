import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { findEngine } from '../container/engine.js'
import { readImage, type Image } from '../image/image.js'
import { ImageProblem } from '../image/problem.js'
import { spoolWritten, type Spool } from '../image/spool.js'
import { Misuse } from './misuse.js'
import type { Terminal } from './terminal.js'

/**
 * Reads an image: a file or folder that holds one, else one that an engine has; `engine` names it, or the first that
 * answers is asked.
 * @throws Misuse when there is none, or it cannot be read
 */
export async function imageOf(
  source: string,
  engine: string | undefined,
  terminal: Terminal,
): Promise<Image | 'interrupted'> {
  const path = resolve(terminal.cwd, source)
  try {
    if (existsSync(path)) return await readImage(path, source)
    const saved = await savedImage(source, engine, terminal)
    return saved === 'interrupted' ? saved : await readImage(saved, source)
  } catch (error) {
    throw error instanceof ImageProblem ? new Misuse(error.message) : error
  }
}

/** Has an engine save an image that it holds; nothing is pulled. */
async function savedImage(
  source: string,
  wanted: string | undefined,
  terminal: Terminal,
): Promise<Spool | 'interrupted'> {
  if (!/^\w[\w.\-/:@]*$/.test(source) || /\.(?:tar|tgz)(?:\.\w+)?$/.test(source))
    throw new Misuse(`${source}: no such file or folder`)
  const engine = await findEngine(wanted)
  if ('lacks' in engine)
    throw new Misuse(
      `${source}: no such file, and no container engine answers that may have such an image (${engine.lacks.join('; ')}): give the file that docker save wrote`,
    )
  const stop = new AbortController()
  const release = terminal.onInterrupt(() => stop.abort())
  try {
    return await spoolWritten(async (file) => {
      const { status, tail } = await engine.save(source, file, stop.signal)
      if (status !== 0)
        throw new Misuse(
          `${source}: no such file, and ${engine.name} cannot save such an image (${tail.at(-1) ?? 'it says nothing'})`,
        )
    })
  } catch (error) {
    if (stop.signal.aborted) return 'interrupted'
    throw error
  } finally {
    release()
  }
}
