import { aptCall } from '../syntax/apt.js'
import type { Instruction } from '../syntax/nodes.js'
import type { Model, Stage } from './model.js'

/** Folders that slim images leave out, or a folder or pattern that reaches into them; and the reader of manuals. */
const documents =
  /\/usr\/share(\/(doc|man|info|locale|groff|lintian)\b|\/?(?=[\s"',;]|$)|\/?[^\s/]*[*?[{])|\/usr\/?(?=[\s"',;]|$)|(^|[;&|]\s*)man\s|\bmandb\b/

/** Whether a text names what slim images leave out. */
export const namesDocumentation = (text: string): boolean => documents.test(text)

/** Whether a package links to its manual pages when it is configured, and fails where their folder is missing. */
export const linksManuals = (name: string): boolean => /^(openjdk-|default-j(re|dk)|postgresql)/.test(name)

/** Whether slim images of a Debian release, or of `an old release`, have no folders for manual pages. */
export const lacksManualFolders = (release: string): boolean =>
  /^(wheezy|jessie|stretch|buster|an old release)$/.test(release)

/** What a Debian base without documentation means for this stage; `release` may be `an old release`. */
export function documentationUse(
  { model }: { readonly model: Model },
  stage: Stage,
  release: string | undefined,
): { refused?: boolean; because: string } | undefined {
  const isOld = release !== undefined && lacksManualFolders(release)
  const failing = isOld ? findLinker(model, stage) : undefined
  if (failing !== undefined)
    return { refused: true, because: `\`${failing}\` fails to configure on the slim image of ${release}` }
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
      if (keyword === 'RUN' && isOld && /\bapt(-get|itude)?\b|\bdpkg\b/.test(args.text))
        return { because: `packages with manual pages may fail to configure on the slim image of ${release}` }
    }
  }
  return undefined
}

/** A package that fails to configure without folders for manual pages, where no command makes them. */
function findLinker(model: Model, stage: Stage): string | undefined {
  const runs = [stage, ...stage.heirs].flatMap((member) =>
    member.instructions.flatMap((run) => (run.keyword === 'RUN' ? { member, run } : [])),
  )
  if (runs.some(({ run }) => run.args.text.includes('/usr/share/man'))) return undefined
  return runs.flatMap(({ member, run }) => packagesOf(model, member, run)).find(linksManuals)
}

/** The packages that a RUN names, as they are written. */
function packagesOf(model: Model, stage: Stage, instruction: Instruction): readonly string[] {
  if (model.bodyOf(stage, instruction).kind === 'none') return instruction.args.text.split(/[\s"']+/)
  return model
    .commandsIn(stage, instruction)
    .map(aptCall)
    .flatMap((call) => (call?.verb === 'install' ? call.packages.map(({ text }) => text) : []))
}
