/** The hunks of a patch as GitHub tells it: which lines of the new file each shows, and their text. */
export function hunksIn(patch) {
  const hunks = []
  let line = 0
  for (const row of patch.split('\n')) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(row)?.[1]
    if (start !== undefined) {
      line = Number(start)
      hunks.push(new Map())
    } else if (row.startsWith('+') || row.startsWith(' ')) hunks.at(-1)?.set(line++, row.slice(1))
  }
  return hunks
}

/** Whether a hunk shows all of these lines. */
export function shows(hunk, first, last) {
  for (let line = first; line <= last; line++) if (!hunk.has(line)) return false
  return true
}

/** Whether a file reads as the pull request has it. A checkout of the merge may be newer. */
export const isAsShown = (lines, hunks) =>
  hunks.every((hunk) =>
    [...hunk].every(([line, text]) => (lines[line - 1] ?? '') === text.replace(/\r$/, '')),
  )
