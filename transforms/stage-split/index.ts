import { defineTransform, type Finding, isWithin, refuse, type Stage, type Subject } from '../../src/kit.js'
import { type Base, baseOf } from './base.js'
import { c } from './c.js'
import { editsOf, isNamedBuilder } from './compose.js'
import { dotnet } from './dotnet.js'
import { frontend } from './frontend.js'
import { go } from './go.js'
import { java } from './java.js'
import { node } from './node.js'
import type { Language } from './language.js'
import { planOf } from './plan.js'
import { python } from './python.js'
import { rust } from './rust.js'
import { savingOf } from './saving.js'

export default defineTransform({
  id: 'stage-split',
  meta: {
    summary: 'Build in a stage of its own, and ship what it makes',
    why:
      'A compiler, its libraries and the sources stay in an image that builds what it runs. Built in one stage and ' +
      'copied into another, a service in Go of 1,057 MB takes 94 MB, and one in Java of 517 MB takes 307 MB.',
    safety: 'unsafe',
    risk: 'the program may read or call what only the builder has: a file, a program, a library that it loads by name',
    phase: 'stages',
    alters: ['build'],
    leaves: [
      'stages of Go, Java and C beside others, and bases that a digest pins',
      'images that run a script or more than one program',
      'programs of which nothing shows that the build makes them',
      'stages with commands of which it cannot be told whether the build alone needs them',
      'programs in Go that may be linked with C, on a base that does not tell its release',
      'programs in Rust that may be linked with more than `Cargo.lock` tells',
      'programs of .NET on Alpine, whose image for running has no cultures, and those that listen where only the base tells',
      'libraries of which the package at run time is not known',
      'sources that start other programs or load libraries by name, where they are seen',
      'projects of node whose package.json is not seen, that load packages for development or build when the image runs, and pnpm',
      'native modules and packages of Python of which the libraries at run time are not known',
      'packages of Python that are installed in place, for a user, in a virtual environment or by poetry, pipenv and uv',
      'pages of which nothing shows that they are built, and servers with settings of their own',
    ],
    references: [
      'https://docs.docker.com/build/building/multi-stage/',
      'https://github.com/GoogleContainerTools/distroless',
      'https://docs.npmjs.com/cli/commands/npm-prune',
    ],
  },
  visit: { stage: visitStage },
})

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { from } = stage
  const base = baseOf(stage)
  if (!base || !isLast(stage, subject) || /onbuild|windows|nanoserver/.test(base.tag)) return
  const language = languageOf(stage, subject, base)
  if (!language || (!language.own && subject.model.stages.length > 1)) return
  if (base.image.digest !== undefined) return yield refuse(from.span, 'a digest pins the image')
  if (from.flags.some(({ text }) => text.includes('$')))
    return yield refuse(from.span, 'a variable decides for which platform it builds')
  const plan = planOf(stage, subject, base, language)
  if (typeof plan === 'string') return yield refuse(from.span, plan)
  const edits = editsOf(plan, stage, subject)
  if (typeof edits === 'string') return yield refuse(from.span, edits)
  const products = plan.products
    .filter((path) => !plan.products.some((other) => other !== path && isWithin(path, other)))
    .map((path) => `\`${path}\``)
    .join(', ')
  yield {
    kind: 'change',
    title: `Build in a stage of its own, and ship ${products} on \`${plan.runtime.image}\``,
    at: from.span,
    edits,
    safety: 'unsafe',
    because: `${[...plan.evidence, ...nameRisk(stage)].join('; ')}; but what it reads or calls when it runs may lie elsewhere in the builder`,
    saves: savingOf(plan, stage, subject),
    splits: stage,
  }
}

/** The image is what the last stage makes, and nothing else is built on it. */
const isLast = ({ index, parent }: Stage, { model }: Subject): boolean =>
  index === model.stages.length - 1 && parent === undefined

const nameRisk = (stage: Stage): readonly string[] =>
  isNamedBuilder(stage) ? [`a build that asks for the stage \`${stage.name}\` gets the one that builds`] : []

/** Bases of which it is known what they bring for building. */
const bases: Readonly<Record<Language['name'], RegExp>> = {
  Go: /^golang$/,
  Java: /^(eclipse-temurin|openjdk|adoptopenjdk|amazoncorretto|maven|gradle)$/,
  C: /^gcc$/,
  Node: /^node$/,
  Web: /^node$/,
  Python: /^python$/,
  Rust: /^rust$/,
  '.NET': /^mcr\.microsoft\.com\/dotnet\/(core\/)?sdk$/,
}

/** The language whose programs a stage compiles. */
function languageOf(stage: Stage, subject: Subject, base: Base): Language | undefined {
  const commands = stage.instructions.flatMap((instruction) =>
    instruction.keyword === 'RUN' ? subject.model.commandsIn(stage, instruction) : [],
  )
  return [go, rust, dotnet, java, c, frontend, node, python].find(
    ({ name, compiles, own }) =>
      own?.isFor(stage, subject) !== false &&
      (bases[name].test(base.name) || (base.isDistribution && base.name !== 'alpine')) &&
      commands.some((command) => compiles(command)),
  )
}
