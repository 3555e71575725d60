import type { Model } from '../model/model.js'
import type { Dockerfile } from '../syntax/nodes.js'
import { LineIndex } from '../text/lines.js'
import type { Span } from '../text/edit.js'
import { isAsked } from './parts.js'
import { FileSubject } from './subject.js'
import type { Changeset, Opening, RewriteOptions, Subject, WithheldChange } from './transform.js'

/** One kind of thing that only the reader of a file can decide: it is shown, never written, and never fails a check. */
export interface Hint {
  readonly id: string
  /** One line in the imperative. */
  readonly summary: string
  readonly why: string
  /** When it says nothing, one line each. */
  readonly leaves: readonly string[]
  readonly visit?: (subject: Subject) => Iterable<Remark>
  /** What is held against the other files of a run. */
  readonly open?: (subject: Subject) => Opening | undefined
}

/** What a hint says of one place. */
export interface Remark {
  /** Where a comment that tells the hint to be silent is looked for: the instruction at its start. */
  readonly at: Span
  /** In the imperative, for a list. */
  readonly title: string
  /** One sentence. */
  readonly because: string
}

/** What a hint looks at: the text as it was read. */
export interface Looked {
  readonly file: Dockerfile
  readonly model: Model
}

/** What the hints say of a file. */
export function hintsOn(
  { file, model }: Looked,
  hints: readonly Hint[],
  options: RewriteOptions,
): Pick<Changeset, 'withheld' | 'opening'> {
  const seen = new FileSubject(file, model, options.context, options.noPragmas === true)
  const lines = new LineIndex(file.text)
  const withheld: WithheldChange[] = []
  let opening: Opening | undefined
  for (const hint of hints) {
    if (!isAsked(hint.id, undefined, options)) continue
    const subject = seen.as(hint)
    for (const { at, title, because } of hint.visit?.(subject) ?? []) {
      const instruction = file.instructions.find(({ span }) => span.start <= at.start && at.start < span.end)
      const isIgnored = instruction !== undefined && subject.isIgnored(instruction)
      withheld.push({
        ...{ transform: hint.id, title, because, safety: 'hint' },
        ...{ reason: isIgnored ? 'ignored' : 'hint', ...lines.locate(at.start) },
      })
    }
    opening ??= hint.open?.(subject)
  }
  return { withheld, ...(opening && { opening }) }
}
