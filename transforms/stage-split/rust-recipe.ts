import { tomlLock } from '../../src/kit.js'
import { isCarriedCrate, isInDebian, looksForCertificates, spawningRust } from '../../src/knowledge/crates.js'
import { standingRelease } from '../../src/knowledge/default-releases.js'
import type { Release } from '../../src/knowledge/distributions.js'
import { crateNeeds } from '../../src/knowledge/languages.js'
import { runtimeLibraries } from '../../src/knowledge/libraries.js'
import type { Base } from './base.js'
import { demandOf } from './demand.js'
import type { Needs } from './packages.js'
import type { Step } from './reading.js'
import type { Asked, Recipe } from './recipe.js'
import { linkedRuntime, staticRuntime } from './runtime.js'
import { rust, targetOf, variableOf } from './rust.js'

/** What a program of Rust stands on. */
export function rustRecipe(asked: Asked): Recipe | string {
  const { reading, subject } = asked
  const steps = reading.entries.flatMap((entry) => entry.steps)
  const files = subject.context?.list('.')?.filter((file) => file.endsWith('.rs')) ?? []
  if (files.some((file) => spawningRust.test(subject.context?.read(file) ?? '')))
    return 'its sources start other programs, or load libraries by name'
  const base = standingBase(asked.base)
  const because = staticEvidence(steps, base)
  const needs: Needs = { base, language: rust, steps, isStatic: because !== undefined, draws: undefined }
  const demand = demandOf(asked, needs)
  if (typeof demand === 'string') return demand
  const runtime = because === undefined ? linkedRuntime(base) : staticRuntime(base, demand, because)
  if (typeof runtime === 'string') return runtime
  const libraries = because === undefined ? librariesOf(asked, base) : []
  if (typeof libraries === 'string') return libraries
  const packages = runtime.hasSystem
    ? [...libraries, ...(certificatesOf(asked) && base.family !== 'alpine' ? ['ca-certificates'] : [])]
    : []
  return { runtime, needs, packages, files: [], unset: [] }
}

/** A tag that names no release stands on one all the same. */
function standingBase(base: Base): Base {
  if (base.name !== 'rust' || base.isOpen || /alpine/.test(base.tag)) return base
  const release = standingRelease(base.name, base.tag)
  return {
    ...base,
    release,
    family: 'debian',
    slim: release === undefined ? undefined : `debian:${release}-slim`,
  }
}

function staticEvidence(steps: readonly Step[], base: Base): string | undefined {
  const compiling = steps.filter(({ command }) => rust.compiles(command))
  const targets = compiling.map(({ command, place }) => targetOf(command, place))
  const isDynamic = compiling.some(({ command, place }) =>
    (variableOf('RUSTFLAGS', command, place) ?? '').includes('-crt-static'),
  )
  if (isDynamic) return undefined
  const [musl] = targets.filter((target) => target?.includes('-linux-musl'))
  if (musl !== undefined && targets.at(-1) === musl) return `the target \`${musl}\` makes the program static`
  return base.name === 'rust' && /alpine/.test(base.tag) && targets.every((target) => target === undefined)
    ? 'Rust of Alpine makes programs static'
    : undefined
}

const lockOf = ({ subject }: Asked) => tomlLock(subject.context?.read('Cargo.lock') ?? '')

/** Whether it may look for certificates; where no lock file is seen it may. */
const certificatesOf = (asked: Asked): boolean =>
  lockOf(asked)?.some(({ name }) => looksForCertificates(name)) !== false

/** The packages of the libraries that a program is linked with; else why they cannot be told. */
function librariesOf(asked: Asked, base: Base): readonly string[] | string {
  const lock = lockOf(asked)
  // What a distribution installs to build with stands in the file.
  if (lock === undefined)
    return base.isDistribution
      ? []
      : 'the libraries that it is linked with cannot be told without `Cargo.lock`'
  const isVendored = lock.some(({ name }) => name === 'openssl-src')
  const found = new Set<string>()
  for (const { name } of lock) {
    if (!name.endsWith('-sys') || isCarriedCrate(name) || isInDebian(name)) continue
    if (name === 'openssl-sys' && isVendored) continue
    const needs = crateNeeds(name)?.filter((need) => need.endsWith('-dev'))
    const libraries = needs?.map((need) => runtimeLibraries(need, base.release as Release))
    if (libraries === undefined || libraries.includes(undefined))
      return `which library the crate \`${name}\` needs at run time is not known`
    for (const library of libraries.flat()) found.add(library!)
  }
  return [...found]
}
