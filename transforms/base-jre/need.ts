import { type Command, commandsOf, programOf, type Stage, type Subject } from '../../src/kit.js'
import { lostCommand } from '../../src/knowledge/commands.js'
import { callsNoInstaller } from '../../src/knowledge/programs.js'

/** What only a JDK has. */
const tools =
  /^(jar|jarsigner|java[cp]|javadoc|jaotc|jcmd|jconsole|jdb|jdeprscan|jdeps|jhat|jhsdb|jimage|jinfo|jlink|jmap|jmod|jpackage|jps|jshell|jstack|jstatd?|jwebserver|native2ascii|rmic|schemagen|serialver|wsgen|wsimport|xjc)$/
const builders =
  /^(ant|bazel|buildr|clojure|gradlew?|groovyc?|grails|jbang|kotlinc?|lein|mill|mvnw?|sbt|scala(c|-cli)?|spring)$/
/** What has `java` compile, or load into itself. */
const dynamic = /\.java$|^-(agentlib|agentpath|javaagent)|^--source\b/
/** Programs of the image for the JDK that the one for the JRE may lack. */
const extras = /^(git|hg|svn|bzr|ssh|ssh-.*|scp|gpg)$/
const runners = /^(sh|bash|dash|ash|su|gosu|su-exec|xargs|eval|source|\.|python[\d.]*|perl|node|ruby|make)$/

/** Why a stage, or one that is built on it, needs a JDK or may need one; undefined where it only runs a program. */
export function needOf(stage: Stage, subject: Subject): string | undefined {
  let runs = false
  for (const member of [stage, ...stage.heirs])
    for (const instruction of member.instructions) {
      const text = instruction.args.text
      const line = `line ${instruction.startLine}`
      if (/tools\.jar|\bjre\/|\bct\.sym\b|jdk\.(compiler|attach|jshell)/.test(text))
        return `${line} names what only a JDK has`
      if (instruction.keyword === 'ONBUILD') return `${line} decides for other builds`
      const commands = commandsOf(subject, member, instruction)
      if (typeof commands === 'string') return `${line} cannot be read: ${commands}`
      for (const command of commands) {
        const need = needOfCommand(command)
        if (need !== undefined) return `${line} ${need}`
        if (instruction.keyword !== 'RUN' && programOf(command).base === 'java') runs = true
      }
    }
  return runs ? undefined : 'nothing shows that it runs `java`'
}

function needOfCommand(command: Command): string | undefined {
  if (command.words.length === 0) return undefined
  const { name, args, base } = programOf(command)
  if (name === undefined) return 'runs a command named by a variable'
  if (tools.test(base)) return `runs \`${base}\`, which only a JDK has`
  if (builders.test(base)) return `builds with \`${base}\``
  if (base === 'java')
    return args.some(({ value, text }) => dynamic.test(value ?? text))
      ? 'runs `java` with what may need a JDK'
      : undefined
  if (base.startsWith('-')) return undefined
  if (extras.test(base)) return `runs \`${base}\`, which the image of the JRE may lack`
  const isKnown = !name.includes('/') || /^\/(usr\/)?s?bin\//.test(name)
  const isHarmless = callsNoInstaller(base) || lostCommand('python', 'bookworm', base).kind !== 'unknown'
  if (runners.test(base) || !isKnown || !isHarmless) return `runs \`${name}\`, which cannot be seen through`
  return undefined
}
