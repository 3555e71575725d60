import type { OpenFormat } from '../format.js'
import { entryOf } from '../json.js'

/** The files of the JSON report, one object on a line, as soon as each is done. */
export const ndjson: OpenFormat = ({ command, repository, written }) => ({
  file: (outcome, patch) =>
    `${JSON.stringify({ version: 1, command, repository, ...entryOf(outcome, patch, written) })}\n`,
  end: () => '',
})
