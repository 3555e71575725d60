import { type Command, copiedBy, isContextCopy, programOf } from '../../src/kit.js'
import { isMirrored } from '../../src/knowledge/images.js'
import { pipNeedsCommand, pipPackage } from '../../src/knowledge/languages.js'
import { lastingLibraries, runtimeLibraries } from '../../src/knowledge/libraries.js'
import {
  alpineLibraries,
  buildsPython,
  isUnmovable,
  leftByCompiler,
  linkedByPython,
  usesOpenMp,
} from '../../src/knowledge/python-image.js'
import type { Base } from './base.js'
import type { Seen } from './language.js'
import { fatesOf, type Needs } from './packages.js'
import { lineOf } from './place.js'
import { projectFiles } from './project.js'
import { callDoubt, sourceDoubt } from './python-calls.js'
import type { Step } from './reading.js'
import type { Asked, Recipe } from './recipe.js'
import { pipWords, type Requirement, requirementsOf } from './requirements.js'
import { twinRuntime } from './runtime.js'

/** The same Python without compilers, with the packages that were built. */
export function pythonRecipe(asked: Asked): Recipe | string {
  const { base, language, reading, stage, subject } = asked
  const runtime = twinRuntime(base, stage.reference)
  if (typeof runtime === 'string') return runtime
  const steps = reading.entries.flatMap((entry) => entry.steps)
  const needs: Needs = { base, language, steps, isStatic: false, draws: undefined }
  const dropped = new Set<string>()
  for (const step of steps) {
    const fates = fatesOf(step, needs)
    if (typeof fates === 'string') return `${lineOf(step.place.instruction)} ${fates}`
    for (const [{ value }, names] of fates) if (!names.includes(value ?? '')) dropped.add(value ?? '')
  }
  const steered = ['PIP_USER', 'PIP_TARGET', 'PIP_PREFIX', 'PYTHONUSERBASE', 'VIRTUAL_ENV'].find((name) =>
    subject.model.scopeBehind(stage).variables.has(name),
  )
  if (steered !== undefined) return `\`${steered}\` decides where packages are installed`
  const last = reading.entries.findLastIndex((entry) => entry.steps.some(({ command }) => pipWords(command)))
  const early = reading.entries
    .slice(0, last + 1)
    .find((entry) => entry.steps.some(({ command, effect }) => effect.kind === 'keeps' && isPython(command)))
  if (early) return `${lineOf(early.instruction)} runs a program before all packages are installed`
  const files = projectFiles({ stage, subject })
  const requirements = requirementsOf(steps, files)
  if (typeof requirements === 'string') return requirements
  const doubt =
    requirementDoubt(requirements, dropped) ??
    callDoubt({ stage, subject }, files, dropped) ??
    sourceDoubt({ stage, subject }, dropped)
  if (doubt !== undefined) return doubt
  const packages =
    runtime.image === stage.reference ? [] : movedPackages(requirements, base, { stage, subject })
  if (typeof packages === 'string') return packages
  const threads = requirements.some(({ name }) => usesOpenMp(name))
    ? [base.family === 'alpine' ? 'libgomp' : 'libgomp1']
    : []
  return {
    runtime: {
      ...runtime,
      brings: ['python', 'python3', 'pip', ...(base.family === 'alpine' ? ['wget', 'nc'] : [])],
    },
    needs,
    packages: [...new Set([...packages, ...threads])].sort(),
    files: [],
    unset: [],
    evidence: [
      `what \`pip\` installs goes along, without ${[...dropped].map((name) => `\`${name}\``).join(', ')}`,
    ],
  }
}

const isPython = (command: Command): boolean => /^(python[\d.]*|django-admin)$/.test(programOf(command).base)

/** Headers become libraries, which the image may have; compilers go. */
export function pythonFate(name: string, { base, steps }: Needs): readonly string[] | undefined {
  const left = leftByCompiler(name)
  if (left !== undefined) return base.family === 'alpine' || name === 'gfortran' ? left : []
  if (base.family === 'alpine' && name === 'g++') return ['libstdc++']
  if (buildsPython(name)) return []
  if (name === 'git') return clonesAlone(steps) ? [] : ['git']
  if (!name.endsWith('-dev')) return undefined
  if (base.family === 'alpine') return alpineLibraries(name)
  if (linkedByPython(name)) return []
  return base.release === undefined ? lastingLibraries(name) : runtimeLibraries(name, base.release)
}

/** Whether pip clones with it, and nothing that can be seen calls it when it runs. */
function clonesAlone(steps: readonly Step[]): boolean {
  const [first] = steps
  const requirements = first && requirementsOf(steps, projectFiles(first.place))
  return (
    typeof requirements === 'object' &&
    requirements.some(({ isCloned }) => isCloned) &&
    requirements.every(({ name }) => pipNeedsCommand(name)?.includes('git') !== true)
  )
}

function requirementDoubt(
  requirements: readonly Requirement[],
  dropped: ReadonlySet<string>,
): string | undefined {
  const unmovable = requirements.find(({ name }) => isUnmovable(name))
  if (unmovable) return `\`${unmovable.name}\` may call a compiler when it runs, or lie elsewhere`
  const calling = requirements.find(
    ({ name }) => pipNeedsCommand(name)?.some((one) => dropped.has(one)) === true,
  )
  return calling && `\`${calling.name}\` calls what is for building`
}

/** On the slim twin of a full image only what is known of every package can be trusted. */
function movedPackages(
  requirements: readonly Requirement[],
  base: Base,
  { stage, subject }: Seen,
): readonly string[] | string {
  const found = new Set<string>()
  for (const { name } of requirements) {
    const build = pipPackage(name)
    if (build === 'unknown') return `which libraries \`${name}\` needs is not known`
    const names = [
      ...(typeof build === 'object' ? build.debianRuntime : []),
      ...(pipNeedsCommand(name) ?? []),
    ]
    for (const one of names) {
      const libraries = one.endsWith('-dev')
        ? base.release === undefined
          ? lastingLibraries(one)
          : runtimeLibraries(one, base.release)
        : [one]
      if (libraries === undefined) return `which library \`${name}\` needs at run time is not known`
      for (const library of libraries) found.add(library)
    }
  }
  const spawning = stage.instructions
    .filter(isContextCopy)
    .flatMap((copy) => copiedBy(subject, stage, copy).doubts)
    .find((doubt) => doubt.endsWith('may call other programs'))
  if (spawning !== undefined) return spawning
  if (found.size > 0 && !isMirrored(base.name, base.tag))
    return `the base is too old to install ${[...found].join(', ')} there`
  return [...found].sort()
}
