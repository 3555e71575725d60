import type { ImageFiles } from './image-files.js'

/** The requirements of a file of the build context; undefined where it cannot be read whole. */
export function requirementsIn(
  { files, folder }: { readonly files: ImageFiles; readonly folder: string | undefined },
  file: string,
): string[] | undefined {
  const text = files.read(file, folder)
  if (text === undefined) return undefined
  const lines = text
    .split(/\r?\n/)
    .map((l) => l.replace(/(^|\s)#.*$/, '').trim())
    .filter((l) => l !== '')
  return lines.some((l) => l.startsWith('-') || l.endsWith('\\'))
    ? undefined
    : lines.map((l) => l.split(/\s*;/)[0]!)
}
