import { baseName, type Command, joinPath, programOf, type Word } from '../../src/kit.js'
import { builds, type Effect, unknown } from './effects.js'
import type { Language } from './language.js'
import type { Launch } from './launch.js'
import { pathOf, type Place } from './place.js'

/** Programs of Java: archives and folders of classes. */
export const java: Language = {
  name: 'Java',
  compiles: (command) => /^(javac|jar|mvnw?|gradlew?)$/.test(programOf(command).base),
  effect: javaEffect,
  isSource: (file) =>
    /\.(java|kt|kts|scala|groovy|gradle)$|(^|\/)(pom\.xml|gradlew(\.bat)?|mvnw(\.cmd)?|gradle\.properties|settings\.xml|build\.xml)$|(^|\/)(src|gradle|\.mvn|\.gradle)\//.test(
      file,
    ),
  isSourceName: (name) =>
    /\.(java|kt|kts|gradle)$|(^|\/)(pom\.xml|gradlew|mvnw|gradle\.properties|settings\.xml|src|gradle|\.mvn)\/?$/.test(
      name,
    ),
}

function javaEffect(command: Command, place: Place): Effect | undefined {
  const { base, args } = programOf(command)
  const { folder } = place
  const values = args.map(({ value }) => value)
  if (base === 'javac') {
    const at = values.indexOf('-d')
    const path = at < 0 ? folder : pathOf(args[at + 1], place)
    return path === undefined ? builds() : builds({ path, shape: 'below' })
  }
  if (base === 'jar') return jarOf(args, place)
  if (base === 'java' && values[0] === '-version') return builds()
  if (!/^(mvnw?|gradlew?)$/.test(base)) return undefined
  if (values.some((value) => /^-(f|p|b|-file|-project-dir|-build-file)(=|$)/.test(value ?? '')))
    return unknown('builds in another folder')
  if (folder === undefined) return builds()
  const isMaven = base.startsWith('mvn')
  const goals = isMaven
    ? /^(package|install|verify|deploy|assembly:\w+)$/
    : /(^|:)(build|assemble|jar|bootJar|shadowJar|fatJar|installDist|installShadowDist)$/
  if (!values.some((value) => goals.test(value ?? ''))) return builds()
  return builds({ path: folder, shape: 'below' })
}

/** `jar cf x.jar`, `jar --create --file x.jar`. */
function jarOf(args: readonly Word[], place: Place): Effect {
  const [first] = args
  const file = args.findIndex(({ value }) => /^(-f|--file)$/.test(value ?? ''))
  const joined = args.find(({ value }) => value?.startsWith('--file='))?.value?.slice(7)
  const letters = /^-?[cvfme0M]+$/.exec(first?.value ?? '')?.[0].replace('-', '')
  if (joined !== undefined) return builds({ path: joinPath(place.folder, joined)!, shape: 'file' })
  const order = letters?.replace(/[^fme]/g, '')
  const word =
    file >= 0 ? args[file + 1] : order?.includes('f') === true ? args[1 + order.indexOf('f')] : undefined
  const path = pathOf(word, place)
  return path === undefined
    ? unknown('calls `jar` in a way that does not tell what it makes')
    : builds({ path, shape: 'file' })
}

/** The archives and folders that a call of `java` loads, as absolute paths; else why they cannot be told. */
export function loadedBy({ args, line }: Launch, workdir: string | undefined): readonly string[] | string {
  const unclear = `what \`java\` of ${line} loads cannot be told`
  const found: string[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === undefined) continue
    if (/^-(javaagent|agentpath|agentlib|Djava\.library\.path|Dloader\.path|-patch-module)\b/.test(arg))
      return `\`${arg}\` of ${line} loads more than the program`
    if (/^(-jar|-cp|-classpath|--class-path|-p|--module-path)$/.test(arg)) {
      const value = args[++i]
      if (value === undefined) return unclear
      for (const entry of value.split(':')) {
        const path = joinPath(workdir, entry.replace(/\/\*$/, '') || '.')
        if (path === undefined || entry.includes('$')) return unclear
        found.push(path)
      }
      if (arg === '-jar') return found
    } else if (/^-(m|-module|-add-opens|-add-exports|-add-modules|-enable-preview)$/.test(arg)) {
      if (!/preview/.test(arg)) i++
    } else if (!arg.startsWith('-')) break
  }
  if (found.length > 0) return found
  return workdir === undefined || workdir === '/' ? unclear : [workdir]
}

/** Words of sources that draw on a screen, which a headless Java lacks. */
const drawn = /\bjava\.awt\b|\bjavax\.(swing|imageio|print|sound)\b|\bjavafx\b/

export const drawsIn = (texts: readonly (string | undefined)[]): boolean | undefined =>
  texts.some((text) => text !== undefined && drawn.test(text))
    ? true
    : texts.includes(undefined)
      ? undefined
      : false

/** What stands for a package of the JDK at run time. */
export function jrePackage(name: string, draws: boolean | undefined): string | undefined {
  const match = /^(openjdk-\d+|default)-jdk(-headless)?$/.exec(name)
  if (!match) return undefined
  return `${match[1] === 'default' ? 'default-jre' : `${match[1]}-jre`}${match[2] !== undefined || draws === false ? '-headless' : ''}`
}

export const isJava = ({ program }: Launch): boolean => baseName(program) === 'java'
