import { check } from './check.js'
import { commit } from './commit.js'
import { install } from './dfslim.js'
import { annotate, input, Stop } from './runner.js'
import { suggest } from './suggest.js'

const modes = { check, suggest, commit }

try {
  const mode = input('mode') || 'check'
  if (!Object.hasOwn(modes, mode)) throw new Stop(`mode is check, suggest or commit, not ${mode}`)
  if (process.env.GITHUB_WORKSPACE) process.chdir(process.env.GITHUB_WORKSPACE)
  process.exitCode = await modes[mode](install())
} catch (error) {
  annotate(
    'error',
    error instanceof Stop ? error.message : `a bug of this action, please report it: ${error.stack}`,
  )
  process.exitCode = 1
}
