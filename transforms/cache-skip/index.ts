import {
  type Change,
  defineTransform,
  type Finding,
  type Instruction,
  refuse,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { cacheManagers } from '../../src/knowledge/caches.js'
import { cleansCache, type Fill, fillsIn, programCall } from './calls.js'
import { remedyOf } from './edits.js'
import { lateCleaning } from './late.js'
import { findObstacle, findVariable } from './obstacle.js'
import { pipAge } from './pip.js'
import { removesCache } from './places.js'

export default defineTransform({
  id: 'cache-skip',
  meta: {
    summary: 'Keep the caches of package managers out of the layer that fills them',
    why:
      'pip, npm, yum and their like keep what they download, for a next time that never comes in an image: 27 to 105 MB ' +
      'for an application with 121 MB of npm packages, 50 to 300 MB for yum and dnf. Only the RUN that fills a cache can ' +
      'keep it out of the image.',
    safety: 'safe',
    risk:
      'with `--unsafe`, what cargo, go, maven, gradle and NuGet keep goes as well: a program that builds or loads from it when ' +
      'the image runs has to fetch it again. pip is told on bases that do not show its age as well: one older than 6.0 fails.',
    phase: 'tidy',
    alters: ['lists', 'cache'],
    parts: [...new Set(cacheManagers.map(({ part }) => part))],
    leaves: [
      'caches under a `--mount`, or that a variable or a setting switches off or moves',
      'a RUN that already cleans, in whatever spelling',
      'caches that a later command reads, in this stage or one built on it, or when the image runs',
      'yarn where it is not known to be yarn 1: newer ones may run programs from their cache',
      'installs under a condition, where a clean-up is needed',
      '`~/.cache` as a whole, and stores that packages are linked to',
      'stages that are not shipped',
    ],
    references: [
      'https://github.com/hadolint/hadolint/wiki/DL3042',
      'https://github.com/hadolint/hadolint/wiki/DL3032',
      'https://github.com/hadolint/hadolint/wiki/DL3060',
    ],
  },
  visit: { instruction: visitRun },
})

function* visitRun(run: Instruction, stage: Stage, subject: Subject): Iterable<Finding> {
  if (run.keyword !== 'RUN') return
  const all = fillsIn(stage, subject, run)
  for (const manager of new Set(all.map((fill) => fill.manager))) {
    const fills = all.filter((fill) => fill.manager === manager && !isTrifle(fill))
    const last = fills.at(-1)
    if (last === undefined || isClean(stage, subject, run, last)) continue
    const finding = findingOf(stage, subject, run, fills)
    yield typeof finding === 'string' ? refuse(run.span, finding, manager.part) : finding
  }
}

function findingOf(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  fills: readonly Fill[],
): Finding | string {
  if (!stage.isShipped) return 'the stage is not shipped: its layers cost nothing'
  const last = fills.at(-1)!
  const { manager, command } = last
  const variable = findVariable(stage, subject, run, manager)
  if (variable !== undefined) return `\`${variable}\` says what becomes of the cache`
  const obstacle = findObstacle(stage, subject, run, last)
  if (obstacle !== undefined) return obstacle
  const remedy = remedyOf(stage, subject, run, fills)
  if (typeof remedy === 'string') return remedy
  const body = subject.model.bodyOf(stage, run)
  const at = body.kind === 'none' ? run.span : body.mapped.toSourceSpan(command.span)
  return {
    kind: 'change',
    title: `Keep ${manager.keeps} out of the layer by \`${remedy.text}\``,
    at,
    edits: [...remedy.edits, ...lateCleaning(stage, subject, run, manager)],
    ...sureness(stage, subject, run, last),
    part: manager.part,
  }
}

function sureness(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  { manager, base }: Fill,
): Pick<Change, 'safety' | 'because'> {
  if (manager.part === 'pip' && pipAge(stage, subject, run) === 'unknown')
    return {
      safety: 'unsafe',
      because: `which \`${base}\` the base has cannot be seen: one older than 6.0 (2014) does not know the option, and fails`,
    }
  return manager.safety === 'safe'
    ? {
        safety: 'safe',
        because: 'nothing that is installed uses it, and what comes later can fetch it again',
      }
    : {
        safety: 'unsafe',
        because: 'a program that builds or loads from it when the image runs would have to fetch it again',
      }
}

/** Whether a RUN takes the cache away again, or might. */
function isClean(stage: Stage, { model }: Subject, run: Instruction, { manager, command }: Fill): boolean {
  return model.commandsIn(stage, run).some((later) => {
    if (later.span.start < command.span.start) return false
    const call = programCall(later)
    return removesCache(later, manager) || (call !== undefined && cleansCache(call, manager))
  })
}

/** Bundler is one small gem, and what it installs comes next. */
function isTrifle({ manager, args }: Fill): boolean {
  if (manager.part !== 'gem') return false
  const names = args.filter(({ text }) => !text.startsWith('-')).slice(1)
  return names.every(({ text }) => /^bundler\b|^["']?[<>=~ ]*[\d.]+/.test(text))
}
