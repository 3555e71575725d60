import { aptCall } from '../syntax/apt.js'
import type { Instruction } from '../syntax/nodes.js'
import type { Model, Stage } from './model.js'

/** Folders that slim images leave out, or a folder or pattern that reaches into them; and the reader of manuals. */
const documents =
  /\/usr\/share(\/(doc|man|info|locale|groff|lintian)\b|\/?(?=[\s"',;]|$)|\/?[^\s/]*[*?[{])|\/usr\/?(?=[\s"',;]|$)|(^|[;&|]\s*)man\s|\bmandb\b/

/** Whether a text names what slim images leave out. */
export const namesDocumentation = (text: string): boolean => documents.test(text)

/** Packages that link to their manual pages when they are configured, and fail where the folder is missing. */
const linksManuals = /^(openjdk-|default-j(re|dk)|postgresql)/

/** What a Debian base without documentation means for this stage; `release` may be `an old release`. */
export function documentationUse(
  { model }: { readonly model: Model },
  stage: Stage,
  release: string | undefined,
): { refused?: boolean; because: string } | undefined {
  const isOld = release !== undefined && /^(wheezy|jessie|stretch|buster|an old release)$/.test(release)
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
    for (const instruction of member.instructions) {
      const { keyword, args, startLine } = instruction
      if (/^(LABEL|MAINTAINER|FROM)$/.test(keyword)) continue
      if (documents.test(args.text))
        return { because: `line ${startLine} names documentation, which slim images leave out` }
      if (keyword !== 'RUN') continue
      const manual = isOld
        ? packagesOf(model, member, instruction).find((name) => linksManuals.test(name))
        : undefined
      if (manual !== undefined)
        return {
          refused: true,
          because: `\`${manual}\` fails to configure on the slim image of ${release}`,
        }
      if (isOld && /\bapt(-get|itude)?\b|\bdpkg\b/.test(args.text))
        return { because: `packages with manual pages may fail to configure on the slim image of ${release}` }
    }
  }
  return undefined
}

/** The packages that a RUN names, as they are written. */
function packagesOf(model: Model, stage: Stage, instruction: Instruction): readonly string[] {
  if (model.bodyOf(stage, instruction).kind === 'none') return instruction.args.text.split(/[\s"']+/)
  return model
    .commandsIn(stage, instruction)
    .map(aptCall)
    .flatMap((call) => (call?.verb === 'install' ? call.packages.map(({ text }) => text) : []))
}
