import { developmentPackagesIn, rootOf, type Shipment, type Stage, type Subject } from '../../src/kit.js'
import { releaseOf } from '../../src/knowledge/images.js'
import { runtimeLibraries } from '../../src/knowledge/libraries.js'
import { isWholeLibrary } from '../../src/knowledge/scratch.js'

/**
 * The packages of libraries that are files and nothing more, where a stage that builds has what to link with them:
 * they are gathered with the program, or it does not need them.
 */
export const gatheredBeside = ({ takes }: Shipment, subject: Subject): readonly string[] =>
  takes.flatMap(({ from }) => (typeof from === 'object' ? librariesIn(from, subject) : []))

function librariesIn(stage: Stage, { model }: Subject): readonly string[] {
  const { image, variables } = rootOf(stage)
  const release = image && variables.length === 0 ? releaseOf(image.name, image.tag ?? 'latest') : undefined
  if (release === undefined) return []
  return developmentPackagesIn(stage, model)
    .filter(isWholeLibrary)
    .flatMap((name) => runtimeLibraries(name, release) ?? [])
}
