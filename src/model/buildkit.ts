import type { Dockerfile } from '../syntax/nodes.js'

/**
 * Whether a file can be built with BuildKit alone, and by a frontend that knows `--mount` and `--chmod`: 1.2 and later.
 * Source: the reference of the Dockerfile, November 2026.
 */
export function needsBuildKit({ text, directivesEnd, instructions }: Dockerfile): boolean {
  const syntax = /(?:^|\uFEFF)#\s*syntax\s*=\s*(\S+)/im.exec(text.slice(0, directivesEnd))?.[1]
  if (syntax !== undefined)
    return /^(docker\.io\/)?docker\/dockerfile(-upstream)?:(1|1\.([2-9]|\d\d)|latest|labs)(?![.\d]*-experimental)/.test(
      syntax,
    )
  return instructions.some(
    ({ keyword, flags, heredocs }) =>
      (/^(RUN|COPY|ADD)$/.test(keyword) && heredocs.length > 0) ||
      flags.some(({ name }) => /^(mount|link|chmod|network|security)$/.test(name)),
  )
}
