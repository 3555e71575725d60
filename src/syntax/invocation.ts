import type { Command, Word } from './shell.js'

/** A command as it runs, with what stands in front of it (`sudo`, `env A=b`, `eatmydata`) taken off. */
export interface Invocation {
  readonly command: Command
  /** Without a standard folder in front; undefined when an expansion decides. */
  readonly name: string | undefined
  /** What follows the name. */
  readonly args: readonly Word[]
  /** `sudo ` with its options as written when it runs with another's rights, else empty. */
  readonly privilege: string
  /** Whether sudo switches to another user than root. */
  readonly asOtherUser: boolean
}

const transparent = new Set([
  'env',
  'eatmydata',
  'nice',
  'ionice',
  'time',
  'command',
  'nocache',
  'busybox',
  'builtin',
])
const folders = /^\/(?:usr\/)?(?:local\/)?s?bin\//

const known = new WeakMap<Command, Invocation>()

/** Takes wrappers off a command. */
export function resolve(command: Command): Invocation {
  let invocation = known.get(command)
  if (!invocation) known.set(command, (invocation = unwrap(command)))
  return invocation
}

function unwrap(command: Command): Invocation {
  let { words } = command
  let privilege = ''
  let asOtherUser = false
  for (;;) {
    const name = words[0]?.value?.replace(folders, '')
    if (name === 'sudo') {
      let next = 1
      while (words[next]?.value?.startsWith('-') || /^\w+=/.test(words[next]?.text ?? '')) {
        const option = words[next]!.value ?? ''
        if (/^(-u|--user)$/.test(option)) asOtherUser = words[++next]?.value !== 'root'
        else if (/^(-u.|--user=)/.test(option)) asOtherUser = true
        else if (/^-[gpCTRrth]$/.test(option)) next++
        next++
      }
      if (words[next] === undefined) return { command, name, args: words.slice(1), privilege, asOtherUser }
      privilege = 'sudo '
      words = words.slice(next)
    } else if (name !== undefined && transparent.has(name)) {
      let next = 1
      while (/^-|^\w+=/.test(words[next]?.text ?? '')) {
        if (/^(-n|-c|-u)$/.test(words[next]!.text) && name !== 'command' && name !== 'time') next++
        next++
      }
      if (words[next] === undefined) return { command, name, args: words.slice(1), privilege, asOtherUser }
      words = words.slice(next)
    } else return { command, name, args: words.slice(1), privilege, asOtherUser }
  }
}

/** Whether one of the words is an option: `-y` also inside `-qy`, `--yes` also as `--yes=...`. */
export function hasFlag(args: readonly Word[], ...names: readonly string[]): boolean {
  return args.some(({ value }) =>
    names.some((name) =>
      name.startsWith('--')
        ? value === name || value?.startsWith(`${name}=`)
        : value !== undefined && /^-[a-zA-Z]+$/.test(value) && value.includes(name[1]!),
    ),
  )
}

/** The arguments that start with no `-`. */
export const withoutOptions = (args: readonly Word[]): Word[] =>
  args.filter(({ text }) => !text.startsWith('-'))
