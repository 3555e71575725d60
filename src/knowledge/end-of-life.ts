import { distributionOf } from './distributions.js'
import { ownValue, wordsIn } from './words.js'

/**
 * Releases of distributions and languages that get no more fixes, and since which month.
 * Source: endoflife.date as of 2026-08-22, which names the announcements, and for Go up to 1.9 its rule that a release ends
 * with the second one behind it; of Debian the end of long-term support, of Ubuntu that of standard support. Of images that
 * are made no more: their pages on Docker Hub. Here is what had ended by 2026-11-29; no clock is read.
 */

/** A release by the name that people know it by, and the month of its end: `2024-06`. */
export interface Ended {
  readonly name: string
  readonly month: string
  /** The image that is made in the place of one that is made no more. */
  readonly successor?: string
}

/** What has ended of an image, by its name and tag: the language, and what it stands on. None where they do not tell for sure. */
export function endedIn(image: string, tag: string | undefined): readonly Ended[] {
  const name = image.replace(architectures, '')
  if (tag === undefined) return [...(imageEnd(name, '') ?? []), ...(baseEnd(name, 'latest') ?? [])]
  return [imageEnd(name, tag), languageEnd(name, tag), baseEnd(name, tag)].flatMap((found) => found ?? [])
}

/** Official images for one architecture: `arm32v7/debian`. */
const architectures = /^(?:amd64|arm32v[567]|arm64v8|i386|ppc64le|s390x)\//

type Found = readonly [Ended] | undefined

const endOf = (title: string, table: Table, release: string): Found => {
  const month = ownValue(table, release)
  return month === undefined ? undefined : [{ name: `${title} ${release}`, month }]
}

function imageEnd(image: string, tag: string): Found {
  const month = ownValue(images, image)
  // Of openjdk there still is what comes before a release.
  if (month === undefined || (image === 'openjdk' && !/^\d+(?!.*-(?:ea|rc))/.test(tag))) return undefined
  return [{ name: `the image \`${image}\``, month, successor: 'eclipse-temurin' }]
}

function languageEnd(image: string, tag: string): Found {
  const language = ownValue(languages, image.startsWith(dotnet) ? dotnet : image)
  if (language === undefined) return undefined
  const [, major = '', minor = ''] = /^(\d+)(?:\.(\d+))?/.exec(tag) ?? []
  const named = ownValue(language.names ?? {}, tag.split('-')[0]!)
  const release = [named ?? '', `${major}.${minor}`, major].find((key) => Object.hasOwn(language.ends, key))
  return release === undefined ? undefined : endOf(language.title, language.ends, release)
}

function baseEnd(image: string, tag: string): Found {
  const [first = ''] = tag.split('-')
  const number = /^(?:centos)?(\d+)(?=[.-]|$)/.exec(tag)?.[1] ?? ''
  switch (image) {
    case 'alpine':
      return endOf('Alpine', alpine, /^\d+\.\d+/.exec(tag)?.[0] ?? '')
    case 'ubuntu':
      return ubuntuEnd(first)
    case 'centos':
      // `latest` has been 8 since 2020.
      return endOf('CentOS', centos, first === 'latest' ? '8' : number)
    case 'oraclelinux':
      return endOf('Oracle Linux', oracle, number)
    case 'amazonlinux':
      return endOf('Amazon Linux', amazon, /^201\d$/.test(number) ? '1' : number)
    case 'fedora':
      return endOf('Fedora', fedora, number)
    case 'opensuse':
    case 'opensuse/leap':
      return endOf('openSUSE', opensuse, first)
    case 'debian':
      if (/^(?:6(?:\.\d+)*|squeeze)$/.test(first)) return endOf('Debian', debian, 'squeeze')
  }
  const { family, release = '' } = distributionOf(image, tag) ?? {}
  if (family === 'debian') return endOf('Debian', debian, release)
  if (family === 'alpine') return endOf('Alpine', alpine, release)
  return family === 'ubuntu' ? ubuntuEnd(release) : undefined
}

/** By number or by code name. */
function ubuntuEnd(release: string): Found {
  const number = ownValue(ubuntuNames, release) ?? release
  return endOf('Ubuntu', ubuntu, number)
}

/** Months by releases. */
type Table = Readonly<Record<string, string>>

const tableOf = (text: string): Table =>
  Object.fromEntries(
    wordsIn(text).map((word): [string, string] => {
      const at = word.indexOf(':')
      return [word.slice(0, at), word.slice(at + 1)]
    }),
  )

/** Java's, all of them. */
const images = tableOf('adoptopenjdk:2021-08 java:2016-12 openjdk:2022-07')

const debian = tableOf(`
  squeeze:2016-02 wheezy:2018-05 jessie:2020-06 stretch:2022-06 buster:2024-06 bullseye:2026-08`)

const ubuntu = tableOf(`
  10.04:2013-05 12.04:2017-04 12.10:2014-05 13.04:2014-01 13.10:2014-07 14.04:2019-04 14.10:2015-07 15.04:2016-02
  15.10:2016-07 16.04:2021-04 16.10:2017-07 17.04:2018-01 17.10:2018-07 18.04:2023-05 18.10:2019-07 19.04:2020-01
  19.10:2020-07 20.04:2025-05 20.10:2021-07 21.04:2022-01 21.10:2022-07 22.10:2023-07 23.04:2024-01 23.10:2024-07
  24.10:2025-07 25.04:2026-01 25.10:2026-07`)

const ubuntuNames = tableOf(`
  lucid:10.04 precise:12.04 quantal:12.10 raring:13.04 saucy:13.10 trusty:14.04 utopic:14.10 vivid:15.04 wily:15.10
  xenial:16.04 yakkety:16.10 zesty:17.04 artful:17.10 bionic:18.04 cosmic:18.10 disco:19.04 eoan:19.10 focal:20.04
  groovy:20.10 hirsute:21.04 impish:21.10 kinetic:22.10 lunar:23.04 mantic:23.10 oracular:24.10 plucky:25.04
  questing:25.10`)

const alpine = tableOf(`
  2.6:2015-05 2.7:2015-11 3.0:2016-05 3.1:2016-11 3.2:2017-05 3.3:2017-11 3.4:2018-05 3.5:2018-11 3.6:2019-05 3.7:2019-11
  3.8:2020-05 3.9:2020-11 3.10:2021-05 3.11:2021-11 3.12:2022-05 3.13:2022-11 3.14:2023-05 3.15:2023-11 3.16:2024-05
  3.17:2024-11 3.18:2025-05 3.19:2025-11 3.20:2026-04 3.21:2026-11`)

const centos = tableOf('5:2017-03 6:2020-11 7:2024-06 8:2021-12')

const oracle = tableOf('6:2021-03 7:2024-12')

const amazon = tableOf('1:2023-12 2:2026-06')

const fedora = tableOf(`
  20:2015-06 21:2015-12 22:2016-07 23:2016-12 24:2017-08 25:2017-12 26:2018-05 27:2018-11 28:2019-05 29:2019-11 30:2020-05
  31:2020-11 32:2021-05 33:2021-11 34:2022-06 35:2022-12 36:2023-05 37:2023-12 38:2024-05 39:2024-11 40:2025-05 41:2025-12
  42:2026-05`)

const opensuse = tableOf(`
  13.1:2016-02 13.2:2017-01 42.1:2017-05 42.2:2018-01 42.3:2019-07 15:2026-04 15.0:2019-12 15.1:2021-02 15.2:2022-01
  15.3:2022-12 15.4:2023-12 15.5:2024-12 15.6:2026-04`)

interface Language {
  readonly title: string
  readonly ends: Table
  /** What tags call a release. */
  readonly names?: Table
}

const dotnet = 'mcr.microsoft.com/dotnet/'

const languages: Readonly<Record<string, Language>> = {
  node: {
    title: 'Node.js',
    ends: tableOf(`
      0:2016-10 0.10:2016-10 0.12:2016-12 4:2018-04 5:2016-06 6:2019-04 7:2017-06 8:2019-12 9:2018-06 10:2021-04 11:2019-06 12:2022-04 13:2020-06
      14:2023-04 15:2021-06 16:2023-09 17:2022-06 18:2025-04 19:2023-06 20:2026-04 21:2024-06 23:2025-06 25:2026-06`),
    names: tableOf('argon:4 boron:6 carbon:8 dubnium:10 erbium:12 fermium:14 gallium:16 hydrogen:18 iron:20'),
  },
  python: {
    title: 'Python',
    ends: tableOf(`
      2:2020-01 2.7:2020-01 3.2:2016-02 3.3:2017-09 3.4:2019-03 3.5:2020-09 3.6:2021-12 3.7:2023-06 3.8:2024-10 3.9:2025-10
      3.10:2026-10`),
  },
  php: {
    title: 'PHP',
    ends: tableOf(`
      5:2018-12 5.3:2014-08 5.4:2015-09 5.5:2016-07 5.6:2018-12 7:2022-11 7.0:2019-01 7.1:2019-12 7.2:2020-11 7.3:2021-12
      7.4:2022-11 8.0:2023-11 8.1:2025-12`),
  },
  ruby: {
    title: 'Ruby',
    ends: tableOf(`
      1:2015-02 1.9:2015-02 2:2023-03 2.0:2016-02 2.1:2017-03 2.2:2018-03 2.3:2019-03 2.4:2020-03 2.5:2021-03 2.6:2022-03
      2.7:2023-03 3.0:2024-04 3.1:2025-03 3.2:2026-03`),
  },
  golang: {
    title: 'Go',
    ends: tableOf(`
      1.2:2014-12 1.3:2015-08 1.4:2016-02 1.5:2016-08 1.6:2017-02 1.7:2017-08 1.8:2018-02 1.9:2018-08 1.10:2019-02
      1.11:2019-09 1.12:2020-02 1.13:2020-08 1.14:2021-02 1.15:2021-08 1.16:2022-03 1.17:2022-08 1.18:2023-02 1.19:2023-09
      1.20:2024-02 1.21:2024-08 1.22:2025-02 1.23:2025-08 1.24:2026-02 1.25:2026-08`),
  },
  [dotnet]: {
    title: '.NET',
    ends: tableOf(`
      1.0:2019-06 1.1:2019-06 2.0:2018-10 2.1:2021-08 2.2:2019-12 3.0:2020-03 3.1:2022-12 5.0:2022-05 6.0:2024-11
      7.0:2024-05 8.0:2026-11 9.0:2026-11`),
  },
}
