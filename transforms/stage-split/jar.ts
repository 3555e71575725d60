import { type Command, joinPath, programOf, type Word } from '../../src/kit.js'
import { pathOf, type Place, valueOf } from './place.js'

/** The program that a command runs; that is `javac` as well where `xargs` hands it its sources. */
export function toolOf(command: Command): { readonly base: string; readonly args: readonly Word[] } {
  const { base, args } = programOf(command)
  if (base !== 'xargs') return { base, args }
  const at = args.findIndex(
    ({ value }, i) => value?.startsWith('-') !== true && !takesValue.test(args[i - 1]?.value ?? ''),
  )
  return args[at]?.value === 'javac' ? { base: 'javac', args: args.slice(at + 1) } : { base, args }
}

const takesValue = /^-[nPLIsadE]$/

/** A call of `jar` that makes an archive. Paths are absolute; undefined where they cannot be told. */
export interface JarCall {
  readonly file: string | undefined
  readonly manifest: { readonly kind: 'none' } | { readonly kind: 'file'; readonly path: string | undefined }
}

/** Undefined for all that is no call of `jar`. */
export function jarCall(command: Command, place: Place): JarCall | undefined {
  const { base, args } = programOf(command)
  if (base !== 'jar') return undefined
  const letters = /^-?[cvfme0M]+$/.exec(args[0]?.value ?? '')?.[0].replace('-', '') ?? ''
  const file = operandOf(args, 'f', /^(-f|--file)$/, '--file=', letters)
  const manifest = operandOf(args, 'm', /^(-m|--manifest)$/, '--manifest=', letters)
  // Without one of its own, it takes that which is among the files.
  const takesAny = letters.includes('M') || args.some(({ value }) => /^(-M|--no-manifest)$/.test(value ?? ''))
  return {
    file: pathIn(file, place),
    manifest:
      manifest === undefined && !takesAny
        ? { kind: 'none' }
        : { kind: 'file', path: takesAny ? undefined : pathIn(manifest, place) },
  }
}

type Operand = Word | { readonly joined: string } | undefined

/** Operands of letters stand in the order of the letters. */
function operandOf(
  args: readonly Word[],
  letter: string,
  option: RegExp,
  joined: string,
  letters: string,
): Operand {
  const word = args.find(({ value }) => value?.startsWith(joined))
  if (word) return { joined: word.value!.slice(joined.length) }
  const order = letters.replace(/[^fme]/g, '')
  const at = order.includes(letter)
    ? order.indexOf(letter)
    : args.findIndex(({ value }) => option.test(value ?? ''))
  return at < 0 ? undefined : args[at + 1]
}

function pathIn(operand: Operand, place: Place): string | undefined {
  if (operand === undefined) return undefined
  return 'joined' in operand ? joinPath(place.folder, operand.joined) : pathOf(operand, place)
}

/** Files whose names `javac` and `jar` are told to read: lists of sources and manifests. */
export function listsRead(command: Command, place: Place): readonly string[] {
  const { base, args } = toolOf(command)
  if (base === 'javac')
    return args.flatMap((word) => {
      const value = valueOf(word, place)
      return value?.startsWith('@') === true ? (joinPath(place.folder, value.slice(1)) ?? []) : []
    })
  const manifest = jarCall(command, place)?.manifest
  return manifest?.kind === 'file' && manifest.path !== undefined ? [manifest.path] : []
}
