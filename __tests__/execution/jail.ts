import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** The shells under which a Dockerfile may be built. `posix` is bash under the name of sh. */
export const shells = ['dash', 'bash', 'posix', 'ash'] as const
export type Shell = (typeof shells)[number]

/** A folder that plays the root of an image, for one shell. Nothing that is run in it can leave it. */
export interface Jail {
  readonly shell: Shell
  /** The folder with everything below. */
  readonly home: string
  /** What RUN starts. */
  readonly command: readonly string[]
  /** The programs that it has. */
  readonly programs: Set<string>
  remove(): void
}

const programs: Readonly<Record<Shell, string>> = {
  dash: '/bin/dash',
  bash: '/bin/bash',
  posix: '/bin/bash',
  ash: '/bin/busybox',
}

/** Why nothing can be executed on this machine under a shell; undefined where it can. */
export function findLack(shell: Shell): string | undefined {
  for (const program of ['/bin/dash', '/bin/busybox', '/usr/bin/ldd', '/usr/bin/unshare', programs[shell]])
    if (!existsSync(program)) return `${program} is missing`
  const { status } = spawnSync('/usr/bin/unshare', [...asRoot, '-R', '/', '/bin/busybox', 'true'])
  return status === 0 ? undefined : 'this user may not change the root folder of a process'
}

/** Whoever is not root becomes it in a name space of its own. */
export const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']

export function makeJail(shell: Shell): Jail {
  const home = mkdtempSync(join(workshop(), 'dfslim-jail-'))
  const own = join(home, 'root/.dfslim')
  mkdirSync(join(own, 'bin'), { recursive: true })
  for (const program of new Set(['/bin/dash', '/bin/busybox', programs[shell]])) {
    copyFileSync(realpathSync(program), join(own, basename(program)))
    linkLibraries(program, own, join(home, 'image'))
  }
  symlinkSync('dash', join(own, 'sh'))
  copyFileSync('__tests__/execution/stub.sh', join(own, 'stub'))
  chmodSync(join(own, 'stub'), 0o755)
  symlinkSync('stub', join(own, 'copy'))
  makeImage(join(home, 'image'), basename(programs[shell]))
  const command = [shell === 'bash' ? '/bin/bash' : '/bin/sh', '-c']
  return {
    shell,
    home,
    command,
    programs: new Set(),
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

/** Memory is three times as fast as a disk, where programs may be run from it. */
function workshop(): string {
  const memory = '/dev/shm'
  try {
    const probe = join(mkdtempSync(join(memory, 'dfslim-')), 'true')
    copyFileSync('/bin/dash', probe)
    const { status } = spawnSync(probe, ['-c', ':'])
    rmSync(dirname(probe), { recursive: true })
    return status === 0 ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** A build begins with links to the libraries: copies would take longer than the build. */
function linkLibraries(program: string, own: string, image: string): void {
  const { stdout } = spawnSync('/usr/bin/ldd', [program], { encoding: 'utf8' })
  for (const [library] of stdout.matchAll(/\/\S+/g)) {
    const name = basename(library)
    copyFileSync(realpathSync(library), join(own, name))
    const link = join(image, library)
    mkdirSync(dirname(link), { recursive: true })
    rmSync(link, { force: true })
    symlinkSync(`/.dfslim/${name}`, link)
  }
}

const folders =
  'dev etc home opt root run srv tmp usr/bin usr/sbin usr/lib usr/local/bin usr/local/lib usr/share usr/src ' +
  'var/cache/apt/archives var/cache/apk var/lib/apt/lists/partial var/lib/dpkg etc/dpkg/dpkg.cfg.d var/log var/spool var/tmp'

/** What every build starts from. */
function makeImage(image: string, shell: string): void {
  for (const folder of folders.split(' ')) mkdirSync(join(image, folder), { recursive: true })
  chmodSync(join(image, 'tmp'), 0o1777)
  mkdirSync(join(image, 'bin'))
  symlinkSync(`/.dfslim/${shell}`, join(image, 'bin/sh'))
  symlinkSync('/.dfslim/dash', join(image, 'bin/dash'))
  symlinkSync('/.dfslim/busybox', join(image, 'bin/ash'))
  if (shell === 'bash') symlinkSync('/.dfslim/bash', join(image, 'bin/bash'))
  writeFileSync(join(image, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n')
  writeFileSync(join(image, 'etc/os-release'), 'ID=debian\nVERSION_ID="12"\n')
  writeFileSync(join(image, 'etc/motd'), 'hello\n')
  spawnSync('mknod', [join(image, 'dev/null'), 'c', '1', '3'])
}
