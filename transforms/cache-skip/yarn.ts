import { type Subject, yarnVersion } from '../../src/kit.js'
import type { Fill } from './calls.js'

/** Why it is not known that a call of yarn is one of yarn 1, whose cache nothing runs from. */
export function yarnObstacle({ context, file }: Subject, { args }: Fill): string | undefined {
  const words = args.map(({ value }) => value)
  const version = yarnVersion(file.text, words, context)
  if (version === 'newer') return 'a newer yarn may run the program from its cache'
  return version === 'classic'
    ? undefined
    : 'it cannot be told whether this is yarn 1: a newer one may run the program from its cache'
}
