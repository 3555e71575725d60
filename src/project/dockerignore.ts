import { posix } from 'node:path'

/** What a `.dockerignore` file keeps out of a build context. Paths are relative to its root, with `/`. */
export interface ContextRules {
  isIgnored(path: string): boolean
  /** Whether an exception may bring back something below a folder that is ignored. */
  mayKeepBelow(folder: string): boolean
  /** Whether an exception may mean a path, or something below it. */
  mayBringBack(path: string): boolean
}

interface Rule {
  readonly isException: boolean
  readonly pattern: string
  matches(path: string): boolean
}

/**
 * Reads the text as Docker does: patterns are relative to the root and cover what is below them, the last match wins.
 * Undefined where Docker would refuse the file, or where it cannot be told what a pattern means.
 * Source: docs.docker.com/build/concepts/context, and github.com/moby/patternmatcher, November 2026.
 */
export function readDockerignore(text: string): ContextRules | undefined {
  const rules: Rule[] = []
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    // A comment starts at the margin; behind blanks a `#` belongs to a name.
    if (line.startsWith('#') || line.trim() === '') continue
    const rule = readRule(line.trim())
    if (rule === undefined) return undefined
    rules.push(rule)
  }
  const mayKeepBelow = (folder: string) =>
    rules.some(({ isException, pattern }) => isException && mayReachInto(pattern, folder))
  return {
    isIgnored: (path) => {
      const names = withParents(path)
      let isIgnored = false
      for (const rule of rules)
        if (rule.isException === isIgnored && names.some((name) => rule.matches(name)))
          isIgnored = !rule.isException
      return isIgnored
    },
    mayKeepBelow,
    mayBringBack: (path) =>
      mayKeepBelow(path) ||
      rules.some((rule) => rule.isException && withParents(path).some((name) => rule.matches(name))),
  }
}

function readRule(line: string): Rule | undefined {
  const isMarked = line.startsWith('!')
  const written = isMarked ? line.slice(1).trim() : line
  const clean = posix
    .normalize(written)
    .replace(/(?<=.)\/$/, '')
    .replace(/^\/(?=.)/, '')
  // The mark is looked for once the slash in front is gone.
  const isException = isMarked || clean.startsWith('!')
  const pattern = isException && !isMarked ? clean.slice(1) : clean
  if (written === '' || pattern === '' || (isException && pattern === '/')) return undefined
  const matches = matcherOf(pattern)
  return matches && { isException, pattern, matches }
}

/** Without special characters, and with `**` at one end only, a pattern is compared letter by letter. */
function matcherOf(pattern: string): ((path: string) => boolean) | undefined {
  const isPlain = (text: string) => !/[*?[\]\\]/.test(text)
  if (isPlain(pattern)) return (path) => path === pattern
  if (pattern.startsWith('**') && isPlain(pattern.slice(2))) {
    const end = pattern.slice(2)
    return (path) => path.endsWith(end) || `/${path}` === end
  }
  if (pattern.endsWith('**') && isPlain(pattern.slice(0, -2)))
    return (path) => path.startsWith(pattern.slice(0, -2))
  const source = pattern.match(tokens)?.map(sourceOf)
  if (source === undefined || source.includes(undefined) || source.join('') === '') return undefined
  try {
    const expression = new RegExp(`^${source.join('')}$`, 'su')
    return (path) => expression.test(path)
  } catch {
    return undefined
  }
}

/** A class in brackets, an escaped character, `**` with the slash behind it, or one character. */
const tokens = /\[\^?(?:[^\]\\[^/-](?:-[^\]\\[^/-])?)+\]|\\.|\*\*\/?|./gsu

/** The regular expression for a token at its place; undefined where Docker's own reading is unsure. */
function sourceOf(token: string, index: number, all: readonly string[]): string | undefined {
  if (token.startsWith('**')) return index === all.length - 1 ? '.*' : '(?:.*/)?'
  if (token === '*') return '[^/]*'
  if (token === '?') return '[^/]'
  if (token.length > 1 && token.startsWith('[')) return token
  if (/^[[\]\\^]$/.test(token)) return undefined
  const letter = token.replace(/^\\/, '')
  return /[\p{L}\p{N}_]/u.test(letter) ? (token === letter ? letter : undefined) : escaped(letter)
}

const escaped = (letter: string): string => (/[.*+?^${}()|[\]\\/]/.test(letter) ? `\\${letter}` : letter)

/** A path and the folders it lies in, from the outside in. */
function withParents(path: string): readonly string[] {
  const names = path.split('/')
  return names.map((_, i) => names.slice(0, i + 1).join('/'))
}

/** Whether a pattern may match something below a folder: part by part, as far as the folder goes. */
function mayReachInto(pattern: string, folder: string): boolean {
  const parts = pattern.split('/')
  const names = folder.split('/')
  for (let i = 0; i < names.length; i++) {
    const part = parts[i]
    if (part === undefined) return false
    if (part.includes('**')) return true
    if (!(matcherOf(part)?.(names[i]!) ?? true)) return false
  }
  return parts.length > names.length
}
