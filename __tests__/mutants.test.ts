import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { rewrite } from '../src/index.js'
import { compare } from './execution/compare.js'
import { findLack, type Jail, makeJail, type Shell } from './execution/jail.js'
import { mutated, type Mutation, unguarded } from './execution/mutation.js'

/**
 * Can the execution fail? Each mutant takes one decision of a transform back, as a naive rewriter would have it; what
 * it makes of a small Dockerfile must be seen to do something else when both are built.
 */
interface Mutant extends Mutation {
  /** What it forgets. */
  readonly name: string
  readonly text: string
  readonly shell?: Shell
  /** What else must be wrong for it to show: the guard, mostly, which would stop it. */
  readonly also?: readonly Mutation[]
}

const piece = 'transforms/run-merge/piece.ts'
const joining = 'transforms/run-merge/joining.ts'

const mutants: readonly Mutant[] = [
  {
    name: 'that cd holds until the end of its shell',
    ...{ file: piece, from: "'cd pushd", to: "'pushd" },
    text: 'FROM debian\nRUN mkdir x\nRUN cd x && a\nRUN b\n',
  },
  {
    name: 'that the status behind a semicolon is that of the last command',
    ...{
      file: piece,
      from: 'const needsGroup = !isList',
      to: 'const needsGroup = !isList && script.statements.length < 2',
    },
    text: 'FROM debian\nRUN a; b\nRUN c; d\n',
  },
  {
    name: 'that || forgives all in front of it',
    ...{
      file: piece,
      from: 'const needsGroup = !isList',
      to: 'const needsGroup = script.statements.length > 1',
    },
    text: 'FROM debian\nRUN a\nRUN b || true\n',
  },
  {
    name: 'that errexit does not hold inside a list',
    ...{
      file: piece,
      from: "return isList ? undefined : '`set -e`",
      to: "return isList || isWrapped ? undefined : '`set -e`",
    },
    text: 'FROM debian\nRUN set -e; a; b\nRUN c\n',
  },
  {
    name: 'that a comment goes on to the end of the line',
    ...{ file: piece, from: 'if (script.comment !== undefined)', to: 'if (script.comment === null)' },
    text: 'FROM debian\nRUN a # why\nRUN b\n',
    also: [
      {
        file: joining,
        from: 'end: mapped.endToSource(script.statements.at(-1)!.span.end),',
        to: 'end: mapped.endToSource(script.text.length),',
      },
      unguarded,
    ],
  },
  {
    name: 'that an exported variable is seen by all that follows',
    ...{ file: piece, from: ' export readonly', to: ' readonly' },
    text: 'FROM debian\nRUN export V=1\nRUN a\n',
  },
  {
    name: 'that what is in the background ends with its layer',
    ...{ file: piece, from: 'if (script.hasBackground)', to: 'if (script.text === "")' },
    text: 'FROM debian\nRUN (daemon &)\nRUN a\n',
  },
  {
    name: 'that & is an operator of its own',
    ...{ file: piece, from: 'if (script.hasBackground)', to: 'if (script.text === "")' },
    text: 'FROM debian\nRUN daemon &\nRUN a\n',
    also: [unguarded],
  },
  {
    name: 'that exit 0 ends the whole command',
    ...{ file: piece, from: ' exec exit return', to: ' exec return' },
    text: 'FROM debian\nRUN exit 0\nRUN a\n',
  },
  {
    name: 'that exec does not come back',
    ...{ file: piece, from: ' exec exit return', to: ' exit return' },
    text: 'FROM debian\nRUN exec a\nRUN b\n',
  },
  {
    name: 'that a umask stays',
    ...{ file: piece, from: ' set umask ', to: ' set ' },
    text: 'FROM debian\nRUN umask 077\nRUN touch f\n',
  },
  {
    name: 'that set -u stays',
    ...{ file: piece, from: ' unset set umask', to: ' unset umask' },
    text: 'FROM debian\nRUN set -u\nRUN a $V\n',
  },
  {
    name: 'that a trap fires once, at the end',
    ...{ file: piece, from: ' trap alias', to: ' alias' },
    text: 'FROM debian\nRUN trap a EXIT\nRUN b\n',
  },
  {
    name: 'that an assignment stays',
    ...{ file: piece, from: 'return command.assignments.length > 0', to: 'return false' },
    text: 'FROM debian\nRUN V=1\nRUN a $V\n',
  },
  {
    name: 'that a function hides a program',
    ...{ file: piece, from: 'script.functions.length > 0 ||', to: '' },
    text: 'FROM debian\nRUN a() { b; }; a\nRUN a\n',
  },
  {
    name: 'that a loop leaves its variable behind',
    ...{ file: piece, from: 'script.loopVariables.length > 0 ||', to: '' },
    text: 'FROM debian\nRUN for V in 1 2; do a; done\nRUN b $V\n',
  },
  {
    name: 'that a shell remembers where a program lies',
    ...{ file: joining, from: 'piece.leaks || isOvertaken', to: 'piece.leaks' },
    text: 'FROM debian\nRUN pip install pip\nRUN pip install flask\n',
  },
  {
    name: 'that the WORKDIR may be missing',
    ...{ file: joining, from: 'text += `mkdir -p ${path}` + joiner(layout)', to: "text += ''" },
    text: 'FROM debian\nRUN a\nWORKDIR /w\nRUN b\n',
  },
  {
    name: 'that a WORKDIR is entered',
    ...{ file: joining, from: 'text += `cd ${path}`', to: 'text += `true`' },
    text: 'FROM debian\nRUN a\nWORKDIR /w\nRUN b\n',
  },
  {
    name: 'that the folder of the RUN may be gone',
    ...{
      file: 'transforms/run-merge/barriers.ts',
      from: "if (!isRecursive && name !== 'mv'",
      to: "if (name !== 'mv'",
    },
    text: 'FROM debian\nWORKDIR /w\nRUN rm -rf /w\nRUN a\n',
  },
  {
    name: 'that /bin/sh may be another for the next RUN',
    ...{ file: 'transforms/run-merge/barriers.ts', from: 'otherShell(name, args) ??', to: '' },
    text: 'FROM centos\nRUN ln -sf dash /bin/sh\nRUN test "$BASH_VERSION" || a\n',
    shell: 'posix',
  },
  {
    name: 'that an archive is read before it is removed',
    ...{
      file: 'transforms/cleanup-hoist/roles.ts',
      from: ': mayTouch(body.script.commands, path, workdir)',
      to: ': undefined',
    },
    text: 'FROM debian\nRUN curl -o /tmp/a.zip https://example.com/a.zip\nENV V=1\nRUN unzip /tmp/a.zip -d /opt\nENV W=1\nRUN rm /tmp/a.zip\n',
  },
  {
    name: 'that a later install reads the lists',
    ...{
      file: 'transforms/cleanup-hoist/roles.ts',
      from: "return events.length === 0 ? 'none' : `may read them: ${events[0]!.what}`",
      to: "return 'none'",
    },
    text: 'FROM debian\nRUN apt-get update && apt-get install -y curl\nENV V=1\nRUN apt-get install -y jq\nENV W=1\nRUN rm -rf /var/lib/apt/lists/*\n',
  },
  {
    name: 'that build packages are needed until the build is done',
    ...{
      file: 'transforms/cleanup-hoist/roles.ts',
      from: "'maker' : 'may use the packages'",
      to: "'maker' : 'none'",
    },
    text: 'FROM alpine:3.20\nRUN apk add --no-cache --virtual .build gcc\nENV V=1\nRUN apk info gcc && a\nENV W=1\nRUN apk del .build\n',
  },
  {
    name: 'that a RUN without an update reads the lists of another',
    ...{ file: 'transforms/apt-clean-lists/index.ts', from: 'if (!reader) continue', to: 'continue' },
    text: 'FROM debian\nRUN apt-get update && apt-get install -y curl\nENV V=1\nRUN apt-get install -y jq\n',
  },
  {
    name: 'that a reader needs lists of its own',
    ...{ file: 'transforms/apt-clean-lists/own-update.ts', from: 'update + joiner(', to: "'true' + joiner(" },
    text: 'FROM debian\nRUN apt-get update && apt-get install -y curl\nENV V=1\nRUN apt-get install -y jq\n',
  },
  {
    name: 'that the status of the RUN is that of its last command',
    ...{ file: 'src/model/addition.ts', from: 'joiner(layout, comments) + command)', to: "'; ' + command)" },
    text: 'FROM debian\nRUN apt-get update && apt-get install -y curl\n',
  },
  {
    name: 'that a search reads the index',
    ...{ file: 'transforms/apk-skip-cache/index-reader.ts', from: 'readsIndex(call) &&', to: 'false &&' },
    text: 'FROM alpine:3.20\nRUN apk update && apk add curl\nRUN apk search jq > /jq\n',
  },
  {
    name: 'that what failed was forgiven',
    ...{
      file: 'transforms/apk-skip-cache/purposeless.ts',
      from: "if (statement.operators.some((operator) => operator !== '&&')) continue",
      to: '',
    },
    text: 'FROM alpine:3.20\nRUN a || apk update\nRUN apk add curl\n',
  },
  {
    name: 'that an option ends no command',
    ...{
      file: 'transforms/apt-skip-recommends/index.ts',
      from: "span.end), ' --no-install-recommends')",
      to: "span.end), ' --no-install-recommends;')",
    },
    text: 'FROM debian:bookworm\nRUN apt-get update && apt-get install -y jq\n',
  },
]

describe('a build tells a mutant that forgets', () => {
  const lack = findLack('dash')
  const jails = new Map<Shell, Jail>()
  beforeAll(() => {
    if (lack === undefined) for (const shell of ['dash', 'posix'] as const) jails.set(shell, makeJail(shell))
  })
  afterAll(() => {
    for (const jail of jails.values()) jail.remove()
  })

  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))('%s', async (_, mutant) => {
    const naive = await mutated([mutant, ...(mutant.also ?? [])])
    const { text, file } = mutant
    const id = /^transforms\/([\w-]+)/.exec(file)?.[1] ?? 'apt-clean-lists'
    const options = { only: [id], unsafe: true }
    const wrong = naive(text, options).after
    const right = rewrite(text, options).after
    expect(wrong).not.toBe(right)
    if (lack !== undefined) return console.warn(`not built: ${lack}`)
    const jail = jails.get(mutant.shell ?? 'dash')!
    const transforms = new Set([id])
    expect(compare(jail, { before: text, after: right, transforms }).differences).toEqual([])
    expect(compare(jail, { before: text, after: wrong, transforms }).differences).not.toEqual([])
  })
})
