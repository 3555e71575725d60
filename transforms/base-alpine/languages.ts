import {
  type LockedPackage,
  quoted,
  readJson,
  readLock,
  readNpmCall,
  requirementsIn,
  scriptsOf,
  type Word,
} from '../../src/kit.js'
import { gemOnAlpine, npmOnAlpine, pipOnAlpine } from '../../src/knowledge/languages-alpine.js'
import { pipNeedsCommand, npmNeedsCommand } from '../../src/knowledge/languages.js'
import { isPlainTool, needsNodeAlone } from '../../src/knowledge/npm.js'
import { alpineNames } from '../../src/knowledge/packages.js'
import type { Journey, Place } from './journey.js'

const installers =
  /^(pip[\d.]*|npm|npx|yarn|yarnpkg|pnpm|gem|bundle|bundler|poetry|pipenv|uv|easy_install|composer|pecl|docker-php-ext-(install|configure|enable))$/

/** Whether a command installs packages of a language. `python -m pip` does as well. */
export const installs = (base: string, words: readonly (string | undefined)[]): boolean =>
  installers.test(base) ||
  (/^python[\d.]*$/.test(base) && words[0] === '-m' && /^pip[\d.]*$/.test(words[1] ?? ''))

/** Judges a shell text as if it stood at the place. */
export type JudgeText = (journey: Journey, place: Place, text: string) => string | undefined

/** Why an install does not go along, behind `line 5 `; what it needs is taken down. */
export function judgeInstall(
  journey: Journey,
  place: Place,
  base: string,
  args: readonly Word[],
  judgeText: JudgeText,
): string | undefined {
  const values = args.map(({ value }) => value)
  if (base.startsWith('python')) return pip(journey, place, values.slice(2))
  if (base.startsWith('pip') && base !== 'pipenv') return pip(journey, place, values)
  if (/^(npm|npx|yarn|yarnpkg|pnpm)$/.test(base)) return npm(journey, place, base, values, judgeText)
  if (base === 'gem') return gem(journey, place, values)
  if (base === 'composer' || base === 'docker-php-ext-enable') return undefined
  if (base === 'docker-php-ext-install') return extensions(journey, place, values)
  if (base === 'docker-php-ext-configure') return undefined
  if (base === 'pecl') {
    if (values[0] !== 'install') return undefined
    const needsHeaders = values.some((value) => value?.startsWith('xdebug') === true)
    journey.wantBuild(place, 'pecl', ['$PHPIZE_DEPS', ...(needsHeaders ? ['linux-headers'] : [])], [])
    return undefined
  }
  const verb = values.find((value) => value !== undefined && !value.startsWith('-'))
  return /^(--version|config|check|env|info)$/.test(verb ?? '--version')
    ? undefined
    : `installs by \`${base} ${verb}\` what cannot be known to work with musl`
}

/** Extensions of PHP that are built with what the image has, or with what the author installs for them on Debian too. */
const extensionNames =
  /^(bcmath|bz2|calendar|ctype|curl|dba|dom|exif|ffi|fileinfo|filter|ftp|gd|gettext|gmp|iconv|intl|ldap|mbstring|mysqli|opcache|pcntl|pdo|pdo_(mysql|pgsql|sqlite)|pgsql|phar|posix|session|shmop|simplexml|soap|sockets|sodium|sysv(msg|sem|shm)|tidy|tokenizer|xml|xmlreader|xmlwriter|xsl|zip)$/

/** What Alpine needs for some of them, which Debian's C library brings. */
const extensionNeeds: Readonly<Record<string, string>> = { gettext: 'gettext-dev', sockets: 'linux-headers' }

function extensions(
  journey: Journey,
  place: Place,
  values: readonly (string | undefined)[],
): string | undefined {
  const names = values.filter(
    (value, i) => value === undefined || !(/^-/.test(value) || values[i - 1] === '-j'),
  )
  const strange = names.find((name) => name === undefined || !extensionNames.test(name))
  if (names.includes(undefined) || strange !== undefined)
    return `builds the extension \`${strange ?? '$...'}\` of PHP, of which the needs on Alpine are not known`
  const needs = names.flatMap((name) => extensionNeeds[name!] ?? [])
  if (needs.length > 0) journey.wantBuild(place, 'docker-php-ext-install', needs, [])
  return undefined
}

/** Options of pip that take the next word. */
const valued =
  /^(-i|--index-url|--extra-index-url|--trusted-host|--timeout|--retries|-c|--constraint|--prefix|--root|-t|--target|--upgrade-strategy|--progress-bar)$/

function pip(journey: Journey, place: Place, values: readonly (string | undefined)[]): string | undefined {
  const at = values.findIndex((value) => !value?.startsWith('-'))
  if (values[at] !== 'install')
    return /^(list|freeze|check|cache|config|show|uninstall)$/.test(values[at] ?? 'list')
      ? undefined
      : `calls \`pip ${values[at]}\``
  const { target, programs } = journey
  const isManaged = target.kind === 'system' && !programs.has('venv')
  if (isManaged && target.isOlder && !values.includes('--break-system-packages'))
    return 'installs by `pip` among the packages of apk, which newer versions refuse'
  const wanted: string[] = []
  for (let i = at + 1; i < values.length; i++) {
    const value = values[i]
    if (value === undefined) return 'installs by `pip` what a variable names'
    if (/^(-r|--requirement)/.test(value)) {
      const file = /^(-r|--requirement)$/.test(value)
        ? (values[++i] ?? '')
        : value.replace(/^(-r|--requirement=)/, '')
      const names = requirementsIn({ files: journey.files, folder: place.folder }, file)
      if (names === undefined) return `installs by \`pip\` what \`${file}\` names, which cannot be read`
      wanted.push(...names)
    } else if (valued.test(value)) i++
    else if (/^(-e|--editable|--no-binary)/.test(value))
      return `installs by \`pip ${value}\` what is built from source`
    else if (!value.startsWith('-')) wanted.push(value)
  }
  for (const requirement of wanted) {
    const obstacle = wheel(journey, place, requirement)
    if (obstacle !== undefined) return obstacle
  }
  return undefined
}

function wheel(journey: Journey, place: Place, requirement: string): string | undefined {
  const name = /^[A-Za-z0-9][\w.-]*(\s*\[[^\]]*\])?/.exec(requirement)?.[0].replace(/\s/g, '')
  if (name === undefined || /[/@]|\.(whl|zip|tar\.gz)$|^\.$/.test(requirement))
    return `installs \`${requirement}\` by \`pip\`, which may be built for glibc`
  const kind = pipOnAlpine(name)
  if (kind === 'unknown')
    return `installs \`${name}\` by \`pip\`, of which nothing says that it works with musl`
  if (kind === 'blocked') return `installs \`${name}\` by \`pip\`, which is built for glibc alone`
  if (kind === 'wheel' && !hasWheels(journey, requirement))
    return `installs \`${name}\` by \`pip\`, of which this version may have no wheel for musl`
  if (typeof kind === 'object') {
    if (!journey.target.hasPackages) return `installs \`${name}\` by \`pip\`, which is built from source`
    journey.wantBuild(place, name, kind.alpineBuild, kind.alpineRuntime)
  }
  journey.programs.add(name.toLowerCase().replace(/\[.*/, ''))
  return called(journey, place, name, pipNeedsCommand(name) ?? [])
}

/** Projects publish wheels for musl since 2022, for Pythons from 3.10 on: of current versions there are some. */
function hasWheels({ image, target, subject }: Journey, requirement: string): boolean {
  if (/==|~=|<|===/.test(requirement)) return false
  if (image !== 'python') return target.kind === 'system'
  const tag = subject.model.stages.find((stage) => stage.image?.name === 'python')?.image?.tag ?? 'latest'
  const [, minor] = /^3\.(\d+)/.exec(tag) ?? []
  return target.hasPackages && (minor === undefined || Number(minor) >= 10)
}

/** Takes down the Debian packages whose programs a package calls. */
function called(journey: Journey, place: Place, by: string, packages: readonly string[]): string | undefined {
  for (const debian of packages) {
    if (journey.installed.has(debian)) continue
    const names = alpineNames(debian)
    if (names?.kind !== 'names') return `installs \`${by}\`, which uses \`${debian}\``
    // On Debian the image, or nobody, had it: as it was.
    if (journey.target.kind === 'image' && journey.target.hasPackages) journey.want(place, by, names.names)
  }
  return undefined
}

function npm(
  journey: Journey,
  place: Place,
  program: string,
  values: readonly (string | undefined)[],
  judgeText: JudgeText,
): string | undefined {
  const call = readNpmCall(program, values)
  if (call.kind === 'nothing') return undefined
  if (call.kind === 'unknown') return `calls \`${program}\` in a way that cannot be read`
  if (call.kind === 'tool') return judgeText(journey, place, quoted(call.words))
  if (call.kind === 'script') return script(journey, place, call.name, judgeText)
  const names = call.names.map((name) => name.replace(/(?<=.)@.*$/, ''))
  if (call.isGlobal && names.length > 0 && names.every(isPlainTool)) {
    for (const name of names) journey.programs.add(name === 'typescript' ? 'tsc' : name)
    return undefined
  }
  const { files } = journey
  const text =
    files.read('npm-shrinkwrap.json', place.folder) ?? files.read('package-lock.json', place.folder)
  const lock = program === 'npm' && names.length === 0 && text !== undefined ? readLock(text) : undefined
  if (lock === undefined || text === undefined)
    return `installs by \`${program}\`, and no lock file is seen that npm obeys`
  for (const locked of lock.packages) {
    if (locked.isDev && call.leavesOutDev) continue
    const obstacle = lockedPackage(journey, place, locked, call.runsScripts, text)
    if (obstacle !== undefined) return obstacle
    for (const one of locked.programs) journey.programs.add(one)
  }
  if (!call.runsScripts) return undefined
  for (const hook of ['preinstall', 'install', 'postinstall', 'prepare']) {
    const obstacle = script(journey, place, hook, judgeText, 'where it is')
    if (obstacle !== undefined) return obstacle
  }
  return undefined
}

/** What a script of package.json runs. */
function script(
  journey: Journey,
  place: Place,
  name: string,
  judgeText: JudgeText,
  must: 'be there' | 'where it is' = 'be there',
): string | undefined {
  const manifest = readJson(journey.files.read('package.json', place.folder) ?? '')
  const scripts = manifest && scriptsOf(manifest)
  if (scripts === undefined) {
    if (place.instruction.keyword === 'RUN') return 'runs a script of a package.json that cannot be seen'
    journey.doubts.add(`the script that ${place.line} runs cannot be seen`)
    return undefined
  }
  for (const part of [`pre${name}`, name, `post${name}`]) {
    const text = scripts.get(part)
    if (text === undefined && part === name && must === 'be there' && name !== 'start')
      return `runs the script \`${name}\`, which package.json does not have`
    const obstacle =
      text === undefined || journey.depth > 5
        ? undefined
        : deeper(journey, () => judgeText(journey, place, text))
    if (obstacle !== undefined) return `runs the script \`${part}\`, which ${obstacle}`
  }
  return undefined
}

function deeper<T>(journey: Journey, judge: () => T): T {
  journey.depth++
  const verdict = judge()
  journey.depth--
  return verdict
}

/** Packages that bring a binary for musl since these versions. */
const prebuiltSince: Readonly<Record<string, string>> = {
  argon2: '0.40',
  bcrypt: '5.1',
  'better-sqlite3': '8.0',
  sharp: '0.33',
  sqlite3: '5.1',
}

function lockedPackage(
  journey: Journey,
  place: Place,
  { name, version, hasScript, isForeign, isBinary }: LockedPackage,
  runsScripts: boolean,
  text: string,
): string | undefined {
  const kind = npmOnAlpine(name)
  if (kind === 'blocked') return `installs \`${name}\` by \`npm\`, which is built for glibc alone`
  if (isForeign) return `installs \`${name}\` by \`npm\` from elsewhere`
  const since = Object.hasOwn(prebuiltSince, name) ? prebuiltSince[name]! : undefined
  if (since !== undefined && !isSince(version, since))
    return `installs \`${name}\` ${version} by \`npm\`, which may have no binary for musl`
  if (typeof kind === 'object') {
    if (!journey.target.hasPackages) return `installs \`${name}\` by \`npm\`, which is built from source`
    journey.wantBuild(place, name, kind.alpineBuild, kind.alpineRuntime)
  } else if (hasScript && runsScripts && kind !== 'prebuilt' && !needsNodeAlone(name))
    return `installs \`${name}\` by \`npm\`, which runs an install script`
  if (isBinary && /-gnu$|linux-x64$/.test(name) && !/[-"](linux-?musl|linux-\w+-musl)|-musl"/.test(text))
    return `installs \`${name}\` by \`npm\`, and the lock file has no such package for musl`
  return called(journey, place, name, npmNeedsCommand(name) ?? [])
}

function isSince(version: string, since: string): boolean {
  const [[a = 0, b = 0], [c = 0, d = 0]] = [version, since].map((text) => text.split('.').map(Number)) as [
    number[],
    number[],
  ]
  return a > c || (a === c && b >= d)
}

function gem(journey: Journey, place: Place, values: readonly (string | undefined)[]): string | undefined {
  if (values[0] !== 'install') return undefined
  for (let i = 1; i < values.length; i++) {
    const value = values[i]
    if (value === undefined) return 'installs by `gem` what a variable names'
    if (/^(-v|--version|-i|--source|-s)$/.test(value)) i++
    else if (!value.startsWith('-')) {
      const kind = gemOnAlpine(value)
      const isPure = /^(bundler|rake|jekyll-sass-converter|sass|rdoc|thor|rack|foreman|compass)$/.test(value)
      if (kind === 'unknown' && !isPure)
        return `installs \`${value}\` by \`gem\`, of which nothing says that it works with musl`
      if (kind !== 'unknown') {
        if (!journey.target.hasPackages) return `installs \`${value}\` by \`gem\`, which is built from source`
        journey.wantBuild(place, value, kind.alpineBuild, kind.alpineRuntime)
      }
      journey.programs.add(value)
    }
  }
  return undefined
}
