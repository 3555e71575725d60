import {
  type AptCall,
  aptCall,
  type Body,
  type Command,
  type Operand,
  packageName,
  programOf,
  type Script,
  type Statement,
} from '../../src/kit.js'
import { changesVersion } from '../../src/knowledge/ubuntu.js'
import { accountPrograms } from './accounts.js'
import type { Journey, Place } from './journey.js'
import { judgeAll } from './judge.js'
import { namesFor, strangeOption, translate } from './packages.js'

/** What a command of a RUN becomes. */
export type Fate =
  | { readonly kind: 'goes' }
  | { readonly kind: 'text'; readonly text: string }
  /** The words behind its verb that stay, each by its names on Alpine. */
  | {
      readonly kind: 'add'
      readonly call: AptCall
      readonly names: ReadonlyMap<number, readonly string[]>
      readonly isVirtual: boolean
    }
  /** Words that go. */
  | { readonly kind: 'less'; readonly gone: readonly number[] }

/** The plan of a RUN: the commands that do not stay as they are. */
export interface RunPlan {
  readonly place: Place
  readonly body: Body
  readonly fates: ReadonlyMap<Command, Fate>
}

/** Plans a RUN in shell form, or says why it does not go along, behind `line 5 `. */
export function planRun(journey: Journey, place: Place, body: Body): RunPlan | string {
  const { script } = body
  const virtual = virtualInstall(script)
  const fates = new Map<Command, Fate>()
  journey.virtual = undefined
  for (const command of script.commands) {
    const statement = statementOf(script, command)
    const fate = fateOf(journey, at(place, command), command, virtual, statement && joinIn(script, statement))
    if (typeof fate === 'string') return fate
    if (fate === undefined) continue
    if (statement === undefined) return 'calls a tool of Debian where it cannot be translated'
    if (statement.operators.includes('||')) return 'decides by `||` what happens where a tool of Debian fails'
    if (statement.background) return 'runs a tool of Debian in the background'
    fates.set(command, fate)
  }
  if (fates.size > 0 && script.comment !== undefined) return 'ends with a comment, and would change'
  const stays = script.commands.filter((command) => !fates.has(command))
  const obstacle = judgeAll(journey, place, stays)
  for (const call of script.commands.flatMap((command) => aptCall(command) ?? []))
    if (isRemoval(call.verb))
      for (const word of call.packages) journey.installed.delete(packageName(word) ?? '')
  return obstacle ?? { place, body, fates }
}

/** What joins two calls that stand for one: in a list of `;` the first may fail as the one could. */
const joinIn = ({ statements }: Script, { operands }: Statement): string =>
  statements.length > 1 && operands.length === 1 ? '; ' : ' && '

/** The statement of which a command is an operand by itself. */
const statementOf = ({ statements }: Script, command: Command): Statement | undefined =>
  statements.find(({ operands }) => operands.some((operand: Operand) => operand.command === command))

/** The install whose packages the same RUN removes again, all of them and no others. */
function virtualInstall({
  commands,
}: Script): { readonly install: Command; readonly removal: Command } | undefined {
  const calls = commands.flatMap((command) => aptCall(command) ?? [])
  const removals = calls.filter(({ verb, packages }) => isRemoval(verb) && packages.length > 0)
  const [removal] = removals
  if (removal === undefined || removals.length > 1) return undefined
  const gone = namesOf(removal)
  const install = calls.find((call) => call.verb === 'install' && namesOf(call) === gone)
  return install && { install: install.command, removal: removal.command }
}

const isRemoval = (verb: string | undefined): boolean =>
  /^(remove|purge|autoremove|autopurge)$/.test(verb ?? '')

const namesOf = ({ packages }: AptCall): string =>
  packages
    .map((word) => packageName(word) ?? word.text)
    .sort()
    .join(' ')

function fateOf(
  journey: Journey,
  place: Place,
  command: Command,
  virtual: ReturnType<typeof virtualInstall>,
  join = ' && ',
): Fate | string | undefined {
  const call = aptCall(command)
  if (call !== undefined) return aptFate(journey, place, call, virtual)
  const { base, args } = programOf(command)
  if (base === 'rm') return cleanUp(command)
  if (!accountPrograms.test(base)) return undefined
  const account = journey.accounts.call(base, args)
  if (account.kind === 'refused') return account.because
  if (args.some(({ text }) => /\/bash["']?$/.test(text))) journey.want(place, base, ['bash'])
  if (account.kind === 'shadow') {
    if (/^add(user|group)$/.test(base)) return `calls \`${base}\` in a way that cannot be translated`
    journey.want(place, base, ['shadow'])
  }
  return account.kind === 'calls' ? { kind: 'text', text: account.calls.join(join) } : undefined
}

function aptFate(
  journey: Journey,
  place: Place,
  call: AptCall,
  virtual: ReturnType<typeof virtualInstall>,
): Fate | string {
  const { verb, command } = call
  const strange = strangeOption(call) ?? strangeSetting(command)
  if (strange !== undefined) return strange
  if (command.redirects.some(({ operator }) => operator.startsWith('<'))) return 'answers questions of apt'
  switch (verb) {
    case 'update':
    case 'clean':
    case 'autoclean':
    case 'distclean':
      return { kind: 'goes' }
    case 'upgrade':
    case 'dist-upgrade':
    case 'full-upgrade':
      return call.packages.length > 0
        ? 'upgrades single packages'
        : { kind: 'text', text: 'apk upgrade --no-cache' }
    case 'install':
      return addition(journey, place, call, virtual?.install === command ? 'virtual' : 'kept')
  }
  if (!isRemoval(verb)) return `calls \`${call.tool} ${verb ?? ''}\``
  if (call.packages.length === 0) return { kind: 'goes' }
  if (virtual?.removal === command) return { kind: 'text', text: 'apk del .build-deps' }
  const removed = translate(call, journey.target, new Set())
  if (typeof removed === 'string') return removed
  const foreign = call.packages.find((word) => !journey.installed.has(packageName(word) ?? ''))
  if (foreign !== undefined) return `removes \`${foreign.text}\`, which it did not install`
  const kept = [...journey.installed].filter(
    (name) => !call.packages.some((word) => packageName(word) === name),
  )
  const stays = new Set(kept.flatMap((name) => namesFor(name, journey.target)))
  const names = removed.words.flatMap((word) => word.names).filter((name) => !stays.has(name))
  return names.length === 0 ? { kind: 'goes' } : { kind: 'text', text: `apk del ${names.join(' ')}` }
}

const strangeSetting = ({ assignments }: Command): string | undefined => {
  const strange = assignments.find(
    ({ name }) => !/^(DEBIAN_FRONTEND|DEBIAN_PRIORITY|LC_ALL|LANG|TERM|ACCEPT_EULA|DEBCONF_\w+)$/.test(name),
  )
  return strange === undefined ? undefined : `sets \`${strange.name}\` for apt`
}

function addition(journey: Journey, place: Place, call: AptCall, kind: 'virtual' | 'kept'): Fate | string {
  const { target } = journey
  const seen = new Set<string>()
  const found = translate(call, target, seen)
  if (typeof found === 'string') return found
  for (const word of call.packages) {
    const name = packageName(word)!
    const version = changesVersion(name)
    if (version !== undefined && target.isOlder)
      return `installs \`${name}\`, and ${version.of.split(',')[0]!} is some years younger on Alpine`
    if (!journey.installed.has(name) && namesFor(name, target).length > 0) journey.translated++
    journey.installed.add(name)
  }
  for (const difference of found.differences) journey.doubts.add(difference)
  const names = new Map(found.words.map(({ word, names: list }) => [word.span.start, list]))
  if (kind === 'kept' && seen.size > 0) journey.installs.push({ place, call, names: new Set(seen) })
  if (kind === 'virtual') journey.virtual = { command: call.command, names: new Set(seen) }
  return seen.size === 0 ? { kind: 'goes' } : { kind: 'add', call, names, isVirtual: kind === 'virtual' }
}

const at = (place: Place, { span }: Command): Place => ({
  ...place,
  at: place.instruction.span.start + span.start,
})

/** Removing what apt keeps. */
function cleanUp({ words }: Command): Fate | undefined {
  const paths = words.slice(1).filter(({ text }) => !text.startsWith('-'))
  const gone = paths.filter(({ value }) => value !== undefined && ofApt.test(value))
  if (gone.length === 0) return undefined
  return gone.length === paths.length
    ? { kind: 'goes' }
    : { kind: 'less', gone: gone.map(({ span }) => span.start) }
}

const ofApt =
  /^\/var\/(lib|cache)\/(apt|dpkg|debconf)(\/|$)|^\/etc\/apt\/apt\.conf\.d\/docker-clean$|^\/usr\/share\/(doc|man|locale|info|lintian|linda)(\/|$)|^\/var\/log\/(apt|dpkg|alternatives)/
