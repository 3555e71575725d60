/**
 * Whether a path matches a pattern of COPY, which is one of Go's `filepath.Match`: `*` and `?` stay within a name.
 * Undefined where the pattern is wrong, or cannot be told.
 */
export function readGlob(pattern: string): ((path: string) => boolean) | undefined {
  const source = (pattern.match(tokens) ?? []).map(sourceOf)
  if (source.includes(undefined)) return undefined
  try {
    const expression = new RegExp(`^${source.join('')}$`, 'su')
    return (path) => expression.test(path)
  } catch {
    return undefined
  }
}

/** Whether a source of COPY is a pattern. */
export const isGlob = (source: string): boolean => /[*?[]/.test(source)

/** A class in brackets, or one character. */
const tokens = /\[\^?(?:[^\]\\[^/-](?:-[^\]\\[^/-])?)+\]|./gsu

function sourceOf(token: string): string | undefined {
  if (token === '*') return '[^/]*'
  if (token === '?') return '[^/]'
  if (token.length > 1 && token.startsWith('[')) return token
  if (/^[[\\]$/.test(token)) return undefined
  return token.replace(/[.+^${}()|\]/]/, '\\$&')
}
