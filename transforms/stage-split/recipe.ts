import { copiedBy, copyOf, isContextCopy, type Stage, type Subject } from '../../src/kit.js'
import { isDevelopmentPackage } from '../../src/knowledge/build-packages.js'
import { findCgoModule } from '../../src/knowledge/cgo.js'
import { jreImage } from '../../src/knowledge/java-images.js'
import type { Base } from './base.js'
import { staticEvidence } from './go.js'
import { drawsIn } from './java.js'
import type { Made } from './effects.js'
import type { Language } from './language.js'
import type { Launch } from './launch.js'
import { fatesOf, type Needs } from './packages.js'
import { lineOf } from './place.js'
import type { Plan } from './plan.js'
import { isMade, type Reading, type Step } from './reading.js'
import { demandOf } from './demand.js'
import { dotnetRecipe } from './dotnet.js'
import { rustRecipe } from './rust-recipe.js'
import { linkedRuntime, type Runtime, staticRuntime } from './runtime.js'

/** What an image of a language stands on, and needs there. */
export interface Recipe {
  readonly runtime: Runtime
  readonly needs: Needs
  readonly packages: readonly string[]
  /** Files of the builder that the program may read. */
  readonly files: readonly string[]
  readonly unset: Plan['unset']
  /** Instructions that end the build. */
  readonly finish?: readonly string[]
  readonly evidence?: readonly string[]
}

export interface Asked {
  readonly stage: Stage
  readonly subject: Subject
  readonly base: Base
  readonly language: Language
  readonly launch: Launch
  readonly reading: Reading
  readonly products: readonly string[]
  /** Why a system is needed beside what the launch and the packages ask for. */
  readonly system: string | undefined
}

export function runtimeOf(asked: Asked): Recipe | string {
  const { language } = asked
  if (language.own) return language.own.recipe(asked)
  if (language.name === 'Java') return javaRecipe(asked)
  if (language.name === 'Rust') return rustRecipe(asked)
  if (language.name === '.NET') return dotnetRecipe(asked)
  return language.name === 'Go' ? goRecipe(asked) : cRecipe(asked)
}

const stepsIn = ({ entries }: Reading): readonly Step[] => entries.flatMap(({ steps }) => steps)

function goRecipe(asked: Asked): Recipe | string {
  const { base, language, reading, subject, products, stage } = asked
  const steps = stepsIn(reading)
  const texts = sourcesIn(subject, /\.go$/)
  const all = texts ?? []
  if (all.some((text) => /"os\/exec"|"plugin"/.test(text ?? '')))
    return 'its sources start other programs, or load plug-ins'
  const isSeen = seesSources(asked) && all.length > 0 && !all.includes(undefined) && !hasHeaders(steps)
  const hasC = isSeen ? all.some((text) => /^\s*import\s+"C"|^\s*"C"\s*$/m.test(text!)) : undefined
  const cgo = findCgoModule(subject.context?.read('go.mod') ?? '')
  const compiling = steps.filter(({ command }) => language.compiles(command))
  const makers = compiling.filter(
    ({ effect }) => effect.kind === 'builds' && effect.made.some((one) => isWanted(one, reading, products)),
  )
  const step = makers.at(-1) ?? compiling.at(-1)!
  const evidence = base.isDistribution ? undefined : staticEvidence(step.command, step.place, { cgo, hasC })
  if (
    cgo !== undefined &&
    base.family === 'alpine' &&
    evidence === undefined &&
    base.tag.includes('alpine') &&
    alpineLacksC(steps)
  )
    return `\`${cgo}\` needs a C compiler, which the base lacks`
  const needs: Needs = { base, language, steps, isStatic: evidence !== undefined, draws: undefined }
  const demand = demandOf(asked, needs)
  if (typeof demand === 'string') return demand
  const runtime = evidence ? staticRuntime(base, demand, evidence.because) : linkedRuntime(base)
  if (typeof runtime === 'string') return runtime
  const zones =
    stage.instructions.some(({ keyword, args }) => keyword === 'ENV' && /\bTZ\b/.test(args.text)) ||
    all.some((text) => /LoadLocation/.test(text ?? ''))
  return {
    runtime,
    needs,
    packages:
      runtime.hasSystem && base.isDistribution ? ['ca-certificates', ...(zones ? ['tzdata'] : [])] : [],
    files: runtime.hasSystem && !base.isDistribution ? [certificates, ...(zones ? [timeZones] : [])] : [],
    unset:
      evidence?.isSet === false
        ? makers.filter(({ command }) => !command.assignments.some(({ name }) => name === 'CGO_ENABLED'))
        : [],
  }
}

/** In every image of golang. Source: the Dockerfiles of golang and buildpack-deps, November 2026. */
const certificates = '/etc/ssl/certs/ca-certificates.crt'
const timeZones = '/usr/local/go/lib/time/zoneinfo.zip'

/** Whether a file that is made is one of the products, or becomes one. */
const isWanted = (made: Made, { entries }: Reading, products: readonly string[]): boolean =>
  products.some((path) => isMade([made], path)) ||
  entries.some(({ steps }) =>
    steps.some(({ effect }) => effect.kind === 'moves' && effect.from.some((path) => isMade([made], path))),
  )

/** Whether all that is copied was seen, so that the sources are those in the build context. */
function seesSources({ stage, subject, language }: Asked): boolean {
  const copies = stage.instructions.filter(isContextCopy)
  const others = copies.filter(
    (copy) => !copyOf(copy).sources.every((source) => language.isSourceName(source)),
  )
  return copies.length > 0 && others.every((copy) => copiedBy(subject, stage, copy).files.length > 0)
}

/** Headers are for programs that call C. */
const hasHeaders = (steps: readonly Step[]): boolean =>
  steps.some(
    ({ effect }) =>
      effect.kind === 'installs' &&
      effect.packages.some(
        ({ value }) => isDevelopmentPackage(value ?? '') && !/^(musl|libc6?)-dev$/.test(value ?? ''),
      ),
  )

const alpineLacksC = (steps: readonly Step[]): boolean =>
  !steps.some(
    ({ effect }) =>
      effect.kind === 'installs' &&
      effect.packages.some(({ value }) => /^(gcc|build-base|alpine-sdk)$/.test(value ?? '')),
  )

function javaRecipe({ base, language, reading, subject }: Asked): Recipe | string {
  const steps = stepsIn(reading)
  const texts = sourcesIn(subject, /\.(java|kt|scala|groovy)$/)
  if (texts?.some((text) => calls.test(text ?? '')) === true)
    return 'its sources start other programs, or load libraries by name'
  const needs: Needs = {
    base,
    language,
    steps,
    isStatic: false,
    draws: texts && texts.length > 0 ? drawsIn(texts) : undefined,
  }
  if (!base.isDistribution) {
    const image = base.isOpen ? undefined : jreImage(base.name, base.tag)
    if (image === undefined) return `no image with a JRE is known for \`${base.name}:${base.tag}\``
    const runtime = {
      image,
      hasSystem: true,
      isSameRelease: true,
      because: `\`${image}\` has the same Java without its compiler`,
    }
    return { runtime, needs, packages: [], files: [], unset: [] }
  }
  const runtime = linkedRuntime(base)
  if (typeof runtime === 'string') return runtime
  const hasJava = steps.some((step) => {
    const fates = fatesOf(step, needs)
    return (
      typeof fates !== 'string' &&
      [...fates.values()].some((names) => names.some((name) => /-jre(-headless)?(=|$)/.test(name)))
    )
  })
  if (!hasJava) return 'nothing shows which Java runs it'
  return {
    runtime: { ...runtime, because: `\`${runtime.image}\` is of the same release` },
    needs,
    packages: [],
    files: [],
    unset: [],
  }
}

/** Words of Java that start programs, load native libraries or call the compiler. */
const calls =
  /\bProcessBuilder\b|\bgetRuntime\(\)\s*\.\s*exec\b|\bSystem\.load(Library)?\(|\bToolProvider\b|\bjavax\.tools\./

function cRecipe({ base, language, reading, subject }: Asked): Recipe | string {
  const steps = stepsIn(reading)
  if (!base.isDistribution) return `programs of \`${base.name}\` may need its newer libraries`
  const needs: Needs = { base, language, steps, isStatic: false, draws: undefined }
  const runtime = linkedRuntime(base)
  if (typeof runtime === 'string') return runtime
  const texts = sourcesIn(subject, /\.(c|cc|cpp|cxx)$/) ?? []
  if (texts.some((text) => /\b(system|popen|execl?[vp]?e?|posix_spawnp?|dlopen)\s*\(/.test(text ?? '')))
    return 'its sources start other programs, or load libraries by name'
  const packages = new Set<string>()
  for (const step of steps) {
    const fates = fatesOf(step, needs)
    if (typeof fates === 'string') return `${lineOf(step.place.instruction)} ${fates}`
    for (const name of [...fates.values()].flat())
      if (/^(libcurl|libssl|libgnutls)/.test(name)) packages.add('ca-certificates')
  }
  return { runtime, needs, packages: [...packages], files: [], unset: [] }
}

/** The texts of the sources in the build context; undefined where it was not seen. */
function sourcesIn({ context }: Subject, name: RegExp): readonly (string | undefined)[] | undefined {
  const files = context?.list('.')?.filter((file) => name.test(file) && !/_test\.go$/.test(file))
  return files?.map((file) => context!.read(file))
}
