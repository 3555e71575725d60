import type { OpenFormat } from '../format.js'
import { entryOf, jsonReport, type FileEntry } from '../json.js'

/** One object, as `schemas/report.schema.json` describes it. */
export const json: OpenFormat = ({ command, repository, written }) => {
  const entries: FileEntry[] = []
  return {
    file: (outcome, patch) => {
      entries.push(entryOf(outcome, patch, written))
      return ''
    },
    end: (tally) => jsonReport({ command, repository }, entries, tally),
  }
}
