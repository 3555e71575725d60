/** Numbers that depend on nothing but a seed and an index. */
export class Random {
  private state: number

  constructor(seed: number, index: number) {
    this.state = mix(mix(seed) ^ index)
  }

  /** From 0 to one below the limit. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    return Math.floor((mix(this.state) / 2 ** 32) * limit)
  }

  upTo(limit: number): number {
    return this.below(limit + 1)
  }

  oneIn(chances: number): boolean {
    return this.below(chances) === 0
  }

  pick<T>(some: readonly T[]): T {
    return some[this.below(some.length)]!
  }
}

/** An unsigned number of 32 bits of which each depends on all bits of the input. */
function mix(value: number): number {
  let t = Math.imul(value ^ (value >>> 16), 0x21f0aaad)
  t = Math.imul(t ^ (t >>> 15), 0x735a2d97)
  return (t ^ (t >>> 15)) >>> 0
}
