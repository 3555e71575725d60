import {
  aptCall,
  type Command,
  commandsOf,
  copiedBy,
  documentationUse,
  hazardOf,
  type Instruction,
  isContextCopy,
  packageName,
  programOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { lostCommand } from '../../src/knowledge/commands.js'
import { changesVersion, isInDebian } from '../../src/knowledge/ubuntu.js'

/** What a stage, and those built on it, use of Ubuntu. */
export interface Uses {
  /** How many packages apt installs by name. */
  readonly packages: number
  /** What differs: reasons, in the order of the file. */
  readonly differences: readonly string[]
}

/** Reads all that runs in a stage and its heirs; why they cannot move to Debian's `release`, as a sentence. */
export function usesOf(stage: Stage, subject: Subject, tag: string, release: string): Uses | string {
  const { model } = subject
  const members = [stage, ...stage.heirs]
  for (const other of model.stages)
    if (!members.includes(other) && other.sources.some(({ from }) => members.includes(from as Stage)))
      return `line ${other.from.startLine} starts a stage that takes from this one, and may have older libraries`
  const documented = documentationUse(subject, stage, release)
  if (documented !== undefined) return documented.because
  const packages = new Set<string>()
  const differences = new Set<string>()
  for (const member of members)
    for (const instruction of member.instructions) {
      const line = `line ${instruction.startLine}`
      const hazard =
        hazardOf(subject, member, instruction, 'debian', 'ubuntu') ?? takesFromStage(member, instruction)
      if (hazard !== undefined) return `${line} ${hazard}`
      if (isContextCopy(instruction) && copiedBy(subject, member, instruction).doubts.length > 0)
        differences.add(`what ${line} brings cannot be seen, and may ask for Ubuntu`)
      for (const command of commandsOf(subject, member, instruction) as readonly Command[]) {
        const obstacle =
          strangeProgram(command, packages) ?? install(command, release, packages, differences, tag)
        if (obstacle !== undefined) return `${line} ${obstacle}`
      }
    }
  return { packages: packages.size, differences: [...differences] }
}

/** What another stage has built needs the libraries of its release, by their versions. */
const takesFromStage = (stage: Stage, instruction: Instruction): string | undefined =>
  stage.sources.some((found) => found.instruction === instruction)
    ? 'takes what may need the libraries of another release'
    : undefined

/** Ubuntu's image has some programs that Debian's slim one has not, and others by a version that Debian does not have. */
function strangeProgram(command: Command, packages: ReadonlySet<string>): string | undefined {
  const { base, args } = programOf(command)
  if (
    /^(php(-fpm)?|python|pip|gcc|g\+\+|cpp|clang|ruby|perl|lua|psql|pg_\w+)\d+\.?\d+$|^(gcc|g\+\+|clang|llvm-\w+)-\d+$/.test(
      base,
    )
  )
    return `runs \`${base}\`, which has another version in Debian`
  const lost = lostCommand('python', 'bookworm', base)
  const filter =
    base === 'tar' && args.some(({ text }) => /^-?\w*j|bzip2|\.t?bz2?$/.test(text)) ? 'bzip2' : undefined
  const name = filter ?? (lost.kind === 'lost' ? lost.package : undefined)
  return name !== undefined && /^(procps|bzip2|sensible-utils)$/.test(name) && !packages.has(name)
    ? `runs \`${base}\`, for which Debian would need \`${name}\``
    : undefined
}

/** Takes down what an install names; why Debian cannot be asked for it, behind `line 5 `. */
function install(
  command: Command,
  release: string,
  packages: Set<string>,
  differences: Set<string>,
  tag: string,
): string | undefined {
  const call = aptCall(command)
  if (call === undefined) return undefined
  if (
    !/^(install|update|clean|autoclean|upgrade|dist-upgrade|full-upgrade|remove|purge|autoremove|autopurge)$/.test(
      call.verb ?? '',
    )
  )
    return `calls \`${call.tool} ${call.verb ?? '$...'}\``
  for (const word of call.packages) {
    const name = packageName(word)
    if (name === undefined || word.value !== name)
      return `installs \`${word.text}\`, which is not known by name`
    const isThere = isInDebian(name, release)
    if (isThere !== true)
      return isThere === false
        ? `installs \`${name}\`, which Debian’s ${release} does not have`
        : `installs \`${name}\`, of which nothing says that Debian’s ${release} has it`
    packages.add(name)
    const version = changesVersion(name)
    const [old, now] = [version?.in[codeName(tag)], version?.in[release]]
    if (version !== undefined)
      differences.add(
        old === now
          ? `${nameOf(version.of)} is built otherwise`
          : `${nameOf(version.of)} is ${now} instead of ${old}`,
      )
  }
  return undefined
}

const nameOf = (of: string): string => of.split(',')[0]!

const codeName = (tag: string): string =>
  ({ '20.04': 'focal', '22.04': 'jammy', '24.04': 'noble' })[tag.split('-')[0]!] ?? tag.split('-')[0]!
