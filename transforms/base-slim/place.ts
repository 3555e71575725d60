import type { Instruction, Lock, Stage } from '../../src/kit.js'
import type { Install } from './installs.js'

/** Where a command stands. */
export interface Place {
  readonly stage: Stage
  readonly instruction: Instruction
  /** `line 5`. */
  readonly line: string
  /** The folder it runs in; undefined where that is not known. */
  readonly folder: string | undefined
  /** The packages whose programs it finds, as scripts of package.json do. */
  readonly tools: Lock | undefined
  /** How many scripts of package.json led here. */
  readonly depth: number
}

/** What judges commands, as far as those who come upon more of them need it. */
export interface Judge {
  doubt(because: string): void
  /** Judges a shell text as if it stood at the place. */
  text(place: Place, text: string): void
  /** Judges what an interpreter is told to run. */
  script(place: Place, said: string, words: readonly (string | undefined)[]): void
  /** Takes down what an install leaves open, brings and needs. */
  brings(place: Place, name: string, install: Install): void
}
