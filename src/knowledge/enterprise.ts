import { ownValue, wordsIn } from './words.js'

/**
 * The minimal images of Enterprise Linux (almalinux, rockylinux, oraclelinux): what they install with, and what they lack.
 * Source: microdnf's own option table and commands (rpm-software-management/microdnf 3.10, options there since January 2021,
 * and so in the one of EL 8); images: their package lists, domain knowledge, 2026.
 */

/** What installs packages in the slim twin of an image; undefined where that is not known. */
export function slimInstaller(image: string, tag: string): 'microdnf' | 'yum' | undefined {
  const major = /^\d+/.exec(tag)?.[0]
  if (image === 'oraclelinux' && (major === '6' || major === '7')) return 'yum'
  return major !== undefined && Number(major) >= 8 ? 'microdnf' : undefined
}

/** Whether an option means the same to dnf, to yum of EL 8 and later, and to microdnf. */
export function isMicrodnfOption(option: string): boolean {
  return options.test(option)
}

/** microdnf takes no value of a boolean but 0 and 1, and its other options of `--setopt` are spelled otherwise. */
const options =
  /^(-y|--assumeyes|--nodocs|--best|--nobest|--refresh|--noplugins|--(en|dis)ablerepo=[\w.*-]+|--releasever=[\w.]+|--setopt=(install_weak_deps=[01]|keepcache=[01]|tsflags=nodocs))$/

/** Where microdnf keeps what it downloads; dnf has `/var/cache/dnf` for it. */
export const microdnfCache = '/var/cache/yum'

/** The package that brings a command which the minimal images are not known to have, and the full ones have. */
export function minimalLacks(command: string): string | undefined {
  return Object.keys(lacking).find((name) => wordsIn(ownValue(lacking, name)!).includes(command))
}

/** Package -> commands. */
const lacking: Readonly<Record<string, string>> = {
  cpio: 'cpio',
  diffutils: 'cmp diff diff3 sdiff',
  findutils: 'find xargs',
  gzip: 'gunzip gzip zcat zgrep',
  hostname: 'dnsdomainname domainname hostname',
  iproute: 'ip ss',
  iputils: 'ping',
  less: 'less',
  passwd: 'passwd',
  'procps-ng': 'free pgrep pkill ps sysctl top uptime watch',
  'shadow-utils':
    'chpasswd gpasswd groupadd groupdel groupmod newusers useradd userdel usermod chage vigr vipw',
  sudo: 'sudo',
  systemd: 'hostnamectl init journalctl localectl systemctl timedatectl',
  tar: 'tar',
  'util-linux': 'blkid flock lsblk mount mountpoint nsenter runuser setpriv su umount unshare uuidgen',
  'vim-minimal': 'vi',
  which: 'which',
}

/** Whether a command is part of every image with a shell, GNU's core utilities and rpm. */
export const isMinimalCommand = (command: string): boolean => basics.has(command)

const basics = new Set(
  wordsIn(`
    . : [ alias bg break builtin cat cd chgrp chmod chown command continue cp curl cut date declare dd df dirname basename du
    echo env eval exit export expr false fgrep getconf getent grep egrep head id install join kill let ln local ls md5sum
    mkdir mkfifo mknod mktemp mv nice nl nohup nproc od paste popd printf pushd pwd read readlink readonly realpath return
    rm rmdir rpm rpmkeys sed seq set sha1sum sha256sum sha512sum shift shopt sleep sort split stat stty sync tac tail tee test
    timeout touch tr trap true truncate type tty ulimit umask uname uniq unlink unset update-ca-trust wait wc whoami yes awk
    gawk base64 comm ldconfig`),
)
