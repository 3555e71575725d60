import {
  type Command,
  expand,
  joinPath,
  resolve,
  type Scope,
  type Word,
  withoutOptions,
} from '../../src/kit.js'

/** A `chown -R` or `chmod -R` of one folder. */
export interface Call {
  readonly flag: 'chown' | 'chmod'
  /** What the flag of COPY is to say: `app:app`, `755`. */
  readonly value: string
  /** The absolute path of the folder. */
  readonly path: string
  /** Whether owner and group are both named by the author. */
  readonly isWhole: boolean
  /** The option that holds the `R`. */
  readonly recursive: Word
  readonly command: Command
}

/** Reads a command; undefined when it is no such call, else a phrase that says why it cannot be had from COPY. */
export function readCall(command: Command, scope: Scope, escape: string): Call | string | undefined {
  const { name, args, asOtherUser } = resolve(command)
  if (name !== 'chown' && name !== 'chmod') return undefined
  const recursive = args.find(({ text }) => /^(-\w*R\w*|--recursive)$/.test(text))
  if (recursive === undefined) return undefined
  if (asOtherUser) return 'it runs as another user'
  const options = args.filter(({ text }) => text.startsWith('-'))
  const strange = options.find(
    ({ text }) => !/^(-[Rcfhv]+|--(recursive|changes|quiet|silent|verbose))$/.test(text),
  )
  if (strange) return `\`${strange.text}\` decides what it changes`
  const [what, folder, ...others] = withoutOptions(args)
  if (what === undefined || folder === undefined) return 'it names no folder'
  if (others.length > 0) return 'it names several folders'
  if (folder.hasPattern) return `\`${folder.text}\` is a pattern, which leaves hidden files out`
  const path = joinPath(scope.workdir, known(folder, scope, escape) ?? '$')
  if (path === undefined || /[$~]/.test(path)) return `it is not known which folder \`${folder.text}\` is`
  const value = name === 'chown' ? ownerOf(what, scope, escape) : modeOf(what)
  if (typeof value === 'string') return value
  return { flag: name, ...value, path, recursive, command }
}

type Value = Pick<Call, 'value' | 'isWhole'>

/** Without a group COPY would take the number of the user for it, and chown leaves it as it is: root. */
function ownerOf(word: Word, scope: Scope, escape: string): Value | string {
  const text = (word.value ?? word.text).replace(/"/g, '')
  const part = /^(?:[\w-]+|\$\w+|\$\{\w+\})$/
  const names = text.split(text.includes(':') ? ':' : '.')
  if (names.length > 2 || !names.every((name) => part.test(name)))
    return `\`${word.text}\` says more or less than a user and a group`
  const variables = names.filter((name) => name.startsWith('$'))
  const isSet = variables.every((name) => scope.variables.has(name.replace(/[${}]/g, '')))
  if (!isSet) return `it is not known who \`${word.text}\` is`
  if (names.length === 2) return { value: names.join(':'), isWhole: true }
  const user = expand(names[0]!, scope, escape)
  if (user === undefined || !part.test(user)) return `it is not known who \`${word.text}\` is`
  return { value: `${names[0]}:${/^\d+$/.test(user) ? '0' : 'root'}`, isWhole: false }
}

const modeOf = ({ value, text }: Word): Value | string =>
  value !== undefined && /^0?[0-7]{3}$/.test(value)
    ? { value, isWhole: true }
    : `\`${text}\` is no octal mode, which every frontend knows`

/** The value of a word that may hold variables of the Dockerfile. */
const known = (word: Word, scope: Scope, escape: string): string | undefined =>
  word.value ?? (/^"?[\w./${}-]+"?$/.test(word.text) ? expand(word.text, scope, escape) : undefined)
