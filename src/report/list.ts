import type { ReportFormat } from './format.js'
import type { Outcome } from './outcome.js'
import { wellFormed } from './places.js'

/** A report that is one JSON array between a head and a tail; one item a line. */
export function listOf(
  head: string,
  tail: string | ReportFormat['end'],
  itemsOf: (outcome: Outcome) => readonly object[],
): ReportFormat {
  let comma = ''
  return {
    start: () => `${head}\n`,
    file: (outcome) => {
      const items = itemsOf(outcome).map((item) => JSON.stringify(item, wellFormedIn))
      if (items.length === 0) return ''
      const text = comma + items.join(',\n')
      comma = ',\n'
      return text
    },
    end: (tally) => `${comma === '' ? '' : '\n'}${typeof tail === 'string' ? tail : tail(tally)}`,
  }
}

/** Half a pair, which JavaScript escapes, is an error to readers in Go. */
const wellFormedIn = (_: string, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value)
