import { type Install, sizeOfInstalls, sizeOfLists } from '../knowledge/installed.js'
import { aptCall, type AptCall, packageName } from '../syntax/apt.js'
import { hasFlag, resolve } from '../syntax/invocation.js'
import type { Instruction } from '../syntax/nodes.js'
import type { Command } from '../syntax/shell.js'
import { hidesInstaller, keepsLists, listsEvents } from './lists.js'
import type { Model, Stage } from './model.js'
import { rootOf } from './stages.js'

/** What some calls of apt install after a rewrite, instead of what they say; nothing for a removal that is left out. */
export type Rewritten = ReadonlyMap<Command, Install>

/**
 * What apt adds to the image that a stage is for, in bytes; undefined where it is not known: a package that is not in
 * the tables, another source, a script that may install more, packages that are removed again.
 */
export function aptBytes(
  model: Model,
  stage: Stage,
  rewritten: Rewritten = new Map<Command, Install>(),
): number | undefined {
  const { image } = rootOf(stage)
  const installs = aptInstalls(model, stage, rewritten)
  return image && installs && sizeOfInstalls(image.name, image.tag ?? 'latest', installs)
}

/** What the calls of apt install in the image that a stage is for; undefined where that is not plain. */
export function aptInstalls(
  model: Model,
  stage: Stage,
  rewritten: Rewritten = new Map<Command, Install>(),
): readonly Install[] | undefined {
  if (!isWeighed(stage) || /APT::Install-Recommends/i.test(model.file.text)) return undefined
  const installs: Install[] = []
  for (const member of lineageOf(stage))
    for (const instruction of member.instructions) {
      if (/^(COPY|ADD)$/.test(instruction.keyword) && instruction.args.text.includes('/etc/apt'))
        return undefined
      if (instruction.keyword !== 'RUN') continue
      const body = model.bodyOf(member, instruction)
      if (body.kind === 'none' && (instruction.heredocs.length > 0 || /apt|dpkg/.test(instruction.args.text)))
        return undefined
      for (const command of body.kind === 'none' ? [] : body.script.commands) {
        const install = installOf(command, rewritten)
        if (install === 'unknown') return undefined
        if (install !== 'none') installs.push(install)
      }
    }
  return installs
}

/**
 * What removing packages again takes out of the image, in bytes, once it happens in the layer that holds them: them and
 * what nothing else needs. `removals` are the calls that do so. Undefined where that is not known.
 */
export function removedBytes(model: Model, stage: Stage, removals: readonly Command[]): number | undefined {
  const calls = removals.map(aptCall)
  const isWhole = calls.some(
    (call) => call && (/^auto/.test(call.verb ?? '') || hasFlag(call.flags, '--auto-remove', '--autoremove')),
  )
  const removed = new Set(calls.flatMap((call) => call?.packages.map(packageName)))
  if (!isWhole || removed.has(undefined) || !isWeighed(stage)) return undefined
  const nothing: Install = { names: [], recommended: 'without' }
  const without = new Map(removals.map((command) => [command, nothing]))
  const before = aptBytes(model, stage, without)
  for (const member of lineageOf(stage))
    for (const command of member.instructions.flatMap((instruction) =>
      model.commandsIn(member, instruction),
    )) {
      const install = installOf(command, without)
      if (typeof install === 'string' || install === nothing) continue
      without.set(command, { ...install, names: install.names.filter((name) => !removed.has(name)) })
      for (const name of install.names) removed.delete(name)
    }
  const after = aptBytes(model, stage, without)
  return before === undefined || after === undefined || removed.size > 0 ? undefined : before - after
}

/** What the package lists that a RUN leaves add to the image, in bytes; those that are there already add nothing. */
export function listsBytes(model: Model, stage: Stage, instruction: Instruction): number | undefined {
  const { image } = rootOf(stage)
  if (!isWeighed(stage)) return undefined
  for (const member of lineageOf(stage))
    for (const earlier of member.instructions) {
      if (earlier === instruction) return image && sizeOfLists(image.name, image.tag ?? 'latest')
      if (earlier.keyword !== 'RUN') continue
      const keeps = keepsLists(listsEvents(model, member, earlier))
      if (keeps !== 'no') return keeps === 'yes' ? 0 : undefined
    }
  return undefined
}

/** Each change is weighed against its whole image: a stage of hundreds of instructions, which nobody writes, would take minutes. */
const isWeighed = (stage: Stage): boolean =>
  lineageOf(stage).reduce((sum, { instructions }) => sum + instructions.length, 0) <= 300

/** The stages that make up the image that a stage is for, the one on the base first. */
function lineageOf(stage: Stage): readonly Stage[] {
  const lineage: Stage[] = []
  const last = [stage, ...stage.heirs].findLast(({ isShipped }) => isShipped) ?? stage
  for (let s: Stage | undefined = last; s; s = s.parent) lineage.unshift(s)
  return lineage
}

function installOf(command: Command, rewritten: Rewritten): Install | 'none' | 'unknown' {
  const call = aptCall(command)
  const other = rewritten.get(command)
  if (other !== undefined) return other
  if (call?.verb === 'install') return installIn(call)
  if (call)
    return /^(update|upgrade|dist-upgrade|clean|autoclean|distclean|dist-clean)$/.test(call.verb ?? '')
      ? 'none'
      : 'unknown'
  const { name } = resolve(command)
  const words = [...command.words, ...command.redirects.flatMap(({ target }) => target ?? [])]
  const isOther =
    /^(add-apt-repository|apt-add-repository|apt-key|apt-mark|dpkg)$/.test(name ?? '') ||
    words.some(({ text }) => text.includes('/etc/apt') || text.endsWith('.deb'))
  return isOther || hidesInstaller(resolve(command), 'apt') !== undefined ? 'unknown' : 'none'
}

/** What a call installs whenever its RUN goes well. */
function installIn({ tool, flags, packages, command }: AptCall): Install | 'unknown' {
  if (tool === 'aptitude' || command.path.some((enclosure) => !/^(group|subshell)$/.test(enclosure)))
    return 'unknown'
  if (hasFlag(flags, '-t', '--target-release', '--default-release', '-o', '--option')) return 'unknown'
  const names = packages.map(packageName)
  if (packages.some(({ value }) => value?.includes('/'))) return 'unknown'
  if (!names.every((name) => name !== undefined)) return 'unknown'
  return {
    names,
    recommended: flags.some(({ value }) => /^--?no-install-recommends/.test(value ?? ''))
      ? 'without'
      : 'with',
  }
}
