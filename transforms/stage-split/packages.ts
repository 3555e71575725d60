import { packageName, programOf, type Word } from '../../src/kit.js'
import { isBuildPackage, isDevelopmentPackage, isFetchPackage } from '../../src/knowledge/build-packages.js'
import { runtimeLibraries } from '../../src/knowledge/libraries.js'
import type { Base } from './base.js'
import { jrePackage } from './java.js'
import type { Language } from './language.js'
import type { Step } from './reading.js'

/** What decides which packages the image still needs. */
export interface Needs {
  readonly base: Base
  readonly language: Language
  readonly steps: readonly Step[]
  /** Whether programs are linked with no library. */
  readonly isStatic: boolean
  /** Whether the program draws, which takes more of Java; undefined where that was not seen. */
  readonly draws: boolean | undefined
}

/** What stands for each package of an install at run time; else why that cannot be told. */
export function fatesOf(
  { effect, command }: Step,
  needs: Needs,
): ReadonlyMap<Word, readonly string[]> | string {
  const fates = new Map<Word, readonly string[]>()
  if (effect.kind !== 'installs') return fates
  const isVirtual = effect.tool === 'apk' && command.words.some(({ text }) => /^(-t|--virtual)/.test(text))
  for (const word of effect.packages) {
    const name = packageName(word)
    if (name === undefined) return 'installs what a variable or a file names'
    const fate = effect.tool === 'apk' ? (isVirtual ? [] : apkFate(name, needs)) : aptFate(name, needs)
    if (typeof fate === 'string') return fate
    // What stays is asked for as before, with its version.
    fates.set(
      word,
      fate.map((one) => (one === name ? word.value! : one)),
    )
  }
  return fates
}

function aptFate(name: string, needs: Needs): readonly string[] | string {
  const own = needs.language.own?.fate(name, needs)
  if (own !== undefined) return own
  const { base, language, isStatic, draws } = needs
  const jre = language.name === 'Java' ? jrePackage(name, draws) : undefined
  if (jre !== undefined) return [jre]
  if (isBuildPackage(name) || isPurged(name, needs)) return []
  if (isDevelopmentPackage(name)) {
    if (isStatic || language.name === 'Java') return []
    const libraries =
      base.family === 'debian' && base.release !== undefined
        ? runtimeLibraries(name, base.release)
        : undefined
    return libraries ?? `installs \`${name}\`, and which library that needs at run time is not known`
  }
  return isFetchPackage(name) && isUsed(name, needs) ? [] : [name]
}

function apkFate(name: string, needs: Needs): readonly string[] | string {
  const own = needs.language.own?.fate(name, needs)
  if (own !== undefined) return own
  if (apkBuilds.test(name) || isPurged(name, needs)) return []
  if (name.endsWith('-dev'))
    return needs.isStatic ? [] : `installs \`${name}\`, and which library that needs at run time is not known`
  return isFetchPackage(name) && isUsed(name, needs) ? [] : [name]
}

const apkBuilds =
  /^(git|mercurial|subversion|bzr|build-base|alpine-sdk|gcc|g\+\+|make|cmake|musl-dev|libc-dev|linux-headers|binutils|binutils-gold|pkgconf|pkgconfig|autoconf|automake|libtool|go|upx|maven|gradle|protoc|protobuf|protobuf-dev)$/

const isPurged = (name: string, { steps }: Needs): boolean =>
  !isDevelopmentPackage(name) &&
  steps.some(({ effect }) => effect.kind === 'purges' && effect.names.includes(name))

/** Whether the build calls the program, or a program that calls it. */
function isUsed(name: string, { steps }: Needs): boolean {
  const called = new Set(steps.map(({ command }) => programOf(command).base))
  if (/^(bzip2|lzip|xz-utils|tar)$/.test(name)) return called.has('tar')
  return called.has(name)
}
