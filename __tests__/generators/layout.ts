import fc from 'fast-check'

/** Stands for the escape character at the end of a line until the file says which it is. */
export const mark = '\uE001'

/** How the parts of an instruction are spread over lines. */
export interface Layout {
  /** Where the operator stands when each part has a line of its own. */
  readonly style: 'one line' | 'leading' | 'trailing'
  readonly indent: string
  /** In front of the mark, and between the mark and the line end. */
  readonly blanks: readonly [string, string]
  /** The comments and blank lines behind each break, one break after the other; behind the rest there are none. */
  readonly inner: readonly (readonly string[])[]
}

/** Joins parts by an operator, or by blanks alone where it is empty. */
export function lay(parts: readonly string[], operator: string, layout: Layout): string {
  const { style, indent, blanks, inner } = layout
  const space = blanks[0] === '' && indent === '' ? ' ' : blanks[0]
  const [before, after] = operator === ';' ? [';', ' '] : operator === '' ? ['', ' '] : [` ${operator}`, ' ']
  if (style === 'one line') return parts.join(before + after)
  return parts.reduce((text, part, i) => {
    const lines = (inner[i - 1] ?? []).map((line) => line + '\n').join('')
    const gap = `${space}${mark}${blanks[1]}\n${lines}${indent}`
    return style === 'trailing' || operator === ';' || operator === ''
      ? text + before + gap + part
      : `${text}${gap}${operator} ${part}`
  })
}

/** A choice by weight; the first is what it shrinks to. */
export const weighted = <T>(...choices: readonly (readonly [number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
  fc.oneof({ withCrossShrink: true }, ...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })))

/** One of some values, the first of which comes up more often than all others together. */
export const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  weighted([others.length * 2, fc.constant(usual)], [others.length, fc.constantFrom(...others)])

/** What stands in front of a line. */
export const indents = mostly('', '  ', '\t')

/** A comment without indentation. */
export const comments = weighted(
  [
    12,
    fc.constantFrom(
      '# why',
      '#',
      '#!bare',
      '## one more',
      '# it’s ü, 𝒜 and 🐳',
      '# ends in \\',
      '# ends in `',
      '# FROM here on',
      '# "quoted\' $(x',
      '# && not || shell; <<EOF',
      '#\ttab ',
    ),
  ],
  [
    2,
    fc.constantFrom(
      '# RUN apt-get install -y vim',
      '#COPY a /b',
      '# hadolint ignore=DL3009,DL3015',
      '# hadolint ignore=DL3059',
      '# dfslim ignore=run-merge because the layer is shared',
      '# dfslim ignore=apt-clean-lists,apt-skip-recommends',
      '# dfslim ignore=base-slim,cleanup-hoist,apk-skip-cache',
      '# trivy:ignore:AVD-DS-0001',
    ),
  ],
)

const blankLines = mostly('', '  ', '\t')

/** A whole line that says nothing to the builder. */
export const triviaLines = weighted(
  [2, blankLines],
  [3, fc.tuple(indents, comments).map(([indent, comment]) => indent + comment)],
)

/** Spreads over lines more often than not. */
export const layouts: fc.Arbitrary<Layout> = fc.record({
  style: fc.constantFrom('one line', 'leading', 'trailing'),
  indent: fc.constantFrom('    ', '  ', '\t', '', '        '),
  blanks: mostly<readonly [string, string]>([' ', ''], ['', ''], ['\t', ' '], ['  ', '\t ']),
  inner: fc.array(
    weighted<readonly string[]>([3, fc.constant([])], [1, fc.array(triviaLines, { maxLength: 2 })]),
    {
      maxLength: 3,
    },
  ),
})

/** Stays on one line more often than not. */
export const flatLayouts: fc.Arbitrary<Layout> = weighted(
  [3, fc.constant<Layout>({ style: 'one line', indent: '', blanks: [' ', ''], inner: [] })],
  [1, layouts],
)
