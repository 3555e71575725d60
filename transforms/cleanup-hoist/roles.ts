import {
  apkCall,
  aptCall,
  baseName,
  type Body,
  copyOf,
  type Instruction,
  joinPath,
  keepsLists,
  listsEvents,
  packageName,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import type { Item } from './cleanup.js'
import { mayTouch, pathsMadeBy, related } from './made.js'

/** What an instruction has to do with an item: nothing, it made it, or (a phrase) it stands in the way. */
export function roleOf(
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

function roleOfCopy(
  stage: Stage,
  { model, context }: Subject,
  instruction: Instruction,
  item: Item,
  path: string | undefined,
): string {
  const { sources, target: folder } = copyOf(instruction)
  const [source] = sources
  const isFile =
    sources.length === 1 &&
    folder.endsWith('/') &&
    context?.list(source!.replace(/^\.?\/+/, ''))?.length === 1
  const target = joinPath(
    model.scopeAt(stage, instruction).workdir,
    isFile ? folder + baseName(source!) : folder,
  )
  if (target === undefined || target.includes('$')) return 'may copy to there'
  if (item.kind === 'packages')
    return /^\/(usr|etc|lib|bin|sbin|var)?(\/|$)/.test(target) ? 'copies over what packages may own' : 'none'
  if (item.kind === 'archives' || item.kind === 'lists')
    return related(target, '/var/lib/apt') || related(target, '/var/cache/apt') ? 'copies to there' : 'none'
  return path === undefined || related(target, folderOf(path)) ? 'copies to there' : 'none'
}

/** The folder in front of a pattern, or the path itself. */
const folderOf = (path: string): string => path.replace(/\/*[*?{[].*$/, '') || '/'

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
  const base = baseName(folder)
  const names = (i: Instruction): boolean => i.args.text.includes(base)
  const earlier = stage.instructions.slice(0, model.positionOf(instruction)).find(names)
  return earlier ? `uses what line ${earlier.startLine} names first` : 'maker'
}

/** Folders that belong to the system: what lies there may be read without being named. */
const system = /^\/(etc|root|usr|home|lib|bin|sbin|var\/lib)(\/|$)|\/\./
