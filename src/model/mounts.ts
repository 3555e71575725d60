import type { Instruction } from '../syntax/nodes.js'
import { isWithin } from './paths.js'

/** Whether a `--mount` of the instruction lies over, above or below a path. */
export function mountsOver({ flags }: Instruction, path: string): boolean {
  return flags.some(({ name, value }) => {
    if (name !== 'mount') return false
    const target = /(?:^|,)(?:target|dst|destination)=([^,]+)/.exec(value ?? '')?.[1]?.replace(/\/+$/, '')
    if (target === undefined) return !/type=(secret|ssh)/.test(value ?? '')
    return target === '' || target.includes('$') || isWithin(path, target) || isWithin(target, path)
  })
}
