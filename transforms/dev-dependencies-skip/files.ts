import {
  copiedBy,
  ImageFiles,
  type Instruction,
  isContextCopy,
  type Stage,
  type Subject,
} from '../../src/kit.js'

/** The files of the build context that the image has in front of a RUN. */
export function filesBefore(stage: Stage, subject: Subject, run: Instruction): ImageFiles {
  const files = new ImageFiles(subject.context)
  const lineage: Stage[] = []
  for (let s: Stage | undefined = stage; s; s = s.parent) lineage.unshift(s)
  for (const member of lineage)
    for (const instruction of member.instructions) {
      if (instruction === run) return files
      if (isContextCopy(instruction))
        for (const placed of copiedBy(subject, member, instruction).files) files.add(placed)
    }
  return files
}
