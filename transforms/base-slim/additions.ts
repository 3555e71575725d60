import {
  aptCall,
  type AptCall,
  type Edit,
  hasFlag,
  insertAt,
  type Instruction,
  isRoot,
  layoutOf,
  nextLine,
  packageWords,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { isMirrored } from '../../src/knowledge/images.js'
import type { Needs } from './needs.js'

/** Edits that install what the slim image lacks, before it is first used. */
export function packageEdits(
  stage: Stage,
  subject: Subject,
  { packages, first }: Needs,
): readonly Edit[] | string {
  if (packages.size === 0) return []
  const names = [...packages.keys()].sort()
  const { model, file } = subject
  for (const run of stage.instructions) {
    if (run.keyword !== 'RUN') continue
    const body = model.bodyOf(stage, run)
    if (body.kind === 'none') continue
    const user = firstUse(stage, first)
    if (user !== undefined && stage.instructions.indexOf(run) > user) break
    const install = body.script.commands
      .map(aptCall)
      .find((call) => call?.verb === 'install' && call.command.path.length === 0 && asksNothing(call))
    if (
      install &&
      !body.script.commands.some(
        (c) => c.span.start < install.command.span.start && aptCall(c) === undefined && run === first,
      )
    )
      return packageWords(subject, stage, run, install, names)
  }
  if (!canUpdate(stage, subject))
    return `packages would have to be installed, and the release of \`${stage.image!.name}:${stage.image!.tag ?? 'latest'}\` is not known to be on Debian's mirrors`
  const behind = leaderIn(stage, first)
  const scope = model.scopeAt(stage, stage.instructions[stage.instructions.indexOf(behind) + 1] ?? behind)
  if (!isRoot(stage, scope)) return 'packages would have to be installed, and the user may not be root'
  if (file.escape !== '\\')
    return 'packages would have to be installed, and lines are not continued by `\\` here'
  const { lineEnd, indent } = layoutOf(model, stage, [first ?? stage.from])
  const text = [
    'RUN apt-get update \\',
    `${indent}&& apt-get install -y --no-install-recommends ${names.join(' ')} \\`,
    `${indent}&& rm -rf /var/lib/apt/lists/*`,
  ].join(lineEnd)
  const at = nextLine(file.text, behind.span.end)
  if (file.text[at - 1] !== '\n') return [insertAt(at, lineEnd + text)]
  const blank = /^[ \t]*\r?\n/.exec(file.text.slice(at))?.[0]
  return blank === undefined
    ? [insertAt(at, text + lineEnd)]
    : [insertAt(at + blank.length, text + lineEnd + lineEnd)]
}

/** What an install of its own follows: FROM, what describes the image, and what tells apt where packages come from. */
function leaderIn(stage: Stage, first: Instruction | undefined): Instruction {
  const before = stage.instructions.slice(0, firstUse(stage, first))
  const others = before.findIndex(({ keyword }) => !/^(ARG|ENV|LABEL|MAINTAINER)$/.test(keyword))
  const at = before.findLastIndex(({ keyword, args }, i) =>
    /^(LABEL|MAINTAINER)$/.test(keyword)
      ? others < 0 || i < others
      : /^(ARG|ENV)$/.test(keyword)
        ? /_proxy\b/i.test(args.text)
        : /^(ADD|COPY|RUN)$/.test(keyword) && choosesMirror.test(args.text),
  )
  return before[at] ?? stage.from
}

const choosesMirror =
  /^(?!.*>>).*\/etc\/apt\/(sources\.list(?!\.d)|sources\.list\.d\/debian\.sources|apt\.conf)/s

const firstUse = (stage: Stage, first: Instruction | undefined): number | undefined => {
  const index = first ? stage.instructions.indexOf(first) : -1
  return index < 0 ? undefined : index
}

/** Whether an install goes on where more than was named has to be installed. */
export const asksNothing = ({ flags }: AptCall): boolean =>
  hasFlag(flags, '-y', '--yes', '--assume-yes') ||
  flags.some(({ value }) => /^(-\w*q\w*q|-q=2$)/.test(value ?? ''))

/** Whether `apt-get update` works: the release is on Debian's mirrors, or the author relies on it already. */
export function canUpdate(stage: Stage, { model }: Subject): boolean {
  const { name, tag = 'latest' } = stage.image!
  return (
    isMirrored(name, tag) ||
    stage.instructions.some(
      (run) =>
        run.keyword === 'RUN' &&
        model.commandsIn(stage, run).some((command) => aptCall(command)?.verb === 'update'),
    )
  )
}
