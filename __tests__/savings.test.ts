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
