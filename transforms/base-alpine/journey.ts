import {
  type AptCall,
  type Command,
  ImageFiles,
  type Instruction,
  joinPath,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { Accounts } from './accounts.js'
import type { Target } from './target.js'

/** Where something is judged. */
export interface Place {
  readonly stage: Stage
  readonly instruction: Instruction
  /** `line 5`. */
  readonly line: string
  /** The folder that commands run in; undefined where that is not known. */
  readonly folder: string | undefined
  /** The name of the shell that reads the command. */
  readonly shell: string
  /** The offset of the command in the file. */
  readonly at: number
}

/** An Alpine package that the stage needs and does not install by itself. */
export interface Want {
  readonly by: string
  readonly place: Place
}

/** An install that was translated, with its Alpine packages. */
export interface Installed {
  readonly place: Place
  readonly call: AptCall
  readonly names: ReadonlySet<string>
}

/** What is known of a stage, and of those built on it, while its instructions are read in order. */
export class Journey {
  readonly files: ImageFiles
  /** Debian packages that apt has installed so far. */
  readonly installed = new Set<string>()
  /** How many scripts of package.json led here. */
  depth = 0
  /** How many of them have got other names. */
  translated = 0
  /** Programs that the installers of languages have brought so far. */
  readonly programs = new Set<string>()
  /** The users and groups made so far. */
  readonly accounts: Accounts
  /** The install of the RUN at hand whose packages go again at its end, with their Alpine names. */
  virtual: { readonly command: Command; readonly names: ReadonlySet<string> } | undefined
  /** Packages that such installs take along. */
  readonly passing = new Map<Command, Set<string>>()
  /** Alpine packages to add, by name. */
  readonly wants = new Map<string, Want>()
  /** What may work otherwise: reasons, in the order of the file. */
  readonly doubts = new Set<string>()
  /** The lines that fetch something from an address. */
  readonly downloads = new Set<number>()
  /** The lines that bring what cannot be seen. */
  readonly unseen: number[] = []
  /** The installs that were translated, with the Alpine packages of each. */
  readonly installs: Installed[] = []

  constructor(
    readonly subject: Subject,
    /** The name of the image that the stage is built on. */
    readonly image: string,
    readonly target: Target,
  ) {
    this.files = new ImageFiles(subject.context)
    this.accounts = new Accounts(image, target.isOlder ? 'of the system' : 'none')
  }

  want(place: Place, by: string, names: readonly string[]): void {
    for (const name of names) {
      const isHere = this.installs.some(
        ({ names: has, place: where }) => has.has(name) && where.at <= place.at,
      )
      if (!isHere && !this.wants.has(name)) this.wants.set(name, { by, place })
    }
  }

  /** Packages to build with, which go again where others of the RUN do, and packages to run with. */
  wantBuild(place: Place, by: string, build: readonly string[], runtime: readonly string[]): void {
    const { virtual } = this
    if (virtual === undefined) return this.want(place, by, [...build, ...runtime])
    const passing = this.passing.get(virtual.command) ?? new Set()
    for (const name of build) if (!virtual.names.has(name)) passing.add(name)
    this.passing.set(virtual.command, passing)
    this.want(place, by, runtime)
  }

  /** The same place in the folder that `cd` leads to. */
  static inFolder(place: Place, target: string | undefined): Place {
    const folder = target === undefined || /^[-~$]/.test(target) ? undefined : joinPath(place.folder, target)
    return { ...place, folder }
  }
}
