import {
  aptCall,
  baseName,
  type Command,
  findScript,
  hazardIn,
  programOf,
  quoted,
  toldBy,
  type Word,
} from '../../src/kit.js'
import { isBroughtBy } from '../../src/knowledge/brought.js'
import { onAlpine } from '../../src/knowledge/busybox.js'
import { lostCommand, ownCommands } from '../../src/knowledge/commands.js'
import { alpineNames } from '../../src/knowledge/packages.js'
import { wordsIn } from '../../src/knowledge/words.js'
import { judgeGo } from './go.js'
import { type Journey, Journey as Walk, type Place } from './journey.js'
import { installs, judgeInstall } from './languages.js'
import { programMade } from './made.js'

/** Judges commands in their order: why one of them does not go along, behind `line 5 `; undefined where all do. */
export function judgeAll(journey: Journey, place: Place, commands: readonly Command[]): string | undefined {
  let here = place
  for (const command of commands) {
    const [first, second] = command.words
    if (/^(cd|pushd|popd)$/.test(first?.value ?? '')) {
      here = command.path.length > 0 ? { ...here, folder: undefined } : Walk.inFolder(here, second?.value)
      continue
    }
    const at = Math.max(here.at, place.instruction.span.start + command.span.start)
    const obstacle = judge(journey, { ...here, at }, command)
    if (obstacle !== undefined) return obstacle
  }
  return undefined
}

/** Programs that make others of a source. */
const compilers =
  /^(make|gmake|cmake|ninja|meson|scons|gcc|g\+\+|cc|c\+\+|clang(\+\+)?|ld|ar|autoconf|automake|autoreconf|libtool\w*|cargo|rustc|ghc|cabal|stack|swift|javac|ant|sbt|lein|perlbrew|cpanm?|luarocks|R|Rscript|opam|mix|rebar3)$/
const shells = /^(sh|bash|ash|dash)$/
const interpreters = /^(python[\d.]*|node|nodejs|ruby|perl|php)$/
/** Programs that start what their words name. */
const starters =
  /^(su-exec|gosu|timeout|nohup|nice|setsid|xargs|time|docker-entrypoint\.sh|docker-php-entrypoint)$/
const services =
  /^(gunicorn|uvicorn|hypercorn|daphne|flask|celery|waitress-serve|streamlit|django-admin|pytest|mvn|gradle|gradlew|catalina\.sh|httpd(-foreground)?|php-fpm|redis-server|redis-cli|memcached|nginx|rabbitmq-server|rabbitmq-plugins|rabbitmqctl|java|keytool|jar)$/

function judge(journey: Journey, place: Place, command: Command): string | undefined {
  if (command.words.length === 0) return undefined
  const { name: bare, args, base } = programOf(command)
  if (bare === undefined) return 'runs a command that a variable names'
  const written = command.words.map(({ value }) => value)
  const name = written.find((word) => word?.endsWith(`/${base}`)) ?? bare
  const strange = written.find((word) => word !== undefined && strangePlaces.has(word))
  if (strange !== undefined) return `runs \`${strange}\`, which on Alpine lies elsewhere`
  if (aptCall(command)) return 'calls apt where it cannot be translated'
  const words = args.map(({ value }) => value)
  if (shells.test(base)) return shell(journey, place, base, args)
  if (compilers.test(base)) return `builds with \`${base}\`, for another C library`
  if (base === 'go') return judgeGo(journey, place, words)
  if (installs(base, words)) return judgeInstall(journey, place, base, args, judgeText)
  if (
    base === 'echo' &&
    place.shell !== 'bash' &&
    args.some(({ text }) => /\\[abcefnrtv0\\]/.test(text) || text === '-e')
  )
    return 'prints with `echo` what Alpine’s shell prints otherwise'
  if (base === 'chmod') return programMade(journey, place, words)
  if (base === 'chown' || base === 'chgrp') {
    const owner = words.find((word) => word !== undefined && !word.startsWith('-'))
    const known = base === 'chown' ? owner : owner && `:${owner}`
    if (known !== undefined && !journey.accounts.knows(known))
      return `gives files to \`${owner}\`, whom Alpine does not have`
  }
  if (/^(curl|wget)$/.test(base) && place.instruction.keyword === 'RUN')
    journey.downloads.add(place.instruction.startLine)
  if (base === 'tar' && packsXz(words)) journey.want(place, 'tar', ['xz'])
  if (base === 'find') {
    const inner = judgeFound(journey, place, words)
    if (inner !== undefined) return inner
    return program(journey, place, base, name, withoutExec(words))
  }
  if (base === 'su' && words.includes('-c')) return 'runs a command by `su`'
  if (starters.test(base)) {
    const next = args.findIndex(({ text }) => !/^[-\d]/.test(text) && !/^\w+=/.test(text))
    const isUser = /^(su-exec|gosu)$/.test(base)
    const rest = args.slice(isUser ? next + 1 : next)
    if (next >= 0 && rest.length > 0) {
      const inner = judgeText(journey, place, rest.map(({ text }) => text).join(' '))
      if (inner !== undefined) return inner
    }
  }
  if (name.includes('/') && !/^(\/usr(\/local)?)?\/s?bin\//.test(name)) return file(journey, place, name)
  if (interpreters.test(base)) {
    const told = toldBy(words)
    if (told.kind === 'module' && /^(venv|virtualenv)$/.test(told.name)) journey.programs.add('venv')
    if (words.some((word) => word !== undefined && /^(setup\.py|\.?\/?configure)$/.test(baseName(word))))
      return `builds with \`${base} ${words[0] ?? ''}\``
  }
  return program(journey, place, base, name, words)
}

const packsXz = (words: readonly (string | undefined)[]): boolean =>
  words.some((word) => /^-?\w*c\w*J|^-?\w*J\w*c/.test(word ?? ''))

/** What `find` runs: the words between `-exec` and `;` or `+`. */
function judgeFound(
  journey: Journey,
  place: Place,
  words: readonly (string | undefined)[],
): string | undefined {
  for (const [i, word] of words.entries()) {
    if (word === undefined || !/^-(exec|execdir|ok)$/.test(word)) continue
    const rest = words.slice(i + 1)
    const end = rest.findIndex((one) => one === ';' || one === '+')
    const inner = rest.slice(0, end < 0 ? rest.length : end).map((one) => one ?? '$x')
    const obstacle = judgeText(journey, place, quoted(inner))
    if (obstacle !== undefined) return obstacle
  }
  return undefined
}

function withoutExec(words: readonly (string | undefined)[]): readonly (string | undefined)[] {
  let isInside = false
  return words.filter((word) => {
    if (isInside) {
      isInside = word !== ';' && word !== '+'
      return false
    }
    isInside = word === '-exec'
    return true
  })
}

/** A program by its name alone: whether the target has it, or what brings it back. */
function program(
  journey: Journey,
  place: Place,
  base: string,
  name: string,
  words: readonly (string | undefined)[],
): string | undefined {
  const { image, installed, programs } = journey
  const isOwn = wordsIn(`${ownCommands[image] ?? ''} ${alsoOwn[image] ?? ''}`).includes(base)
  const isLocal = !name.includes('/') || name.startsWith('/usr/local/')
  if (isOwn && !isLocal) return `runs \`${name}\`, which on Alpine lies in /usr/local/bin`
  if (isOwn || programs.has(base)) return undefined
  if (isBroughtBy(installed, base, journey.target.release)) return undefined
  if (
    journey.target.kind === 'image' &&
    (services.test(base) || /^docker-(php-\S+|entrypoint\.sh)$/.test(base))
  )
    return undefined
  const fate = onAlpine(name, words)
  if (fate.kind === 'there') return undefined
  if (fate.kind === 'package') {
    journey.want(place, base, [fate.name])
    return undefined
  }
  const lost = journey.target.kind === 'image' ? lostCommand('python', 'bookworm', base) : undefined
  if (lost?.kind !== 'lost') return `runs \`${name}\`, of which nothing says that Alpine has it`
  const names = alpineNames(lost.package)
  if (names?.kind !== 'names') return `runs \`${base}\`, of which the package on Alpine is not known`
  if (!journey.target.hasPackages)
    return `runs \`${base}\`, and it is not known on which Alpine the twin stands`
  journey.want(place, base, names.names)
  return undefined
}

/** Programs of images beside those that their slim twins share. */
const alsoOwn: Readonly<Record<string, string>> = {
  golang: 'go gofmt',
  php: 'pear peardev pecl phar php php-config phpdbg phpize',
}

/** Where programs of packages lie on Debian, and on Alpine do not. */
const strangePlaces = new Set(['/usr/bin/tini', '/usr/bin/bash', '/usr/sbin/ip', '/bin/ip', '/bin/ss'])

function shell(journey: Journey, place: Place, base: string, args: readonly Word[]): string | undefined {
  if (base === 'bash') journey.want(place, 'bash', ['bash'])
  const at = args.findIndex(({ text, value = text }) => !/^[-+]/.test(value))
  const first = args[at]
  if (first === undefined) return undefined
  if (args.slice(0, at).some(({ value }) => /^-\w*c$/.test(value ?? '')))
    return first.value === undefined
      ? 'runs a shell text that a variable makes'
      : judgeText(journey, place, first.value)
  return first.value === undefined ? 'runs a script that a variable names' : file(journey, place, first.value)
}

/** Judges a shell text as if it stood at the place. */
export function judgeText(journey: Journey, place: Place, text: string): string | undefined {
  const script = journey.subject.model.scriptOf(text)
  if (script.kind === 'unparsed') return `runs what cannot be read: ${script.because}`
  return judgeAll(journey, place, script.commands)
}

/** A file that is run: it must have been seen. */
function file(journey: Journey, place: Place, path: string): string | undefined {
  const { files, subject, image } = journey
  const found = findScript(files, path, place.folder)
  const text = found === undefined ? undefined : files.read(path, place.folder)
  if (text === undefined) return `runs \`${path}\`, which cannot be seen`
  const first = /^#!\s*(\S+)(?:\s+(?:-S\s+)?(\S+))?/.exec(text)
  const isFound = first?.[1]?.endsWith('/env') === true
  const named = isFound ? (first[2] ?? '') : (first?.[1] ?? '/bin/sh')
  const interpreter = baseName(named)
  if (interpreters.test(interpreter)) {
    const obstacle = program(journey, place, interpreter, named, [])
    return obstacle === undefined ? undefined : `runs \`${path}\`, which ${obstacle}`
  }
  if (!shells.test(interpreter)) return `runs \`${path}\`, which needs \`${interpreter}\``
  if (!isFound && !/^\/bin\//.test(named))
    return `runs \`${path}\`, whose interpreter \`${named}\` Alpine has elsewhere`
  if (interpreter === 'bash') journey.want(place, `\`${path}\``, ['bash'])
  const script = subject.model.scriptOf(text)
  if (script.kind === 'unparsed') return `runs \`${path}\`, which cannot be read: ${script.because}`
  if (script.bashism !== undefined && interpreter !== 'bash')
    return `runs \`${path}\`, in which \`${script.bashism}\` means one thing to bash and another to a POSIX shell`
  const inner =
    hazardIn(withoutComments(text), script.commands, 'alpine', image) ??
    judgeAll(journey, { ...place, shell: interpreter }, script.commands)
  return inner === undefined ? undefined : `runs \`${path}\`, which ${inner}`
}

const withoutComments = (text: string): string => text.replace(/^\s*#.*$/gm, '')
