import {
  type Body,
  type Edit,
  insertAt,
  insertCommand,
  type Instruction,
  rootOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import type { Fill } from './calls.js'
import { findEarlier } from './readers.js'

/** Edits that keep a cache out of the layer of a RUN, which some calls fill; or why that cannot be had. */
export function remedyOf(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  fills: readonly Fill[],
): { readonly edits: readonly Edit[]; readonly text: string } | string {
  const { model } = subject
  const { mapped } = model.bodyOf(stage, run) as Body
  const last = fills.at(-1)!
  const { remedy } = last.manager
  if (remedy.kind === 'option') {
    const edits = fills.map(({ verb }) => insertAt(mapped.endToSource(verb.span.end), ` ${remedy.text}`))
    const verbs = last.args.slice(0, last.args.indexOf(last.verb) + 1).map(({ value }) => value ?? '')
    const words = verbs.filter((value) => /^[a-z]+$/.test(value)).join(' ')
    return { edits, text: `${last.base} ${words} ${remedy.text}` }
  }
  if (remedy.kind === 'assignment') {
    if (fills.some(({ privilege }) => privilege !== '')) return '`sudo` may not hand variables on'
    const edits = fills.map(({ command }) => insertAt(mapped.toSource(command.span.start), `${remedy.text} `))
    return { edits, text: remedy.text }
  }
  const text =
    remedy.kind === 'clean'
      ? `${last.program} ${cleaningOf(stage, subject, run, last)}`
      : removalOf(stage, last)
  if (text === undefined) return 'where it is kept on this base is not known'
  if (text.includes('~') && last.privilege !== '') return '`sudo` may have another home'
  if (!isLastInGroup(last, stage, subject, run)) return 'other commands follow it in the same group'
  const edit = insertCommand(model, stage, run, last.command, text)
  return typeof edit === 'string' ? edit : { edits: [edit], text }
}

/** What go fetched in an earlier RUN stays in that layer. */
function cleaningOf(stage: Stage, subject: Subject, run: Instruction, fill: Fill): string {
  const { text } = fill.manager.remedy
  const isSplit = fill.manager.part === 'go' && findEarlier(stage, subject, run, fill) !== undefined
  return isSplit ? text.replace(' -modcache', '') : text
}

function removalOf(stage: Stage, { manager, program, privilege }: Fill): string | undefined {
  const { remedy } = manager
  if (remedy.kind !== 'remove') return undefined
  const paths = remedy.on?.[rootOf(stage).image?.name ?? ''] ?? remedy.text
  return paths === '' ? undefined : `${privilege}rm -rf ${paths.replace('$program', program)}`
}

/** Behind a group something it does may have taken the program away. */
function isLastInGroup({ command }: Fill, stage: Stage, { model }: Subject, run: Instruction): boolean {
  const enclosure = command.path.findLast((one) => one === 'group' || one === 'subshell')
  if (enclosure === undefined) return true
  return !model
    .commandsIn(stage, run)
    .some(
      ({ path, span }) =>
        span.start > command.span.start && path.length >= command.path.length && path.includes(enclosure),
    )
}
