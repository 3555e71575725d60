import {
  type Command,
  commandsOf,
  type Instruction,
  isRoot,
  isWithin,
  mountsOver,
  programOf,
  resolve,
  rootOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import type { CacheManager } from '../../src/knowledge/caches.js'
import { distributionOf } from '../../src/knowledge/images.js'
import type { Fill } from './calls.js'
import { isCache, removesCache } from './places.js'
import { pipAge } from './pip.js'
import { findEarlier, findReader } from './readers.js'
import { yarnObstacle } from './yarn.js'

/** Why the cache that a call fills is left where it is. */
export function findObstacle(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  fill: Fill,
): string | undefined {
  const { manager } = fill
  if (fill.asOtherUser) return `\`${fill.base}\` runs as another user`
  if (isMounted(run, manager)) return 'the cache is under a mount and no part of the layer'
  const setting = settingOf(stage, manager)
  if (setting !== undefined) return setting
  const named = namedElsewhere(subject, manager)
  if (named) return `line ${named.startLine} names the cache`
  if (isReplaced(fill)) return `it installs \`${fill.base}\` itself, and the new one may not run here`
  const reader = findReader(stage, subject, run, fill)
  if (reader !== undefined) return `${reader} may read what is kept`
  return ownObstacle(stage, subject, run, fill)
}

/** The variable that switches the cache off or moves it, where a command or the scope of a RUN sets one. */
export function findVariable(
  stage: Stage,
  { model }: Subject,
  run: Instruction,
  manager: CacheManager,
): string | undefined {
  const { variables } = model.scopeAt(stage, run)
  const set = new Set(model.commandsIn(stage, run).flatMap(assigned))
  return manager.variables.find((name) => variables.has(name) || set.has(name))
}

const assigned = ({ assignments, words }: Command): string[] => [
  ...assignments.map(({ name }) => name),
  ...words.flatMap(({ text }) => /^(\w+)=/.exec(text)?.[1] ?? []),
]

function isMounted(run: Instruction, manager: CacheManager): boolean {
  if (manager.folders.some((folder) => mountsOver(run, folder))) return true
  return run.flags.some(({ name, value }) => {
    const target = /(?:^|,)(?:target|dst|destination)=([^,]+)/.exec(value ?? '')?.[1]
    if (name !== 'mount' || target === undefined) return false
    return isCache(target, manager) || target.split(/\W+/).some((word) => manager.programs.test(word))
  })
}

/** A word of the file by which the cache is no mere cache, or lies elsewhere. */
function settingOf(stage: Stage, manager: CacheManager): string | undefined {
  for (let s: Stage | undefined = stage; s; s = s.parent)
    for (const { keyword, line, startLine } of s.instructions) {
      if (/^(LABEL|MAINTAINER|EXPOSE)$/.test(keyword)) continue
      const word = manager.settings?.exec(line.text)?.[0]
      if (word !== undefined)
        return `\`${inShort(word.trim())}\` in line ${startLine} may put the cache elsewhere, or have it read`
    }
  return undefined
}

/** Of many words the last, which says it. */
const inShort = (text: string): string => (text.length > 40 ? text.split(/\s+/).at(-1)! : text)

/** An instruction that takes the cache somewhere, looks into it, or keeps it. */
const namedElsewhere = (subject: Subject, manager: CacheManager): Instruction | undefined =>
  subject.model.stages
    .flatMap((stage) => stage.instructions.map((instruction) => ({ stage, instruction })))
    .find(({ stage, instruction }) =>
      placesIn(stage, instruction, subject, manager).some((word) => !isShort(word) && isCache(word, manager)),
    )?.instruction

/** The paths that an instruction names, but for those that it removes. */
function placesIn(
  stage: Stage,
  instruction: Instruction,
  subject: Subject,
  manager: CacheManager,
): readonly string[] {
  const { keyword, args, json } = instruction
  if (/^(COPY|ADD|VOLUME)$/.test(keyword)) return (json ?? args.text.split(/\s+/)).filter(isPath)
  if (!/^(RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword)) return []
  const commands = commandsOf(subject, stage, instruction)
  if (typeof commands === 'string') return []
  return commands
    .filter((command) => !removesCache(command, manager))
    .flatMap((command) => {
      const isTaking = takers.test(resolve(command).name ?? '')
      return command.words
        .map(({ value, text }) => value ?? text.replaceAll('"', ''))
        .map((word) => (isTaking && isHidden.test(word) ? `~/${word}` : word))
        .filter((word) => isPath(word) && (isTaking || !isCommon(word)))
    })
}

/** What is named so from anywhere most likely lies in a home. */
const isHidden = /^\.\w/

/** Programs that take all that a folder holds, or go there to do so. */
const takers = /^(cp|mv|tar|bsdtar|rsync|cpio|zip|cd|pushd)$/

const isPath = (word: string): boolean => /^(\/|~|\$\{?HOME\b)/.test(word)

/** Folders of everybody: a command that does not take all that they hold means no cache. */
const isCommon = (path: string): boolean => /^\/(home|var|var\/cache)\/?$/.test(path)

/** Whether a manager puts another version in its own place: whether that runs is not known before it is called. */
const isReplaced = ({ manager, args }: Fill): boolean =>
  manager.remedy.kind === 'clean' &&
  args.some(({ value }) => manager.programs.test(value?.split(/[@=<>]/)[0] ?? ''))

/** Folders that hold far more than a cache. */
const isShort = (path: string): boolean =>
  ['/', '/tmp', '/usr/local', '/usr/local/share', '/opt', '/go'].some((folder) =>
    isWithin(folder, path.replace(/\/+$/, '') || '/'),
  )

function ownObstacle(stage: Stage, subject: Subject, run: Instruction, fill: Fill): string | undefined {
  const { manager, args } = fill
  const { image } = rootOf(stage)
  const name = image?.name ?? ''
  switch (manager.part) {
    case 'pip':
      return pipAge(stage, subject, run) === 'old'
        ? 'its pip may be older than 6.0, which does not know `--no-cache-dir`'
        : undefined
    case 'yarn':
      return yarnObstacle(subject, fill)
    case 'gem':
      return isRoot(stage, subject.model.scopeAt(stage, run)) || fill.privilege !== '' ? undefined : notRoot
    case 'bundler':
      if (name === 'ruby' && !isRoot(stage, subject.model.scopeAt(stage, run))) return notRoot
      return name === 'ruby' ? undefined : 'where bundler keeps gems on this base is not known'
    case 'go':
      if (!knowsCleaning(name, image?.tag ?? ''))
        return 'its go may be older than 1.11, which has no module cache'
      break
    case 'cargo':
      if (name !== 'rust' && distributionOf(name, image?.tag ?? '') === undefined)
        return 'where cargo keeps crates on this base is not known'
      break
    case 'gradle': {
      const isTold = stage.instructions.some(({ line }) => line.text.includes('org.gradle.daemon=false'))
      if (!isTold && !args.some(({ value }) => value === '--no-daemon'))
        return 'the daemon of gradle may still write there: it runs without `--no-daemon`'
      break
    }
    case 'dotnet':
      if (args[0]?.value !== 'publish') return 'what is not published runs from the packages that NuGet keeps'
      break
  }
  if (!manager.isReadLater) return undefined
  if (isForBuilding(stage, subject)) return 'the image may be one to build in: nothing says what it runs'
  if (manager.part === 'go') return undefined
  const earlier = findEarlier(stage, subject, run, fill)
  return (
    earlier &&
    `line ${earlier.startLine} has fetched what it would remove: only one RUN for both would save it`
  )
}

/** Whether an image is known to have go 1.11 or later. */
function knowsCleaning(name: string, tag: string): boolean {
  const version = /^1\.(\d+)/.exec(tag)
  return name === 'golang' && (version === null || Number(version[1]) >= 11)
}

const notRoot = 'the user may not be root'

/** Whether the image starts nothing of its own, or a shell: it may be there to build other things. */
function isForBuilding(stage: Stage, subject: Subject): boolean {
  const last = [stage, ...stage.heirs].findLast(({ isShipped }) => isShipped) ?? stage
  for (let s: Stage | undefined = last; s; s = s.parent)
    for (const instruction of s.instructions.toReversed())
      if (/^(CMD|ENTRYPOINT)$/.test(instruction.keyword)) {
        const commands = commandsOf(subject, s, instruction)
        return (
          typeof commands !== 'string' && commands.every((c) => /^((ba|da|a|z)?sh)?$/.test(programOf(c).base))
        )
      }
  return true
}
