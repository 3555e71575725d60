import { wordsIn } from './words.js'

/**
 * Users and groups that Alpine's images have before anything is made in them.
 * Source: aports, main/alpine-baselayout (passwd and group), 3.19 to 3.24; users of official images: their Alpine Dockerfiles,
 * November 2026.
 */

/** Whether an image of Alpine has a user of that name. */
export const hasUser = (image: string, name: string): boolean =>
  users.has(name) || (Object.hasOwn(ownUsers, image) && ownUsers[image] === name)

/** Whether it has a group of that name. */
export const hasGroup = (image: string, name: string): boolean => groups.has(name) || hasUser(image, name)

/** Whether a number below 1000 belongs to a user or group that is there. */
export const isTaken = (number: number): boolean => taken.has(number)

const users = new Set(
  wordsIn('bin cron daemon ftp games guest halt lp mail news nobody ntp root shutdown sshd sync uucp'),
)

const groups = new Set(
  wordsIn(`
    adm audio bin cdrom cron daemon dialout disk floppy ftp games input kmem kvm lp mail netdev news nobody nogroup ntp
    ping root shadow sshd sys tape tty users utmp uucp video wheel www-data`),
)

/** Of the images that run as, or bring, a user of their own. */
const ownUsers: Readonly<Record<string, string>> = {
  gradle: 'gradle',
  haproxy: 'haproxy',
  httpd: 'www-data',
  memcached: 'memcache',
  nginx: 'nginx',
  node: 'node',
  php: 'www-data',
  rabbitmq: 'rabbitmq',
  redis: 'redis',
}

const taken = new Set([
  ...Array.from({ length: 28 }, (_, i) => i + 1),
  ...[31, 33, 34, 35, 42, 65, 70, 82, 85, 89, 100, 123, 200, 209, 300, 405, 406, 999],
])
