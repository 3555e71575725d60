import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import {
  alpineFor,
  debianFor,
  type Distribution,
  distributionOf,
  releaseOf,
} from '../src/knowledge/distributions.js'
import { hasRootUser } from '../src/knowledge/images.js'
import { jreTags } from '../src/knowledge/jre-tags.js'
import { alpineTags, slimTags } from '../src/knowledge/tags.js'
import {
  alpineTwin,
  isMirrored,
  jreTwin,
  slimLacks,
  slimTwin,
  tagsIn,
  withoutSuite,
} from '../src/knowledge/twins.js'
import { spreadIn } from '../src/knowledge/words.js'

interface Twins {
  slim?: string
  alpine?: string
  jre?: string
}

const natural = new Intl.Collator('en', { numeric: true }).compare
const listed = readList('__tests__/data/twins.txt')
const allTags = [...listed].flatMap(([image, tags]) =>
  [...tags].map(([tag, twins]) => ({ image, tag, twins })),
)

/** These are Oracle Linux, and their slim twins Debian. */
const isOracleLinux = (image: string, tag: string): boolean =>
  image === 'openjdk' && /^((1[2-9]|2\d)(\.[\d.]+)?(-jdk)?|jdk|latest)$/.test(tag)

describe('the list of official images', () => {
  it('is all there', () => {
    const count = (kind: keyof Twins): number =>
      allTags.filter(({ twins }) => twins[kind] !== undefined).length
    expect([count('slim'), count('alpine'), count('jre')]).toEqual([8767, 8635, 5349])
    expect(
      allTags.filter(({ twins }) => twins.slim !== undefined || twins.alpine !== undefined),
    ).toHaveLength(15023)
  })

  it('gives the twins that it lists, and no others', () => {
    const wrong = allTags.flatMap(({ image, tag, twins }) => {
      const slim = isOracleLinux(image, tag) ? undefined : twins.slim
      const expected = [slim, twins.alpine, twins.jre]
      const given = [slimTwin(image, tag), alpineTwin(image, tag), jreTwin(image, tag)]
      return String(given) === String(expected) ? [] : [`${image}:${tag} -> ${String(given)}`]
    })
    expect(wrong).toEqual([])
  })

  it('gives nothing for tags that are not on it: other versions, typos, more or less of a name', () => {
    let tried = 0
    const wrong = allTags.flatMap(({ image, tag }) =>
      neighboursOf(tag)
        .filter((neighbour) => !listed.get(image)!.has(neighbour))
        .filter((neighbour) => {
          tried++
          return [slimTwin, alpineTwin, jreTwin].some((twin) => twin(image, neighbour) !== undefined)
        })
        .map((neighbour) => `${image}:${neighbour}`),
    )
    expect(tried).toBeGreaterThan(200_000)
    expect(wrong).toEqual([])
  })

  it('gives no twin of another image', () => {
    const images = [...listed.keys(), 'alpine', 'ubuntu', 'buildpack-deps', 'me/node', 'constructor', '']
    const wrong = images.flatMap((image) =>
      allTags
        .filter(({ tag }) => listed.get(image)?.has(tag) !== true)
        .filter(({ tag }) => [slimTwin, alpineTwin, jreTwin].some((twin) => twin(image, tag) !== undefined))
        .map(({ tag }) => `${image}:${tag}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('the tables of tags', () => {
  it.each([
    ['slimTags', slimTags],
    ['alpineTags', alpineTags],
    ['jreTags', jreTags],
  ])('%s has every tag once, images and versions in order', (_, table) => {
    expect(Object.keys(table)).toEqual(Object.keys(table).sort())
    for (const groups of Object.values(table)) {
      const tags = tagsIn(groups)
      expect(new Set(tags).size).toBe(tags.length)
      for (const heads of Object.values(groups)) {
        const plain = heads.match(/\S+/g)!.filter((head) => /^\d+(\.\d+)*$/.test(head))
        expect(plain).toEqual([...plain].sort(natural))
      }
    }
  })

  it('spreads braces as a shell does', () => {
    expect(spreadIn('a 3.{0..2,5}{,-b} {x}')).toEqual(
      'a 3.0 3.0-b 3.1 3.1-b 3.2 3.2-b 3.5 3.5-b x'.split(' '),
    )
  })
})

describe('slimTwin', () => {
  it.each([
    ['debian', '12', '12-slim'],
    ['debian', 'bookworm', 'bookworm-slim'],
    ['debian', 'stable', 'stable-slim'],
    ['elixir', '1.17-otp-27', '1.17-otp-27-slim'],
    ['erlang', '26', '26-slim'],
    ['haskell', '9.6-buster', '9.6-slim-buster'],
    ['nginx', '1.27-alpine', '1.27-alpine-slim'],
    ['node', '22', '22-slim'],
    ['node', '22-bookworm', '22-bookworm-slim'],
    ['node', 'latest', 'slim'],
    ['node', 'lts', 'lts-slim'],
    ['openjdk', '8-jdk', '8-jdk-slim'],
    ['openjdk', '11.0.16-jre-bullseye', '11.0.16-jre-slim-bullseye'],
    ['openjdk', '17-jdk-buster', '17-jdk-slim-buster'],
    ['oraclelinux', '9', '9-slim'],
    ['perl', '5.36-threaded-bookworm', '5.36-slim-threaded-bookworm'],
    ['pypy', '3.10', '3.10-slim'],
    ['python', '3.12', '3.12-slim'],
    ['python', '3.12-bookworm', '3.12-slim-bookworm'],
    ['python', 'bookworm', 'slim-bookworm'],
    ['python', 'latest', 'slim'],
    ['rockylinux', '9', '9-minimal'],
    ['ruby', '3.3.0-bookworm', '3.3.0-slim-bookworm'],
    ['rust', '1.75', '1.75-slim'],
    ['swift', '6.2-noble', '6.2-noble-slim'],
  ])('%s:%s -> %s', (image, tag, twin) => expect(slimTwin(image, tag)).toBe(twin))

  it.each([
    ['debian', 'latest'],
    ['debian', '99'],
    ['golang', '1.22'],
    ['node', '22-alpine'],
    ['node', '99'],
    ['openjdk', '17'],
    ['openjdk', '17-jdk'],
    ['openjdk', '17-jdk-oraclelinux8'],
    ['openjdk', 'latest'],
    ['php', '8.3'],
    ['python', ''],
    ['python', '3.12-slim'],
    ['python', '3.12-bookworm-slim'],
    ['python', '3.14-jessie'],
    ['python', 'latest-bookworm'],
    ['python', 'plain'],
    ['ubuntu', '22.04'],
  ])('%s:%s has none that is known', (image, tag) => expect(slimTwin(image, tag)).toBeUndefined())

  it('gives a tag of the same release, which has no twin itself', () => {
    const wrong = allTags.filter(({ image, tag }) => {
      const twin = slimTwin(image, tag)
      if (twin === undefined) return false
      return slimTwin(image, twin) !== undefined || releaseOf(image, twin) !== releaseOf(image, tag)
    })
    expect(wrong).toEqual([])
  })

  it('says what an image lacks that it is made for', () => {
    expect(slimLacks('swift')).toMatch(/compiler/)
    expect(slimLacks('python')).toBeUndefined()
    for (const image of Object.keys(slimTags).filter((name) => slimLacks(name) !== undefined))
      expect(slimLacks(image)).toMatch(/^[^.]+$/)
  })
})

describe('isMirrored', () => {
  it.each(['3.12', '3.6', 'latest', '3', '3.12-bookworm', 'slim-bullseye'])('python:%s', (tag) =>
    expect(isMirrored('python', tag)).toBe(true),
  )
  it.each(['2.7', '3.4', '3.8.1', '3.7-buster', '3.7-stretch', '99', ''])('not known: python:%s', (tag) =>
    expect(isMirrored('python', tag)).toBe(false),
  )
})

describe('alpineTwin', () => {
  it.each([
    ['node', '22', '22-alpine'],
    ['node', 'latest', 'alpine'],
    ['python', '3.12', '3.12-alpine'],
    ['nginx', '1.27-perl', '1.27-alpine-perl'],
    ['php', '8.3-fpm', '8.3-fpm-alpine'],
    ['eclipse-temurin', '21-jre', '21-jre-alpine'],
    ['traefik', 'v1.7.28', 'v1.7.28-alpine'],
  ])('%s:%s -> %s', (image, tag, twin) => expect(alpineTwin(image, tag)).toBe(twin))

  it.each([
    ['debian', '12'],
    ['ubuntu', '24.04'],
    ['buildpack-deps', 'bookworm'],
    ['node', '22-alpine'],
    ['node', '22-slim'],
    ['python', '3.12-bookworm'],
    ['php', '8.3-apache'],
  ])('%s:%s has none that is known', (image, tag) => expect(alpineTwin(image, tag)).toBeUndefined())

  it('knows the tag without its release', () => {
    expect(withoutSuite('3.12-bookworm')).toBe('3.12')
    expect(withoutSuite('bookworm')).toBe('latest')
    expect(['3.12', '3.12-slim', 'bookworm-slim', ''].map(withoutSuite)).toEqual(Array(4).fill(undefined))
  })
})

describe('jreTwin', () => {
  it.each([
    ['openjdk', '8', '8-jre'],
    ['openjdk', '8-slim', '8-jre-slim'],
    ['openjdk', '11-jdk-slim-buster', '11-jre-slim-buster'],
    ['openjdk', '8u212-b04', '8u212-b04-jre'],
    ['eclipse-temurin', '17', '17-jre'],
    ['eclipse-temurin', '21-alpine', '21-jre-alpine'],
    ['eclipse-temurin', '17-jdk-jammy', '17-jre-jammy'],
    ['amazoncorretto', '8-alpine', '8-alpine-jre'],
    ['ibm-semeru-runtimes', 'open-17-jdk', 'open-17-jre'],
    ['tomcat', '10.1-jdk17-temurin-jammy', '10.1-jre17-temurin-jammy'],
  ])('%s:%s -> %s', (image, tag, twin) => expect(jreTwin(image, tag)).toBe(twin))

  it.each([
    ['openjdk', '17'],
    ['openjdk', '17-jdk'],
    ['openjdk', '8-jre'],
    ['openjdk', 'latest'],
    ['eclipse-temurin', '16'],
    ['eclipse-temurin', 'latest'],
    ['amazoncorretto', '17'],
    ['tomcat', '9'],
    ['maven', '3-eclipse-temurin-17'],
  ])('%s:%s has none that is known', (image, tag) => expect(jreTwin(image, tag)).toBeUndefined())
})

describe('distributionOf', () => {
  const said = (found: Distribution | undefined): string =>
    found === undefined ? '(unknown)' : [found.family, found.release ?? '?'].join(' ')

  it.each([
    ['debian', '12', 'debian bookworm'],
    ['debian', 'bookworm-20240110-slim', 'debian bookworm'],
    ['debian', 'latest', 'debian ?'],
    ['debian', 'sid', 'debian ?'],
    ['ubuntu', '22.04', 'ubuntu jammy'],
    ['ubuntu', 'jammy-20240111', 'ubuntu jammy'],
    ['ubuntu', 'latest', 'ubuntu ?'],
    ['alpine', '3.20.3', 'alpine 3.20'],
    ['alpine', 'edge', 'alpine ?'],
    ['almalinux', '9.4-minimal', 'el 9'],
    ['centos', 'centos7', 'el 7'],
    ['centos', '7.9.2009', 'el 7'],
    ['rockylinux', 'latest', 'el ?'],
    ['amazonlinux', '2', 'amazon 2'],
    ['fedora', '40', 'fedora 40'],
    ['python', '3.12-slim-bookworm', 'debian bookworm'],
    ['python', '3.12-alpine3.20', 'alpine 3.20'],
    ['python', '3.12-alpine', 'alpine ?'],
    ['python', '3.12', '(unknown)'],
    ['python', '3.12-windowsservercore-ltsc2022', 'windows ?'],
    ['eclipse-temurin', '21-jre-alpine-3.22', 'alpine 3.22'],
    ['eclipse-temurin', '17-jdk-jammy', 'ubuntu jammy'],
    ['eclipse-temurin', '17-jdk-ubi9-minimal', 'el 9'],
    ['openjdk', '17-jdk-oraclelinux8', 'el 8'],
    ['openjdk', '11-jdk-sid', 'debian ?'],
    ['amazoncorretto', '17-al2023-jdk', 'amazon 2023'],
    ['buildpack-deps', 'noble-scm', 'ubuntu noble'],
    ['nginx', '1.27-alpine3.19-slim', 'alpine 3.19'],
    ['unknown', '1-bookworm', '(unknown)'],
    ['me/debian', '12', '(unknown)'],
    ['constructor', 'bookworm', '(unknown)'],
  ])('%s:%s is %s', (image, tag, expected) => expect(said(distributionOf(image, tag))).toBe(expected))

  it('and releaseOf say the same of Debian', () => {
    for (const { image, tag } of allTags) {
      const release = releaseOf(image, tag)
      if (release !== undefined) expect(distributionOf(image, tag)).toEqual({ family: 'debian', release })
    }
  })

  it('keeps the distribution on the way to a slim image or a JRE, and names Alpine on the way there', () => {
    for (const { image, tag } of allTags) {
      const here = said(distributionOf(image, tag))
      const [slim, alpine, jre] = [slimTwin(image, tag), alpineTwin(image, tag), jreTwin(image, tag)]
      if (slim !== undefined) expect(said(distributionOf(image, slim))).toBe(here)
      if (jre !== undefined) expect(said(distributionOf(image, jre))).toBe(here)
      if (alpine !== undefined) expect(distributionOf(image, alpine)?.family).toBe('alpine')
    }
  })
})

describe('releaseOf', () => {
  it.each([
    ['debian', '12', 'bookworm'],
    ['debian', '12.5-slim', 'bookworm'],
    ['debian', '8', 'jessie'],
    ['debian', '13', 'trixie'],
    ['debian', 'bookworm-20240110-slim', 'bookworm'],
    ['debian', 'stable', undefined],
    ['debian', 'sid-slim', undefined],
    ['debian', 'latest', undefined],
    ['debian', '99', undefined],
    ['node', '22-bookworm-slim', 'bookworm'],
    ['python', '3.12-slim-bookworm', 'bookworm'],
    ['python', '3.12', undefined],
    ['python', '12', undefined],
    ['openjdk', '11-jdk-sid', undefined],
    ['nginx', '1.25-bookworm', 'bookworm'],
    ['unknown', '1-bookworm', undefined],
    ['ubuntu', 'jammy', undefined],
  ])('%s:%s is %s', (image, tag, release) => expect(releaseOf(image, tag)).toBe(release))
})

describe('releases of matching age', () => {
  it.each([
    ['debian bookworm', '3.22'],
    ['debian trixie', '3.23'],
    ['debian bullseye', '3.22'],
    ['debian buster', undefined],
    ['debian forky', undefined],
    ['ubuntu bionic', undefined],
    ['ubuntu focal', '3.22'],
    ['ubuntu jammy', '3.22'],
    ['ubuntu noble', '3.22'],
    ['ubuntu resolute', '3.24'],
    ['alpine 3.19', undefined],
    ['el 9', undefined],
    ['debian constructor', undefined],
  ])('Alpine for %s is %s', (name, expected) => {
    const [family, release] = name.split(' ') as [Distribution['family'], string]
    expect(alpineFor({ family, release })).toBe(expected)
  })

  it('knows none for a release that is not named', () =>
    expect(alpineFor({ family: 'debian' })).toBeUndefined())

  it.each([
    ['16.04', undefined],
    ['18.04', undefined],
    ['20.04', 'bullseye'],
    ['focal', 'bullseye'],
    ['22.04', 'bookworm'],
    ['jammy-20240111', 'bookworm'],
    ['24.04', 'trixie'],
    ['26.04', undefined],
    ['latest', undefined],
    ['devel', undefined],
    ['', undefined],
  ])('Debian for ubuntu:%s is %s', (tag, expected) => expect(debianFor(tag)).toBe(expected))
})

describe('hasRootUser', () => {
  it.each(['alpine', 'debian', 'golang', 'node', 'ubuntu'])('%s', (image) =>
    expect(hasRootUser(image)).toBe(true),
  )
  it.each(['elasticsearch', 'haproxy', 'jenkins', 'memcached', 'me/debian', 'constructor'])(
    'not known: %s',
    (image) => expect(hasRootUser(image)).toBe(false),
  )
})

/** Read without the help of the tables: see the head of the file. */
function readList(path: string): ReadonlyMap<string, ReadonlyMap<string, Twins>> {
  const images = new Map<string, Map<string, Twins>>()
  let tags = new Map<string, Twins>()
  let patterns: string[] = []
  let hasWords = false
  for (const line of readFileSync(path, 'utf8').split('\n').slice(3)) {
    if (line.startsWith('    ')) {
      hasWords = true
      for (const word of line.trim().split(' '))
        for (const pattern of patterns.filter((text) => text.includes('*'))) add(pattern, word)
    } else if (line.startsWith('  ')) {
      if (hasWords) patterns = []
      hasWords = false
      patterns.push(line.trim())
      if (!line.includes('*')) add(line.trim(), '')
    } else if (line !== '') {
      patterns = []
      images.set(line, (tags = new Map()))
    }
  }
  return images

  function add(pattern: string, word: string): void {
    const [tag = '', ...twins] = pattern.split(' ').map((part) => part.replace('*', word))
    const named: Twins = Object.fromEntries(twins.map((twin) => twin.split('=')))
    tags.set(tag, { ...tags.get(tag), ...named })
  }
}

function neighboursOf(tag: string): string[] {
  const half = tag.length >> 1
  return [
    ...[...tag.matchAll(/\d+/g)].flatMap(({ index, 0: digits }) =>
      [1, 7, 100].map((step) => {
        const number = String(Number(digits) + step)
        return tag.slice(0, index) + number + tag.slice(index + digits.length)
      }),
    ),
    ...['.0', '.1', '-', '-slim', '-alpine', '-jdk', '-jre', '-bookworm', '-rc1', '-x', '0', ' '].map(
      (end) => tag + end,
    ),
    ...['v', '0', '-', 'latest-', 'x'].map((start) => start + tag),
    tag.toUpperCase(),
    tag.slice(0, -1),
    tag.slice(1),
    tag.slice(0, half) + tag.slice(half + 1),
    tag.replace(/-/, ''),
    tag.replace('.', '-'),
    tag.replace(/\{|,/g, '') + '{}',
    '',
    'latest',
  ]
}
