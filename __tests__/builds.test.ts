import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { buildsIn, describesBuilds } from '../src/project/builds.js'
import { findDockerfiles } from '../src/project/find.js'

let cwd: string
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'dfslim-builds-')))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function put(path: string, text = 'FROM scratch\n'): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), text)
}

/** What a file describes, seen from its folder. */
async function told(name: string, text: string): Promise<readonly string[]> {
  put(name, text)
  const from = (path: string): string => path.slice(cwd.length + 1) || '.'
  return (await buildsIn(join(cwd, name))).map(
    ({ dockerfile, context, target }) => `${from(dockerfile)} in ${from(context)} for ${target ?? 'all'}`,
  )
}

it.each([
  ['compose.yaml', true],
  ['docker-compose.yml', true],
  ['docker-compose.prod.yml', true],
  ['docker-bake.hcl', true],
  ['docker-bake.override.json', true],
  ['my-compose.yml', false],
  ['compose.yaml.j2', false],
])('%s describes builds: %s', (name, expected) => expect(describesBuilds(name)).toBe(expected))

describe('compose', () => {
  it('names folders, files and targets, also by anchors', async () => {
    const text = `
x-build: &build
  context: ./api
  target: dev
services:
  web:
    build: ./web
  api:
    build:
      <<: *build
      dockerfile: docker/Api.dockerfile
  db:
    image: postgres
`
    expect(await told('compose.yaml', text)).toEqual([
      'web/Dockerfile in web for all',
      'api/docker/Api.dockerfile in api for dev',
    ])
  })

  it.each([
    ['a variable', 'services: { a: { build: "${DIR}" } }'],
    ['an address', 'services: { a: { build: "https://example.com/a.git" } }'],
    ['a file in the text', 'services: { a: { build: { context: ., dockerfile_inline: "FROM a" } } }'],
    ['no YAML', 'services: [}'],
    ['another form', 'services: [a, b]'],
    [
      'aliases without end',
      `a: &a [x]\n${'bcdefghij'
        .split('')
        .map((c, i) => `${c}: &${c} [${Array(20).fill(`*${'abcdefghi'[i]}`).join(',')}]`)
        .join('\n')}\nservices: *j`,
    ],
  ])('says nothing of %s', async (_, text) => expect(await told('compose.yml', text)).toEqual([]))
})

describe('bake', () => {
  it('in JSON', async () => {
    const text = '{ "target": { "app": { "dockerfile": "app.Dockerfile", "target": "release" }, "b": {} } }'
    expect(await told('docker-bake.json', text)).toEqual([
      'app.Dockerfile in . for release',
      'Dockerfile in . for all',
    ])
  })

  it('in HCL', async () => {
    const text = `
variable "TAG" { default = "1" }
# target "no" { }
target "app" {
  context    = "services/app"
  dockerfile = "Dockerfile.app" 
  target     = "release"
  args = {
    target = "inner"
  }
}
target "other" {
  dockerfile = "\${TAG}.Dockerfile"
}
group "default" { targets = ["app"] }
`
    expect(await told('docker-bake.hcl', text)).toEqual([
      'services/app/Dockerfile.app in services/app for release',
    ])
  })
})

describe('a walk', () => {
  it('finds what they name, with the context and the targets, each file once', async () => {
    put('api/image.docker')
    put('web/Dockerfile')
    put(
      'compose.yaml',
      'services: { web: { build: { context: ., dockerfile: web/Dockerfile, target: dev } }, api: { build: { context: api, dockerfile: image.docker } } }',
    )
    put('docker-bake.json', '{ "target": { "web": { "dockerfile": "web/Dockerfile", "target": "prod" } } }')
    const { files } = await findDockerfiles(['.'], cwd)
    expect(files.map(({ path, context, targets }) => ({ path, context, targets }))).toEqual([
      { path: 'api/image.docker', context: join(cwd, 'api'), targets: undefined },
      { path: 'web/Dockerfile', context: cwd, targets: ['dev', 'prod'] },
    ])
  })

  it('takes nothing from outside, and no context of which there are two', async () => {
    put('in/Dockerfile')
    put('outside/Dockerfile')
    put(
      'in/compose.yaml',
      'services: { a: { build: ../outside }, b: { build: . }, c: { build: { context: sub, dockerfile: ../Dockerfile } } }',
    )
    put('in/sub/a')
    const { files } = await findDockerfiles(['in'], cwd)
    expect(files.map(({ path, context }) => ({ path, context }))).toEqual([
      { path: 'in/Dockerfile', context: undefined },
    ])
  })

  it('finds names with a line end in them', async () => {
    put('a\nb.Dockerfile')
    expect((await findDockerfiles(['.'], cwd)).files.map(({ path }) => path)).toEqual(['a\nb.Dockerfile'])
  })
})
