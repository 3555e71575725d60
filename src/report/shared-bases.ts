import type { Opening } from '../engine/transform.js'
import type { Paint } from './paint.js'

/** Files that begin alike. */
export interface SharedBase {
  /** In the order of the run. */
  readonly paths: readonly string[]
  /** How many lines of instructions they have in common, from the FROM on. */
  readonly lines: number
  /** Where the FROM of the first one stands: 1-based. */
  readonly line: number
}

/** From so many files on an image of their own is worth a word. */
const least = 3
/** More groups are not shown to people, nor more names of one. */
const [mostShown, mostNamed] = [10, 3]

interface Group {
  readonly paths: string[]
  readonly line: number
  /** What all have in common. */
  hashes: readonly string[]
  readonly lines: readonly number[]
}

/** Finds the files of a run that begin alike. Of each it keeps the path, and of those that begin alike one opening. */
export class SharedBases {
  private readonly groups = new Map<string, Group>()

  add(path: string, { line, hashes, lines }: Opening): void {
    const group = this.groups.get(hashes[0]!)
    if (group === undefined) return void this.groups.set(hashes[0]!, { paths: [path], line, hashes, lines })
    group.paths.push(path)
    const differs = group.hashes.findIndex((hash, i) => hash !== hashes[i])
    if (differs >= 0) group.hashes = group.hashes.slice(0, differs)
  }

  /** By the first file of each. */
  list(): readonly SharedBase[] {
    return [...this.groups.values()]
      .filter(({ paths }) => paths.length >= least)
      .map(({ paths, line, hashes, lines }) => ({ paths, line, lines: lines[hashes.length - 1]! }))
  }
}

/** What `check` says of them behind all files. */
export function sharedBasesText(bases: SharedBases, paint: Paint): string {
  const all = bases.list()
  const rest = all.length - mostShown
  const more = rest > 0 ? `${rest} more of base-share: --format json has them all\n\n` : ''
  return (
    all
      .slice(0, mostShown)
      .map((base) => told(base, paint))
      .join('') + more
  )
}

function told({ paths, line, lines }: SharedBase, paint: Paint): string {
  const [first, ...others] = paths
  const named = others.slice(0, mostNamed)
  const unnamed = others.length - named.length
  const names = unnamed > 0 ? `${named.join(', ')} and ${unnamed} more` : named.join(' and ')
  const head = `${paint.bold(`${first!}:${line}:1`)}  ${paint.cyan('base-share')}  ${paint.cyan('[hint]')}`
  return (
    `${head}\n  Make an image of the first ${lines} lines, and build ${paths.length} files on it.\n` +
    `  ${names} begin with the same lines; built apart, each image has these layers anew.\n\n`
  )
}
