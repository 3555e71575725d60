import type { AppliedChange, Transform } from '../engine/transform.js'
import type { Done, Outcome } from './outcome.js'
import type { Tally } from './tally.js'

/** A form of report, written piece by piece: what goes in front, for each file, and behind. */
export interface ReportFormat {
  readonly start?: () => string
  /** `patch` is empty unless the form is one of `formatsWithPatch`. */
  readonly file: (outcome: Outcome, patch: string) => string
  readonly end: (tally: Tally) => string
  /** Markdown for the page of a GitHub job. */
  readonly summary?: (tally: Tally) => string
}

/** What a report may ask of the run. */
export interface Setting {
  readonly command: 'fix' | 'check'
  readonly version: string
  /** What the files are of, where that was said: it tells results of many runs apart. */
  readonly repository?: string | undefined
  readonly transforms: readonly Transform[]
  /** Whether changes went into the files. */
  readonly written: 'written' | 'dry'
  /** Name the places that were left alone, where the form has room for them. */
  readonly showSkipped: boolean
  /** A path as seen from the root of the repository. */
  readonly fromRoot: (path: string) => string
  /** What a file would read with some of its changes alone; undefined when it cannot be rewritten so. */
  readonly alone: (done: Done, changes: readonly AppliedChange[]) => string | undefined
}

/** Begins a report. */
export type OpenFormat = (setting: Setting) => ReportFormat
