import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { contextOf } from '../src/project/context.js'
import { readDockerignore } from '../src/project/dockerignore.js'
import { gemsNamedIn, lockedBundler } from '../src/context/gemfile.js'
import { gemsIn } from '../src/context/gem-lock.js'
import { readGlob } from '../src/context/globs.js'
import { pipfileLock, tomlLock } from '../src/context/python-locks.js'

/** Answers of github.com/moby/patternmatcher 0.6.1 and of Go's filepath.Match; null: an error. */
const answers = JSON.parse(readFileSync('__tests__/data/patterns.json', 'utf8')) as {
  readonly paths: readonly string[]
  readonly dockerignore: readonly (readonly [text: string, ignored: readonly string[] | null])[]
  readonly names: readonly string[]
  readonly globs: readonly (readonly [pattern: string, matches: readonly string[] | null])[]
}

/** What Docker reads in a way that is an accident of its own, and is not followed here. */
const notFollowed = ['\\#a', '\\!a', 'b.js\\']

describe('.dockerignore keeps out what Docker keeps out', () => {
  it.each(answers.dockerignore)('%j', (text, ignored) => {
    const rules = readDockerignore(text)
    if (ignored === null || (rules === undefined && notFollowed.includes(text)))
      return expect(rules).toBeUndefined()
    expect(answers.paths.filter((path) => rules!.isIgnored(path))).toEqual(ignored)
    for (const path of answers.paths.filter((name) => !ignored.includes(name)))
      for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
        const folder = path.slice(0, at)
        expect([folder, rules!.isIgnored(folder) && !rules!.mayKeepBelow(folder)]).toEqual([folder, false])
      }
  })
})

describe('patterns of COPY match what they match in Go', () => {
  it.each(answers.globs)('%j', (pattern, matches) => {
    const glob = readGlob(pattern)
    if (glob === undefined) expect([null, pattern.startsWith('\\') ? matches : null]).toContainEqual(matches)
    else expect(answers.names.filter((name) => glob(name))).toEqual(matches)
  })
})

describe('the build context', () => {
  let folder: string
  const put = (path: string, text = ''): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dfslim-context-'))
    for (const path of ['Dockerfile', 'a.js', 'src/b.js', 'src/c.txt', 'node_modules/x/index.js']) put(path)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is without what .dockerignore names', () => {
    put('.dockerignore', 'node_modules\n*.js\n!src/*.js\n')
    const context = contextOf(folder)
    expect(context.list('.')).toEqual(['.dockerignore', 'Dockerfile', 'src/b.js', 'src/c.txt'])
    expect([context.read('a.js'), context.read('src/b.js')]).toEqual([undefined, ''])
    expect([context.list('a.js'), context.list('node_modules')]).toEqual([undefined, undefined])
  })

  it('heeds the ignore file of a Dockerfile before that of the folder', () => {
    put('.dockerignore', '*\n')
    put('Dockerfile.dockerignore', 'src\n')
    expect(contextOf(folder, 'Dockerfile').list('src')).toBeUndefined()
    expect(contextOf(folder, 'Dockerfile').list('a.js')).toEqual(['a.js'])
    expect(contextOf(folder, 'other.Dockerfile').list('.')).toEqual([])
    put('Dockerfile.dockerignore', '')
    expect(contextOf(folder, 'Dockerfile').list('src')).toHaveLength(2)
  })

  it('cannot be seen behind an ignore file that cannot be read', () => {
    put('.dockerignore', 'a[\n')
    expect([contextOf(folder).list('.'), contextOf(folder).read('a.js')]).toEqual([undefined, undefined])
    put('.dockerignore', '\0')
    expect(contextOf(folder).list('.')).toBeUndefined()
  })

  it('does not count what is ignored', () => {
    for (let i = 0; i <= 400; i++) put(`node_modules/${i}/index.js`)
    expect(contextOf(folder).list('.')).toBeUndefined()
    put('.dockerignore', '**/node_modules\n!keep\n')
    expect(contextOf(folder).list('.')).toHaveLength(5)
  })

  it('reads the ignore file when asked, not before', () => {
    const context = contextOf(folder)
    put('.dockerignore', '*.js\n')
    expect(context.read('a.js')).toBeUndefined()
  })
})

describe('a Gemfile.lock', () => {
  it('names the gems of its sources, and which are binaries or cloned', () => {
    const text = [
      ...['GIT', '  remote: https://example.com/a.git', '  specs:', '    a (0.1.0)', '      rack (>= 2)', ''],
      ...['PATH', '  remote: lib', '  specs:', '    own (1.0)', ''],
      ...['GEM', '  remote: https://rubygems.org/', '  specs:', '    nokogiri (1.16.5)'],
      ...['    nokogiri (1.16.5-x86_64-linux)', '    pg (1.5.6)', '    pg (1.5.6-x64-mingw32)', ''],
      ...[
        'PLATFORMS',
        '  ruby',
        '',
        'DEPENDENCIES',
        '  a!',
        '  pg (~> 1.5)',
        '',
        'BUNDLED WITH',
        '   2.5.10',
        '',
      ],
    ]
    const expected = [
      { name: 'a', isBinary: false, isCloned: true },
      { name: 'own', isBinary: false, isCloned: false },
      { name: 'nokogiri', isBinary: true, isCloned: false },
      { name: 'pg', isBinary: false, isCloned: false },
    ]
    expect(gemsIn(text.join('\n'))).toEqual(expected)
    expect(gemsIn(text.join('\r\n'))).toEqual(expected)
  })

  it('is none without a gem', () => {
    expect([gemsIn(''), gemsIn('pg (1.5.6)\n')]).toEqual([undefined, undefined])
  })
})

describe('a Gemfile', () => {
  const groupsIn = (...lines: string[]) =>
    gemsNamedIn(lines.join('\n'))?.map(({ name, groups }) => [name, ...groups].join(' '))

  it('names gems and the groups that they are in', () => {
    const lines = [
      ...['source "https://rubygems.org"', 'ruby File.read(".ruby-version").strip # 3.3', '', 'gem "rails"'],
      ...['gem "pg", "~> 1.5", require: false # a database', 'group :development, :test do', '  gem "debug"'],
      ...['  platforms :mri do', "    gem 'byebug', '>= 11',", "      group: 'late'", '  end', 'end'],
      ...['group(:test) do', 'gem("rspec")', 'end', 'gem "rerun", groups: %i[development ci]'],
      ...['gem "pry", :group => [:development, "test"] if ENV["PRY"]', 'group :docs, optional: true do'],
      ...[
        '  gem "yard"',
        'end',
        'if ENV["X"]',
        '  gem "x"',
        'end',
        'source "https://a" do',
        'gem "y"',
        'end',
      ],
    ]
    const expected = [
      ...['rails', 'pg', 'debug development test', 'byebug development test late', 'rspec test'],
      ...['rerun development ci', 'pry development test', 'yard docs', 'x', 'y'],
    ]
    expect(groupsIn(...lines)).toEqual(expected)
    expect(groupsIn(lines.join('\r\n'))).toEqual(expected)
  })

  it.each([
    'eval_gemfile "other"',
    'gemspec',
    'gem name',
    'gem "a", group: groups',
    'group name do\nend',
    'group :test do\n  gem "a"',
    'end',
    '%w[a b].each do |name|\n  gem name\nend',
    'def add(name)\nend',
  ])('is not read where it is no plain list: %s', (text) => {
    expect(gemsNamedIn(text)).toBeUndefined()
  })

  it('has a lock file that tells which bundler wrote it', () => {
    const lock = 'GEM\n  specs:\n\nBUNDLED WITH\n   2.5.10\n'
    expect([lockedBundler(lock), lockedBundler('GEM\n')]).toEqual(['2.5.10', undefined])
  })
})

describe('lock files of Python', () => {
  const said = (packages: ReturnType<typeof tomlLock>): string | undefined =>
    packages?.map(({ name, from, isDev }) => `${name} ${from}${isDev ? ' dev' : ''}`).join(', ')

  it('reads a Pipfile.lock', () => {
    const lock = {
      default: {
        click: { version: '==8.1.7' },
        needle: { git: 'https://example.com/needle.git', ref: 'a1' },
      },
      develop: { pytest: { version: '==8.2.0' }, own: { path: '.', editable: true } },
    }
    expect(said(pipfileLock(JSON.stringify(lock)))).toBe(
      'click registry, needle elsewhere, pytest registry dev, own elsewhere dev',
    )
    expect([pipfileLock('{}'), pipfileLock('[packages]')]).toEqual([undefined, undefined])
  })

  it('reads what poetry writes', () => {
    const text = `# This file is automatically generated by Poetry 1.8.3 and should not be changed by hand.

[[package]]
name = "click"
version = "8.1.7"

[package.dependencies]
colorama = {version = "*", markers = "platform_system == \\"Windows\\""}

[[package]]
name = "needle"
version = "0.1.0"

[package.source]
type = "git"
url = "https://example.com/needle.git"

[[package]]
name = "thread"
version = "2.0"

[package.source]
type = "legacy"
url = "https://example.com/simple"
reference = "own"

[metadata]
lock-version = "2.0"
`
    expect(said(tomlLock(text))).toBe('click registry, needle elsewhere, thread registry')
    expect(said(tomlLock(text.replace(/\n/g, '\r\n')))).toBe(
      'click registry, needle elsewhere, thread registry',
    )
  })

  it('reads what uv writes', () => {
    const text = `version = 1

[[package]]
name = "click"
version = "8.1.7"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "greeter"
version = "0.1.0"
source = { editable = "." }

[package.dev-dependencies]
dev = [{ name = "pytest" }]

[[package]]
name = "member"
version = "0.1.0"
source = { virtual = "packages/member" }

[[package]]
name = "needle"
version = "0.1.0"
source = { git = "https://example.com/needle.git#a1" }
`
    expect(said(tomlLock(text))).toBe('click registry, greeter project, member virtual, needle elsewhere')
  })

  it('reads what pdm writes', () => {
    const text = `# This file is @generated by PDM.

[metadata]
groups = ["default"]

[[package]]
name = "click"
version = "8.1.7"

[[package]]
name = "needle"
version = "0.1.0"
git = "https://example.com/needle.git"
`
    expect(said(tomlLock(text))).toBe('click registry, needle elsewhere')
  })

  it('reads nothing that has no names', () => {
    expect(tomlLock('version = 1\n\n[[package]]\nversion = "1"\n')).toBeUndefined()
    expect(tomlLock('')).toBeUndefined()
    expect(tomlLock('package = []\n')).toEqual([])
  })
})
