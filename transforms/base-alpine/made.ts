import type { Journey, Place } from './journey.js'

/** Why a `chmod` does not go along, behind `line 5 `: what becomes a program unseen may be built for glibc. */
export function programMade(
  { files }: Journey,
  { folder }: Place,
  words: readonly (string | undefined)[],
): string | undefined {
  const [mode = '', ...paths] = words.filter((word) => word === undefined || !word.startsWith('-'))
  const isRecursive = words.some((word) => word !== undefined && /^-\w*R/.test(word))
  if (isRecursive || !/\+\w*x|^\d*[1357]\d\d$/.test(mode)) return undefined
  const unseen = paths.find(
    (path) => path !== undefined && mayBeProgram(path) && files.find(path, folder) === undefined,
  )
  return unseen === undefined ? undefined : `makes \`${unseen}\` a program, which cannot be seen`
}

const mayBeProgram = (path: string): boolean =>
  /[/.]/.test(path) && !readable.test(path) && !folders.test(path)

const readable = /\/$|\.(sh|py|rb|pl|js|php|pem|key|conf|json|ya?ml|txt)$/
const folders = /^\/(app|srv|data|tmp|home|opt|workspace|code|var|run|root|mnt|config|etc)(\/[\w-]+)?$/
