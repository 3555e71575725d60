import {
  type Body,
  type Command,
  type Edit,
  insertAt,
  type Instruction,
  joiner,
  layoutOf,
  linesOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'

const file = '/etc/dpkg/dpkg.cfg.d/01-nodoc'

/** What tells dpkg to leave documentation out, but for the files that name licences: a later rule counts. */
const exclusion = [
  `printf 'path-exclude=/usr/share/%s/*\\n' doc info locale man > ${file}`,
  `echo 'path-include=/usr/share/doc/*/copyright' >> ${file}`,
]

/** An edit that tells dpkg so in front of a command, in the RUN that it stands in; or why that cannot be had. */
export function exclusionBefore(
  stage: Stage,
  { model }: Subject,
  run: Instruction,
  command: Command,
): Edit | string {
  const body = model.bodyOf(stage, run) as Body
  const [statement] = body.script.statements
  if (body.script.statements.length !== 1 || statement!.operators.some((operator) => operator !== '&&'))
    return 'its commands are not one list of `&&`'
  const at = statement!.operands.findIndex((one) => one.command === command)
  if (at < 0) return 'the install happens under a condition, or in a group'
  const start = body.mapped.toSource(statement!.operands[at]!.span.start)
  const from = at === 0 ? run.span.start : body.mapped.endToSource(statement!.operands[at - 1]!.span.end)
  const isCommented = run.comments.some((comment) => comment.start >= from && comment.end <= start)
  if (isCommented || (at === 0 && linesOf(model.file, run).comments.length > 0))
    return 'a comment above the install would stand above something else'
  const join = joiner(layoutOf(model, stage, [run]))
  return insertAt(start, exclusion.map((line) => line + join).join(''))
}
