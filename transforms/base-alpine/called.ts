import { alpineNames } from '../../src/knowledge/packages.js'
import type { Journey, Place } from './journey.js'

/** Takes down the Debian packages whose programs a package of a language calls; why it cannot be had, behind `line 5 `. */
export function called(
  journey: Journey,
  place: Place,
  by: string,
  packages: readonly string[],
): string | undefined {
  for (const debian of packages) {
    if (journey.installed.has(debian)) continue
    const names = alpineNames(debian)
    if (names?.kind !== 'names') return `installs \`${by}\`, which uses \`${debian}\``
    // On Debian the image, or nobody, had it: as it was.
    if (journey.target.kind === 'image' && journey.target.hasPackages) journey.want(place, by, names.names)
  }
  return undefined
}
