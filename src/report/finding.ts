import type {
  AppliedChange,
  RefusedPlace,
  Safety,
  WithheldChange,
  WithheldReason,
} from '../engine/transform.js'
import type { Done } from './outcome.js'

/** A finding as reports show it. Lines and columns are 1-based, of the text before; columns count UTF-16 code units. */
export interface ReportedFinding {
  readonly path: string
  readonly line: number
  readonly column: number
  /** It ends on its line, in front of this column. */
  readonly endColumn: number
  readonly transform: string
  /** Undefined for a place where no change was wanted. */
  readonly safety: Safety | undefined
  readonly title: string
  readonly because: string
  readonly became: 'applied' | WithheldReason | 'refused'
  /** Bytes, where they are known. */
  readonly saves: number | undefined
  /** As the engine tells it. */
  readonly of: AppliedChange | WithheldChange | RefusedPlace
}

/** The changes of a file, by place. */
export function findingsIn(done: Done): readonly ReportedFinding[] {
  const at = placer(done)
  return inOrder(
    done.changeset.applied.map((of) => ({
      ...at(of),
      ...wordsOf(of),
      became: 'applied',
      saves: of.saves,
      of,
    })),
  )
}

/** The places of a file that were seen and left alone, by place. */
export function leftAloneIn(done: Done): readonly ReportedFinding[] {
  const at = placer(done)
  const unknown = { saves: undefined }
  return inOrder([
    ...done.changeset.withheld.map((of) => ({
      ...at(of),
      ...wordsOf(of),
      became: of.reason,
      ...unknown,
      of,
    })),
    ...done.changeset.refused.map((of) => ({
      ...at(of),
      ...{ transform: of.transform, safety: undefined, title: '', because: of.because },
      ...{ became: 'refused' as const, ...unknown, of },
    })),
  ])
}

/** The text of a line without its end, also where only `\n` ends lines. */
export const linesIn = (text: string): readonly string[] =>
  text.split('\n').map((line) => line.replace(/\r$/, ''))

/** A sentence with a capital and a full stop. */
export const sentence = (text: string): string =>
  text.slice(0, 1).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.')

/** What a finding is and rests on, in two sentences. */
export const messageOf = ({ title, because }: Pick<ReportedFinding, 'title' | 'because'>): string =>
  `${sentence(title)} ${sentence(because)}`

const wordsOf = ({ transform, safety, title, because }: AppliedChange | WithheldChange) => ({
  transform,
  safety,
  title,
  because,
})

function placer({ source }: Done) {
  const lines = linesIn(source.text)
  return ({ line, column }: { readonly line: number; readonly column: number }) => {
    const end = (lines[line - 1] ?? '').trimEnd().length + 1
    return { path: source.path, line, column, endColumn: Math.max(end, column) }
  }
}

const inOrder = (findings: readonly ReportedFinding[]) =>
  [...findings].sort(
    (a, b) =>
      a.line - b.line ||
      a.column - b.column ||
      compare(a.transform, b.transform) ||
      compare(a.title, b.title) ||
      compare(a.because, b.because),
  )

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
