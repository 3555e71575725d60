import {
  nextLine,
  apkCall,
  type ApkCall,
  defineTransform,
  type Edit,
  type Finding,
  hidesInstaller,
  insertAt,
} from '../../src/kit.js'
import {
  type Body,
  type Command,
  type Instruction,
  mountsOver,
  refuse,
  removeAt,
  removeInstruction,
} from '../../src/kit.js'
import {
  expandBraces,
  readsIndex,
  removeOperands,
  removeStatements,
  replaceAt,
  resolve,
  type Stage,
  type Subject,
} from '../../src/kit.js'

export default defineTransform({
  id: 'apk-skip-cache',
  meta: {
    summary: 'Install with `apk add --no-cache`, which keeps no index',
    why:
      '`apk update` and `apk add` without `--no-cache` leave the index of the repositories in the layer, 2 to 4 MB. ' +
      'With the flag apk fetches it anew and keeps nothing, and `apk update` and the clean-up lose their purpose.',
    safety: 'safe',
    phase: 'packages',
    leaves: [
      '`apk update` that a later command, in this stage or one built on it, may need',
      'a cache under a `--mount`, or one that `/etc/apk/cache` sets up',
      'bases older than Alpine 3.3, whose apk does not know the flag',
      'calls whose options come from a variable',
      'stages that are not shipped',
    ],
    references: [
      'https://github.com/hadolint/hadolint/wiki/DL3019',
      'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper',
    ],
    hadolint: ['DL3019'],
  },
  visit: { stage: visitStage },
})

function* visitStage(root: Stage, subject: Subject): Iterable<Finding> {
  if (root.parent || !/\bapk\b/.test(subject.file.text)) return
  const { model } = subject
  const runs = [root, ...root.heirs].flatMap((stage) =>
    stage.instructions
      .filter((i) => i.keyword === 'RUN' && /\bapk\b/.test(i.args.text))
      .map((run) => ({ stage, run })),
  )
  const todo = runs.filter(({ stage, run }) =>
    callsIn(stage, subject, run).some((call) => needsFlag(call) || call.verb === 'update'),
  )
  const because = obstacleIn(
    root,
    subject,
    runs.map(({ run }) => run),
  )
  if (because !== undefined) {
    if (todo.length > 0) yield refuse(todo[0]!.run.span, because)
    return
  }
  const edits: Edit[] = []
  const reader = indexReader([root, ...root.heirs], subject)
  for (const { stage, run } of runs) {
    if (!isRewritten(stage, run, subject)) continue
    const body = model.bodyOf(stage, run)
    if (body.kind === 'none') {
      if (/\bapk\s+add\b/.test(run.args.text) && !run.args.text.includes('--no-cache'))
        yield refuse(run.span, body.because)
      continue
    }
    if (callsIn(stage, subject, run).some((call) => isUnknown(call) && !has(call, '--no-cache')))
      yield refuse(run.span, 'a variable among the options of apk may say anything')
    edits.push(...flagEdits(run, body, stage, subject))
    if (reader === undefined) edits.push(...purposeless(stage, subject, run, body))
  }
  for (const { stage, run } of todo) {
    if (!stage.isShipped) yield refuse(run.span, 'the stage is not shipped: its layers cost nothing')
    else if (reader !== undefined && callsIn(stage, subject, run).some(({ verb }) => verb === 'update'))
      yield refuse(run.span, `\`apk update\` stays: ${reader} may need the index`)
  }
  if (edits.length === 0) return
  yield {
    kind: 'change',
    title: 'Install without keeping the index of the repositories',
    at: { start: edits[0]!.span.start, end: edits[0]!.span.start + 1 },
    edits,
    safety: 'safe',
    because:
      reader === undefined ? 'every `apk add` fetches the index itself' : `the index stays for ${reader}`,
  }
}

/** Whether the calls of a RUN get the flag in this change. */
const isRewritten = (stage: Stage, run: Instruction, subject: Subject): boolean =>
  stage.isShipped && !subject.isIgnored(run)

const callsIn = (stage: Stage, { model }: Subject, run: Instruction): ApkCall[] => {
  const body = model.bodyOf(stage, run)
  return body.kind === 'none' ? [] : body.script.commands.flatMap((command) => apkCall(command) ?? [])
}

const has = (call: ApkCall, ...names: string[]): boolean =>
  call.flags.some(({ value }) => names.includes(value ?? ''))
const isUnknown = (call: ApkCall): boolean =>
  call.verb === undefined ||
  call.flags.some(
    ({ value }) => value === undefined || /^(--cache-(dir|max-age)|--no-network|--root|-p$)/.test(value),
  )
const needsFlag = (call: ApkCall): boolean =>
  (call.verb === 'add' || call.verb === 'upgrade') && !has(call, '--no-cache') && !isUnknown(call)

function obstacleIn(root: Stage, { file, model }: Subject, runs: readonly Instruction[]): string | undefined {
  const { image } = root
  const version = /(?:^|[^\d])(\d+)\.(\d+)/.exec(/alpine/.test(image?.name ?? '') ? (image?.tag ?? '') : '')
  if (version && (Number(version[1]) < 3 || (version[1] === '3' && Number(version[2]) < 3)))
    return 'the apk of this base does not know `--no-cache` (it came with Alpine 3.3)'
  if (/\/etc\/apk\/cache|setup-apkcache/.test(file.text)) return 'the cache of apk is set up in this file'
  if (runs.some((run) => mountsOver(run, '/var/cache/apk'))) return 'the cache of apk is under a mount'
  const scopes = [root, ...root.heirs].map((stage) => model.scopeBehind(stage))
  return scopes.some(({ variables }) => variables.has('APK_CACHE_DIR'))
    ? 'the cache of apk is set up in this file'
    : undefined
}

/** What may read the index that an `apk update` leaves, once every `apk add` fetches its own. */
function indexReader(family: readonly Stage[], subject: Subject): string | undefined {
  for (const member of family)
    for (const instruction of member.instructions) {
      if (instruction.keyword === 'ONBUILD' && /\bapk\b|\.sh\b/.test(instruction.args.text))
        return `line ${instruction.startLine}`
      if (/^(CMD|ENTRYPOINT)$/.test(instruction.keyword) && /\bapk\s+\S/.test(instruction.args.text))
        return `line ${instruction.startLine}`
      if (instruction.keyword !== 'RUN') continue
      const body = subject.model.bodyOf(member, instruction)
      if (body.kind === 'none') return `line ${instruction.startLine}, which cannot be read,`
      for (const command of body.script.commands) {
        const call = apkCall(command)
        if (
          call &&
          readsIndex(call) &&
          !isOffline(call) &&
          !fetchesItself(call, isRewritten(member, instruction, subject))
        )
          return `\`apk ${call.verb ?? '...'}\` in line ${instruction.startLine}`
        const hidden = call ? undefined : hidesInstaller(resolve(command), 'apk')
        if (hidden !== undefined) return `${hidden} in line ${instruction.startLine}`
      }
    }
  return undefined
}

/** Whether a call brings its own index, once this change is made. */
const fetchesItself = (call: ApkCall, isRewritten: boolean): boolean =>
  /^(add|upgrade)$/.test(call.verb ?? '') && !isUnknown(call) && (isRewritten || has(call, '--no-cache'))

/** `apk info` and the like look at what is installed. */
const isOffline = (call: ApkCall): boolean =>
  /^(info|version|stats)$/.test(call.verb ?? '') || has(call, '--installed', '-I')

/** `--no-cache` behind the verb, and `-U` and `--update`, which it makes pointless, away. */
function flagEdits(run: Instruction, { mapped }: Body, stage: Stage, subject: Subject): Edit[] {
  const edits: Edit[] = []
  for (const call of callsIn(stage, subject, run)) {
    if (isUnknown(call) || (call.verb !== 'add' && call.verb !== 'upgrade')) continue
    const updates = call.flags.filter(({ value }) => /^(-U|--update|--update-cache)$/.test(value ?? ''))
    let needs = !has(call, '--no-cache')
    for (const word of updates) {
      if (!mapped.isInOnePiece(word.span)) continue
      const { start, end } = mapped.toSourceSpan(word.span)
      if (needs) edits.push(replaceAt(start, end, '--no-cache'))
      else edits.push(removeWord(subject.file.text, start, end))
      needs = false
    }
    if (needs) edits.push(insertAt(mapped.endToSource(call.verbWord!.span.end), ' --no-cache'))
  }
  return edits
}

/** Takes a word out of its line; with the whole line, and the continuation before it, where it stands there alone. */
function removeWord(text: string, start: number, end: number): Edit {
  const from = start - /[ \t]*$/.exec(text.slice(0, start))![0].length
  if (from > 0 && text[from - 1] !== '\n') return removeAt(from, end)
  if (/^[ \t]*\\[ \t]*\r?\n/.test(text.slice(end, end + 200))) return removeAt(from, nextLine(text, end))
  const continuation = /[ \t]*\\[ \t]*\r?\n$/.exec(text.slice(0, from))
  return removeAt(continuation ? continuation.index : from, end)
}

/** Takes out `apk update`, and the removal of a cache that is not filled any more. */
function purposeless(stage: Stage, subject: Subject, run: Instruction, { script, mapped }: Body): Edit[] {
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
      const removal = removeInstruction(file, run)
      return removal.comments.length > 0 ? edits : [removal.edit]
    }
    edits.push(...removeOperands(model, stage, run, statement, gone))
  }
  for (const command of script.commands) {
    const { name, args } = resolve(command)
    const isAlone = (file.text.match(/\/var\/cache\/apk/g) ?? []).length === 1
    const caches = args.filter(
      (word) => isCache(word) || (isAlone && /^\/var\/cache\/apk\/?$/.test(word.value ?? '')),
    )
    const paths = args.filter(({ text }) => !text.startsWith('-'))
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
  if (call)
    return (
      call.verb === 'update' &&
      !isUnknown(call) &&
      call.args.filter(({ text }) => !text.startsWith('-')).length === 1
    )
  const { name, args } = resolve(command)
  const paths = args.filter(({ text }) => !text.startsWith('-'))
  return name === 'rm' && paths.length > 0 && paths.every(isCache)
}

const isCache = ({ value }: { value: string | undefined }): boolean =>
  value !== undefined &&
  expandBraces(value).every((path) => /^\/var\/cache\/apk\/+(\*|APKINDEX.*|\*\.tar\.gz)$/.test(path))
