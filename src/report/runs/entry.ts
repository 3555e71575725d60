import type { Safety, WithheldReason } from '../../engine/transform.js'

/** What a line of an ndjson report says of one file, as far as results are summed up. */
export interface Entry {
  readonly kind: 'entry'
  readonly repository: string | undefined
  readonly status: Status
  readonly applied: readonly Edit[]
  /** Why changes were not made. */
  readonly withheld: readonly (WithheldReason | undefined)[]
  /** Places where no change was wanted. */
  readonly refused: number
  /** Bytes of the images that were built. */
  readonly measured: { readonly before: number; readonly after: number } | undefined
}

/** A change that was made, or would be. `saves` is bytes. */
export interface Edit {
  readonly transform: string
  readonly safety: Safety
  readonly saves: number | undefined
}

/** A line that no report of ours has, and why. */
export interface Broken {
  readonly kind: 'broken'
  readonly reason: string
}

const statuses = ['unchanged', 'changed', 'written', 'skipped', 'failed'] as const
type Status = (typeof statuses)[number]

/** Reads a line of `--format ndjson`, as `schemas/report.schema.json` describes it. Never throws. */
export function readEntry(line: string): Entry | Broken {
  try {
    return entryIn(JSON.parse(line))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return broken(line.trimStart().startsWith('{') ? 'the line is cut off or is not JSON' : 'not JSON')
  }
}

function entryIn(value: unknown): Entry | Broken {
  if (!isObject(value) || typeof value.path !== 'string') return broken('not a line of an ndjson report')
  if (value.version !== 1)
    return broken(`the report is of version ${String(value.version)}, this dfslim reads 1`)
  const status = statuses.find((name) => name === value.status)
  if (status === undefined) return broken('a file without a known status')
  const { repository, measured } = value
  return {
    kind: 'entry',
    repository: typeof repository === 'string' && repository !== '' ? repository : undefined,
    status,
    applied: objectsIn(value.applied).map(editIn),
    withheld: objectsIn(value.withheld).map(({ reason }) => reason as WithheldReason),
    refused: objectsIn(value.refused).length,
    measured: isObject(measured)
      ? { before: bytesOf(measured.before), after: bytesOf(measured.after) }
      : undefined,
  }
}

const editIn = ({ transform, safety, saves }: Fields): Edit => ({
  transform: String(transform),
  safety: safety === 'unsafe' || safety === 'hint' ? safety : 'safe',
  saves: isSize(saves) ? saves : undefined,
})

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const objectsIn = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isObject) : [])

const isSize = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const bytesOf = (figures: unknown) => (isObject(figures) && isSize(figures.bytes) ? figures.bytes : 0)

const broken = (reason: string): Broken => ({ kind: 'broken', reason })
