import { type Body, type Command, joinPath, resolve, withoutOptions, type Word } from '../../src/kit.js'

/**
 * The absolute paths that the commands of a RUN are known to make: downloads, clones, folders, what an archive is
 * named after. Undefined `workdir`: only what is named absolutely.
 */
export function pathsMadeBy({ script }: Body, workdir: string | undefined): Set<string> {
  const made = new Set<string>()
  let cwd = workdir
  for (const command of script.commands) {
    const { name, args } = resolve(command)
    if (name === 'cd' || name === 'pushd') {
      const target = args[0]?.value
      cwd = target === undefined || command.path.length > 0 ? undefined : joinPath(cwd, target)
      continue
    }
    const add = (path: string | undefined): void => {
      const absolute = path === undefined || path === '' ? undefined : joinPath(cwd, path)
      if (absolute !== undefined) made.add(absolute)
    }
    for (const target of targetsOf(name, args)) add(target)
    for (const { operator, target } of command.redirects) if (operator.startsWith('>')) add(target?.value)
  }
  return made
}

function targetsOf(name: string | undefined, args: readonly Word[]): (string | undefined)[] {
  const operands = operandsOf(args)
  switch (name) {
    case 'wget': {
      const file = valueOf(args, 'O', 'output-document')
      if (file !== undefined) return file === '-' ? [] : [file]
      const folder = valueOf(args, 'P', 'directory-prefix')
      return operands.map((url) => under(folder, baseOf(url)))
    }
    case 'curl': {
      const file = valueOf(args, 'o', 'output')
      const isRemoteName = args.some(
        ({ value }) => /^-[a-zA-Z]*O/.test(value ?? '') || value === '--remote-name',
      )
      return file !== undefined ? [file] : isRemoteName ? operands.map(baseOf) : []
    }
    case 'git':
      if (operands[0] !== 'clone') return []
      return [
        clonedTo(
          operandsOf(
            args.filter(
              (_, i) =>
                !/^(-b|--branch|--depth|-o|--origin|-c|--config|-j|--jobs)$/.test(args[i - 1]?.text ?? ''),
            ),
          ),
        ),
      ]
    case 'mkdir':
    case 'touch':
      return operands
    case 'tar':
    case 'unzip': {
      const archive = args
        .map(({ value }) => value)
        .find((value) => /\.(tar(\.\w+)?|tgz|tbz2?|txz|zip)$/.test(value ?? ''))
      const folder = valueOf(args, 'C', 'directory') ?? (name === 'unzip' ? valueOf(args, 'd') : undefined)
      return [under(folder, baseOf(archive)?.replace(/\.(tar(\.\w+)?|tgz|tbz2?|txz|zip)$/, ''))]
    }
    default:
      return []
  }
}

const clonedTo = ([, address, folder]: readonly (string | undefined)[]): string | undefined =>
  folder ?? baseOf(address)?.replace(/\.git$/, '')

const under = (folder: string | undefined, name: string | undefined): string | undefined =>
  name === undefined ? undefined : folder === undefined ? name : `${folder}/${name}`

/** The last part of a path or address. */
const baseOf = (url: string | undefined): string | undefined =>
  url
    ?.replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
    .at(-1)

const operandsOf = (args: readonly Word[]): (string | undefined)[] =>
  withoutOptions(args).map(({ value }) => value)

/** The value of an option, behind a blank, an equals sign, or glued to its letter. */
function valueOf(args: readonly Word[], letter: string, long?: string): string | undefined {
  for (let i = 0; i < args.length; i++) {
    const value = args[i]!.value
    if (value === undefined) continue
    if (new RegExp(`^-[a-zA-Z]*${letter}$`).test(value) || value === `--${long}`) return args[i + 1]?.value
    if (long !== undefined && value.startsWith(`--${long}=`)) return value.slice(long.length + 3)
    if (value.startsWith(`-${letter}`) && value.length > 2) return value.slice(2)
  }
  return undefined
}

/** Commands that read and write no file but their operands. */
const explicit =
  /^(mkdir|touch|chmod|chown|chgrp|ln|echo|printf|true|:|sleep|date|test|\[|rm|mv|useradd|groupadd|adduser|addgroup|usermod)$/

/** The first word or command that might touch a path; undefined when all is known not to. */
export function mayTouch(
  commands: readonly Command[],
  path: string,
  workdir: string | undefined,
): string | undefined {
  for (const command of commands) {
    if (command.words.length === 0) return '$...'
    const { name, args } = resolve(command)
    if (name === undefined || !explicit.test(name)) return name ?? '$...'
    const words = [...args, ...command.redirects.flatMap(({ target }) => target ?? [])]
    for (const { value, text, hasPattern } of words) {
      if (text.startsWith('-')) continue
      if (value === undefined || hasPattern) return text
      const target = joinPath(workdir, value)
      const isText =
        /^(echo|printf|sleep|date)$/.test(name) && !command.redirects.some((r) => r.target?.value === value)
      if (!isText && (target === undefined || related(target, path))) return text
    }
  }
  return undefined
}

/** Whether one path is the other or lies below it. */
export const related = (a: string, b: string): boolean =>
  `${a}/`.startsWith(`${b}/`.replace('//', '/')) || `${b}/`.startsWith(`${a}/`.replace('//', '/'))
