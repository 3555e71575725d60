import {
  type Command,
  expand,
  isWithin,
  joinPath,
  resolve,
  type Scope,
  withoutOptions,
  type Word,
} from '../../src/kit.js'
import type { Call } from './call.js'

/**
 * Why commands between a COPY and the call decide what the call does: they may add files to the folder, make the
 * account, or change part of what the call changes. Undefined where they are known not to.
 */
export function disturbanceIn(
  commands: readonly Command[],
  scope: Scope,
  escape: string,
  call: Call,
): string | undefined {
  const command = commands.find((one) => !isHarmless(one, scope, escape, call))
  return command && `\`${command.words[0]?.text ?? '...'}\` may change what is copied, or who owns it`
}

function isHarmless(command: Command, scope: Scope, escape: string, { flag, path }: Call): boolean {
  const { words, redirects, assignments } = command
  if (words.length === 0 || redirects.length > 0 || assignments.length > 0) return false
  const { name, args } = resolve(command)
  if (/^(set|true|:|echo|printf|sleep)$/.test(name ?? '')) return true
  const isElsewhere = (operands: readonly Word[]): boolean =>
    operands.every((word) => {
      const to = pathOf(word, scope, escape)
      return to !== undefined && !isWithin(to, path) && !isWithin(path, to)
    })
  const operands = withoutOptions(args)
  if (name === 'mkdir' || name === 'touch') return isElsewhere(operands)
  if (name === 'chown' || name === 'chgrp' || name === 'chmod') {
    // A change of the mode and one of the owner do not meet.
    const isOther = (name === 'chmod') !== (flag === 'chmod')
    return isOther || isElsewhere(operands.slice(1)) || isFolderAlone(command, operands, scope, escape, path)
  }
  return false
}

/** The folder itself, as this transform leaves it. */
const isFolderAlone = (
  { words }: Command,
  operands: readonly Word[],
  scope: Scope,
  escape: string,
  path: string,
): boolean =>
  operands.length === 2 &&
  !words.some(({ text }) => text.startsWith('-')) &&
  pathOf(operands[1]!, scope, escape) === path

/** The path that a word without a pattern names; undefined where that is not known. */
function pathOf({ value, text, hasPattern }: Word, scope: Scope, escape: string): string | undefined {
  if (hasPattern) return undefined
  const known = value ?? (/^"?[\w./${}-]+"?$/.test(text) ? expand(text, scope, escape) : undefined)
  return known === undefined || known.includes('~') ? undefined : joinPath(scope.workdir, known)
}
