import {
  baseName,
  type Body,
  type Command,
  type Instruction,
  isIsolated,
  isPlainList,
  isRoot,
  maySetErrexit,
  type Model,
  resolve,
  rootOf,
  type Scope,
  type Stage,
} from '../../src/kit.js'
import { barrierIn } from './barriers.js'

/** One RUN of a group, and how it must stand among others. */
export interface Piece {
  readonly instruction: Instruction
  readonly body: Body
  /** Why it cannot have a successor in one shell; undefined when it can. */
  readonly onlyLast: string | undefined
  /** It would change the shell of its successor. */
  readonly leaks: boolean
  /** `;` or `||` would bind otherwise next to `&&`. */
  readonly needsGroup: boolean
  /** Programs it runs, by name. */
  readonly programs: ReadonlySet<string>
  /** Those whose place its shell remembers. */
  readonly remembered: ReadonlySet<string>
  /** Of those, the ones for which it may put another in front on the PATH. */
  readonly replaces: () => ReadonlySet<string> | 'any'
  /** A continuation mark ends the file: nothing can be written behind it. */
  readonly isOpenEnded: boolean
}

/** Reads a RUN as a piece of a merged one, or says why it must stay alone. */
export function readPiece(model: Model, stage: Stage, instruction: Instruction): Piece | string {
  const body = model.bodyOf(stage, instruction)
  if (body.kind === 'none') return body.because
  const scope = model.scopeAt(stage, instruction)
  const { script } = body
  if (script.statements.length === 0) return 'it has no command'
  if (script.hasBackground) return 'it leaves a process in the background, which ends with its layer'
  if (script.hasStatefulExpansion) return 'it reads or sets the state of its shell (`$$`, `$!`, `${x:=y}`)'
  if (scope.shell.readsProfile || scope.variables.has('BASH_ENV') || scope.variables.has('ENV'))
    return 'its shell reads a profile when it starts'
  if (instruction.flags.some((flag) => /(^|,)type=tmpfs/.test(flag.value ?? '')))
    return 'its tmpfs mount ends with it'
  if (instruction.flags.some((flag) => /(^|,)(rw|readwrite)\b(?!=false)/.test(flag.value ?? '')))
    return 'what it writes into its mount ends with it'
  const barrier = barrierIn(body, scope, isRoot(stage, scope))
  if (barrier !== undefined) return barrier
  const isList = script.statements.length === 1 && script.statements[0]!.operators.every((o) => o === '&&')
  const leaks =
    script.functions.length > 0 ||
    script.loopVariables.length > 0 ||
    script.commands.some((command) => changesShell(command))
  const needsGroup = !isList
  const end = body.mapped.endToSource(script.statements.at(-1)!.span.end)
  const isOpenEnded = /\\\s*(\n|$)/.test(model.file.text.slice(end, instruction.span.end))
  if (isOpenEnded && needsGroup) return 'a continuation ends the file'
  return {
    ...{ instruction, body, leaks, needsGroup },
    onlyLast: onlyLast(body, scope, leaks || needsGroup),
    ...programsIn(body, stage),
    replaces: once(() => replacedBy(body)),
    isOpenEnded,
  }
}

function onlyLast(body: Body, scope: Scope, isWrapped: boolean): string | undefined {
  const { script } = body
  if (script.comment !== undefined)
    return 'a comment ends it' + (isWrapped ? '' : ', and would swallow what follows')
  if (!maySetErrexit(body, scope.shell)) return undefined
  const [only] = script.statements
  const isPlain = script.statements.length === 1 && isPlainList(only!) && !script.text.includes(';')
  const isList = isPlain && only!.operators.every((operator) => operator === '&&')
  return isList ? undefined : '`set -e` does not hold inside a list that goes on'
}

/** Commands after which the same shell is another. */
const stateful = new Set(
  (
    'cd pushd popd dirs export readonly unset set umask ulimit trap alias unalias source . eval exec exit return shopt ' +
    'declare typeset local read mapfile readarray getopts hash let enable shift builtin command_not_found_handle'
  ).split(' '),
)

function changesShell(command: Command): boolean {
  if (isIsolated(command.path)) return false
  if (command.words.length === 0) return command.assignments.length > 0
  const name = command.words[0]!.value
  if (name === undefined || stateful.has(name) || stateful.has(resolve(command).name ?? '')) return true
  if (name === ':' && command.assignments.length > 0) return true
  return name === 'printf' && command.words[1]?.value === '-v'
}

/** Commands of the base system, which nobody installs a second time in another folder, and build tools. */
const settled = new Set(
  (
    'apt-get apt aptitude apt-key apt-mark apt-cache add-apt-repository dpkg dpkg-reconfigure apk yum dnf microdnf rpm ' +
    'zypper pacman rm mkdir cp mv ln chmod chown chgrp touch ls cat echo printf test [ true false : tar gzip gunzip bzip2 ' +
    'unzip xz sed awk grep egrep find xargs sort uniq head tail cut tr tee wc useradd groupadd usermod groupmod adduser ' +
    'addgroup deluser userdel passwd chpasswd chsh sudo su sh bash ash dash install locale-gen update-locale localedef ' +
    'update-alternatives update-ca-certificates ldconfig id whoami date sleep mktemp dirname basename readlink stat env ' +
    'expr rmdir sync md5sum sha1sum sha256sum sha512sum setcap cd export set unset umask ulimit trap exit exec source . ' +
    'eval alias return make ninja meson docker-php-ext-install docker-php-ext-enable docker-php-ext-configure a2enmod a2ensite'
  ).split(' '),
)

/**
 * Programs by the names under which a shell remembers where they lie. A subshell knows what its parent remembers; dash
 * and ash look up the members of a pipe themselves, so that they remember them too. What sudo runs, sudo looks up.
 */
function programsIn({ script }: Body, stage: Stage): Pick<Piece, 'programs' | 'remembered'> {
  // These images have pip in /usr/local/bin, and there it is replaced.
  const isPython = /^(python|pypy)$/.test(rootOf(stage).image?.name ?? '')
  const programs = new Set<string>()
  const remembered = new Set<string>()
  for (const { words, path } of script.commands) {
    const name = words[0]?.value
    if (name === undefined || name.includes('/') || settled.has(name)) continue
    if (isPython && /^(pip|python)[\d.]*$/.test(name)) continue
    programs.add(name)
    if (!isIsolated(path.filter((enclosure) => enclosure !== 'pipe'))) remembered.add(name)
  }
  return { programs, remembered }
}

/** Most RUNs share no program with another: then nobody asks. */
function once<T>(compute: () => T): () => T {
  let value: { readonly it: T } | undefined
  return () => (value ??= { it: compute() }).it
}

/**
 * Which programs a script may replace by others: those it names as packages, paths or projects, or any. The `git` in an
 * address is no program; what git puts where programs lie may be any.
 */
function replacedBy({ script }: Body): ReadonlySet<string> | 'any' {
  const names = new Set<string>()
  for (const command of script.commands) {
    const { name, args } = resolve(command)
    if (command.words.length === 0) continue
    const values = args.map(({ value }) => value)
    if (name === undefined || isOpaque(name, values)) return 'any'
    const base = baseName(name)
    if (base === 'git' && args.some(({ text }) => holdsPrograms.test(text))) return 'any'
    if (
      /^(apt-get|apt|apk|yum|dnf)$/.test(base) &&
      values.some((v) => /^(remove|purge|autoremove|autopurge|del|erase)$/.test(v ?? ''))
    )
      return 'any'
    if (/^(nvm|n|fnm|volta|nodenv)$/.test(base))
      for (const tool of ['node', 'npm', 'npx', 'yarn']) names.add(tool)
    if (
      /^(pip[\d.]*|npm|yarn|gem)$/.test(base) &&
      values.some((v) => v === undefined || /^(-r|--requirement|-e|update|\.)/.test(v))
    )
      names.add(base)
    for (const { text } of args) {
      const word = base === 'git' ? text.replace(/\.git\b|\bgit(?=@|:)/g, '') : text
      for (const part of word.split(/[^A-Za-z0-9+_]+/)) addFamily(names, part)
      for (const part of word.split(/[\s/@=:"'<>~^]+/)) addFamily(names, part.replace(/[-.]\d.*$/, ''))
    }
  }
  return names
}

/** A folder of programs, or one above. */
const holdsPrograms = /^["']?(?:[^:]*\bs?bin\/?|\/(?:usr\/?)?|\/usr\/local\/?)["']?$/

/** Commands that may install any program: builds, and scripts that cannot be seen. */
function isOpaque(name: string, values: readonly (string | undefined)[]): boolean {
  if (/^(sh|bash|ash|dash|su|xargs|eval|source|\.|conda|mamba|bundle|rustup)$/.test(name)) return true
  if (/^(make|gmake|ninja|cmake|meson|scons|waf)$/.test(name))
    return values.some((v) => v === undefined || /install/.test(v))
  if (/^python[\d.]*$/.test(name))
    return values.length === 0 || values.some((v) => v === undefined || /^-$|\.py$|^-m$/.test(v))
  return name.includes('/') && !/\/(configure|autogen\.sh|pip[\d.]*|python[\d.]*|npm|node|gem)$/.test(name)
}

const families = [
  ['pip', 'pip2', 'pip3'],
  ['python', 'python2', 'python3'],
  ['node', 'nodejs', 'npm', 'npx'],
  ['bundle', 'bundler'],
  ['gcc', 'cc', 'g++'],
  ['java', 'javac', 'jdk', 'jre'],
  ['cargo', 'rustc', 'rustup', 'rust'],
]

/** A new pip is also a new pip3. */
function addFamily(names: Set<string>, name: string): void {
  if (name === '') return
  names.add(name)
  for (const family of families) if (family.includes(name)) for (const member of family) names.add(member)
}
