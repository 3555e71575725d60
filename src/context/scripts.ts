import type { ImageFiles } from './image-files.js'
import { readJson } from './npm-lock.js'

/** What an interpreter is told to run. */
export type Told =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unseen' }
  | { readonly kind: 'module'; readonly name: string }
  /** `files` are all that must have been seen: the script, and what is loaded in front of it. */
  | { readonly kind: 'files'; readonly files: readonly string[] }

/** Reads the words behind `python`, `node` or the like; undefined stands for a word that a variable decides. */
export function toldBy(words: readonly (string | undefined)[]): Told {
  const files: string[] = []
  let at = 0
  for (; words[at]?.startsWith('-'); at++) {
    const flag = words[at]!
    const next = words[at + 1]
    if (/^(--version|-V|-v|--help|-h)$/.test(flag)) return { kind: 'nothing' }
    if (flag === '-m' && next !== undefined) return { kind: 'module', name: next }
    if (/^(-r|--require|--import)$/.test(flag) && next !== undefined) {
      if (/^[./]/.test(next)) files.push(next)
      at++
    } else if (!harmless.test(flag)) return { kind: 'unseen' }
  }
  const script = words[at]
  if (at >= words.length) return { kind: 'nothing' }
  return script === undefined ? { kind: 'unseen' } : { kind: 'files', files: [...files, script] }
}

/** Options of Python and node that load nothing. */
const harmless =
  /^(-[uBOEsSI]+|-W\w+|--(max-old-space-size|max-http-header-size|stack-size|dns-result-order|unhandled-rejections|es-module-specifier-resolution|input-type|title)=\S+|--inspect(-brk)?(=\S+)?|--env-file(-if-exists)?=\S+|--(no-warnings|no-deprecation|enable-source-maps|trace-\w+|expose[-_]gc|harmony|preserve-symlinks|experimental-(modules|specifier-resolution=node|json-modules|fetch|strip-types|global-webcrypto|vm-modules)|openssl-legacy-provider|watch|es-module-specifier-resolution=node))$/

/** The file of the build context that a path stands for, as node and Python look for it. */
export function findScript(files: ImageFiles, path: string, folder: string | undefined): string | undefined {
  const base = path.replace(/\/$/, '')
  const main = readJson(files.read(`${base}/package.json`, folder) ?? '')?.['main']
  const names = ['', '.js', '.cjs', '.mjs', '.ts', '/index.js', '/index.ts', '/__main__.py'].map(
    (end) => base + end,
  )
  if (typeof main === 'string') names.push(`${base}/${main}`, `${base}/${main}.js`)
  return names.map((name) => files.find(name, folder)).find((found) => found !== undefined)
}
