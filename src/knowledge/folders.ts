import { wordsIn } from './words.js'

/**
 * Folders that belong to the author of a Dockerfile.
 * Source: the Filesystem Hierarchy Standard 3.0, Debian's and Alpine's policies, and the Dockerfiles of the official
 * images that run as root; November 2026.
 */

/** Whether neither a package of a distribution nor that official image has files in a folder; the path is absolute. */
export function isOwnFolder(path: string, image: string | undefined): boolean {
  const [top = '', ...rest] = path.slice(1).split('/')
  if (top === '') return false
  if (!system.has(top)) return true
  const name = own.find((folder) => path.startsWith(`${folder}/`))
  const next = name === undefined ? home.exec(path)?.[1] : path.slice(name.length + 1).split('/')[0]
  return rest.length > 0 && next !== undefined && next !== '' && next !== image && !vendors.has(next)
}

/** Folders that the standard, or an official image, has at the root. */
const system = new Set(
  wordsIn(`
    afs bin boot config data dev docker-entrypoint-initdb.d etc go home lib lib32 lib64 libx32 local media mnt opt proc
    root run sbin srv sys tmp usr var`),
)

/** Below these each folder is the author's but for those of vendors and of the image itself. */
const own = ['/opt', '/srv', '/usr/src', '/usr/local/src', '/go/src', '/var/www']
const home = /^\/home\/[^/]+\/([^./][^/]*)/

/** Folders of vendors' packages and of images below `/opt`, of packages and images elsewhere. */
const vendors = new Set(
  wordsIn(
    'cgi-bin containerd google html ibm java localhost microsoft mssql-tools oracle php python redmine yarn',
  ),
)
