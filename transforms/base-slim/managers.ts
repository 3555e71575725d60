import { type LockedDistribution, pipfileLock, tomlLock } from '../../src/kit.js'
import { distributionsOf, type Install, type InstallPlace } from './installs.js'

type Words = readonly (string | undefined)[]

/** What a tool that keeps a lock file of Python packages installs by it; undefined where that cannot be known. */
export function managed(place: InstallPlace, tool: string, words: Words): Install | undefined {
  const [verb, ...others] = words
  const rest = others.flatMap((word, i) =>
    groups.test(others[i - 1] ?? '') ? [] : groups.test(word ?? '') ? `${word}=${others[i + 1]}` : [word],
  )
  if (verb === undefined || /^(config|export|--version|-V)$/.test(verb)) return nothing
  const locked = isByLock(tool, verb, rest) ? lockOf(place, tool) : undefined
  if (locked === undefined) return undefined
  const { line } = place
  const taken = locked.filter(({ isDev }) => !isDev || rest.some((word) => word === '--dev' || word === '-d'))
  const judged = distributionsOf(
    taken.flatMap(({ name, from }) => (from === 'registry' ? name : [])),
    line,
  )
  const foreign = taken
    .filter(({ from }) => from === 'elsewhere')
    .map(({ name }) => `\`${name}\` of ${line} may be built from source`)
  const own = buildsProject(tool, rest, locked) ? [`\`${tool} ${verb}\` in ${line} builds the project`] : []
  return { ...judged, doubts: [...own, ...foreign, ...judged.doubts] }
}

const nothing: Install = { doubts: [], programs: [] }

/** Whether the tool takes what is locked, and neither more nor something newer. */
function isByLock(tool: string, verb: string, rest: Words): boolean {
  if (!rest.every((word) => word !== undefined && flags.test(word))) return false
  const has = (flag: RegExp): boolean => rest.some((word) => flag.test(word!))
  switch (tool) {
    case 'pipenv':
      return verb === 'sync' || (verb === 'install' && has(/^--(deploy|ignore-pipfile)$/))
    case 'poetry':
      return verb === 'install' || verb === 'sync'
    case 'uv':
      return verb === 'sync' && has(/^--(frozen|locked)$/)
    default:
      return verb === 'sync' || (verb === 'install' && has(/^--(frozen-lockfile|check)$/))
  }
}

/** Options of poetry with the name of a group behind them. */
const groups = /^--(only|with|without)$/

/** Options without a value behind them that bring nothing beyond what is locked. */
const flags =
  /^(-d|-n|-q|-v+|--(dev|system|deploy|ignore-pipfile|clear|verbose|quiet|no-dev|only-root|no-root|no-interaction|no-ansi|no-cache|compile|frozen|locked|no-install-project|compile-bytecode|no-default-groups|prod|production|no-self|no-editable|frozen-lockfile|check|sync|(only|with|without)=\S+))$/

function lockOf({ files, folder }: InstallPlace, tool: string): readonly LockedDistribution[] | undefined {
  const text = files.read(tool === 'pipenv' ? 'Pipfile.lock' : `${tool}.lock`, folder)
  if (text === undefined) return undefined
  return tool === 'pipenv' ? pipfileLock(text) : tomlLock(text)
}

/** Whether the project is built as well, by a backend that was not judged. */
function buildsProject(tool: string, rest: Words, locked: readonly LockedDistribution[]): boolean {
  if (tool === 'poetry') return !rest.includes('--no-root')
  if (tool === 'pdm') return !rest.includes('--no-self')
  return locked.some(({ from }) => from === 'project') && !rest.includes('--no-install-project')
}
