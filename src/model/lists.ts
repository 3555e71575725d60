import { lostCommand } from '../knowledge/commands.js'
import { callsNoInstaller } from '../knowledge/programs.js'
import { aptCall, type AptCall, packageName, readsLists } from '../syntax/apt.js'
import { type Invocation, resolve, withoutOptions } from '../syntax/invocation.js'
import type { Instruction } from '../syntax/nodes.js'
import type { Command, Word } from '../syntax/shell.js'
import { isInstalledBefore } from './installs.js'
import type { Model, Stage } from './model.js'

/** What a command does with apt's package lists. */
export interface ListsEvent {
  /** `unknown`: it might read them; `perhaps-make`: it may update by itself; `perhaps-clean`: it might remove them. */
  readonly kind: 'make' | 'perhaps-make' | 'read' | 'clean' | 'unknown' | 'perhaps-clean'
  /** Undefined when the whole instruction cannot be read. */
  readonly command: Command | undefined
  readonly call: AptCall | undefined
  /** For a reader: what it is, for a message. */
  readonly what: string
}

const known = new WeakMap<Instruction, readonly ListsEvent[]>()

/** What a RUN does with the package lists, in the order of its commands. */
export function listsEvents(model: Model, stage: Stage, instruction: Instruction): readonly ListsEvent[] {
  let events = known.get(instruction)
  if (!events) known.set(instruction, (events = readEvents(model, stage, instruction)))
  return events
}

function readEvents(model: Model, stage: Stage, instruction: Instruction): readonly ListsEvent[] {
  const body = model.bodyOf(stage, instruction)
  if (body.kind === 'none') {
    const command = undefined
    const call = undefined
    return [{ kind: 'unknown', command, call, what: `a RUN that cannot be read (${body.because})` }]
  }
  return body.script.commands.flatMap((command) =>
    eventsOf(command, (name) => isInstalledBefore(model, stage, instruction, name)),
  )
}

/** Whether the lists that an earlier instruction left are needed: the first event that needs them. */
export function findReader(events: readonly ListsEvent[]): ListsEvent | undefined {
  for (const event of events) {
    if (event.kind === 'make' && isUnconditional(event)) return undefined
    if (event.kind === 'read' || event.kind === 'unknown') return event
  }
  return undefined
}

/** Whether the lists are there when the RUN is over: `perhaps` when it might remove them. */
export function keepsLists(events: readonly ListsEvent[]): 'yes' | 'no' | 'perhaps' {
  let keeps: 'yes' | 'no' | 'perhaps' = 'no'
  for (const { kind } of events) {
    if (kind === 'make' || kind === 'perhaps-make') keeps = 'yes'
    else if (kind === 'clean') keeps = 'no'
    else if (kind === 'perhaps-clean' && keeps === 'yes') keeps = 'perhaps'
  }
  return keeps
}

/** Whether the event happens whenever the RUN goes well. */
export const isUnconditional = ({ command }: ListsEvent): boolean =>
  command !== undefined &&
  command.path.every((enclosure) => enclosure === 'group' || enclosure === 'subshell')

function eventsOf(command: Command, isInstalled: (name: string) => boolean): ListsEvent[] {
  const event = (kind: ListsEvent['kind'], what: string, call?: AptCall): ListsEvent[] => [
    { kind, command, call, what },
  ]
  const call = aptCall(command)
  if (call) {
    const what = `\`${call.tool} ${call.verb ?? ''}\``
    if (call.verb === 'update') return event('make', what, call)
    if (/^(dist-?clean)$/.test(call.verb ?? '')) return event('clean', what, call)
    if (/^(remove|purge|autopurge|autoremove)$/.test(call.verb ?? '')) {
      // Which of the packages that nobody asked for stay depends on the lists.
      const isAutomatic =
        /^auto/.test(call.verb!) || call.flags.some(({ text }) => /^--auto-?remove/.test(text))
      if (isAutomatic) return event('read', what, call)
      const names = call.packages.map(packageName)
      const isHere = names.every((name) => name !== undefined && isInstalled(name))
      return isHere ? [] : event('read', what, call)
    }
    return readsLists(call) ? event('read', what, call) : []
  }
  const invocation = resolve(command)
  if (/^(add-apt-repository|apt-add-repository)$/.test(invocation.name ?? ''))
    return event('perhaps-make', `\`${invocation.name}\``)
  if (invocation.name === 'apt-mark' && /^(hold|unhold|manual|auto)$/.test(invocation.args[0]?.value ?? ''))
    return invocation.args.slice(1).every(({ value }) => value !== undefined && isInstalled(value))
      ? []
      : event('unknown', '`apt-mark`')
  const clean = cleans(invocation)
  if (clean === 'clean') return event(clean, `\`${invocation.name}\``)
  const words = [...command.words, ...command.redirects.flatMap(({ target }) => target ?? [])]
  const named =
    words.some(({ text }) => text.includes('/var/lib/apt')) &&
    clean === undefined &&
    invocation.name !== 'mkdir'
  const { name } = invocation
  const isForeign = name !== undefined && !name.includes('/') && !isKnownProgram(name) && !isInstalled(name)
  const hidden = named
    ? `\`${name}\` of \`/var/lib/apt\``
    : (hidesInstaller(invocation, 'apt') ?? (isForeign && !isAptHelper(name) ? `\`${name}\`` : undefined))
  return [
    ...(hidden === undefined ? [] : event('unknown', hidden)),
    ...(clean === undefined ? [] : event(clean, `\`${invocation.name ?? '$...'}\``)),
  ]
}

function cleans({ name, args, command }: Invocation): 'clean' | 'perhaps-clean' | undefined {
  if (name === undefined) return command.words.length > 0 ? 'perhaps-clean' : undefined
  if (name === 'rm' || name === 'find' || name === 'cd') {
    const paths = withoutOptions(args)
    if (paths.some((word) => coversLists(word))) return 'clean'
    if (name === 'rm' && paths.some(mightCoverLists)) return 'perhaps-clean'
    return undefined
  }
  if (/clean|squash|purge/i.test(name) && !/^(git|yum|dnf|npm|conda)/.test(name)) return 'perhaps-clean'
  return undefined
}

const lists = '/var/lib/apt/lists'

/** Whether removing such a path removes the lists, or all that counts of them. */
const coversLists = ({ value }: Word): boolean =>
  value !== undefined &&
  expandBraces(value).some((path) => isLists(path) || /^\/var\/lib\/apt(\/\**)?$/.test(path))

/** Whether removing such a path removes the lists and nothing else. */
export const isListsAlone = ({ value }: Word): boolean =>
  value !== undefined && expandBraces(value).every(isLists)

function isLists(path: string): boolean {
  const plain = path
    .replace(/\/{2,}/g, '/')
    .replace(/\/+\**$/, '')
    .replace(/\/+$/, '')
  if (plain === lists) return true
  return plain.startsWith(lists + '/') && /[*?]/.test(plain) && !plain.includes('partial')
}

const mightCoverLists = ({ value, text }: Word): boolean =>
  value === undefined
    ? /\$|`/.test(text) &&
      !/^["']?\$\{?(HOME|PWD|TMPDIR|GNUPGHOME|\w*(DIR|HOME|PATH|ROOT|VERSION|FILE|NAME|KEY)\w*)\}?/i.test(
        text,
      )
    : /^\/(var\/?(lib\/?)?)?(\*|\{|$)/.test(value)

/** `/a/{b,c}/d` as a shell with braces reads it; the word itself where it stands for more than 64 paths. */
export function expandBraces(path: string): string[] {
  let paths = [path]
  while (paths.length <= 64) {
    const next = paths.flatMap((one) => {
      const match = /^([^{]*)\{([^{}]*,[^{}]*)\}(.*)$/.exec(one)
      return match ? match[2]!.split(',').map((part) => match[1]! + part + match[3]!) : [one]
    })
    if (next.length === paths.length) return paths
    paths = next
  }
  return [path]
}

const aptInText =
  /(^|[\s;&|("'`])(apt-get|apt|aptitude)(\s+-\S+)*\s+(install|update|upgrade|dist-upgrade|build-dep|\$)/
const shells = /^(sh|bash|dash|ash|zsh|ksh|fish)$/
const quiet =
  /^(echo|printf|grep|egrep|sed|awk|cat|tee|test|\[|which|command|type|export|rm|ls|touch|mkdir|cp|mv|ln|chmod|chown)$/
const harmlessScripts =
  /(^|\/)(configure|autogen\.sh|buildconf(\.sh)?|bootstrap\.sh|Configure|config|gradlew|mvnw|activate|nvm\.sh|env|os-release|lsb-release|\.bashrc|\.profile|\.bash_profile|rustup-init|setup\.py|manage\.py)$/
const suspicious = /apt|deps?\b|depend|install|setup|bootstrap|provision|packages|prereq|build\.sh/i

const isKnownProgram = (name: string): boolean =>
  callsNoInstaller(name) || lostCommand('python', 'bookworm', name).kind !== 'unknown'

/** apt's own tools that read no lists. */
const isAptHelper = (name: string): boolean =>
  /^(apt-(key|mark|config|ftparchive)|dpkg.*|update-.*)$/.test(name)

/** What in a command might call a package manager behind our back; undefined for a command that does not. */
export function hidesInstaller({ name, args, command }: Invocation, tool: 'apt' | 'apk'): string | undefined {
  if (name === undefined) return command.words.length === 0 ? undefined : 'a command named by a variable'
  const words = args.map(({ value, text }) => value ?? text)
  if (shells.test(name)) {
    const c = words.findIndex((word) => /^-\w*c$/.test(word))
    if (c < 0) {
      const script = words.find((word) => !word.startsWith('-'))
      return script !== undefined && harmlessScripts.test(script) ? undefined : `a script run by \`${name}\``
    }
    const text = args[c + 1]?.value
    return text !== undefined &&
      !/\bap[tk]\b|apt-get|\.sh\b|\bsh\b|curl|wget|source|\.\s|\$[({\w]|`/.test(text)
      ? undefined
      : `\`${name} -c\``
  }
  if (name === 'eval') return '`eval`'
  if (name === 'source' || name === '.')
    return harmlessScripts.test(words[0] ?? '') ? undefined : `\`${name} ${words[0] ?? ''}\``
  if (
    /^(ansible|ansible-playbook|ansible-pull|chef-client|chef-solo|puppet|salt-call|gdebi|nala|dselect|ubuntu-drivers|deb-get|install2?\.r|Rscript|R|tasksel|mk-build-deps|unattended-upgrade|apt-cache|apt-file|apt-show-versions|playwright|aptdcon|rosdep)$/.test(
      name,
    )
  )
    return `\`${name}\``
  if (/^(npx|yarn|pnpm|npm|bunx|pnpx)$/.test(name) && words.some((w) => /playwright|install-deps/.test(w)))
    return '`playwright`'
  if (/^(g?make|rake|just|task|invoke|fab)$/.test(name)) {
    const target = words.find(
      (word) =>
        /deps|depend|setup|bootstrap|provision|apt|prereq|install[-_]/i.test(word) && !word.includes('='),
    )
    return target === undefined ? undefined : `\`${name} ${target}\``
  }
  if (/^(python|perl|ruby|node|php)[\d.]*$/.test(name)) {
    if (words.some((word) => /import apt\b|apt_pkg/.test(word))) return `\`${name}\` with apt`
    const file = words.find((word) => /\.(py|pl|rb|js|php)$/.test(word))
    return file !== undefined && suspicious.test(file) && !harmlessScripts.test(file)
      ? `\`${file}\``
      : undefined
  }
  if (name.includes('/')) return harmlessScripts.test(name) || isKnownPath(name) ? undefined : `\`${name}\``
  if (
    /^(apt-(key|mark|config|ftparchive|add-repository)|add-apt-repository|install|dpkg.*|update-.*)$/.test(
      name,
    )
  )
    return undefined
  if (/(^|[-_])apt|install[-_]?(packages?|deps|apt)|(packages?|deps|clean|pkg)[-_]install|\.sh$/i.test(name))
    return `\`${name}\``
  if (quiet.test(name)) return undefined
  if (
    words.some(
      (word) =>
        (tool === 'apt' ? aptInText : /\bapk\s+\w/).test(word) || /^(apt-get|aptitude|apt|apk)$/.test(word),
    )
  )
    return `\`${name} ... ${tool}\``
  return undefined
}

/** A program called by its path whose own name is that of a well-known tool. */
const isKnownPath = (path: string): boolean =>
  /\/(pip[\d.]*|python[\d.]*|node|npm|npx|yarn|gem|bundle|ruby|perl|php|composer|cargo|go|java|javac|mvn|gradle|conda|mamba|git|make|gcc|g\+\+|mysql|psql|jupyter|sdkmanager|R|Rscript|dotnet|wine|virtualenv|uv|poetry|luarocks|opam|ghc|cabal|stack|pecl|phpize|docker-php-ext-\w+|easy_install[\w.-]*|update-alternatives)$/.test(
    path,
  )
