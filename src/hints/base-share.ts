import { hashOf, type Hint, type Instruction, type Opening, rootOf, type Subject } from '../kit.js'

export const baseShare: Hint = {
  id: 'base-share',
  summary: 'Build what several images begin with once, as an image of its own',
  why:
    'Images that begin with the same FROM and RUNs have the same layers only where they are built on one machine with one ' +
    'cache. Built apart, each has layers of its own with the same files in them, which are stored, sent and scanned once ' +
    'for each image.',
  leaves: [
    'fewer than three files of a run',
    'openings of fewer than two RUNs',
    'what comes behind the first COPY or ADD: another context has other files',
    'bases that depend on a build argument without a default',
  ],
  open,
}

/** More instructions at the start of a file are not compared. */
const most = 40

/** What the stage that a file ships begins with; undefined where that is too little, or a comment says so. */
function open(subject: Subject): Opening | undefined {
  const { file, model } = subject
  const last = model.stages.at(-1)
  const stage = last && rootOf(last)
  if (stage?.image === undefined || subject.isIgnored(stage.from)) return undefined
  const global =
    stage.variables.length > 0
      ? file.instructions.slice(0, file.instructions.indexOf(model.stages[0]!.from))
      : []
  const flags = stage.from.flags.map(({ text }) => text)
  let hash = hashOf([stage.reference, ...flags, ...global.map(textOf)])
  let lines = linesIn(stage.from)
  let runs = 0
  const opening = { line: stage.from.startLine, hashes: [] as string[], lines: [] as number[] }
  for (const instruction of stage.instructions.slice(0, most)) {
    if (!isApartFromContext(instruction)) break
    hash = hashOf([hash, textOf(instruction)])
    lines += linesIn(instruction)
    if (instruction.keyword === 'RUN') runs++
    if (runs < 2) continue
    opening.hashes.push(hash)
    opening.lines.push(lines)
  }
  return runs < 2 ? undefined : opening
}

const linesIn = ({ startLine, endLine }: Instruction): number => endLine - startLine + 1

/** As it stands there, but for blanks around it and comments in it. */
const textOf = ({ line, heredocs }: Instruction): string =>
  [line.text.trim(), ...heredocs.map(({ content }) => content)].join('\n')

/** Whether an instruction does the same wherever the file lies. */
const isApartFromContext = ({ keyword, flags }: Instruction): boolean =>
  !/^(COPY|ADD|ONBUILD)$/.test(keyword) &&
  flags.every(
    ({ name, value }) => name !== 'mount' || /(?:^|,)type=(cache|tmpfs|secret|ssh)\b/.test(value ?? ''),
  )
