import type { Dockerfile } from '../syntax/nodes.js'

/**
 * Whether a file can be built with BuildKit alone, and by a frontend that knows `--mount` and `--chmod`: 1.2 and later.
 * Source: the reference of the Dockerfile, November 2026.
 */
export function needsBuildKit(file: Dockerfile): boolean {
  const { instructions } = file
  const syntax = frontendOf(file)
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

/**
 * Whether BuildKit takes the ignore file that bears the name of this Dockerfile: since version 0.5, in Docker 19.03, and
 * by its frontend from 1.1 on. Of frontends of others it is not known.
 * Source: frontend/dockerfile/builder of moby/buildkit 0.4.0 and 0.5.1.
 */
export function readsOwnIgnoreFile(file: Dockerfile): boolean {
  const frontend = frontendOf(file)
  return (
    frontend === undefined ||
    /^(docker\.io\/)?docker\/dockerfile(-upstream)?(?![\w/-])(?!:1\.0(?!\d))/.test(frontend)
  )
}

/** What `# syntax=` names. */
const frontendOf = ({ text, directivesEnd }: Dockerfile): string | undefined =>
  /(?:^|\uFEFF)#\s*syntax\s*=\s*(\S+)/im.exec(text.slice(0, directivesEnd))?.[1]
