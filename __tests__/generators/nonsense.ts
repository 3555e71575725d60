import fc from 'fast-check'

/** A Dockerfile with a line that BuildKit rejects, and the number of that line. */
export const nonsense = (
  files: fc.Arbitrary<string>,
): fc.Arbitrary<{ readonly text: string; readonly line: number }> =>
  fc.tuple(files.filter(isClosed), fc.constantFrom(...rejected), files).map(([before, bad, after]) => ({
    text: `${before}${bad}\n${after.replace('\uFEFF', '')}`,
    line: before.split('\n').length,
  }))

/** A Dockerfile of which something was cut out, doubled or put elsewhere: seldom one still. */
export const scrambled = (files: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .record({
      text: files,
      from: fc.nat(),
      length: fc.nat({ max: 30 }),
      to: fc.nat(),
      piece: fc.constantFrom(...pieces),
    })
    .map(({ text, from, length, to, piece }) => {
      const start = from % text.length
      const moved = text.slice(start, start + length)
      const rest = text.slice(0, start) + text.slice(start + length)
      const at = to % (rest.length + 1)
      return rest.slice(0, at) + piece.replaceAll('{}', () => moved) + rest.slice(at)
    })

/** Lines that nothing in front of them can mend. */
const rejected = [
  'RUNN a',
  '{{ template }}',
  '{% if a %}',
  '<% a %>',
  'FROM a b',
  'FROM a AS',
  'FROM @base@',
  'RUN',
  'ENV A',
  'ENV A=1 B',
  'LABEL',
  'CMD ["a", 1]',
  'ONBUILD FOO a',
  'RUN <<NOWHERE',
  'USER',
]

const pieces = [
  '',
  '{}',
  '{}{}',
  '\\',
  '\n',
  '\r',
  '\t',
  '"',
  "'",
  '#',
  '<<EOF',
  '\u00a0',
  '\u2028',
  '\uFEFF',
  '\0',
  '\u{1F433}',
  '\v\f',
  '`',
  '[',
  '$(',
  '&&',
]

/** A file that ends with its last line. */
const isClosed = (text: string): boolean =>
  text.endsWith('\n') && !/[\\`][ \t]*\r?\n(\s*(#.*)?\n?)*$/.test(text)
