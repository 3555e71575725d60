import { validate, ValidationSeverity } from 'dockerfile-utils'
import { type Listed, listInstructions } from './instructions.js'
import { withoutMounted } from './mounted.js'

/** The kinds of error that a Dockerfile has more of after than before, by dockerfile-utils and by a plain listing. */
export function newlyInvalid(before: string, after: string): readonly string[] {
  const old = countErrors(before)
  return [...countErrors(after)].filter(([kind, count]) => count > (old.get(kind) ?? 0)).map(([kind]) => kind)
}

/**
 * The first instruction that is another after than before. RUN and FROM may change, and a WORKDIR may go: a merged RUN
 * changes the folder itself. A COPY may get the owner or the mode that a RUN gave, or become an ADD that unpacks, or the
 * mount of a RUN. A stage that stands on nothing may take certificates and libraries. A stage more must be the one that
 * builds, in front of one with the whole configuration.
 */
export function changedInstructions(was: string, is: string): readonly string[] {
  const [before, after] = withoutMounted(was, is)
  if (fromsIn(after) > fromsIn(before)) return wronglySplit(before, after)
  const [old, now] = [othersIn(before), othersIn(after)]
  if (isExpanded(before, after)) {
    const left = [...now]
    const lost = old.find(
      (line) => !/^(WORKDIR|COPY|ADD) /.test(line) && left.splice(0, left.indexOf(line) + 1).length === 0,
    )
    return lost === undefined ? [] : [`${lost} -> nothing`]
  }
  let at = 0
  const supplied = (): boolean => isEmptied(before, after) && supplies.test(now[at] ?? '')
  for (const line of old) {
    while (line !== now[at] && supplied()) at++
    if (line === now[at] || isOwned(line, now[at], before) || isUnpacked(line, now[at])) at++
    else if (!line.startsWith('WORKDIR ')) return [`${line} -> ${now[at] ?? 'nothing'}`]
  }
  while (supplied()) at++
  return at < now.length ? [`nothing -> ${now[at]}`] : []
}

/** Whether a stage stands on nothing that stood on a system. */
function isEmptied(before: string, after: string): boolean {
  const count = (text: string): number => text.match(/^\s*FROM\s+scratch\b/gim)?.length ?? 0
  return count(after) > count(before)
}

/** What a stage on nothing takes from the one that builds. */
const supplies =
  /^COPY --from=\S+ (\/etc\/ssl\/certs\/ca-certificates\.crt \/etc\/ssl\/certs\/|\/(runtime-)?libs \/)$/i

/** Whether a COPY differs by the owner or the mode alone that some RUN gave before. */
function isOwned(line: string, now: string | undefined, before: string): boolean {
  const given = /^(?:COPY|ADD) (?:\S+ )*?--(chown|chmod)=(\S+)/.exec(now ?? '')
  if (!given || / --(chown|chmod)=/.test(line)) return false
  const owner = given[2]!.replace(/:(root|0)$/, '')
  const runs = listInstructions(before).filter(({ keyword }) => keyword === 'RUN')
  const isGiven = runs.some(
    ({ args }) => args.includes(given[1]!) && args.replaceAll('"', '').includes(owner),
  )
  return isGiven && now!.replace(/ --(chown|chmod)=\S+/g, '') === line.replace(/^(\S+)\s+/, '$1 ')
}

/** Whether ADD takes the one archive that was copied. */
function isUnpacked(line: string, now: string | undefined): boolean {
  const [old, add] = [line, now ?? ''].map((text) => text.split(/\s+/))
  return (
    old!.length === 3 &&
    old![0] === 'COPY' &&
    add!.length === 3 &&
    add![0] === 'ADD' &&
    old![1] === add![1] &&
    /\.(tar(\.\w+)?|t[gbx]z2?)$/.test(old![1]!)
  )
}

/** Whether a base that adds instructions has become one that does not: then more of them may stand in the file. */
function isExpanded(before: string, after: string): boolean {
  const [old, now] = [before, after].map((text) => /^\s*FROM\s+\S*onbuild/im.test(text))
  return old === true && now === false
}

const fromsIn = (text: string): number =>
  listInstructions(text).filter(({ keyword }) => keyword === 'FROM').length

/** What is wrong with two stages that were one. */
function wronglySplit(before: string, after: string): readonly string[] {
  const [old, now] = [listInstructions(before), listInstructions(after)]
  const at = now.findLastIndex(({ keyword }) => keyword === 'FROM')
  const [builder, image] = [now.slice(0, at), now.slice(at + 1)]
  if (fromsIn(before) !== 1 || fromsIn(after) !== 2) return ['other stages']
  const lines = (listed: readonly Listed[], kinds: RegExp): string[] =>
    listed.flatMap(({ keyword, args, heredoc }) =>
      kinds.test(keyword) ? [`${keyword} ${args}${heredoc}`] : [],
    )
  const configuration = /^(?!(FROM|RUN|COPY|ADD|ARG|WORKDIR)$)/
  const [was, is] = [lines(old, configuration), lines(image, configuration)]
  const isOpen = isExpanded(before, after)
  const lost = isOpen
    ? was.find((line) => !is.includes(line))
    : (was.find((line, i) => line !== is[i]) ?? is[was.length])
  if (lost !== undefined) return [`configured otherwise: ${lost}`]
  const left = lines(old, /^/)
  const strange = [...lines(builder, /^(?!(FROM|RUN)$)/), ...lines(image, /^(COPY|ADD)$/)].find(
    (line) => !left.includes(line) && !/^(COPY|copy) --from=\S+ \/\S* \/\S*$/.test(line),
  )
  if (isOpen) return []
  const copies = lines(old, /^(COPY|ADD)$/).find((line) => !lines(now, /^(COPY|ADD)$/).includes(line))
  return [strange, copies].flatMap((line) => (line === undefined ? [] : [`not as it was: ${line}`]))
}

const othersIn = (text: string): string[] =>
  listInstructions(text).flatMap(({ keyword, args, heredoc }) =>
    keyword === 'FROM' || keyword === 'RUN' ? [] : [`${keyword} ${args}${heredoc}`],
  )

function countErrors(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const kind of [...errorsByUtils(text), ...errorsByListing(text)])
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

/** Matters of style, which BuildKit warns of at most. */
const settings = {
  deprecatedMaintainer: ValidationSeverity.IGNORE,
  directiveCasing: ValidationSeverity.IGNORE,
  emptyContinuationLine: ValidationSeverity.IGNORE,
  instructionCasing: ValidationSeverity.IGNORE,
  instructionCmdMultiple: ValidationSeverity.IGNORE,
  instructionEntrypointMultiple: ValidationSeverity.IGNORE,
  instructionHealthcheckMultiple: ValidationSeverity.IGNORE,
  instructionJSONInSingleQuotes: ValidationSeverity.IGNORE,
  instructionWorkdirRelative: ValidationSeverity.IGNORE,
}

/** What the language server protocol calls an error. */
const error = 1

const errorsByUtils = (text: string): string[] =>
  validate(text, settings)
    .filter(({ severity }) => severity === error)
    .map(({ code, message }) => `${code} ${String(message).replace(/["'][^]*["']/, '…')}`)

const keywords = [
  ...[
    'ADD',
    'ARG',
    'CMD',
    'COPY',
    'ENTRYPOINT',
    'ENV',
    'EXPOSE',
    'FROM',
    'HEALTHCHECK',
    'LABEL',
    'MAINTAINER',
  ],
  ...['ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
]

/** Within a RUN they may be words; when they become more, the RUN has swallowed an instruction. */
const swallowed = new RegExp(`(?<![\\w$-])(?:${keywords.join('|')})(?=\\s|$)`, 'g')

function errorsByListing(text: string): string[] {
  const listed = listInstructions(text)
  const first = listed.find(({ keyword }) => keyword !== 'ARG')
  return [
    ...(first?.keyword === 'FROM' ? [] : ['does not begin with FROM']),
    ...listed.flatMap(({ keyword, args, isTerminated }) => [
      ...(keywords.includes(keyword) ? [] : [`unknown instruction ${keyword}`]),
      ...(args === '' ? [`${keyword} without arguments`] : []),
      ...(isTerminated ? [] : ['here-document without an end']),
      ...(keyword === 'RUN' ? (args.match(swallowed) ?? []).map((word) => `${word} within RUN`) : []),
    ]),
  ]
}
