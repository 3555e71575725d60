import {
  aptCall,
  defineTransform,
  documentationUse,
  type Edit,
  type Finding,
  insertAt,
  type Instruction,
  isRoot,
  layoutOf,
  nextLine,
  packageWords,
  refuse,
  retag,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { releaseOf, slimTwin } from '../../src/knowledge/images.js'
import { type Needs, needsOf } from './needs.js'

export default defineTransform({
  id: 'base-slim',
  meta: {
    summary: 'Move a base image to its slim twin, with the packages the stage then needs',
    why:
      'python, node, ruby and their like carry a compiler, headers and version control systems that most services ' +
      'never use: 750 to 860 MB on bookworm and trixie. The slim twin is the same release without them.',
    safety: 'safe',
    risk: 'a tool, header or library of the full image may be missed by something that the Dockerfile does not show',
    phase: 'base',
    alters: ['base', 'packages', 'lists'],
    leaves: [
      'images without a known slim twin of the same Debian release, and tags that are not known',
      'digests, which pin an image, and build arguments without a default',
      'images from other registries and stages that other stages are built on by name only',
      'java and postgres packages on slim bases up to buster, which fail to configure there',
      'stages that are not shipped',
      'yarn and pnpm: their lock files do not say which packages run install scripts, so the change is not safe',
    ],
    references: [
      'https://hub.docker.com/_/python',
      'https://hub.docker.com/_/node',
      'https://hub.docker.com/_/debian',
    ],
  },
  visit: { stage: visitStage },
})

/** Images of which it is known package by package what the slim one lacks. */
const measured = /^(debian|python|node|ruby|rust|perl)$/
const family = /^(debian|python|node|ruby|rust|perl|openjdk|elixir|erlang|haskell|pypy)$/

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { image, from } = stage
  if (!image) {
    const name = /^(?:docker\.io\/)?(?:library\/)?(\w+)[:$@]/.exec(stage.reference)?.[1]
    if (name !== undefined && family.test(name) && stage.reference.includes('$'))
      yield refuse(from.span, `the tag of \`${name}\` depends on a build argument without a default`)
    return
  }
  const { name, tag = 'latest', digest } = image
  if (!family.test(name) || /slim|alpine|windows|nanoserver|onbuild/.test(tag)) return
  const refusal = refusalOf(stage, name, tag, digest)
  if (refusal !== undefined) return yield refuse(from.span, refusal)
  const twin = slimTwin(name, tag)!
  const release = releaseOf(name, tag)
  const needs = needsOf(stage, subject, name, release)
  const obstacle = name === 'debian' ? documentationUse(subject, stage, release) : undefined
  if (obstacle?.refused === true) return yield refuse(from.span, obstacle.because)
  const doubts = obstacle ? [obstacle.because, ...needs.doubts] : [...needs.doubts]
  const edit = retag(stage, subject.file, tag, twin)
  if (typeof edit === 'string') return yield refuse(from.span, edit)
  if (!measured.test(name)) doubts.unshift(`what the slim image of \`${name}\` leaves out was not measured`)
  if (stage.variables.length > 0)
    doubts.unshift(`another value of \`${stage.variables[0]}\` may have no slim twin`)
  const packages = packageEdits(stage, subject, needs)
  if (typeof packages === 'string') return yield refuse(from.span, packages)
  const added = [...needs.packages.keys()]
  yield {
    kind: 'change',
    title:
      `Move the base to \`${name}:${twin}\`` + (added.length > 0 ? ` and install ${added.join(', ')}` : ''),
    at: from.span,
    edits: [edit, ...packages],
    safety: doubts.length === 0 ? 'safe' : 'unsafe',
    because: doubts.length === 0 ? evidence(name, needs) : doubtsIn(doubts),
  }
}

function evidence(name: string, { packages, locked }: Needs): string {
  if (name === 'debian')
    return 'the slim image holds the same packages, without documentation, which nothing here reads'
  const brought = [...packages].map(([pkg, command]) => `${pkg} for \`${command}\``)
  return (
    'every command used is in the slim image' +
    (brought.length > 0 ? ` or installed (${brought.join(', ')})` : '') +
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
  const twin = slimTwin(name, tag)
  return twin === undefined ? `no slim twin of \`${name}:${tag}\` on the same release is known` : undefined
}

/** Edits that install what the slim image lacks, before it is first used. */
function packageEdits(stage: Stage, subject: Subject, { packages, first }: Needs): readonly Edit[] | string {
  if (packages.size === 0) return []
  const names = [...packages.keys()].sort()
  const { model, file } = subject
  for (const run of stage.instructions) {
    if (run.keyword !== 'RUN') continue
    const body = model.bodyOf(stage, run)
    if (body.kind === 'none') continue
    const user = firstUse(stage, first)
    if (user !== undefined && stage.instructions.indexOf(run) > user) break
    const install = body.script.commands
      .map(aptCall)
      .find((call) => call?.verb === 'install' && call.command.path.length === 0)
    if (
      install &&
      !body.script.commands.some(
        (c) => c.span.start < install.command.span.start && aptCall(c) === undefined && run === first,
      )
    )
      return packageWords(subject, stage, run, install, names)
  }
  const scope = model.scopeAt(stage, stage.instructions[0] ?? stage.from)
  if (!isRoot(stage, scope)) return 'packages would have to be installed, and the user may not be root'
  if (file.escape !== '\\')
    return 'packages would have to be installed, and lines are not continued by `\\` here'
  const { lineEnd, indent } = layoutOf(model, stage, [first ?? stage.from])
  const text = [
    'RUN apt-get update \\',
    `${indent}&& apt-get install -y --no-install-recommends ${names.join(' ')} \\`,
    `${indent}&& rm -rf /var/lib/apt/lists/*`,
  ].join(lineEnd)
  const at = nextLine(file.text, stage.from.span.end)
  const isLast = file.text[at - 1] !== '\n'
  return [insertAt(at, (isLast ? lineEnd : '') + text + (isLast ? '' : lineEnd))]
}

const firstUse = (stage: Stage, first: Instruction | undefined): number | undefined => {
  const index = first ? stage.instructions.indexOf(first) : -1
  return index < 0 ? undefined : index
}
