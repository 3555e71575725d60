import { type Command, type ImageFiles, joinPath, programOf } from '../../src/kit.js'
import { folderOf, lineOf, valueOf } from './place.js'
import type { Step } from './reading.js'

/** A package that pip is asked for. */
export interface Requirement {
  readonly name: string
  /** Whether it is cloned. */
  readonly isCloned: boolean
}

/** The words behind `pip`; undefined for other programs. */
export function pipWords(command: Command): readonly (string | undefined)[] | undefined {
  const { base, args } = programOf(command)
  const values = args.map(({ value }) => value)
  if (/^pip[\d.]*$/.test(base)) return values
  const at = values.indexOf('-m')
  return /^python[\d.]*$/.test(base) && at >= 0 && values[at + 1] === 'pip' ? values.slice(at + 2) : undefined
}

/** All that pip is asked for in a stage; else why it cannot be told. */
export function requirementsOf(steps: readonly Step[], files: ImageFiles): readonly Requirement[] | string {
  const found: Requirement[] = []
  for (const { command, place } of steps) {
    if (pipWords(command)?.[0] !== 'install') continue
    const line = lineOf(place.instruction)
    const words = command.words.map((word) => valueOf(word, place))
    const rest = words.slice(words.indexOf('install') + 1)
    for (let i = 0; i < rest.length; i++) {
      const word = rest[i]
      if (word === undefined) return `${line} installs what a variable names`
      const [flag = '', joined] = word.startsWith('--') ? word.split('=') : [word]
      if (/^(-r|--requirement)$/.test(flag) || /^-r./.test(word)) {
        const file = joined ?? (word === '-r' || word === '--requirement' ? rest[++i] : word.slice(2))
        const own = file === undefined ? undefined : listed(file, place.folder, files, 0)
        if (own === undefined) return `what ${line} installs cannot be seen`
        if (typeof own === 'string') return own
        found.push(...own)
      } else if (takesValue.test(flag)) i += joined === undefined ? 1 : 0
      else if (!word.startsWith('-')) {
        const one = requirementIn(word)
        if (one === undefined) return `${line} installs \`${word}\`, which cannot be seen through`
        found.push(one)
      }
    }
  }
  return found
}

const takesValue =
  /^(-c|--constraint|-i|--index-url|--extra-index-url|-f|--find-links|--trusted-host|--timeout|--retries|--proxy|--no-binary|--only-binary|--cache-dir|--progress-bar|--src|--log|--upgrade-strategy)$/

/** The packages of a list, and of those that it names. */
function listed(
  file: string,
  folder: string | undefined,
  files: ImageFiles,
  depth: number,
): readonly Requirement[] | string | undefined {
  const text = depth > 5 ? undefined : files.read(file, folder)
  if (text === undefined) return undefined
  const found: Requirement[] = []
  const lines = text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)
  for (const raw of lines) {
    const line = raw.replace(/(^|\s)#.*$/, '').trim()
    const other = /^(?:-r|--requirement)[\s=]*(\S+)$/.exec(line)?.[1]
    if (other !== undefined) {
      const path = joinPath(folder, file)
      const own = listed(other, path === undefined ? folder : folderOf(path), files, depth + 1)
      if (typeof own !== 'object') return own
      found.push(...own)
    } else if (/^(-e|--editable)\b/.test(line)) return `\`${file}\` installs what is copied in place`
    else if (line !== '' && !line.startsWith('-')) {
      const one = requirementIn(line)
      if (one === undefined) return `\`${line}\` of \`${file}\` cannot be seen through`
      found.push(one)
    }
  }
  return found
}

/** `name[extra]==1.0; marker`, `name @ git+https://...`, `git+https://.../name.git`. */
function requirementIn(text: string): Requirement | undefined {
  const cloned =
    /^(?:([\w.-]+)\s*@\s*)?(?:git|hg|svn|bzr)\+\S*?([\w.-]+?)(?:\.git)?(?:@[^@/]*)?(?:#.*)?$/.exec(text)
  if (cloned) return { name: cloned[1] ?? cloned[2]!, isCloned: true }
  const name = /^([A-Za-z0-9][\w.-]*(?:\[[\w,.\s-]+\])?)\s*(?:[=<>!~;@ ].*)?$/.exec(text)?.[1]
  return name === undefined || /\.(whl|zip|gz)$|^\.|:\/\//.test(text) ? undefined : { name, isCloned: false }
}
