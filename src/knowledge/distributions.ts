import { alpineLists } from './alpine-names.js'
import { ownValue, wordsIn } from './words.js'

/**
 * What distribution a tag of an official image stands on, as far as its name says, and which releases are of the same age.
 * Source: release dates from the distributions' announcements (Alpine: first day on the list of official images); names of
 * tags from docker-library/official-images, history 2013-07 to 2026-08.
 */

/** A Debian release by name. `sid`, `stable` and the like move: they are none. */
export type Release = (typeof releases)[number]

/** From Debian 7 on, by number. */
const releases = ['wheezy', 'jessie', 'stretch', 'buster', 'bullseye', 'bookworm', 'trixie', 'forky'] as const

/** `release` is a code name (Debian, Ubuntu) or a number (Alpine `3.20`, Enterprise Linux `9`, Amazon Linux `2023`). */
export interface Distribution {
  readonly family: 'debian' | 'ubuntu' | 'alpine' | 'el' | 'amazon' | 'fedora' | 'windows'
  readonly release?: string
}

/** The distribution that an official image's tag names; undefined where it names none, or two. */
export function distributionOf(image: string, tag: string): Distribution | undefined {
  if (!officialImages.has(image)) return undefined
  return ownDistribution(image, tag) ?? namedDistribution(image, tag)
}

/** The Debian release that the tag names, by suite or (debian only) by number, in full and slim forms; never a guess. */
export function releaseOf(image: string, tag: string): Release | undefined {
  if (!debianImages.has(image)) return undefined
  const number = image === 'debian' ? /^(\d+)(?:\.\d+)*(?:-slim|-backports)?$/.exec(tag)?.[1] : undefined
  if (number !== undefined) return releases[Number(number) - 7]
  const named = tag.split('-').filter(isDebianSuite)
  return named.length === 1 && named[0] !== 'sid' ? (named[0] as Release) : undefined
}

/** Whether this is the name of a Debian release, or `sid`. */
export const isDebianSuite = (word: string): boolean => suites.has(word)

const suites = new Set<string>([...releases, 'sid'])

/**
 * The Alpine release to go to from a distribution: the first that came out after it, so that nothing gets older, and that is
 * still supported (3.22 until May 2027). Only where the names of its packages are known (`alpineNames`), and from 2020 on.
 */
export function alpineFor({ family, release }: Distribution): string | undefined {
  const since = release === undefined ? undefined : dateOf(family, release)
  if (since === undefined || since < '2020') return undefined
  const next = Object.keys(alpineDates).find(
    (number) => alpineDates[number]! >= since && alpineDates[number]! >= alpineDates[oldestAlpine]!,
  )
  return next !== undefined && Object.hasOwn(alpineLists, next) ? next : undefined
}

/** Source: Alpine's page of releases, November 2026. */
const oldestAlpine = '3.22'

/** Whether the packages of a distribution are some years older than those of the Alpine release that `alpineFor` names. */
export function isOldBesideAlpine({ family, release }: Distribution): boolean {
  const since = release === undefined ? undefined : dateOf(family, release)
  return since !== undefined && since < '2023'
}

/**
 * The Debian release to go to from an Ubuntu tag: the first that came out after it, so that its C library is not older.
 * Only where Debian's mirrors hold the release and it is out: none for bionic (buster is archived) and resolute.
 */
export function debianFor(ubuntuTag: string): Release | undefined {
  const { release } = distributionOf('ubuntu', ubuntuTag) ?? {}
  return release === undefined ? undefined : ownValue(debianAfter, release)
}

/** 20.04 has C library 2.31, 22.04 2.35, 24.04 2.39; bullseye 2.31, bookworm 2.36, trixie 2.41. */
const debianAfter: Readonly<Record<string, Release>> = {
  focal: 'bullseye',
  groovy: 'bullseye',
  hirsute: 'bullseye',
  impish: 'bookworm',
  jammy: 'bookworm',
  kinetic: 'bookworm',
  lunar: 'bookworm',
  mantic: 'trixie',
  noble: 'trixie',
  oracular: 'trixie',
  plucky: 'trixie',
}

function dateOf(family: string, release: string): string | undefined {
  if (family === 'debian') return ownValue(debianDates, release)
  return family === 'ubuntu' ? ownValue(ubuntuReleases, release)?.split(' ')[1] : undefined
}

const debianDates: Readonly<Record<string, string>> = {
  wheezy: '2013-05-04',
  jessie: '2015-04-25',
  stretch: '2017-06-17',
  buster: '2019-07-06',
  bullseye: '2021-08-14',
  bookworm: '2023-06-10',
  trixie: '2025-08-09',
}

const ubuntuReleases: Readonly<Record<string, string>> = {
  trusty: '14.04 2014-04-17',
  xenial: '16.04 2016-04-21',
  bionic: '18.04 2018-04-26',
  focal: '20.04 2020-04-23',
  groovy: '20.10 2020-10-22',
  hirsute: '21.04 2021-04-22',
  impish: '21.10 2021-10-14',
  jammy: '22.04 2022-04-21',
  kinetic: '22.10 2022-10-20',
  lunar: '23.04 2023-04-20',
  mantic: '23.10 2023-10-12',
  noble: '24.04 2024-04-25',
  oracular: '24.10 2024-10-10',
  plucky: '25.04 2025-04-17',
  questing: '25.10 2025-10-09',
  resolute: '26.04 2026-04-23',
}

/** In order. */
const alpineDates: Readonly<Record<string, string>> = {
  '3.10': '2019-06-19',
  '3.11': '2019-12-19',
  '3.12': '2020-05-29',
  '3.13': '2021-01-14',
  '3.14': '2021-06-15',
  '3.15': '2021-11-18',
  '3.16': '2022-05-23',
  '3.17': '2022-11-16',
  '3.18': '2023-05-09',
  '3.19': '2023-12-07',
  '3.20': '2024-05-22',
  '3.21': '2024-12-05',
  '3.22': '2025-05-30',
  '3.23': '2025-12-03',
  '3.24': '2026-06-09',
}

/** What the image itself is. */
function ownDistribution(image: string, tag: string): Distribution | undefined {
  if (image === 'debian') return withRelease('debian', releaseOf(image, tag))
  if (image === 'alpine') return withRelease('alpine', /^(3\.\d+)(?:\.\d+)?$/.exec(tag)?.[1])
  if (image === 'ubuntu') {
    const [first = ''] = tag.split('-')
    const numbered = Object.keys(ubuntuReleases).find((name) => ubuntuReleases[name]!.split(' ')[0] === first)
    return withRelease('ubuntu', Object.hasOwn(ubuntuReleases, first) ? first : numbered)
  }
  const number = /^(\d+)(?=[.-]|$)/.exec(tag)?.[1]
  if (/^(almalinux|oraclelinux|rockylinux)$/.test(image)) return withRelease('el', number)
  if (image === 'centos') return withRelease('el', /^(?:centos)?(\d+)(?=[.-]|$)/.exec(tag)?.[1])
  if (image === 'amazonlinux') return withRelease('amazon', number)
  return image === 'fedora' ? withRelease('fedora', number) : undefined
}

/** What a part of the tag says. */
function namedDistribution(image: string, tag: string): Distribution | undefined {
  const found = tag.split('-').flatMap((part, i, parts): readonly Distribution[] => {
    if (isDebianSuite(part))
      return debianImages.has(image) ? [withRelease('debian', releaseOf(image, tag))] : []
    // ROS has a Kinetic of its own.
    const isUbuntu = Object.hasOwn(ubuntuReleases, part) && !(image === 'ros' && part === 'kinetic')
    if (isUbuntu) return [withRelease('ubuntu', part)]
    const alpine = /^alpine(3\.\d+)?$/.exec(part)
    if (alpine !== null) return [withRelease('alpine', alpine[1] ?? /^3\.\d+$/.exec(parts[i + 1] ?? '')?.[0])]
    const el = /^(?:oraclelinux|centos|ubi)(\d+)$/.exec(part)?.[1]
    if (el !== undefined) return [withRelease('el', el)]
    const amazon = /^(?:al|amazonlinux)(2|2023)$/.exec(part)?.[1]
    if (amazon !== undefined) return [withRelease('amazon', amazon)]
    return /^(windowsservercore|nanoserver)/.test(part) ? [{ family: 'windows' }] : []
  })
  return found.length === 1 ? found[0] : undefined
}

const withRelease = (family: Distribution['family'], release: string | undefined): Distribution =>
  release === undefined ? { family } : { family, release }

/** Official images that carry Debian suites in their tags. */
const debianImages = new Set(
  wordsIn(`
    buildpack-deps clojure debian drupal elixir erlang gcc golang haproxy haskell httpd hylang julia memcached
    nginx node openjdk perl php postgres pypy python redis redmine ruby rust swift swipl tomcat`),
)

/** All that are, or once were. */
const officialImages = new Set(
  wordsIn(`
    adminer adoptopenjdk aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb
    archlinux azul-zulu backdrop bash bonita buildpack-deps busybox caddy cassandra celery centos
    chronograf cirros clearlinux clefos clickhouse clojure composer consul convertigo couchbase couchdb
    couchdb-nouveau crate crux dart debian django docker drupal eclipse-mosquitto eclipse-temurin eggdrop
    elasticsearch elixir emqx erlang espocrm euleros express-gateway fedora flink fluentd friendica fsharp
    gazebo gcc geonetwork ghost glassfish golang gradle groovy haproxy haskell haxe hello-seattle
    hello-world hipache hitch hola-mundo httpd hylang ibm-semeru-runtimes ibmjava influxdb iojs irssi java
    jenkins jetty jobber joomla jruby julia kaazing-gateway kapacitor kibana known kong krakend
    lightstreamer lightstreamer-server liquibase logstash mageia mariadb matomo maven mediawiki memcached
    mongo mongo-express monica mono mosquitto mysql nats nats-streaming neo4j neurodebian nextcloud nginx
    nim node notary notary-server notary-signer nuxeo odoo open-liberty openjdk opensuse oraclelinux
    orientdb owncloud percona perl photon php php-zendserver phpmyadmin piwik plone postfixadmin postgres
    pypy python r-base rabbitmq rails rakudo-star rapidoid redis redmine registry rethinkdb rocket.chat
    rockylinux ros ruby rust sapmachine satosa sentry silverpeas sl solr sonarqube sourcemage spark spiped
    storm swarm swift swipl teamspeak telegraf thrift tomcat tomee traefik ubuntu ubuntu-debootstrap
    ubuntu-upstart unit varnish vault websphere-liberty wordpress xwiki yourls zend-php znc zookeeper`),
)
