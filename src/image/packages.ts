import type { Node } from './tree.js'

/** Packages and their versions, by name. */
export type Packages = ReadonlyMap<string, string>

type Files = ReadonlyMap<string, Node>

const apkDatabases = ['/lib/apk/db/installed', '/usr/lib/apk/db/installed']
const dpkgStatus = '/var/lib/dpkg/status'
/** Images without a package manager have a file for each package there. */
const dpkgParts = '/var/lib/dpkg/status.d/'
const dpkgInfo = '/var/lib/dpkg/info/'

/** Whether a file says which packages are there, or what they own. */
export function isRecord(path: string): boolean {
  if (path === dpkgStatus || apkDatabases.includes(path)) return true
  return path.startsWith(dpkgInfo) ? path.endsWith('.list') : path.startsWith(dpkgParts)
}

/** The packages of a file system whose records were kept: those of dpkg and apk. */
export function packagesIn(files: Files): Packages {
  const packages = new Map<string, string>()
  for (const [path, { text }] of files) {
    if (text === undefined) continue
    if (path === dpkgStatus || (path.startsWith(dpkgParts) && !path.endsWith('.md5sums')))
      addFromDpkg(text, packages)
    else if (apkDatabases.includes(path)) addFromApk(text, packages)
  }
  return packages
}

function addFromDpkg(text: string, packages: Map<string, string>): void {
  for (const paragraph of text.split(/\n{2,}/)) {
    const field = (name: string) => new RegExp(`^${name}: *(.*)$`, 'm').exec(paragraph)?.[1]
    const name = field('Package')
    if (name !== undefined && / installed$/.test(field('Status') ?? ' installed'))
      packages.set(name, field('Version') ?? '')
  }
}

function addFromApk(text: string, packages: Map<string, string>): void {
  for (const paragraph of text.split(/\n{2,}/)) {
    const name = /^P:(.*)$/m.exec(paragraph)?.[1]
    if (name !== undefined) packages.set(name, /^V:(.*)$/m.exec(paragraph)?.[1] ?? '')
  }
}

/** Which package each of some paths belongs to, as the records say; those of none are left out. */
export function ownersOf(paths: ReadonlySet<string>, files: Files): ReadonlyMap<string, string> {
  const owners = new Map<string, string>()
  const claim = (path: string, name: string) => {
    const real = throughTop(path, files)
    if (paths.has(real)) owners.set(real, name)
  }
  for (const [path, { text }] of files) {
    if (text === undefined) continue
    if (path.startsWith(dpkgInfo)) claimAll(text.split('\n'), packageOf(path, dpkgInfo), claim)
    else if (path.startsWith(dpkgParts))
      claimAll(text.match(checkedPath) ?? [], packageOf(path, dpkgParts), claim)
    else if (apkDatabases.includes(path)) claimFromApk(text, claim)
  }
  for (const path of paths) if (path.startsWith(dpkgInfo)) owners.set(path, packageOf(path, dpkgInfo))
  return owners
}

type Claim = (path: string, name: string) => void

/** A path in a list of checksums, without the slash in front. */
const checkedPath = /(?<=^[0-9a-f]{32} {2}).+$/gm

/** `curl` of `/var/lib/dpkg/info/curl:amd64.list`. */
const packageOf = (path: string, folder: string) =>
  path.slice(folder.length).replace(/(?::[^.]*)?\.[^.]*$/, '')

function claimAll(paths: readonly string[], name: string, claim: Claim): void {
  for (const path of paths) if (path !== '') claim(path.startsWith('/') ? path : `/${path}`, name)
}

function claimFromApk(text: string, claim: Claim): void {
  let name = ''
  let folder = ''
  for (const line of text.split('\n')) {
    const value = line.slice(2)
    if (line.startsWith('P:')) name = value
    else if (line.startsWith('F:')) claim((folder = `/${value}`), name)
    else if (line.startsWith('R:')) claim(`${folder}/${value}`, name)
  }
}

/** Packages name `/lib/..` where `/lib` is a link to `/usr/lib`. */
function throughTop(path: string, files: Files): string {
  const end = path.indexOf('/', 1)
  const top = end < 0 ? undefined : files.get(path.slice(0, end))
  if (top?.kind !== 'link' || top.target === undefined) return path
  return `/${top.target.replace(/^\/|\/$/g, '')}${path.slice(end)}`
}
