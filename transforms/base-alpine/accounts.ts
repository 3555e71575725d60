import type { Word } from '../../src/kit.js'
import { hasGroup, hasUser, isTaken } from '../../src/knowledge/alpine-accounts.js'
import { type Options, readOptions } from './options.js'

/** What a command for users and groups becomes on Alpine. */
export type AccountCall =
  /** One call, or two of which the second needs the first. */
  | { readonly kind: 'calls'; readonly calls: readonly string[] }
  /** The same words work on Alpine. */
  | { readonly kind: 'same' }
  /** It works with the tools of Alpine's `shadow`. */
  | { readonly kind: 'shadow' }
  | { readonly kind: 'refused'; readonly because: string }

/** Programs whose calls are judged here. */
export const accountPrograms =
  /^(useradd|groupadd|usermod|adduser|addgroup|userdel|groupdel|deluser|delgroup)$/

/** The users and groups of a stage: those of its image, and those that it makes. */
export class Accounts {
  private readonly users = new Set<string>()
  private readonly groups = new Set<string>()
  private readonly byNumber = new Map<string, string>()

  constructor(
    private readonly image: string,
    /** Whether a user of the system had a home where none was asked for, as up to bullseye. */
    private readonly homes: 'of the system' | 'none',
  ) {}

  /** Whether `root`, `app:app` or `1000` names who is there; what a variable decides is taken for known. */
  knows(owner: string): boolean {
    const [user = '', group] = owner.split(/[:.]/)
    const isKnown = (
      name: string,
      has: (image: string, name: string) => boolean,
      made: ReadonlySet<string>,
    ): boolean => name === '' || /^\d+$|\$/.test(name) || made.has(name) || has(this.image, name)
    return (
      isKnown(user, hasUser, this.users) && (group === undefined || isKnown(group, hasGroup, this.groups))
    )
  }

  /** Whether a group is there. */
  knowsGroup(name: string): boolean {
    return this.knows(`:${name}`)
  }

  /** Translates a call, and takes down whom it makes. */
  call(program: string, args: readonly Word[]): AccountCall {
    switch (program) {
      case 'useradd':
        return this.userAdd(args)
      case 'groupadd':
        return this.groupAdd(args)
      case 'usermod':
        return this.userMod(args)
      case 'addgroup':
        return this.addGroup(args)
      case 'adduser':
        return this.addUser(args)
      default:
        return args.every(({ text }) => text.startsWith('-') || this.users.has(text) || this.groups.has(text))
          ? { kind: 'shadow' }
          : refused(`removes a user or group with \`${program}\` that the file does not make`)
    }
  }

  private userAdd(args: readonly Word[]): AccountCall {
    const options = readOptions(args, {
      ...{ '-r': 'system', '--system': 'system', '-m': 'home', '--create-home': 'home' },
      ...{ '-M': 'no home', '--no-create-home': 'no home', '-U': 'own group', '--user-group': 'own group' },
      ...{
        '-d': 'folder:',
        '--home': 'folder:',
        '--home-dir': 'folder:',
        '-s': 'shell:',
        '--shell': 'shell:',
      },
      ...{
        '-u': 'uid:',
        '--uid': 'uid:',
        '-g': 'group:',
        '--gid': 'group:',
        '-c': 'about:',
        '--comment': 'about:',
      },
    })
    const name = options?.names[0] ?? args.at(-1)?.text ?? ''
    const obstacle = this.take(name, options)
    if (obstacle !== undefined) return obstacle
    const foreign = args.find(
      ({ text }, i) => /^(-G|--groups)$/.test(args[i - 1]?.text ?? '') && !this.knowsAll(text),
    )
    if (foreign !== undefined)
      return refused(`adds a user to \`${foreign.text}\`, which Alpine does not have`)
    if (options === undefined || options.names.length !== 1) return shadow
    const { values } = options
    const isSystem = values.has('system')
    const wanted = values.get('group:')
    const group = wanted === undefined ? undefined : this.groupNamed(wanted)
    if (wanted !== undefined && group === undefined) return shadow
    const uid = values.get('uid:')
    const own = isSystem && group === undefined
    const user = callOf([
      isSystem ? 'adduser -S -D' : 'adduser -D',
      !values.has('home') && '-H',
      withValue('-h', values.get('folder:')),
      withValue('-s', shellOf(values.get('shell:')) ?? (isSystem ? '/bin/sh' : undefined)),
      withValue('-u', uid),
      withValue('-G', own ? name : group),
      withValue('-g', values.get('about:')),
      name,
    ])
    return own ? calls(callOf(['addgroup -S', withValue('-g', uid), name]), user) : calls(user)
  }

  private groupAdd(args: readonly Word[]): AccountCall {
    return this.group(
      readOptions(args, { '-r': 'system', '--system': 'system', '-g': 'gid:', '--gid': 'gid:' }),
      args,
    )
  }

  private group(options: Options | undefined, args: readonly Word[]): AccountCall {
    const name = options?.names[0] ?? args.at(-1)?.text ?? ''
    if (hasGroup(this.image, name)) return refused(`makes the group \`${name}\`, which Alpine has already`)
    const gid = options?.values.get('gid:')
    if (gid !== undefined && isTaken(Number(plain(gid))))
      return refused(`makes a group with the number ${gid}, which is another’s on Alpine`)
    this.groups.add(name)
    if (options === undefined || options.names.length !== 1) return shadow
    if (gid !== undefined) this.byNumber.set(plain(gid), name)
    return calls(callOf(['addgroup', options.values.has('system') && '-S', withValue('-g', gid), name]))
  }

  private userMod(args: readonly Word[]): AccountCall {
    const options = readOptions(args, {
      ...{ '-a': 'append', '--append': 'append', '-G': 'groups:', '--groups': 'groups:' },
    })
    const group = options?.values.get('groups:')
    const [name, ...others] = options?.names ?? []
    if (group === undefined)
      return this.knows(args.at(-1)?.text ?? '')
        ? shadow
        : refused('changes a user that the file does not make')
    if (!this.knowsAll(group)) return refused(`adds a user to \`${group}\`, which Alpine does not have`)
    const isPlain =
      options!.values.has('append') && !group.includes(',') && name !== undefined && others.length === 0
    return isPlain ? calls(callOf(['addgroup', name, group])) : shadow
  }

  private addGroup(args: readonly Word[]): AccountCall {
    const membership = this.membership(args)
    if (membership !== undefined) return membership
    const options = readOptions(args, {
      ...{ '--system': 'system', '-S': 'system', '--gid': 'gid:', '-g': 'gid:', '--quiet': 'quiet' },
    })
    if (options === undefined) return refused('calls `addgroup` with options that Alpine’s does not have')
    const call = this.group(options, args)
    return options.values.size === 0 && call.kind === 'calls' ? same : call
  }

  /** `adduser app staff`: the same words on Alpine. */
  private membership(args: readonly Word[]): AccountCall | undefined {
    const [, group, ...others] = args
    if (group === undefined || others.length > 0 || args.some(({ text }) => text.startsWith('-')))
      return undefined
    return this.knowsGroup(group.text)
      ? same
      : refused(`adds a user to \`${group.text}\`, which Alpine does not have`)
  }

  private addUser(args: readonly Word[]): AccountCall {
    const membership = this.membership(args)
    if (membership !== undefined) return membership
    const options = readOptions(args, {
      ...{
        '--system': 'system',
        '--group': 'own group',
        '--ingroup': 'group:',
        '--uid': 'uid:',
        '--home': 'folder:',
      },
      ...{ '--shell': 'shell:', '--no-create-home': 'no home', '--disabled-password': 'quiet' },
      ...{ '--disabled-login': 'quiet', '--gecos': 'about:', '--comment': 'about:', '--quiet': 'quiet' },
      ...{ '-q': 'quiet', '--force-badname': 'quiet' },
    })
    if (options === undefined) return refused('calls `adduser` with options that Alpine’s does not have')
    const [name, ...others] = options.names
    if (name === undefined || others.length > 0)
      return refused('calls `adduser` in a way that cannot be read')
    const obstacle = this.take(name, options)
    if (obstacle !== undefined) return obstacle
    const { values } = options
    const group = values.get('group:')
    if (group !== undefined && !this.knowsGroup(group))
      return refused(`adds a user to \`${group}\`, which Alpine does not have`)
    const isSystem = values.has('system')
    const own = isSystem && values.has('own group')
    const hasHome =
      !values.has('no home') && (!isSystem || values.has('folder:') || this.homes === 'of the system')
    const nowhere = isSystem && !hasHome && !values.has('folder:')
    const user = callOf([
      isSystem ? 'adduser -S -D' : 'adduser -D',
      !hasHome && '-H',
      withValue('-h', values.get('folder:') ?? (nowhere ? '/nonexistent' : undefined)),
      withValue('-s', shellOf(values.get('shell:'))),
      withValue('-u', values.get('uid:')),
      withValue('-G', own ? name : group),
      withValue('-g', values.get('about:')),
      name,
    ])
    return own ? calls(`addgroup -S ${name}`, user) : calls(user)
  }

  /** Takes a new user down; or why Alpine cannot have it. */
  private take(name: string, options: Options | undefined): AccountCall | undefined {
    if (hasUser(this.image, name) || hasGroup(this.image, name))
      return refused(`makes the user \`${name}\`, which Alpine has already`)
    const uid = options?.values.get('uid:')
    if (uid !== undefined && isTaken(Number(plain(uid))))
      return refused(`makes a user with the number ${uid}, which is another’s on Alpine`)
    this.users.add(name)
    this.groups.add(name)
    return undefined
  }

  private groupNamed(wanted: string): string | undefined {
    const bare = plain(wanted)
    if (bare.includes('$')) return undefined
    return /^\d+$/.test(bare) ? this.byNumber.get(bare) : this.knowsGroup(bare) ? wanted : undefined
  }

  private knowsAll(groups: string): boolean {
    return plain(groups)
      .split(',')
      .every((group) => this.knowsGroup(group))
  }
}

const shadow: AccountCall = { kind: 'shadow' }
const same: AccountCall = { kind: 'same' }
const refused = (because: string): AccountCall => ({ kind: 'refused', because })
const calls = (...all: readonly string[]): AccountCall => ({ kind: 'calls', calls: all })

const callOf = (parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' ')

const withValue = (flag: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : `${flag} ${value}`

const plain = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2')

/** Alpine has some programs in /bin and /sbin alone. */
const shellOf = (path: string | undefined): string | undefined =>
  path?.replace(/^(["']?)\/usr\/(s?bin\/(?:nologin|bash|sh))(?=["']?$)/, '$1/$2')
