import { describe, expect, it } from '@jest/globals'
import { inDebian, providedInDebian } from '../src/knowledge/debian-names.js'
import { changesVersion, debianFor, isInDebian } from '../src/knowledge/ubuntu.js'

const words = (text: string): string[] => text.match(/\S+/g) ?? []
const releases = ['bullseye', 'bookworm', 'trixie']

describe('isInDebian', () => {
  // Missing of the 300 names that Ubuntu's Dockerfiles install most: apt on each release, November 2026.
  const missing = `
    firefox google-chrome-stable language-pack-en lib32gcc1 lib32ncurses5 libcurl3 libjpeg8-dev libmysqlclient-dev
    libpng12-dev libssl1.0.0 mysql-client mysql-server nodejs-legacy openjdk-7-jdk openjdk-8-jdk openjdk-8-jre
    openjdk-8-jre-headless oracle-java8-installer php-apc php5 php5-cli php5-curl php5-fpm php5-gd php5-intl
    php5-mcrypt php5-mysql php5-sqlite python-imaging python-lxml python-matplotlib python-numpy python-opencv
    python-pip python-requests python-scipy python-software-properties python-virtualenv python3.6 python3.6-dev`
  const later: Readonly<Record<string, string>> = {
    bullseye: '',
    bookworm: 'python python-dev python-setuptools python-tk python2.7 python2.7-dev',
    trixie: `
      libatlas-base-dev libgconf-2-4 libpcre3-dev python python-dev python-setuptools python2.7 python2.7-dev
      software-properties-common`,
  }
  it.each(releases)('agrees with apt on what %s lacks', (release) => {
    for (const name of words(missing + ' ' + later[release]!))
      expect([name, isInDebian(name, release)]).toEqual([name, false])
  })

  it.each([
    ['curl', [true, true, true]],
    ['build-essential', [true, true, true]],
    ['python3', [true, true, true]],
    ['software-properties-common', [true, true, false]],
    ['libpcre3-dev', [true, true, false]],
    ['python2.7', [true, false, false]],
    ['libglib2.0-0', [true, true, true]],
    ['netcat', [true, undefined, undefined]],
    ['git-core', [undefined, undefined, undefined]],
    ['no-such-package', [undefined, undefined, undefined]],
    ['constructor', [undefined, undefined, undefined]],
    ['', [undefined, undefined, undefined]],
  ])('%s: %j', (name, expected) =>
    expect(releases.map((release) => isInDebian(name, release))).toEqual(expected),
  )

  it('knows three releases only', () => {
    for (const release of ['buster', 'forky', 'sid', 'jammy', '', 'none', 'constructor'])
      expect(isInDebian('curl', release)).toBeUndefined()
  })

  it('has tables that are sorted, have each name once, and overlap nowhere', () => {
    const names = Object.values(inDebian).flatMap(words)
    expect(names.length).toBeGreaterThan(2300)
    expect(new Set(names).size).toBe(names.length)
    for (const list of [...Object.values(inDebian), ...Object.values(providedInDebian)])
      expect(words(list)).toEqual(words(list).sort())
    for (const key of [...Object.keys(inDebian), ...Object.keys(providedInDebian)].flatMap(words))
      expect([...releases, 'none']).toContain(key)
    for (const [key, list] of Object.entries(providedInDebian))
      for (const name of words(list))
        for (const release of words(key)) {
          const real = Object.entries(inDebian).find(([, text]) => words(text).includes(name))?.[0] ?? ''
          expect([name, release, words(real).includes(release)]).toEqual([name, release, false])
        }
  })
})

describe('changesVersion', () => {
  it.each([
    ['python3-pip', 'Python', 'jammy', '3.10'],
    ['php-mysql', 'PHP', 'bookworm', '8.2'],
    ['nodejs', 'Node.js', 'trixie', '20.19'],
    ['default-jre-headless', 'Java', 'noble', '21'],
    ['postgresql-client', 'PostgreSQL', 'focal', '12'],
    ['build-essential', 'GCC', 'bullseye', '10'],
    ['libboost-system-dev', 'Boost', 'noble', '1.83'],
    ['libavcodec-dev', 'FFmpeg', 'trixie', '7.1'],
  ])('%s is of %s, %s: %s', (name, of, release, version) => {
    const found = changesVersion(name)
    expect([found?.of, found?.in[release]]).toEqual([of, version])
    expect(Object.keys(found?.in ?? {})).toHaveLength(6)
  })

  it.each(['curl', 'python3.10', 'php8.1-cli', 'gcc-12', 'openjdk-17-jdk', 'postgresql-14', 'perl-doc', ''])(
    '%s: none is known',
    (name) => expect(changesVersion(name)).toBeUndefined(),
  )

  it('leads to releases that debianFor names', () => {
    expect(['focal', 'jammy', 'noble'].map(debianFor)).toEqual(releases)
    expect(Object.keys(changesVersion('python3')!.in).slice(3)).toEqual(releases)
  })
})
