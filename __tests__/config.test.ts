import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { starter } from '../src/report/config-schema.js'
import { type Config, type ConfigChoice, ConfigProblem, Configs } from '../src/project/config.js'
import { overrideKeys, readSettings, settingKeys } from '../src/project/config-text.js'
import { readFileSync } from 'node:fs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dfslim-config-'))
  mkdirSync(join(root, '.git'))
})
afterEach(() => rmSync(root, { recursive: true }))

const put = (path: string, value: unknown): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), typeof value === 'string' ? value : JSON.stringify(value))
}
const ids = ['run-merge', 'base-slim', 'base-alpine']
const configOf = (path: string, choice: Partial<ConfigChoice> = {}): Promise<Config> =>
  new Configs({ cwd: root, ids, ...choice }).of({ path, absolute: join(root, path), tree: root })
const problemOf = async (path: string): Promise<string> => {
  const problem: unknown = await configOf(path).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(ConfigProblem)
  return (problem as ConfigProblem).message
}

describe('the nearest file counts', () => {
  it('alone, unless it extends the one above', async () => {
    put('dfslim.config.json', { transforms: { 'run-merge': 'off' }, smoke: 'outer' })
    put('app/dfslim.config.json', { smoke: 'inner' })
    put('lib/dfslim.config.json', { extends: '//', transforms: { 'base-slim': 'unsafe' } })
    expect(await configOf('Dockerfile')).toMatchObject({ transforms: { 'run-merge': 'off' }, smoke: 'outer' })
    expect(await configOf('app/deep/Dockerfile')).toMatchObject({ transforms: {}, smoke: 'inner' })
    expect(await configOf('lib/Dockerfile')).toMatchObject({
      transforms: { 'run-merge': 'off', 'base-slim': 'unsafe' },
      smoke: 'outer',
    })
  })

  it('also as a key of package.json, and not outside of the repository', async () => {
    put('app/package.json', { name: 'app', dfslim: { stages: 'all' } })
    put('lib/package.json', { name: 'lib' })
    expect((await configOf('app/Dockerfile')).stages).toBe('all')
    expect(await configOf('lib/Dockerfile')).toEqual({ transforms: {}, targets: [], isIgnored: false })
    put('inner/.git/HEAD', '')
    put('dfslim.config.json', { smoke: 'outer' })
    expect((await configOf('inner/Dockerfile')).smoke).toBeUndefined()
  })

  it('unless another is named, or none wanted', async () => {
    put('dfslim.config.json', { smoke: 'near' })
    put('other.json', { smoke: 'named' })
    expect((await configOf('Dockerfile', { file: 'other.json' })).smoke).toBe('named')
    expect((await configOf('Dockerfile', { file: false })).smoke).toBeUndefined()
    await expect(configOf('Dockerfile', { file: 'none.json' })).rejects.toThrow('none.json: no such file')
  })
})

describe('extends', () => {
  it('takes files in order, and packages', async () => {
    put('a.json', { transforms: { 'run-merge': 'off', 'base-slim': 'off' } })
    put('b.json', '// with a comment\n{ "transforms": { "base-slim": "safe", }, }')
    put('node_modules/house/dfslim.config.json', { targets: 'web' })
    put('dfslim.config.json', { extends: ['./a.json', './b.json', 'house'] })
    expect(await configOf('Dockerfile')).toMatchObject({
      transforms: { 'run-merge': 'off', 'base-slim': 'safe' },
      targets: ['web'],
    })
  })

  it.each([
    ['./none.json', 'which does not exist'],
    ['//', 'no folder above has a configuration'],
    ['no-such-house', 'no package brings that'],
  ])('%s is refused', async (name, why) => {
    put('dfslim.config.json', { extends: name })
    expect(await problemOf('Dockerfile')).toContain(why)
  })

  it('in a circle is refused', async () => {
    put('a.json', { extends: './b.json' })
    put('b.json', { extends: './a.json' })
    put('dfslim.config.json', { extends: './a.json' })
    expect(await problemOf('Dockerfile')).toBe(
      'a.json: extends itself: dfslim.config.json -> a.json -> b.json -> a.json',
    )
  })
})

describe('globs are seen from the folder of the file', () => {
  it('in overrides, of which the later win, and in ignore', async () => {
    put('svc/dfslim.config.json', {
      overrides: [
        { files: 'old/**', transforms: { 'base-slim': 'off' }, targets: ['test'] },
        { files: ['Dockerfile.dev'], transforms: { 'base-slim': 'unsafe' }, smoke: 'dev' },
      ],
      ignore: ['vendor/', '*.tmp.Dockerfile'],
    })
    expect((await configOf('svc/Dockerfile')).transforms).toEqual({})
    expect(await configOf('svc/old/Dockerfile')).toMatchObject({
      transforms: { 'base-slim': 'off' },
      targets: ['test'],
    })
    expect(await configOf('svc/old/Dockerfile.dev')).toMatchObject({
      transforms: { 'base-slim': 'unsafe' },
      smoke: 'dev',
    })
    const ignored = ['svc/vendor/a/Dockerfile', 'svc/x/a.tmp.Dockerfile', 'svc/Dockerfile'].map(
      async (path) => (await configOf(path)).isIgnored,
    )
    expect(await Promise.all(ignored)).toEqual([true, true, false])
  })
})

describe('mistakes have a place and a hint', () => {
  it.each([
    ['[]', '1:1: must be an object'],
    ['{ "smoke": "a" "b" }', '1:16: is no JSON: comma expected'],
    ['{\n  "transform": {}\n}', '2:3: there is no key "transform": did you mean transforms?'],
    [
      '{ "transforms": { "run-mrege": "off" } }',
      'there is no transform "run-mrege": did you mean run-merge?',
    ],
    ['{ "transforms": { "run-merge": "on" } }', 'run-merge must be "off", "safe", "unsafe"'],
    ['{ "stages": "some" }', 'stages must be "shipped", "all"'],
    ['{ "smoke": 1 }', 'smoke must be a shell command'],
    ['{ "ignore": [1] }', 'ignore must be a text or a list of texts'],
    ['{ "overrides": {} }', 'overrides must be a list'],
    ['{ "overrides": [{ "smoke": "a" }] }', 'an override needs files'],
    ['{ "overrides": [{ "files": "a", "extends": "//" }] }', 'there is no key "extends"'],
    [`{ "smoke": "${'a'.repeat(1024 * 1024)}" }`, '1:1: is larger than a configuration can be'],
  ])('%.60s', async (text, message) => {
    put('dfslim.config.json', text)
    expect(await problemOf('Dockerfile')).toContain(message)
  })

  it('also in package.json', async () => {
    put('package.json', '{\n  "dfslim": { "stage": "all" }\n}')
    expect(await problemOf('Dockerfile')).toBe(
      'package.json:2:15: there is no key "stage": did you mean stages?',
    )
  })
})

describe('what editors and beginners get', () => {
  const schema = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8')) as {
    readonly properties: Readonly<Record<string, { readonly items?: { readonly properties: object } }>>
  }

  it('the schema knows the keys that are read', () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...settingKeys].sort())
    expect(Object.keys(schema.properties['overrides']!.items!.properties).sort()).toEqual(
      [...overrideKeys].sort(),
    )
  })

  it('the file of init is right as it is, and with its examples', async () => {
    expect(await readSettings(starter, 'file', ids)).toMatchObject({
      transforms: {},
      ignore: [],
      overrides: [],
    })
    const all = starter
      .replace(/\/\/ (?="[a-z-]+": |\{)/g, '')
      .replaceAll('"run-merge": "off"', '"run-merge": "off",')
    expect(await readSettings(all, 'file', ids)).toMatchObject({
      extends: ['//'],
      transforms: { 'run-merge': 'off' },
      smoke: 'app --version',
      overrides: [{ files: ['legacy/**'] }],
    })
  })
})
