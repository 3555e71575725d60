/** What is no image that can be read, or cannot be had: one line for the user that says what, where and what to do. */
export class ImageProblem extends Error {}

/** What an error of the system or of a library says, in a few words. */
export function wordsOf(error: unknown): string {
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown }
  return words[String(code)] ?? String(message ?? error)
}

/** Whether the system refused something. */
export const isOfSystem = (error: unknown): boolean => /^E[A-Z]+$/.test(String(Object(error).code))

const words: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'no permission',
  EISDIR: 'is a directory',
  EIO: 'the device failed',
  ENOSPC: 'no space left on the device',
}
