/** A line that is longer is no line of ours, and must not fill the memory. Bytes. */
const maxLine = 64 << 20

const lineEnd = 0x0a

/** A line of a file, without its end; undefined where it is no UTF-8, or too long. */
export type Line = string | undefined

/** The lines of a file as they come: no more than one is kept. An empty last one is none. */
export async function* linesFrom(chunks: AsyncIterable<Uint8Array>, limit = maxLine): AsyncIterable<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  const keep = (part: Uint8Array) => {
    length += part.length
    if (length > limit) parts = []
    else parts.push(part)
  }
  const take = (): Line => {
    const line = length > limit ? undefined : textOf(parts)
    ;[parts, length] = [[], 0]
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(lineEnd); end >= 0; end = chunk.indexOf(lineEnd, start)) {
      keep(chunk.subarray(start, end))
      start = end + 1
      yield take()
    }
    if (start < chunk.length) keep(chunk.subarray(start))
  }
  if (length > 0) yield take()
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function textOf(parts: readonly Uint8Array[]): Line {
  try {
    return decoder.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts))
  } catch {
    return undefined
  }
}
