import { hasRootUser } from '../knowledge/images.js'
import type { Scope, Stage } from './model.js'
import { rootOf } from './stages.js'

/** Whether instructions run as root beyond doubt: USER says so, or the base image is known to. */
export function isRoot(stage: Stage, { user }: Scope): boolean {
  if (user !== undefined) return /^(root|0)(:(root|0))?$/.test(user)
  const { image } = rootOf(stage)
  return image !== undefined && hasRootUser(image.name)
}
