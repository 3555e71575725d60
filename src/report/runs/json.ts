import { sortedRows, type Runs } from './sums.js'

/** One object: a row for each repository, the sums of all, and the edits by transform. Sizes are bytes. */
export function json(runs: Runs): string {
  const repositories = sortedRows(runs).map(([repository, sums]) => ({ repository, ...sums }))
  const byTransform = Object.fromEntries([...runs.byTransform].sort(([a], [b]) => (a < b ? -1 : 1)))
  return `${JSON.stringify({ version: 1, repositories, total: runs.total, byTransform }, undefined, 2)}\n`
}
