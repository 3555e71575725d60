import type { Command, Stage, Subject } from '../../src/kit.js'
import type { Effect } from './effects.js'
import type { Purpose } from './files.js'
import type { Launch } from './launch.js'
import type { Needs } from './packages.js'
import type { Place } from './place.js'
import type { Entry, Reading } from './reading.js'
import type { Asked, Recipe } from './recipe.js'

/** What is known of builds in a language. */
export interface Language {
  readonly name: 'Go' | 'Rust' | '.NET' | 'Java' | 'C' | 'Node' | 'Web' | 'Python'
  /** Whether a command makes a program. */
  readonly compiles: (command: Command) => boolean
  /** What its own commands leave; undefined for all others. */
  readonly effect: (command: Command, place: Place) => Effect | undefined
  /** Files that one of its commands reads by name, as absolute paths; undefined: none is known. */
  readonly reads?: (command: Command, place: Place) => readonly string[]
  /** Whether a file of the build context is read by the build alone. The path is that below the target of its COPY. */
  readonly isSource: (file: string) => boolean
  /** The same for a source of COPY that could not be looked into. */
  readonly isSourceName: (name: string) => boolean
  /** What it does in ways of its own; undefined: as all others. */
  readonly own?: Ways
}

/** How a language is split whose programs are no files that a compiler makes. */
export interface Ways {
  /** Whether it is for this stage. */
  readonly isFor: (stage: Stage, subject: Subject) => boolean
  /** Whether the image may run more than one program: then the recipe looks at what it runs. */
  readonly launches: 'program' | 'anything'
  /** Where the files lie that the image needs of the build. */
  readonly products: (launch: Launch, reading: Reading, at: Seen) => readonly string[] | string
  readonly purpose: (entry: Entry, products: readonly string[], at: Seen) => Purpose | string
  readonly recipe: (asked: Asked) => Recipe | string
  /** What stands for a package of the distribution; undefined: as for all others. */
  readonly fate: (name: string, needs: Needs) => readonly string[] | string | undefined
  /** The user that gets what is copied. */
  readonly owner: (reading: Reading, products: readonly string[], at: Seen) => string | undefined
}

/** Where to look. */
export interface Seen {
  readonly stage: Stage
  readonly subject: Subject
}
