import {
  aptCall,
  baseName,
  type Command,
  findScript,
  hazardIn,
  programOf,
  toldBy,
  type Word,
} from '../../src/kit.js'
import { isBroughtBy } from '../../src/knowledge/brought.js'
import { onAlpine } from '../../src/knowledge/busybox.js'
import { lostCommand, ownCommands } from '../../src/knowledge/commands.js'
import { alpineNames } from '../../src/knowledge/packages.js'
import { wordsIn } from '../../src/knowledge/words.js'
import { type Journey, Journey as Walk, type Place } from './journey.js'
import { installs, judgeInstall } from './languages.js'

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
  const { name, args, base } = programOf(command)
  if (name === undefined) return 'runs a command that a variable names'
  if (aptCall(command)) return 'calls apt where it cannot be translated'
  const words = args.map(({ value }) => value)
  if (shells.test(base)) return shell(journey, place, base, args)
  if (compilers.test(base)) return `builds with \`${base}\`, for another C library`
  if (base === 'go') return go(journey, place, words)
  if (installs(base, words)) return judgeInstall(journey, place, base, args)
  if (base === 'chmod') return programMade(journey, place, words)
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

/** A program by its name alone: whether the target has it, or what brings it back. */
function program(
  journey: Journey,
  place: Place,
  base: string,
  name: string,
  words: readonly (string | undefined)[],
): string | undefined {
  const { image, installed, programs } = journey
  const own = wordsIn(ownCommands[image] ?? '')
  if (own.includes(base) || programs.has(base) || isBroughtBy(installed, base)) return undefined
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
  if (lost?.kind !== 'lost') return `runs \`${base}\`, of which nothing says that Alpine has it`
  const names = alpineNames(lost.package)
  if (names?.kind !== 'names') return `runs \`${base}\`, of which the package on Alpine is not known`
  if (!journey.target.hasPackages)
    return `runs \`${base}\`, and it is not known on which Alpine the twin stands`
  journey.want(place, base, names.names)
  return undefined
}

function shell(journey: Journey, place: Place, base: string, args: readonly Word[]): string | undefined {
  if (base === 'bash') journey.want(place, 'bash', ['bash'])
  const at = args.findIndex(({ text }) => !text.startsWith('-') && !text.startsWith('+'))
  const first = args[at]
  if (first === undefined) return undefined
  if (args.slice(0, at).some(({ text }) => /^-\w*c$/.test(text)))
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
  const first = /^#!\s*(\S+)(?:\s+(\S+))?/.exec(text)
  const interpreter = baseName(first?.[1]?.endsWith('/env') ? (first[2] ?? '') : (first?.[1] ?? 'sh'))
  if (interpreters.test(interpreter)) return program(journey, place, interpreter, interpreter, [])
  if (!shells.test(interpreter)) return `runs \`${path}\`, which needs \`${interpreter}\``
  if (interpreter === 'bash') journey.want(place, `\`${path}\``, ['bash'])
  const script = subject.model.scriptOf(text)
  if (script.kind === 'unparsed') return `runs \`${path}\`, which cannot be read: ${script.because}`
  if (script.bashism !== undefined && interpreter !== 'bash')
    return `runs \`${path}\`, in which \`${script.bashism}\` means one thing to bash and another to a POSIX shell`
  const inner =
    hazardIn(withoutComments(text), script.commands, 'alpine', image) ??
    judgeAll(journey, place, script.commands)
  return inner === undefined ? undefined : `runs \`${path}\`, which ${inner}`
}

const withoutComments = (text: string): string => text.replace(/^\s*#.*$/gm, '')

/** What is made a program must have been seen, or it may be built for glibc. */
function programMade(
  { files }: Journey,
  place: Place,
  words: readonly (string | undefined)[],
): string | undefined {
  const [mode = '', ...paths] = words.filter((word) => word === undefined || !word.startsWith('-'))
  if (!/x|[1357]/.test(mode) || words.some((word) => word !== undefined && /^-\w*R/.test(word)))
    return undefined
  const unseen = paths.find(
    (path) => path !== undefined && /\/|\./.test(path) && files.find(path, place.folder) === undefined,
  )
  return unseen === undefined ||
    /\/$|\.(sh|py|rb|pl|js|php|pem|key|conf|json|ya?ml|txt)$/.test(unseen) ||
    !/\+|^\d*[1357]\d\d$/.test(mode)
    ? undefined
    : looksLikeFolder(unseen)
      ? undefined
      : `makes \`${unseen}\` a program, which cannot be seen`
}

const looksLikeFolder = (path: string): boolean =>
  /^\/(app|srv|data|tmp|home|opt|workspace|code|var|run|root|mnt|config|etc)(\/[\w.-]+)?$/.test(path) &&
  !path.includes('.')

function go(
  { subject, files }: Journey,
  place: Place,
  words: readonly (string | undefined)[],
): string | undefined {
  if (!/^(build|install|test|run|get)$/.test(words[0] ?? '')) return undefined
  const { variables } = subject.model.scopeAt(place.stage, place.instruction)
  const text = place.instruction.args.text
  if (variables.get('CGO_ENABLED') === '0' || /\bCGO_ENABLED=0\b/.test(text)) return undefined
  if (variables.get('CGO_ENABLED') === '1' || /CGO_ENABLED|-race\b/.test(text))
    return 'builds Go with cgo, for another C library'
  return files.has(/\.go$/) &&
    files
      .textsOf(/\.go$/)
      .every((source) => source !== undefined && !/^\s*import\s+"C"|^\s+"C"$/m.test(source)) &&
    isPure(files.textsOf(/go\.sum$/))
    ? undefined
    : 'builds Go, which uses no cgo where there is no C compiler, and nothing shows that it uses none'
}

/** Modules that are known to use cgo. */
const isPure = (sums: readonly (string | undefined)[]): boolean =>
  sums.every(
    (text) =>
      text !== undefined &&
      !/mattn\/go-sqlite3|confluent-kafka-go|gocv|v8go|librdkafka|go-gl\/|h3-go|gosseract|imagick|godror|go-oci8|bimg|go-libxml|tree-sitter|wasmer|rocksdb|zmq4|pcap|gopacket|portaudio|fyne\.io/.test(
        text,
      ),
  )
