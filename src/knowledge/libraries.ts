import type { Release } from './distributions.js'
import { ownValue, wordsIn } from './words.js'

/**
 * The packages that hold at run time what a program was linked with at build time.
 * Source: the `Depends` of the packages for development with the same version, in Debian's archive, November 2026; of
 * libraries in several packages those that programs are linked with.
 */

/** What a package for development stands for at run time; undefined where it is not known. */
export function runtimeLibraries(development: string, release: Release): readonly string[] | undefined {
  const at = releases.indexOf(release)
  const row = ownValue(libraries, development)
  if (row === undefined || at < 0) return undefined
  const columns = row.split('|')
  const names = (columns[at] ?? columns.at(-1)!).trim()
  return names === '-' ? undefined : wordsIn(names)
}

/** The same where the release is not known: only what has one name in all of them. */
export function lastingLibraries(development: string): readonly string[] | undefined {
  const row = ownValue(libraries, development)
  return row === undefined || row.includes('|') ? undefined : wordsIn(row)
}

/** The columns of the table; a row with fewer has the same in all that follow. */
const releases: readonly Release[] = ['bullseye', 'bookworm', 'trixie']

/** `-`: there is no such package in that release. */
const libraries: Readonly<Record<string, string>> = {
  'default-libmysqlclient-dev': 'libmariadb3',
  'libacl1-dev': 'libacl1',
  'libaio-dev': 'libaio1 | libaio1 | libaio1t64',
  'libattr1-dev': 'libattr1',
  'libblas-dev': 'libblas3',
  'libbz2-dev': 'libbz2-1.0',
  'libc-ares-dev': 'libc-ares2 | libc-ares2 | libcares2',
  'libcairo2-dev': 'libcairo2',
  'libcap-dev': 'libcap2',
  'libcap-ng-dev': 'libcap-ng0',
  'libcjson-dev': 'libcjson1',
  'libcurl4-gnutls-dev': 'libcurl3-gnutls | libcurl3-gnutls | libcurl3t64-gnutls',
  'libcurl4-openssl-dev': 'libcurl4 | libcurl4 | libcurl4t64',
  'libedit-dev': 'libedit2',
  'libelf-dev': 'libelf1 | libelf1 | libelf1t64',
  'libev-dev': 'libev4 | libev4 | libev4t64',
  'libevent-dev': `
    libevent-2.1-7 libevent-openssl-2.1-7 libevent-pthreads-2.1-7
    | libevent-2.1-7 libevent-openssl-2.1-7 libevent-pthreads-2.1-7
    | libevent-2.1-7t64 libevent-openssl-2.1-7t64 libevent-pthreads-2.1-7t64`,
  'libexpat1-dev': 'libexpat1',
  'libffi-dev': 'libffi7 | libffi8',
  'libfmt-dev': 'libfmt7 | libfmt9 | libfmt10',
  'libfreetype-dev': 'libfreetype6',
  'libfreetype6-dev': 'libfreetype6',
  'libgcrypt20-dev': 'libgcrypt20',
  'libgdbm-dev': 'libgdbm6 | libgdbm6 | libgdbm6t64',
  'libgeos-dev': 'libgeos-c1v5 | libgeos-c1v5 | libgeos-c1t64',
  'libglib2.0-dev': 'libglib2.0-0 | libglib2.0-0 | libglib2.0-0t64',
  'libgmp-dev': 'libgmp10 libgmpxx4ldbl',
  'libhiredis-dev': 'libhiredis0.14 | libhiredis0.14 | libhiredis1.1.0',
  'libjansson-dev': 'libjansson4',
  'libjpeg-dev': 'libjpeg62-turbo',
  'libjpeg62-turbo-dev': 'libjpeg62-turbo',
  'libkrb5-dev': 'libgssapi-krb5-2 libkrb5-3',
  'liblapack-dev': 'liblapack3',
  'liblcms2-dev': 'liblcms2-2',
  'libldap2-dev': 'libldap-2.4-2 | libldap-2.5-0 | libldap2',
  'libleveldb-dev': 'libleveldb1d',
  'liblmdb-dev': 'liblmdb0',
  'liblua5.3-dev': 'liblua5.3-0',
  'libluajit-5.1-dev': 'libluajit-5.1-2',
  'liblz4-dev': 'liblz4-1',
  'liblzma-dev': 'liblzma5',
  'libmagic-dev': 'libmagic1 | libmagic1 | libmagic1t64',
  'libmariadb-dev': 'libmariadb3',
  'libmariadb-dev-compat': 'libmariadb3',
  'libmemcached-dev': `
    libmemcached11 libmemcachedutil2 | libmemcached11 libmemcachedutil2
    | libmemcached11t64 libmemcachedutil2t64`,
  'libmicrohttpd-dev': 'libmicrohttpd12 | libmicrohttpd12 | libmicrohttpd12t64',
  'libmnl-dev': 'libmnl0',
  'libncurses-dev': 'libncurses6 libncursesw6',
  'libncurses5-dev': 'libncurses6 libncursesw6 | libncurses6 libncursesw6 | -',
  'libncursesw5-dev': 'libncursesw6 | libncursesw6 | -',
  'libnghttp2-dev': 'libnghttp2-14',
  'libnl-3-dev': 'libnl-3-200',
  'libnuma-dev': 'libnuma1',
  'libonig-dev': 'libonig5',
  'libopenblas-dev': 'libopenblas0',
  'libopenjp2-7-dev': 'libopenjp2-7',
  'libpam0g-dev': 'libpam0g',
  'libpcre2-dev': `
    libpcre2-8-0 libpcre2-16-0 libpcre2-32-0 libpcre2-posix2
    | libpcre2-8-0 libpcre2-16-0 libpcre2-32-0 libpcre2-posix3`,
  'libpcre3-dev': 'libpcre3 | libpcre3 | -',
  'libpng-dev': 'libpng16-16 | libpng16-16 | libpng16-16t64',
  'libpq-dev': 'libpq5',
  'librabbitmq-dev': 'librabbitmq4',
  'librdkafka-dev': 'librdkafka1 librdkafka++1',
  'libreadline-dev': 'libreadline8 | libreadline8 | libreadline8t64',
  'libsasl2-dev': 'libsasl2-2',
  'libseccomp-dev': 'libseccomp2',
  'libsnappy-dev': 'libsnappy1v5',
  'libsodium-dev': 'libsodium23',
  'libsqlite3-dev': 'libsqlite3-0',
  'libssh2-1-dev': 'libssh2-1 | libssh2-1 | libssh2-1t64',
  'libssl-dev': 'libssl1.1 | libssl3 | libssl3t64',
  'libsystemd-dev': 'libsystemd0',
  'libtiff-dev': 'libtiff5 | libtiff6',
  'libtiff5-dev': 'libtiff5 | libtiff6',
  'libudev-dev': 'libudev1',
  'liburing-dev': 'liburing1 | liburing2',
  'libusb-1.0-0-dev': 'libusb-1.0-0',
  'libuv1-dev': 'libuv1 | libuv1 | libuv1t64',
  'libwebp-dev': 'libwebp6 libwebpdemux2 libwebpmux3 | libwebp7 libwebpdemux2 libwebpmux3',
  'libx11-dev': 'libx11-6',
  'libxml2-dev': 'libxml2',
  'libxslt-dev': 'libxslt1.1',
  'libxslt1-dev': 'libxslt1.1',
  'libyaml-dev': 'libyaml-0-2',
  'libzmq3-dev': 'libzmq5',
  'libzstd-dev': 'libzstd1',
  'unixodbc-dev': 'libodbc1 odbcinst1debian2 | libodbc2 libodbcinst2',
  'uuid-dev': 'libuuid1',
  'zlib1g-dev': 'zlib1g',
}
