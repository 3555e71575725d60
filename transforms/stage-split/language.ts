import type { Command } from '../../src/kit.js'
import type { Effect } from './effects.js'
import type { Place } from './place.js'

/** What is known of builds in a language. */
export interface Language {
  readonly name: 'Go' | 'Java' | 'C'
  /** Whether a command makes a program. */
  readonly compiles: (command: Command) => boolean
  /** What its own commands leave; undefined for all others. */
  readonly effect: (command: Command, place: Place) => Effect | undefined
  /** Whether a file of the build context is read by the build alone. The path is that below the target of its COPY. */
  readonly isSource: (file: string) => boolean
  /** The same for a source of COPY that could not be looked into. */
  readonly isSourceName: (name: string) => boolean
}
