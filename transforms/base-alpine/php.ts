import type { Journey, Place } from './journey.js'

/** Extensions of PHP that are built with what the image has, or with what the author installs for them on Debian too. */
const extensionNames =
  /^(bcmath|bz2|calendar|ctype|curl|dba|dom|exif|ffi|fileinfo|filter|ftp|gd|gettext|gmp|iconv|intl|ldap|mbstring|mysqli|opcache|pcntl|pdo|pdo_(mysql|pgsql|sqlite)|pgsql|phar|posix|session|shmop|simplexml|soap|sockets|sodium|sysv(msg|sem|shm)|tidy|tokenizer|xml|xmlreader|xmlwriter|xsl|zip)$/

/** What Alpine needs for some of them, which Debian's C library brings. */
const extensionNeeds: Readonly<Record<string, string>> = { gettext: 'gettext-dev', sockets: 'linux-headers' }

/** Why `docker-php-ext-install` does not go along, behind `line 5 `; what it needs is taken down. */
export function extensions(
  journey: Journey,
  place: Place,
  values: readonly (string | undefined)[],
): string | undefined {
  const names = values.filter(
    (value, i) => value === undefined || !(/^-/.test(value) || values[i - 1] === '-j'),
  )
  const strange = names.find((name) => name === undefined || !extensionNames.test(name))
  if (names.includes(undefined) || strange !== undefined)
    return `builds the extension \`${strange ?? '$...'}\` of PHP, of which the needs on Alpine are not known`
  const needs = names.flatMap((name) => extensionNeeds[name!] ?? [])
  if (needs.length > 0) journey.wantBuild(place, 'docker-php-ext-install', needs, [])
  return undefined
}

/** The same of `pecl`, for which the image on Alpine has no compiler. */
export function pecl(journey: Journey, place: Place, values: readonly (string | undefined)[]): undefined {
  if (values[0] !== 'install') return
  const needsHeaders = values.some((value) => value?.startsWith('xdebug') === true)
  journey.wantBuild(place, 'pecl', ['$PHPIZE_DEPS', ...(needsHeaders ? ['linux-headers'] : [])], [])
}
