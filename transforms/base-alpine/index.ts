import {
  aptInstalls,
  defineTransform,
  type Edit,
  type Finding,
  namedDistribution,
  refuse,
  replaceAt,
  retag,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { hazardsFor } from '../../src/knowledge/hazards.js'
import { savedByMove } from '../../src/knowledge/installed.js'
import { moveOf, type Move } from './move.js'
import { type Target, targetOf } from './target.js'

export default defineTransform({
  id: 'base-alpine',
  meta: {
    summary: 'Move a base image to Alpine, with every package and command translated',
    why:
      'Alpine takes 8 MB where debian takes 75 to 120 MB and ubuntu 78 MB; python:3.12 on it takes 49 MB (slim 124, full ' +
      '1,020), node:22 167 MB (slim 227, full 1,130). The whole stage moves at once, or it stays as it is.',
    safety: 'unsafe',
    risk: 'musl and busybox stand in for glibc and GNU: name look-up, threads, locales and options of tools may work otherwise at run time',
    phase: 'base',
    alters: ['base', 'packages', 'lists'],
    leaves: [
      'images without an Alpine twin, tags that are not known, digests, and tags that a build argument decides',
      'packages without a sure name on Alpine, or with a version',
      'programs and scripts of which nothing says that they work there, and what builds programs',
      'pip, npm and gem packages that have no binary for musl, or of which that is not known',
      'a base that a label names, and one that the comment above it calls by its name',
      'stages that are not shipped, and those from which stages on glibc take files',
      ...hazardsFor('alpine'),
    ],
    references: [
      'https://wiki.musl-libc.org/functional-differences-from-glibc.html',
      'https://hub.docker.com/_/alpine',
      'https://pkgs.alpinelinux.org/packages',
    ],
  },
  visit: { stage: visitStage },
})

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { image, from } = stage
  if (!image) return
  const target = targetOf(image.name, image.tag)
  if (target === undefined) return
  if (!stage.isShipped) return yield refuse(from.span, 'the stage is not shipped: its base costs nothing')
  if (image.digest !== undefined) return yield refuse(from.span, 'a digest pins the image')
  if (typeof target === 'string') return yield refuse(from.span, target)
  if (stage.variables.length > 0) return yield refuse(from.span, 'the base depends on a build argument')
  const move = moveOf(stage, subject, target)
  if (typeof move === 'string') return yield refuse(from.span, move)
  const edit = baseEdit(stage, subject, target)
  if (typeof edit === 'string') return yield refuse(from.span, edit)
  const added = [...move.added.keys()].sort()
  const name = target.tag === undefined ? target.image : `${target.image}:${target.tag}`
  yield {
    kind: 'change',
    title: `Move the base to \`${name}\`` + (added.length > 0 ? ` and install ${added.join(', ')}` : ''),
    at: from.span,
    edits: [edit, ...move.edits],
    safety: 'unsafe',
    because: evidence(move),
    saves: savingOf(stage, subject, target, added),
  }
}

/** Of what apt installs it is not known what apk installs instead. */
function savingOf(
  stage: Stage,
  { model }: Subject,
  { image, tag }: Target,
  added: readonly string[],
): number | undefined {
  const { name, tag: old = 'latest' } = stage.image!
  const isPlain = added.length === 0 && aptInstalls(model, stage)?.length === 0
  return isPlain ? savedByMove(name, old, image, tag ?? 'latest') : undefined
}

function evidence({ doubts, translated }: Move): string {
  const seen = ['the one package and every command', `all ${translated} packages and every command`]
  const known =
    translated === 0
      ? 'every command that is seen is'
      : `${seen[Math.min(translated, 2) - 1]!} that are seen are`
  const [first = 'what musl and busybox do otherwise shows at run time alone', second, ...rest] = doubts
  const some = second === undefined ? first : `${first}; ${second}`
  return `${known} known on Alpine; ${some}` + (rest.length > 0 ? `; and ${rest.length} more` : '')
}

/** The edit of FROM. */
function baseEdit(stage: Stage, { file }: Subject, { image, tag, kind }: Target): Edit | string {
  if (kind === 'image') return retag(stage, file, stage.image!.tag ?? 'latest', tag!)
  const { name, tag: old } = stage.image!
  const named = namedDistribution(stage, file, name)
  if (named !== undefined) return `${named} says that it is ${name[0]!.toUpperCase()}${name.slice(1)}`
  const at = file.text.indexOf(stage.reference, stage.from.args.toSource(0))
  if (at < 0 || at > stage.from.span.end) return 'the reference does not stand in one piece'
  const end = at + stage.reference.length
  const start = end - (old === undefined ? 0 : old.length + 1) - name.length
  return replaceAt(start, end, tag === undefined ? image : `${image}:${tag}`)
}
