import { literalValue, parseFrom, parseWords } from '../syntax/arguments.js'
import { type ImageReference, parseImage } from '../syntax/image.js'
import type { Dockerfile, Instruction } from '../syntax/nodes.js'

/** A FROM and what follows it. */
export interface Stage {
  readonly index: number
  /** In lower case. */
  readonly name: string | undefined
  readonly from: Instruction
  /** The instructions behind FROM. */
  readonly instructions: readonly Instruction[]
  /** The text of the reference as it stands in the file. */
  readonly reference: string
  /** The base image; undefined when it is a stage, `scratch` or unknown. Variables are replaced by their defaults. */
  readonly image: ImageReference | undefined
  /** Global build arguments that the reference depends on. */
  readonly variables: readonly string[]
  /** The stage it is built on. */
  readonly parent: Stage | undefined
  /** The stages that are built on it, theirs included. */
  readonly heirs: readonly Stage[]
  /** Stages and images it copies or mounts from, and the instruction that does. */
  readonly sources: readonly { readonly from: Stage | string; readonly instruction: Instruction }[]
  /** Whether its layers are part of the image that the file is for. */
  readonly isShipped: boolean
}

type Draft = { -readonly [K in keyof Stage]: Stage[K] } & {
  instructions: Instruction[]
  heirs: Stage[]
  sources: { from: Stage | string; instruction: Instruction }[]
}

/** Which stages count as shipped: the last one and what it is built on, all, or those and the targets by name or number. */
export type Stages = 'shipped' | 'all' | { readonly target: string | readonly string[] }

/** All stages. Shipped are the last one and the target, and all that they are built on. */
export function readStages(file: Dockerfile, target: Stages): readonly Stage[] {
  const stages: Draft[] = []
  const defaults = new Map<string, string | undefined>()
  for (const instruction of file.instructions) {
    const current = stages.at(-1)
    if (instruction.keyword === 'FROM') stages.push(draft(instruction, stages, defaults))
    else if (current) current.instructions.push(instruction)
    else if (instruction.keyword === 'ARG')
      for (const word of parseWords(instruction.args.text, file.escape)) {
        const equals = word.indexOf('=')
        if (equals < 0) defaults.set(word, undefined)
        else defaults.set(word.slice(0, equals), literalValue(word.slice(equals + 1), file.escape))
      }
  }
  for (const stage of stages) {
    stage.sources = readSources(stage, stages)
    for (let parent = stage.parent; parent; parent = parent.parent) (parent as Draft).heirs.push(stage)
  }
  const targets = typeof target === 'object' ? [target.target].flat() : []
  const ends = [stages.at(-1), ...targets.map((name) => find(stages, name))]
  for (let stage of ends as (Stage | undefined)[])
    for (; stage; stage = stage.parent) (stage as Draft).isShipped = true
  if (target === 'all') for (const stage of stages) stage.isShipped = true
  return stages
}

/** The stage at the bottom of a chain of stages that are built on each other: the one on an image. */
export function rootOf(stage: Stage): Stage {
  let root = stage
  while (root.parent) root = root.parent
  return root
}

function find(stages: readonly Draft[], name: string): Draft | undefined {
  const lower = name.toLowerCase()
  return (
    stages.findLast((stage) => stage.name === lower) ??
    (/^\d+$/.test(name) ? stages[Number(name)] : undefined)
  )
}

function draft(
  from: Instruction,
  stages: readonly Draft[],
  defaults: ReadonlyMap<string, string | undefined>,
): Draft {
  let reference = ''
  let name: string | undefined
  try {
    ;({ image: reference, name } = parseFrom(from.args.text))
  } catch {
    // The scanner has already refused the file.
  }
  const parent = stages.findLast(
    (stage) => stage.name !== undefined && stage.name === reference.toLowerCase(),
  )
  const { text, variables } = expand(reference, defaults)
  return {
    index: stages.length,
    name,
    from,
    instructions: [],
    reference,
    image: parent || text === undefined || text === 'scratch' ? undefined : parseImage(text),
    variables,
    parent,
    heirs: [],
    sources: [],
    isShipped: false,
  }
}

/** Replaces `$X`, `${X}` and `${X:-y}` by the defaults of the build arguments; undefined when one has none. */
function expand(
  reference: string,
  defaults: ReadonlyMap<string, string | undefined>,
): { text: string | undefined; variables: string[] } {
  const variables: string[] = []
  let known = true
  const text = reference.replace(
    /\$(?:(\w+)|\{(\w+)(?::?-([^}]*))?\})/g,
    (_, bare?: string, braced?: string, fallback?: string) => {
      const name = bare ?? braced!
      variables.push(name)
      const value = defaults.get(name) || fallback
      if (value === undefined) known = false
      return value ?? ''
    },
  )
  return { text: known && !text.includes('$') ? text : undefined, variables }
}

function readSources(stage: Draft, stages: readonly Draft[]): Draft['sources'] {
  const earlier = stages.slice(0, stage.index)
  return stage.instructions.flatMap((instruction) => {
    const owner = instruction.trigger ?? instruction
    return owner.flags.flatMap((flag) => {
      const from =
        flag.name === 'from'
          ? flag.value
          : flag.name === 'mount'
            ? /(?:^|,)from=([^,]+)/.exec(flag.value ?? '')?.[1]
            : undefined
      return from === undefined ? [] : [{ from: find(earlier, from) ?? from, instruction }]
    })
  })
}
