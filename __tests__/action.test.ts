import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { buildCommand } from './support/command.js'

let command = ''
beforeAll(() => {
  command = buildCommand()
})
afterAll(() => rmSync(dirname(command), { recursive: true }))

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dfslim-action-'))
  put(
    'bin/npm',
    `#!/bin/sh
echo "$PWD $*" >>"${root}/npm.log"
mkdir -p node_modules/dfslim && cp -r "${dirname(command)}" node_modules/dfslim/dist
echo "import './dfslim.mjs'" >node_modules/dfslim/dist/dfslim.js
echo '{"type":"module"}' >node_modules/dfslim/package.json
`,
  )
  chmodSync(join(root, 'bin/npm'), 0o755)
})
afterEach(() => rmSync(root, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const textOf = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')

const settings = parse(readFileSync('action.yml', 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly outputs: Readonly<Record<string, object>>
  readonly runs: { readonly using: string; readonly main: string }
}

/** Runs the step as a runner would: inputs with their defaults, files for what it says, an event. */
async function step(inputs: Readonly<Record<string, string>>, event: object = {}, env = {}) {
  put('event.json', JSON.stringify(event))
  const given = Object.entries(settings.inputs).map(([name, { default: usual }]) => [
    `INPUT_${name.toUpperCase()}`,
    inputs[name] ?? (usual.startsWith('${{') ? 'secret-token' : usual),
  ])
  const child = spawn(process.execPath, [resolve(settings.runs.main)], {
    cwd: join(root),
    env: {
      PATH: join(root, 'bin') + delimiter + (process.env['PATH'] ?? ''),
      HOME: root,
      ...Object.fromEntries(given),
      GITHUB_WORKSPACE: join(root, 'work'),
      GITHUB_EVENT_PATH: join(root, 'event.json'),
      GITHUB_OUTPUT: join(root, 'output'),
      GITHUB_STEP_SUMMARY: join(root, 'summary.md'),
      RUNNER_TEMP: join(root, 'temp'),
      ...env,
    },
  })
  const printed = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (printed.stdout += String(chunk)))
  child.stderr.on('data', (chunk) => (printed.stderr += String(chunk)))
  const code = await new Promise<number | null>((done) => child.on('close', done))
  const outputs = Object.fromEntries(
    textOf('output')
      .trim()
      .split('\n')
      .map((line) => line.split('=')),
  ) as Record<string, string>
  return { code, ...printed, outputs, summary: textOf('summary.md') }
}

const wasteful = 'FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y nano\nCMD ["nano"]\n'
const slimmed =
  'FROM debian:bookworm-slim\nRUN apt-get update && apt-get install --no-install-recommends -y nano \\\n    && rm -rf /var/lib/apt/lists/*\nCMD ["nano"]\n'

/** The commands that a runner finds in what a step prints. */
const commandsIn = (text: string) => text.split('\n').filter((line) => /^\s*::|##\[/.test(line))

describe('mode check', () => {
  it('annotates, fails, and says what it found', async () => {
    put('work/Dockerfile', wasteful)
    const { code, stdout, outputs, summary } = await step({ mode: 'check' })
    expect(code).toBe(1)
    expect(commandsIn(stdout).map((line) => line.split(',')[0])).toEqual([
      '::notice file=Dockerfile',
      '::notice file=Dockerfile',
      '::error title=dfslim::Images can be smaller: dfslim fix --write',
    ])
    expect(outputs).toEqual({ edits: '2', files: '1', saves: expect.stringMatching(/^\d{8}$/) as unknown })
    expect(summary).toMatch(/^\*\*2 edits in 1 of 1 Dockerfile, all safe\*\*/)
    expect(textOf('work/Dockerfile')).toBe(wasteful)
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(textOf('npm.log')).toContain(` dfslim@${version}\n`)
    // Apart from the repository, whose settings could name another registry.
    expect(textOf('npm.log')).toMatch(new RegExp(`^${join(root, 'temp')}/dfslim-`))
  })

  it('is green where there is nothing to do, or where findings are told not to fail', async () => {
    put('work/Dockerfile', slimmed)
    expect(await step({ mode: 'check' })).toMatchObject({ code: 0, outputs: { edits: '0', files: '0' } })
    put('work/Dockerfile', wasteful)
    expect(await step({ fail: 'false' })).toMatchObject({ code: 0 })
  })

  it('takes inputs for words and never for commands', async () => {
    put('work/a b/Dockerfile', wasteful)
    put('work/$(touch x)/Dockerfile', wasteful)
    put('work/c/Dockerfile', wasteful)
    const paths = 'a b\n$(touch x)\n'
    const { code, outputs } = await step({ paths, skip: 'apt-clean-lists, run-merge' })
    expect(code).toBe(1)
    expect(outputs).toMatchObject({ files: '2', edits: '2' })
    expect(existsSync(join(root, 'work/x'))).toBe(false)
    for (const bad of [
      { version: '1.0.0; touch x' },
      { mode: 'toString' },
      { unsafe: 'maybe' },
      { paths: '--write' },
      { only: 'no-such' },
    ]) {
      const { code, stdout } = await step(bad)
      expect(code).toBe(1)
      expect(commandsIn(stdout).at(-1)).toMatch(/^::error title=dfslim::/)
    }
    expect(textOf('work/a b/Dockerfile')).toBe(wasteful)
  })

  it('lets no name of a file speak to the runner', async () => {
    put('work/x\n::error::pwned\n##[error]y/Dockerfile', 'FROM {{ x }}\n')
    put('work/Dockerfile', wasteful)
    const { code, stdout, stderr } = await step({})
    expect(code).toBe(1)
    expect(commandsIn(stderr)).toEqual([])
    expect(commandsIn(stdout).filter((line) => line.includes('pwned'))).toHaveLength(1)
    for (const line of commandsIn(stdout)) expect(line).toMatch(/^::(notice|error) (file|title)=/)
  })

  it('keeps the token from all that it starts', async () => {
    put('work/Dockerfile', slimmed)
    put('bin/npm', textOf('bin/npm').replace('echo "$PWD', 'env >>"$HOME/env.log"; echo "$PWD'))
    chmodSync(join(root, 'bin/npm'), 0o755)
    await step({})
    expect(textOf('env.log')).toContain('INPUT_MODE=check')
    expect(textOf('env.log')).not.toContain('secret-token')
  })
})

describe('mode commit', () => {
  const git = (...words: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('git', ['-C', join(root, 'work'), ...words], {
      encoding: 'utf8',
      env: { ...process.env, HOME: root, GIT_CONFIG_NOSYSTEM: '1' },
    })
    if (status !== 0) throw new Error(stderr)
    return stdout.trim()
  }
  beforeEach(() => {
    put('work/Dockerfile', wasteful)
    put('work/:(top)*/Dockerfile', wasteful)
    put('work/other.txt', 'old\n')
    spawnSync('git', ['init', '--bare', '--quiet', join(root, 'remote')])
    git('init', '--quiet')
    git('checkout', '--quiet', '-b', 'topic')
    git('add', '.')
    git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'start')
    git('remote', 'add', 'origin', join(root, 'remote'))
    git('push', '--quiet', 'origin', 'topic')
  })
  const remote = () => git('ls-remote', 'origin', 'refs/heads/topic').split('\t')[0]
  const pull = (from: string) => ({
    pull_request: {
      head: { ref: 'topic', repo: { full_name: from } },
      base: { repo: { full_name: 'acme/api' } },
    },
  })

  it('pushes a commit of the bot that holds the Dockerfiles alone', async () => {
    put('work/other.txt', 'changed\n')
    git('add', 'other.txt')
    const message = 'Slim "down" $(touch x)\n\n::error::y'
    const { code, outputs, summary } = await step({ mode: 'commit', message }, pull('acme/api'))
    expect(code).toBe(0)
    expect(outputs).toMatchObject({ files: '2', commit: remote()! })
    expect(git('log', '-1', '--format=%an <%ae>%n%B', remote()!)).toBe(
      `github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>\n${message}`,
    )
    expect(git('diff', '--name-only', 'HEAD~1', remote()!).split('\n')).toEqual([
      ':(top)*/Dockerfile',
      'Dockerfile',
    ])
    expect(git('show', `${remote()!}:Dockerfile`)).toBe(slimmed.trim())
    expect(summary).toMatch(/^\*\*4 edits/)
  })

  it('pushes nothing where there is nothing to do', async () => {
    await step({ mode: 'commit' })
    const before = remote()
    put('output', '')
    expect((await step({ mode: 'commit' })).outputs).toEqual({ edits: '0', files: '0', saves: '0' })
    expect(remote()).toBe(before)
  })

  it('refuses forks, detached heads and other branches, and writes nothing then', async () => {
    const before = remote()
    const refused = async (event: object) => {
      const { code, stdout } = await step({ mode: 'commit' }, event)
      expect(code).toBe(1)
      expect(textOf('work/Dockerfile')).toBe(wasteful)
      return stdout
    }
    expect(await refused(pull('somebody/api'))).toContain('its branch belongs to others')
    expect(
      await refused({ pull_request: { ...pull('acme/api').pull_request, head: { repo: null } } }),
    ).toContain('its branch belongs to others')
    git('checkout', '--quiet', '-b', 'elsewhere')
    expect(await refused(pull('acme/api'))).toContain('elsewhere is not the branch of the pull request')
    git('checkout', '--quiet', '--detach')
    expect(await refused(pull('acme/api'))).toContain('with ref: ${{ github.head_ref }}')
    expect(remote()).toBe(before)
  })

  it('says that a push was refused', async () => {
    put('remote/hooks/pre-receive', '#!/bin/sh\necho "::error::no"; exit 1\n')
    chmodSync(join(root, 'remote/hooks/pre-receive'), 0o755)
    const { code, stdout, stderr } = await step({ mode: 'commit' })
    expect(code).toBe(1)
    expect(commandsIn(stdout)).toEqual([expect.stringMatching(/^::error title=dfslim::git push failed: /)])
    expect(commandsIn(stderr)).toEqual([])
  })
})

describe('mode suggest', () => {
  let server: Server
  let asked: { method: string; url: string; token: string; body: unknown }[] = []
  let files: object[] = []
  let comments: object[] = []
  let status = 200
  beforeEach(async () => {
    ;[asked, files, comments, status] = [[], [], [], 200]
    server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += String(chunk)))
      request.on('end', () => {
        const { method = '', url = '', headers } = request
        asked.push({ method, url, token: headers.authorization ?? '', body: body && JSON.parse(body) })
        const page = Number(/[?&]page=(\d+)/.exec(url)?.[1] ?? 1)
        const items = url.includes('/files') ? files : url.includes('/comments') ? comments : undefined
        const answer = items?.slice((page - 1) * 100, page * 100) ?? { id: 1 }
        response.statusCode = method === 'POST' ? status : 200
        response.end(
          JSON.stringify(
            status === 200 || method === 'GET' ? answer : { message: 'Resource not accessible' },
          ),
        )
      })
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  })
  afterEach(() => new Promise((done) => server.close(done)))

  const event = (from = 'acme/api') => ({
    pull_request: {
      number: 7,
      head: { ref: 'topic', sha: 'abc123', repo: { full_name: from } },
      base: { repo: { full_name: 'acme/api' } },
    },
  })
  const suggest = (happened: object = event(), inputs = {}) =>
    step({ mode: 'suggest', ...inputs }, happened, {
      GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    })
  const added = (text: string, start = 1) =>
    `@@ -0,0 +${start},${text.split('\n').length - 1} @@\n${text.trimEnd().replace(/^/gm, '+')}`
  const reviews = () => asked.filter(({ method }) => method === 'POST')

  it('makes one review, whose suggestions are what dfslim writes', async () => {
    put('work/Dockerfile', wasteful)
    files = [
      ...Array.from({ length: 100 }, (_, i) => ({ filename: `file-${i}` })),
      { filename: 'Dockerfile', patch: added(wasteful) },
    ]
    const { code, summary, stdout } = await suggest()
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(reviews()).toHaveLength(1)
    const { url, token, ...review } = reviews()[0]!
    const body = review.body as Review
    expect(url).toBe('/repos/acme/api/pulls/7/reviews')
    expect(token).toBe('Bearer secret-token')
    expect(body).toMatchObject({ commit_id: 'abc123', event: 'COMMENT' })
    expect(body.comments).toHaveLength(1)
    const [comment] = body.comments
    expect(comment).toMatchObject({ path: 'Dockerfile', line: 2, side: 'RIGHT' })
    expect(comment).not.toHaveProperty('start_line')
    const [, inserted] = /^```suggestion\n(.*\n)```$/ms.exec(comment!.body)!
    const lines = wasteful.split(/(?<=\n)/)
    lines.splice(1, 1, inserted!)
    expect(lines.join('')).toBe(slimmed)
    expect(summary).toBe('dfslim: 1 suggestion.\n')
  })

  it('says nothing twice, and nothing where the pull request shows other lines', async () => {
    put('work/Dockerfile', wasteful)
    put('work/far/Dockerfile', `${'# a line\n'.repeat(40)}${wasteful}`)
    put('work/newer/Dockerfile', `# of the merge\n${wasteful}`)
    put('work/dos/Dockerfile', wasteful.replaceAll('\n', '\r\n'))
    files = [
      { filename: 'Dockerfile', patch: added(wasteful) },
      { filename: 'far/Dockerfile', patch: '@@ -1 +1,2 @@\n # a line\n+# a line' },
      { filename: 'newer/Dockerfile', patch: added(wasteful) },
      { filename: 'dos/Dockerfile', patch: added(wasteful) },
    ]
    expect((await suggest()).summary).toBe(
      'dfslim: 1 suggestion; 3 more lie where the pull request shows no lines: `dfslim fix`.\n',
    )
    comments = (reviews()[0]!.body as Review).comments.slice()
    put('summary.md', '')
    expect((await suggest()).summary).toMatch(/^dfslim: 0 suggestions, 1 is there already; 3 more /)
    expect(reviews()).toHaveLength(1)
  })

  it('replaces several lines at once', async () => {
    const text = 'FROM debian:bookworm-slim\nRUN install -d /a\nRUN install -d /b\nCMD ["ls"]\n'
    put('work/Dockerfile', text)
    files = [{ filename: 'Dockerfile', patch: added(text) }]
    await suggest()
    const [comment] = (reviews()[0]!.body as Review).comments
    expect(comment).toMatchObject({ start_line: 2, start_side: 'RIGHT', line: 3, side: 'RIGHT' })
    expect(comment!.body).toContain('```suggestion\nRUN install -d /a \\\n    && install -d /b\n```')
  })

  it('leaves forks alone and says why; needs a pull request, and a token that may', async () => {
    put('work/Dockerfile', wasteful)
    files = [{ filename: 'Dockerfile', patch: added(wasteful) }]
    const fork = await suggest(event('somebody/api'))
    expect(fork.code).toBe(0)
    expect(fork.stdout).toMatch(/^::notice title=dfslim::A pull request from a fork may not be written to/)
    expect(asked).toEqual([])
    expect(await suggest({})).toMatchObject({ code: 1 })
    expect(await suggest(event(), { token: '' })).toMatchObject({ code: 1 })
    status = 403
    expect((await suggest()).stdout).toBe(
      '::error title=dfslim::GitHub answers 403: Resource not accessible (permissions: pull-requests: write)\n',
    )
  })
})

interface Review {
  readonly comments: readonly { readonly path: string; readonly line: number; readonly body: string }[]
}

describe('action.yml', () => {
  it('names the inputs and outputs that the code knows, and no others', () => {
    const code = ['check', 'commit', 'dfslim', 'github', 'index', 'suggest']
      .map((name) => readFileSync(`action/${name}.js`, 'utf8'))
      .join('\n')
    const named = (pattern: RegExp) =>
      [...new Set([...code.matchAll(pattern)].map((match) => match[1]!))].sort()
    const inputs = [...named(/\b(?:input|flag)\('(\w+)'\)/g), 'only', 'skip'].sort()
    expect(inputs).toEqual(Object.keys(settings.inputs).sort())
    expect(named(/\boutput\(\s*'(\w+)'/g)).toEqual(Object.keys(settings.outputs).sort())
    expect(code).not.toMatch(/from '(?!node:|\.\/)/)
  })
})
