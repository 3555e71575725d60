import { ownValue, wordsIn } from './words.js'

/**
 * Debian packages, and those that come with one of them, as far as builds are concerned.
 * Source: dependencies of the bookworm and trixie archives, November 2026.
 */

/** What apt brings with a package that others are asked for as well. */
export const comesWith = (name: string): readonly string[] => wordsIn(ownValue(brings, name) ?? '')

const brings: Readonly<Record<string, string>> = {
  'build-essential': 'bzip2 dpkg-dev g++ gcc libc6-dev make patch perl xz-utils',
  'ca-certificates-java': 'ca-certificates',
  'dpkg-dev': 'bzip2 make patch perl xz-utils',
  'g++': 'gcc libc6-dev',
  'git-core': 'git',
  gnupg1: 'gnupg',
  gnupg2: 'gnupg',
  gpg: 'gnupg',
  'openssh-server': 'openssh-client',
  ssh: 'openssh-client',
}

/** Whether a package needs no compiler, header, make or Python, so that it stays where these are purged. */
export const standsWithoutCompiler = (name: string): boolean => alone.has(name)

const alone = new Set(
  wordsIn(`
    bash bzip2 ca-certificates cron curl dumb-init ffmpeg fontconfig gettext gettext-base ghostscript git gnupg gosu
    imagemagick iproute2 iputils-ping jq less libmagic1 libpq5 locales nano net-tools netcat-openbsd
    netcat-traditional nginx openssh-client openssl poppler-utils postgresql-client procps redis-tools rsync sqlite3 sudo
    tar tini tzdata unzip vim-tiny wget xz-utils zip`),
)
