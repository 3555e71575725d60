import { describe, expect, it } from '@jest/globals'
import { packageSizes } from '../src/knowledge/package-sizes.js'
import {
  type Install,
  savedByMove,
  sizeOfInstalls,
  sizeOfLists,
  sizeOfPackages,
} from '../src/knowledge/installed.js'
import { sizeOfImage, slimSaves } from '../src/knowledge/sizes.js'
import { alpineTwin, jreTwin, slimTwin, withoutSuite } from '../src/knowledge/twins.js'

const words = (text: string): string[] => text.match(/\S+/g) ?? []

describe('sizeOfImage', () => {
  it.each([
    ['debian', 'bookworm', 117e6],
    ['debian', '12.5-slim', 74.9e6],
    ['debian', 'trixie-20260803-slim', 78.9e6],
    ['python', '3.12-slim-bookworm', 124e6],
    ['python', '3.12.4-bookworm', 1020e6],
    ['python', '3.12-alpine3.22', 48.8e6],
    ['eclipse-temurin', '17-jammy', 416e6],
    ['eclipse-temurin', '17.0.19_10-jre-jammy', 263e6],
    ['ubuntu', 'jammy-20260731', 78.1e6],
    ['golang', '1.26', 874e6],
    ['golang', '1.25.12-alpine3.24', 215e6],
    ['maven', '3.9.16-eclipse-temurin-21-noble', 538e6],
    ['eclipse-temurin', '25-jre-noble', 317e6],
    ['rust', '1-slim', 905e6],
    ['alpine', 'latest', 8.4e6],
    ['gcr.io/distroless/static-debian13', 'nonroot', 2.3e6],
    ['scratch', 'latest', 0],
  ])('%s:%s is about %d', (image, tag, size) => expect(sizeOfImage(image, tag)).toBe(size))

  it.each([
    ['python', '3.12'],
    ['python', '3.13-bookworm'],
    ['python', '3.12-slim-bullseye'],
    ['python', '3.12-rc-bookworm'],
    ['debian', 'bullseye'],
    ['debian', 'latest'],
    ['debian', 'bookworm-backports'],
    ['ubuntu', '20.04'],
    ['me/python', '3.12-bookworm'],
    ['constructor', '3.12'],
    ['golang', '1.12'],
    ['alpine', 'edge'],
    ['maven', '3.9-eclipse-temurin-21'],
    ['gcr.io/distroless/static-debian13', 'debug'],
    ['node', ''],
  ])('of %s:%s is unknown', (image, tag) => expect(sizeOfImage(image, tag)).toBeUndefined())

  it('is smaller for a twin', () => {
    const pairs = [
      ['debian', 'bookworm'],
      ['debian', 'trixie'],
      ['node', '22-bookworm'],
      ['node', '22-trixie'],
      ['python', '3.12-bookworm'],
      ['python', '3.12-trixie'],
      ['ruby', '3.4-bookworm'],
    ] as const
    for (const [image, tag] of pairs) {
      const [full, slim] = [sizeOfImage(image, tag)!, sizeOfImage(image, slimTwin(image, tag)!)!]
      expect(slim).toBeLessThan(full)
      const release = tag.replace(/.*-/, '')
      expect(Math.abs(full - slim - slimSaves(image, release)!)).toBeLessThan(1e6)
      const alpine = alpineTwin(image, withoutSuite(tag)!)
      if (alpine !== undefined) expect(sizeOfImage(image, alpine)).toBeLessThan(slim)
    }
    for (const tag of ['17-jdk-jammy', '17-alpine'])
      expect(sizeOfImage('eclipse-temurin', jreTwin('eclipse-temurin', tag)!)).toBeLessThan(
        sizeOfImage('eclipse-temurin', tag)!,
      )
  })

  it('knows what a slim image saves where both were measured', () => {
    expect(slimSaves('python', 'bookworm')).toBe(896e6)
    expect(slimSaves('python', 'bullseye')).toBeUndefined()
    expect(slimSaves('constructor', '')).toBeUndefined()
  })
})

describe('sizeOfPackages', () => {
  const size = (names: string, release = 'bookworm'): number | undefined =>
    sizeOfPackages(words(names), release)

  it('counts what packages share once', () => {
    const [gcc, make, both] = [size('gcc')!, size('make')!, size('gcc make')!]
    expect(both).toBeGreaterThan(Math.max(gcc, make))
    expect(both).toBeLessThanOrEqual(gcc + make)
    expect(size('curl curl')).toBe(size('curl'))
    expect(size('build-essential gcc g++ make')).toBe(size('build-essential'))
    expect(size('')).toBe(0)
    expect(size('libpcre2-8-0 zlib1g')).toBe(0)
  })

  it('is what the packages hold', () => {
    for (const [name, release, megabytes] of [
      ['curl', 'bookworm', 11],
      ['git', 'bookworm', 92],
      ['ffmpeg', 'bookworm', 463],
      ['build-essential', 'bookworm', 299],
      ['python3-pip', 'bookworm', 67],
      ['libssl3', 'bookworm', 6],
      ['openjdk-17-jdk-headless', 'bookworm', 303],
      ['curl', 'trixie', 13],
      ['git', 'trixie', 100],
      ['ffmpeg', 'trixie', 448],
      ['build-essential', 'trixie', 311],
      ['python3-pip', 'trixie', 47],
    ] as const)
      expect([name, Math.round(size(name, release)! / 1e6)]).toEqual([name, megabytes])
  })

  it.each([
    ['no-such-package', 'bookworm'],
    ['curl no-such-package', 'bookworm'],
    ['curl', 'bullseye'],
    ['curl', 'jammy'],
    ['curl', 'constructor'],
  ])('of %s on %s is unknown', (names, release) => expect(size(names, release)).toBeUndefined())

  it('has tables in order that name no group that is not there', () => {
    const word = /^@?[a-z0-9][a-z0-9.+-]*=([\d,-]*)(:[\d,-]+)?$/
    for (const { packages, groups } of Object.values(packageSizes)) {
      const names = words(packages).map((entry) => entry.replace(/=.*/, ''))
      expect(names).toEqual([...new Set(names)].sort())
      expect(names.length).toBeGreaterThan(500)
      expect(words(packages).filter((entry) => !word.test(entry))).toEqual([])
      expect(words(groups).filter((group) => !/^\d+(\+\d+)?$/.test(group))).toEqual([])
      for (const entry of words(packages))
        for (const group of entry.split('=')[1]!.match(/\d+/g) ?? [])
          expect(Number(group)).toBeLessThan(words(groups).length)
    }
  })
})

describe('sizeOfInstalls', () => {
  const install = (names: string, recommended: 'with' | 'without' = 'without') => ({
    names: words(names),
    recommended,
  })

  it('counts a package that two calls bring once, and documentation on full images alone', () => {
    const [curl, git] = [install('curl'), install('git')]
    const size = (...installs: readonly Install[]) => sizeOfInstalls('debian', 'bookworm-slim', installs)!
    expect(size(curl, git)).toBe(size(install('curl git')))
    expect(size(curl, git)).toBeLessThan(size(curl) + size(git))
    expect(size(install('git', 'with'), git)).toBe(size(install('git', 'with')))
    expect(sizeOfInstalls('debian', 'bookworm', [git])).toBeGreaterThan(size(git))
  })

  it('is nothing for what the base has', () => {
    expect(sizeOfInstalls('node', '22-bookworm', [install('curl git gcc')])).toBe(0)
    expect(sizeOfInstalls('golang', '1.25-bookworm', [install('git gcc make')])).toBe(0)
    expect(sizeOfInstalls('node', '22-bookworm-slim', [install('git')])).toBe(
      sizeOfPackages(['git'], 'bookworm'),
    )
    expect(sizeOfInstalls('python', '3.12-slim-trixie', [install('ca-certificates')])).toBe(0)
  })

  it.each([
    ['debian', 'bullseye', 'curl'],
    ['debian', 'bookworm-backports', 'curl'],
    ['php', '8.4-bookworm', 'curl'],
    ['ubuntu', '24.04', 'curl'],
    ['python', '3.12-alpine', 'curl'],
    ['python', '3.12.4', 'curl'],
    ['golang', '1.25-slim-bookworm', 'curl'],
    ['debian', 'bookworm', 'curl no-such-package'],
    ['constructor', 'bookworm', 'curl'],
  ])('on %s:%s is unknown for %s', (image, tag, names) =>
    expect(sizeOfInstalls(image, tag, [install(names)])).toBeUndefined(),
  )
})

describe('savedByMove', () => {
  it('is the difference of the images where nothing is installed', () => {
    expect(savedByMove('debian', 'bookworm', 'debian', 'bookworm-slim')).toBe(117e6 - 74.9e6)
    expect(savedByMove('python', '3.12-bookworm', 'python', '3.12-alpine')).toBe(1020e6 - 48.8e6)
    expect(savedByMove('eclipse-temurin', '21-jdk-jammy', 'eclipse-temurin', '21-jre-jammy')).toBe(156e6)
    expect(savedByMove('ubuntu', '22.04', 'alpine', '3.22')).toBe(78.1e6 - 8.3e6)
  })

  it('goes by the release where the version was not measured, also that of a tag that names none', () => {
    expect(savedByMove('python', '3.11-bookworm', 'python', '3.11-slim-bookworm')).toBe(896e6)
    expect(savedByMove('python', '3.13', 'python', '3.13-slim')).toBe(991e6)
    expect(savedByMove('node', 'lts', 'node', 'lts-slim')).toBe(903e6)
    expect(savedByMove('node', '20', 'node', '20-slim')).toBe(903e6)
    expect(savedByMove('node', '14', 'node', '14-slim')).toBeUndefined()
    expect(savedByMove('python', '3.12.4', 'python', '3.12.4-slim')).toBeUndefined()
    expect(savedByMove('python', '3.11-bookworm', 'python', '3.11-slim-bullseye')).toBeUndefined()
  })

  it('is less by what has to be installed, and by what the old base had', () => {
    const move = (added: string, installs: string) =>
      savedByMove(
        'node',
        '22-bookworm',
        'node',
        '22-bookworm-slim',
        words(added),
        installs === '' ? [] : [{ names: words(installs), recommended: 'without' }],
      )
    const git = sizeOfPackages(['git'], 'bookworm')!
    expect(move('git', '')).toBe(903e6 - git)
    expect(move('', 'git')).toBe(903e6 - git)
    expect(move('git', 'git')).toBe(903e6 - git)
    expect(move('no-such-package', '')).toBeUndefined()
  })

  it('is unknown where packages of another distribution would be weighed', () => {
    const curl = [{ names: ['curl'], recommended: 'without' }] as const
    expect(savedByMove('ubuntu', '22.04', 'debian', 'bookworm-slim', [], curl)).toBeUndefined()
    expect(savedByMove('debian', 'bookworm', 'alpine', '3.22', [], curl)).toBeUndefined()
  })
})

describe('sizeOfLists', () => {
  it.each([
    ['debian', 'bookworm', 19.9e6],
    ['python', '3.12-slim-bookworm', 19.9e6],
    ['ubuntu', '22.04', undefined],
    ['node', '14', undefined],
  ])('of %s:%s is about %d', (image, tag, size) => expect(sizeOfLists(image, tag)).toBe(size))
})
