import type { Changeset } from '../../src/index.js'

export { lostComments } from '../../src/testing/comments.js'

/** Comments that stand above something else than before, or in another order. */
export function movedComments({ before, after, applied }: Changeset): string[] {
  // They have the right to take away what a comment speaks of, or to take the comment along.
  if (applied.some(({ transform }) => /^(cleanup-hoist|apk-skip-cache)$/.test(transform))) return []
  const now = commentsIn(after)
  if (applied.some(({ transform }) => /^(install-sink|stage-split)$/.test(transform)))
    return elsewhere(commentsIn(before), now, applied)
  const isTranslated = applied.some(({ transform }) => transform === 'base-alpine')
  // What a build needs comes and goes in its RUN: a comment above the RUN speaks of all of it.
  const isBuilt = applied.some(({ title }) => title.includes(' build with '))
  const isUnpacked = applied.some(({ transform }) => transform === 'copy-archive')
  // The certificates that were installed are there.
  const isCertified = applied.some(({ transform }) => /^base-(distroless|scratch)$/.test(transform))
  return commentsIn(before).flatMap(({ text, above, isAboveRun }, i) => {
    const stays =
      now[i]?.text === text &&
      (now[i].above === above ||
        above === 'workdir' ||
        above?.startsWith('#') ||
        (isTranslated && isTranslation(above, now[i].above)) ||
        (isUnpacked && above === 'copy' && (now[i].above === 'add' || now[i].isAboveRun)) ||
        (isCertified && /^(apt|apk)$/.test(above ?? '')) ||
        (isBuilt && isAboveRun && now[i].isAboveRun && now[i].above === 'apt'))
    return stays ? [] : [`${text} above ${above}, now ${now[i]?.text} above ${now[i]?.above}`]
  })
}

/** What apt does, apk does or nobody, and its options go; what makes users makes users. */
const isTranslation = (old: string | undefined, now: string | undefined): boolean =>
  /^(apt|rm)$|^-|[/*]/.test(old ?? '') || (accounts.test(old ?? '') && accounts.test(now ?? ''))

const accounts = /^(user|group)(add|mod)$|^add(user|group)$/

/** Comments of which none of the same text stands above the same; their order may be another. */
function elsewhere(
  before: readonly Comment[],
  now: readonly Comment[],
  applied: Changeset['applied'],
): string[] {
  const isTranslated = applied.some(({ transform }) => transform === 'base-alpine')
  const isUnpacked = applied.some(({ transform }) => transform === 'copy-archive')
  return before.flatMap(({ text, above }) => {
    const same = now.filter((comment) => comment.text === text)
    const stays =
      /^(workdir$|#)/.test(above ?? '') ||
      same.some(
        (comment) =>
          comment.above === above ||
          (isTranslated && isTranslation(above, comment.above)) ||
          (isUnpacked && above === 'copy' && (comment.above === 'add' || comment.isAboveRun)),
      )
    return stays ? [] : [`${text} above ${above}, now above ${same.map((comment) => comment.above).join()}`]
  })
}

interface Comment {
  readonly text: string
  /**
   * The word that comes next: a command, or a keyword other than RUN. What a change may bring in front of it, and
   * the tag of an image, do not count.
   */
  readonly above: string | undefined
  readonly isAboveRun: boolean
}

function commentsIn(text: string): Comment[] {
  const found: Comment[] = []
  let above: string | undefined
  let isAboveRun = false
  for (const line of text.split('\n').reverse()) {
    const word = line
      .replaceAll(/--\S*"[^"]*"/g, '')
      .split(/[\s;&|(){}\\`\uFEFF]+/)
      .find((part) => !/^(run|sudo|--.*)?$/i.test(part))
    if (line.trimStart().startsWith('#')) found.unshift({ text: line.trim(), above, isAboveRun })
    else if (word !== undefined) {
      isAboveRun = /^\s*run\s/i.test(line)
      above = word
        .toLowerCase()
        .replace(/^(apt-get|aptitude)$/, 'apt')
        .replace(/^(microdnf|yum)$/, 'dnf')
        .replace(/:.*$/s, '')
    }
  }
  return found
}
