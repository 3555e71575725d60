import { type LockedPackage, quoted, readJson, readLock, readNpmCall, scriptsOf } from '../../src/kit.js'
import { npmOnAlpine } from '../../src/knowledge/languages-alpine.js'
import { npmNeedsCommand } from '../../src/knowledge/languages.js'
import { isPlainTool, needsNodeAlone } from '../../src/knowledge/npm.js'
import { called } from './called.js'
import type { Journey, Place } from './journey.js'

/** Judges a shell text as if it stood at the place. */
export type JudgeText = (journey: Journey, place: Place, text: string) => string | undefined

/** Why a call of npm, npx, yarn or pnpm does not go along, behind `line 5 `; what it needs is taken down. */
export function npm(
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
