import {
  appendCommand,
  apkCall,
  aptCall,
  type Body,
  type Command,
  defineTransform,
  type Edit,
  type Finding,
} from '../../src/kit.js'
import {
  type Instruction,
  joiner,
  joinPath,
  keepsLists,
  layoutOf,
  listsEvents,
  mountsOver,
  packageName,
} from '../../src/kit.js'
import {
  refuse,
  removeAt,
  removeInstruction,
  removeOperands,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { type Item, itemsOf } from './cleanup.js'
import { mayTouch, pathsMadeBy, related } from './made.js'

export default defineTransform({
  id: 'cleanup-hoist',
  meta: {
    summary: 'Move a late clean-up into the RUN that made the files',
    why:
      'What a later RUN removes stays in the layer that made it: a clean-up in a RUN of its own saves nothing. A C ' +
      'program whose compiler is purged in a later RUN takes 418 MB, purged in the same RUN 125 MB.',
    safety: 'safe',
    phase: 'layers',
    leaves: [
      'files that anything in between uses, or might use: a script, a COPY into them, a WORKDIR',
      'files that one RUN made and a later one used: only removing them at once would save anything',
      'a RUN that does more than clean up, or whose status would change',
      'another user, another shell, a mount over the files',
      'stages that are not shipped',
    ],
    references: [
      'https://docs.docker.com/build/building/best-practices/#run',
      'https://github.com/hadolint/hadolint/wiki/DL3009',
    ],
  },
  visit: { stage: visitStage },
})

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { model } = subject
  const emptied = new Set<Instruction>()
  for (const [k, late] of stage.instructions.entries()) {
    const items = itemsOf(model, stage, late)
    if (!items || k === 0) continue
    if (!stage.isShipped) {
      yield refuse(late.span, 'the stage is not shipped: its layers cost nothing')
      continue
    }
    const targets = new Map<Item, Instruction>()
    let because: string | undefined
    for (const item of items) {
      const target = targetOf(stage, subject, k, item)
      if (typeof target === 'string') because ??= target
      else targets.set(item, target)
    }
    // `apt-get clean` alone is worth no edit, for official images do it by themselves; it goes along with what is.
    const worth = [...targets.keys()].some(({ kind }) => kind !== 'archives')
    if (!worth && because === undefined) because = 'official images empty the archives by themselves'
    const edits = worth ? moveOf(stage, subject, late, items, targets, emptied) : undefined
    if (because !== undefined || typeof edits === 'string')
      yield refuse(late.span, because ?? (edits as string))
    if (edits === undefined || typeof edits === 'string') continue
    const lines = [...new Set(targets.values())].map(({ startLine }) => startLine)
    yield {
      kind: 'change',
      title: 'Clean up in the RUN that made the files',
      at: late.span,
      edits,
      safety: 'safe',
      because: `nothing between line ${lines.join(', ')} and line ${late.startLine} uses what is removed`,
    }
  }
}

/** The RUN that made what an item removes, if it can be removed there; else why not. */
function targetOf(stage: Stage, subject: Subject, k: number, item: Item): Instruction | string {
  const { model } = subject
  const late = stage.instructions[k]!
  const scope = model.scopeAt(stage, late)
  const path = item.word && joinPath(scope.workdir, item.word.value!)
  if (item.kind === 'lists') {
    const before = listsEvents(model, stage, late).find(
      ({ command }) =>
        command !== undefined && command.span.start < item.command.span.start && command !== item.command,
    )
    if (before && before.kind !== 'clean') return `${before.what} in front of it may need them`
  }
  for (let i = k - 1; i >= 0; i--) {
    const instruction = stage.instructions[i]!
    const role = roleOf(stage, subject, instruction, item, path)
    if (role === 'none') continue
    if (role !== 'maker') return `line ${instruction.startLine} ${role}`
    const before = model.scopeAt(stage, instruction)
    if (before.user !== scope.user) return `line ${instruction.startLine} made it as another user`
    if (before.shell !== scope.shell) return `line ${instruction.startLine} has another shell`
    if (subject.isIgnored(instruction)) return `a comment above line ${instruction.startLine} tells so`
    if (mountsOver(instruction, path ?? '/var')) return `line ${instruction.startLine} has a mount there`
    return instruction
  }
  return 'no RUN of this stage is known to have made it'
}

/** What an instruction has to do with an item: nothing, it made it, or (a phrase) it stands in the way. */
function roleOf(
  stage: Stage,
  subject: Subject,
  instruction: Instruction,
  item: Item,
  path: string | undefined,
): string {
  const { keyword } = instruction
  if (keyword === 'ONBUILD' || keyword === 'SHELL') return 'is not plain'
  if (keyword === 'VOLUME')
    return item.kind === 'path' || item.kind === 'folder' ? 'may keep it in a volume' : 'none'
  if (keyword === 'WORKDIR') {
    const workdir = joinPath(subject.model.scopeAt(stage, instruction).workdir, instruction.args.text)
    return path !== undefined && (workdir === undefined || related(workdir, folderOf(path)))
      ? 'may work there'
      : 'none'
  }
  if (keyword === 'COPY' || keyword === 'ADD') return roleOfCopy(stage, subject, instruction, item, path)
  if (keyword !== 'RUN') return 'none'
  const body = subject.model.bodyOf(stage, instruction)
  if (body.kind === 'none') return `cannot be read: ${body.because}`
  if (item.kind === 'lists' || item.kind === 'archives') return roleOfApt(stage, subject, instruction, item)
  if (item.kind === 'packages')
    return installs(stage, subject, instruction, item) ? 'maker' : 'may use the packages'
  return roleOfPath(stage, subject, instruction, body, item, path)
}

/** The folder in front of a pattern, or the path itself. */
const folderOf = (path: string): string => path.replace(/\/*[*?{[].*$/, '') || '/'

function roleOfCopy(
  stage: Stage,
  { model, context }: Subject,
  instruction: Instruction,
  item: Item,
  path: string | undefined,
): string {
  const { args, json } = instruction
  const words = json ?? args.text.split(/\s+/)
  const folder = words.at(-1) ?? ''
  const [source] = words
  const isFile =
    words.length === 2 && folder.endsWith('/') && context?.list(source!.replace(/^\.?\/+/, ''))?.length === 1
  const target = joinPath(
    model.scopeAt(stage, instruction).workdir,
    isFile ? folder + source!.split('/').at(-1)! : folder,
  )
  if (target === undefined || target.includes('$')) return 'may copy to there'
  if (item.kind === 'packages')
    return /^\/(usr|etc|lib|bin|sbin|var)?(\/|$)/.test(target) ? 'copies over what packages may own' : 'none'
  if (item.kind === 'archives' || item.kind === 'lists')
    return related(target, '/var/lib/apt') || related(target, '/var/cache/apt') ? 'copies to there' : 'none'
  return path === undefined || related(target, folderOf(path)) ? 'copies to there' : 'none'
}

function roleOfApt(stage: Stage, { model }: Subject, instruction: Instruction, item: Item): string {
  const events = listsEvents(model, stage, instruction)
  if (item.kind === 'archives') {
    const isInstaller = events.some(({ call }) => call && /install|upgrade/.test(call.verb ?? ''))
    if (isInstaller) return 'maker'
    return events.length === 0 ? 'none' : `may install: ${events[0]!.what}`
  }
  const keeps = keepsLists(events)
  if (keeps === 'yes' && events.some(({ kind, call }) => kind === 'make' && call)) return 'maker'
  if (events.some(({ kind }) => kind === 'clean')) return 'already removes them'
  if (keeps === 'perhaps') return 'may already remove them'
  return events.length === 0 ? 'none' : `may read them: ${events[0]!.what}`
}

function installs(stage: Stage, { model }: Subject, instruction: Instruction, { names }: Item): boolean {
  const body = model.bodyOf(stage, instruction)
  if (body.kind === 'none' || names.length === 0) return false
  const installed = new Set<string>()
  for (const command of body.script.commands) {
    const apt = aptCall(command)
    if (apt?.verb === 'install') for (const word of apt.packages) installed.add(packageName(word) ?? '')
    const apk = apkCall(command)
    if (apk?.verb === 'add')
      for (const { value } of apk.args) installed.add((value ?? '').replace(/[<>=~@].*$/, ''))
  }
  return names.every((name) => installed.has(name))
}

/** Folders that belong to the system: what lies there may be read without being named. */
const system = /^\/(etc|root|usr|home|lib|bin|sbin|var\/lib)(\/|$)|\/\./

function roleOfPath(
  stage: Stage,
  { model }: Subject,
  instruction: Instruction,
  body: Body,
  item: Item,
  path: string | undefined,
): string {
  if (path === undefined) return 'may work in another folder'
  const { workdir } = model.scopeAt(stage, instruction)
  const folder = folderOf(path)
  const made = [...pathsMadeBy(body, workdir)]
  const isMaker =
    item.kind === 'folder'
      ? made.some((p) => p !== folder && related(p, folder) && p.length > folder.length)
      : made.includes(path)
  if (!isMaker) {
    const touches =
      item.kind === 'folder' || system.test(path) ? 'it' : mayTouch(body.script.commands, path, workdir)
    return touches === undefined ? 'none' : touches === 'it' ? 'may use it' : `may use it: \`${touches}\``
  }
  const base = folder.split('/').at(-1)!
  const names = (i: Instruction): boolean => i.args.text.includes(base)
  const earlier = stage.instructions.slice(0, model.positionOf(instruction)).find(names)
  return earlier ? `uses what line ${earlier.startLine} names first` : 'maker'
}

/** Takes the items out of the late RUN and appends them to their targets. */
function moveOf(
  stage: Stage,
  subject: Subject,
  late: Instruction,
  items: readonly Item[],
  targets: ReadonlyMap<Item, Instruction>,
  emptied: Set<Instruction>,
): Edit[] | string {
  const { model, file } = subject
  const body = model.bodyOf(stage, late) as Body
  const isAll = targets.size === items.length
  if (!isAll && late.comments.length > 0) return 'a comment stands inside it'
  const removal = isAll ? removeInstruction(file, late) : undefined
  const edits = removal ? [removal.edit] : leftOut(stage, subject, late, items, targets)
  let comments = removal
    ? [...removal.comments, ...late.comments.map((c) => file.text.slice(c.start, c.end))]
    : []
  for (const target of new Set(targets.values())) {
    const between = joiner(layoutOf(model, stage, [target]))
    const isEmptied = emptied.has(target) || cleansArchives(stage, subject, target)
    const commands = [...new Set(items.map(({ command }) => command))].flatMap((command) => {
      const own = items.filter((item) => item.command === command)
      if (own[0]!.kind === 'archives' && own[0]!.word === undefined && isEmptied) return []
      return written(
        body.script.text,
        command,
        own,
        own.filter((item) => targets.get(item) === target),
      )
    })
    if (items.some((item) => item.kind === 'archives' && targets.get(item) === target)) emptied.add(target)
    if (commands.length === 0 && comments.length > 0) return 'its comment would have nothing to stand above'
    if (commands.length === 0) continue
    const edit = appendCommand(model, stage, target, commands.join(between), comments)
    if (typeof edit === 'string') return edit
    comments = []
    edits.push(edit)
  }
  return edits
}

/** Whether a RUN already empties apt's archives behind its last install. */
function cleansArchives(stage: Stage, { model }: Subject, instruction: Instruction): boolean {
  const body = model.bodyOf(stage, instruction)
  const calls = body.kind === 'none' ? [] : body.script.commands.flatMap((command) => aptCall(command) ?? [])
  return (
    calls.findLastIndex(({ verb }) => verb === 'clean') > calls.findLastIndex(({ verb }) => verb !== 'clean')
  )
}

/** A command with some of its items; none when there are none. */
function written(text: string, { span }: Command, all: readonly Item[], some: readonly Item[]): string[] {
  if (some.length === 0) return []
  const whole = text.slice(span.start, span.end)
  const words = (): string => some.map(({ word }) => word!.text).join(' ')
  const command =
    some.length === all.length ? whole : text.slice(span.start, all[0]!.word!.span.start) + words()
  return [command.replace(/[ \t]{2,}/g, ' ')]
}

/** Edits that leave the moved items out of a RUN that keeps others. */
function leftOut(
  stage: Stage,
  { model }: Subject,
  late: Instruction,
  items: readonly Item[],
  targets: ReadonlyMap<Item, Instruction>,
): Edit[] {
  const { mapped, script } = model.bodyOf(stage, late) as Body
  const [statement] = script.statements
  const isGone = (item: Item): boolean => targets.has(item)
  const own = (command: Command | undefined): readonly Item[] =>
    items.filter((item) => item.command === command)
  const operands = statement!.operands.filter(({ command }) => own(command).every(isGone))
  const edits = removeOperands(model, stage, late, statement!, operands)
  for (const { command } of statement!.operands) {
    if (own(command).every(isGone)) continue
    for (const { word } of own(command).filter(isGone)) {
      const before = command!.words[command!.words.indexOf(word!) - 1]!
      edits.push(removeAt(mapped.endToSource(before.span.end), mapped.endToSource(word!.span.end)))
    }
  }
  return edits
}
