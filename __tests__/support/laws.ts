import { type Changeset, rewrite, type RewriteOptions, transforms } from '../../src/index.js'
import { breachesOf as breachesOfAny, type Rewrite } from '../../src/testing/laws.js'
import { movedComments } from './comments.js'
import { undeclared } from './inventory.js'

export { misplaced, type Rewrite, strayBytes, strayLines } from '../../src/testing/laws.js'

/** The name of each law that a rewrite by our transforms breaks, with what shows it. */
export const breachesOf = (before: string, options: RewriteOptions, by: Rewrite = rewrite): string[] =>
  breachesOfAny(before, options, by, ownBreaches)

const ownBreaches = (changeset: Changeset): string[] => [
  ...movedComments(changeset).map((comment) => `moves the comment ${comment}`),
  ...undeclared(changeset),
]

/** Each transform alone and all together, safe and unsafe. */
export const modes: readonly { readonly name: string; readonly options: RewriteOptions }[] = [
  { name: 'all', options: {} },
  ...transforms.map(({ id }) => ({ name: id, options: { only: [id] } })),
].flatMap(({ name, options }) => [
  { name, options },
  { name: `${name} unsafe`, options: { ...options, unsafe: true } },
])
