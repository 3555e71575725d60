/** Stages in the order of the file; what stands in front of the first FROM is one of its own. */
export function stagesIn({ instructions }) {
  const stages = []
  for (const instruction of instructions) {
    if (stages.at(-1)?.number !== instruction.stage)
      stages.push({ number: instruction.stage, instructions: [] })
    stages.at(-1).instructions.push(instruction)
  }
  return stages
}

/** The RUNs and WORKDIRs between any two other instructions. */
export function segmentsIn({ instructions }) {
  const segments = [[]]
  for (const instruction of instructions) {
    if (isRun(instruction) || isWorkdir(instruction)) segments.at(-1).push(instruction)
    else segments.push([])
  }
  return segments
}

const isRun = ({ keyword }) => keyword === 'RUN'
export const isWorkdir = ({ keyword }) => keyword === 'WORKDIR'

/** Whether some transform may touch it. */
export const isMovable = ({ keyword }) => /^(FROM|RUN|WORKDIR)$/.test(keyword)

/** Whether two instructions say the same, wherever they stand. */
export function same(one, other) {
  const told = (instruction) => instruction && { ...instruction, lines: undefined }
  return JSON.stringify(told(one)) === JSON.stringify(told(other))
}
