import { describe, expect, it } from '@jest/globals'
import { packageSizes } from '../src/knowledge/package-sizes.js'
import { sizeOfImage, sizeOfPackages, slimSaves } from '../src/knowledge/sizes.js'
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
  })

  it('is what apt says', () => {
    for (const [name, release, megabytes] of [
      ['curl', 'bookworm', 12],
      ['git', 'bookworm', 109],
      ['ffmpeg', 'bookworm', 481],
      ['build-essential', 'bookworm', 323],
      ['python3-pip', 'bookworm', 48],
      ['curl', 'trixie', 15],
      ['git', 'trixie', 119],
      ['ffmpeg', 'trixie', 467],
      ['build-essential', 'trixie', 337],
      ['python3-pip', 'trixie', 38],
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
    for (const { packages, shared } of Object.values(packageSizes)) {
      const names = words(packages).map((word) => word.replace(/=.*/, ''))
      expect(names).toEqual([...new Set(names)].sort())
      expect(names.length).toBeGreaterThan(200)
      expect(
        words(packages).every((word) => /^[a-z0-9][a-z0-9.+-]*=\d+(:\d+(-\d+)?(,\d+(-\d+)?)*)?$/.test(word)),
      ).toBe(true)
      for (const word of words(packages))
        for (const group of (word.split(':')[1] ?? '').match(/\d+/g) ?? [])
          expect(Number(group)).toBeLessThan(words(shared).length)
    }
  })
})
