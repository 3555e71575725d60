import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { isCarriedCrate } from '../src/knowledge/crates.js'
import { standingRelease } from '../src/knowledge/default-releases.js'
import { distrolessImage, isDistrolessUser, runsOnDistroless } from '../src/knowledge/distroless.js'
import { dotnetImage } from '../src/knowledge/dotnet-images.js'
import { wants } from '../src/knowledge/scratch.js'

describe('standingRelease', () => {
  it.each([
    ['golang', '1.22', 'bookworm'],
    ['golang', '1.24.5', 'bookworm'],
    ['golang', '1.24.6', 'trixie'],
    ['golang', '1.24', 'trixie'],
    ['golang', '1.12.6', 'stretch'],
    ['golang', '1.20.4', 'bullseye'],
    ['golang', '1.22-bullseye', 'bullseye'],
    ['golang', '1.27', undefined],
    ['golang', 'latest', undefined],
    ['golang', '1.22-alpine', undefined],
    ['rust', '1.71', 'bullseye'],
    ['rust', '1.72.0-slim', 'bookworm'],
    ['rust', '1.89', 'trixie'],
    ['rust', '1', undefined],
    ['debian', '12', 'bookworm'],
    ['python', '3.12', undefined],
  ])('of %s:%s', (image, tag, release) => {
    expect(standingRelease(image, tag)).toBe(release)
  })
})

describe('distroless', () => {
  it('has what older Debian compiles, and three users by name', () => {
    expect(runsOnDistroless('bookworm')).toBe(true)
    expect(runsOnDistroless('forky')).toBe(false)
    expect(['root', 'nobody', 'nonroot', 'www-data'].filter(isDistrolessUser)).toHaveLength(3)
    expect(distrolessImage('cc')).toBe('gcr.io/distroless/cc-debian13')
  })
})

describe('dotnetImage', () => {
  it.each([
    ['mcr.microsoft.com/dotnet/sdk', '8.0', 'mcr.microsoft.com/dotnet/aspnet:8.0'],
    [
      'mcr.microsoft.com/dotnet/sdk',
      '8.0-bookworm-slim',
      'mcr.microsoft.com/dotnet/aspnet:8.0-bookworm-slim',
    ],
    [
      'mcr.microsoft.com/dotnet/core/sdk',
      '3.1-buster',
      'mcr.microsoft.com/dotnet/core/aspnet:3.1-buster-slim',
    ],
    ['mcr.microsoft.com/dotnet/sdk', '8.0-alpine', undefined],
    ['mcr.microsoft.com/dotnet/sdk', '8.0.401', undefined],
    ['mcr.microsoft.com/dotnet/aspnet', '8.0', undefined],
  ])('of %s:%s', (name, tag, web) => {
    expect(dotnetImage(name, tag)?.web).toBe(web)
  })
})

describe('what an empty image lacks', () => {
  const folder = 'transforms/base-scratch/cases'
  const reasons = readdirSync(folder).flatMap((name) => {
    const file = `${folder}/${name}/reason.txt`
    return existsSync(file) ? [readFileSync(file, 'utf8').trim()] : []
  })

  it.each(wants.map((want) => [want.because, want] as const))('%s: a case shows it', (because, { words }) => {
    expect(reasons.filter((reason) => because.includes(reason.replace(/^`[^`]*` /, '')))).not.toEqual([])
    expect(words.global).toBe(false)
  })
})

it('crates that are built along with a program need no library', () => {
  expect(['aws-lc-sys', 'zstd-sys', 'openssl-sys', 'pq-sys'].filter(isCarriedCrate)).toEqual([
    'aws-lc-sys',
    'zstd-sys',
  ])
})
