import { baseName } from '../model/paths.js'
import type { BuildContext } from './build-context.js'

/** Which yarn a file calls, as far as its text, the words of the call and the build context tell. */
export function yarnVersion(
  text: string,
  words: readonly (string | undefined)[],
  context: BuildContext | undefined,
): 'classic' | 'newer' | 'unknown' {
  const files = context?.list('') ?? []
  const isNewer =
    files.some((file) => baseName(file) === '.yarnrc.yml') ||
    files.some((file) => baseName(file) === 'package.json' && isPinned(context?.read(file) ?? '')) ||
    /\.yarnrc\.yml|\.pnp\.|\.yarn\/|yarn set version|yarn@([2-9]|berry|stable|canary)/.test(text)
  if (isNewer) return 'newer'
  if (words.some((word) => classic.test(word ?? ''))) return 'classic'
  const locks = files.filter((file) => baseName(file) === 'yarn.lock')
  const isOld = locks.every((file) => context?.read(file)?.includes('# yarn lockfile v1'))
  return locks.length > 0 && isOld ? 'classic' : 'unknown'
}

/** Options and verbs that newer ones refuse. */
const classic = /^(--(production(=true)?|prod|pure-lockfile|non-interactive)|global)$/

const isPinned = (manifest: string): boolean => /"packageManager"\s*:\s*"yarn@[2-9]/.test(manifest)
