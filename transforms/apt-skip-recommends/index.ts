import {
  aptCall,
  type AptCall,
  type Body,
  defineTransform,
  type Edit,
  type Finding,
  hasFlag,
  insertAt,
  type Instruction,
  isInstalledBefore,
  packageName,
  packageWords,
  refuse,
  rootOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { releaseOf } from '../../src/knowledge/images.js'
import {
  broughtBy,
  type Conditional,
  neverTouch,
  recommendsLostOf,
  recommendsOf,
} from '../../src/knowledge/recommends.js'
import { type Skipped, withSavings } from './savings.js'
import { unseenCode, usesOf } from './uses.js'

export default defineTransform({
  id: 'apt-skip-recommends',
  meta: {
    summary: 'Install with `--no-install-recommends`, naming the recommended packages that are used',
    why:
      'apt installs what a package recommends, and most builds use none of it. On bookworm the flag saves 422 MB with ' +
      'python3-pip, 167 MB with ffmpeg, 77 MB with build-essential, 15 MB with curl and git.',
    safety: 'safe',
    risk: 'a recommended package may be used by something that the Dockerfile does not show',
    phase: 'packages',
    alters: ['packages'],
    leaves: [
      'packages that are hardly usable without: texlive, libreoffice, r-base, debhelper, desktops ...',
      'an author’s own choice: `--install-recommends`, `APT::Install-Recommends`, options from a variable',
      'aptitude, which has a flag of its own',
      'stages that are not shipped',
    ],
    references: [
      'https://github.com/hadolint/hadolint/wiki/DL3015',
      'https://docs.docker.com/build/building/best-practices/#apt-get',
    ],
    hadolint: ['DL3015'],
  },
  visit: { stage: visitStage },
})

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { text } = subject.file
  if (!/\bapt(-get|itude)?\b/.test(text)) return
  const isSetUp = /APT::Install-Recommends/i.test(text)
  const skipped: Skipped[] = []
  for (const run of stage.instructions) {
    if (run.keyword !== 'RUN') continue
    const body = subject.model.bodyOf(stage, run)
    if (body.kind === 'none') continue
    for (const command of body.script.commands) {
      const call = aptCall(command)
      if (call && call.verb === undefined && call.args.some(({ value }) => value === 'install'))
        yield refuse(
          body.mapped.toSourceSpan(command.span),
          'a variable among the options may say so already',
        )
      if (call?.verb !== 'install' || call.packages.length === 0 || saysSo(call)) continue
      if (!stage.isShipped) {
        yield refuse(run.span, 'the stage is not shipped: its layers cost nothing')
        break
      }
      const at = body.mapped.toSourceSpan(command.span)
      const because = isSetUp ? 'the file sets `Install-Recommends` itself' : refusalOf(call)
      const change = because ?? changeOf(stage, subject, run, body, call)
      if (typeof change === 'string') yield refuse(at, change)
      else skipped.push(change)
    }
  }
  yield* withSavings(subject.model, stage, skipped)
}

const saysSo = ({ flags }: AptCall): boolean =>
  hasFlag(flags, '--no-install-recommends') ||
  flags.some(({ value }) => /^--?no-install-recommends/.test(value ?? ''))

function refusalOf(call: AptCall): string | undefined {
  if (call.tool === 'aptitude') return 'aptitude has a flag of its own'
  if (hasFlag(call.flags, '--install-recommends', '--fix-policy'))
    return 'the author asks for the recommended packages'
  if (call.flags.some(({ value }) => value === undefined))
    return 'a variable among the options may say so already'
  const [first] = call.packages.map(packageName).filter((name) => name !== undefined && neverTouch(name))
  return first === undefined ? undefined : `\`${first}\` is hardly usable without what it recommends`
}

function changeOf(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  body: Body,
  call: AptCall,
): Skipped | string {
  const { image } = rootOf(stage)
  const named = image && releaseOf(image.name, image.tag ?? 'latest')
  // Of releases that were not measured it is taken that they recommend what bookworm does.
  const release = named === 'bookworm' || named === 'trixie' ? named : undefined
  const wanted = new Set<string>()
  const doubts: string[] = []
  /** Packages that count for some, and of which no use is seen. */
  const left: string[] = []
  const conditions: Conditional[] = []
  if (call.flags.some(({ value }) => /^(-t|--target-release|--default-release)/.test(value ?? '')))
    doubts.push('what another release recommends is not known')
  for (const word of call.packages) {
    const name = packageName(word)
    const fate = name === undefined ? undefined : recommendsOf(name, release ?? 'bookworm')
    if (/^`\s*#[^`]*`$/.test(word.text)) continue
    if (release === undefined && name !== undefined)
      doubts.push(`what \`${name}\` recommends here is not known`)
    if (name === undefined || fate === undefined) doubts.push(`\`${word.text}\` is not known by name`)
    else if (fate.kind === 'adds') fate.packages.forEach((p) => wanted.add(p))
    else if (fate.kind === 'conditional') {
      fate.packages.forEach((p) => wanted.add(p))
      conditions.push(...fate.when)
    } else if (fate.kind !== 'none' && release !== undefined) doubts.push(lossOf(name, release))
  }
  // What is only installed may be used by whoever runs the image: that much must stay where the change is to be safe.
  const seen = usesOf(stage, subject, doubts.length === 0 ? 'installed' : 'called')
  for (const { packages, evidence } of conditions)
    if (seen.match(evidence)) packages.forEach((p) => wanted.add(p))
    else left.push(...packages)
  const [unseen] = doubts.length === 0 && left.length > 0 ? unseenCode(stage, subject) : []
  if (unseen)
    doubts.push(
      `what line ${unseen.startLine} brings cannot be seen, and may use ${left.slice(0, 3).join(', ')}`,
    )
  if (doubts.length === 0 && seen.match(/sources\.list|add-apt-repository|nodesource|\/setup_\d+\.x/))
    doubts.push('a package source that the file adds may recommend otherwise')
  const isThere = (name: string): boolean =>
    [name, ...broughtBy(name)].some((bringer) => isInstalledBefore(subject.model, stage, run, bringer))
  const names = [...wanted].filter((n) => !isThere(n) && (release !== undefined || everywhere.has(n))).sort()
  if (names.length > 0 && seen.match(removal))
    return `\`${names[0]}\` would have to be named, and would then outlive the clean-up of this stage`
  const packages = names.length > 0 ? packageWords(subject, stage, run, call, names) : []
  if (typeof packages === 'string') return packages
  const edits: Edit[] = [
    insertAt(body.mapped.endToSource(call.verbWord!.span.end), ' --no-install-recommends'),
    ...packages,
  ]
  const change = {
    kind: 'change',
    title: 'Install without recommended packages' + (names.length > 0 ? `, but ${names.join(', ')}` : ''),
    at: body.mapped.toSourceSpan(call.command.span),
    edits,
    safety: doubts.length === 0 ? 'safe' : 'unsafe',
    because:
      doubts.length === 0
        ? 'what these packages recommend is known, and what counts of it ' +
          (names.length > 0 ? 'is named' : 'is there')
        : doubts.slice(0, 3).join('; ') + (doubts.length > 3 ? `; and ${doubts.length - 3} more` : ''),
  } as const
  return { change, call, named: names }
}

/** Removes packages by name; `autoremove` alone keeps what is recommended by something that stays. */
const removal =
  /\bapt(-get|itude)?\s[^;&|]*\b((purge|remove|autopurge)\b|autoremove(\s+-[^\s;&|]+)*\s+[a-z0-9$"'])/

/** Names that every Debian and Ubuntu of the last ten years knows. */
const everywhere = new Set(
  'automake build-essential ca-certificates dirmngr g++ gcc git gnupg less libc6-dev libltdl-dev make openssh-client patch pkg-config python3-dev unzip xauth'.split(
    ' ',
  ),
)

function lossOf(name: string, release: string | undefined): string {
  const loss = recommendsLostOf(name, release ?? 'bookworm')
  if (!loss || loss.lost.length === 0) return `what \`${name}\` recommends here is not known`
  return `\`${name}\` would come without ${loss.lost.slice(0, 4).join(', ')}${loss.lost.length > 4 ? ' ...' : ''}`
}
