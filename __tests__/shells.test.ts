import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { rewrite } from '../src/index.js'
import { scan } from '../src/syntax/scan.js'

/** The proof of run-merge is by execution: RUN by RUN before, merged after, under real shells, with failures injected. */
const shells = [['/bin/dash'], ['/bin/bash'], ['/bin/busybox', 'ash']].filter(([program]) =>
  existsSync(program!),
)

const names = ['a', 'b', 'c', 'd', 'make']
let home = ''

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'dfslim-shells-'))
  mkdirSync(join(home, 'bin'))
  const stub = join(home, 'stub')
  writeFileSync(
    stub,
    `#!/bin/sh
n=0
while IFS= read -r line; do n=$((n + 1)); done < "$TRACE"
echo "\${0##*/} $* | $PWD | $(umask) | \${V-unset} \${W-unset}" >> "$TRACE"
[ "$n" != "$FAIL" ]
`,
  )
  chmodSync(stub, 0o755)
  for (const name of names) symlinkSync(stub, join(home, 'bin', name))
  for (const program of ['mkdir', 'rm'])
    symlinkSync(execFileSync('which', [program]).toString().trim(), join(home, 'bin', program))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

interface Outcome {
  readonly status: number
  readonly trace: string
}

/** Runs the RUNs of a file one after the other, as a builder would, and stops at the first that fails. */
function build(text: string, shell: readonly string[], fail: number): Outcome {
  const trace = join(home, 'trace')
  const root = join(home, 'root')
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(root, 'x'), { recursive: true })
  writeFileSync(trace, '')
  let cwd = root
  for (const { keyword, args } of scan(text).instructions) {
    if (keyword === 'WORKDIR') mkdirSync((cwd = resolve(cwd, args.text)), { recursive: true })
    if (keyword !== 'RUN') continue
    const env = { PATH: join(home, 'bin'), TRACE: trace, FAIL: String(fail) }
    const { status } = spawnSync(shell[0]!, [...shell.slice(1), '-c', args.text], { cwd, env })
    if (status !== 0) return { status: status ?? -1, trace: readFileSync(trace, 'utf8') }
  }
  return { status: 0, trace: readFileSync(trace, 'utf8') + cwd }
}

/** Both files do the same, whichever command fails. */
function expectSame(before: string, after: string, shell: readonly string[]): void {
  const whole = build(before, shell, -1)
  expect(build(after, shell, -1)).toEqual(whole)
  const calls = whole.trace.split('\n').length
  for (let fail = 0; fail < Math.min(calls, 12); fail++) {
    const [one, other] = [build(before, shell, fail), build(after, shell, fail)]
    expect({ ...other, status: other.status === 0 }).toEqual({ ...one, status: one.status === 0 })
  }
}

const merge = (text: string): string => rewrite(text, { only: ['run-merge'] }).after
const runs = (text: string): number => text.split('\n').filter((line) => line.startsWith('RUN')).length

const simple = fc.constantFrom(
  'a',
  'b 1',
  'c "x y"',
  'd',
  'make',
  'V=1 a',
  'true',
  ': | b',
  '! c',
  'a > /dev/null',
)
const stateful = fc.constantFrom(
  'cd x',
  'export V=1',
  'V=2',
  'umask 077',
  'set -x',
  'exit 0',
  'set -u',
  'W=3; export W',
)
const { body } = fc.letrec<{ body: string; list: string; operand: string }>((tie) => ({
  body: fc.oneof(
    { weight: 4, arbitrary: tie('list') },
    fc.array(tie('list'), { minLength: 2, maxLength: 3 }).map((l) => l.join('; ')),
  ),
  list: fc
    .array(fc.tuple(tie('operand'), fc.constantFrom(' && ', ' && ', ' && ', ' || ')), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.map(([operand], i) => (i > 0 ? parts[i - 1]![1] : '') + operand).join('')),
  operand: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: simple },
    { weight: 2, arbitrary: stateful },
    { weight: 1, arbitrary: fc.constantFrom('set -e', 'set -ex') },
    { weight: 1, arbitrary: tie('body').map((b) => `(${b})`) },
    { weight: 1, arbitrary: tie('body').map((b) => `{ ${b}; }`) },
    { weight: 1, arbitrary: tie('body').map((b) => `if a; then ${b}; fi`) },
    { weight: 1, arbitrary: tie('body').map((b) => `for V in 1 2; do ${b}; done`) },
  ),
}))

describe.each(shells.map(([...shell]) => ({ shell, name: shell.join(' ').slice(5) })))(
  'run-merge under $name',
  ({ shell }) => {
    const file = (lines: readonly string[]): string => `FROM debian\n${lines.join('\n')}\n`

    it.each([
      ['RUN cd x && a', 'RUN b'],
      ['RUN a; b', 'RUN c'],
      ['RUN a', 'RUN b || true'],
      ['RUN export V=1', 'RUN a'],
      ['RUN exit 0', 'RUN a'],
      ['RUN a', 'RUN set -e; b; c'],
      ['RUN set -e && a && b', 'RUN c'],
      ['RUN umask 077; a', 'RUN b', 'RUN c || d; a'],
      ['RUN a # why', 'RUN b'],
      ['RUN f() { a; }; f', 'RUN b'],
      ['RUN (cd x; a)', 'RUN b'],
    ])('%s, %s', (...lines) => {
      const before = file(lines)
      expectSame(before, merge(before), shell)
    })

    it.each([
      ['RUN set -e; a; b', 'RUN c'],
      ['RUN (set -e; a; b)', 'RUN c'],
      ['RUN a &', 'RUN b'],
    ])('leaves alone: %s, %s', (...lines) => {
      expect(merge(file(lines))).toBe(file(lines))
    })

    it('keeps what generated RUNs do', () => {
      const count = Number(process.env['DFSLIM_RUNS'] ?? 12)
      let merged = 0
      fc.assert(
        fc.property(fc.array(body, { minLength: 2, maxLength: 4 }), (bodies) => {
          const before = file(bodies.map((b) => `RUN ${b}`))
          const after = merge(before)
          if (runs(after) < runs(before)) merged++
          expectSame(before, after, shell)
        }),
        { numRuns: count, seed: 20261120, endOnFailure: false },
      )
      expect(merged).toBeGreaterThan(count / 4)
    }, 600_000)

    it('keeps what runs in which WORKDIR', () => {
      const before = file([
        'RUN a',
        `WORKDIR ${home}/root/w`,
        'RUN b',
        'WORKDIR v',
        'RUN cd / && c',
        'RUN make',
      ])
      const after = merge(before)
      expect(runs(after)).toBe(1)
      expectSame(before, after, shell)
    })
  },
)

it('finds shells to run', () => {
  expect(shells.length).toBeGreaterThan(0)
})
