/** How tables are written: words in a text, with braces as in a shell where that is shorter. */

export const wordsIn = (text: string): readonly string[] => text.match(/\S+/g) ?? []

/** The entry of a table, and never what every object inherits. */
export const ownValue = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** The words of a text with its braces spread: `3.{0..2,5}{,-slim}` is eight words. Braces do not nest. */
export const spreadIn = (text: string): readonly string[] => wordsIn(text).flatMap(spread)

function spread(word: string): readonly string[] {
  const brace = /\{([^}]*)\}/.exec(word)
  if (brace === null) return [word]
  const before = word.slice(0, brace.index)
  const after = spread(word.slice(brace.index + brace[0].length))
  return brace[1]!
    .split(',')
    .flatMap(choicesIn)
    .flatMap((choice) => after.map((rest) => before + choice + rest))
}

function choicesIn(item: string): readonly string[] {
  const range = /^(\d+)\.\.(\d+)$/.exec(item)
  if (range === null) return [item]
  const first = Number(range[1])
  return Array.from({ length: Number(range[2]) - first + 1 }, (_, i) => String(first + i))
}
