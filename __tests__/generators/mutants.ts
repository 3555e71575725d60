import { fragments } from './fragments.js'
import { lines } from './lines.js'
import { oversized } from './oversized.js'
import { Random } from './random.js'

/**
 * A Dockerfile as nobody would write it: one of the texts, or lines put together, after some mutations. The same
 * texts, seed and index give the same mutant, whatever came before.
 */
export function mutantOf(texts: readonly string[], seed: number, index: number): string {
  const random = new Random(seed, index)
  let text = random.oneIn(4) ? lined(random) : random.pick(texts)
  const count = 1 + random.below(random.oneIn(4) ? 12 : 4)
  for (let i = 0; i < count; i++) text = random.pick(mutations)(text, random, texts)
  if (random.oneIn(300)) text = insertLine(text, random, random.pick(oversized)(random))
  return (random.oneIn(4) ? text : mended(text)).slice(0, longest)
}

/** In characters: longer ones would measure patience only. */
const longest = 300_000

type Mutation = (text: string, random: Random, texts: readonly string[]) => string

/** What is refused at once hides what comes later: a FROM stands in front, and what is no instruction is run. */
function mended(text: string): string {
  let isContinued = false
  let isBehind = false
  const some = text.split('\n').map((line) => {
    const isStart = !isContinued && !/^\s*(#|$)/.test(line)
    isContinued = isContinued
      ? /(\\|^\s*#.*|^\s*)$/.test(line)
      : /\\[ \t\r]*$/.test(line) && !/^\s*#/.test(line)
    if (!isStart) return line
    const isFrom = /^\s*FROM\s+\S+\s*$/i.test(line)
    const mendedLine = isFrom || known.test(line) ? line : `RUN ${line}`
    const base = isBehind || isFrom ? '' : 'FROM debian:12\n'
    isBehind = true
    return base + mendedLine
  })
  return some.join('\n')
}

const known =
  /^\s*(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM \S+ AS|HEALTHCHECK|LABEL|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)\s+\S/i

/** Some stand twice: they are worth more. */
const mutations: readonly Mutation[] = [
  truncated,
  behead,
  spliced,
  spliced,
  repeated,
  withoutLines,
  shuffled,
  flipped,
  flippedBytes,
  inserted,
  inserted,
  inserted,
  withLine,
  withLine,
  withLine,
  broken,
  joined,
  commented,
  withOtherLineEnds,
]

function lined(random: Random): string {
  const count = 1 + random.below(14)
  const body = Array.from({ length: count }, () => random.pick(lines))
  return ['FROM ' + random.pick(bases), ...body, random.oneIn(3) ? 'CMD a' : 'CMD ["a"]', ''].join('\n')
}

const bases = [
  'debian:12',
  'ubuntu',
  'python:3.12',
  'alpine:3.20',
  'node:20 AS a',
  '${BASE:-debian}',
  'scratch',
]

function truncated(text: string, random: Random): string {
  return text.slice(0, random.upTo(text.length))
}

function behead(text: string, random: Random): string {
  return text.slice(random.upTo(text.length))
}

function spliced(text: string, random: Random, texts: readonly string[]): string {
  const other = random.oneIn(3) ? text : random.pick(texts)
  if (random.oneIn(2)) return text.slice(0, random.upTo(text.length)) + other.slice(random.upTo(other.length))
  const [own, their] = [text.split('\n'), other.split('\n')]
  return [...own.slice(0, random.upTo(own.length)), ...their.slice(random.upTo(their.length))].join('\n')
}

function repeated(text: string, random: Random): string {
  const { head, block, tail } = cut(text, random)
  const times = random.oneIn(20) ? 2 + random.below(60) : 2
  if (block.join('\n').length * times > 60_000) return text
  return [...head, ...Array.from({ length: times }, () => block).flat(), ...tail].join('\n')
}

function withoutLines(text: string, random: Random): string {
  const { head, tail } = cut(text, random)
  return [...head, ...tail].join('\n')
}

function shuffled(text: string, random: Random): string {
  const { head, block, tail } = cut(text, random)
  return [...tail.slice(0, 3), ...head, ...block.reverse(), ...tail.slice(3)].join('\n')
}

/** Some lines in a row. */
function cut(text: string, random: Random): Record<'head' | 'block' | 'tail', string[]> {
  const all = text.split('\n')
  const from = random.below(all.length)
  const to = from + 1 + random.below(Math.min(6, all.length - from))
  return { head: all.slice(0, from), block: all.slice(from, to), tail: all.slice(to) }
}

function flipped(text: string, random: Random): string {
  for (let i = random.below(4); i >= 0; i--) {
    const at = random.upTo(text.length)
    text = text.slice(0, at) + random.pick(fragments)[0]! + text.slice(at + 1)
  }
  return text
}

/** What is no UTF-8 any more reads as U+FFFD. */
function flippedBytes(text: string, random: Random): string {
  const bytes = new TextEncoder().encode(text)
  for (let i = random.below(6); i >= 0 && bytes.length > 0; i--)
    bytes[random.below(bytes.length)]! ^= 1 << random.below(8)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

function inserted(text: string, random: Random): string {
  for (let i = random.below(3); i >= 0; i--) {
    const at = random.oneIn(3) ? lineEnd(text, random) : random.upTo(text.length)
    text = text.slice(0, at) + random.pick(fragments) + text.slice(at)
  }
  return text
}

function lineEnd(text: string, random: Random): number {
  const at = text.indexOf('\n', random.upTo(text.length))
  return at < 0 ? text.length : at
}

function withLine(text: string, random: Random): string {
  return insertLine(text, random, random.pick(lines))
}

function insertLine(text: string, random: Random, line: string): string {
  const all = text.split('\n')
  all.splice(random.oneIn(6) ? 0 : random.upTo(all.length), 0, line)
  return all.join('\n')
}

/** A blank becomes a continued line; an ampersand too. */
function broken(text: string, random: Random): string {
  const mark = random.oneIn(5) ? '`' : '\\'
  return text.replace(random.oneIn(2) ? / /g : /(?=&&)|(?<=&&)/g, (blank) =>
    random.oneIn(4) ? `${blank}${mark}${random.pick(['', '', ' ', '\r'])}\n` : blank,
  )
}

function joined(text: string, random: Random): string {
  return text.replace(/\\?\n/g, (end) => (random.oneIn(8) ? random.pick(['', ' ', ' && ', '; ']) : end))
}

/** Comment lines after continuations, and where lines end. */
function commented(text: string, random: Random): string {
  return text.replace(/\n/g, (end) =>
    random.oneIn(5) ? `${end}${random.pick(['', ' ', '\t'])}# ${random.below(99)}${end}` : end,
  )
}

function withOtherLineEnds(text: string, random: Random): string {
  const end = random.pick(['\r\n', '\r\n', '\r\r\n', '\r', '\n\r', '\n\n', '\u2028'])
  const some = random.oneIn(2)
  return text.replace(/\n/g, (old) => (some && random.oneIn(2) ? old : end))
}
