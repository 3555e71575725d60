import type { Span } from '../text/edit.js'
import type { Dockerfile, Instruction } from './nodes.js'

/** All comment lines between two offsets, inside instructions or not, in order. */
export function commentsBetween({ comments, instructions }: Dockerfile, from: number, to: number): Span[] {
  const found: Span[] = []
  for (let i = firstEndingFrom(comments, from); i < comments.length && comments[i]!.start < to; i++)
    found.push(comments[i]!)
  for (
    let i = firstEndingFrom(instructions, from);
    i < instructions.length && startOf(instructions[i]!) < to;
    i++
  )
    found.push(...instructions[i]!.comments)
  return found.filter(({ start, end }) => start >= from && end <= to).sort((a, b) => a.start - b.start)
}

/** The instructions that a range touches. */
export function instructionsIn({ instructions }: Dockerfile, { start, end }: Span): Instruction[] {
  const found: Instruction[] = []
  for (let i = firstEndingFrom(instructions, start); i < instructions.length; i++) {
    if (instructions[i]!.span.start > end) break
    found.push(instructions[i]!)
  }
  return found
}

type Placed = Span | { readonly span: Span }

const startOf = (item: Placed): number => ('span' in item ? item.span.start : item.start)
const endOf = (item: Placed): number => ('span' in item ? item.span.end : item.end)

/** The index of the first item, in order and without overlap, that ends at `offset` or behind it. */
export function firstEndingFrom(items: readonly Placed[], offset: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (endOf(items[middle]!) < offset) low = middle + 1
    else high = middle
  }
  return low
}
