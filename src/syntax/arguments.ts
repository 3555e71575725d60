/** Instructions whose arguments may be a JSON array. */
const jsonKeywords = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME'])

/**
 * The strings of the exec form; undefined for the shell form.
 * @throws Error when it is an array with something else than strings, which BuildKit rejects.
 */
export function parseJson(keyword: string, args: string): readonly string[] | undefined {
  const text = keyword === 'HEALTHCHECK' ? args.replace(/^\S+\s*/, '') : args
  if (!text.startsWith('[') || (!jsonKeywords.has(keyword) && keyword !== 'HEALTHCHECK')) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!Array.isArray(value)) return undefined
  if (!value.every((item) => typeof item === 'string'))
    throw new Error('an exec form with something else than strings')
  return value as string[]
}

/** What BuildKit rejects in the arguments. @throws Error that says what. */
export function checkArguments(
  keyword: string,
  args: string,
  json: readonly string[] | undefined,
  escape: string,
): void {
  if (keyword === 'ENV' || keyword === 'LABEL') parseNameValues(keyword, args, escape)
  else if (keyword === 'FROM') parseFrom(args)
  else if (args === '' && json === undefined) throw new Error(`${keyword} needs an argument`)
  else if ((keyword === 'COPY' || keyword === 'ADD') && (json ?? splitBlanks(args)).length < 2)
    throw new Error(`${keyword} needs a source and a destination`)
  else if (keyword === 'SHELL' && !json?.length) throw new Error('SHELL needs an exec form')
  else if (keyword === 'ONBUILD' && /^(ONBUILD|FROM|MAINTAINER)\b/i.test(args))
    throw new Error('ONBUILD takes any instruction but ONBUILD, FROM and MAINTAINER')
  else if (keyword === 'HEALTHCHECK' && !/^(CMD\s|NONE$)/i.test(args))
    throw new Error('HEALTHCHECK takes CMD and a command, or NONE')
  else if (keyword === 'ARG' && parseWords(args, escape).some((word) => word.startsWith('=')))
    throw new Error('ARG has a value without a name')
}

/** `img`, `img AS name`. @throws Error for anything else, a trailing comment among it. */
export function parseFrom(args: string): { image: string; name: string | undefined } {
  const words = splitBlanks(args)
  const [image, as, name] = words
  if (image === undefined) throw new Error('FROM needs an image')
  const placeholder = /\{\{|\{%|<%|@@\w|%%\w|^@\w+@/.exec(args)
  if (placeholder)
    throw new Error(`template syntax \`${args.slice(placeholder.index, placeholder.index + 40)}\``)
  if (words.length === 1) return { image, name: undefined }
  if (words.length === 3 && as!.toUpperCase() === 'AS' && /^[a-z][\w.-]*$/i.test(name!))
    return { image, name: name!.toLowerCase() }
  throw new Error('FROM takes an image, or an image AS a name')
}

/** Words between blanks; nothing is quoted there. */
export function splitBlanks(args: string): string[] {
  return args === '' ? [] : args.split(/[\t\v\f\r ]+/)
}

/** One pair of ENV, ARG or LABEL. */
export interface NameValue {
  readonly name: string
  /** As written, quotes and variables included. */
  readonly value: string
  /** The old form without `=`. */
  readonly separator: '=' | ''
}

/** The pairs of ENV and LABEL. @throws Error where BuildKit rejects them. */
export function parseNameValues(keyword: string, args: string, escape: string): NameValue[] {
  const words = parseWords(args, escape)
  if (words.length === 0) throw new Error(`${keyword} needs an argument`)
  if (!words[0]!.includes('=')) {
    const separator = /[\t\v\f\r ]+/.exec(args)
    if (!separator) throw new Error(`${keyword} must have two arguments`)
    const value = args.slice(separator.index + separator[0].length)
    return [{ name: args.slice(0, separator.index), value, separator: '' }]
  }
  return words.map((word) => {
    const equals = word.indexOf('=')
    if (equals === 0) throw new Error(`${keyword} has a value without a name`)
    if (equals < 0) throw new Error(`${keyword} has no \`=\` in \`${word.slice(0, 40)}\``)
    return { name: word.slice(0, equals), value: word.slice(equals + 1), separator: '=' }
  })
}

/** Words with their quotes, as BuildKit splits ENV, LABEL and ARG. */
export function parseWords(text: string, escape: string): string[] {
  const words: string[] = []
  let word = ''
  let quote = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === escape && quote !== "'") {
      if (at + 1 < text.length) word += char + text[++at]!
      continue
    }
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (/\s/.test(char)) {
      if (word !== '') words.push(word)
      word = ''
      continue
    }
    word += char
  }
  if (word !== '') words.push(word)
  return words
}

/** The value of a word with quotes removed; undefined when it holds a variable. */
export function literalValue(word: string, escape: string): string | undefined {
  let value = ''
  let quote = ''
  for (let at = 0; at < word.length; at++) {
    const char = word[at]!
    if (char === '$' && quote !== "'") return undefined
    if (char === escape && quote !== "'" && at + 1 < word.length) {
      const next = word[at + 1]!
      if (quote === '' || next === '"' || next === '$' || next === escape) {
        value += next
        at++
        continue
      }
    }
    if (quote === '' && (char === '"' || char === "'")) quote = char
    else if (char === quote) quote = ''
    else value += char
  }
  return value
}
