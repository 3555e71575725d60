import { aptInstalls, type Command, leftLists, parseImage, type Stage, type Subject } from '../../src/kit.js'
import { type Install, savedBetween } from '../../src/knowledge/installed.js'
import type { Plan } from './plan.js'
import { hostOf } from './runs.js'

/**
 * What stays with the builder, in bytes: what its base and its packages have more than those of the image, and the lists.
 * Sources and what the build leaves beside its products come on top, which no table knows: it saves as much at least.
 * Undefined where the tables do not know, and where that alone is saved.
 */
export function savingOf(plan: Plan, stage: Stage, subject: Subject): number | undefined {
  const from = stage.image
  const to = parseImage(plan.runtime.image)
  const installs = aptInstalls(subject.model, stage)
  if (!from || !to || installs === undefined || leavesApk(plan)) return undefined
  const saved = savedBetween(
    { image: from.name, tag: from.tag ?? 'latest', installs },
    { image: to.name, tag: to.tag ?? 'latest', installs: installsOf(plan) },
  )
  const all = saved === undefined ? 0 : saved + goneLists(plan, stage, subject)
  return all > 0 ? all : undefined
}

/** No table knows what packages of Alpine take. */
const leavesApk = ({ entries }: Plan): boolean =>
  entries.some(({ steps, fates }) =>
    steps.some(
      ({ effect }) =>
        effect.kind === 'installs' &&
        effect.tool === 'apk' &&
        effect.packages.some((word) => fates.get(word)?.length !== 1),
    ),
  )

/** What apt installs in the image. */
function installsOf(plan: Plan): readonly Install[] {
  const host = hostOf(plan)
  const kept = plan.entries.flatMap((entry) =>
    entry.steps.flatMap(({ effect, command }, at): readonly Install[] => {
      if (effect.kind !== 'installs' || effect.tool !== 'apt' || entry.duties[at] !== 'run') return []
      const names = effect.packages.flatMap((word) => entry.fates.get(word) ?? []).map(withoutVersion)
      return [
        { names: entry === host ? [...names, ...plan.packages] : names, recommended: recommendedBy(command) },
      ]
    }),
  )
  return host || plan.packages.length === 0
    ? kept
    : [...kept, { names: plan.packages, recommended: 'without' }]
}

const withoutVersion = (name: string): string => name.replace(/[=/:].*$/, '')

const recommendedBy = ({ words }: Command): Install['recommended'] =>
  words.some(({ text }) => /^--no-install-recommends/.test(text)) ? 'without' : 'with'

/** The lists that the stage leaves; the image leaves them as well where it still fetches some for an install of its own. */
function goneLists({ entries }: Plan, stage: Stage, { model }: Subject): number {
  const isKept = entries.some(({ steps, duties }) =>
    steps.some(({ effect }, at) => effect.kind === 'lists' && duties[at] === 'run'),
  )
  return isKept
    ? 0
    : leftLists(
        model,
        stage,
        stage.instructions.filter(({ keyword }) => keyword === 'RUN'),
      )
}
