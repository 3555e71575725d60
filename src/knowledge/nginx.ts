import { wordsIn } from './words.js'

/**
 * What nginx's Alpine image has and its slim one lacks: the one is built on the other, and adds modules that load on demand,
 * curl and ca-certificates.
 * Source: the Dockerfiles of nginx/docker-nginx, from the first slim one (2022-09) to 2026-04; directives: the modules' own
 * documentation.
 */

/** What of a configuration, a command or a file name asks for one of the modules; undefined where nothing does. */
export function nginxModuleIn(text: string): string | undefined {
  return asks.exec(text)?.[0]
}

const asks =
  /\bload_module\b|\bnginx-module-[\w-]+|\bngx_(http|stream|mail)_\w+_module\.so\b|\b(geoip|image_filter|xslt)_[a-z_]+|\bjs_(access|body_filter|content|fetch\w*|filter|header_filter|import|include|path|periodic|preload_object|preread|set|shared\w*|var)\b|\bacme_(certificate|issuer|shared_zone)\b|\b(image_filter|image-filter|xml_entities|njs|geoip)\b|(?<![\w/])xslt(?![\w+])/i

/** Whether the slim image has a command: those of Alpine's busybox and apk that Dockerfiles name, and nginx's. */
export const isNginxSlimCommand = (command: string): boolean => kept.has(command)

/** Commands of curl and ca-certificates, and of what the modules bring. */
export const isNginxLostCommand = (command: string): boolean => lost.has(command)

const kept = new Set(
  wordsIn(`
    . : [ addgroup adduser apk ash awk base64 basename break bunzip2 cat cd chgrp chmod chown command continue cp cut date
    delgroup deluser df dirname dos2unix du echo egrep env envsubst eval exec exit export expr false fgrep find free getent
    grep gunzip gzip head hostname id install kill killall ln ls md5sum mkdir mktemp mv nc nginx nslookup passwd pgrep ping
    pkill printf ps pwd read readlink realpath return rm rmdir sed seq set sh sha1sum sha256sum sha512sum shift sleep sort
    stat sync tail tar tee test timeout touch tr trap true umask uname uniq unix2dos unset unzip wc wget which xargs yes`),
)

const lost = new Set(wordsIn('c_rehash curl geoiplookup geoiplookup6 njs update-ca-certificates xsltproc'))
