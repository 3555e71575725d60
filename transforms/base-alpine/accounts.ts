import type { Word } from '../../src/kit.js'

/** What a command for users and groups becomes on Alpine. */
export type AccountCall =
  | { readonly kind: 'text'; readonly text: string }
  /** The same words work on Alpine. */
  | { readonly kind: 'same' }
  /** It works with the tools of Alpine's `shadow`. */
  | { readonly kind: 'shadow' }
  | { readonly kind: 'refused'; readonly because: string }

/** Programs whose calls are judged here. */
export const accountPrograms = /^(useradd|groupadd|usermod|adduser|addgroup)$/

/** Translates a call. `groups` are those that the stage has made so far, by number. */
export function accountCall(
  program: string,
  args: readonly Word[],
  groups: Map<string, string>,
): AccountCall {
  switch (program) {
    case 'useradd':
      return userAdd(args, groups)
    case 'groupadd':
      return groupAdd(args, groups)
    case 'usermod':
      return userMod(args)
    case 'addgroup':
      return addGroup(args, groups)
    default:
      return addUser(args)
  }
}

const shadow: AccountCall = { kind: 'shadow' }
const same: AccountCall = { kind: 'same' }
const said = (parts: readonly (string | undefined | false)[]): AccountCall => ({
  kind: 'text',
  text: parts.filter((part) => typeof part === 'string' && part !== '').join(' '),
})

/** A user as the options describe it; values as they are written. */
interface User {
  readonly names: readonly string[]
  readonly options: ReadonlyMap<string, string>
}

/** Long and short options by one letter or name; `:` marks those that take a value. Undefined where one is not known. */
function readUser(args: readonly Word[], known: Readonly<Record<string, string>>): User | undefined {
  const options = new Map<string, string>()
  const names: string[] = []
  for (let i = 0; i < args.length; i++) {
    const { text } = args[i]!
    if (!text.startsWith('-') || text === '-') {
      names.push(text)
      continue
    }
    const [flag = '', value] = text.startsWith('--') ? split(text) : [text]
    const letters = flag.startsWith('--') ? [flag] : [...flag.slice(1)].map((letter) => `-${letter}`)
    for (const [at, letter] of letters.entries()) {
      const entry = Object.hasOwn(known, letter) ? known[letter] : undefined
      if (entry === undefined) return undefined
      if (!entry.endsWith(':')) options.set(entry, '')
      else if (value !== undefined) options.set(entry, value)
      else if (at < letters.length - 1) return undefined
      else if (args[++i] === undefined) return undefined
      else options.set(entry, args[i]!.text)
    }
  }
  return { names, options }
}

const split = (text: string): [string, string?] => {
  const at = text.indexOf('=')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function userAdd(args: readonly Word[], groups: ReadonlyMap<string, string>): AccountCall {
  const user = readUser(args, {
    ...{ '-r': 'system', '--system': 'system', '-m': 'home', '--create-home': 'home' },
    ...{ '-M': 'no home', '--no-create-home': 'no home', '-U': 'own group', '--user-group': 'own group' },
    ...{ '-d': 'folder:', '--home': 'folder:', '--home-dir': 'folder:', '-s': 'shell:', '--shell': 'shell:' },
    ...{
      '-u': 'uid:',
      '--uid': 'uid:',
      '-g': 'group:',
      '--gid': 'group:',
      '-c': 'about:',
      '--comment': 'about:',
    },
  })
  const [name, ...others] = user?.names ?? []
  if (user === undefined || name === undefined || others.length > 0) return shadow
  const { options } = user
  const isSystem = options.has('system')
  const wanted = options.get('group:')
  const group = wanted !== undefined && /^\d+$/.test(wanted) ? groups.get(wanted) : wanted
  if (wanted !== undefined && group === undefined) return shadow
  const uid = options.get('uid:')
  const own = isSystem && group === undefined
  return said([
    own && `addgroup -S${uid === undefined ? '' : ` -g ${uid}`} ${name} &&`,
    isSystem ? 'adduser -S -D' : 'adduser -D',
    !options.has('home') && '-H',
    withValue('-h', options.get('folder:')),
    withValue('-s', options.get('shell:') ?? (isSystem ? '/bin/sh' : undefined)),
    withValue('-u', uid),
    withValue('-G', own ? name : group),
    withValue('-g', options.get('about:')),
    name,
  ])
}

const withValue = (flag: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : `${flag} ${value}`

function groupAdd(args: readonly Word[], groups: Map<string, string>): AccountCall {
  const group = readUser(args, { '-r': 'system', '--system': 'system', '-g': 'gid:', '--gid': 'gid:' })
  return group === undefined ? shadow : groupText(group, groups)
}

function groupText({ names, options }: User, groups: Map<string, string>): AccountCall {
  const [name, ...others] = names
  if (name === undefined || others.length > 0) return shadow
  const gid = options.get('gid:')
  if (gid !== undefined) groups.set(gid, name)
  return said(['addgroup', options.has('system') && '-S', withValue('-g', gid), name])
}

function userMod(args: readonly Word[]): AccountCall {
  const user = readUser(args, {
    '-a': 'append',
    '--append': 'append',
    '-G': 'groups:',
    '--groups': 'groups:',
  })
  const groups = user?.options.get('groups:')
  const [name, ...others] = user?.names ?? []
  const isPlain = user?.options.has('append') === true && groups !== undefined && !groups.includes(',')
  return isPlain && name !== undefined && others.length === 0 ? said(['addgroup', name, groups]) : shadow
}

function addGroup(args: readonly Word[], groups: Map<string, string>): AccountCall {
  const group = readUser(args, {
    ...{ '--system': 'system', '-S': 'system', '--gid': 'gid:', '-g': 'gid:', '--quiet': 'quiet' },
  })
  if (group === undefined)
    return { kind: 'refused', because: 'calls `addgroup` with options that Alpine’s does not have' }
  return group.options.size === 0 ? same : groupText(group, groups)
}

function addUser(args: readonly Word[]): AccountCall {
  const user = readUser(args, {
    ...{
      '--system': 'system',
      '--group': 'own group',
      '--ingroup': 'group:',
      '--uid': 'uid:',
      '--home': 'folder:',
    },
    ...{
      '--shell': 'shell:',
      '--no-create-home': 'no home',
      '--disabled-password': 'quiet',
      '--disabled-login': 'quiet',
    },
    ...{
      '--gecos': 'about:',
      '--comment': 'about:',
      '--quiet': 'quiet',
      '-q': 'quiet',
      '--force-badname': 'quiet',
    },
  })
  if (user === undefined)
    return { kind: 'refused', because: 'calls `adduser` with options that Alpine’s does not have' }
  const { options, names } = user
  const [name, ...others] = names
  if (options.size === 0 && names.length === 2) return same
  if (name === undefined || others.length > 0)
    return { kind: 'refused', because: 'calls `adduser` in a way that cannot be read' }
  const isSystem = options.has('system')
  const own = isSystem && options.has('own group')
  // Debian makes no home for a user of the system but where one is named.
  const hasHome = !options.has('no home') && (!isSystem || options.has('folder:'))
  return said([
    own && `addgroup -S ${name} &&`,
    isSystem ? 'adduser -S -D' : 'adduser -D',
    !hasHome && '-H',
    withValue('-h', options.get('folder:')),
    withValue('-s', options.get('shell:')),
    withValue('-u', options.get('uid:')),
    withValue('-G', own ? name : options.get('group:')),
    withValue('-g', options.get('about:')),
    name,
  ])
}
