import { baseName, commandsOf, type ImageFiles, programOf } from '../../src/kit.js'
import type { Seen } from './language.js'
import { lineOf } from './place.js'
import { pipWords } from './requirements.js'

/** Whether what the image runs calls a program that goes. */
export function callDoubt(
  { stage, subject }: Seen,
  files: ImageFiles,
  dropped: ReadonlySet<string>,
): string | undefined {
  const last = (keyword: string) => stage.instructions.findLast((one) => one.keyword === keyword)
  if (!last('ENTRYPOINT') && !last('CMD')) return 'nothing says what the image runs'
  for (const instruction of [last('ENTRYPOINT'), last('CMD'), last('HEALTHCHECK')]) {
    if (!instruction) continue
    const line = lineOf(instruction)
    const commands = commandsOf(subject, stage, instruction)
    if (typeof commands === 'string') return `${line} cannot be read: ${commands}`
    const { workdir } = subject.model.scopeBehind(stage)
    for (const command of commands) {
      const { base, name, args } = programOf(command)
      if (isLost(base, dropped) || pipWords(command)) return `${line} runs \`${base}\`, which is for building`
      const script = /^(ba|da|a)?sh$/.test(base)
        ? args.find(({ value }) => value?.startsWith('-') !== true)?.value
        : name
      if (script === undefined) return `${line} runs a command named by a variable`
      if (!script.includes('/') && !script.endsWith('.sh')) continue
      if (/^\/usr\/(local\/)?s?bin\/[\w-]+$/.test(script) && files.find(script, workdir) === undefined)
        continue
      const text = files.read(script, workdir)
      if (text === undefined) return `what \`${baseName(script)}\` of ${line} runs cannot be seen`
      if (callsBuild.test(text)) return `\`${baseName(script)}\` of ${line} may build when the image runs`
    }
  }
  return undefined
}

const callsBuild =
  /\b(make|gcc|g\+\+|cc|cmake|cargo|pip[\d.]*\s+install|setup\.py|apt-get|apt|apk|pipenv|poetry)\b/

const isLost = (program: string, dropped: ReadonlySet<string>): boolean =>
  dropped.has(program) || /^(make|gcc|g\+\+|cc|cmake|cargo|rustc)$/.test(program)

/** A source that names a compiler among the words of a call. */
export function sourceDoubt(
  { subject: { context } }: Seen,
  dropped: ReadonlySet<string>,
): string | undefined {
  const calling = context
    ?.list('.')
    ?.find(
      (file) =>
        file.endsWith('.py') &&
        !/(^|\/)(tests?|docs)\/|(^|\/)(setup|test_\w+)\.py$/.test(file) &&
        /\b(subprocess|os\.system|popen)\b/.test(context.read(file) ?? '') &&
        /['"](git|gcc|g\+\+|cc|make|cmake|cargo)[\s'"]|pyximport|get_config_var\(|cffi.*verify/.test(
          context.read(file) ?? '',
        ),
    )
  return calling === undefined || dropped.size === 0
    ? undefined
    : `\`${calling}\` may call what is for building`
}
