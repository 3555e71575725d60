import {
  aptCall,
  baseName,
  type Body,
  type Command,
  commandsOf,
  type Edit,
  insertAt,
  type Instruction,
  isRoot,
  joiner,
  layoutOf,
  mountsOver,
  type Operand,
  packageWords,
  resolve,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { standsWithoutCompiler } from '../../src/knowledge/apt-leaves.js'
import { installsPackages } from '../../src/knowledge/commands.js'
import { asksNothing, canUpdate } from './additions.js'
import type { Needs } from './needs.js'
import { compilers } from './programs.js'

/** Packages that are there for the time of one RUN, and others that stay. */
export interface PassingBuild {
  readonly edits: readonly Edit[]
  readonly passing: readonly string[]
  readonly kept: readonly string[]
}

/**
 * How a RUN that builds from source installs what it builds with, and purges it when it is done; undefined where that
 * cannot be, or something else may want it.
 */
export function passingBuild(stage: Stage, subject: Subject, needs: Needs): PassingBuild | undefined {
  const [[run, build] = [], ...others] = needs.builds
  if (run === undefined || build === undefined || others.length > 0 || needs.used.size > 0) return undefined
  const kept = [...build.runtime].filter((name) => !needs.installed.has(name)).sort()
  const passing = [...build.packages.keys()].filter((name) => !build.runtime.has(name)).sort()
  // A -dev package that stays may hold on to one that goes.
  if (passing.length === 0 || [...build.runtime].some((name) => name.endsWith('-dev'))) return undefined
  if (!mayPurge(stage, subject, run) || mayBuildElsewhere(stage, subject, needs, run)) return undefined
  const edits = editsIn(stage, subject, run, passing, kept)
  return edits && { edits, passing, kept }
}

/** Whether the RUN is root's own, and apt's files are in its layer. */
function mayPurge(stage: Stage, { model, file }: Subject, run: Instruction): boolean {
  return (
    run.keyword === 'RUN' &&
    stage.instructions.includes(run) &&
    file.escape === '\\' &&
    isRoot(stage, model.scopeAt(stage, run)) &&
    !['/var/lib/apt', '/var/cache/apt', '/var/lib/dpkg'].some((path) => mountsOver(run, path))
  )
}

/** Whether something else, now or when the image runs, may want a compiler; or an installed package one that goes. */
function mayBuildElsewhere(stage: Stage, subject: Subject, { doubtful }: Needs, run: Instruction): boolean {
  return [stage, ...stage.heirs].some((member) =>
    member.instructions.some((instruction) => {
      const isOther = instruction !== run
      if (isOther && instruction.keyword === 'RUN' && doubtful.has(instruction)) return true
      const commands = commandsOf(subject, member, instruction)
      if (typeof commands === 'string') return true
      return commands.some((command) => {
        const apt = aptCall(command)
        if (apt?.verb === 'install')
          return apt.packages.some(({ value }) => value === undefined || !standsWithoutCompiler(value))
        if (apt) return !/^(update|clean)$/.test(apt.verb ?? '')
        const { name = '', args } = resolve(command)
        const base = baseName(name)
        const installs = installsPackages(base) && args.some(({ value }) => installVerb.test(value ?? ''))
        return isOther && (compilers.test(base) || (installs && instruction.keyword !== 'RUN'))
      })
    }),
  )
}

const installVerb = /^(install|i|ci|add|sync|update|rebuild)$/

function editsIn(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  passing: readonly string[],
  kept: readonly string[],
): readonly Edit[] | undefined {
  const { model } = subject
  const body = model.bodyOf(stage, run)
  const operands = body.kind === 'body' ? listIn(body) : undefined
  if (body.kind === 'none' || operands === undefined) return undefined
  const and = joiner(layoutOf(model, stage, [run]))
  const names = [...passing, ...kept].sort()
  const purge = `apt-get purge -y --auto-remove ${passing.join(' ')}`
  const calls = operands.map(({ command }) => (command ? aptCall(command) : undefined))
  const at = operands.findIndex(({ command }) => !/^(set|export)$/.test(command?.words[0]?.value ?? ''))
  if (calls.every((call) => call === undefined)) {
    const start = body.mapped.toSource(operands[0]!.span.start)
    // A comment in front of the first command speaks of that.
    if (!canUpdate(stage, subject) || run.comments.some((comment) => comment.start < start)) return undefined
    const install = `apt-get update${and}apt-get install -y --no-install-recommends ${names.join(' ')}`
    const cleaned = operands.findIndex(({ command }) => isListsRemoval(command))
    const isCleanedLast = cleaned > at && cleaned === operands.length - 1
    const end = operands.at(isCleanedLast ? -2 : -1)!.span.end
    return [
      at === 0
        ? insertAt(start, install + and)
        : insertAt(body.mapped.endToSource(operands[at - 1]!.span.end), and + install),
      insertAt(
        body.mapped.endToSource(end),
        and + purge + (isCleanedLast ? '' : `${and}rm -rf /var/lib/apt/lists/*`),
      ),
    ]
  }
  const first = calls.findIndex((call) => call?.verb === 'install')
  const isFirst = operands.slice(0, first).every((_, i) => i < at || calls[i] !== undefined)
  const call = calls[first]
  const added =
    call && isFirst && asksNothing(call) ? packageWords(subject, stage, run, call, names) : undefined
  if (added === undefined || typeof added === 'string') return undefined
  // In front of the clean-up at the end.
  const last = operands.findLastIndex(
    ({ command }, i) => calls[i] === undefined && command?.words[0]?.value !== 'rm',
  )
  if (last <= first || calls.slice(last).some((other) => other !== undefined && other.verb !== 'clean'))
    return undefined
  return [...added, insertAt(body.mapped.endToSource(operands[last]!.span.end), and + purge)]
}

const isListsRemoval = (command: Command | undefined): boolean =>
  command?.words[0]?.value === 'rm' &&
  command.words.some(({ value }) => /^\/var\/lib\/apt\/lists(\/\*?)?$/.test(value ?? ''))

/** The commands of a RUN that is one `&&` list. */
function listIn({ script }: Body): readonly Operand[] | undefined {
  const [statement, ...others] = script.statements
  if (statement === undefined || others.length > 0 || script.hasBackground || script.comment !== undefined)
    return undefined
  const isPlain = statement.operators.every((operator) => operator === '&&')
  return isPlain && statement.operands.every(({ kind }) => kind === 'command')
    ? statement.operands
    : undefined
}
