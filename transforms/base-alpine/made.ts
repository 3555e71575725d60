import type { Journey, Place } from './journey.js'

/** What is made a program must have been seen, or it may be built for glibc. */
export function programMade(
  { files }: Journey,
  place: Place,
  words: readonly (string | undefined)[],
): string | undefined {
  const [mode = '', ...paths] = words.filter((word) => word === undefined || !word.startsWith('-'))
  if (!/x|[1357]/.test(mode) || words.some((word) => word !== undefined && /^-\w*R/.test(word)))
    return undefined
  const unseen = paths.find(
    (path) => path !== undefined && /\/|\./.test(path) && files.find(path, place.folder) === undefined,
  )
  return unseen === undefined ||
    /\/$|\.(sh|py|rb|pl|js|php|pem|key|conf|json|ya?ml|txt)$/.test(unseen) ||
    !/\+|^\d*[1357]\d\d$/.test(mode)
    ? undefined
    : looksLikeFolder(unseen)
      ? undefined
      : `makes \`${unseen}\` a program, which cannot be seen`
}

const looksLikeFolder = (path: string): boolean =>
  /^\/(app|srv|data|tmp|home|opt|workspace|code|var|run|root|mnt|config|etc)(\/[\w.-]+)?$/.test(path) &&
  !path.includes('.')
