import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import * as tables from '../src/knowledge/alpine-names.js'
import * as alpine from '../src/knowledge/languages-alpine.js'
import * as languages from '../src/knowledge/languages.js'
import { alpineNames, namesIn } from '../src/knowledge/packages.js'

const words = (text: string): string[] => text.match(/\S+/g) ?? []
const lists = readLists('__tests__/data/alpine.txt')
const named = [tables.curated, tables.high, tables.medium].map(namesIn)
const debianNames = named.flatMap((names) => [...names.keys()])

describe('names in Alpine', () => {
  it.each([undefined, '3.19', '3.20', '3.21', '3.22', '3.23', '3.24'])(
    'that can be given for release %s stand in the package lists on both sides of it',
    (release) => {
      const sides = release === undefined ? [...lists.keys()] : words(tables.alpineLists[release]!)
      const wrong = debianNames.flatMap((name) => {
        const found = alpineNames(name, release)
        const names = found?.kind === 'names' ? found.names : []
        return names.filter((alpine) => !sides.every((side) => lists.get(side)!.has(alpine)))
      })
      expect(wrong).toEqual([])
    },
  )

  it('are withheld only where a list lacks them', () => {
    const all = new Set(named.flatMap((names) => [...names.values()].flat()))
    for (const [list, names] of lists) {
      expect(words(tables.absentFrom[list]!)).toEqual([...all].filter((name) => !names.has(name)).sort())
      expect(names.size).toBeGreaterThan(1300)
    }
    const given = debianNames.filter((name) => alpineNames(name)?.kind === 'names')
    expect(given.length).toBeGreaterThan(1600)
  })

  it.each([undefined, '3.19', '3.22', '3.24'])(
    'leave none out for release %s that one list would refuse',
    (release) => {
      for (const name of debianNames) {
        const found = alpineNames(name, release)
        if (found !== undefined && found.kind !== 'names') expect(found).toMatchObject({ kind: 'refused' })
      }
    },
  )

  it('have the form of a package name', () => {
    for (const names of named.flatMap((table) => [...table.values()]))
      for (const name of names) expect(name).toMatch(/^[A-Za-z0-9][\w.+-]*$/)
  })
})

describe('the tables of packages', () => {
  it('say one thing of a name', () => {
    const others = [tables.builtins, tables.dropped, ...Object.values(tables.missing)].flatMap(words)
    const all = [
      ...Object.values({ ...tables })
        .filter(isNameTable)
        .flatMap(debianIn),
      ...others,
    ]
    expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([])
  })

  it('are sorted', () => {
    const texts = [tables.builtins, tables.dropped]
    for (const table of [tables.curated, tables.high, tables.medium, tables.missing, tables.absentFrom])
      texts.push(...Object.values(table))
    for (const text of texts) expect(words(text)).toEqual([...new Set(words(text))].sort())
    expect(Object.keys(tables.differences)).toEqual(Object.keys(tables.differences).sort())
  })

  it('say what differs of packages that they have', () => {
    for (const name of Object.keys(tables.differences))
      expect(alpineNames(name, '3.24')).toMatchObject({ differs: tables.differences[name] })
  })
})

describe('alpineNames', () => {
  const said = (name: string, release?: string): string => {
    const found = alpineNames(name, release)
    if (found?.kind !== 'names') return `(${found?.kind ?? 'unknown'})`
    return `${found.names.join(' ')} (${found.sure})`
  }

  it.each([
    ['curl', 'curl (curated)'],
    ['build-essential', 'build-base (curated)'],
    ['gcc', 'gcc musl-dev (curated)'],
    ['g++', 'g++ musl-dev (curated)'],
    ['libssl-dev', 'openssl-dev (curated)'],
    ['libssl3', 'libssl3 libcrypto3 (curated)'],
    ['libyaml-dev', 'yaml-dev (curated)'],
    ['python3-pip', 'py3-pip (curated)'],
    ['nodejs', 'nodejs (curated)'],
    ['xz-utils', 'xz (curated)'],
    ['rclone', 'rclone (high)'],
    ['shared-mime-info', 'shared-mime-info (medium)'],
    ['lldb', '(unknown)'],
    ['cron', '(builtin)'],
    ['apt-transport-https', '(dropped)'],
    ['wkhtmltopdf', '(refused)'],
    ['php7.4-fpm', '(refused)'],
    ['php8.2', '(refused)'],
    ['python', '(refused)'],
    ['python-dev', '(refused)'],
    ['python3.11', '(refused)'],
    ['gcc-12', '(refused)'],
    ['gcc-aarch64-linux-gnu', '(refused)'],
    ['libc6:i386', '(refused)'],
    ['curl=7.88.1-10', '(refused)'],
    ['nginx/bookworm', '(refused)'],
    ['linux-headers-amd64', '(refused)'],
    ['r-cran-ggplot2', '(refused)'],
    ['no-such-package', '(unknown)'],
    ['constructor', '(unknown)'],
    ['others', '(unknown)'],
    ['*', '(refused)'],
    ['', '(unknown)'],
  ])('%s is %s', (name, expected) => expect(said(name)).toBe(expected))

  it.each([
    ['gosu', '3.19', '(refused)'],
    ['gosu', '3.20', '(unknown)'],
    ['gosu', '3.23', 'gosu (curated)'],
    ['php-cli', '3.24', 'php84-cli (curated)'],
    ['fonts-lato', '3.24', '(unknown)'],
    ['curl', '3.18', '(unknown)'],
    ['curl', '3.25', '(unknown)'],
    ['curl', 'edge', '(unknown)'],
    ['python3.11', '3.18', '(unknown)'],
  ])('%s in Alpine %s is %s', (name, release, expected) => expect(said(name, release)).toBe(expected))

  it('says what differs, and why there is none', () => {
    expect(alpineNames('nginx')).toMatchObject({ differs: expect.stringContaining('/etc/nginx/http.d') })
    expect(alpineNames('curl')).not.toHaveProperty('differs')
    expect(alpineNames('gosu', '3.19')).toEqual({ kind: 'refused', refused: 'Alpine 3.19 has no gosu' })
    expect(alpineNames('python2.7')).toMatchObject({ refused: expect.stringContaining('Python 2') })
  })
})

describe('languages on Alpine', () => {
  const { gemSourcesOnAlpine, npmSourcesOnAlpine, pipSourcesOnAlpine } = alpine
  const sources = { ...gemSourcesOnAlpine, ...npmSourcesOnAlpine, ...pipSourcesOnAlpine }

  it.each([
    ['Flask', 'pure'],
    ['numpy', 'wheel'],
    ['psycopg2-binary', 'wheel'],
    ['pydantic_core', 'wheel'],
    ['torch', 'blocked'],
    ['opencv_python', 'blocked'],
    ['scikit-learn', 'blocked'],
    ['mypy', 'unknown'],
    ['flask[async]', 'unknown'],
    ['constructor', 'unknown'],
    ['', 'unknown'],
  ])('pip: %s is %s', (name, kind) => expect(alpine.pipOnAlpine(name)).toBe(kind))

  it('know what sources are built with and run with', () => {
    expect(alpine.pipOnAlpine('psycopg2')).toEqual({
      kind: 'source',
      alpineBuild: ['gcc', 'libpq-dev', 'musl-dev'],
      alpineRuntime: ['libpq'],
    })
    expect(alpine.npmOnAlpine('canvas')).toMatchObject({ kind: 'source' })
    expect(alpine.npmOnAlpine('node-sass')).toMatchObject({ alpineBuild: ['g++', 'make', 'python3'] })
    expect(alpine.npmOnAlpine('esbuild')).toBe('prebuilt')
    expect(alpine.npmOnAlpine('cypress')).toBe('blocked')
    expect(alpine.npmOnAlpine('left-pad')).toBe('unknown')
    expect(alpine.gemOnAlpine('pg')).toMatchObject({ alpineRuntime: ['libpq'] })
    expect(alpine.gemOnAlpine('bcrypt')).toMatchObject({ alpineBuild: ['gcc', 'make', 'musl-dev'] })
    expect(alpine.gemOnAlpine('rails')).toBe('unknown')
  })

  it('name packages that every list has, sorted', () => {
    for (const entry of Object.values(sources).flatMap((text) => text.split('>'))) {
      expect(words(entry)).toEqual([...new Set(words(entry))].sort())
      for (const name of words(entry))
        for (const [list, names] of lists) expect([list, name, names.has(name)]).toEqual([list, name, true])
    }
  })

  it('build from source on Alpine what is built from source on Debian, and call nothing pure that is not', () => {
    for (const name of Object.keys(languages.pipSources))
      expect([name, alpine.pipOnAlpine(name)]).toMatchObject([name, { kind: 'source' }])
    for (const name of Object.keys(languages.npmSources))
      expect([name, alpine.npmOnAlpine(name)]).toMatchObject([name, { kind: 'source' }])
    for (const name of Object.keys(languages.gemSources).filter(
      (gem) => !/^(grpc|google-protobuf)$/.test(gem),
    ))
      expect([name, alpine.gemOnAlpine(name)]).toMatchObject([name, { kind: 'source' }])
    for (const name of Object.keys(pipSourcesOnAlpine)) expect(languages.pipPackage(name)).not.toBe('pure')
  })

  it('call programs whose names in Alpine are known, but for a few', () => {
    const called = [...Object.values(languages.pipNeeds), ...Object.values(languages.npmNeeds)].flatMap(words)
    const unknown = new Set(called.filter((name) => alpineNames(name)?.kind !== 'names'))
    expect([...unknown]).toEqual(['wkhtmltopdf', 'libzbar0'])
  })
})

function isNameTable(table: unknown): table is tables.NameTable {
  return table === tables.curated || table === tables.high || table === tables.medium
}

const debianIn = (table: tables.NameTable): string[] =>
  Object.entries(table).flatMap(([pattern, text]) =>
    words(text).map((word) =>
      pattern === 'others' ? word.split('=')[0]! : pattern.split(' > ')[0]!.replace('*', word),
    ),
  )

/** Each list with the names that it holds. */
function readLists(path: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  let holders: string[] = []
  for (const line of readFileSync(path, 'utf8').split('\n').slice(3)) {
    if (!line.startsWith(' ')) holders = words(line)
    for (const holder of holders) {
      const names = found.get(holder) ?? new Set<string>()
      found.set(holder, names)
      if (line.startsWith(' ')) for (const name of words(line)) names.add(name)
    }
  }
  return found
}
