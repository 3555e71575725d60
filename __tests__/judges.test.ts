import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import {
  bodiesIn,
  changedInstructions,
  changedLineEnds,
  countKeptLists,
  countLateCleanups,
  judgeCommand,
  listInstructions,
  lostComments,
  newlyInvalid,
  newlyRejected,
  refusedByGit,
  strayLines,
} from './judges/index.js'

/** Each judge of `npm run corpus` speaks on a broken pair, and is silent on a right one. */
const folder = mkdtempSync(join(tmpdir(), 'dfslim-judges-'))
afterAll(() => rmSync(folder, { recursive: true }))

const before = 'FROM a\n# why\nRUN b\nENV C=d\n'

it('the judges and the rewriter share no code', () => {
  const judges = ['command', 'index', 'instructions', 'leftovers', 'lines', 'patches', 'shells', 'validity']
  const files = readdirSync('__tests__/judges')
  expect(files).toEqual(expect.arrayContaining(judges.map((name) => `${name}.ts`)))
  for (const name of judges) expect(readFileSync(`__tests__/judges/${name}.ts`, 'utf8')).not.toMatch(/\.\.\//)
})

describe('the listing of instructions', () => {
  it('joins lines as BuildKit does', () => {
    const text = '# escape=`\nFROM a\nRUN b `\n\n  # c\n  && d `  \r\n && e\\\nENV F=g`\n'
    expect(listInstructions(text).map(({ keyword, args }) => `${keyword} ${args}`)).toEqual([
      'FROM a',
      'RUN b   && d  && e\\',
      'ENV F=g',
    ])
  })

  it('knows flags, JSON, later builds and here-documents', () => {
    const text = [
      'RUN --mount=type=cache,target=/c --network=none a',
      'RUN ["b"]',
      'ONBUILD RUN c',
      'RUN cat <<-E <<"F G" "<<H" <<<I\n1\n\tE\nRUN 2\nF G\nRUN d',
    ].join('\n')
    const bodies = ['a', 'c', 'cat <<-E <<"F G" "<<H" <<<I\n1\n\tE\nRUN 2\nF G', 'd']
    expect(bodiesIn(text)).toEqual(bodies)
  })
})

describe('validity', () => {
  it.each([
    ['an unknown instruction', 'FROM a\n# why\nRUN b\nENC C=d\n'],
    ['a line that lost its continuation', 'FROM a\n# why\nRUN b\n  && c\nENV C=d\n'],
    ['a RUN that swallows the next one', 'FROM a\n# why\nRUN b && \\\nRUN c\nENV C=d\n'],
    ['nothing to run', 'FROM a\n# why\nRUN\nENV C=d\n'],
    ['a here-document without an end', 'FROM a\n# why\nRUN b <<E\nENV C=d\n'],
    ['no base', '# why\nRUN b\nENV C=d\n'],
    ['a syntax error that dockerfile-utils alone sees', 'FROM a\n# why\nRUN b\nENV C=d e\n'],
  ])('speaks on %s', (_, after) => expect(newlyInvalid(before, after)).not.toEqual([]))

  it('is silent on what is right, and on what was wrong already', () => {
    expect(newlyInvalid(before, 'FROM a\nRUN b \\\n  # why\n\n && c\nENV C=d\n')).toEqual([])
    expect(newlyInvalid('FROM a\nENC C=d\nENC C=d\n', 'FROM a\nRUN b\nENC C=d\n')).toEqual([])
    expect(
      newlyInvalid('FROM a\nRUN b $USER USER\nRUN RUN c\n', 'FROM a\nRUN b $USER USER \\\n && RUN c\n'),
    ).toEqual([])
  })

  it('speaks on an instruction that is swallowed, changed or added, and is silent on a WORKDIR that goes', () => {
    expect(changedInstructions(before, 'FROM a\nRUN b \\\nENV C=d\n')).toEqual(['ENV C=d -> nothing'])
    expect(changedInstructions(before, 'FROM a\nRUN b\nENV C=e\n')).toEqual(['ENV C=d -> ENV C=e'])
    expect(changedInstructions(before, `${before}USER e\n`)).toEqual(['nothing -> USER e'])
    expect(
      changedInstructions(`FROM a\nRUN b\nWORKDIR /\n${before}`, `FROM a:slim\nRUN c\n${before}`),
    ).toEqual([])
    const packed = 'FROM a\nCOPY b.tgz /c/\nRUN tar xf /c/b.tgz -C /opt && rm /c/b.tgz\n'
    const taking = 'FROM go AS a\nFROM alpine\nCOPY --from=a /x /x\nEXPOSE 1\n'
    const line = 'COPY --from=a /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/'
    const emptied = taking.replace('alpine', 'scratch').replace('EXPOSE', `${line}\nEXPOSE`)
    expect(changedInstructions(taking, emptied)).toEqual([])
    expect(changedInstructions(taking, emptied.replace('scratch', 'alpine'))).toEqual([`EXPOSE 1 -> ${line}`])
    expect(changedInstructions(taking, emptied.replace(line, 'COPY --from=a /y /y'))).toEqual([
      'EXPOSE 1 -> COPY --from=a /y /y',
    ])
    expect(changedInstructions(packed, 'FROM a\nADD b.tgz /opt/\n')).toEqual([])
    expect(changedInstructions(packed, 'FROM a\nADD d.tgz /opt/\n')).toEqual([
      'COPY b.tgz /c/ -> ADD d.tgz /opt/',
    ])
    const base = 'FROM a:onbuild\nEXPOSE 1\n'
    expect(changedInstructions(base, 'FROM a:1\nCOPY . /d\nRUN b\nEXPOSE 1\n')).toEqual([])
    expect(changedInstructions(base, 'FROM a:1\nCOPY . /d\n')).toEqual(['EXPOSE 1 -> nothing'])
    const owned = 'FROM a\nCOPY b /c\nRUN chown -R d:d /c\n'
    const by = (copy: string): readonly string[] => changedInstructions(owned, `FROM a\n${copy}\n`)
    expect(by('COPY --chown=d:d b /c')).toEqual([])
    expect(by('COPY --chown=e:e b /c')).toEqual(['COPY b /c -> COPY --chown=e:e b /c'])
    expect(by('COPY --chown=d:d e /c')).toEqual(['COPY b /c -> COPY --chown=d:d e /c'])
  })

  it('takes the mount of a file for its COPY, and no other mount', () => {
    const copied = 'FROM a\nCOPY ./c.zip /tmp/\nRUN unzip /tmp/c.zip && rm /tmp/c.zip\n'
    const mounted = (name: string): string =>
      `FROM a\nRUN --mount=type=bind,source=${name},target=/tmp/c.zip unzip /tmp/c.zip\n`
    expect(changedInstructions(copied, mounted('c.zip'))).toEqual([])
    expect(changedInstructions(copied, mounted('d.zip'))).toEqual(['COPY ./c.zip /tmp/ -> nothing'])
    expect(changedInstructions(copied, 'FROM a\nRUN unzip /tmp/c.zip\n')).toEqual([
      'COPY ./c.zip /tmp/ -> nothing',
    ])
  })

  it('speaks on two stages that were one, unless the last has all that was configured', () => {
    const one = 'FROM a\nLABEL x=1\nWORKDIR /b\nCOPY . .\nENV C=d\nRUN e\nCMD ["/b/f"]\n'
    const builder = 'FROM a AS build\nWORKDIR /b\nCOPY . .\nENV C=d\nRUN e\n'
    const image = 'FROM g\nLABEL x=1\nWORKDIR /b\nENV C=d\nCOPY --from=build /b/f /b/f\nCMD ["/b/f"]\n'
    const by = (after: string): readonly string[] => changedInstructions(one, after)
    expect(by(builder + image)).toEqual([])
    expect(by(builder + image.replace('LABEL x=1\n', ''))).toEqual(['configured otherwise: LABEL x=1'])
    expect(by(builder + image.replace('C=d', 'C=h'))).toEqual(['configured otherwise: ENV C=d'])
    expect(by(`${builder}${image}USER i\n`)).toEqual(['configured otherwise: USER i'])
    expect(by(builder.replace('COPY . .\n', '') + image)).toEqual(['not as it was: COPY . .'])
    expect(by(builder + image.replace('COPY --from=build /b/f /b/f', 'COPY j /b/f'))).toEqual([
      'not as it was: COPY j /b/f',
    ])
    expect(by(`${builder}${image}FROM k\n`)).toEqual(['other stages'])
  })
})

it('shells speak on a body that they reject, once it is more', async () => {
  const pairs = [
    { name: 'quote', before, after: before.replace('RUN b', `RUN b 'c`) },
    { name: 'comment', before: 'RUN (a)\nRUN (b)', after: 'RUN (a && \\\n # c\n b # d \\\n )' },
    { name: 'array', before, after: before.replace('RUN b', 'RUN b=(c)') },
    { name: 'right', before, after: before.replace('RUN b', 'RUN b \\\n # c\n && d') },
    { name: 'merged', before: 'RUN a "\nRUN b', after: 'RUN a " && b' },
  ]
  const by = async (shell: 'bash' | 'dash') => [...(await newlyRejected(pairs, shell)).keys()]
  expect(await Promise.all([by('bash'), by('dash')])).toEqual([
    ['quote', 'comment'],
    ['quote', 'comment', 'array'],
  ])
})

it('comments are missed wherever they stood, each as often as it is', () => {
  const text = 'FROM a\n# b\nRUN c \\\n  # b\n  d # e\n'
  expect(lostComments(text, 'FROM a\n\t# b\nRUN c\n# b\n')).toEqual([])
  expect(lostComments(text, 'FROM a\n# b\nRUN c d # e\n')).toEqual(['# b'])
})

it('line ends are held to what they were', () => {
  expect(changedLineEnds('a\nb\n', 'a\nc\nb\n')).toEqual([])
  expect(changedLineEnds('a\r\nb\r\n', 'a\r\nc\nb\r\n')).toEqual(['new line ends "\\n"'])
  expect(changedLineEnds('a\nb\n', 'a\nc\rb\n')).toEqual(['new line ends "\\r"'])
  expect(changedLineEnds('a\nb', 'a\nb\n')).toEqual(['another end of the file'])
  expect(changedLineEnds('\uFEFFa\n', 'a\n')).toContain('another byte order mark')
  expect(changedLineEnds('a\r\nb\nc\n', 'a\r\nb\nd\r\n')).toEqual([])
  expect(changedLineEnds('a\r\nb\nc\n', 'a\nb\nd\r\n')).toEqual(['another line end behind a'])
})

it('lines outside an edit are held to what they were', () => {
  expect(strayLines('a\nb\nc', 'a\nB\nc', [{ start: 2, end: 3 }])).toEqual([])
  expect(strayLines('a\nb\nc', 'a\nB\nC', [{ start: 2, end: 3 }])).toEqual(['C'])
})

it('git refuses a patch whose lines are not there, and takes the others', () => {
  writeFileSync(join(folder, 'one'), 'a\nb\n')
  writeFileSync(join(folder, 'two'), 'a\nb\n')
  const patchOf = (name: string, line: string): string =>
    `diff --git a/${name} b/${name}\n--- a/${name}\n+++ b/${name}\n@@ -1,2 +1,2 @@\n a\n-${line}\n+c\n`
  const patches = new Map([
    ['one', patchOf('one', 'x')],
    ['two', patchOf('two', 'b')],
  ])
  expect(refusedByGit(folder, patches, 'forth')).toEqual(['one'])
  expect(readFileSync(join(folder, 'two'), 'utf8')).toBe('a\nc\n')
  expect(refusedByGit(folder, patches, 'back')).toEqual(['one'])
  expect(readFileSync(join(folder, 'two'), 'utf8')).toBe('a\nb\n')
})

it('a command is caught that writes something else, never rests and prints a wrong patch', async () => {
  const pairs = [{ name: 'x', before: 'a\n', after: 'b\n' }]
  const path = '0/0.Dockerfile'
  const patch = `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1 +1 @@\n-a\n+b\n`
  const commandThat = (written: string, list: string, code: number): string => {
    const file = join(folder, `command-${code}.mjs`)
    const body = `import { writeFileSync } from 'node:fs'
if (process.argv.includes('--list')) process.stdout.write(${JSON.stringify(list)})
else writeFileSync('${path}', '${written}\\n'), writeFileSync('all.patch', ${JSON.stringify(patch)})
process.exitCode = ${code}`
    writeFileSync(file, body)
    return file
  }
  const commands = [commandThat('b', '', 3), commandThat('c', `${path}\n`, 1)]
  expect(await Promise.all(commands.map((command) => judgeCommand(command, [], pairs)))).toEqual([
    { otherwise: [], patchesBack: [], patchesForth: [], again: [], crashes: [] },
    { otherwise: ['x'], patchesBack: ['x'], patchesForth: ['x'], again: ['x'], crashes: ['', ''] },
  ])
}, 30_000)

it('what an image keeps is counted', () => {
  const update = 'RUN apt-get update && apt-get install -y a'
  expect(countKeptLists(`FROM a\n${update}\nRUN rm -rf /var/lib/apt/lists/*\n`)).toBe(1)
  expect(countKeptLists(`FROM a\n${update} && rm -rf /var/lib/apt/lists/*\nRUN b\n`)).toBe(0)
  expect(
    countKeptLists(`FROM a\n${update.replace('RUN', 'RUN --mount=type=cache,target=/var/lib/apt')}\n`),
  ).toBe(0)
  expect(countLateCleanups(`FROM a\n${update}\nRUN apt-get clean && rm -rf /tmp/* /var/tmp/*; true\n`)).toBe(
    1,
  )
  expect(
    countLateCleanups(`FROM a\nRUN apt-get clean\n${update} && apt-get clean\nRUN rm -rf /app && b\n`),
  ).toBe(0)
})
