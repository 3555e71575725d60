import {
  aptInstalls,
  type Command,
  type ImageReference,
  leftLists,
  packageName,
  parseImage,
  type Stage,
  type Subject,
  type Word,
} from '../../src/kit.js'
import { type Install, savedBetween, sizeOfInstalls } from '../../src/knowledge/installed.js'
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
  const installs = aptInstalls(subject.model, stage, lateRemovals(plan))
  if (!from || !to || installs === undefined || leavesApk(plan)) return undefined
  const saved = savedBetween(
    { image: from.name, tag: from.tag ?? 'latest', installs },
    { image: to.name, tag: to.tag ?? 'latest', installs: installsOf(plan, to) },
  )
  const all = saved === undefined ? 0 : saved + goneLists(plan, stage, subject) - copiedAgain(plan)
  return all > 0 ? all : undefined
}

/** pip, which the image has and gets once more. Source: the files of pip 25.0.1, the version in images of Python 3.12, 2026-11. */
const copiedAgain = ({ products }: Plan): number =>
  products.some((path) => path.endsWith('/site-packages')) ? 5_800_000 : 0

/** What a later RUN removes stays in the layer that has it. */
const lateRemovals = ({ entries }: Plan): ReadonlyMap<Command, Install> =>
  new Map(
    entries
      .filter(({ steps }) => steps.every(({ effect }) => effect.kind !== 'installs'))
      .flatMap(({ steps }) => steps.filter(({ effect }) => /^(purges|cleans)$/.test(effect.kind)))
      .map(({ command }) => [command, { names: [], recommended: 'without' }]),
  )

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

/** What apt installs in the image; in the place of a library that the tables lack the headers that bring it, which take more. */
function installsOf(plan: Plan, to: ImageReference): readonly Install[] {
  const host = hostOf(plan)
  const kept = plan.entries.flatMap((entry) =>
    entry.steps.flatMap(({ effect, command }, at): readonly Install[] => {
      if (effect.kind !== 'installs' || effect.tool !== 'apt' || entry.duties[at] !== 'run') return []
      const recommended = recommendedBy(command)
      const added = entry === host ? plan.packages : []
      return [
        { names: added, recommended },
        ...effect.packages.flatMap((word) =>
          (entry.fates.get(word) ?? []).map((name) => weighable(withoutVersion(name), word, recommended, to)),
        ),
      ]
    }),
  )
  return host || plan.packages.length === 0
    ? kept
    : [...kept, { names: plan.packages, recommended: 'without' }]
}

function weighable(
  name: string,
  word: Word,
  recommended: Install['recommended'],
  { name: image, tag = 'latest' }: ImageReference,
): Install {
  const own: Install = { names: [name], recommended }
  const headers = packageName(word)
  const isKnown = headers === undefined || sizeOfInstalls(image, tag, [own]) !== undefined
  return isKnown ? own : { names: [headers], recommended: 'without' }
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
