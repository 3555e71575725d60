import {
  applyEdits,
  type Body,
  type Edit,
  removeOperands,
  removeWord,
  replaceAt,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { lineOf } from './place.js'
import type { Planned } from './duties.js'
import type { Plan } from './plan.js'

/** Why a text cannot be had. */
export interface Reason {
  readonly because: string
}

/** What the image needs of a RUN. */
export function runText(
  entry: Planned,
  plan: Plan,
  stage: Stage,
  subject: Subject,
): string | Reason | undefined {
  const { instruction, steps, duties, fates } = entry
  if (!duties.includes('run')) return undefined
  const { model, file } = subject
  const line = lineOf(instruction)
  const { script, mapped } = model.bodyOf(stage, instruction) as Body
  const edits: Edit[] = [...recursionEdits(entry, plan, stage, subject)]
  const isGone = (at: number): boolean => duties[at] === 'build' || duties[at] === 'any'
  const hasBuild = steps.some((_, at) => isGone(at))
  if (hasBuild) {
    const [list] = script.statements
    const isPlain =
      script.statements.length === 1 &&
      list!.operators.every((operator) => operator === '&&') &&
      list!.operands.every(({ kind }) => kind === 'command')
    if (!isPlain) return { because: `${line} does more than building, in a way that cannot be taken apart` }
    const gone = list!.operands.filter(({ command }) =>
      isGone(steps.findIndex((step) => step.command === command)),
    )
    edits.push(...removeOperands(model, stage, instruction, list!, gone))
    const hasFolder = steps.some(({ command }) => command.words[0]?.value === 'cd')
    for (const { effect, command } of steps.filter((_, at) => duties[at] === 'run'))
      if (hasFolder && /^(folders|owns)$/.test(effect.kind) && !command.words.at(-1)!.text.startsWith('/'))
        return { because: `${line} makes folders where a \`cd\` leads to` }
  }
  const kept = steps.flatMap(({ effect }, at) =>
    effect.kind === 'installs' && duties[at] === 'run' ? effect : [],
  )
  const host = hostOf(plan)
  for (const { packages } of kept) {
    const stays = packages.findLast((word) => fates.get(word)!.length > 0)
    for (const word of packages) {
      const added =
        host === entry && word === stays && packages === kept.at(-1)!.packages ? plan.packages : []
      const names = [...fates.get(word)!, ...added]
      const [start, end] = [mapped.toSource(word.span.start), mapped.endToSource(word.span.end)]
      if (names.length === 0) edits.push(removeWord(file.text, start, end))
      else if (names.join() !== word.value)
        edits.push(replaceAt(start, end, names.join(gapAt(file.text, start))))
    }
  }
  const shift = instruction.span.start
  const local = edits.map(({ span, text }) => ({
    span: { start: span.start - shift, end: span.end - shift },
    text,
  }))
  try {
    return tidied(
      withoutEmptyLines(withoutComments(applyEdits(file.text.slice(shift, instruction.span.end), local))),
    )
  } catch {
    return { because: `${line} does more than building, in a way that cannot be taken apart` }
  }
}

/** What is copied for a user need not be given to it file by file, which would store it twice: the folder alone is. */
export function recursionEdits(
  { instruction, steps }: Planned,
  { copies }: Plan,
  stage: Stage,
  { model, file }: Subject,
): readonly Edit[] {
  return steps.flatMap(({ effect, command }) => {
    const isGiven =
      effect.kind === 'owns' &&
      effect.program === 'chown' &&
      effect.paths.every((path) => copies.some(({ to, owner }) => owner !== undefined && to === path))
    const word = isGiven
      ? command.words.find(({ value }) => /^(-R|--recursive)$/.test(value ?? ''))
      : undefined
    if (word === undefined) return []
    const { mapped } = model.bodyOf(stage, instruction) as Body
    return removeWord(file.text, mapped.toSource(word.span.start), mapped.endToSource(word.span.end))
  })
}

/** The last install that is kept by the image takes the packages that it lacks. */
export const hostOf = ({ entries, split }: Plan): Planned | undefined =>
  entries
    .slice(0, split + 1)
    .findLast(({ steps, duties }) =>
      steps.some(({ effect }, at) => effect.kind === 'installs' && duties[at] === 'run'),
    )

/** What stands between two words: a line end where each has a line of its own. */
function gapAt(text: string, start: number): string {
  return /[ \t]*\\[ \t]*\r?\n[ \t]*$/.exec(text.slice(0, start))?.[0] ?? ' '
}

/** Lines of which nothing is left but their end. */
const withoutEmptyLines = (source: string): string => source.replace(/\n[ \t]*\\[ \t]*\r?(?=\n)/g, '')

/** Nothing is continued behind the last word. */
const tidied = (source: string): string => source.replace(/(\s*\\\s*)+$|\s+$/, '')

/** Comments stay with the builder. */
export const withoutComments = (source: string): string =>
  source
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
