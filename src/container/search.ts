/** What was found out about some changes. */
export interface Found<T> {
  /** These pass together. */
  readonly passed: readonly T[]
  /** Each of these makes what passes fail. */
  readonly failed: readonly T[]
  /** Left out because the tries were used up. */
  readonly untried: readonly T[]
  readonly tries: number
}

/**
 * The largest set of changes that passes, found by halving: all at once, then the trusted ones, then the bold ones on
 * top. That nothing at all passes is taken for granted. `passes` is called at most `maxTries` times.
 */
export async function largestPassing<T>(
  { trusted, bold }: { readonly trusted: readonly T[]; readonly bold: readonly T[] },
  passes: (some: readonly T[]) => Promise<boolean>,
  maxTries: number,
): Promise<Found<T>> {
  const all = [...trusted, ...bold]
  const passed = new Set<T>()
  const failed: T[] = []
  const untried: T[] = []
  let tries = 0

  /** Sorts `some` into those that pass on top of what has passed, and the rest; true when all of them do. */
  const sort = async (some: readonly T[], isKnownToFail: boolean): Promise<boolean> => {
    if (some.length === 0) return true
    if (!isKnownToFail && tries >= maxTries) {
      untried.push(...some)
      return false
    }
    if (!isKnownToFail) {
      tries++
      if (await passes(all.filter((change) => passed.has(change) || some.includes(change)))) {
        for (const change of some) passed.add(change)
        return true
      }
    }
    if (some.length === 1) failed.push(...some)
    else {
      const middle = some.length >> 1
      // Where the first half passes as a whole, what fails is known to be in the second.
      await sort(some.slice(middle), await sort(some.slice(0, middle), false))
    }
    return false
  }

  if (all.length > 0) {
    tries++
    if (await passes(all)) return { passed: all, failed, untried, tries }
    await sort(bold, await sort(trusted, bold.length === 0))
  }
  return { passed: all.filter((change) => passed.has(change)), failed, untried, tries }
}
