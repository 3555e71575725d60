import { describe, expect, it } from '@jest/globals'
import * as commands from '../src/knowledge/commands.js'
import * as languages from '../src/knowledge/languages.js'
import * as recommends from '../src/knowledge/recommends.js'
import { broughtBy, neverTouch, recommendsLostOf, recommendsOf } from '../src/knowledge/recommends.js'

const { lostCommand } = commands
const words = (text: string): string[] => text.match(/\S+/g) ?? []

describe('tables', () => {
  it.each([
    ['lostCommands', commands.lostCommands],
    ['lostCommandsOn.bookworm', commands.lostCommandsOn.bookworm],
    ['lostCommandsOn.trixie', commands.lostCommandsOn.trixie],
    ['ownCommands', commands.ownCommands],
    ['companions', commands.companions],
    ['brought', recommends.brought],
    ['evidenceWords', recommends.evidenceWords],
    ['gemSources', languages.gemSources],
    ['npmNeeds', languages.npmNeeds],
    ['npmSources', languages.npmSources],
    ['pipNeeds', languages.pipNeeds],
    ['pipSources', languages.pipSources],
  ])('%s is sorted and says nothing twice', (_, table) => {
    expect(Object.keys(table)).toEqual(Object.keys(table).sort())
    for (const list of Object.values(table).flatMap((entry) => entry.split('>')))
      expect(words(list)).toEqual([...new Set(words(list))].sort())
  })

  it.each(['needed', 'notUnderstood'] as const)('%s has one entry for a package and release', (name) => {
    const { both, bookworm, trixie } = recommends[name]
    for (const table of [both, bookworm, trixie]) {
      expect(Object.keys(table)).toEqual(Object.keys(table).sort())
      for (const entry of Object.values(table)) expect(new Set(words(entry)).size).toBe(words(entry).length)
    }
    for (const entry of Object.values(both)) expect(entry).toMatch(/^\d+\/\d+( |$)/)
    for (const entry of [bookworm, trixie].flatMap((table) => Object.values(table)))
      expect(entry).toMatch(/^\d+( |$)/)
    for (const key of [...Object.keys(bookworm), ...Object.keys(trixie)])
      expect(both).not.toHaveProperty([key])
  })

  it('knows a package as losing nothing or as losing something, not both', () => {
    const names = words(recommends.nothing).map((word) => word.split('=') as [string, string?])
    expect(names.map(([name]) => name)).toEqual([...new Set(names.map(([name]) => name))].sort())
    for (const [name, sizes = '0/0'] of names) {
      expect(sizes).toMatch(/^(\d+|x)\/(\d+|x)$/)
      const [bookworm, trixie] = sizes.split('/')
      expect(recommends.needed.both).not.toHaveProperty([name])
      if (bookworm !== 'x') expect(recommends.needed.bookworm).not.toHaveProperty([name])
      if (trixie !== 'x') expect(recommends.needed.trixie).not.toHaveProperty([name])
    }
  })

  it('has words of evidence for every package that is named conditionally', () => {
    const entries = Object.values(recommends.needed).flatMap((table) => Object.values(table))
    const conditional = entries.flatMap(words).filter((name) => name.endsWith('?'))
    for (const name of conditional) expect(recommends.evidenceWords).toHaveProperty([name.slice(0, -1)])
  })

  it('names no command as lost by two packages', () => {
    for (const release of ['bookworm', 'trixie'] as const) {
      const all = [commands.lostCommands, commands.lostCommandsOn[release]].flatMap((t) =>
        Object.values(t).flatMap(words),
      )
      expect(all.filter((command, i) => all.indexOf(command) !== i)).toEqual([])
    }
  })
})

describe('lostCommand', () => {
  const fate = (image: string, release: string | undefined, command: string): string => {
    const found = lostCommand(image, release, command)
    return found.kind === 'lost' ? [found.package, ...found.also].join(' ') : `(${found.kind})`
  }

  it.each([
    ['python', 'bookworm', 'git', 'git'],
    ['node', 'bookworm', 'git', 'git ca-certificates'],
    ['node', 'trixie', '/usr/bin/curl', 'curl ca-certificates'],
    ['python', 'trixie', 'gcc', 'gcc libc6-dev'],
    ['rust', 'trixie', 'gcc', '(kept)'],
    ['rust', 'trixie', 'make', 'make'],
    ['node', 'bookworm', 'python3', 'python3'],
    ['python', 'bookworm', 'python3', '(kept)'],
    ['python', 'bookworm', '/usr/bin/python3', 'python3'],
    ['python', 'bookworm', 'openssl', '(kept)'],
    ['node', 'bookworm', 'openssl', 'openssl'],
    ['python', 'bookworm', 'adduser', '(kept)'],
    ['python', 'trixie', 'adduser', 'adduser'],
    ['python', undefined, 'adduser', 'adduser'],
    ['node', 'bookworm', 'apt-key', 'gnupg'],
    ['node', 'bookworm', 'perl', 'perl'],
    ['perl', 'bookworm', 'perl', '(kept)'],
    ['node', 'bookworm', '/bin/bash', '(kept)'],
    ['node', 'bookworm', 'cd', '(kept)'],
    ['node', undefined, 'unzip', 'unzip'],
    ['node', 'bullseye', 'unzip', 'unzip'],
    ['node', 'buster', 'unzip', '(unknown)'],
    ['node', 'buster', 'useradd', '(kept)'],
    ['node', 'bookworm', 'ping', '(unknown)'],
    ['erlang', 'bookworm', 'git', '(unknown)'],
    ['erlang', 'bookworm', 'erl', '(kept)'],
    ['debian', undefined, 'anything', '(kept)'],
    ['ubuntu', 'bookworm', 'cp', '(unknown)'],
    ['constructor', 'bookworm', 'cp', '(unknown)'],
    ['node', 'bookworm', '', '(unknown)'],
    ['node', 'bookworm', '/usr/local/bin/git', '(unknown)'],
    ['node', 'bookworm', './configure', '(unknown)'],
    ['node', 'bookworm', 'bookworm/apt-key', '(unknown)'],
  ])('%s on %s: %s -> %s', (image, release, command, expected) =>
    expect(fate(image, release, command)).toBe(expected),
  )

  it('says "kept" to no command that the measured images lose, but for builtins and what they bring themselves', () => {
    for (const list of Object.values(commands.lostCommands))
      for (const command of words(list).filter((name) => name !== 'kill'))
        expect([command, lostCommand('node', 'bookworm', command).kind]).toEqual([command, 'lost'])
  })

  it('knows what tar calls, and what unpacks a file', () => {
    const options = ['xJf', '-xjf', '--xz', '-xzf', 'xf', '-C', '--strip-components=1']
    expect(options.map(commands.tarFilterOf)).toEqual([
      'xz',
      'bzip2',
      'xz',
      'gzip',
      undefined,
      undefined,
      undefined,
    ])
    const files = ['a.tar.xz', 'a.tbz2', 'a.tgz', 'a.zip', 'a.tar']
    expect(files.map(commands.unpackerOf)).toEqual(['xz', 'bzip2', 'gzip', 'unzip', undefined])
    expect(commands.installsPackages('pip')).toBe(true)
    expect(commands.installsPackages('ls')).toBe(false)
  })
})

describe('recommendsOf', () => {
  const needs = (pkg: string, release = 'bookworm', text = ''): string => {
    const found = recommendsOf(pkg, release)
    if (found.kind === 'conditional')
      return [
        ...found.packages,
        ...found.when.flatMap((w) => (w.evidence.test(text) ? w.packages : [])),
      ].join(' ')
    return found.kind === 'adds' ? found.packages.join(' ') : `(${found.kind})`
  }

  it.each([
    ['curl', 'ca-certificates'],
    ['wget', 'ca-certificates'],
    ['python3', 'ca-certificates'],
    ['nodejs', 'ca-certificates'],
    ['git', 'ca-certificates'],
    ['gcc', 'libc6-dev'],
    ['autoconf', 'automake'],
    ['libtool', 'libltdl-dev'],
    ['cmake', 'ca-certificates gcc libc6-dev make'],
    ['xvfb', 'xauth xfonts-base'],
    ['make', '(none)'],
    ['g++', '(none)'],
    ['libssl-dev', '(none)'],
    ['texlive-latex-base', '(never)'],
    ['r-base', '(never)'],
    ['devscripts', '(never)'],
    ['clang', '(unknown)'],
    ['no-such-package', '(unknown)'],
    ['constructor', '(unknown)'],
  ])('%s needs %s', (pkg, expected) => expect(needs(pkg)).toBe(expected))

  it.each([
    ['git', 'git clone git@github.com:a/b', 'ca-certificates openssh-client'],
    ['git', 'RUN --mount=type=ssh make', 'ca-certificates openssh-client'],
    ['git', 'apt-get install openssh-server', 'ca-certificates'],
    ['zip', 'unzip a.zip', 'unzip'],
    ['procps', 'killall node', 'psmisc'],
    ['procps', 'kill 1', ''],
    ['build-essential', 'gpg --recv-keys 1', 'gnupg'],
    ['vim', 'xxd a', 'xxd'],
  ])('%s with `%s` needs `%s`', (pkg, text, expected) => expect(needs(pkg, 'bookworm', text)).toBe(expected))

  it('keeps the compiler beside pip unless all that pip installs is known', () => {
    const pip = recommendsOf('python3-pip', 'trixie')
    if (pip.kind !== 'conditional') throw new Error(pip.kind)
    const compiler = pip.when.find(({ packages }) => packages.includes('build-essential'))!
    expect(compiler.evidence.test('pip install flask')).toBe(true)
    expect(compiler.evenIfPrebuilt.test('pip install flask')).toBe(false)
    expect(compiler.evenIfPrebuilt.test('make && pip install flask')).toBe(true)
  })

  it('knows bookworm and trixie only', () => {
    for (const release of [undefined, 'bullseye', 'jammy', 'forky', ''])
      for (const pkg of ['curl', 'git', 'make']) {
        expect(recommendsOf(pkg, release)).toEqual({ kind: 'unknown' })
        expect(recommendsLostOf(pkg, release)).toBeUndefined()
      }
    expect(neverTouch('texlive-full')).toBe(true)
    expect(neverTouch('curl')).toBe(false)
  })

  it('names what an unsafe change would lose', () => {
    expect(recommendsLostOf('clang', 'bookworm')?.lost).toContain('llvm-14-dev')
    expect(recommendsLostOf('git', 'bookworm')?.lost).toContain('ca-certificates')
    expect(recommendsLostOf('make', 'bookworm')).toEqual({ lost: [], megabytes: 0 })
    expect(recommendsLostOf('no-such-package', 'bookworm')).toBeUndefined()
    const names = Object.values(recommends.notUnderstood).flatMap((table) => Object.keys(table))
    for (const name of names)
      expect(recommendsLostOf(name, 'trixie')?.lost.length ?? 0).toBeLessThanOrEqual(8)
  })

  it('knows what a package brings along', () => {
    for (const name of ['g++', 'gcc', 'libc6-dev', 'make'])
      expect(broughtBy(name)).toContain('build-essential')
    expect(broughtBy('no-such-package')).toEqual([])
  })
})

describe('languages', () => {
  it.each([
    ['Flask', 'pure'],
    ['ruamel.yaml', 'unknown'],
    ['zope.interface', 'unknown'],
    ['Flask_Cors', 'pure'],
    ['numpy', 'wheel'],
    ['psycopg2-binary', 'wheel'],
    ['uvicorn[standard]', 'wheel'],
    ['flask[async]', 'unknown'],
    ['constructor', 'unknown'],
    ['', 'unknown'],
  ])('pip: %s is %s', (name, kind) => expect(languages.pipPackage(name)).toBe(kind))

  it('knows what sources are built with and run with', () => {
    expect(languages.pipPackage('psycopg2')).toEqual({
      kind: 'source',
      debianBuild: ['gcc', 'libc6-dev', 'libpq-dev'],
      debianRuntime: ['libpq5'],
    })
    expect(languages.gemPackage('pg')).toMatchObject({ kind: 'source', debianRuntime: ['libpq5'] })
    expect(languages.gemPackage('rails')).toBe('unknown')
    expect(languages.npmPackage('node-sass')).toMatchObject({ debianBuild: ['g++', 'make', 'python3'] })
    expect(languages.npmPackage('esbuild')).toBe('prebuilt')
    expect(languages.npmPackage('left-pad')).toBe('unknown')
  })

  it('knows what packages call', () => {
    expect(languages.pipNeedsCommand('GitPython')).toEqual(['git'])
    expect(languages.pipNeedsCommand('opencv_python')).toEqual(['libgl1', 'libglib2.0-0'])
    expect(languages.pipNeedsCommand('flask')).toBeUndefined()
    expect(languages.npmNeedsCommand('prisma')).toEqual(['openssl'])
    expect(languages.npmNeedsCommand('express')).toBeUndefined()
  })

  it('has no name in two answers', () => {
    for (const name of Object.keys(languages.pipSources))
      expect(languages.pipPackage(name)).toMatchObject({ kind: 'source' })
    for (const name of Object.keys(languages.npmSources))
      expect(languages.npmPackage(name)).toMatchObject({ kind: 'source' })
  })
})
