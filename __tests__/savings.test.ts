import { describe, expect, it } from '@jest/globals'
import { rewrite } from '../src/index.js'
import { type Install, sizeOfInstalls } from '../src/knowledge/installed.js'

const lists = 19_900_000

/** What each change to a Dockerfile saves, by transform, where it stays on its distribution. */
function savingsOf(...lines: readonly string[]): readonly (readonly [string, number | undefined])[] {
  const { applied } = rewrite(lines.join('\n') + '\n', {
    unsafe: true,
    skip: ['base-alpine', 'base-debian'],
  })
  return applied.map(({ transform, saves }) => [transform, saves])
}

const savingOf = (transform: string, ...lines: readonly string[]) =>
  savingsOf(...lines)
    .filter(([id]) => id === transform)
    .map(([, saves]) => saves)

const onSlim = (...installs: readonly Install[]): number =>
  sizeOfInstalls('debian', 'bookworm-slim', installs)!
const all = (...names: readonly string[]): Install => ({ names, recommended: 'with' })
const plain = (...names: readonly string[]): Install => ({ names, recommended: 'without' })

const update = 'RUN apt-get update && apt-get install -y --no-install-recommends'

describe('package lists', () => {
  it('save what the release has, once', () => {
    expect(savingsOf('FROM debian:bookworm-slim', `${update} curl`)).toEqual([['apt-clean-lists', lists]])
    expect(
      savingOf(
        'apt-clean-lists',
        'FROM debian:bookworm-slim',
        `${update} curl`,
        'COPY a /a',
        `${update} git`,
      ),
    ).toEqual([lists, 0])
  })

  it.each(['debian:buster-slim', 'ubuntu:24.04', 'me/base:bookworm', 'nginx'])(
    'save what is not known on %s',
    (base) => expect(savingOf('apt-clean-lists', `FROM ${base}`, `${update} curl`)).toEqual([undefined]),
  )

  it('count where RUNs are merged, if a later one removes them', () => {
    const runs = ['RUN apt-get update', 'RUN apt-get install -y --no-install-recommends curl']
    const clean = 'RUN rm -rf /var/lib/apt/lists/*'
    expect(savingOf('run-merge', 'FROM debian:bookworm-slim', ...runs, clean)).toEqual([lists])
    expect(savingsOf('FROM debian:bookworm-slim', ...runs)).toEqual([
      ['run-merge', 0],
      ['apt-clean-lists', lists],
    ])
    expect(savingOf('run-merge', 'FROM debian:bookworm-slim', ...runs, 'RUN make install')).toEqual([
      undefined,
    ])
  })
})

describe('another distribution', () => {
  const saved = (from: string, only: string, ...lines: readonly string[]) =>
    rewrite([`FROM ${from}`, ...lines, 'CMD ["sh"]'].join('\n') + '\n', {
      unsafe: true,
      only: [only],
    }).applied.map(({ saves }) => saves)

  it('saves the difference of the bases, and what is not known where packages are installed', () => {
    expect(saved('debian:bookworm', 'base-alpine')).toEqual([117e6 - 8.3e6])
    expect(saved('ubuntu:22.04', 'base-debian')).toEqual([78.1e6 - 74.9e6])
    for (const id of ['base-alpine', 'base-debian'])
      expect(saved('ubuntu:22.04', id, 'RUN apt-get update && apt-get install -y curl')).toEqual([undefined])
  })
})

describe('recommended packages', () => {
  const install = 'RUN rm -rf /var/lib/apt/lists/*; apt-get update && apt-get install -y'
  const clean = '&& rm -rf /var/lib/apt/lists/*'

  it('save the difference, less what is named', () => {
    expect(savingsOf('FROM debian:bookworm-slim', `${install} curl git ${clean}`)).toEqual([
      ['apt-skip-recommends', onSlim(all('curl', 'git')) - onSlim(plain('curl', 'git', 'ca-certificates'))],
    ])
  })

  it('go with the last of the calls that recommend them', () => {
    const saved = savingOf(
      'apt-skip-recommends',
      'FROM debian:bookworm-slim',
      `${install} build-essential ${clean}`,
      'COPY a /a',
      `${install} libxml2-dev ${clean}`,
    )
    const sum = saved.reduce<number>((total, saves) => total + saves!, 0)
    expect(saved.length).toBe(2)
    expect(sum).toBe(
      onSlim(all('build-essential', 'libxml2-dev')) - onSlim(plain('build-essential', 'libxml2-dev')),
    )
  })

  it.each([
    ['a package that is not in the tables', ['RUN apt-get update && apt-get install -y no-such-package']],
    ['another source', ['RUN echo deb x >> /etc/apt/sources.list.d/x.list']],
    ['a copied source', ['COPY x.list /etc/apt/sources.list.d/']],
    ['a script that may install more', ['COPY setup.sh /', 'RUN sh /setup.sh']],
    ['packages that go again', ['RUN apt-get purge -y git && true']],
    ['an install that may not happen', ['RUN if true; then apt-get install -y git; fi']],
    ['a here-document', ['RUN <<EOF\napt-get install -y git\nEOF']],
    ['a file of a package', ['RUN dpkg -i /tmp/x.deb']],
  ])('save what is not known beside %s', (_, lines) => {
    const saved = savingOf(
      'apt-skip-recommends',
      'FROM debian:bookworm-slim',
      `${install} libxml2-dev ${clean}`,
      ...lines,
    )
    expect(saved.every((saves) => saves === undefined)).toBe(true)
    expect(saved.length).toBeGreaterThan(0)
  })
})

describe('another base', () => {
  it('saves the difference, less what the old one had of what is installed', () => {
    const lines = [
      'FROM node:22-bookworm',
      `${update} git ffmpeg && rm -rf /var/lib/apt/lists/*`,
      'CMD ["node", "a.js"]',
    ]
    const [saved] = savingOf('base-slim', ...lines)
    const before = sizeOfInstalls('node', '22-bookworm', [plain('git', 'ffmpeg')])!
    expect(saved).toBe(903e6 + before - onSlim(plain('git', 'ffmpeg')))
  })

  it('is not known where the images are not', () => {
    expect(savingOf('base-slim', 'FROM node:14', 'CMD ["node", "a.js"]')).toEqual([undefined])
  })

  it('is told of what is withheld as well', () => {
    const { withheld } = rewrite(
      'FROM eclipse-temurin:17-jdk-jammy\nCOPY a.jar /\nCMD ["java", "-jar", "/a.jar"]\n',
    )
    expect(withheld.map(({ transform, saves }) => [transform, saves])).toEqual([['base-jre', 153e6]])
  })
})

describe('a stage that is split', () => {
  const build = ['WORKDIR /src', 'COPY . .', 'RUN go build -o /usr/local/bin/a .', 'CMD ["a"]']
  const clean = '&& rm -rf /var/lib/apt/lists/*'
  const onFull = (...installs: readonly Install[]): number => sizeOfInstalls('debian', 'bookworm', installs)!

  it('saves the difference of the bases and of what is installed', () => {
    const install = `RUN apt-get update && apt-get install -y golang-go git ${clean}`
    expect(savingOf('stage-split', 'FROM debian:bookworm', install, ...build)).toEqual([
      117e6 - 74.9e6 + onFull(all('golang-go', 'git')) - onSlim(plain('ca-certificates')),
    ])
  })

  it('saves the lists where the image fetches none, and leaves them to others where it does', () => {
    const install = 'RUN apt-get update && apt-get install -y golang-go'
    expect(savingOf('stage-split', 'FROM debian:bookworm', install, ...build)).toEqual([
      117e6 - 74.9e6 + onFull(all('golang-go')) - onSlim(plain('ca-certificates')) + lists,
    ])
    const both = all('ca-certificates', 'curl')
    expect(savingsOf('FROM debian:bookworm', `${install} curl`, ...build)).toEqual([
      ['stage-split', 117e6 - 74.9e6 + onFull(all('golang-go', 'curl')) - onSlim(both)],
      ['apt-skip-recommends', onSlim(both) - onSlim(plain('ca-certificates', 'curl'))],
      ['apt-clean-lists', lists],
    ])
  })

  it('counts on an image of the language as well, and once where it moves on', () => {
    const saved = savingsOf(
      'FROM golang:1.25-bookworm',
      ...['WORKDIR /src', 'COPY . .', 'RUN CGO_ENABLED=0 go build -o /app .', 'CMD ["/app"]'],
    )
    const sum = saved.reduce((total, [, saves]) => total + (saves ?? Number.NaN), 0)
    expect(saved[0]![0]).toBe('stage-split')
    expect(sum).toBe(807e6 - 2.3e6)
  })

  it('counts what a later RUN removes, which the layers hold all the same', () => {
    const install = `${update} golang-go gcc ${clean}`
    const purge = 'RUN apt-get purge -y gcc && apt-get autoremove -y'
    expect(
      savingOf(
        'stage-split',
        'FROM debian:bookworm-slim',
        install,
        ...build.slice(0, -1),
        purge,
        'CMD ["a"]',
      ),
    ).toEqual([onSlim(plain('golang-go', 'gcc')) - onSlim(plain('ca-certificates'))])
  })

  it('takes a library for no more than its headers, where it is not in the tables', () => {
    const install = `${update} gcc libc6-dev libuv1-dev ${clean}`
    const c = ['COPY a.c /src/a.c', 'RUN gcc -o /usr/local/bin/a /src/a.c -luv', 'CMD ["a"]']
    expect(savingOf('stage-split', 'FROM debian:bookworm-slim', install, ...c)).toEqual([
      onSlim(plain('gcc', 'libc6-dev', 'libuv1-dev')) - onSlim(plain('libuv1-dev')),
    ])
  })

  it.each([
    ['a base that was not measured', 'FROM golang:1.12-stretch'],
    [
      'a package that is not in the tables',
      'FROM debian:bookworm',
      'RUN apt-get update && apt-get install -y golang-go no-such-package',
    ],
    [
      'packages that go again',
      'FROM debian:bookworm',
      `RUN apt-get update && apt-get install -y golang-go gcc && apt-get purge -y gcc`,
    ],
    ['packages of Alpine', 'FROM golang:1.25-alpine3.22', 'RUN apk add --no-cache build-base'],
  ])('saves what is not known with %s', (_, ...lines) =>
    expect(savingOf('stage-split', ...lines, ...build)).toEqual([undefined]),
  )
})

describe('an image that only takes a program', () => {
  const builder = [
    'FROM golang:1.22 AS build',
    'WORKDIR /src',
    'COPY . .',
    'RUN CGO_ENABLED=0 go build -o /app .',
  ]
  const image = ['COPY --from=build /app /app', 'CMD ["/app"]']

  it('saves all but distroless, with the packages and lists that go', () => {
    const install = `${update} ca-certificates`
    expect(savingOf('base-distroless', ...builder, 'FROM debian:bookworm-slim', ...image)).toEqual([
      74.9e6 - 2.3e6,
    ])
    expect(savingsOf(...builder, 'FROM debian:bookworm-slim', install, ...image)).toEqual([
      ['base-distroless', 74.9e6 - 2.3e6 + onSlim(plain('ca-certificates')) + lists],
    ])
    expect(savingOf('base-distroless', ...builder, 'FROM debian:buster-slim', ...image)).toEqual([undefined])
  })

  it('saves the whole base without any, less what is copied', () => {
    const { applied } = rewrite([...builder, 'FROM debian:bookworm-slim', ...image].join('\n') + '\n', {
      unsafe: true,
      only: ['base-scratch'],
    })
    expect(applied.map(({ saves }) => saves)).toEqual([74.9e6])
  })

  it('saves the difference where what builds moves to what runs', () => {
    const saved = (tag: string) =>
      savingOf(
        'base-runtime',
        'FROM maven:3.9-eclipse-temurin-21-noble AS build',
        'RUN mvn package',
        `FROM maven:${tag}`,
        'WORKDIR /app',
        'COPY --from=build /target/a.jar /a.jar',
        'ENTRYPOINT ["java", "-jar", "/a.jar"]',
      )
    expect(saved('3.9-eclipse-temurin-21-noble')).toEqual([538e6 - 288e6])
    expect(saved('3.9-eclipse-temurin-11-noble')).toEqual([undefined])
  })
})

describe('a late clean-up', () => {
  const install = `${update} curl gcc libc6-dev`

  it('saves what it removes, when what nothing else needs goes along', () => {
    const [saved] = savingOf(
      'cleanup-hoist',
      'FROM debian:bookworm-slim',
      install,
      'RUN apt-get purge -y --auto-remove gcc libc6-dev',
    )
    expect(saved).toBe(onSlim(plain('curl', 'gcc', 'libc6-dev')) - onSlim(plain('curl')))
  })

  it('saves what is not known where what they need stays, or where a path goes', () => {
    expect(
      savingOf('cleanup-hoist', 'FROM debian:bookworm-slim', install, 'RUN apt-get purge -y gcc'),
    ).toEqual([undefined])
    expect(
      savingOf(
        'cleanup-hoist',
        'FROM debian:bookworm-slim',
        'RUN mkdir /opt/a && touch /opt/a/b',
        'RUN rm -rf /opt/a',
      ),
    ).toEqual([undefined])
  })
})
