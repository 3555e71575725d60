import {
  baseName,
  copyOf,
  type Instruction,
  isContextCopy,
  isGlob,
  readGlob,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import type { Found } from './found.js'

/** The instruction of this Dockerfile that names it, by its name or by a pattern. */
export function namedBy(found: Found, { file }: Subject): string | undefined {
  const naming = file.instructions.find((instruction) => names(instruction.trigger ?? instruction, found))
  return naming && `line ${naming.startLine} names it`
}

/** Whether an instruction of some stages other than COPY names it. */
export const namesInImage = (found: Found, stages: readonly Stage[]): boolean =>
  stages.some(({ instructions }) =>
    instructions.some((one) => !/^(COPY|ADD)$/.test(one.keyword) && isIn(one.args.text, found)),
  )

/** What an image makes anew is named by what makes and uses it; of that only what a build takes counts. */
function names(instruction: Instruction, found: Found): boolean {
  const { flags, args, keyword } = instruction
  const mounts = flags.map(({ text }) => text).join(' ')
  if (found.madeBy && !isContextCopy(instruction)) return /type=bind/.test(mounts) && isIn(mounts, found)
  const text = found.group === 'trifle' && keyword === 'LABEL' ? '' : `${mounts} ${args.text}`
  if (isIn(text, found)) return true
  if (!isContextCopy(instruction)) return false
  return copyOf(instruction).sources.some((source) => isMatched(source, found))
}

/** A pattern that takes all names names none. */
function isMatched(source: string, { places }: Found): boolean {
  const pattern = source.replace(/^(\.?\/)+/, '')
  if (!isGlob(pattern) || /^\**\.?\**$/.test(pattern)) return false
  const matches = readGlob(pattern)
  const parts = places.flatMap((place) => {
    const whole = place.replace(/\/$/, '').split('/')
    return whole.map((_, i) => whole.slice(0, i + 1).join('/'))
  })
  return matches === undefined || parts.some((part) => matches(part) && baseName(part).length > 0)
}

/** Another Dockerfile, or for what is no dependency a script, that names it. */
export function namedIn(found: Found, entries: readonly string[], { context }: Subject): string | undefined {
  const scripts =
    /(^|\/)([Mm]akefile|GNUmakefile|[Jj]ustfile|Rakefile|Procfile|package\.json|[^/]+\.(sh|bash|mk|bat))$/
  const isAsked = (entry: string): boolean =>
    isDockerfile(entry) || (/^(key|setting)$/.test(found.group) && scripts.test(entry))
  const taker = found.madeBy && entries.find((entry) => isTaker(entry, found, context?.read(entry) ?? ''))
  if (taker) return `\`${taker}\` copies it and does not make it`
  const namer = entries.find((entry) => isAsked(entry) && isIn(context?.read(entry) ?? '', found))
  return namer && !(found.madeBy && !copiesIt(context?.read(namer) ?? '', found))
    ? `\`${namer}\` names it`
    : undefined
}

/** Another Dockerfile at the root, whose context this is, copies all and calls nothing that makes it anew. */
const isTaker = (entry: string, { madeBy = [] }: Found, text: string): boolean =>
  isDockerfile(entry) &&
  !isOwn(entry) &&
  !entry.includes('/') &&
  /^\s*(COPY|ADD)\s+(--\S+\s+)*\.?\/?\s/im.test(text) &&
  !madeBy.some((program) => text.includes(`${program} `))

const copiesIt = (text: string, found: Found): boolean =>
  text.split('\n').some((line) => /^\s*(COPY|ADD)\s(?!.*--from)/i.test(line) && isIn(line, found))

/** Whether it is the Dockerfile that is looked at. */
export const isOwn = (entry: string): boolean => entry === 'Dockerfile'

/** Whether a file of the context is a Dockerfile. */
export const isDockerfile = (entry: string): boolean =>
  /(docker|container)file/i.test(baseName(entry)) && !/ignore$/.test(entry)

/** Whether a text holds the name as a part of a path. */
function isIn(text: string, { name }: Found): boolean {
  const plain = name.replace(/\/$/, '').replace(/^\*/, '')
  for (let at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + plain.length] ?? ' ']
    if ((name.startsWith('*') || !/[\w.-]/.test(before)) && !/[\w-]/.test(after)) return true
  }
  return false
}
