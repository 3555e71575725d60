import { rowOf } from '../formats/csv.js'
import { sortedRows, type Runs, type Sums } from './sums.js'

const columns = [
  ...['files', 'changed', 'failed', 'skipped', 'safe', 'unsafe', 'withUnsafe', 'leftAlone', 'saves'],
  ...['known', 'unknown', 'before', 'after'],
] as readonly (keyof Sums)[]

/** A row for each repository, as RFC 4180 has it. Sizes are bytes. */
export const csv = (runs: Runs): string =>
  [
    rowOf(['repository', ...columns]),
    ...sortedRows(runs).map(([name, sums]) => rowOf([name, ...columns.map((column) => sums[column])])),
  ].join('')
