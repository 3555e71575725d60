import {
  type Edit,
  indentAt,
  insertAt,
  type Instruction,
  installedBy,
  isRoot,
  isWithin,
  layoutOf,
  lineEndAt,
  nextLine,
  type Shipment,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { securedWords } from '../../src/knowledge/scratch.js'
import type { Program } from './program.js'

/** What is copied along with the program. */
export interface Supply {
  readonly edits: readonly Edit[]
  readonly isNew: boolean
  /** About what is copied. */
  readonly bytes: number
  /** Behind the title: ` with its libraries`. */
  readonly title: string
  readonly because: string
  readonly risk: string
}

/** What an empty image has to be given; else why that cannot be had. */
export function supplyOf(
  stage: Stage,
  shipment: Shipment,
  program: Program,
  subject: Subject,
): Supply | string {
  const paths: string[] = []
  const { linkage, taking } = program
  const lists: string[] = []
  if (needsCertificates(stage, shipment, program, subject)) {
    if (!hasCertificates(taking.from as Stage, subject))
      return `nothing shows that there are certificates to copy for \`${program.name}\``
    paths.push(`${certificates} /etc/ssl/certs/`)
    lists.push('the certificates')
  }
  const collection = linkage.kind === 'static' ? undefined : collectionOf(program, subject)
  if (typeof collection === 'string') return collection
  if (collection) {
    paths.push(`${collection.folder} /`)
    lists.push('its libraries')
  }
  return {
    edits: [...(collection?.edits ?? []), ...copiesOf(paths, stage, program, subject)],
    isNew: paths.length > 0,
    bytes: collection ? libraries : 0,
    title: lists.length > 0 ? ` with ${lists.join(' and ')}` : '',
    because:
      linkage.kind === 'static'
        ? linkage.because
        : '`ldd` names the libraries that the program is linked with',
    risk:
      linkage.kind === 'static' ? 'time zones or /tmp' : 'libraries that it loads by name, locales or /tmp',
  }
}

/** The C library of Debian and its loader. Source: measured in an image made of a program in C, 2026-11. */
const libraries = 2_300_000

/** Where Alpine, Debian and what is built on them have them. */
const certificates = '/etc/ssl/certs/ca-certificates.crt'

/** Whether certificates were there, and the program may look for them. */
function needsCertificates(
  stage: Stage,
  { takes, runs }: Shipment,
  { language, sources }: Program,
  subject: Subject,
): boolean {
  const isBrought = takes.some(({ target, sources: from }) =>
    [target, ...from].some((path) => isWithin(path, '/etc/ssl') || isWithin(path, '/etc/pki')),
  )
  const wasThere =
    bringers.test(stage.image!.name) ||
    installedBy(stage, runs, subject.model).some((name) => name.startsWith('ca-certificates'))
  const isSeen =
    sources.length > 0 && language !== 'Rust' && !subject.context?.read('go.mod')?.includes('require')
  return !isBrought && wasThere && (!isSeen || sources.some(({ text }) => securedWords.test(text)))
}

/** Source: the Dockerfiles of the official images, November 2026; old ones of alpine have them elsewhere. */
const bringers = /^(alpine|buildpack-deps|gcc|golang|rust)$/

const hasCertificates = (stage: Stage, { model }: Subject): boolean => {
  for (let some: Stage | undefined = stage; some; some = some.parent) {
    if (some.image && some.image.name !== 'alpine' && bringers.test(some.image.name)) return true
    const runs = some.instructions.filter(({ keyword }) => keyword === 'RUN')
    if (installedBy(some, runs, model).includes('ca-certificates')) return true
  }
  return false
}

/** Lines behind the COPY of the program, and those that follow it line by line. */
function copiesOf(
  paths: readonly string[],
  stage: Stage,
  { taking: { instruction } }: Program,
  { file: { text } }: Subject,
): readonly Edit[] {
  if (paths.length === 0) return []
  const { span, rawKeyword, flags } = instruction
  const end = lineEndAt(text, span.start)
  const from = flags.find(({ name }) => name === 'from')!.value
  const lines = paths.map((path) => `${indentAt(text, span.start)}${rawKeyword} --from=${from} ${path}`)
  const at = nextLine(text, lastOfBlock(stage, instruction).span.end)
  return text[at - 1] === '\n'
    ? [insertAt(at, lines.map((line) => line + end).join(''))]
    : [insertAt(at, lines.map((line) => end + line).join(''))]
}

function lastOfBlock({ instructions }: Stage, first: Instruction): Instruction {
  let last = first
  for (const next of instructions.slice(instructions.indexOf(first) + 1)) {
    if (!/^(COPY|ADD)$/.test(next.keyword) || next.startLine !== last.endLine + 1) break
    last = next
  }
  return last
}

/** A RUN that gathers what the program is linked with, the loader among it, in a folder of its own. */
function collectionOf(
  { stage, taking, path, name, image }: Program,
  { model, file }: Subject,
): { readonly folder: string; readonly edits: readonly Edit[] } | string {
  const builder = taking.from as Stage
  const last = builder.instructions.at(-1)
  const scope = model.scopeBehind(builder)
  if (stage !== builder || !last) return `\`${name}\` is handed on by a stage that may lack its libraries`
  if (builder.from.flags.length > 0) return `\`${name}\` may be built for another platform`
  if (!isRoot(builder, scope) || scope.shell.kind !== 'posix' || file.escape !== '\\')
    return `the stage that builds \`${name}\` cannot gather its libraries`
  if (/[^\w./+-]/.test(path)) return `the path of \`${name}\` would have to be quoted`
  const folder = /\/libs\b/.test(file.text) ? '/runtime-libs' : '/libs'
  const runs = builder.instructions.filter(({ keyword }) => keyword === 'RUN')
  // What a program finds by the loader's cache it finds nowhere else.
  const isCached =
    builder.image?.name === 'gcc' ||
    runs.some((run) => model.commandsIn(builder, run).some(({ words }) => words[0]?.value === 'ldconfig'))
  const { indent, style } = layoutOf(model, builder, [runs.at(-1) ?? last])
  const end = lineEndAt(file.text, last.span.start)
  const also = isCached ? ' /etc/ld.so.cache' : ''
  // What musl's `ldd` names twice the `cp` of busybox refuses.
  const once = /alpine/.test(`${image.name}:${image.tag}`) ? ' | sort -u' : ''
  const copy = `cp -L --parents $(ldd ${path} | grep -o '/[^ ]*'${once})${also} ${folder}`
  const joint = style === 'leading' ? ` \\${end}${indent}&& ` : ` && \\${end}${indent}`
  const run = `${runs.at(-1)?.rawKeyword ?? 'RUN'} mkdir ${folder}${joint}${copy}`
  const at = nextLine(file.text, last.span.end)
  return { folder, edits: [insertAt(at, indentAt(file.text, last.span.start) + run + end)] }
}
