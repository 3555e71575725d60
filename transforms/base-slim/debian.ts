import type { Instruction } from '../../src/kit.js'
import { lostCommand, lostCommands } from '../../src/knowledge/commands.js'
import { wordsIn } from '../../src/knowledge/words.js'
import type { Install } from './installs.js'
import type { Place } from './place.js'

/** The Debian packages that a slim image lacks and that are known to be needed. */
export class DebianPackages {
  /** Each with what uses it. */
  readonly packages = new Map<string, string>()
  /** The first instruction that needs one of them. */
  first: Instruction | undefined
  /** Packages that apt installs, and programs that language installers bring. */
  readonly installed = new Set<string>()

  /** `name` and `release` are those of the base. */
  constructor(
    private readonly name: string,
    private readonly release: string | undefined,
  ) {}

  /** Takes down a program that is called; returns what cannot be known of it. */
  program(place: Place, name: string): string | undefined {
    const { line, stage } = place
    const bare = name.replace(/^(?:\/usr(?:\/local)?)?\/s?bin\//, '')
    if (this.installed.has(bare)) return undefined
    const fate = lostCommand(this.name, this.release, bare)
    if (fate.kind === 'kept') return undefined
    if (fate.kind === 'unknown') return `${line} runs \`${name}\`, which is not known to be there`
    if (this.installed.has(fate.package)) return undefined
    if (!stage.isShipped) return `${line}, which is not shipped, runs \`${bare}\``
    this.want(place, bare, [fate.package, ...fate.also])
    return undefined
  }

  /** Takes down what an install by `installer` needs, and the programs that it brings. */
  bring(place: Place, installer: string, { programs, packages = [], uses = [] }: Install): void {
    for (const program of programs) this.installed.add(program)
    this.want(place, installer, packages)
    for (const [debian, by] of uses) {
      // What the full image did not have either is none of the base's business.
      const command = Object.hasOwn(lostCommands, debian) ? wordsIn(lostCommands[debian]!)[0] : undefined
      const fate = command === undefined ? undefined : lostCommand(this.name, this.release, command)
      if (fate?.kind === 'lost') this.want(place, by, [fate.package, ...fate.also])
    }
  }

  private want({ stage, instruction }: Place, by: string, packages: readonly string[]): void {
    for (const wanted of packages) {
      if (this.installed.has(wanted) || !stage.isShipped) continue
      this.first ??= instruction
      this.packages.set(wanted, by)
    }
  }
}
