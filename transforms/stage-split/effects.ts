import {
  apkCall,
  aptCall,
  baseName,
  type Command,
  joinPath,
  packageName,
  programOf,
  type Word,
  withoutOptions,
} from '../../src/kit.js'
import { pathOf, type Place, valueOf } from './place.js'

/** Files that a command makes: the one, all that lie in a folder, or all below it. */
export interface Made {
  readonly path: string
  readonly shape: 'file' | 'inside' | 'below'
}

/** A file that a command writes what it says into. */
export interface Written {
  readonly path: string
  readonly program: string
  /** Undefined where it cannot be told. */
  readonly text: string | undefined
}

/** What a command leaves in the image. */
export type Effect =
  | { readonly kind: 'nothing' }
  /** For the build alone; `made` is what the image may need of it. */
  | { readonly kind: 'builds'; readonly made: readonly Made[] }
  | { readonly kind: 'moves'; readonly from: readonly string[]; readonly to: string }
  | { readonly kind: 'lists' }
  | { readonly kind: 'cleans' }
  | { readonly kind: 'installs'; readonly packages: readonly Word[]; readonly tool: 'apt' | 'apk' }
  | { readonly kind: 'purges'; readonly names: readonly string[] }
  | { readonly kind: 'removes'; readonly paths: readonly string[] }
  | { readonly kind: 'folders'; readonly paths: readonly string[] }
  /** Of a distribution, or of what the build has put among it. */
  | { readonly kind: 'edits'; readonly paths: readonly string[]; readonly program: string }
  | { readonly kind: 'owns'; readonly paths: readonly string[]; readonly program: string }
  /** Of a file that some command of the build must read: else the program may. */
  | { readonly kind: 'writes'; readonly written: Written }
  /** Needed at run time as it stands. */
  | { readonly kind: 'keeps' }
  | { readonly kind: 'unknown'; readonly because: string }

export const nothing: Effect = { kind: 'nothing' }
export const builds = (...made: readonly Made[]): Effect => ({ kind: 'builds', made })
export const unknown = (because: string): Effect => ({ kind: 'unknown', because })

const harmless =
  /^(:|true|echo|printf|pwd|ls|set|test|\[|env|date|uname|sleep|which|type|id|whoami|cat|du|df|file|head|tail|grep|wc|sha(1|256|512)sum|md5sum|nproc|ldd|strip|ldconfig|exit)$/
const users = /^(useradd|adduser|groupadd|addgroup|usermod|groupmod)$/

/** Whether a command makes users or groups, in whatever folder it runs. */
export const makesAccounts = (command: Command): boolean => users.test(programOf(command).base)

/** What the commands do that stand in builds of every kind. */
export function commonEffect(command: Command, place: Place): Effect {
  const { name, args, base } = programOf(command)
  if (command.words.length === 0) return nothing
  if (name === undefined) return unknown('runs a command named by a variable')
  const isHarmless = harmless.test(base) || (base === 'find' && findsAlone(args, place))
  const [written, ...more] = command.redirects.filter(
    ({ operator, target }) =>
      operator.includes('>') && !/^(\/dev\/(null|stdout|stderr)|&?[0-9-])$/.test(target?.value ?? ''),
  )
  if (written !== undefined) {
    const path = pathOf(written.target, place)
    return path !== undefined && isHarmless && more.length === 0
      ? { kind: 'writes', written: { path, program: base, text: saidBy(base, args, place) } }
      : unknown(`writes a file with \`${base}\``)
  }
  if (isHarmless) return nothing
  if (makesAccounts(command)) return { kind: 'keeps' }
  const packages = packageEffect(command)
  if (packages !== undefined) return packages
  const operands = withoutOptions(args)
  switch (base) {
    case 'rm': {
      const paths = operands.flatMap((word) => pathOf(word, place) ?? [])
      const isCache = paths.length === operands.length && paths.every((path) => caches.test(path))
      return isCache ? { kind: 'cleans' } : { kind: 'removes', paths }
    }
    case 'mkdir':
      return (
        whole(operands, place, (paths) => ({ kind: 'folders', paths })) ??
        unknown('makes a folder named by a variable')
      )
    case 'chmod':
    case 'chown':
    case 'chgrp':
      return (
        whole(operands.slice(1), place, (paths) => ({ kind: 'owns', paths, program: base })) ??
        unknown(`calls \`${base}\` for what a variable names`)
      )
    case 'cp':
    case 'mv':
      return moveOf(operands, place) ?? unknown(`calls \`${base}\` for what a variable names`)
    case 'git':
    case 'hg':
    case 'svn':
      return builds()
    case 'patch':
    case 'sed': {
      const paths = args.flatMap(({ value }) => (/^\/(etc|usr|lib|var)\b/.test(value ?? '') ? value! : []))
      return paths.length > 0 ? { kind: 'edits', paths, program: base } : builds()
    }
    case 'curl':
    case 'wget':
      return fetchOf(base, args, place)
    case 'tar':
    case 'unzip':
      return unpackOf(base, args, place)
    default:
      return unknown(`runs \`${base}\`, and what that leaves may be needed at run time`)
  }
}

/** Whether it names what it finds, and does nothing with it. */
const findsAlone = (args: readonly Word[], place: Place): boolean =>
  args.every((word) => {
    const value = valueOf(word, place)
    return value !== undefined && !/^-(exec(dir)?|ok(dir)?|delete|fprint[0f]?|fls)$/.test(value)
  })

function saidBy(base: string, args: readonly Word[], place: Place): string | undefined {
  if (base !== 'echo' && base !== 'printf') return undefined
  const values = args.map((word) => valueOf(word, place))
  const text = values.includes(undefined) ? undefined : values.join(' ').replace(/\\n/g, '\n')
  return base === 'printf' && text?.includes('%') === true ? undefined : text
}

function packageEffect(command: Command): Effect | undefined {
  const apt = aptCall(command)
  if (apt) {
    const { verb, packages, asOtherUser } = apt
    if (verb === undefined || asOtherUser) return unknown('calls apt with what a variable names')
    if (verb === 'update') return { kind: 'lists' }
    if (verb === 'install') return { kind: 'installs', packages, tool: 'apt' }
    if (/^(clean|autoclean|autoremove|autopurge|dist-clean)$/.test(verb)) return { kind: 'cleans' }
    if (/^(upgrade|dist-upgrade|full-upgrade)$/.test(verb)) return { kind: 'keeps' }
    if (/^(purge|remove)$/.test(verb))
      return { kind: 'purges', names: packages.flatMap((word) => packageName(word) ?? '') }
    return unknown(`calls \`${apt.tool} ${verb}\``)
  }
  const apk = apkCall(command)
  if (!apk) return undefined
  if (apk.verb === 'update') return { kind: 'lists' }
  if (apk.verb === 'upgrade') return { kind: 'keeps' }
  const packages = apk.args.filter((word) => word !== apk.verbWord && !apk.flags.includes(word))
  if (apk.verb === 'add') return { kind: 'installs', packages, tool: 'apk' }
  if (apk.verb === 'del') return { kind: 'purges', names: packages.flatMap(({ value }) => value ?? '') }
  return unknown(`calls \`apk ${apk.verb ?? ''}\``)
}

function whole(
  words: readonly Word[],
  place: Place,
  make: (paths: readonly string[]) => Effect,
): Effect | undefined {
  const paths = words.map((word) => pathOf(word, place))
  return paths.includes(undefined) ? undefined : make(paths as string[])
}

function moveOf(operands: readonly Word[], place: Place): Effect | undefined {
  const target = operands.at(-1)
  const to = pathOf(target, place)
  const from = operands.slice(0, -1).map((word) => pathOf(word, place))
  if (to === undefined || from.length === 0 || from.includes(undefined)) return undefined
  const isFolder =
    from.length > 1 || /\/\.{0,2}$|^\.{1,2}$/.test(valueOf(target!, place) ?? '') || binaries.test(to)
  const name = baseName(from[0]!)
  if (isFolder && /[*?[]/.test(name)) return undefined
  return { kind: 'moves', from: from as string[], to: isFolder ? joinPath(to, name)! : to }
}

const caches = /^\/(var\/lib\/apt|var\/cache|tmp|var\/tmp|var\/log)(\/lists|\/apt\S*|\/apk)?\/?(\*)?$/

/** Folders that every image has. */
const binaries = /^\/(usr\/)?(local\/)?s?bin$/

function fetchOf(base: string, args: readonly Word[], place: Place): Effect {
  const option = args.findIndex(({ value }) => /^-\w*[oO]$|^--output(-document)?$/.test(value ?? ''))
  const isNamed = base === 'curl' ? /o$|output$/ : /O$|document$/
  const given = option >= 0 && isNamed.test(args[option]!.value!) ? args[option + 1] : undefined
  if (given?.value === '-' || (base === 'curl' && option < 0)) return builds()
  const path = given ? pathOf(given, place) : place.folder
  return path === undefined || !isScratch(path) ? unknown(`fetches a file with \`${base}\``) : builds()
}

function unpackOf(base: string, args: readonly Word[], place: Place): Effect {
  const words = args.map((word) => valueOf(word, place))
  const at = words.findIndex((word) => /^(-\w*C|--directory|-d)$/.test(word ?? ''))
  const joined = words.find((word) => word?.startsWith('--directory='))?.slice(12)
  const folder = joined ?? (at < 0 ? undefined : words[at + 1])
  const path = folder === undefined && at < 0 ? place.folder : joinPath(place.folder, folder ?? '')
  return (folder === undefined && at >= 0) || path === undefined || !isScratch(path)
    ? unknown(`unpacks files with \`${base}\``)
    : builds()
}

/** Whether sources may lie there, and nothing that programs look for. */
const isScratch = (path: string): boolean =>
  path === '/'
    ? false
    : /^\/(tmp|usr\/(local\/)?src|build|src|root|home\/[^/]+|opt\/src|go\/src|var\/tmp)(\/|$)/.test(path)
