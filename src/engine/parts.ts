import type { Finding, RewriteOptions, Transform } from './transform.js'

/** What a transform answers to: its id, and one name for each of its parts. */
export const namesOf = ({ id, meta }: Transform): readonly string[] => [
  id,
  ...(meta.parts ?? []).map((part) => `${id}:${part}`),
]

/** Whether any part of a transform may run. */
export const isChosen = (transform: Transform, options: RewriteOptions): boolean =>
  transform.meta.parts === undefined
    ? isAsked(transform.id, undefined, options)
    : transform.meta.parts.some((part) => isAsked(transform.id, part, options))

/** Whether a transform, or that part of it, may run: the narrower name counts where both are given a level. */
export function isAsked(id: string, part: Finding['part'], options: RewriteOptions): boolean {
  const { only, skip } = options
  const names = part === undefined ? [id] : [id, `${id}:${part}`]
  if (only && !names.some((name) => only.includes(name))) return false
  return !names.some((name) => skip?.includes(name)) && levelOf(id, part, options) !== 'off'
}

/** How far a transform, or that part of it, was told to go; undefined where nothing was said. */
export const levelOf = (
  id: string,
  part: Finding['part'],
  { levels }: RewriteOptions,
): 'off' | 'safe' | 'unsafe' | undefined =>
  (part === undefined ? undefined : levels?.[`${id}:${part}`]) ?? levels?.[id]
