import type { Instruction } from '../syntax/nodes.js'

/** Whether an instruction copies files of the build context, or from an address, into the image. */
export const isContextCopy = ({ keyword, flags }: Instruction): boolean =>
  /^(COPY|ADD)$/.test(keyword) && !flags.some(({ name }) => name === 'from')

/** The sources of a COPY or ADD, and where they go. */
export function copyOf({ json, args }: Instruction): {
  readonly sources: readonly string[]
  readonly target: string
} {
  const words = json ?? args.text.split(/\s+/)
  return { sources: words.slice(0, -1), target: words.at(-1) ?? '' }
}
