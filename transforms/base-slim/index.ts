import {
  aptInstalls,
  defineTransform,
  documentationUse,
  type Finding,
  refuse,
  retag,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { isMirrored, releaseOf, slimTwin } from '../../src/knowledge/images.js'
import { savedByMove } from '../../src/knowledge/installed.js'
import { packageEdits } from './additions.js'
import { moveEnterprise } from './enterprise.js'
import type { Move } from './move.js'
import { type Needs, needsOf } from './needs.js'
import { moveNginx } from './nginx.js'
import { passingBuild } from './passing.js'

export default defineTransform({
  id: 'base-slim',
  meta: {
    summary: 'Move a base image to its slim twin, with the packages the stage then needs',
    why:
      'python, node, ruby and their like carry a compiler, headers and version control systems that most services ' +
      'never use: 750 to 860 MB on bookworm and trixie. The slim twin is the same release without them. ' +
      "nginx's Alpine image carries modules that few configurations load, Enterprise Linux a package manager in Python. " +
      'Compilers that a build needs are purged in the same RUN where nothing else may want them.',
    safety: 'safe',
    risk: 'a tool, header or library of the full image may be missed by something that the Dockerfile does not show',
    phase: 'base',
    alters: ['base', 'packages', 'lists'],
    leaves: [
      'images without a known slim twin of the same Debian release, and tags that are not known',
      'digests, which pin an image, and build arguments without a default',
      'a base that a label of the image names',
      'images from other registries and stages that other stages are built on by name only',
      'java and postgres packages on slim bases up to buster, languages included, which fail to configure there',
      'stages that are not shipped',
      'nginx whose configuration or commands name one of its modules, or that runs curl',
      'almalinux, oraclelinux and rockylinux where a call of dnf or yum means something else to microdnf, a program comes with a package that is not installed, tar needs gzip, or what runs cannot be seen',
      'buildpack-deps: which of its tags have a smaller twin is not known',
      "images that need more packages, on releases that Debian's mirrors have lost",
      'yarn and pnpm: their lock files do not say which packages run install scripts, so the change is not safe',
    ],
    references: [
      'https://hub.docker.com/_/python',
      'https://hub.docker.com/_/node',
      'https://hub.docker.com/_/debian',
      'https://github.com/nginx/docker-nginx',
      'https://github.com/rpm-software-management/microdnf',
    ],
  },
  visit: { stage: visitStage },
})

/** With more doubts than this a build on the slim image nearly always fails. */
const mostDoubts = 8

/** Images of which it is known package by package what the slim one lacks. */
const measured = /^(debian|python|node|ruby|rust|perl|nginx)$/
const enterprise = /^(almalinux|oraclelinux|rockylinux)$/
const family =
  /^(debian|python|node|ruby|rust|perl|openjdk|elixir|erlang|haskell|pypy|buildpack-deps|nginx|almalinux|oraclelinux|rockylinux)$/

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { image, from } = stage
  if (!image) {
    const name = /^(?:docker\.io\/)?(?:library\/)?([\w-]+)[:$@]/.exec(stage.reference)?.[1]
    if (
      name !== undefined &&
      family.test(name) &&
      stage.reference.includes('$') &&
      !isSlim(name, stage.reference)
    )
      yield refuse(from.span, `the tag of \`${name}\` depends on a build argument without a default`)
    return
  }
  const { name, tag = 'latest', digest } = image
  if (!family.test(name) || isSlim(name, tag)) return
  const refusal = refusalOf(stage, name, tag, digest)
  if (refusal !== undefined) return yield refuse(from.span, refusal)
  const twin = slimTwin(name, tag)!
  const edit = retag(stage, subject.file, tag, twin)
  if (typeof edit === 'string') return yield refuse(from.span, edit)
  const move = moveOf(stage, subject, name, tag)
  if (typeof move === 'string') return yield refuse(from.span, move)
  const doubts = [...move.doubts]
  if (!measured.test(name)) doubts.unshift(`what the slim image of \`${name}\` leaves out was not measured`)
  if (stage.variables.length > 0)
    doubts.unshift(`another value of \`${stage.variables[0]}\` may have no slim twin`)
  if (doubts.length > mostDoubts)
    return yield refuse(from.span, `too much may need what the slim image leaves out: ${doubtsIn(doubts)}`)
  const installs = aptInstalls(subject.model, stage)
  yield {
    kind: 'change',
    title: `Move the base to \`${name}:${twin}\`${move.also}`,
    at: from.span,
    edits: [edit, ...move.edits],
    safety: doubts.length === 0 ? 'safe' : 'unsafe',
    because: doubts.length === 0 ? move.evidence : doubtsIn(doubts),
    saves: installs && savedByMove(name, tag, name, twin, move.added, installs),
  }
}

/** Whether a tag is one that has no slim twin by its nature; plain tags of nginx are Debian, and have none either. */
const isSlim = (name: string, tag: string): boolean =>
  name === 'nginx'
    ? !/alpine/.test(tag) || /slim|perl|otel/.test(tag)
    : /slim|minimal|alpine|windows|nanoserver|onbuild|(^|-)curl$/.test(tag)

function moveOf(stage: Stage, subject: Subject, name: string, tag: string): Move | string {
  if (name === 'nginx') return moveNginx(stage, subject)
  if (enterprise.test(name)) return moveEnterprise(stage, subject, name, tag)
  return moveDebian(stage, subject, name, tag)
}

function moveDebian(stage: Stage, subject: Subject, name: string, tag: string): Move | string {
  const release = releaseOf(name, tag)
  const needs = needsOf(stage, subject, name, release)
  if (needs.refusal !== undefined) return needs.refusal
  const isAncient = name !== 'debian' && release === undefined && !isMirrored(name, tag)
  const obstacle = documentationUse(subject, stage, isAncient ? 'an old release' : release)
  if (obstacle?.refused === true) return obstacle.because
  const passing = name === 'rust' ? undefined : passingBuild(stage, subject, needs)
  const edits = passing?.edits ?? packageEdits(stage, subject, needs)
  if (typeof edits === 'string') return edits
  const added = [...(passing?.kept ?? needs.packages.keys())]
  const also = added.length > 0 ? ` and install ${added.join(', ')}` : ''
  return {
    edits,
    added,
    also: passing
      ? `${added.length > 0 ? ',' : ' and'} build with ${passing.passing.join(', ')}${also}`
      : also,
    doubts: obstacle ? [obstacle.because, ...needs.doubts] : needs.doubts,
    evidence: evidence(name, needs),
  }
}

function evidence(name: string, { packages, locked }: Needs): string {
  if (name === 'debian')
    return 'the slim image holds the same packages, without documentation, which nothing here reads'
  const brought = [...packages].map(([pkg, command]) => `${pkg} for \`${command}\``)
  return (
    'every command used is in the slim image or installed' +
    (brought.length > 0 ? ` (${brought.join(', ')})` : '') +
    (locked.length > 0 ? `; ${packagesIn(locked)}` : '')
  )
}

function packagesIn(locked: Needs['locked']): string {
  const count = locked.length === 1 ? 'the one locked package' : `the ${locked.length} locked packages`
  return locked.some(({ hasScript }) => hasScript)
    ? `the install scripts of ${count} need node alone, and none is known to call a program that is missing`
    : `none of ${count} runs an install script or is known to call a program that is missing`
}

function doubtsIn(doubts: readonly string[]): string {
  const rest = doubts.length - 3
  return doubts.slice(0, 3).join('; ') + (rest > 0 ? `; and ${rest} more` : '')
}

function refusalOf(
  { isShipped }: Stage,
  name: string,
  tag: string,
  digest: string | undefined,
): string | undefined {
  if (!isShipped) return 'the stage is not shipped: its base costs nothing'
  if (digest !== undefined) return 'a digest pins the image'
  if (name === 'buildpack-deps')
    return 'which tags of `buildpack-deps` have a `-scm` or `-curl` twin is not known'
  const twin = slimTwin(name, tag)
  return twin === undefined ? `no slim twin of \`${name}:${tag}\` on the same release is known` : undefined
}
