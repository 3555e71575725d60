import { copiedBy, joinPath } from '../../src/kit.js'
import { jarCall } from './jar.js'
import type { Seen } from './language.js'
import { folderOf } from './place.js'
import type { Reading } from './reading.js'

/** Archives that the manifests of a stage name for the archive at a path; undefined where one cannot be seen. */
export function namedByManifests(jar: string, reading: Reading, at: Seen): readonly string[] | undefined {
  const found: string[] = []
  for (const { steps } of reading.entries)
    for (const { command, place } of steps) {
      const manifest = jarCall(command, place)?.manifest
      if (manifest?.kind !== 'file') continue
      const text = textOf(manifest.path, reading, at)
      if (text === undefined) return undefined
      const names = /^Class-Path:(.*)$/im.exec(unfolded(text))?.[1]?.trim().split(/\s+/) ?? []
      const paths = names.map((name) => (name.includes(':') ? undefined : joinPath(folderOf(jar), name)))
      if (paths.includes(undefined)) return undefined
      found.push(...(paths as string[]))
    }
  return found
}

/** A line that starts with a blank goes on with the one before. */
const unfolded = (text: string): string => text.replace(/\r?\n /g, '').replace(/\r/g, '')

/** What was copied or written there. */
function textOf(
  path: string | undefined,
  { entries, written }: Reading,
  { stage, subject }: Seen,
): string | undefined {
  const copied = entries
    .filter(({ target }) => target !== undefined)
    .flatMap(({ instruction }) => copiedBy(subject, stage, instruction).files)
    .filter((placed) => path !== undefined && placed.at.includes(path))
    .map(({ file }) => subject.context?.read(file))
  const texts = [...copied, ...written.filter((file) => file.path === path).map(({ text }) => text)]
  return texts.length === 0 || texts.includes(undefined) ? undefined : texts.join('\n')
}
