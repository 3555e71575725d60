import { expandBraces, isWithin, resolve, type Command, type Word } from '../../src/kit.js'
import type { CacheManager } from '../../src/knowledge/caches.js'

/** Whether a command may remove the cache of a manager, or a part of it. */
export function removesCache(command: Command, manager: CacheManager): boolean {
  const { name, args } = resolve(command)
  return /^(rm|find)$/.test(name ?? '') && args.some((word) => namesCache(word, manager))
}

/** Whether a word names the cache, what it lies in, or what lies in it. */
function namesCache(word: Word, manager: CacheManager): boolean {
  const text = word.value ?? word.text.replace(/["']/g, '').replace('$CARGO_HOME', '/usr/local/cargo')
  return isCache(text, manager) || (/[$`]/.test(text) && /cache/i.test(text))
}

/** Whether a path is that of the cache, of what it lies in, or of what lies in it; the home itself is not meant. */
export function isCache(path: string, { folders }: CacheManager): boolean {
  return expandBraces(path).some((one) => {
    const general = one
      .replace(/^(\/root|\/home\/[^/]+|\$HOME|\$\{HOME\})(?=\/|$)/, '~')
      .replace(/\/{2,}/g, '/')
      .replace(/(\/\.?\**)+$/, '')
    const glob = general.search(/[*?[]/)
    if (general === '' || general === '~') return false
    return folders.some((folder) => {
      if (glob < 0) return isWithin(folder, general) || isWithin(general, folder)
      const start = general.slice(0, glob)
      return start.length > 2 && (folder.startsWith(start) || start.startsWith(folder))
    })
  })
}
