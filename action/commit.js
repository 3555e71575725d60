import { spawnSync } from 'node:child_process'
import { run } from './dfslim.js'
import { echo, event, input, isFromFork, output, Stop, summarize } from './runner.js'

/** Who commits: the bot that the token of a workflow belongs to. */
const bot = [
  'user.name=github-actions[bot]',
  'user.email=41898282+github-actions[bot]@users.noreply.github.com',
]

/** Rewrites the Dockerfiles, and pushes a commit with them to the branch. The answer is the status of the step. */
export function commit(program) {
  const happened = event()
  if (isFromFork(happened))
    throw new Stop('mode commit is not for a pull request from a fork: its branch belongs to others')
  const branch = branchOf(happened)
  const { stdout, files, status } = run(program, 'fix', ['--write', '--format', 'markdown'])
  summarize(stdout)
  const written = files.filter((file) => file.status === 'written').map(({ path }) => path)
  if (written.length > 0) push(branch, written)
  return status === 3 ? 1 : 0
}

/** The branch that is checked out. For a pull request a checkout takes the merge, unless it is told otherwise. */
function branchOf({ pull_request: pull }) {
  const { status, stdout } = git(['symbolic-ref', '--quiet', '--short', 'HEAD'])
  const hint = pull ? ': actions/checkout with ref: ${{ github.head_ref }}' : ''
  if (status !== 0) throw new Stop(`mode commit needs a branch that is checked out${hint}`)
  const branch = stdout.trim()
  if (pull && branch !== pull.head.ref)
    throw new Stop(`${branch} is not the branch of the pull request${hint}`)
  return branch
}

/** Commits these files and no others, whatever else is changed or staged. */
function push(branch, paths) {
  const settings = bot.flatMap((setting) => ['-c', setting])
  const message = input('message') || 'Make container images smaller'
  must(
    [
      ...settings,
      ...['--literal-pathspecs', 'commit', '--quiet', '--message', message],
      ...['--pathspec-from-file=-', '--pathspec-file-nul'],
    ],
    `${paths.join('\0')}\0`,
  )
  must(['push', 'origin', `HEAD:refs/heads/${branch}`])
  output('commit', must(['rev-parse', 'HEAD']).trim())
}

function must(words, text) {
  const { status, stdout, stderr } = git(words, text)
  echo(stderr)
  if (status !== 0)
    throw new Stop(`git ${words.includes('push') ? 'push' : 'commit'} failed: ${stderr.trim()}`)
  return stdout
}

function git(words, text = '') {
  const { INPUT_TOKEN: _, ...env } = process.env
  const done = spawnSync('git', words, { encoding: 'utf8', input: text, env })
  if (done.error) throw new Stop(`git cannot be run: ${done.error.message}`)
  return done
}
