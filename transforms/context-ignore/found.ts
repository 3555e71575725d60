import { baseName, type Subject } from '../../src/kit.js'
import { type Leftover, leftovers } from '../../src/knowledge/leftovers.js'

/** Something in the build context that no image needs, and the places where it lies. */
export interface Found extends Omit<Leftover, 'group'> {
  /** `setting`: files such as `.env`. */
  readonly group: Leftover['group'] | 'setting'
  /** Entries of the context: folders with a slash behind them. */
  readonly places: readonly string[]
}

/** What lies in the context of all that is known to belong in no image. */
export function foundIn(entries: readonly string[], subject: Subject): readonly Found[] {
  const all = new Set(entries)
  const found = leftovers.flatMap((leftover): Found[] => {
    const places = placesOf(leftover, entries).filter((place) => isIt(leftover, place, all, subject))
    return places.length === 0 ? [] : [{ ...leftover, places }]
  })
  const settings = entries.filter((entry) => /(^|\/)\.env(\.local|\..+\.local)?$/.test(entry))
  const names = [...new Set(settings.map(baseName))]
  return [
    ...found,
    ...names.map((name): Found => ({
      ...{ name, group: 'setting' },
      places: settings.filter((entry) => baseName(entry) === name),
    })),
  ]
}

/** The lines that keep it out: by its path where it lies at the root alone, else wherever it lies. */
export function linesFor({ name, places }: Found, text: string): readonly string[] {
  const plain = name.replace(/\/$/, '')
  // Docker reads a slash at the end as none: the others of the file decide.
  const isMarked = name.endsWith('/') && /^[^#\n]*[^/\s*]\/\r?$/m.test(text)
  const line = plain + (isMarked ? '/' : '')
  return places.every((place) => place === name || (name.startsWith('*') && !place.includes('/')))
    ? [line]
    : [`**/${line}`]
}

function placesOf({ name }: Leftover, entries: readonly string[]): readonly string[] {
  if (name.startsWith('*')) return entries.filter((entry) => entry.endsWith(name.slice(1)))
  if (!name.endsWith('/')) return entries.filter((entry) => baseName(entry) === name)
  const folders = entries.filter((entry) => entry === name || entry.endsWith(`/${name}`))
  if (folders.length > 0) return folders
  // A folder that is entered shows by what it holds, and counts at the root alone.
  return entries.some((entry) => entry.startsWith(name)) ? [name] : []
}

function isIt(
  { group, beside, inside }: Leftover,
  place: string,
  entries: ReadonlySet<string>,
  { context }: Subject,
): boolean {
  // The history of a repository that lies in this one is another one's.
  if (group === 'history') return place === place.split('/')[0] + '/'
  const folder = place.replace(/[^/]+\/?$/, '')
  if (beside !== undefined && !entries.has(folder + beside)) return false
  return (
    inside === undefined ||
    inside.some((file) => entries.has(place + file) || context?.read(place + file) !== undefined)
  )
}
