import { lostCommands } from './commands.js'
import { alpineNames } from './packages.js'
import { wordsIn } from './words.js'

/**
 * Programs that Debian's packages bring, by packages that Dockerfiles install most.
 * Source: the packages' file lists (bookworm), and their Alpine equals' (aports), November 2026: only programs that both have
 * under one name.
 */

/**
 * Whether one of the installed packages is known to bring a program, on Debian and on Alpine alike. A package is taken to
 * bring the program of its own name where Alpine has it under that name, and nothing of it is known to differ.
 */
export function isBroughtBy(installed: ReadonlySet<string>, program: string, release?: string): boolean {
  if (installed.has(program)) {
    const fate = alpineNames(program, release)
    if (fate?.kind === 'names' && fate.names.includes(program) && fate.differs === undefined) return true
  }
  const packages = owners().get(program) ?? []
  return packages.some((name) => installed.has(name))
}

let byProgram: ReadonlyMap<string, readonly string[]> | undefined

function owners(): ReadonlyMap<string, readonly string[]> {
  if (byProgram !== undefined) return byProgram
  const found = new Map<string, string[]>()
  for (const table of [programs, lostCommands])
    for (const [name, list] of Object.entries(table))
      for (const program of wordsIn(list)) found.set(program, [...(found.get(program) ?? []), name])
  return (byProgram = found)
}

const programs: Readonly<Record<string, string>> = {
  'apache2-utils': 'ab htpasswd',
  'bind9-dnsutils': 'dig host nslookup',
  'build-essential': 'c++ cc g++ gcc make',
  'default-jdk': 'jar java javac keytool',
  'default-jdk-headless': 'jar java javac keytool',
  'default-jre': 'java keytool',
  'default-jre-headless': 'java keytool',
  'default-mysql-client': 'mysql mysqladmin mysqldump',
  dnsutils: 'dig host nslookup',
  ffmpeg: 'ffmpeg ffprobe',
  'g++': 'c++ g++',
  'gettext-base': 'envsubst',
  'golang-go': 'go gofmt',
  gettext: 'envsubst msgfmt',
  gnupg: 'gpg gpg-agent gpgconf',
  gnupg2: 'gpg gpg-agent gpgconf',
  imagemagick: 'convert identify mogrify',
  iproute2: 'ip ss',
  'iputils-ping': 'ping',
  'mariadb-client': 'mariadb mysql mysqldump',
  nginx: 'nginx',
  'netcat-openbsd': 'nc',
  'netcat-traditional': 'nc',
  nodejs: 'node',
  'openjdk-11-jdk': 'jar java javac keytool',
  'openjdk-17-jdk': 'jar java javac keytool',
  'openjdk-17-jdk-headless': 'jar java javac keytool',
  'openjdk-17-jre': 'java keytool',
  'openjdk-17-jre-headless': 'java keytool',
  'openjdk-21-jdk': 'jar java javac keytool',
  'openjdk-21-jdk-headless': 'jar java javac keytool',
  'openjdk-21-jre': 'java keytool',
  'openjdk-21-jre-headless': 'java keytool',
  'openssh-client': 'scp sftp ssh ssh-add ssh-agent ssh-keygen ssh-keyscan',
  'openssh-server': 'sshd ssh-keygen',
  'poppler-utils': 'pdfinfo pdftoppm pdftotext',
  'postgresql-client': 'pg_dump pg_dumpall pg_isready pg_restore psql',
  'python3-pip': 'pip pip3',
  'redis-server': 'redis-cli redis-server',
  'redis-tools': 'redis-cli',
  ruby: 'erb gem irb ruby',
  sqlite3: 'sqlite3',
  supervisor: 'supervisorctl supervisord',
  'tesseract-ocr': 'tesseract',
}
