import { baseName, commandsOf, programOf, type Stage, type Subject } from '../../src/kit.js'
import { callsCompilers } from '../../src/knowledge/build-tools.js'

/** Why an image may be there to build or to work in; undefined where it runs a program. */
export function launchDoubt(stage: Stage, subject: Subject): string | undefined {
  const members = [stage, ...stage.heirs]
  const found = members.flatMap((member) =>
    member.instructions
      .filter(({ keyword }) => /^(CMD|ENTRYPOINT)$/.test(keyword))
      .map((instruction) => [member, instruction] as const),
  )
  const last = found.findLast(([, { keyword }]) => keyword === 'ENTRYPOINT') ?? found.at(-1)
  if (!last) return 'nothing says what the image runs: it may be there to build in'
  const [member, instruction] = last
  const commands = commandsOf(subject, member, instruction)
  if (typeof commands === 'string') return `line ${instruction.startLine} cannot be read: ${commands}`
  for (const command of commands) {
    const { args, base, name } = programOf(command)
    if (name === undefined) return `line ${instruction.startLine} runs a command named by a variable`
    const isBare = args.every(({ text }) => /^-\w*$/.test(text))
    const isShell = /^((ba|da|a|z)?sh|i?python[\d.]*|node|irb|R|julia|php)$/.test(base) && isBare
    const waits = /^(tail|sleep|sshd|jupyter.*|code-server)$/.test(base)
    const builds =
      callsCompilers(base) &&
      !/^(python[\d.]*|npm|yarn|pnpm|npx|node|bundle|bundler|pipenv|poetry|uv|Rscript)$/.test(base)
    const installs =
      callsCompilers(base) && args.some(({ value }) => /^(install|ci|i|add|rebuild|build)$/.test(value ?? ''))
    if (installs) return `line ${instruction.startLine} may build when the image runs`
    if (isShell || waits || builds)
      return `line ${instruction.startLine} runs \`${baseName(name)}\`: people may work in the image`
  }
  return undefined
}
