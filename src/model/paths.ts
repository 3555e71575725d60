/** `path` seen from `base`; undefined when it is relative and the base is not known. */
export function joinPath(base: string | undefined, path: string): string | undefined {
  const whole = path.startsWith('/') ? path : base === undefined ? undefined : `${base}/${path}`
  if (whole === undefined) return undefined
  const parts: string[] = []
  for (const part of whole.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return '/' + parts.join('/')
}

/** The last part of a path; empty when it ends with `/`. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Whether `path` is `folder` or lies below it. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : folder + '/')
