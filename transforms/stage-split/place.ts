import {
  type Command,
  expand,
  type Instruction,
  joinPath,
  type Scope,
  type Stage,
  type Subject,
  type Word,
} from '../../src/kit.js'

/** Where a command stands, and the folder in which it runs. */
export interface Place {
  readonly subject: Subject
  readonly stage: Stage
  readonly instruction: Instruction
  readonly scope: Scope
  /** Undefined where it cannot be told. */
  readonly folder: string | undefined
}

export const placeOf = (subject: Subject, stage: Stage, instruction: Instruction): Place => {
  const scope = subject.model.scopeAt(stage, instruction)
  return { subject, stage, instruction, scope, folder: scope.workdir }
}

export const lineOf = ({ startLine }: Instruction): string => `line ${startLine}`

/** What a word stands for; variables that the file sets are known. */
export function valueOf({ value, text }: Word, { scope, subject }: Place): string | undefined {
  if (value !== undefined) return value
  if (/['`]|\$\(/.test(text)) return undefined
  const known = /^\$\(?pwd\)?$/i.test(text) ? undefined : expand(text, scope, subject.file.escape)
  return known
}

/** The absolute path that a word names. */
export function pathOf(word: Word | undefined, place: Place): string | undefined {
  const value = word && valueOf(word, place)
  return value === undefined || value.startsWith('~') ? undefined : joinPath(place.folder, value)
}

/** The folder that a `cd` leads to. */
export function folderBehind({ words }: Command, place: Place): string | undefined {
  return words.length === 2 ? pathOf(words[1], place) : undefined
}

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/'

/** The folder of programs where only a compiler's own image looks. */
export const ownBinaries = (image: string | undefined): string | undefined =>
  image === 'golang' ? '/go/bin' : image === 'rust' ? '/usr/local/cargo/bin' : undefined
