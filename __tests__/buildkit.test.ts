import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parseNameValues, parseWords, splitBlanks } from '../src/syntax/arguments.js'
import type { Instruction } from '../src/syntax/nodes.js'
import { keywords, scan } from '../src/syntax/scan.js'

/** Answers of BuildKit's own parser (moby/buildkit of 2026-08-21) to small inputs. */
interface Node {
  keyword: string
  args: string[]
  flags?: string[]
  json?: true
  trigger?: Node
  heredocs?: [string, number, boolean, boolean, string][]
  lines?: [number, number]
}
interface Case {
  name: string
  text: string
  escape?: string
  nodes?: Node[]
  error?: string
}

const cases = JSON.parse(readFileSync(new URL('data/buildkit.json', import.meta.url), 'utf8')) as Case[]

/** Inputs that BuildKit takes and we refuse, and why. */
const refused: Record<string, string> = {
  'NEL byte flag': 'BuildKit splits flags by bytes and cuts the two-byte letter apart: nobody means that',
}

/** The longest physical line in bytes; BuildKit's answers to longer ones depend on how its buffer grows. */
const longest = 65535

/** BuildKit's parser passes these on; its next step, which the parser's answers do not show, rejects them. */
const rejectedLater = /unknown instruction|needs an argument|FROM takes|NUL byte|exec form with something/

describe('BuildKit', () => {
  it.each(cases.filter((c) => c.error !== undefined))('rejects: $name', ({ text }) => {
    expect(scan(text).problem).toBeDefined()
  })

  it.each(cases.filter((c) => c.nodes !== undefined && !(c.name in refused)))('reads: $name', (c) => {
    const file = scan(c.text)
    expect(file.problem?.message ?? 'needs an argument').toMatch(rejectedLater)
    expect(file.escape).toBe(c.escape)
    expect(file.instructions.map((i) => nodeOf(i, file.escape))).toEqual(c.nodes)
  })

  it.each([longest, longest + 1])('takes lines of up to 65,535 bytes: %d', (bytes) => {
    const text = `FROM a\nRUN ${'é'.repeat(10)}${'x'.repeat(bytes - 'RUN '.length - 20 - 1)}\n`
    expect(scan(text).problem?.line).toBe(bytes > longest ? 2 : undefined)
  })

  it.each(Object.keys(refused))('is stricter than BuildKit: %s', (name) => {
    expect(scan(cases.find((c) => c.name === name)!.text).problem).toBeDefined()
  })
})

function nodeOf(instruction: Instruction, escape: string, lines = true): Node {
  const { rawKeyword, flags, heredocs, trigger, json, startLine, endLine } = instruction
  const node: Node = { keyword: rawKeyword, args: argsOf(instruction, escape) }
  if (flags.length > 0) node.flags = flags.map((f) => f.text)
  if (json !== undefined) node.json = true
  if (trigger) node.trigger = nodeOf({ ...trigger, heredocs: [] }, escape, false)
  if (heredocs.length > 0)
    node.heredocs = heredocs.map((h) => [h.name, h.fileDescriptor, h.expand, h.chomp, h.content])
  if (lines) node.lines = [startLine, endLine]
  return node
}

function argsOf({ keyword, args: { text }, json, trigger }: Instruction, escape: string): string[] {
  if (!keywords.has(keyword)) return ['']
  if (trigger || text === '') return []
  if (keyword === 'HEALTHCHECK') {
    const [type, rest] = [text.split(/\s/)[0]!, text.replace(/^\S+\s*/, '')]
    return [type, ...(json ?? (rest === '' ? [] : [rest]))]
  }
  if (json) return [...json]
  if (keyword === 'ENV' || keyword === 'LABEL')
    return parseNameValues(keyword, text, escape).flatMap((p) => [p.name, p.value, p.separator])
  if (keyword === 'ARG') return parseWords(text, escape)
  return /^(ADD|COPY|EXPOSE|FROM|VOLUME)$/.test(keyword) ? splitBlanks(text) : [text]
}
