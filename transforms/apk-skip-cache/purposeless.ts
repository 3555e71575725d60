import {
  apkCall,
  type Body,
  type Command,
  type Edit,
  expandBraces,
  type Instruction,
  removeInstruction,
  removeOperands,
  removeStatements,
  removeWord,
  resolve,
  type Stage,
  type Subject,
  withoutOptions,
} from '../../src/kit.js'
import { isUnknown } from './calls.js'

/** Takes out `apk update`, and the removal of a cache that is not filled any more; `all` where nothing else is done. */
export function purposeless(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  { script, mapped }: Body,
): Edit[] | 'all' {
  const { model, file } = subject
  const edits: Edit[] = []
  const { statements } = script
  const whole = statements.filter(({ operands: [only, ...rest], background }) => {
    return rest.length === 0 && !background && only!.command !== undefined && isPurposeless(only!.command)
  })
  if (statements.length > 1 && whole.length < statements.length)
    edits.push(...removeStatements(model, stage, run, statements, whole))
  for (const statement of statements) {
    if (statement.operators.some((operator) => operator !== '&&')) continue
    const gone = statement.operands.filter(({ command }) => command && isPurposeless(command))
    if (gone.length === statement.operands.length) {
      if (script.statements.length > 1 || run.comments.length > 0) continue
      return removeInstruction(file, run).comments.length > 0 ? edits : 'all'
    }
    edits.push(...removeOperands(model, stage, run, statement, gone))
  }
  for (const command of script.commands) {
    const { name, args } = resolve(command)
    const isAlone = (file.text.match(/\/var\/cache\/apk/g) ?? []).length === 1
    const caches = args.filter(
      (word) => isCache(word) || (isAlone && /^\/var\/cache\/apk\/?$/.test(word.value ?? '')),
    )
    const paths = withoutOptions(args)
    if (name !== 'rm' || caches.length === 0 || caches.length === paths.length) continue
    for (const { span } of caches) {
      const { start, end } = mapped.toSourceSpan(span)
      if (mapped.isInOnePiece(span)) edits.push(removeWord(file.text, start, end))
    }
  }
  return edits
}

function isPurposeless(command: Command): boolean {
  if (
    command.redirects.length > 0 &&
    !command.redirects.every((r) => r.target?.value === '/dev/null' || r.operator === '>&')
  )
    return false
  const call = apkCall(command)
  if (call) return call.verb === 'update' && !isUnknown(call) && withoutOptions(call.args).length === 1
  const { name, args } = resolve(command)
  const paths = withoutOptions(args)
  return name === 'rm' && paths.length > 0 && paths.every(isCache)
}

const isCache = ({ value }: { value: string | undefined }): boolean =>
  value !== undefined &&
  expandBraces(value).every((path) => /^\/var\/cache\/apk\/+(\*|APKINDEX.*|\*\.tar\.gz)$/.test(path))
