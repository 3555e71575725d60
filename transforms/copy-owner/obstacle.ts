import {
  copyOf,
  expand,
  type Instruction,
  joinPath,
  needsBuildKit,
  type Scope,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import type { Call } from './call.js'

/** Why a COPY cannot give its files what the call gives them. */
export function obstacleIn(
  stage: Stage,
  { model, file }: Subject,
  copy: Instruction,
  { flag, value, path, isWhole }: Call,
  scope: Scope,
): string | undefined {
  const { keyword, flags, startLine } = copy
  const line = `line ${startLine}`
  const flagOf = (wanted: string): string | undefined => flags.find(({ name }) => name === wanted)?.value
  const given = flagOf(flag)
  if (given !== undefined && given !== value) return `${line} has another \`--${flag}\``
  const strange = flags.find(({ name }) => !/^(chown|chmod|from|link)$/.test(name))
  if (strange) return `${line} has \`--${strange.name}\``
  if (flags.some(({ name }) => name === 'link') && flag === 'chown' && !/^\d+:\d+$/.test(value))
    return `${line} is linked, and cannot look names up`
  if (flagOf('from') !== undefined && flag === 'chown') {
    if (!isWhole) return `${line} brings the groups that files have where they come from`
    if (/\bsetcap\b|chmod\s+(-\S+\s+)*([ug]*\+\w*s|0?[2-7]\d{3}\b)/.test(file.text))
      return `${line} may bring rights that a change of the owner takes away`
  }
  if (!isSame(value, model.scopeAt(stage, copy), scope)) return `${line} knows other variables`
  const { sources, target } = copyOf(copy)
  if (keyword === 'ADD' && !sources.every(isPlain)) return `${line} may unpack an archive, or fetch a file`
  const depth = depthOf(target, model.scopeAt(stage, copy), file.escape, path)
  if (depth > 1 && !needsBuildKit(file))
    return `builders differ in who owns the folders on the way to what ${line} copies`
  return undefined
}

/** Whether ADD takes a source as it is: a folder, or a file with an ending that no archive has. */
const isPlain = (source: string): boolean =>
  !/:\/\/|^git@/.test(source) &&
  (/(^|\/)\.?$/.test(source) || /(?<!\.(t?(gz|bz2|xz|zst|lzma)|tar|tbz2?|tgz))$/i.test(source)) &&
  (/(^|\/)\.?$/.test(source) || /\.\w+$/.test(source))

/** How many names a target has below a folder. */
function depthOf(target: string, scope: Scope, escape: string, folder: string): number {
  const path = joinPath(scope.workdir, expand(target, scope, escape) ?? '')!
  return path.slice(folder.length).split('/').filter(Boolean).length
}

/** Whether all variables of a value are the same in two places. */
const isSame = (value: string, one: Scope, other: Scope): boolean =>
  (value.match(/\w+/g) ?? []).every(
    (name) =>
      !value.includes('$') ||
      (one.variables.has(name) === other.variables.has(name) &&
        one.variables.get(name) === other.variables.get(name)),
  )
