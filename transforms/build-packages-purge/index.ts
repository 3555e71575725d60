import {
  defineTransform,
  type Edit,
  type Finding,
  packageWords,
  refuse,
  rootOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { buildTool, isForPeople, lacksBuildTools } from '../../src/knowledge/build-tools.js'
import { dependentOf } from './dependents.js'
import { launchDoubt, scriptDoubtOf } from './launch.js'
import { laterUse } from './later.js'
import { purgeBehind } from './purge.js'
import { readRun, type Run } from './run.js'
import { savingOf } from './saving.js'
import { unseenUse } from './scripts.js'

export default defineTransform({
  id: 'build-packages-purge',
  meta: {
    summary: 'Remove compilers and what fetches sources in the RUN that installs and uses them',
    why:
      'A compiler that only a build calls is shipped with every image. Removed at the end of the RUN that installed it, no ' +
      'layer holds it: a C program that was built with gcc and curl on bookworm takes 76 MB instead of 270 MB.',
    safety: 'unsafe',
    risk: 'A program that calls the compiler, git or curl while it runs, or a library that came with it, will not find it.',
    phase: 'runtime',
    alters: ['packages', 'build'],
    leaves: [
      'packages that another instruction, CMD, ENTRYPOINT or HEALTHCHECK names',
      'a RUN behind which another one may build: all uses must stand in the RUN that installs',
      'images that run a shell, or do not say what they run: they may be there to build in',
      'bases that may have these packages themselves',
      'git, curl, wget and unzip where scripts are copied that cannot be seen',
      'compilers where the image starts a script that cannot be seen, or that installs',
      'headers of libraries of which it is not known what programs need of them at run time',
      'packages that something else depends on',
      'stages that are not shipped',
    ],
    references: [
      'https://docs.docker.com/build/building/best-practices/#apt-get',
      'https://manpages.debian.org/apt-get#purge',
    ],
  },
  visit: { stage: visitStage },
})

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  for (const instruction of stage.instructions) {
    if (instruction.keyword !== 'RUN') continue
    const run = readRun(stage, subject, instruction)
    if (run === undefined) continue
    if (typeof run === 'string') {
      yield refuse(instruction.span, run)
      continue
    }
    const because = obstacleOf(stage, subject, run)
    if (because !== undefined) yield refuse(instruction.span, because)
    else yield* changeOf(stage, subject, run)
  }
}

function obstacleOf(stage: Stage, subject: Subject, run: Run): string | undefined {
  const { image, variables } = rootOf(stage)
  if (!stage.isShipped) return 'the stage is not shipped: its layers cost nothing'
  if (image === undefined || variables.length > 0 || !lacksBuildTools(image.name, image.tag ?? 'latest'))
    return 'the base image may have these packages itself'
  const tool = run.installs.flatMap(({ names }) => names).find(isForPeople)
  if (tool !== undefined) return `\`${tool}\` tells that people work in the image`
  const compiles = run.gone.some((name) => buildTool(name)?.kind === 'compile')
  return (
    laterUse(stage, subject, run) ??
    launchDoubt(stage, subject) ??
    (compiles ? scriptDoubtOf(stage, subject) : undefined) ??
    dependentOf(stage, subject, run)
  )
}

function* changeOf(stage: Stage, subject: Subject, whole: Run): Iterable<Finding> {
  const doubt = unseenUse(stage, subject, whole)
  const run = doubt === undefined ? whole : whole.withoutFetchers()
  if (run.gone.length === 0) {
    if (doubt !== undefined) yield refuse(whole.instruction.span, doubt)
    return
  }
  const edits: Edit[] = []
  for (const install of run.installs) {
    if (install.added.length === 0) continue
    const words = packageWords(subject, stage, run.instruction, install, install.added)
    if (typeof words === 'string') return yield refuse(run.instruction.span, words)
    edits.push(...words)
  }
  const purge = purgeBehind(stage, subject, run)
  if (typeof purge === 'string') return yield refuse(run.instruction.span, purge)
  const names = run.gone.map((name) => `\`${name}\``).join(', ')
  const kept = run.installs.flatMap(({ added }) => added).join(', ')
  const saves = savingOf(stage, subject, run)
  yield {
    kind: 'change',
    title: `Remove ${run.gone.join(', ')} where the build is over${kept === '' ? '' : `, and install ${kept}`}`,
    at: run.instruction.span,
    edits: [...edits, purge],
    safety: 'unsafe',
    because: `a program that needs ${names}, or a library that came along, while it runs will not find it`,
    ...(saves === undefined ? {} : { saves }),
  }
}
