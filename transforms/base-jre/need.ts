import { baseName, type Command, type Instruction, resolve, type Stage, type Subject } from '../../src/kit.js'
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
      const commands = commandsOf(member, subject, instruction)
      if (typeof commands === 'string') return `${line} cannot be read: ${commands}`
      for (const command of commands) {
        const need = needOfCommand(command)
        if (need !== undefined) return `${line} ${need}`
        if (instruction.keyword !== 'RUN' && calledBy(command).base === 'java') runs = true
      }
    }
  return runs ? undefined : 'nothing shows that it runs `java`'
}

/** The commands that an instruction runs, now or when the image runs; else why they cannot be read. */
function commandsOf(stage: Stage, { model }: Subject, instruction: Instruction): readonly Command[] | string {
  const { keyword, args, json } = instruction
  if (!/^(RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword)) return []
  if (keyword === 'RUN' && !json) {
    const body = model.bodyOf(stage, instruction)
    return body.kind === 'none' ? body.because : body.script.commands
  }
  if (/^NONE$/i.test(args.text)) return []
  const words = json ? inShell(json) : undefined
  const script = model.scriptOf(words ?? args.text.replace(/^CMD\s+/i, ''))
  return script.kind === 'unparsed' ? script.because : script.commands
}

/** The exec form as a shell would have to be told; of `sh -c` what that shell is told. */
function inShell(words: readonly string[]): string {
  if (/^(\/(usr\/)?bin\/)?(ba|da|a)?sh$/.test(words[0] ?? '') && /^-\w*c$/.test(words[1] ?? ''))
    return words[2] ?? ''
  return words.map((word) => `'${word.replace(/'/g, `'\\''`)}'`).join(' ')
}

/** The program that a command runs, also where another starts it. */
function calledBy(command: Command) {
  let { name, args } = resolve(command)
  while (/^(exec|tini|dumb-init|env)$/.test(baseName(name ?? ''))) {
    const next = args.findIndex(({ value }) => value === undefined || !/^-|^\w+=/.test(value))
    if (next < 0) break
    name = args[next]!.value
    args = args.slice(next + 1)
  }
  return { name, args, base: baseName(name ?? '') }
}

function needOfCommand(command: Command): string | undefined {
  if (command.words.length === 0) return undefined
  const { name, args, base } = calledBy(command)
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
