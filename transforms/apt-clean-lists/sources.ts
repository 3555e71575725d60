import { copyOf, type Instruction, listsEvents, type Stage, type Subject } from '../../src/kit.js'

/** Whether an instruction may change where apt gets its packages, so that another update would see other ones. */
export function mayChangeSources(instruction: Instruction): boolean {
  const { keyword, args } = instruction
  if (keyword === 'RUN') return namesSources(args.text)
  if (keyword === 'ENV' || keyword === 'ARG') return /proxy/i.test(args.text)
  if (keyword !== 'COPY' && keyword !== 'ADD') return false
  return /^\/?$|^\/etc(\/apt.*)?\/?$|\$/.test(copyOf(instruction).target)
}

/** Whether a RUN may change the sources behind its update. */
export function changesSourcesBehind({ model }: Subject, stage: Stage, instruction: Instruction): boolean {
  const body = model.bodyOf(stage, instruction)
  const update = listsEvents(model, stage, instruction).findLast(({ kind }) => kind === 'make')
  return body.kind === 'none' || !update || namesSources(body.script.text.slice(update.command!.span.end))
}

const namesSources = (text: string): boolean =>
  /\/etc\/apt|apt-key|apt-add-repository|add-apt-repository|dpkg\s+(-\w*i|--install|--add-arch)|keyrings|sources\.list|\.deb\b/.test(
    text,
  )
