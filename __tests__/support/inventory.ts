import type { AppliedChange, Changeset } from '../../src/index.js'
import type { Instruction } from '../../src/syntax/nodes.js'
import { scan } from '../../src/syntax/scan.js'
import { withoutMounted } from '../judges/mounted.js'

/** What became of the instructions of a file beyond what the changes say that were applied. */
export function undeclared(changeset: Changeset): string[] {
  const { applied } = changeset
  const [before, after] = applied.some(({ transform }) => transform === 'copy-archive')
    ? withoutMounted(changeset.before, changeset.after)
    : [changeset.before, changeset.after]
  if (before === after) return []
  if (applied.some(({ transform }) => transform === 'stage-split')) return splitFaults(before, after, applied)
  if (applied.some(({ transform }) => transform === 'onbuild-expand')) return expandFaults(before, after)
  const isSunk = applied.some(({ transform }) => transform === 'install-sink')
  const isTranslated = applied.some(({ transform }) => transform === 'base-alpine')
  const isSupplied = applied.some(({ transform }) => transform === 'base-scratch')
  const is = isSupplied ? withoutSupplies(after, before) : after
  const was = isTranslated ? withoutFrontend(before) : before
  const [old, now] = [sectionsOf(was, isSunk), sectionsOf(isTranslated ? withoutFrontend(is) : is, isSunk)]
  if (old.length !== now.length)
    return [`has ${now.length} instructions other than RUN and WORKDIR, not ${old.length}`]
  const isApplied = (id: RegExp): boolean => applied.some(({ transform }) => id.test(transform))
  return [
    ...old.flatMap((section, i) => [
      ...headFaults(
        section,
        now[i]!,
        isApplied(/^base-/),
        isApplied(/^copy-owner$/),
        isApplied(/^copy-archive$/),
      ),
      ...runFaults(section, now[i]!, isApplied(/^base-/)),
      ...workdirFaults(section, now[i]!, isApplied(/^run-merge$/)),
    ]),
    ...wordFaults(before, after, applied, isTranslated ? withoutPackages : (words) => words),
    ...(isSupplied ? [] : unshippedFaults(before, after, isTranslated ? 'heirs too' : 'shipped')),
    ...pragmaFaults(before, after, applied),
  ]
}

/** What stands on nothing gets certificates, and the libraries that its builder gathers. */
const withoutSupplies = (text: string, before: string): string =>
  text.replace(
    /^[ \t]*COPY --from=\S+ (\S+\/ca-certificates\.crt \/etc\/ssl\/certs\/|\/(runtime-)?libs \/)[ \t]*\r?\n?/gim,
    (line) => (before.includes(line.trim()) ? line : ''),
  )

/** Alpine has no use for what tells debconf not to ask. */
const withoutFrontend = (text: string): string =>
  text.replace(/^[ \t]*(ENV|ARG)[ \t]+DEBIAN_FRONTEND([= \t]\S*)?[ \t]*\r?$/gim, '')

/**
 * What is wrong with two stages that were one. What builds is not shipped: but for what is configured it stays as it is,
 * and no other transform touches it, unless that came first; at its end packages for development may go. The image has
 * the whole configuration, and copies from the builder. Stages in front are as they were.
 */
function splitFaults(before: string, after: string, applied: Changeset['applied']): string[] {
  const [own, ours] = [scan(before).instructions, scan(after).instructions]
  const last = own.findLastIndex(({ keyword }) => keyword === 'FROM')
  const [old, now] = [own.slice(last), ours.slice(last)]
  const isMoved = applied[0]!.transform !== 'stage-split'
  const at = now.findLastIndex(({ keyword }) => keyword === 'FROM')
  const [builder, image] = [now.slice(0, at), now.slice(at)]
  const sources = (text: string, some: readonly Instruction[], kinds: RegExp): string[] =>
    some
      .filter(({ keyword }) => kinds.test(keyword))
      .map((instruction) =>
        started(sourceOf(text, instruction), instruction).replaceAll('CGO_ENABLED=0 ', ''),
      )
  const faults: string[] = []
  const [front, same] = [own.slice(0, last), ours.slice(0, last)]
  if (sources(before, front, /^/).join('\n') !== sources(after, same, /^/).join('\n'))
    faults.push('changes another stage')
  if (now.filter(({ keyword }) => keyword === 'FROM').length !== 2)
    faults.push('makes more than two stages of one')
  const configuration =
    /^(LABEL|MAINTAINER|ENV|EXPOSE|VOLUME|USER|STOPSIGNAL|HEALTHCHECK|SHELL|CMD|ENTRYPOINT|ONBUILD)$/
  const plain = (texts: readonly string[]): string =>
    texts.map((text) => text.replace(/^\s*#.*\n/gm, '')).join('\n')
  if (plain(sources(before, old, configuration)) !== plain(sources(after, image, configuration)))
    faults.push('configures the image otherwise')
  const kinds = isMoved ? /^(COPY|ADD|ENV|ARG|SHELL)$/ : /^(RUN|COPY|ADD|ENV|ARG|WORKDIR|SHELL)$/
  const gathers = /^RUN mkdir \/(runtime-)?libs\b/i
  const built = sources(after, builder, kinds).filter((text) => !prunes.test(text) && !gathers.test(text))
  if (!isWithin(built, sources(before, old, /^/))) faults.push('changes what builds')
  const lost = sources(before, old, /^(RUN|COPY|ADD)$/).find(
    (text) => !built.includes(text) && !sources(after, image, /^/).includes(text),
  )
  // What stands in the image alone may be merged and cleaned there.
  if (lost !== undefined && !/^run\b/i.test(lost)) faults.push(`loses ${lost}`)
  return faults
}

const prunes =
  /^run (cd \S+ && )?(npm prune (--omit=dev|--production)|yarn install --production --ignore-scripts --prefer-offline)/i

/** What is wrong with a file that got the instructions of its base: its own stay, in their order. */
function expandFaults(before: string, after: string): string[] {
  const [old, now] = [before, after].map((text) =>
    scan(text)
      .instructions.filter(({ keyword }) => !/^(FROM|RUN|WORKDIR|COPY|ADD)$/.test(keyword))
      .map((instruction) => sourceOf(text, instruction)),
  ) as [string[], string[]]
  const copiesIn = (text: string): number =>
    scan(text).instructions.filter(({ keyword }) => /^(COPY|ADD)$/.test(keyword)).length
  return isWithin(old, now) && copiesIn(before) <= copiesIn(after) ? [] : ['loses an instruction']
}

/** An instruction that stays what it is, and the RUNs and WORKDIRs behind it. */
interface Section {
  readonly text: string
  readonly head: Instruction | undefined
  readonly runs: Instruction[]
  readonly workdirs: Instruction[]
}

/** Where an install may have gone below a COPY, the RUNs of both sides belong to what stands above. */
function sectionsOf(text: string, isSunk: boolean): Section[] {
  const sections: Section[] = [{ text, head: undefined, runs: [], workdirs: [] }]
  let owner = sections[0]!
  for (const instruction of scan(text).instructions) {
    const { keyword } = instruction
    if (keyword === 'RUN') owner.runs.push(instruction)
    else if (keyword === 'WORKDIR') sections.at(-1)!.workdirs.push(instruction)
    else sections.push({ text, head: instruction, runs: [], workdirs: [] })
    if (keyword !== 'RUN' && !(isSunk && passable.test(keyword))) owner = sections.at(-1)!
  }
  return sections
}

/** What an install may sink below. */
const passable = /^(COPY|ADD|LABEL|EXPOSE|STOPSIGNAL|MAINTAINER)$/

const sourceOf = (text: string, { span }: Instruction): string => text.slice(span.start, span.end)

function headFaults(
  old: Section,
  now: Section,
  isMoved: boolean,
  mayOwn: boolean,
  mayUnpack: boolean,
): string[] {
  if (!old.head || !now.head) return []
  const [was, is] = [sourceOf(old.text, old.head), sourceOf(now.text, now.head)]
  if (
    was === is ||
    (mayUnpack && old.head.keyword === 'COPY' && isAddOf(is, was)) ||
    (mayOwn && /^(COPY|ADD)$/.test(old.head.keyword) && was === withoutOwner(is, old.head)) ||
    (isMoved && started(was, old.head) === started(is, now.head)) ||
    (isMoved &&
      old.head.keyword === 'FROM' &&
      (untagged(was, old.head) === untagged(is, now.head) || isOtherSystem(old.head, now.head)))
  )
    return []
  return [`changes ${was} into ${is}`]
}

/** ADD of the one archive that was copied, to another place. */
const isAddOf = (add: string, copy: string): boolean =>
  /^add\s/i.test(add) &&
  /\.(tar(\.\w+)?|t[gbx]z2?)$/.test(copy.split(/\s+/)[1]!) &&
  add.split(/\s+/)[1] === copy.split(/\s+/)[1]

/** A COPY without the owner and the mode that it has got. */
const withoutOwner = (copy: string, { flags }: Instruction): string =>
  ['chown', 'chmod']
    .filter((name) => !flags.some((flag) => flag.name === name))
    .reduce((text, name) => text.replace(new RegExp(` --${name}=\\S+`), ''), copy)

/** How distroless starts what node and java did: CMD without them, ENTRYPOINT by a path. */
const started = (source: string, { keyword, json }: Instruction): string => {
  if (!json || !/^(CMD|ENTRYPOINT)$/.test(keyword)) return source
  const plain = source.replace(/"(\/usr\/local\/bin|\/nodejs\/bin)\/node"/, '"node"')
  return keyword === 'CMD' ? plain.replace(/"(node"|java"\s*,\s*"-jar")\s*,\s*/, '') : plain
}

/** What a move of the base may change is the tag of the image. */
function untagged(from: string, { args }: Instruction): string {
  const [image] = args.text.split(/\s/)
  return from.replace(image!, image!.replace(/:[^/]*$/, ''))
}

/** From Ubuntu to Debian, from both to Alpine, and from all to distroless and to nothing. */
function isOtherSystem({ args: old }: Instruction, { args: now }: Instruction): boolean {
  const [before, after] = [old, now].map(({ text }) => text.split(/\s+/))
  if (
    /^(gcr\.io\/distroless\/(static|base|cc|java\d+|nodejs\d+)-debian13|scratch|(eclipse-temurin|openjdk|mcr\.microsoft\.com\/dotnet\/(core\/)?aspnet):\S+)$/.test(
      after![0]!,
    )
  )
    return before!.slice(1).join() === after!.slice(1).join()
  const [was, is] = [old, now].map(({ text }) => text.replace(/^(\S*\/)?(ubuntu|debian|alpine)(:\S+)?/, '$1'))
  const [from, to] = [old, now].map(({ text }) => /(ubuntu|debian|alpine)(?=:|\s|$)/.exec(text)?.[1])
  return was === is && (to === 'alpine' || (from === 'ubuntu' && to === 'debian'))
}

/** A base without what is needed gets a RUN more; apart from that RUNs become fewer, and keep their flags. */
function runFaults(old: Section, now: Section, isMoved: boolean): string[] {
  const flagsIn = ({ runs }: Section): string[] =>
    runs.map(({ flags }) => flags.map(({ text }) => text).join(' '))
  const isOdd = ({ json, heredocs }: Instruction): boolean => json !== undefined || heredocs.length > 0
  const oddIn = ({ text, runs }: Section): string[] => runs.filter(isOdd).map((run) => sourceOf(text, run))
  const added =
    isMoved && /^(FROM|ARG|ENV|LABEL|MAINTAINER|ADD|COPY)$/.test(now.head?.keyword ?? '')
      ? now.runs.find(({ args }) =>
          /^(apt-get update|apk add --no-cache|mkdir \/(runtime-)?libs)/.test(args.text),
        )
      : undefined
  const others = { ...now, runs: now.runs.filter((run) => run !== added || isSame(old, now, run)) }
  const faults: string[] = []
  if (others.runs.length > old.runs.length) faults.push(`makes ${now.runs.length} RUNs of ${old.runs.length}`)
  if (!isWithin(flagsIn(others), flagsIn(old))) faults.push('changes the flags of a RUN')
  if (oddIn(now).join('\n') !== oddIn(old).join('\n')) faults.push('changes a RUN that is no shell command')
  return faults
}

const isSame = (old: Section, now: Section, run: Instruction): boolean =>
  old.runs.some((other) => sourceOf(old.text, other) === sourceOf(now.text, run))

function workdirFaults(old: Section, now: Section, isMerged: boolean): string[] {
  const sources = ({ text, workdirs }: Section): string[] =>
    workdirs.map((workdir) => sourceOf(text, workdir))
  if (sources(old).join('\n') === sources(now).join('\n')) return []
  return isMerged && isWithin(sources(now), sources(old)) ? [] : ['changes a WORKDIR']
}

const certifying =
  /^(sudo|apk|apt|apt-get|add|install|update|upgrade|ca-certificates\S*|tzdata|netbase|update-ca-certificates|rm|true|clean|-\S+|\/var\/\S+|\/tmp\/\*)$/

/** Debian's names of libraries. */
const libraries = /^(lib[\w.+-]*\d(t64|v5|-turbo)?|zlib1g)$/

/** Words of commands that a transform may add and take away. */
const exchanged: Readonly<Record<string, { readonly adds?: RegExp; readonly takes?: RegExp }>> = {
  'base-slim': {
    adds: /^(apt-get|update|install|purge|--auto-remove|-y|--no-install-recommends|rm|-rf|\/var\/lib\/apt\/lists\/\*)$/,
  },
  'build-packages-purge': { adds: /^(sudo|apt-get|purge|-y|--auto-remove|apk|del)$/ },
  'base-distroless': { takes: certifying },
  'base-scratch': {
    adds: /^(mkdir|\/(runtime-)?libs|cp|-L|--parents|\$|ldd|grep|sort|-u|-o|'\/\[\^|\]\*'|\/[\w./+-]+)$/,
    takes: new RegExp(`${certifying.source}|${libraries.source}`),
  },
  'apk-skip-cache': { adds: /^--no-cache$/, takes: /^(apk|update|-[^]*|rm|"?'?\/var\/cache\/apk\S*)$/ },
  'dev-dependencies-skip': {
    adds: /^(--(omit=dev|production|prod|no-dev|without|local)|bundle|config|set|without|'?development|test'?)$/,
  },
  'docs-skip': {
    adds: /^(printf|echo|doc|info|locale|man|'path-(ex|in)clude=\S+|\/etc\/dpkg\/dpkg\.cfg\.d\/01-nodoc)$/,
  },
  // What it adds stands in its titles.
  'cache-skip': { takes: /^(npm|yarn|cache|clean|--force)$/ },
  'apt-skip-recommends': { adds: /^--no-install-recommends$/ },
  'cleanup-hoist': { adds: /^(sudo|rm|-\S+)$/, takes: /^(sudo|apt|apt-get|aptitude|clean|autoclean|-[^]+)$/ },
  // The call with its owner and its folder, or its option alone.
  'copy-owner': { adds: /^-[cfhv]+$/, takes: /^(sudo|chown|-\w*R\w*|--recursive|[\w.:"$/-]+)$/ },
  'copy-archive': { takes: /^(set|mkdir|tar|rm|-\S+|[xzjJvf]+|[\w./-]+)$/ },
  'run-merge': { adds: /^(mkdir|-p|cd)$/ },
  'apt-clean-lists': { adds: /^(sudo|apt|apt-get|update|-\S+|rm|\/var\/lib\/apt\/lists\/\*)$/ },
}

function wordFaults(
  before: string,
  after: string,
  applied: readonly AppliedChange[],
  read: (commands: string) => string,
): string[] {
  const isMicro = applied.some(({ title }) => title.includes('microdnf'))
  const [old, now] = [before, after].map((text) =>
    wordsIn(text, read).map((word) => (isMicro ? inMicrodnf(word) : word)),
  ) as [string[], string[]]
  const kinds = applied.flatMap(({ transform }) => exchanged[transform] ?? [])
  const named = new Set(applied.flatMap(({ title }) => title.split(/[\s,`(){}]+/)))
  for (const { args } of scan(before).instructions.filter(({ keyword }) => keyword === 'WORKDIR'))
    named.add(args.text)
  // An update is repeated with all its words.
  if (applied.some(({ transform }) => transform === 'apt-clean-lists'))
    for (const [, rest] of before.matchAll(/\bupdate\b([^;&|]*)/g))
      for (const word of rest!.split(/\s/)) named.add(word)
  const added = without(now, old).filter(
    (word) => !named.has(word) && !kinds.some(({ adds }) => adds?.test(word)),
  )
  const taken = without(old, now).filter((word) => !kinds.some(({ takes }) => takes?.test(word)))
  const isInOrder = kinds.some(({ takes }) => takes) || isWithin(old, now)
  return [
    ...added.map((word) => `adds the word ${word}`),
    ...taken.map((word) => `takes away the word ${word}`),
    ...(isInOrder ? [] : ['changes the order of words']),
  ]
}

/** A word of both sides where calls of dnf and yum become those of microdnf. */
const inMicrodnf = (word: string): string =>
  /^(\/usr)?(\/bin\/)?(dnf|yum)$/.test(word)
    ? 'microdnf'
    : word.replace(/^\/var\/cache\/dnf(?=\/|$)/, '/var/cache/yum')

/** What stands between blanks and operators in the commands of RUNs. */
const wordsIn = (text: string, read: (commands: string) => string): string[] =>
  scan(text).instructions.flatMap(({ keyword, args }) =>
    keyword === 'RUN'
      ? read(args.text)
          .replaceAll('\\', '')
          .split(/[ \t\r\n;&|(){}<>]+/)
          .filter((word) => word !== '')
      : [],
  )

/** Commands without those that a package manager, or a system's way with users, makes another. */
const withoutPackages = (commands: string): string =>
  commands
    .split(/&&|\|\||;/)
    .map((command) => command.replace(/\s\/var\/(lib|cache)\/(apt|dpkg|debconf)\S*/g, ''))
    .filter((command) => !managing.test(command) && !/^\s*rm(\s+-\S+)*\s*$/.test(command))
    .join(' && ')

const managing = /^[({\s]*(\w+=\S*\s+)*(apt|apt-get|aptitude|apk|useradd|groupadd|usermod|adduser|addgroup)\s/

/** Stages that are not part of the image stay as they are; but what is built on one that moves moves along. */
function unshippedFaults(before: string, after: string, may: 'shipped' | 'heirs too'): string[] {
  const [old, now] = [stagesOf(before), stagesOf(after)]
  const shipped = new Set<Stage>()
  for (let stage = old.at(-1); stage; stage = stage.parent) shipped.add(stage)
  const isHeir = ({ parent }: Stage): boolean =>
    parent !== undefined && (shipped.has(parent) || isHeir(parent))
  return old.flatMap((stage, i) =>
    shipped.has(stage) || (may === 'heirs too' && isHeir(stage)) || stage.text === now[i]?.text
      ? []
      : [`changes stage ${i}, which is not shipped`],
  )
}

interface Stage {
  readonly name: string | undefined
  readonly parent: Stage | undefined
  readonly text: string
}

function stagesOf(text: string): Stage[] {
  const froms = scan(text).instructions.filter(({ keyword }) => keyword === 'FROM')
  const stages: Stage[] = []
  for (const [i, { args, span }] of froms.entries()) {
    const [image, , name] = args.text.toLowerCase().split(/[\t\v\f\r ]+/)
    const parent = stages.findLast((stage) => stage.name !== undefined && stage.name === image)
    stages.push({ name, parent, text: text.slice(span.start, froms[i + 1]?.span.start) })
  }
  return stages
}

/** An instruction stays as it is where the comment right above names all transforms that changed the file. */
function pragmaFaults(before: string, after: string, applied: readonly AppliedChange[]): string[] {
  const now = scan(after).instructions.map((instruction) => sourceOf(after, instruction))
  return scan(before).instructions.flatMap((instruction) => {
    const above = before.slice(0, instruction.span.start).trimEnd().split('\n').at(-1)!
    const names = /^\s*# dfslim ignore=([\w,-]+)(?=\s|$)/.exec(above)?.[1]?.split(',')
    const source = sourceOf(before, instruction)
    return !names || !applied.every(({ transform }) => names.includes(transform)) || now.includes(source)
      ? []
      : [`changes ${source}, which is to be left alone`]
  })
}

/** The words that are more often in one list than in the other, each as often as that. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1)
  return words.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count <= 0
  })
}

/** Whether some items stand among others in the same order. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let at = 0
  for (const item of all) if (at < some.length && item === some[at]) at++
  return at === some.length
}
