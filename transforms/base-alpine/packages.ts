import { type AptCall, packageName, type Word } from '../../src/kit.js'
import { alpineNames } from '../../src/knowledge/packages.js'
import type { Target } from './target.js'

/** What the packages of an install are called on Alpine: one entry a word, empty where it goes. */
export interface Translation {
  readonly words: readonly { readonly word: Word; readonly names: readonly string[] }[]
  /** What works otherwise there. */
  readonly differences: readonly string[]
}

/** The Alpine names of a Debian package; none where it has no sure one. */
export function namesFor(name: string, { release }: Target): readonly string[] {
  const fate = alpineNames(name, release)
  return fate?.kind === 'names' ? fate.names : []
}

/** Options of `apt-get install` that say nothing on Alpine. */
const idle =
  /^(-[yqfm]+|-y?-(yes|assume-yes)|--quiet|--force-yes|--fix-missing|--fix-broken|--no-install-(recommends|suggests)|--show-progress|--allow-unauthenticated|--no-upgrade|--ignore-missing|--allow-(downgrades|change-held-packages|remove-essential)|--auto-remove|--purge|-q=\d)$/

/** Why an option of apt does not go along; undefined where all do. */
export function strangeOption({ flags }: AptCall): string | undefined {
  const strange = flags.find(({ value }) => value === undefined || !idle.test(value))
  return strange === undefined ? undefined : `calls apt with \`${strange.text}\``
}

/** Translates the package words of an install, or says why one cannot be. `seen` are names that stand in it already. */
export function translate(call: AptCall, target: Target, seen: Set<string>): Translation | string {
  const words: { word: Word; names: readonly string[] }[] = []
  const differences: string[] = []
  for (const word of call.packages) {
    const name = packageName(word)
    if (name === undefined || word.value !== name)
      return `installs \`${word.text}\`, which apk cannot be asked for`
    const fate = alpineNames(name, target.release)
    if (fate === undefined) return `installs \`${name}\`, of which the name on Alpine is not known`
    if (fate.kind === 'refused') return `installs \`${name}\`: ${fate.refused}`
    if (fate.kind !== 'dropped' && fate.differs !== undefined)
      differences.push(`\`${name}\`: ${fate.differs}`)
    if (fate.kind === 'names' && fate.sure === 'medium')
      return `installs \`${name}\`, of which the name on Alpine is not sure`
    if (fate.kind === 'names' && !target.hasPackages)
      return `installs \`${name}\`, and it is not known on which Alpine the twin stands`
    const names = fate.kind === 'names' ? fate.names.filter((alpine) => !seen.has(alpine)) : []
    for (const alpine of names) seen.add(alpine)
    words.push({ word, names })
  }
  return { words, differences }
}
