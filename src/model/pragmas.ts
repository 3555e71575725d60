import type { Dockerfile, Instruction } from '../syntax/nodes.js'

/** A comment above an instruction that tells a tool to leave it alone. */
export interface Pragma {
  readonly tool: 'dfslim' | 'hadolint'
  /** Transform ids, or hadolint's rule codes. */
  readonly names: readonly string[]
  readonly because: string | undefined
}

const ignore =
  /^#\s*(dfslim|hadolint)\s+(?:[\w=,-]+\s+)*?ignore=([\w,:/-]+(?:\s*,\s*[\w:/-]+)*)(?:\s+(?:because\s+)?(.*))?$/i
const skipFile = /^#\s*dfslim\s+skip-file(?:\s+(?:because\s+)?(.*))?$/i

/** The reason of a `# dfslim skip-file`, empty when it gives none; undefined when there is no such comment. */
export function findSkip(file: Dockerfile): string | undefined {
  for (const { start, end } of file.comments) {
    const match = skipFile.exec(file.text.slice(start, end).trim())
    if (match) return match[1] ?? ''
  }
  return undefined
}

/** The pragmas in the comment lines right above each instruction. */
export function parsePragmas(file: Dockerfile): ReadonlyMap<Instruction, readonly Pragma[]> {
  const found = new Map<Instruction, Pragma[]>()
  if (!/#\s*(dfslim|hadolint)\s/i.test(file.text)) return found
  const { text, instructions, comments } = file
  let next = 0
  for (const { start, end } of comments) {
    const match = ignore.exec(text.slice(start, end).trim())
    if (!match) continue
    while (next < instructions.length && instructions[next]!.span.start < end) next++
    const instruction = instructions[next]
    if (!instruction) continue
    const pragma: Pragma = {
      tool: match[1]!.toLowerCase() as Pragma['tool'],
      names: match[2]!.split(',').map((name) => name.trim()),
      because: match[3] || undefined,
    }
    found.set(instruction, [...(found.get(instruction) ?? []), pragma])
  }
  return found
}
