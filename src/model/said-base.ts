import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import { linesOf } from './removal.js'
import type { Stage } from './stages.js'

/** The label by which a stage, or one built on it, says what its base is: another base would make it false. */
export function labelledBase(stage: Stage): Instruction | undefined {
  const { reference, image } = stage
  const name = escaped(image?.name ?? reference)
  const whole = new RegExp(`(^|[\\s"'=])${escaped(reference)}(?![\\w.:@/-])`)
  const keyed = new RegExp(`\\bbase[\\w.-]*["']?[=\\s]\\s*["']?(docker\\.io/)?(library/)?${name}(?![\\w./-])`)
  return labelsOf(stage).find(
    ({ args }) => keyed.test(args.text) || (reference.includes(':') && whole.test(args.text)),
  )
}

/** The comment right above FROM, or the label, that calls the distribution by its name: `line 3`. */
export function namedDistribution(stage: Stage, file: Dockerfile, name: string): string | undefined {
  const word = new RegExp(`\\b${escaped(name)}\\b`, 'i')
  const { from } = stage
  const comments = linesOf(file, from).comments.filter((comment) => !/^#\s*FROM\b/i.test(comment))
  if (comments.some((comment) => word.test(comment))) return `the comment above line ${from.startLine}`
  const label = labelsOf(stage).find(({ args }) => word.test(args.text.replace(/\w+:\/\/\S+|\S+@\S+/g, '')))
  return label && `the label of line ${label.startLine}`
}

const labelsOf = (stage: Stage): readonly Instruction[] =>
  [stage, ...stage.heirs].flatMap(({ instructions }) =>
    instructions.filter(({ keyword }) => keyword === 'LABEL'),
  )

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
