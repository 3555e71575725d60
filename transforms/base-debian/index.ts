import {
  defineTransform,
  type Finding,
  namedDistribution,
  refuse,
  replaceAt,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { hazardsFor } from '../../src/knowledge/hazards.js'
import { sizeOfImage } from '../../src/knowledge/sizes.js'
import { debianFor } from '../../src/knowledge/ubuntu.js'
import { usesOf } from './uses.js'

export default defineTransform({
  id: 'base-debian',
  meta: {
    summary: 'Move an Ubuntu base to slim Debian of the same age',
    why:
      'Debian’s slim image leaves out documentation, for itself and for all that is installed later. Between releases of one ' +
      'age the two bases differ little: ubuntu:22.04 takes 78 MB, debian:bookworm-slim 75 MB.',
    safety: 'unsafe',
    risk: 'programs come in other versions and with other settings than Ubuntu’s',
    phase: 'base',
    alters: ['base', 'packages', 'lists'],
    leaves: [
      'releases whose Debian of the same age is not known to be smaller, as for 24.04',
      'tags that move (`latest`, `devel`), digests, and tags that a build argument decides',
      'packages that Debian does not have under the same name, or that come with a version',
      'what is copied from other stages: it may need the libraries of its release',
      'a base that a label, or the comment above it, calls Ubuntu',
      'stages that are not shipped',
      ...hazardsFor('debian'),
    ],
    references: ['https://hub.docker.com/_/debian', 'https://packages.debian.org'],
  },
  visit: { stage: visitStage },
})

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { image, from } = stage
  if (image?.name !== 'ubuntu') return
  const refusal = refusalOf(stage)
  if (refusal !== undefined) return yield refuse(from.span, refusal)
  const named = namedDistribution(stage, subject.file, 'ubuntu')
  if (named !== undefined) return yield refuse(from.span, `${named} says that it is Ubuntu`)
  const tag = image.tag!
  const release = debianFor(tag)!
  const twin = `${release}-slim`
  const [before, after] = [sizeOfImage('ubuntu', tag), sizeOfImage('debian', twin)]
  if (before === undefined || after === undefined || after >= before)
    return yield refuse(from.span, `nothing says that \`debian:${twin}\` is smaller than \`ubuntu:${tag}\``)
  const uses = usesOf(stage, subject, tag, release)
  if (typeof uses === 'string') return yield refuse(from.span, uses)
  const at = subject.file.text.indexOf(stage.reference, from.args.toSource(0))
  const end = at + stage.reference.length
  if (at < 0 || at > from.span.end)
    return yield refuse(from.span, 'the reference does not stand in one piece')
  yield {
    kind: 'change',
    title: `Move the base to \`debian:${twin}\``,
    at: from.span,
    edits: [replaceAt(end - `ubuntu:${tag}`.length, end, `debian:${twin}`)],
    safety: 'unsafe',
    because: evidence(uses),
    saves: uses.packages === 0 ? before - after : undefined,
  }
}

function refusalOf({ image, isShipped, variables }: Stage): string | undefined {
  if (!isShipped) return 'the stage is not shipped: its base costs nothing'
  if (image?.digest !== undefined) return 'a digest pins the image'
  if (variables.length > 0) return 'the base depends on a build argument'
  const { tag = 'latest' } = image!
  return debianFor(tag) === undefined
    ? `no Debian release is known to be of the age of \`ubuntu:${tag}\``
    : undefined
}

function evidence({ packages, differences }: { packages: number; differences: readonly string[] }): string {
  const known =
    packages === 0
      ? 'no package is installed'
      : `Debian has ${packages === 1 ? 'the package' : `all ${packages} packages`} under the same name`
  const [first, second, ...rest] = differences
  if (first === undefined)
    return packages === 0
      ? 'no package is installed; the programs of the base come in other versions'
      : `${known}, in other versions than Ubuntu’s`
  const some = second === undefined ? first : `${first}; ${second}`
  return `${known}; ${some}` + (rest.length > 0 ? `; and ${rest.length} more` : '')
}
