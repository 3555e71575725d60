/** The text with all taken out that it takes not to fail: first lines, then characters, in ever smaller pieces. */
export function shrunk(text: string, fails: (text: string) => boolean, milliseconds: number): string {
  const end = performance.now() + milliseconds
  let before: string
  do {
    before = text
    text = less(text.split(/(?<=\n)/), fails, end)
    if (text.length < 5000) text = less([...text], fails, end)
  } while (text !== before && performance.now() < end)
  return text
}

function less(parts: readonly string[], fails: (text: string) => boolean, end: number): string {
  let left = [...parts]
  for (let size = Math.max(1, left.length >> 1); size >= 1; size = size === 1 ? 0 : size >> 1)
    for (let at = 0; at < left.length && performance.now() < end;) {
      const fewer = [...left.slice(0, at), ...left.slice(at + size)]
      if (fails(fewer.join(''))) left = fewer
      else at += size
    }
  return left.join('')
}
