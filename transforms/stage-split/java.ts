import { baseName, type Command, joinPath, type Scope } from '../../src/kit.js'
import { builds, type Effect, unknown } from './effects.js'
import { jarCall, listsRead, toolOf } from './jar.js'
import type { Language } from './language.js'
import type { Launch } from './launch.js'
import { pathOf, type Place } from './place.js'

/** Programs of Java: archives and folders of classes. */
export const java: Language = {
  name: 'Java',
  compiles: (command) => /^(javac|jar|mvnw?|gradlew?)$/.test(toolOf(command).base),
  effect: javaEffect,
  reads: listsRead,
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
  const { base, args } = toolOf(command)
  const { folder } = place
  const values = args.map(({ value }) => value)
  if (base === 'javac') {
    const at = values.indexOf('-d')
    const path = at < 0 ? folder : pathOf(args[at + 1], place)
    return path === undefined ? builds() : builds({ path, shape: 'below' })
  }
  const jar = jarCall(command, place)
  if (jar)
    return jar.file === undefined
      ? unknown('calls `jar` in a way that does not tell what it makes')
      : builds({ path: jar.file, shape: 'file' })
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

/** The archives and folders that a call of `java` loads, as absolute paths; else why they cannot be told. */
export function loadedBy({ args, line }: Launch, { workdir, variables }: Scope): readonly string[] | string {
  const unclear = `what \`java\` of ${line} loads cannot be told`
  for (const name of ['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS']) {
    if (!variables.has(name)) continue
    const options = variables.get(name)?.split(/\s+/)
    const loading = options?.find(
      (option) => loads.test(option) || /^(@|-(cp|classpath|p)$|--(class|module)-path)/.test(option),
    )
    if (options === undefined) return `the options in ${name} cannot be told`
    if (loading !== undefined) return `\`${loading}\` of ${name} loads more than the program`
  }
  const found: string[] = []
  const take = (value: string | undefined): boolean => {
    const paths = value
      ?.split(':')
      .map((entry) =>
        entry.includes('$') ? undefined : joinPath(workdir, entry.replace(/\/\*$/, '') || '.'),
      )
    if (paths === undefined || paths.includes(undefined)) return false
    found.push(...(paths as string[]))
    return true
  }
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === undefined) continue
    if (loads.test(arg)) return `\`${arg}\` of ${line} loads more than the program`
    const joined = /^--(?:class|module)-path=(.*)$/.exec(arg)?.[1]
    if (joined !== undefined) {
      if (!take(joined)) return unclear
    } else if (/^(-jar|-cp|-classpath|--class-path|-p|--module-path)$/.test(arg)) {
      if (!take(args[++i])) return unclear
      if (arg === '-jar') return found
    } else if (/^-(m|-module|-add-opens|-add-exports|-add-modules|-enable-preview)$/.test(arg)) {
      if (!/preview/.test(arg)) i++
    } else if (arg.startsWith('@')) return unclear
    else if (arg.endsWith('.java')) return `${line} runs a source, which is compiled when the image runs`
    else if (!arg.startsWith('-')) break
  }
  if (found.length > 0) return found
  if (variables.has('CLASSPATH')) return take(variables.get('CLASSPATH')) ? found : unclear
  return workdir === undefined || workdir === '/' ? unclear : [workdir]
}

const loads =
  /^-(javaagent|agentpath|agentlib|Djava\.library\.path|Dloader\.path|-patch-module|-upgrade-module-path|Xbootclasspath|XX:Flags=)/

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
