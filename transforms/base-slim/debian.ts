import type { Instruction } from '../../src/kit.js'
import { lostCommand, lostCommands, staysUntilTrixie } from '../../src/knowledge/commands.js'
import { wordsIn } from '../../src/knowledge/words.js'
import type { Install } from './installs.js'
import type { Place } from './place.js'

/** What is built from source in an instruction. */
export interface Build {
  /** Debian packages to build with, and what asks for them. */
  readonly packages: ReadonlyMap<string, string>
  /** Debian packages to run with. */
  readonly runtime: ReadonlySet<string>
}

/** How old the base is, as far as that decides what it holds. */
export interface ImageAge {
  /** Whether it is known to stand on a release before trixie. */
  readonly isBeforeTrixie: boolean
  /** The package of the Python that its npm builds with. */
  readonly python: 'python' | 'python3'
}

/** The Debian packages that a slim image lacks and that are known to be needed. */
export class DebianPackages {
  /** Each with what uses it. */
  readonly packages = new Map<string, string>()
  /** What is built from source, by where it is. */
  readonly builds = new Map<Instruction, Build>()
  /** Those of the packages that something uses beside builds. */
  readonly used = new Set<string>()
  /** Why the image must stay. */
  refusal: string | undefined
  /** The first instruction that needs one of them. */
  first: Instruction | undefined
  /** Packages that apt installs, and programs that language installers bring. */
  readonly installed = new Set<string>()

  /** `name` and `release` are those of the base. */
  constructor(
    private readonly name: string,
    private readonly release: string | undefined,
    private readonly age: ImageAge,
  ) {}

  /** Takes down a program that is called; returns what cannot be known of it. */
  program(place: Place, name: string): string | undefined {
    const { line, stage } = place
    const bare = name.replace(/^(?:\/usr(?:\/local)?)?\/s?bin\//, '')
    if (this.installed.has(bare)) return undefined
    const fate = lostCommand(this.name, this.release, bare)
    if (fate.kind === 'kept' || (this.age.isBeforeTrixie && staysUntilTrixie(bare))) return undefined
    if (fate.kind === 'unknown' && this.isLostElsewhere(bare))
      this.refusal ??= `${line} runs \`${bare}\`, which slim images lack, and what the one of \`${this.name}\` holds was not measured`
    if (fate.kind === 'unknown') return `${line} runs \`${name}\`, which is not known to be there`
    if (this.installed.has(fate.package)) return undefined
    if (!stage.isShipped) return `${line}, which is not shipped, runs \`${bare}\``
    this.use(place, bare, [fate.package, ...fate.also])
    return undefined
  }

  /** Takes down what an install by `installer` needs, and the programs that it brings. */
  bring(
    place: Place,
    installer: string,
    { programs, packages = [], runtime = [], uses = [] }: Install,
  ): void {
    for (const program of programs) this.installed.add(program)
    this.build(place, installer, packages, runtime)
    for (const [debian, by] of uses) {
      // What the full image did not have either is none of the base's business.
      const command = Object.hasOwn(lostCommands, debian) ? wordsIn(lostCommands[debian]!)[0] : undefined
      const fate = command === undefined ? undefined : lostCommand(this.name, this.release, command)
      if (fate?.kind === 'lost') this.use(place, by, [fate.package, ...fate.also])
    }
  }

  /** Whether the image is none of those that were measured, and the slim ones of these have to install the command. */
  private isLostElsewhere(command: string): boolean {
    if (!/^(elixir|erlang|haskell|openjdk|pypy)$/.test(this.name)) return false
    const fate = lostCommand('python', 'bookworm', command)
    return fate.kind === 'lost' && !this.installed.has(fate.package)
  }

  private use(place: Place, by: string, packages: readonly string[]): void {
    for (const name of packages) this.used.add(name)
    this.want(place, by, packages)
  }

  private build(place: Place, by: string, packages: readonly string[], runtime: readonly string[]): void {
    const wanted = packages.map((name) => this.named(name)).filter((name) => !this.installed.has(name))
    if (wanted.length === 0) return
    const known = this.builds.get(place.instruction)
    this.builds.set(place.instruction, {
      packages: new Map([...(known?.packages ?? []), ...wanted.map((name) => [name, by] as const)]),
      runtime: new Set([...(known?.runtime ?? []), ...runtime]),
    })
    this.want(place, by, wanted)
  }

  private want({ stage, instruction }: Place, by: string, packages: readonly string[]): void {
    for (const wanted of packages.map((name) => this.named(name))) {
      if (this.installed.has(wanted) || !stage.isShipped) continue
      this.first ??= instruction
      this.packages.set(wanted, by)
    }
  }

  private named(name: string): string {
    return name === 'python3' ? this.age.python : name
  }
}
