import { hasRootUser } from '../knowledge/images.js'
import type { Scope, Stage } from './model.js'

/** Whether instructions run as root beyond doubt: USER says so, or the base image is known to. */
export function isRoot(stage: Stage, { user }: Scope): boolean {
  if (user !== undefined) return /^(root|0)(:(root|0))?$/.test(user)
  let first = stage
  while (first.parent) first = first.parent
  return first.image !== undefined && hasRootUser(first.image.name)
}
