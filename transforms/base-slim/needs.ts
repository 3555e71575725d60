import type { Instruction, LockedPackage, Stage, Subject } from '../../src/kit.js'
import type { Build } from './debian.js'
import { Reader } from './reader.js'

/** What a stage, and those built on it, use of its base. */
export interface Needs {
  /** Debian packages that the slim image lacks and the stages use, each with what uses it; sorted. */
  readonly packages: ReadonlyMap<string, string>
  /** Why the image must stay. */
  readonly refusal: string | undefined
  /** What cannot be known to work on the slim image: reasons, in the order of the file. */
  readonly doubts: readonly string[]
  /** What is built from source, by where it is. */
  readonly builds: ReadonlyMap<Instruction, Build>
  /** Those of the packages that something uses beside builds. */
  readonly used: ReadonlySet<string>
  /** What apt installs already, and programs that language installers bring. */
  readonly installed: ReadonlySet<string>
  /** Instructions of which something cannot be known. */
  readonly doubtful: ReadonlySet<Instruction>
  /** The first instruction that needs one of the packages. */
  readonly first: Instruction | undefined
  /** What npm installs, as the seen lock files say. */
  readonly locked: readonly LockedPackage[]
}

/** Reads all that runs in a stage and its heirs. `name` and `release` are those of the base. */
export function needsOf(stage: Stage, subject: Subject, name: string, release: string | undefined): Needs {
  const doubtful = new Set<Instruction>()
  const reader = new Reader(subject, name, release, stage.image?.tag ?? 'latest')
  for (const member of [stage, ...stage.heirs]) {
    for (const { from, instruction } of member.sources)
      if (name !== 'debian')
        reader.doubt(
          `what line ${instruction.startLine} takes from ${typeof from === 'string' ? `\`${from}\`` : 'another stage'} may need more`,
        )
    for (const instruction of member.instructions) {
      const { size } = reader.doubts
      reader.read(member, instruction)
      if (reader.doubts.size > size) doubtful.add(instruction)
    }
  }
  for (const other of subject.model.stages)
    for (const { from, instruction } of other.sources)
      if (
        name !== 'debian' &&
        [stage, ...stage.heirs].includes(from as Stage) &&
        /\/(bin|usr\/(?!local\b|src\b))/.test(instruction.args.text)
      )
        reader.doubt(`line ${instruction.startLine} takes what the slim image may lack`)
  const members = [stage, ...stage.heirs].flatMap(({ instructions }) => instructions)
  if (name !== 'debian' && !members.some(({ keyword }) => /^(CMD|ENTRYPOINT)$/.test(keyword)))
    reader.doubt('nothing says what the image runs: others may be built on it')
  const packages = new Map([...reader.debian.packages].sort(([a], [b]) => (a < b ? -1 : 1)))
  return {
    packages,
    refusal: reader.debian.refusal,
    doubts: [...reader.doubts],
    builds: reader.debian.builds,
    used: reader.debian.used,
    installed: reader.debian.installed,
    doubtful,
    first: reader.debian.first,
    locked: reader.projects.locked,
  }
}
