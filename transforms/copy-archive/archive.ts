import {
  baseName,
  copyOf,
  type Instruction,
  joinPath,
  type Span,
  type Stage,
  type Subject,
} from '../../src/kit.js'

/** A tar that a COPY brings alone. */
export interface Archive {
  readonly name: string
  /** Where it lies in the image. */
  readonly path: string
  /** The word that says so. */
  readonly target: Span
}

/** Endings of what ADD unpacks; the content decides, and tar asks for the same. */
const tars = /\.(tar|tar\.gz|tgz|tar\.bz2|tbz2?|tar\.xz|txz)$/

/** The archive that an instruction copies out of the build context; undefined for anything else. */
export function archiveIn(stage: Stage, { model }: Subject, copy: Instruction): Archive | undefined {
  if (copy.keyword !== 'COPY' || copy.json || copy.flags.length > 0 || copy.heredocs.length > 0)
    return undefined
  const { sources, target } = copyOf(copy)
  const [source, ...others] = sources
  if (source === undefined || others.length > 0 || !tars.test(source)) return undefined
  if (/[*?[\]$"'\\]/.test(source + target)) return undefined
  const place = joinPath(model.scopeAt(stage, copy).workdir, target)
  const at = copy.args.text.lastIndexOf(target)
  if (place === undefined) return undefined
  const name = baseName(source)
  const isFile = tars.test(target)
  return {
    name: isFile ? baseName(target) : name,
    path: isFile ? place : joinPath(place, name)!,
    target: copy.args.toSourceSpan({ start: at, end: at + target.length }),
  }
}
