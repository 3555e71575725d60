import { posix } from 'node:path'
import { firstDifference } from './alignment.mjs'
import { isWorkdir, segmentsIn } from './stages.mjs'
import { itemsIn } from './words.mjs'

/**
 * Where the RUNs of a stage run other commands than before. Compared in order, between any two other instructions and
 * for each set of flags; over the whole stage and in any order where commands may move.
 */
export function runDifferences(before, after, may) {
  const folders = new Set(before.instructions.filter(isWorkdir).map(({ value }) => value.Path))
  const terms = { ...may, folders }
  const [old, now] = [before, after].map((stage) => runsOf(stage, terms))
  const found = [
    ...countDifferences(old, now, may),
    ...jointDifferences(old, now, may),
    ...folderDifferences(old, now),
  ]
  for (const key of new Set([...old.groups.keys(), ...now.groups.keys()])) {
    const difference = firstDifference(old.groups.get(key) ?? [], now.groups.get(key) ?? [], terms)
    if (difference !== undefined) found.push(`RUN ${key}: ${difference}`)
  }
  return found
}

/** The commands of all RUNs of a stage in groups, each with its folder; how they are joined is counted. */
function runsOf(stage, may) {
  const runs = { flags: [], groups: new Map(), counts: new Map() }
  let folder = '.'
  for (const [i, segment] of segmentsIn(stage).entries())
    for (const instruction of segment) {
      if (isWorkdir(instruction)) {
        folder = resolve(folder, instruction.value.Path)
        continue
      }
      const flags = [...instruction.flags].sort().join(' ')
      const key = may.moves ? 'of the stage' : `${i} ${flags}`.trimEnd()
      runs.flags.push(flags)
      if (!runs.groups.has(key)) runs.groups.set(key, [])
      for (const command of commandsOf(instruction, folder, may, runs.counts))
        runs.groups.get(key).push(command)
    }
  return runs
}

/** A `cd` into the path of a WORKDIR counts as that WORKDIR, and what is no command as one. */
function* commandsOf({ shell, value }, folder, may, counts) {
  if (shell === undefined) return yield { folder, words: [JSON.stringify(value)] }
  const count = (text) => void counts.set(text, (counts.get(text) ?? 0) + 1)
  const outer = []
  let here = folder
  const items = itemsIn(shell)
  while (items.at(-1)?.operator === ';') items.pop()
  for (const { words, operator } of may.moves ? items.flatMap(single) : items) {
    if (operator === '(') outer.push(here)
    if (operator === ')') here = outer.pop() ?? here
    const text = operator ?? words.join(' ')
    const isEntry = text.startsWith('cd ') && may.folders.has(text.slice(3))
    if (isJoint(text) || isEntry || text.startsWith('mkdir -p ')) count(text)
    if (may.joins && isEntry) here = resolve(here, text.slice(3))
    else if (!isJoint(text)) yield { folder: here, words: words ?? [operator] }
  }
}

const resolve = (folder, path) =>
  posix.join(path.startsWith('/') ? '' : folder, path).replace(/(?<=.)\/$/, '')

/** Parentheses and braces are put around commands whose list goes on. */
const isJoint = (text) => /^(&&|[;(){}])$/.test(text)

/** An `rm` of several paths as one for each: they may go different ways. */
function single({ words, operator }) {
  const at = words?.[0] === 'sudo' ? 1 : 0
  if (words?.[at] !== 'rm') return { words, operator }
  const isPath = (word, i) => i > at && !word.startsWith('-')
  const rest = words.filter((word, i) => !isPath(word, i))
  return words.filter(isPath).map((path) => ({ words: [...rest, path] }))
}

function countDifferences(old, now, may) {
  const found = []
  const added = now.flags.length - old.flags.length
  if (added > (may.base.length > 0 ? 1 : 0) || (added < 0 && !may.joins && !may.removes))
    found.push(`${old.flags.length} RUNs have become ${now.flags.length}`)
  for (const some of new Set([...old.flags, ...now.flags])) {
    if (some === '') continue
    const [was, is] = [old, now].map(({ flags }) => flags.filter((other) => other === some).length)
    if (is > was || (was > 0 && is === 0) || (is < was && !may.joins))
      found.push(`${was} RUNs with ${some} have become ${is}`)
  }
  return found
}

function jointDifferences(old, now, { terms, moves, removes }) {
  const all = [...new Set([...old.counts.keys(), ...now.counts.keys()])].filter(isJoint)
  return all.flatMap((text) => {
    const growth = growthOf(text, old, now)
    if (growth === 0 || (growth > 0 ? terms.length > 0 : moves || removes)) return []
    return [`\`${text}\` ${old.counts.get(text) ?? 0} times, now ${now.counts.get(text) ?? 0}`]
  })
}

/** A WORKDIR makes its folder, so what enters it instead must do so as well, but where it is there anyway. */
function folderDifferences(old, now) {
  const entries = [...now.counts.keys()].filter((text) => /^cd (?!(\/|\/tmp)$)/.test(text))
  return entries
    .filter((text) => growthOf(text, old, now) > growthOf(`mkdir -p ${text.slice(3)}`, old, now))
    .map((text) => `\`${text}\` comes without its \`mkdir -p\``)
}

const growthOf = (text, old, now) => (now.counts.get(text) ?? 0) - (old.counts.get(text) ?? 0)
