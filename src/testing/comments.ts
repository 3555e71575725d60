/** Lines that begin with `#`, wherever they stand, without what surrounds them; each as often as it is missed. */
export function lostComments(before: string, after: string): string[] {
  const left = commentsIn(after)
  return commentsIn(before).filter((comment) => {
    const at = left.indexOf(comment)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const commentsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('#'))
