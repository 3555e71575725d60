import { declared } from './declared.mjs'
import { runDifferences } from './runs.mjs'
import { isMovable, isWorkdir, same, segmentsIn, stagesIn } from './stages.mjs'

/**
 * What differs between two readings of BuildKit's beyond what the applied changes declare; empty when nothing does.
 * Knows nothing of how dfslim reads a file.
 */
export function differencesBetween(before, after, applied) {
  const [old, now] = [stagesIn(before), stagesIn(after)]
  if (applied.some(({ transform }) => declared[transform].splits)) return splitDifferences(old, now, applied)
  if (applied.some(({ transform }) => declared[transform].expands)) return expandDifferences(old, now)
  if (old.length !== now.length) return [`${old.length} stages have become ${now.length}`]
  return old.flatMap((stage, i) => {
    const may = licenceFor(stage, applied)
    if (may.mounts) unmount(stage, now[i])
    if (may.quiets) for (const some of [stage, now[i]]) some.instructions = some.instructions.filter(isHeard)
    return [
      ...baseDifferences(stage, now[i], may),
      ...otherDifferences(stage, may.supplies ? withoutSupplies(now[i], stage) : now[i], may),
      ...folderDifferences(stage, now[i], may),
      ...runDifferences(stage, now[i], may),
    ].map((difference) => `stage ${stage.number}: ${difference}`)
  })
}

/** The base is another tag of the same repository, and all that the file says but RUN stays, in its order. */
function expandDifferences(old, now) {
  if (old.length !== now.length) return [`${old.length} stages have become ${now.length}`]
  return old.flatMap(({ instructions }, i) => {
    const [was, is] = [instructions, now[i].instructions].map((some) => ({
      base: some.find(({ keyword }) => keyword === 'FROM')?.value.Image,
      told: some.filter(({ keyword }) => !/^(FROM|RUN|WORKDIR|COPY|ADD)$/.test(keyword)).map(told),
    }))
    const left = [...is.told]
    const lost = was.told.find((text) => left.splice(0, left.indexOf(text) + 1).length === 0)
    if (lost !== undefined) return [`${lost} has become nothing`]
    const isMoved = was.base === is.base || repositoryOf(was.base) === repositoryOf(is.base)
    return isMoved ? [] : [`FROM ${was.base} has become ${is.base}`]
  })
}

/**
 * What builds is built on the same image, with instructions of the one stage in their order; the image has the whole
 * configuration, word for word, and all else of the file is as it was.
 */
function splitDifferences(old, now, applied) {
  if (now.length !== old.length + 1) return [`${old.length} stages have become ${now.length}`]
  const [stage, builder, image] = [old.at(-1), now.at(-2), now.at(-1)]
  const found = []
  for (const [i, other] of old.slice(0, -1).entries())
    if (other.instructions.some((instruction, at) => !same(instruction, now[i].instructions[at])))
      found.push(`stage ${other.number} is another`)
  const starts = applied.flatMap(({ transform }) => declared[transform].starts ?? [])
  const expands = applied.some(({ transform }) => declared[transform].expands)
  const configured = ({ instructions }) =>
    instructions
      .filter(({ keyword }) => !/^(FROM|RUN|COPY|ADD|WORKDIR|ARG)$/.test(keyword))
      .map((i) => told(started(i, starts)))
  const isConfigured = expands
    ? configured(stage).every((text) => configured(image).includes(text))
    : configured(stage).join('\n') === configured(image).join('\n')
  if (!isConfigured) found.push('the image is configured otherwise')
  const baseOf = ({ instructions }) => instructions.find(({ keyword }) => keyword === 'FROM').value.Image
  if (expands) return found
  if (baseOf(stage) !== baseOf(builder)) found.push(`FROM ${baseOf(stage)} has become ${baseOf(builder)}`)
  const left = stage.instructions.map(told)
  for (const instruction of builder.instructions) {
    if (/^(FROM|RUN)$/.test(instruction.keyword)) continue
    const at = left.indexOf(told(instruction))
    if (at < 0) found.push(`nothing has become ${told(instruction)}`)
    left.splice(0, at + 1)
  }
  return found
}

const told = ({ keyword, value }) => `${keyword} ${JSON.stringify(value)}`

/** All that the changes applied to a stage declare, as one. */
function licenceFor({ instructions }, applied) {
  const [first, last] = [instructions[0].lines[0], instructions.at(-1).lines[1]]
  const own = applied.filter(
    ({ transform, line }) => declared[transform].reaches === 'file' || (line >= first && line <= last),
  )
  const terms = [...new Set(own.map(({ transform }) => transform))].map((transform) => ({
    transform,
    ...declared[transform],
    named: namesIn(own.filter((change) => change.transform === transform)),
  }))
  const does = (name) => terms.some((term) => term[name] === true)
  const tells = (name) => terms.flatMap((term) => term[name] ?? [])
  return {
    ...{
      base: tells('base'),
      system: tells('system'),
      from: tells('from'),
      starts: tells('starts'),
      quiets: does('quiets'),
      owns: does('owns'),
      unpacks: does('unpacks'),
      mounts: does('mounts'),
      supplies: does('supplies'),
      joins: does('joins'),
      moves: does('moves'),
      removes: does('removes'),
    },
    terms,
  }
}

/** All but what tells debconf not to ask. */
const isHeard = ({ value }) =>
  !/^\{"(Env|Args)":\[\{"Key":"DEBIAN_FRONTEND"[^{]*\}\]\}$/.test(JSON.stringify(value))

/** The packages that titles name: "... and install curl, git", "..., but xauth". */
function namesIn(changes) {
  const lists = changes.flatMap(({ title }) =>
    title.split(/(?:,| and) build with | and install |, but /).slice(1),
  )
  return new Set(lists.flatMap((list) => list.split(', ')))
}

function baseDifferences(before, after, may) {
  const [old, now] = [before, after].map(({ instructions }) =>
    instructions.find(({ keyword }) => keyword === 'FROM'),
  )
  if (same(old, now)) return []
  const isMoved =
    same({ ...old, value: { ...old.value, Image: '' } }, { ...now, value: { ...now.value, Image: '' } }) &&
    (repositoryOf(old.value.Image) === repositoryOf(now.value.Image)
      ? may.base.some((tag) => tag.test(now.value.Image.replace(/^.*:/, '')))
      : isOtherSystem(old.value.Image, now.value.Image, may))
  return isMoved ? [] : [`FROM ${old.value.Image} has become ${now.value.Image}`]
}

const isOtherSystem = (old, now, { system, from }) =>
  (/^(docker\.io\/)?(library\/)?(debian|ubuntu)(:|$)/.test(old) ||
    from.some((name) => name.test(repositoryOf(old)))) &&
  system.some((name) => name.test(repositoryOf(now).replace(/^.*\//, '')))

const repositoryOf = (image) => image.replace(/:(?:\$\{[^}]*\}|[^/:])*$/, '')

/** CMD without the words that an image may say before it, ENTRYPOINT with the name of a program for its path. */
function started(instruction, starts) {
  const { keyword, value } = instruction
  if (starts.length === 0 || !/^(CMD|ENTRYPOINT)$/.test(keyword) || value.PrependShell) return instruction
  const isStart = (word) => starts.some((start) => start.test(word))
  const words = value.CmdLine ?? []
  const rest = keyword === 'CMD' ? words.findIndex((word) => !isStart(word)) : 0
  const named = words
    .slice(Math.max(rest, 0))
    .map((word) => word.replace(/^\/nodejs\/bin\/node$|^\/usr\/local\/bin\/node$/, 'node'))
  return { ...instruction, value: { ...value, CmdLine: named } }
}

/** A stage without what it copies anew from an earlier one. */
function withoutSupplies(stage, before) {
  const isOld = (instruction) => before.instructions.some((other) => same(other, instruction))
  const isSupply = ({ keyword, flags }) =>
    keyword === 'COPY' && flags.some((flag) => flag.startsWith('--from='))
  return { ...stage, instructions: stage.instructions.filter((i) => isOld(i) || !isSupply(i)) }
}

/** Takes a COPY out of a stage, and the mount of the same file out of the stage after it. */
function unmount(before, after) {
  const old = before.instructions.flatMap(({ flags }) => flags)
  for (const run of after.instructions.filter(({ keyword }) => keyword === 'RUN'))
    for (const flag of run.flags.filter((one) => !old.includes(one))) {
      const source = /^--mount=type=bind,source=([^,]+),target=\/[^,]+$/.exec(flag)?.[1]
      const at = before.instructions.findIndex(
        ({ keyword, value, flags }) =>
          keyword === 'COPY' &&
          flags.length === 0 &&
          value.SourcePaths.length === 1 &&
          value.SourcePaths[0].replace(/^(\.?\/)+/, '') === source,
      )
      if (at < 0) continue
      before.instructions = before.instructions.filter((_, i) => i !== at)
      run.flags = run.flags.filter((one) => one !== flag)
    }
}

/** Everything but FROM, WORKDIR and RUN. */
function otherDifferences(before, after, { owns, unpacks, starts }) {
  const [old, now] = [before, after].map(({ instructions }) =>
    instructions.filter((i) => !isMovable(i)).map((i) => started(i, starts)),
  )
  const isSame = (one, other) =>
    same(one, other) ||
    (owns && other && same(one, withoutOwner(other, one))) ||
    (unpacks && other && isAddOf(other, one))
  const at = old.findIndex((instruction, i) => !isSame(instruction, now[i]))
  if (at < 0 && old.length === now.length) return []
  const say = (i) => (i ? `${i.keyword} ${JSON.stringify(i.value)}` : 'nothing')
  const place = at < 0 ? old.length : at
  return [`${say(old[place])} has become ${say(now[place])}`]
}

/** Whether ADD takes the one archive that was copied. */
const isAddOf = (add, copy) =>
  copy.keyword === 'COPY' &&
  add.keyword === 'ADD' &&
  copy.value.SourcePaths.length === 1 &&
  /\.(tar(\.\w+)?|t[gbx]z2?)$/.test(copy.value.SourcePaths[0]) &&
  JSON.stringify(add.value.SourcePaths) === JSON.stringify(copy.value.SourcePaths)

/** A COPY or ADD with the owner and mode that it had. */
const withoutOwner = (copy, { value, flags }) =>
  /^(COPY|ADD)$/.test(copy.keyword)
    ? { ...copy, flags, value: { ...copy.value, Chown: value.Chown, Chmod: value.Chmod } }
    : copy

function folderDifferences(before, after, may) {
  const [old, now] = [segmentsIn(before), segmentsIn(after)]
  if (old.length !== now.length) return []
  const found = []
  const folders = ['', '']
  for (const [i, segment] of old.entries()) {
    const paths = [segment, now[i]].map((some) => some.filter(isWorkdir).map(({ value }) => value.Path))
    paths.forEach((some, side) => {
      for (const path of some) folders[side] = path.startsWith('/') ? path : `${folders[side]}/${path}`
    })
    if (folders[0].replace(/(\/\.)+$/, '') !== folders[1].replace(/(\/\.)+$/, ''))
      found.push(`the folder is ${folders[1] || 'the first'} where it was ${folders[0] || 'the first'}`)
    let at = 0
    for (const path of paths[0]) if (path === paths[1][at]) at++
    if (at < paths[1].length || (!may.joins && paths[0].length > at))
      found.push(`WORKDIR ${paths[0].join(', ')} has become ${paths[1].join(', ')}`)
  }
  return found
}
