import fc from 'fast-check'

/**
 * The shell of a RUN, on one line. `a` to `d`, `make` and the like are programs; `x` and `y` are folders, `f` and `g`
 * files, all of which may be missing. Loops end by themselves.
 */
export const shellBody = (): fc.Arbitrary<string> => marked.map((text) => text.replaceAll(mark, ' '))

/** The same on several lines: continuations, comments and blank lines between its words. */
export const brokenBody = (): fc.Arbitrary<string> =>
  fc
    .tuple(marked, fc.array(fc.nat({ max: 15 }), { minLength: 8, maxLength: 8 }))
    .map(([text, breaks]) => broken(text, breaks))

/** Several lines of shell, as a here-document holds them. */
export const shellScript = (): fc.Arbitrary<string> =>
  fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n') + '\n')

/** A Dockerfile of RUNs, and WORKDIRs between them. None leaves a process behind: nobody knows how far it would come. */
export const runSequence = (): fc.Arbitrary<string> => {
  const run = brokenBody()
    .filter((body) => !body.includes('daemon'))
    .map((body) => `RUN ${body}`)
  const workdir = fc.constantFrom('WORKDIR /w', 'WORKDIR x', 'WORKDIR /')
  const line = fc.oneof({ weight: 8, arbitrary: run }, { weight: 1, arbitrary: workdir })
  const start = fc.constantFrom(
    '',
    'RUN mkdir -p x/y z /x && touch f g x/g',
    'ARG V=0\nRUN mkdir -p x; touch f x/g',
  )
  return fc
    .tuple(start, fc.array(line, { minLength: 2, maxLength: 5 }))
    .map(([first, lines]) => ['FROM debian', ...(first ? [first] : []), ...lines, ''].join('\n'))
}

/** Stands where a line may be broken. */
const mark = '\uE000'

function broken(text: string, breaks: readonly number[]): string {
  let i = 0
  return text.replaceAll(mark, () => {
    const choice = breaks[i++ % breaks.length]!
    if (choice === 7) return ' \\\n    # why\n    '
    if (choice === 6) return ' \\\n\n  '
    if (choice === 5) return ' \\\n\t# one\n# two\n\t'
    return choice > 0 && choice < 5 ? ' \\\n    ' : ' '
  })
}

/** Each function has a name that none inside it has: nothing calls itself. */
function asFunction(text: string): string {
  const name = `f${text.split('() {').length}`
  return `${name}() { ${text}; }; ${name}`
}

const weighted = <T>(...choices: readonly (readonly [number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> =>
  fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    ...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })),
  )

const word = fc.constantFrom(
  '1',
  '"x y"',
  "'#no'",
  'p#q',
  '$V',
  '"$V"',
  '${W:-w}',
  '"${V:+set}"',
  '$#',
  '"$@"',
  '$((1 + 2))',
  '*',
  '~',
  '"a;b"',
  "'&&'",
  '\\;',
  'a\\ b',
  '{p,q}',
  '"\\"q\\""',
  '-x',
  '--yes',
)
const program = fc.constantFrom('a', 'b', 'c', 'd', 'make', 'pip install p', 'npm ci', 'pip install -U pip')
const call = fc
  .tuple(program, fc.array(word, { maxLength: 2 }))
  .map(([name, words]) => [name, ...words].join(' '))
const file = fc.constantFrom(
  'mkdir -p x/y',
  'mkdir -p x z',
  'mkdir x',
  'touch f g',
  'touch f',
  'touch x/g',
  'rm -rf x',
  'rm f',
  'rm -rf x/*',
  'echo V=9 > f',
  'cat f',
  'mv f g',
  'mv x z',
  'ln -s x l',
  'test -f f',
  '[ -d x ]',
  'echo "$PWD" > g',
  'pwd',
  'chmod 700 x',
)
const stateful = fc.constantFrom(
  'cd x',
  'cd ..',
  'cd -',
  'cd "$HOME"',
  'command cd x',
  'pushd x',
  'export V=1',
  'V=2',
  'V=1 W=2',
  'W=3; export W',
  'unset V',
  'readonly V=4',
  'umask 077',
  'ulimit -c 0',
  'set -x',
  'set -u',
  'set -f',
  'set +e',
  'set -- 7 8',
  'set -o pipefail',
  'shift',
  'exit 0',
  'exit 3',
  'exit',
  'return 0',
  'exec a',
  'exec > out',
  'trap b EXIT',
  'trap "a 1" 0',
  'trap - EXIT',
  'trap "" INT',
  "alias a='b'",
  '. ./f',
  'eval "V=5"',
  "eval 'cd x'",
  'hash -r',
  'read V < f',
  ': ${V:=6}',
  'f() { a; }; f',
  'a() { b; }',
  'daemon &',
  'ln -sf /bin/bash /bin/sh',
  'IFS=:',
  'PATH=/none',
  'PATH="$PATH:/x"',
  'cd /x 2> /dev/null',
  'CDPATH=x',
)
const errexit = fc.constantFrom('set -e', 'set -ex', 'set -eu', 'set -o errexit')
const plain = fc.constantFrom('true', 'true', ':', ':', 'false', '! a')
const redirect = fc.constantFrom(' > f', ' >> g', ' 2>&1', ' > /dev/null 2>&1', ' < /dev/null', ' 2> x/e')
const comment = fc.constantFrom(' # why', ' # && c', " # it's")

/**
 * What is done to files by one member, and seen by the other, nobody knows; nor how far a function comes that writes
 * into a pipe which nobody reads.
 */
const pipe = fc
  .tuple(
    fc.constantFrom('d', 'b 1', 'c "$V"', 'make', 'npm ci', 'pip install p'),
    fc.oneof(call, file, stateful, plain),
  )
  .map(([one, other]) => `${one} | ${other}`)

const { list, block } = fc.letrec<{
  list: string
  block: string
  chain: string
  operand: string
  command: string
  compound: string
}>((tie) => {
  const wrapped = (before: string, after: string): fc.Arbitrary<string> =>
    tie('block').map((text) => before + text + after)
  return {
    list: fc
      .array(tie('operand'), { minLength: 1, maxLength: 4 })
      .map((operands) => operands.join(`${mark}&& `)),
    chain: fc
      .array(fc.tuple(tie('operand'), fc.constantFrom('&& ', '&& ', '|| ')), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.map(([operand], i) => (i > 0 ? mark + parts[i - 1]![1] : '') + operand).join('')),
    block: weighted(
      [4, tie('list')],
      [2, tie('chain')],
      [2, fc.array(tie('chain'), { minLength: 2, maxLength: 3 }).map((chains) => chains.join(`;${mark}`))],
    ),
    operand: weighted(
      [10, tie('command')],
      [2, pipe],
      [2, fc.tuple(tie('command'), redirect).map(([text, target]) => text + target)],
      [2, tie('compound')],
    ),
    command: weighted(
      [8, call],
      [4, file],
      [4, stateful],
      [1, errexit],
      [2, plain],
      [1, call.map((text) => `V=1 ${text}`)],
      // With a blank, for `$((` begins something else.
      [1, tie('block').map((text) => `a "$( ${text.replaceAll(mark, ' ')} )"`)],
      [1, program.map((text) => `V=\`${text}\``)],
      [1, program.map((text) => `W=$(${text})`)],
    ),
    compound: weighted(
      [2, wrapped('(', ')')],
      [2, wrapped('{ ', '; }')],
      [1, wrapped(`if a; then${mark}`, '; fi')],
      [1, wrapped('if ', `; then${mark}b;${mark}else${mark}c; fi`)],
      [1, wrapped(`for V in 1 2; do${mark}`, `;${mark}done`)],
      [1, wrapped('while ', `; do${mark}b; break; done`)],
      [1, wrapped('until a; do ', '; break; done')],
      [1, wrapped(`case "$V" in${mark}1) `, ` ;;${mark}*) b ;;${mark}esac`)],
      [1, tie('block').map(asFunction)],
      [1, wrapped('! { ', '; }')],
    ),
  }
})

const line = weighted(
  [8, block.map((text) => text.replaceAll(mark, ' '))],
  [1, comment.map((text) => text.trim())],
)

const marked = fc
  .tuple(
    weighted(
      [8, block],
      [3, list],
      [1, errexit.chain((text) => block.map((rest) => `${text};${mark}${rest}`))],
    ),
    weighted([14, fc.constant('')], [1, fc.constant(';')]),
    weighted([14, fc.constant('')], [1, comment]),
  )
  .map(([body, end, tail]) => body + (body.endsWith('&') ? '' : end) + tail)
