/**
 * How much longer a work takes on one long text than on eight that are together as long: 1 where time is linear, 8
 * where it is quadratic. The best of several measurements of processor time; the least of some attempts.
 */
export function growthOf(work: (text: string) => unknown, head: string, piece: string, size: number): number {
  const [short, long] = [size / 8, size].map(
    (length) => head + piece.repeat(Math.ceil(length / piece.length)),
  )
  const one = (): unknown => [work(long!)]
  const eight = (): unknown => Array.from({ length: 8 }, () => work(short!))
  let least = Infinity
  for (let attempt = 0; attempt < 4 && least > 2; attempt++) least = Math.min(least, best(one) / best(eight))
  return least
}

const best = (work: () => unknown): number =>
  Math.min(...Array.from({ length: 3 }, () => processorTime(work)))

function processorTime(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return user + system
}
