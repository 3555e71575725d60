/** A gem that a Gemfile names. */
export interface NamedGem {
  readonly name: string
  /** Empty where it is always wanted. */
  readonly groups: readonly string[]
}

/**
 * Reads what a Gemfile names, as far as it is written plainly; undefined where it reads other files, computes names, or
 * cannot be read. A Gemfile is Ruby. Source: `gemfile(5)` of bundler.
 */
export function gemsNamedIn(text: string): readonly NamedGem[] | undefined {
  const gems: NamedGem[] = []
  // The groups of each block that is open; none of what is no group.
  const blocks: (readonly string[])[] = []
  for (const line of statementsIn(text)) {
    const [, word = '', rest = ''] = /^(\w+)\b(.*)$/.exec(line) ?? []
    const opens = /\bdo\s*(\|[^|]*\|)?$/.test(line)
    if (
      /^(eval_gemfile|instance_eval|eval|gemspec|require|require_relative|load|def|while|until|for)$/.test(
        word,
      )
    )
      return undefined
    if (word === 'end') {
      if (blocks.pop() === undefined) return undefined
    } else if (word === 'group') {
      const groups = listed(rest.replace(/,\s*:?optional\b.*|\bdo$/g, ''))
      if (!opens || groups === undefined) return undefined
      blocks.push(groups)
    } else if (word === 'gem') {
      const name = /^\s*\(?\s*(["'])([\w.-]+)\1/.exec(rest)?.[2]
      const own = groupsOf(rest)
      if (name === undefined || own === undefined || opens) return undefined
      gems.push({ name, groups: [...blocks.flat(), ...own] })
    } else if (opens || /^(if|unless|case|begin)$/.test(word)) blocks.push([])
  }
  return blocks.length === 0 ? gems : undefined
}

/** Lines without comments; one that ends with a comma, an operator or a backslash goes on. */
function statementsIn(text: string): readonly string[] {
  const found: string[] = []
  let open = ''
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.replace(/(^|\s)#(?!\{).*$/, '').trim()
    if (line === '') continue
    open = open === '' ? line : `${open} ${line}`
    if (/[,\\([{|]$|=>$/.test(line) && !/\bdo\s*\|[^|]*\|$/.test(line)) {
      open = open.replace(/\\$/, '')
      continue
    }
    found.push(open)
    open = ''
  }
  return open === '' ? found : [...found, open]
}

/** `group: :test`, `:groups => [:development, :test]`. */
function groupsOf(rest: string): readonly string[] | undefined {
  const given = /(?:\bgroups?:|:groups?\s*=>)\s*(%i\[[^\]]*\]|\[[^\]]*\]|[^,)\s]+)/.exec(rest)?.[1]
  return given === undefined ? (/\bgroups?\b/.test(rest) ? undefined : []) : listed(given)
}

/** `:a, :b`, `[:a, "b"]`, `%i[a b]`; undefined for all else. */
function listed(text: string): readonly string[] | undefined {
  const bare = text
    .trim()
    .replace(/^[([]|[)\]]$/g, '')
    .trim()
  const symbols = /^%i\[([^\]]*)\]?$/.exec(text.trim())?.[1]
  if (symbols !== undefined) return symbols.trim().split(/\s+/)
  const names = bare.split(/\s*,\s*/).map((word) => /^(?::(["']?)([\w-]+)\1|(["'])([\w-]+)\3)$/.exec(word))
  return names.includes(null) ? undefined : names.map((match) => match![2] ?? match![4]!)
}

/** The bundler that wrote a lock file; undefined where it does not say. */
export const lockedBundler = (lock: string): string | undefined =>
  /^BUNDLED WITH\r?\n\s+(\d+[\w.]*)/m.exec(lock)?.[1]
