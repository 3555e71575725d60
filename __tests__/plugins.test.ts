import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { main } from '../src/cli/index.js'
import { withPlugins } from '../src/cli/plugins.js'
import { buildCommand, buildLibrary } from './support/command.js'

const loadCore = () => import('../src/cli/core.js')

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dfslim-plugins-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

const textOf = (path: string) => readFileSync(join(cwd, path), 'utf8')

async function run(line: string) {
  const printed = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    write: (text: string) => void (printed[name] += text),
  })
  const terminal = {
    ...{ cwd, env: {}, stdout: output('stdout'), stderr: output('stderr') },
    readStdin: () => Promise.resolve(Buffer.from('')),
    onInterrupt: () => () => {},
  }
  const code = await main(line.split(' '), terminal, { version: '1.2.3', loadCore })
  return { code, ...printed }
}

/** A module that makes `quick` of `slow`, and whose transform gets a visit of its own where one is given. */
const speedUp = (id: string, visit = '{ instruction: speedUp }'): string => `{
  id: '${id}',
  meta: {
    summary: 'Be quick', why: 'It is slow.', safety: 'safe', phase: 'tidy',
    alters: [], leaves: ['what is quick'], references: [],
  },
  visit: ${visit},
}
function* speedUp(instruction, stage, { file }) {
  const at = file.text.indexOf('slow', instruction.span.start)
  if (at < 0 || at > instruction.span.end) return
  if (file.text.includes('boom')) throw new Error('boom')
  const span = { start: at, end: at + 4 }
  yield { kind: 'change', title: 'Be quick', at: span, edits: [{ span, text: 'quick' }], safety: 'safe', because: 'it is known' }
}
`
const speedUpModule = (id = 'acme/speed-up', visit?: string) => `export default ${speedUp(id, visit)}`

describe('--plugin loads', () => {
  const slow = 'FROM a\nRUN slow\n'
  const loads = async (name: string) => {
    put('Dockerfile', slow)
    expect(await run(`fix --write --plugin ${name}`)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('acme/speed-up'),
    })
    expect(textOf('Dockerfile')).toBe('FROM a\nRUN quick\n')
  }

  it.each([
    ['a path', './own.mjs', 'own.mjs', ''],
    ['a path without a dot', 'sub/own.mjs', 'sub/own.mjs', ''],
    ['a file that is called like a package', 'own.mjs', 'own.mjs', ''],
    ['a package', 'own', 'node_modules/own/index.mjs', 'node_modules/own/package.json'],
    ['the package in a folder', './own', 'own/index.mjs', 'own/package.json'],
  ])('%s', async (_, name, file, manifest) => {
    put(file, speedUpModule())
    if (manifest !== '') put(manifest, '{ "main": "index.mjs" }')
    await loads(name)
  })

  it('a module for require, and what a compiler makes of one for import', async () => {
    put('plain.cjs', `module.exports = ${speedUp('acme/speed-up')}`)
    await loads('./plain.cjs')
    put('compiled.cjs', `exports.__esModule = true\nexports.default = ${speedUp('acme/speed-up')}`)
    await loads('./compiled.cjs')
  })

  it('several, and lists; one that is named twice once', async () => {
    put('list.mjs', `const one = ${speedUp('acme/one')}\nexport default [one, { ...one, id: 'acme/two' }]`)
    put('more.mjs', speedUpModule('other/one'))
    const { stdout, code } = await run('list --plugin ./list.mjs --plugin more.mjs --plugin ./more.mjs')
    expect(code).toBe(0)
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual(
      expect.arrayContaining(['run-merge', 'acme/one', 'acme/two', 'other/one']),
    )
  })

  it('nothing that is not named', async () => {
    put('dfslim.plugin.mjs', 'throw new Error("loaded")')
    put('node_modules/own/package.json', '{ "main": "index.mjs" }')
    put('Dockerfile', slow)
    for (const [key, value] of [
      ['plugins', ['own']],
      ['plugin', './dfslim.plugin.mjs'],
    ] as const) {
      put('dfslim.config.json', `{\n  "${key}": ${JSON.stringify(value)}\n}`)
      expect(await run('fix')).toEqual({
        code: 2,
        stdout: '',
        stderr:
          'dfslim: dfslim.config.json:2:3: a configuration loads no plugins, for nothing that a repository brings is run: name them with --plugin\n',
      })
    }
  })
})

describe('an own transform is known', () => {
  beforeEach(() => {
    put('own.mjs', speedUpModule())
    put('Dockerfile', 'FROM a\nRUN slow\n')
  })

  it('to list and explain', async () => {
    expect((await run('list --plugin ./own.mjs')).stdout).toMatch(/^acme\/speed-up +\[safe\] +Be quick$/m)
    expect((await run('explain acme/speed-up --plugin ./own.mjs')).stdout).toContain(
      '# acme/speed-up\n\nBe quick.',
    )
    expect(await run('explain acme/speed-up')).toMatchObject({
      code: 2,
      stderr: 'dfslim: no transform is called acme/speed-up: --plugin loads those that are not ours\n',
    })
  })

  it('to check and its reports, and to the patch', async () => {
    const { code, stdout } = await run('check --plugin ./own.mjs --format sarif')
    const [{ results, tool }] = JSON.parse(stdout).runs
    expect([code, results[0].ruleId]).toEqual([1, 'acme/speed-up'])
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe('acme/speed-up')
    expect((await run('fix --plugin ./own.mjs')).stdout).toContain('@@ acme/speed-up\n')
  })

  it('to --only and --skip', async () => {
    expect((await run('check --plugin ./own.mjs --only acme/speed-up')).code).toBe(1)
    expect((await run('check --plugin ./own.mjs --only run-merge')).code).toBe(0)
    expect((await run('check --plugin ./own.mjs --skip acme/speed-up')).code).toBe(0)
    expect((await run('check --plugin ./own.mjs --skip acme/sped-up')).stderr).toBe(
      'dfslim: no transform is called acme/sped-up: did you mean acme/speed-up?\n',
    )
  })

  it('to the configuration, where it is loaded', async () => {
    put('dfslim.config.json', '{ "transforms": { "acme/speed-up": "off" } }')
    expect((await run('check --plugin ./own.mjs')).code).toBe(0)
    expect((await run('check')).code).toBe(0)
    put('dfslim.config.json', '{ "transforms": { "acme/speed": "off" } }')
    expect(await run('check --plugin ./own.mjs')).toMatchObject({
      code: 2,
      stderr:
        'dfslim: dfslim.config.json:1:19: there is no transform "acme/speed": did you mean acme/speed-up?\n',
    })
  })

  it('to comments', async () => {
    put('Dockerfile', 'FROM a\n# dfslim ignore=run-merge,acme/speed-up because it is slow\nRUN slow\n')
    expect((await run('check --plugin ./own.mjs')).code).toBe(0)
  })
})

it('a visitor may be an object with a class of its own', async () => {
  put(
    'own.mjs',
    speedUpModule('acme/speed-up', 'new (class { stage() { return this.none() } none() { return [] } })()'),
  )
  put('Dockerfile', 'FROM a\n')
  expect((await run('check --plugin ./own.mjs')).code).toBe(0)
})

describe('a plugin that is none is refused with one line', () => {
  const meta = `{ summary: 'a', why: 'b', safety: 'safe', phase: 'tidy', alters: [], leaves: [], references: [] }`
  it.each<readonly [string, string, unknown]>([
    [
      'without a default export',
      'export const transform = 1',
      'it has no default export: that is to be a transform, or a list of transforms',
    ],
    ['with none', 'export default []', 'its list of transforms is empty'],
    ['of a number', 'export default 3', 'a transform is an object with an id, meta and visit'],
    [
      'with a gap in its list',
      `const one = ${speedUp('acme/one')}\nexport default [one, null]`,
      'transform 2: a transform is an object with an id, meta and visit',
    ],
    [
      'without an id',
      `export default { meta: ${meta}, visit: {} }`,
      'id must be a text; visit is empty: it needs file, stage or instruction',
    ],
    [
      'without a risk',
      `export default { id: 'a/b', meta: { ...${meta}, safety: 'unsafe', phase: 'late' }, visit: { stage() {} } }`,
      'a/b: meta.risk is missing: what is not safe says what it risks; meta.phase must be stages, base, packages, layers, runtime or tidy',
    ],
    [
      'that looks nowhere',
      `export default { id: 'a/b', meta: ${meta}, visit: { stage: 1 } }`,
      'a/b: visit.stage must be a function',
    ],
    [
      'with an id that may be ours one day',
      speedUpModule('speed-up'),
      'the id "speed-up" must be name/id, such as acme/speed-up',
    ],
    [
      'with an id of ours',
      speedUpModule('run-merge'),
      'the id "run-merge" must be name/id, such as acme/run-merge',
    ],
    [
      'with an id twice',
      `const one = ${speedUp('acme/one')}\nexport default [one, one]`,
      'there is a transform acme/one already',
    ],
    ['that throws', 'throw new Error("boom\\nand more")', 'it cannot be loaded: boom'],
    ['that throws nothing', 'throw undefined', 'it cannot be loaded: undefined'],
    [
      'that imports what is not there',
      'import "no-such-package"',
      expect.stringMatching(/^it cannot be loaded: .*no-such-package/),
    ],
    ['that is torn', 'const', expect.stringMatching(/^it cannot be loaded: SyntaxError: /)],
  ])('%s', async (_, text, why) => {
    put('own.mjs', text)
    const { code, stdout, stderr } = await run('fix --plugin ./own.mjs')
    const [, said] = /^dfslim: plugin \.\/own\.mjs: (.*)\n$/.exec(stderr) ?? [undefined, stderr]
    expect({ code, stdout, said }).toEqual({ code: 2, stdout: '', said: why })
  })

  it.each([
    ['./none.mjs', 'there is no such file'],
    ['none', 'there is no such file, and no package of that name is installed here'],
  ])('%s', async (name, why) => {
    expect(await run(`list --plugin ${name}`)).toEqual({
      code: 2,
      stdout: '',
      stderr: `dfslim: plugin ${name}: ${why}\n`,
    })
  })

  it('also where two of them share an id', async () => {
    put('a.mjs', speedUpModule())
    put('b.mjs', speedUpModule())
    expect((await run('list --plugin ./a.mjs --plugin ./b.mjs')).stderr).toBe(
      'dfslim: plugin ./b.mjs: there is a transform acme/speed-up already\n',
    )
  })
})

describe('an own transform that fails', () => {
  it('stops no other file', async () => {
    put('own.mjs', speedUpModule())
    put('a/Dockerfile', 'FROM a\nRUN slow boom\n')
    put('b/Dockerfile', 'FROM a\nRUN slow\n')
    expect(await run('fix --write --plugin ./own.mjs')).toEqual({
      code: 3,
      stdout: '',
      stderr: `! a/Dockerfile  skipped   the transform acme/speed-up throws: boom
  b/Dockerfile  1 edit    acme/speed-up
Rewrote 1 of 2 files (1 safe edit, saving unknown).
`,
    })
    expect(textOf('a/Dockerfile')).toBe('FROM a\nRUN slow boom\n')
    expect(await run('check --plugin ./own.mjs')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(
        '1 file met a failing transform of a plugin and was left as it is: a/Dockerfile (the transform acme/speed-up throws: boom)\n',
      ),
    })
  })

  it.each([
    ['gives no list', '{ stage: () => {} }', 'returns no list of findings from visit.stage'],
    ['is in no hurry', '{ stage: async () => [] }', 'returns no list of findings from visit.stage'],
    [
      'never ends',
      `{ *file() { for (;;) yield { kind: 'refusal', at: { start: 0, end: 1 }, because: 'x' } } }`,
      'does not stop giving findings from visit.file',
    ],
    [
      'says two lines',
      `{ file: () => [{ kind: 'refusal', at: { start: 0, end: 1 }, because: 'x\\ny' }] }`,
      'has a finding from visit.file that is none: because must be a sentence on one line',
    ],
    [
      'gives what is no finding',
      '{ stage: () => [1] }',
      'has a finding from visit.stage that is none: it must be a change or a refusal',
    ],
  ])('when it %s', async (_, visit, why) => {
    put('own.mjs', speedUpModule('acme/odd', visit))
    put('Dockerfile', 'FROM a\n')
    expect(await run('check --plugin ./own.mjs')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(`Dockerfile (the transform acme/odd ${why})`),
    })
  })

  it('is told apart from a bug of dfslim in reports', async () => {
    put('own.mjs', speedUpModule())
    put('Dockerfile', 'FROM a\nRUN slow boom\n')
    const { files } = JSON.parse((await run('check --plugin ./own.mjs --format json')).stdout)
    expect(files).toMatchObject([{ path: 'Dockerfile', problem: { kind: 'plugin' } }])
  })

  it('to come to rest is named', async () => {
    const visit = `{ file: ({ file: { text } }) => { const span = { start: text.length, end: text.length }
      return [{ kind: 'change', title: 'x', at: span, edits: [{ span, text: 'RUN x\\n' }], safety: 'safe', because: 'x' }] } }`
    put('own.mjs', speedUpModule('acme/more', visit))
    put('Dockerfile', 'FROM a\n')
    expect((await run('check --plugin ./own.mjs --only acme/more')).stderr).toContain(
      '(the transforms did not come to rest with acme/more)',
    )
  })

  it('the guard does not let it lose a comment', async () => {
    const visit = `{ file: ({ file: { text } }) => { const start = text.indexOf('# why')
      if (start < 0) return []
      const span = { start, end: start + 6 }
      return [{ kind: 'change', title: 'x', at: span, edits: [{ span, text: '' }], safety: 'safe', because: 'x' }] } }`
    put('own.mjs', speedUpModule('acme/mute', visit))
    put('Dockerfile', 'FROM a\n# why\nRUN b\n')
    expect(await run('fix --write --show-skipped --plugin ./own.mjs')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('the comment `# why` is lost'),
    })
    expect(textOf('Dockerfile')).toBe('FROM a\n# why\nRUN b\n')
  })
})

it('can be loaded again by its name alone, as another thread does', async () => {
  put('own.mjs', speedUpModule())
  const core = await loadCore()
  const { plugins, transforms, rewrite } = await withPlugins(core, ['./own.mjs'], cwd)
  expect(plugins).toEqual({ names: ['./own.mjs'], cwd, ids: ['acme/speed-up'] })
  expect(transforms).toHaveLength(core.transforms.length + 1)
  expect(rewrite('FROM a\nRUN slow\n').after).toBe('FROM a\nRUN quick\n')
})

describe('examples/own-transform, with the command and the library as they are published', () => {
  let home = ''
  let command = ''
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'dfslim-own-'))
    command = buildCommand()
    buildLibrary(join(home, 'node_modules/dfslim/dist'))
    cpSync('package.json', join(home, 'node_modules/dfslim/package.json'))
    cpSync('examples/own-transform', join(home, 'node_modules/acme-dfslim'), { recursive: true })
    const story = 'examples/own-transform/cases/moves-a-program-that-calls-nothing-else'
    cpSync(`${story}/before.Dockerfile`, join(home, 'service/Dockerfile'))
    cpSync(`${story}/count.py`, join(home, 'service/count.py'))
  })
  afterAll(() => {
    rmSync(home, { recursive: true })
    rmSync(dirname(command), { recursive: true })
  })
  const node = (words: readonly string[], folder = home) =>
    spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH } })

  it('its own tests pass, and there are some', () => {
    const { status, stdout } = node(['--test'], join(home, 'node_modules/acme-dfslim'))
    expect(stdout).toMatch(/pass \d\d/)
    expect(status).toBe(0)
  })

  it('its own tests fail where its transform is another', () => {
    const other = join(home, 'node_modules/other')
    cpSync('examples/own-transform', other, { recursive: true })
    const file = join(other, 'twins.js')
    writeFileSync(file, readFileSync(file, 'utf8').replace("'gcc', ", ''))
    const { status, stdout } = node(['--test'], other)
    expect(status).toBe(1)
    expect(stdout).toContain('the transform says')
  })

  it('fix takes it as a package and as a file', () => {
    for (const plugin of ['acme-dfslim', './node_modules/acme-dfslim/index.js']) {
      const { status, stdout, stderr } = node([command, 'fix', '--plugin', plugin, 'service'])
      expect({ status, stdout }).toEqual({
        status: 0,
        stdout: expect.stringContaining('+FROM registry.example.com/base/python:3.12-slim\n'),
      })
      expect(stderr).toContain('1 safe edit (acme/base-twin 1), about 610 MB less')
      expect(stderr).toContain(`Apply: dfslim fix --write --plugin ${plugin} service`)
    }
  })

  it('threads load it as well, and the cache keeps nothing of it', () => {
    const words = ['--plugin', 'acme-dfslim', '--only', 'acme/base-twin', '--cache-location', 'kept']
    for (let i = 0; i < 40; i++) {
      cpSync(join(home, 'service'), join(home, `many/${i}`), { recursive: true })
      if (i % 20 === 7) writeFileSync(join(home, `many/${i}/Dockerfile`), 'FROM {{ x }}')
    }
    const [alone, threads] = ['1', '2'].map((jobs) =>
      node([command, 'fix', 'many', '--jobs', jobs, ...words]),
    )
    expect(alone?.stderr).toContain('Would rewrite 38 of 40 files: 38 safe edits (acme/base-twin 38)')
    expect(threads?.stdout).toBe(alone?.stdout)
    expect(threads?.stderr).toBe(alone?.stderr?.replace('--jobs 1', '--jobs 2'))
    expect(existsSync(join(home, 'kept'))).toBe(false)
  })

  it.each([
    ['{ "exports": { ".": { "types": "./own.d.ts", "import": "./own.mjs" } } }', 0],
    ['{ "exports": { "import": { "node": "./own.mjs" } } }', 0],
    ['{ "exports": { "./other": "./own.mjs" } }', 2],
  ])('a package for import alone is found: %s', (manifest, code) => {
    const folder = join(home, 'node_modules/@acme/own')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), manifest)
    writeFileSync(join(folder, 'own.mjs'), speedUpModule())
    const { status, stderr } = node([command, 'explain', 'acme/speed-up', '--plugin', '@acme/own'])
    expect({ status, stderr }).toEqual({
      status: code,
      stderr: code === 0 ? '' : expect.stringContaining('no package of that name is installed here'),
    })
  })

  it('the library shares what it is made of', () => {
    const { stdout } = node([
      '--input-type=module',
      '-e',
      `import { rewriteWith, refuse } from 'dfslim'
       import * as kit from 'dfslim/kit'
       import own from 'acme-dfslim'
       const { after } = rewriteWith('FROM registry.example.com/base/python:3.13', [own])
       console.log(kit.refuse === refuse, after)`,
    ])
    expect(stdout).toBe('true FROM registry.example.com/base/python:3.13-slim\n')
  })
})
