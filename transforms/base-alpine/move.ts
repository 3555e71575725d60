import {
  type Body,
  commandsOf,
  type Edit,
  hazardOf,
  insertAt,
  type Instruction,
  isRoot,
  linesOf,
  lineEndAt,
  nextLine,
  removeLinesOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { isMusl, judgeCopy } from './copies.js'
import { editsOf } from './edits.js'
import { type Installed, Journey, type Place } from './journey.js'
import { judgeAll } from './judge.js'
import { planRun, type RunPlan } from './run.js'
import type { Target } from './target.js'

/** All that a stage needs to stand on Alpine, FROM apart. */
export interface Move {
  readonly edits: readonly Edit[]
  /** Alpine packages that are added, each with what uses it. */
  readonly added: ReadonlyMap<string, string>
  /** What may work otherwise. */
  readonly doubts: readonly string[]
  /** How many Debian packages have got Alpine names. */
  readonly translated: number
}

/** Reads a stage and those built on it, and plans their move; or the reason why they stay, as a sentence. */
export function moveOf(stage: Stage, subject: Subject, target: Target): Move | string {
  const members = [stage, ...stage.heirs]
  const reader = subject.model.stages.find(
    (other) =>
      !members.includes(other) &&
      !isMusl(other) &&
      other.sources.some(({ from }) => members.includes(from as Stage)),
  )
  if (reader !== undefined)
    return `line ${reader.from.startLine} starts a stage that takes from this one what musl would be needed for`
  const purpose = purposeOf(members, stage.image!.name, target)
  if (purpose === 'a base') return 'nothing says what the image runs: others may be built on it'
  const journey = new Journey(subject, stage.image!.name, target)
  const plans: RunPlan[] = []
  const edits: Edit[] = []
  for (const member of members)
    for (const instruction of member.instructions) {
      const outcome = read(journey, member, instruction, members)
      if (typeof outcome === 'string') return `line ${instruction.startLine} ${outcome}`
      if (outcome !== undefined && 'span' in outcome) edits.push(outcome)
      else if (outcome !== undefined) plans.push(outcome)
    }
  const host = hostOf(journey, stage)
  const extra = [...journey.wants.keys()].sort()
  const passing = new Map(
    [...journey.passing].map(([command, names]) => [command, [...names].sort()] as const),
  )
  if (host !== undefined) passing.set(host.call.command, extra)
  for (const plan of plans) {
    const own = editsOf(subject.model, plan, passing)
    if (typeof own === 'string') return `${plan.place.line}: ${own}`
    edits.push(...own)
  }
  if (extra.length > 0 && host === undefined) {
    const scope = subject.model.scopeAt(stage, stage.instructions[0] ?? stage.from)
    if (!isRoot(stage, scope)) return 'packages would have to be installed, and the user may not be root'
    edits.push(ownRun(stage, subject, extra))
  }
  const added = new Map([...journey.wants].map(([name, { by }]) => [name, by]))
  const doubts = [...unseenIn(journey), ...journey.doubts]
  if (purpose === 'perhaps a base') doubts.push('nothing says what the image runs: others may be built on it')
  return { edits, added, doubts, translated: journey.translated }
}

/** What is copied and fetched unseen. */
function unseenIn({ unseen, downloads }: Journey): readonly string[] {
  const brought =
    unseen.length === 0
      ? []
      : [
          `what ${linesIn(unseen)} bring${unseen.length === 1 ? 's' : ''} cannot be seen: it may be built for glibc, or call what Alpine lacks`,
        ]
  const fetched =
    downloads.size === 0
      ? []
      : [`what ${linesIn([...downloads])} fetch${downloads.size === 1 ? 'es' : ''} cannot be seen`]
  return [...brought, ...fetched]
}

const linesIn = (lines: readonly number[]): string =>
  `line${lines.length === 1 ? '' : 's'} ${lines.join(', ')}`

/** Images that run something by themselves. */
const running = /^(caddy|haproxy|httpd|memcached|nginx|rabbitmq|redis|tomcat|traefik|php)$/

/** Why an image without a command may be a base of others. */
function purposeOf(
  members: readonly Stage[],
  image: string,
  { kind }: Target,
): 'known' | 'perhaps a base' | 'a base' {
  const isTold = members.some(({ instructions }) =>
    instructions.some(({ keyword }) => /^(CMD|ENTRYPOINT)$/.test(keyword)),
  )
  if (isTold || running.test(image)) return 'known'
  return kind === 'system' ? 'perhaps a base' : 'a base'
}

/** What an instruction becomes: an edit, a planned RUN, nothing; or why it does not go along, behind `line 5 `. */
function read(
  journey: Journey,
  stage: Stage,
  instruction: Instruction,
  members: readonly Stage[],
): RunPlan | Edit | string | undefined {
  const { subject, image } = journey
  const hazard = hazardOf(subject, stage, instruction, 'alpine', image)
  if (hazard !== undefined) return hazard
  const scope = subject.model.scopeAt(stage, instruction)
  const folder = scope.workdir
  const place: Place = {
    stage,
    instruction,
    line: `line ${instruction.startLine}`,
    folder,
    shell: scope.shell.name,
    at: instruction.span.start,
  }
  if (/(^|\/)bash$/.test(instruction.json?.[0] ?? '')) journey.want(place, 'bash', ['bash'])
  if (/\bTZ[=\s]|zoneinfo|\/etc\/localtime/.test(instruction.args.text)) journey.want(place, 'TZ', ['tzdata'])
  switch (instruction.keyword) {
    case 'RUN':
      if (instruction.json) break
      return planOf(journey, place, subject.model.bodyOf(stage, instruction) as Body)
    case 'SHELL':
      if (!/(^|\/)(bash|sh|ash)$/.test(instruction.json?.[0] ?? ''))
        return 'sets a shell that Alpine may lack'
      return undefined
    case 'COPY':
    case 'ADD':
      return judgeCopy(journey, place, members)
    case 'ENV':
    case 'ARG':
      return steersAptAlone(journey, instruction) ? removeLinesOf(subject.file, instruction) : undefined
    case 'USER':
      return journey.accounts.knows(instruction.args.text)
        ? undefined
        : `runs as \`${instruction.args.text}\`, a user that Alpine does not have`
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
      break
    default:
      return undefined
  }
  const commands = commandsOf(subject, stage, instruction)
  return typeof commands === 'string' ? `cannot be read: ${commands}` : judgeAll(journey, place, commands)
}

/** Whether an ENV or ARG has no use any more, and no comment speaks of it. */
function steersAptAlone({ subject: { file } }: Journey, instruction: Instruction): boolean {
  return (
    /^DEBIAN_FRONTEND([=\s]\S*)?$/.test(instruction.args.text) &&
    !/\$\{?DEBIAN_FRONTEND/.test(file.text) &&
    linesOf(file, instruction).comments.length === 0
  )
}

function planOf(journey: Journey, place: Place, body: Body): RunPlan | string | undefined {
  const shell = journey.subject.model.scopeAt(place.stage, place.instruction).shell
  const plan = planRun(journey, place, body)
  if (typeof plan === 'string' || plan.fates.size > 0) return plan
  return shell.kind === 'other' ? 'runs under a shell that Alpine may lack' : undefined
}

/** The install that takes added packages along: the first of the stage, where it stands in front of all that needs them. */
function hostOf({ installs, wants }: Journey, stage: Stage): Installed | undefined {
  const first = Math.min(...[...wants.values()].map(({ place }) => place.at))
  return installs.find(({ place }) => place.stage === stage && place.at <= first)
}

function ownRun(stage: Stage, { file }: Subject, names: readonly string[]): Edit {
  const lineEnd = lineEndAt(file.text, stage.from.span.start)
  const at = nextLine(file.text, stage.from.span.end)
  const text = `RUN apk add --no-cache ${names.join(' ')}`
  return insertAt(at, file.text[at - 1] === '\n' ? text + lineEnd : lineEnd + text)
}
