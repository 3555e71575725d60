import type { Model, Stage } from './model.js'

/** Folders that slim images leave out, or a folder or pattern that reaches into them; and the reader of manuals. */
const documents =
  /\/usr\/share(\/(doc|man|info|locale|groff|lintian)\b|\/?(?=[\s"',;]|$)|\/?[^\s/]*[*?[{])|\/usr\/?(?=[\s"',;]|$)|(^|[;&|]\s*)man\s|\bmandb\b/

/** What a Debian base without documentation means for this stage. */
export function documentationUse(
  { model }: { readonly model: Model },
  stage: Stage,
  release: string | undefined,
): { refused?: boolean; because: string } | undefined {
  const isOld = release !== undefined && /^(wheezy|jessie|stretch|buster)$/.test(release)
  for (const other of model.stages)
    for (const { from, instruction } of other.sources)
      if (
        typeof from !== 'string' &&
        [stage, ...stage.heirs].includes(from) &&
        documents.test(instruction.line.text)
      )
        return { because: `line ${instruction.startLine} names documentation, which slim images leave out` }
  for (const member of [stage, ...stage.heirs]) {
    const { variables } = model.scopeBehind(member)
    for (const name of ['LANG', 'LC_ALL', 'LANGUAGE', 'LC_MESSAGES']) {
      const value = variables.get(name)
      if (variables.has(name) && (value === undefined || !/^(C|POSIX|en)\b/.test(value)))
        return { because: `\`${name}\` asks for translations, which slim images leave out` }
    }
    for (const { keyword, args, startLine } of member.instructions) {
      if (/^(LABEL|MAINTAINER|FROM)$/.test(keyword)) continue
      if (documents.test(args.text))
        return { because: `line ${startLine} names documentation, which slim images leave out` }
      if (keyword !== 'RUN') continue
      const manual = /\b(openjdk-\S+|default-j(re|dk)\S*|postgresql\S*)/.exec(args.text)
      if (manual && isOld)
        return {
          refused: true,
          because: `\`${manual[1]}\` fails to configure on the slim image of ${release}`,
        }
      if (isOld && /\bapt(-get|itude)?\b|\bdpkg\b/.test(args.text))
        return { because: `packages with manual pages may fail to configure on the slim image of ${release}` }
    }
  }
  return undefined
}
