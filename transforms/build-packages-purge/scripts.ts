import { copiedBy, isContextCopy, programOf, type Stage, type Subject } from '../../src/kit.js'
import { buildTool, callsGit } from '../../src/knowledge/build-tools.js'
import type { Run } from './run.js'

/** Why scripts that are copied may call what fetches; undefined where all were seen, and do not. */
export function unseenUse(stage: Stage, subject: Subject, run: Run): string | undefined {
  const fetchers = run.gone.flatMap((name) => {
    const tool = buildTool(name)
    return tool?.kind === 'fetch' ? tool.programs : []
  })
  if (fetchers.length === 0) return undefined
  const names = run.installs.flatMap((install) => install.names)
  const called = run.body.script.commands.map((command) => programOf(command).base)
  const idle = names.find(
    (name) =>
      !run.gone.includes(name) &&
      !called.includes(name) &&
      (buildTool(name)?.kind === 'fetch' || /^(jq|openssh(-client)?|rsync)$/.test(name)),
  )
  if (idle !== undefined) return `\`${idle}\`, which nothing here uses, tells of jobs that are not seen`
  const { text } = subject.file
  if (fetchers.includes('git') && callsGit(text)) return 'something in the file may call git while it runs'
  const lineage = [stage, ...stage.heirs]
  for (let s = stage.parent; s; s = s.parent) lineage.push(s)
  for (const member of lineage)
    for (const instruction of member.instructions) {
      if (!isContextCopy(instruction)) continue
      const { files, doubts } = copiedBy(subject, member, instruction)
      if (files.length === 0) return doubts[0] ?? `what line ${instruction.startLine} copies cannot be seen`
      for (const { file } of files) {
        const text = subject.context?.read(file)
        if (text === undefined) return `\`${file}\` cannot be read`
        const word = text.split(/[^\w.+-]+/).find((part) => fetchers.includes(part))
        if (word !== undefined) return `\`${file}\` names \`${word}\``
      }
    }
  return undefined
}
