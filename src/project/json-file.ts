import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { reasonOf } from './failure.js'
import { Misfit, Shape, type JsonPath } from './json-shape.js'

/** A mistake in a JSON file, to be put behind its name: `:line:column: what`, or `: what` of the file as a whole. */
export class JsonProblem extends Error {}

/** What no file of a kind exceeds that dfslim wrote. */
export interface JsonLimits {
  /** `a plan`, `a baseline` */
  readonly kind: string
  readonly bytes: number
  /** How deep lists and objects stand in each other. */
  readonly depth: number
  /** Texts, numbers, lists and objects, all told: each takes more memory than bytes. */
  readonly values: number
}

/** Reads a JSON file, which may be hostile. @throws JsonProblem also where `read` finds a misfit */
export async function readJsonFile<T>(
  absolute: string,
  limits: JsonLimits,
  read: (root: Shape) => T,
): Promise<T> {
  const text = textOf(absolute, limits)
  const excess = excessIn(text, limits)
  if (excess)
    throw new JsonProblem(`:${placeIn(text, excess.at)}: is ${excess.what} than ${limits.kind} can be`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new JsonProblem(await syntaxProblemIn(text))
  }
  try {
    return read(new Shape(value))
  } catch (error) {
    if (!(error instanceof Misfit)) throw error
    throw new JsonProblem(`:${await placeOf(error.path, text)}: ${error.message}`)
  }
}

function textOf(absolute: string, { kind, bytes: most }: JsonLimits): string {
  try {
    const stat = statSync(absolute)
    if (!stat.isFile()) throw new JsonProblem(': is no regular file')
    if (stat.size > most) throw new JsonProblem(`: is larger than ${kind} can be`)
    const bytes = readFileSync(absolute)
    if (!isUtf8(bytes)) throw new JsonProblem(': is not UTF-8')
    return bytes.toString('utf8').replace(/^\uFEFF/, ' ')
  } catch (error) {
    throw error instanceof JsonProblem ? error : new JsonProblem(`: ${reasonOf(error)}`)
  }
}

/** What is too much for a reader that takes all at once, and from where on. */
function excessIn(text: string, { depth: deepest, values: most }: JsonLimits) {
  let depth = 0
  let values = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (isInString) {
      if (letter === '\\') at++
      else if (letter === '"') isInString = false
    } else if (letter === '"') isInString = true
    else if (letter === '[' || letter === '{') {
      if (++depth > deepest) return { at, what: 'nested deeper' }
      values++
    } else if (letter === ']' || letter === '}') depth--
    else if (letter === ',' && ++values > most) return { at, what: 'larger' }
  }
  return undefined
}

/** What keeps a text from being JSON, with its place. */
async function syntaxProblemIn(text: string): Promise<string> {
  const { printParseErrorCode, visit } = await import('jsonc-parser')
  const found: string[] = []
  const onError = (code: Parameters<typeof printParseErrorCode>[0], offset: number): void => {
    if (found.length === 0)
      found.push(`:${placeIn(text, offset)}: is no JSON: ${inWords(printParseErrorCode(code))}`)
  }
  visit(text, { onError }, { disallowComments: true })
  return found[0] ?? ':1:1: is no JSON'
}

/** Where a value stands; a tree of all values would take too much memory. */
async function placeOf(path: JsonPath, text: string): Promise<string> {
  const { visit } = await import('jsonc-parser')
  const found: number[] = []
  const look = (offset: number, here: () => JsonPath): boolean => {
    if (found.length === 0 && isSame(here(), path)) found.push(offset)
    return found.length === 0
  }
  visit(text, {
    onObjectBegin: (offset, _length, _line, _column, here) => look(offset, here),
    onArrayBegin: (offset, _length, _line, _column, here) => look(offset, here),
    onLiteralValue: (_value, offset, _length, _line, _column, here) => void look(offset, here),
  })
  return placeIn(text, found[0] ?? 0)
}

const isSame = (a: JsonPath, b: JsonPath) => a.length === b.length && a.every((step, i) => step === b[i])

/** `line:column`, from 1, in UTF-16 code units. */
function placeIn(text: string, offset: number): string {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line++
    start = end + 1
  }
  return `${line}:${offset - start + 1}`
}

/** `CloseBraceExpected` in words. */
const inWords = (code: string) => code.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase()
