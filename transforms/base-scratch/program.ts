import {
  type Compiled,
  programIn,
  type Shipment,
  sourcesOf,
  spawnedBy,
  type Subject,
  type Taking,
} from '../../src/kit.js'

/** The program that an image runs, the COPY that brings it, and the texts of its sources. */
export interface Program extends Compiled {
  readonly name: string
  readonly taking: Taking
  readonly sources: readonly Source[]
}

export interface Source {
  readonly file: string
  readonly text: string
}

const named = { Go: /\.go$/, Rust: /\.rs$/, C: /\.(c|cc|cpp|cxx|h|hh|hpp)$/ } as const

/** The program, where it can do without a base; else why it cannot. */
export function programOf(shipment: Shipment, subject: Subject): Program | string {
  const name = shipment.words[0]!
  const found = programIn(shipment, subject)
  if (found === undefined) return `nothing shows how \`${name}\` is built and linked`
  const { language, linkage } = found
  const files = sourcesOf(named[language], subject.context)
  const sources = files.flatMap((file) => {
    const text = subject.context!.read(file)
    return text === undefined ? [] : [{ file, text }]
  })
  if (language === 'C' && (sources.length === 0 || sources.length < files.length))
    return `what \`${name}\` looks for when it runs cannot be told: its sources are not seen`
  if (language !== 'C' && linkage.kind === 'dynamic') return `\`${name}\` may be linked with a C library`
  return spawnedBy(language, subject.context) ?? { ...found, name, sources }
}
