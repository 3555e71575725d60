import type { Instruction, LockedPackage, Stage, Subject } from '../../src/kit.js'
import { Reader } from './reader.js'

/** What a stage, and those built on it, use of its base. */
export interface Needs {
  /** Debian packages that the slim image lacks and the stages use, each with what uses it; sorted. */
  readonly packages: ReadonlyMap<string, string>
  /** What cannot be known to work on the slim image: reasons, in the order of the file. */
  readonly doubts: readonly string[]
  /** The first instruction that needs one of the packages. */
  readonly first: Instruction | undefined
  /** What npm installs, as the seen lock files say. */
  readonly locked: readonly LockedPackage[]
}

/** Reads all that runs in a stage and its heirs. `name` and `release` are those of the base. */
export function needsOf(stage: Stage, subject: Subject, name: string, release: string | undefined): Needs {
  const reader = new Reader(subject, name, release, stage.image?.tag ?? 'latest')
  for (const member of [stage, ...stage.heirs]) {
    for (const { from, instruction } of member.sources)
      if (name !== 'debian')
        reader.doubt(
          `what line ${instruction.startLine} takes from ${typeof from === 'string' ? `\`${from}\`` : 'another stage'} may need more`,
        )
    for (const instruction of member.instructions) reader.read(member, instruction)
  }
  const members = [stage, ...stage.heirs].flatMap(({ instructions }) => instructions)
  if (name !== 'debian' && !members.some(({ keyword }) => /^(CMD|ENTRYPOINT)$/.test(keyword)))
    reader.doubt('nothing says what the image runs: others may be built on it')
  const packages = new Map([...reader.debian.packages].sort(([a], [b]) => (a < b ? -1 : 1)))
  return {
    packages,
    doubts: [...reader.doubts],
    first: reader.debian.first,
    locked: reader.projects.locked,
  }
}
