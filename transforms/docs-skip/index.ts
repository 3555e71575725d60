import {
  aptBytes,
  aptCall,
  type AptCall,
  defineTransform,
  documentationUse,
  type Finding,
  type Instruction,
  isRoot,
  packageName,
  refuse,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { distributionOf, isMirrored, releaseOf } from '../../src/knowledge/images.js'
import { wordsIn } from '../../src/knowledge/words.js'
import { exclusionBefore } from './exclusion.js'

const risk =
  'manuals, examples and translations of the packages are missing; a program that reads them does not find them.'

export default defineTransform({
  id: 'docs-skip',
  meta: {
    summary: 'Install Debian packages without their manuals, documentation and translations',
    why:
      'Over the 899 packages of a well-filled Debian 12 these are 333 of 5,007 MB; of git 13 of 45 MB, of postgresql-15 12 of ' +
      '53 MB. Slim images, and Ubuntu’s since 18.04, tell dpkg to leave them out; full Debian images do not. ' +
      'The files that name the licences stay.',
    safety: 'unsafe',
    risk,
    phase: 'packages',
    alters: ['packages'],
    leaves: [
      'slim images, Ubuntu’s, and what is built on slim ones, such as php: they leave it out already',
      'stages that name documentation or translations, set a language, or install `man-db`, `locales` and the like',
      'releases before Debian 11, where packages fail to configure without manuals',
      'images of which it is not known what they stand on',
      'stages that are not shipped',
    ],
    references: [
      'https://man7.org/linux/man-pages/man1/dpkg.1.html',
      'https://wiki.ubuntu.com/ReducingDiskFootprint',
    ],
  },
  visit: { stage: visitStage },
})

/** Official images on a Debian that keeps documentation, as long as their tags do not say slim, alpine or the like. */
const full = new Set(
  wordsIn('buildpack-deps debian elixir erlang gcc golang haskell node perl pypy python ruby rust'),
)

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { image } = stage
  if (image === undefined || !full.has(image.name) || subject.file.text.includes('path-exclude')) return
  const tag = image.tag ?? 'latest'
  const family = distributionOf(image.name, tag)?.family ?? 'debian'
  if (/slim|alpine|windows|nanoserver|onbuild/.test(tag) || family !== 'debian') return
  const found = firstInstall(stage, subject)
  if (found === undefined) return
  const finding = findingOf(stage, subject, found, releaseOf(image.name, tag))
  yield typeof finding === 'string' ? refuse(found.run.span, finding) : finding
}

interface Found {
  readonly run: Instruction
  readonly call: AptCall
}

/** The first call of apt that unpacks packages, in the first RUN that installs some. */
function firstInstall(stage: Stage, { model }: Subject): Found | undefined {
  for (const run of stage.instructions) {
    if (run.keyword !== 'RUN') continue
    const calls = model.commandsIn(stage, run).flatMap((command) => aptCall(command) ?? [])
    const unpacks = ({ verb }: AptCall): boolean =>
      /^(install|upgrade|dist-upgrade|full-upgrade|build-dep)$/.test(verb ?? '')
    if (calls.some(({ verb }) => verb === 'install')) return { run, call: calls.find(unpacks)! }
  }
  return undefined
}

function findingOf(
  stage: Stage,
  subject: Subject,
  { run, call }: Found,
  release: string | undefined,
): Finding | string {
  const { model } = subject
  if (!stage.isShipped) return 'the stage is not shipped: its layers cost nothing'
  if (release !== undefined && /^(wheezy|jessie|stretch|buster)$/.test(release))
    return `packages with manuals may fail to configure without them on ${release}`
  if (release === undefined && !isMirrored(stage.image!.name, stage.image!.tag ?? 'latest'))
    return 'it may stand on an old release, where packages with manuals may fail to configure without them'
  const bytes = aptBytes(model, stage)
  if (bytes !== undefined && bytes < little)
    return 'what is installed is too small for its documentation to count'
  const use = documentationUse(subject, stage, release)
  if (use) return use.because.replace(', which slim images leave out', '')
  const reader = readerIn([stage, ...stage.heirs], subject)
  if (reader !== undefined) return `\`${reader}\` reads what would be missing`
  if (call.privilege !== '' || !isRoot(stage, model.scopeAt(stage, run))) return 'the user may not be root'
  const edit = exclusionBefore(stage, subject, run, call.command)
  if (typeof edit === 'string') return edit
  return {
    kind: 'change',
    title: 'Install packages without their manuals, documentation and translations',
    at: run.span,
    edits: [edit],
    safety: 'unsafe',
    because: `nothing that is seen reads them; ${risk}`,
  }
}

/** Bytes of packages of which documentation is about 1 MB. */
const little = 15e6

/** A package or a program that is about documentation or languages. */
function readerIn(stages: readonly Stage[], { model }: Subject): string | undefined {
  for (const stage of stages)
    for (const run of stage.instructions.filter(({ keyword }) => keyword === 'RUN'))
      for (const command of model.commandsIn(stage, run)) {
        const program = command.words[0]?.value ?? ''
        if (/^(man|mandb|info|locale-gen|localedef|update-locale|dpkg-reconfigure)$/.test(program))
          return program
        const name = (aptCall(command)?.packages ?? [])
          .map(packageName)
          .find((one) => readers.test(one ?? ''))
        if (name !== undefined) return name
      }
  return undefined
}

const readers =
  /^(man-db|manpages.*|locales.*|language-pack.*|info|emacs.*|.*-docs?|doc-base|yelp|devhelp|dwww|texlive.*|zabbix.*|gettext-base|iso-codes|task-.*)$/
