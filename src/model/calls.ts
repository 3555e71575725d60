import type { Instruction } from '../syntax/nodes.js'
import { resolve } from '../syntax/invocation.js'
import type { Command, Word } from '../syntax/shell.js'
import type { Model, Stage } from './model.js'
import { baseName } from './paths.js'

/** Words as a shell would have to be told. */
export const quoted = (words: readonly string[]): string =>
  words.map((word) => `'${word.replace(/'/g, `'\\''`)}'`).join(' ')

/** The commands that an instruction runs, now or when the image runs; else why they cannot be read. */
export function commandsOf(
  { model }: { readonly model: Model },
  stage: Stage,
  instruction: Instruction,
): readonly Command[] | string {
  const { keyword, args, json } = instruction
  if (!/^(RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword)) return []
  if (keyword === 'RUN' && !json) {
    const body = model.bodyOf(stage, instruction)
    return body.kind === 'none' ? body.because : body.script.commands
  }
  if (/^NONE$/i.test(args.text)) return []
  const words = json ? inShell(json) : undefined
  const script = model.scriptOf(words ?? args.text.replace(/^CMD\s+/i, ''))
  return script.kind === 'unparsed' ? script.because : script.commands
}

/** The commands of the RUNs of a stage, and of those that it is built on, up to the end of one. */
export function commandsUpTo(
  { model }: { readonly model: Model },
  stage: Stage,
  run: Instruction,
): readonly Command[] {
  const found: Command[] = []
  for (let s: Stage | undefined = stage; s; s = s.parent)
    for (const instruction of s.instructions)
      if (instruction.keyword === 'RUN' && (s !== stage || instruction.startLine <= run.startLine))
        found.push(...model.commandsIn(s, instruction))
  return found
}

/** The exec form as a shell would have to be told; of `sh -c` what that shell is told. */
function inShell(words: readonly string[]): string {
  if (/^(\/(usr\/)?bin\/)?(ba|da|a)?sh$/.test(words[0] ?? '') && /^-\w*c$/.test(words[1] ?? ''))
    return words[2] ?? ''
  return quoted(words)
}

/** The program that a command runs, also where another starts it. */
export function programOf(command: Command): {
  readonly name: string | undefined
  readonly args: readonly Word[]
  readonly base: string
} {
  let { name, args } = resolve(command)
  while (/^(exec|tini|dumb-init|env)$/.test(baseName(name ?? ''))) {
    const next = args.findIndex(({ value }) => value === undefined || !/^-|^\w+=/.test(value))
    if (next < 0) break
    name = args[next]!.value
    args = args.slice(next + 1)
  }
  return { name, args, base: baseName(name ?? '') }
}
