import {
  baseName,
  copyOf,
  type Instruction,
  joinPath,
  type Span,
  type Stage,
  type Subject,
} from '../../src/kit.js'

/** An archive that a COPY brings alone. */
export interface Archive {
  readonly kind: 'tar' | 'other'
  readonly name: string
  /** Where it lies in the image. */
  readonly path: string
  /** The word that says so. */
  readonly target: Span
}

/** Endings of what ADD unpacks; the content decides, and tar asks for the same. */
const tars = /\.(tar|tar\.gz|tgz|tar\.bz2|tbz2?|tar\.xz|txz)$/

/** Endings of what ADD copies as it is. */
const others = /\.(zip|7z|rar|deb)$/

/** The archive that an instruction copies out of the build context; undefined for anything else. */
export function archiveIn(stage: Stage, { model }: Subject, copy: Instruction): Archive | undefined {
  if (copy.keyword !== 'COPY' || copy.json || copy.flags.length > 0 || copy.heredocs.length > 0)
    return undefined
  const { sources, target } = copyOf(copy)
  const [source, ...more] = sources
  if (source === undefined || more.length > 0) return undefined
  const kind = tars.test(source) ? 'tar' : 'other'
  const ending = kind === 'tar' ? tars : others
  if (!ending.test(source)) return undefined
  if (/[*?[\]$"'\\]/.test(source + target)) return undefined
  const place = joinPath(model.scopeAt(stage, copy).workdir, target)
  const at = copy.args.text.lastIndexOf(target)
  if (place === undefined) return undefined
  const name = baseName(source)
  const isFile = ending.test(target)
  return {
    kind,
    name: isFile ? baseName(target) : name,
    path: isFile ? place : joinPath(place, name)!,
    target: copy.args.toSourceSpan({ start: at, end: at + target.length }),
  }
}
