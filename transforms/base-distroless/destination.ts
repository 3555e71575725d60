import {
  type Compiled,
  developmentPackagesIn,
  type Edit,
  programIn,
  type Shipment,
  spawnedBy,
  type Subject,
} from '../../src/kit.js'
import { distrolessImage, runsOnDistroless } from '../../src/knowledge/distroless.js'
import { findCgoModule } from '../../src/knowledge/cgo.js'
import { standingRelease } from '../../src/knowledge/default-releases.js'
import { rustLibraries } from './rust.js'

/** Where a program can go, and why. */
export interface Destination {
  readonly image: string
  readonly because: string
  /** Of how the program is started. */
  readonly edits?: readonly Edit[]
}

/** The smallest image that has what the program is linked with; else why there is none. */
export function destinationOf(shipment: Shipment, subject: Subject, on: string): Destination | string {
  const program = programIn(shipment, subject)
  const [name] = shipment.words
  if (program === undefined) return `nothing shows how \`${name}\` is built and linked`
  const { language, linkage, image } = program
  if (language === 'C') return `\`${name}\` is written in C: it can do without any base`
  const spawning = spawnedBy(language, subject.context)
  if (spawning !== undefined) return spawning
  if (linkage.kind === 'static') return { image: distrolessImage('static'), because: linkage.because }
  if (linkage.library === 'musl') return `\`${name}\` may be linked with musl, which distroless lacks`
  const tag = image.tag ?? 'latest'
  const release = standingRelease(image.name, tag)
  if (release === undefined || !runsOnDistroless(release))
    return `\`${name}\` may be linked with the C library of \`${image.name}:${tag}\`, which does not tell its release`
  if (on === 'alpine')
    return `\`${name}\` may be linked with glibc, and distroless with that is larger than Alpine`
  const libraries =
    language === 'Go' ? goLibraries(program, subject) : rustLibraries(program, release, subject)
  if (libraries !== undefined) return libraries
  return {
    image: distrolessImage(language === 'Go' ? 'base' : 'cc'),
    because: `it is linked with the C library of ${release}, and that of distroless is as new or newer`,
  }
}

/** Why it may be linked with more than the C library. */
function goLibraries({ stage }: Compiled, { model, context }: Subject): string | undefined {
  const [development] = developmentPackagesIn(stage, model).filter(
    (name) => !/^(libc6?|linux-libc)-dev$/.test(name),
  )
  if (development !== undefined) return `it may be linked with the library of \`${development}\``
  const module = findCgoModule(context?.read('go.mod') ?? '')
  return module === undefined || module.endsWith('go-sqlite3')
    ? undefined
    : `it may be linked with what \`${module}\` needs`
}
