import { wordsIn } from './words.js'

/**
 * Debian packages, and those that come with one of them, as far as builds are concerned.
 * Source: dependencies of the bookworm and trixie archives, November 2026.
 */

/** What apt brings with a package that others are asked for as well. */
export const comesWith = (name: string): readonly string[] =>
  name === 'build-essential'
    ? ['dpkg-dev', 'g++', 'gcc', 'libc6-dev', 'make']
    : name === 'g++'
      ? ['gcc', 'libc6-dev']
      : []

/** Whether a package needs no compiler, header, make or Python, so that it stays where these are purged. */
export const standsWithoutCompiler = (name: string): boolean => alone.has(name)

const alone = new Set(
  wordsIn(`
    bash bzip2 ca-certificates cron curl dumb-init ffmpeg fontconfig gettext gettext-base ghostscript git gnupg gosu
    imagemagick iproute2 iputils-ping jq less libmagic1 libpq5 locales nano net-tools netcat-openbsd
    netcat-traditional nginx openssh-client openssl poppler-utils postgresql-client procps redis-tools rsync sqlite3 sudo
    tar tini tzdata unzip vim-tiny wget xz-utils zip`),
)
