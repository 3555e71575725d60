import type { ContainerEngine } from '../container/engine.js'
import { type Built, EngineTrouble } from '../container/trial.js'
import { type Image, readImage, type ReadOptions } from '../image/image.js'
import { measurementOf } from '../image/measurement.js'
import { spoolWritten } from '../image/spool.js'
import type { Figures } from '../report/outcome.js'

/** Reads an image that was built. @throws EngineTrouble */
export async function readBuilt(
  engine: ContainerEngine,
  { image }: Built,
  options: ReadOptions = {},
  signal?: AbortSignal,
): Promise<Image> {
  const saved = await spoolWritten(async (file) => {
    const { status, tail } = await engine.save(image, file, signal)
    if (status !== 0)
      throw new EngineTrouble(`${engine.name} cannot save what it built: ${tail.at(-1) ?? ''}`)
  })
  return readImage(saved, image, options)
}

/** What an image came to. */
export function figuresOf(image: Image, { seconds, fromCache }: Built): Figures {
  const { bytes, wastedBytes } = measurementOf(image)
  const zipped = image.layers.map(({ compressedBytes }) => compressedBytes ?? Number.NaN)
  const total = zipped.reduce((sum, length) => sum + length, 0)
  const compressedBytes = Number.isNaN(total) ? undefined : total
  return { layers: image.layers.length, bytes, compressedBytes, wastedBytes, seconds, fromCache }
}
