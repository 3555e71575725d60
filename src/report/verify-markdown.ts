import type { Transform } from '../engine/transform.js'
import { code, escaped, html } from './markdown.js'
import type { Figures } from './outcome.js'
import { changeInPercent, changeOf, sizeOf } from './size.js'
import { type Compared, explain, totalsOf, type Verified } from './verified.js'
import type { Builder } from './verify-json.js'
import { countsOf, nameOf } from './verify.js'

/** Verified files as Markdown, for a pull request. */
export function verifyMarkdown(
  all: readonly Verified[],
  engine: Builder,
  transforms: readonly Transform[],
): string {
  const compared = all.filter((each) => each.kind === 'compared')
  const { before, after } = totalsOf(all)
  const blocks = [
    ...(before > 0 ? [`**${changeOf(before, after)}**, measured with ${engine.name} ${engine.version}`] : []),
    ...(compared.length > 0 ? [table(compared)] : []),
    ...all.flatMap((each) => noteOf(each)),
    ...compared.map((each) => details(each, transforms)),
  ]
  return `${blocks.length > 0 ? blocks.join('\n\n') : 'Nothing to rewrite.'}\n`
}

function table(compared: readonly Compared[]): string {
  const rows = compared.map(({ path, before, after, fault, smoke }) => {
    const cells = after
      ? [
          ...[sizeOf(before.bytes), sizeOf(after.bytes), changeInPercent(before.bytes, after.bytes)],
          ...[pair(before, after, 'compressedBytes'), `${before.layers} -> ${after.layers}`],
          pair(before, after, 'wastedBytes'),
        ]
      : [sizeOf(before.bytes), 'does not build', '', '', '', '']
    const word = fault ? 'differs' : smoke ? 'same' : 'none'
    return `| ${[code(path), ...cells, after ? word : ''].join(' | ')} |`
  })
  return [
    '| Dockerfile | before | after | change | compressed | layers | wasted | smoke |',
    '| --- | --: | --: | --: | --: | --: | --: | --- |',
    ...rows,
  ].join('\n')
}

function pair(before: Figures, after: Figures, key: 'compressedBytes' | 'wastedBytes'): string {
  const [was, is] = [before[key], after[key]]
  return was === undefined || is === undefined ? '' : `${sizeOf(was)} -> ${sizeOf(is)}`
}

function noteOf(verified: Verified): readonly string[] {
  if (verified.kind === 'unbuilt') return [`${code(verified.path)} fails as it is, and was skipped.`]
  if (verified.kind === 'failed') return [`${code(verified.path)}: ${escaped(verified.failure.reason)}.`]
  if (verified.kind !== 'compared') return []
  const { path, left, fault } = verified
  return [
    ...left.map(
      ({ change, fault }) => `${code(path)} without ${change.transform}: ${escaped(fault.because)}.`,
    ),
    ...(fault ? [`${code(path)}: ${escaped(fault.because)}.`] : []),
  ]
}

/** What differs between the images of one file, folded up. */
function details({ path, changeset, difference }: Compared, transforms: readonly Transform[]): string {
  const changes = changeset.applied.map(
    ({ transform, line, safety, title }) => `- line ${line}: ${escaped(title)} (${transform}, ${safety})`,
  )
  const groups = difference ? explain(difference, changeset, transforms) : []
  const files = groups.map((group) => {
    const bytes = `${group.bytes < 0 ? '-' : '+'}${sizeOf(Math.abs(group.bytes))}`
    const by = group.declaredBy.length > 0 ? group.declaredBy.join(', ') : 'declared by no change'
    return `- ${escaped(nameOf(group))}: ${countsOf(group)}, ${bytes} (${by})`
  })
  const config = (difference?.config ?? []).map(
    ({ key, before, after }) =>
      `- ${key}: ${code(JSON.stringify(before) ?? 'none')} -> ${code(JSON.stringify(after) ?? 'none')}`,
  )
  const parts = [
    `<details><summary>${html(path)}</summary>`,
    ['Changes', '', ...changes].join('\n'),
    ...(files.length > 0 ? [['Files that differ', '', ...files].join('\n')] : []),
    ...(config.length > 0 ? [['Configuration that differs', '', ...config].join('\n')] : []),
    '</details>',
  ]
  return parts.join('\n\n')
}
