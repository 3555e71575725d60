import type { LockedPackage } from '../../src/kit.js'
import { isMirrored } from '../../src/knowledge/images.js'
import { npmNeedsCommand, npmPackage } from '../../src/knowledge/languages.js'
import { buildsNatively, fetchesElsewhere } from '../../src/knowledge/node-tools.js'
import { callsProgramsOf, isPlainBinary, needsNodeAlone } from '../../src/knowledge/npm.js'
import type { Base } from './base.js'
import type { Project } from './project.js'

/** A package that leaves files outside of the project, or calls a program that goes. */
export function packageDoubt(project: Project, dropped: ReadonlySet<string>): string | undefined {
  const names = namesOf(project)
  const fetching = names.find((name) => fetchesElsewhere(name) && !project.developing.has(name))
  if (fetching !== undefined)
    return `\`${fetching}\` fetches programs to where the image does not look for them`
  const calling = names.find((name) =>
    (npmNeedsCommand(name) ?? callsProgramsOf(name))?.some((one) => dropped.has(one) && !isNodeGyp.test(one)),
  )
  return calling === undefined || project.developing.has(calling)
    ? undefined
    : `\`${calling}\` may call what is for building`
}

const isNodeGyp = /^(g\+\+|gcc|make|python3)$/

/** Names of what the program may load; where the lock file does not tell, those of packages for development among them. */
const namesOf = ({ lock, yarnNames, wanted }: Project): readonly string[] =>
  lock?.packages.filter(({ isDev }) => !isDev).map(({ name }) => name) ??
  (yarnNames.length > 0 ? yarnNames : [...wanted])

/** Packages of Debian that the packages of the project look for when they run; else why that cannot be told. */
export function movedPackages(project: Project, base: Base): readonly string[] | string {
  const { lock, yarnNames, wanted, manager } = project
  const shipped = lock?.packages.filter(({ isDev }) => !isDev)
  if (!shipped && yarnNames.length === 0) return `which packages ${manager} installs cannot be seen`
  const names = shipped?.map(({ name }) => name) ?? yarnNames
  const foreign = shipped?.find(({ isForeign }) => isForeign)
  if (foreign) return `\`${foreign.name}\` comes from no registry`
  const native = shipped ? shipped.find(isOpen)?.name : nativeIn(names, wanted)
  if (native !== undefined) return `which libraries \`${native}\` is linked with is not known`
  const found = new Set<string>()
  for (const name of names) {
    const build = npmPackage(name)
    for (const one of typeof build === 'object' ? build.debianRuntime : []) found.add(one)
    if (shipped || wanted.has(name))
      for (const one of npmNeedsCommand(name) ?? callsProgramsOf(name) ?? [])
        if (!isNodeGyp.test(one)) found.add(one)
  }
  const all = [...found]
  if (all.length > 0 && !isMirrored(base.name, base.tag))
    return `the base is too old to install ${all.join(', ')} there`
  return all.some((name) => /^(git|curl)$/.test(name)) ? [...all, 'ca-certificates'].sort() : all.sort()
}

/** Whether an install script may link with what the smaller image lacks. */
const isOpen = ({ name, hasScript }: LockedPackage): boolean =>
  hasScript &&
  npmPackage(name) === 'unknown' &&
  npmNeedsCommand(name) === undefined &&
  !needsNodeAlone(name) &&
  !isPlainBinary(name)

/** A yarn.lock does not say which packages run install scripts: what they depend on does. */
function nativeIn(names: readonly string[], wanted: ReadonlySet<string>): string | undefined {
  const helper = names.find(buildsNatively)
  const isKnown = names.some((name) => wanted.has(name) && npmPackage(name) !== 'unknown')
  return helper === undefined || isKnown ? undefined : helper
}
