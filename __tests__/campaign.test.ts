import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { main } from '../src/cli/index.js'
import { engineNames } from '../src/report/campaign/engines.js'
import { shellOf, yamlOf } from '../src/report/campaign/quote.js'
import { buildCommand } from './support/command.js'
import { fakeCore } from './support/fake.js'

const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version

let command = ''
beforeAll(() => {
  command = buildCommand()
})
afterAll(() => rmSync(dirname(command), { recursive: true }))

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dfslim-campaign-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function put(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  chmodSync(join(root, path), mode)
}
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

async function campaign(...words: readonly string[]) {
  const printed = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    write: (text: string) => void (printed[name] += text),
  })
  const terminal = {
    ...{ cwd: root, env: {}, stdout: output('stdout'), stderr: output('stderr') },
    readStdin: () => Promise.resolve(Buffer.of()),
    onInterrupt: () => () => {},
  }
  const parts = { version, loadCore: () => Promise.resolve(fakeCore) }
  return { code: await main(['campaign', ...words], terminal, parts), ...printed }
}

/** Means something to YAML, to shells, to templates and to the runners of GitHub and GitLab. */
const hostile =
  'It\'s "so" ${{ secrets.X }} $[[ inputs.y ]] $(touch pwned) `touch pwned` $HOME \\ # : % {{ z }} \u2028\u0085\n::error::no'
const title =
  'It\'s "so" ${{ secrets.X }} $[[ inputs.y ]] $(touch pwned) `touch pwned` $HOME \\ # : % {{ z }} ::error::no'

describe('what each engine takes', () => {
  it.each(engineNames)('%s: one file on stdout, all in a folder, and never over another', async (engine) => {
    const { code, stdout, stderr } = await campaign(engine)
    expect(code).toBe(0)
    const [, first] = /^This is (\S+)\./.exec(stderr)!
    const wrote = await campaign(engine, '--output', 'out')
    expect(wrote).toMatchObject({ code: 0, stdout: '' })
    expect(textOf(`out/${first}`)).toBe(stdout)
    expect(await campaign(engine, '--output', 'out')).toEqual({
      code: 2,
      stdout: '',
      stderr: `dfslim: out/${first} is there already: nothing was written\n`,
    })
    for (const path of wrote.stderr.match(/out\/[\w./-]+(?=[,.])/g)!) {
      const text = textOf(path.replace(/\.$/, ''))
      if (text.startsWith('#!')) expect(statSync(join(root, path)).mode & 0o111).toBe(0o111)
      expect(text).not.toMatch(/undefined|\[object/)
    }
    expect(spawnSync('grep', ['-rhF', version, 'out'], { cwd: root }).status).toBe(0)
  })

  it.each(engineNames)('%s runs dfslim with what was chosen', async (engine) => {
    const { code } = await campaign(engine, '--unsafe', '--only', 'speed-up,risk-take', '--output', 'out')
    expect(code).toBe(0)
    const all = spawnSync('grep', ['-rh', 'dfslim fix', 'out'], { cwd: root, encoding: 'utf8' }).stdout
    expect(all).toContain('dfslim fix --write --unsafe --only speed-up,risk-take')
  })

  it('says what is wrong', async () => {
    const said = async (...words: readonly string[]) => {
      const { code, stdout, stderr } = await campaign(...words)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      return stderr
    }
    expect(await said()).toBe(
      'dfslim: name an engine: sourcegraph, multi-gitter, turbolift, github-actions, gitlab-ci, renovate\n',
    )
    expect(await said('gitlab-cl')).toBe('dfslim: there is no engine gitlab-cl: did you mean gitlab-ci?\n')
    expect(await said('renovate', '--shards', '2')).toContain('--shards is for github-actions and gitlab-ci')
    for (const count of ['0', '201', '1.5', 'x'])
      expect(await said('gitlab-ci', '--shards', count)).toContain('from 1 to 200')
    for (const name of ['-x', 'a b', 'a..b', 'a/', '/a', 'a.lock', 'a//b', '$(id)', "a'b", 'a/.b'])
      expect(await said('renovate', `--branch=${name}`)).toContain('git has no branch')
    expect(await said('renovate', '--title', ' \n ')).toContain('--title needs words')
    expect(await said('renovate', '--only', 'speedup')).toContain('did you mean speed-up?')
  })
})

describe('a hostile title', () => {
  it('is text to Sourcegraph: what it prints is the title', async () => {
    const { stdout } = await campaign('sourcegraph', '--title', hostile)
    const spec = parse(stdout) as { changesetTemplate: { title: string; commit: { message: string } } }
    const print = (text: string) => text.replaceAll('${{ `${{` }}', '${{')
    expect(print(spec.changesetTemplate.title)).toBe(title)
    expect(print(spec.changesetTemplate.commit.message)).toBe(title)
    // It reads templates in the text of the file, in front of YAML: no escape may stand in one.
    const templates = stdout.match(/\$\{\{.*?\}\}/g)!
    expect(new Set(templates)).toEqual(new Set(['${{ step.stdout }}', '${{ outputs.body }}', '${{ `${{` }}']))
  })

  it('is text to GitHub', async () => {
    const { stdout } = await campaign('github-actions', '--title', hostile)
    const { env } = parse(stdout) as { env: { TITLE: string } }
    expect(env.TITLE.replaceAll("${{ '${{' }}", '${{')).toBe(title)
    expect(new Set(stdout.match(/\$\{\{.*?\}\}/g))).toEqual(
      new Set(["${{ '${{' }}", '${{ matrix.shard }}', '${{ secrets.DFSLIM_TOKEN }}']),
    )
  })

  it('is text to GitLab', async () => {
    const { stdout } = await campaign('gitlab-ci', '--title', hostile)
    const { variables } = parse(stdout) as { variables: { TITLE: object } }
    expect(variables.TITLE).toEqual({ value: title, expand: false })
  })

  it('is one word of a shell and one scalar of YAML', () => {
    for (const text of [hostile, "'", "''", '\\', '\u0085\u2028\ufeff\x00\x7f', '- a: b', '']) {
      const { stdout } = spawnSync('sh', ['-c', `printf %s ${shellOf(text.replaceAll('\0', ''))}`])
      expect(stdout.toString()).toBe(text.replaceAll('\0', ''))
      expect(parse(`x: ${yamlOf(text)}`)).toEqual({ x: text })
      expect(yamlOf(text)).toMatch(/^[^\n\r\x85\u2028\u2029]*$/)
    }
  })
})

/** Repositories of a platform, and programs that stand in for its own. */
function platform(): void {
  const texts: Record<string, string> = {
    'acme/api': 'FROM alpine\nRUN apk add curl\n',
    'acme/web': 'FROM alpine\nRUN apk add --no-cache curl\n',
    'acme/old': 'FROM alpine\nRUN apk add nano\n',
    'acme/odd': 'FROM alpine\nRUN apk add git\n',
  }
  for (const [name, text] of Object.entries(texts)) {
    put(`platform/${name}.git/Dockerfile`, text)
    if (name === 'acme/odd') put(`platform/${name}.git/broken.Dockerfile`, 'FROM {{ x }}\n')
    git(`platform/${name}.git`, 'init', '--quiet')
    git(`platform/${name}.git`, 'checkout', '--quiet', '-b', 'main')
    git(`platform/${name}.git`, 'add', '.')
    git(`platform/${name}.git`, 'commit', '--quiet', '-m', 'start')
  }
  git('platform/acme/old.git', 'branch', 'dfslim')
  // One that ends alike is another.
  git('platform/acme/odd.git', 'branch', 'theirs/dfslim')
  put('bin/dfslim', `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`, 0o755)
  const record = 'for word; do printf "%s\\n" "[$word]"; done'
  put(
    'bin/gh',
    `#!/bin/sh
case "$1 $2" in
'repo clone') exec git clone --quiet --depth 1 "file://${root}/platform/$3.git" "$4" ;;
'pr create') { ${record}; } >>"${root}/proposed"; cat "$8" >>"${root}/bodies" ;;
esac
`,
    0o755,
  )
  put('bin/curl', `#!/bin/sh\n{ cat; echo; ${record}; } >>"${root}/proposed"\n`, 0o755)
}

function git(folder: string, ...words: readonly string[]): string {
  const names = {
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@b',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@b',
  }
  const { status, stdout, stderr } = spawnSync('git', words, {
    cwd: join(root, folder),
    encoding: 'utf8',
    env: { ...process.env, HOME: root, ...names },
  })
  if (status !== 0) throw new Error(stderr)
  return stdout.trim()
}

function shell(script: string, folder: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd: join(root, folder),
    encoding: 'utf8',
    env: { PATH: join(root, 'bin') + delimiter + process.env['PATH']!, HOME: root, ...env },
  })
  return { status, stdout, stderr }
}

const lists = '# mine\nacme/api\n\nacme/web\nacme/old\nacme/gone\r\n  \nacme/odd\n'

describe('the shards, run', () => {
  const branches = (name: string) =>
    git(`platform/acme/${name}.git`, 'branch', '--format', '%(refname:short)').split('\n')

  it('of GitHub: each repository once, one failure stops no other, and a branch that is there stays', async () => {
    platform()
    await campaign('github-actions', '--title', "It's $(touch pwned)", '--output', 'control')
    put('control/repos.txt', lists)
    const workflow = parse(textOf('control/.github/workflows/dfslim.yml')) as {
      jobs: { migrate: { steps: { run?: string }[] } }
    }
    const script = workflow.jobs.migrate.steps.find(({ run }) => run?.includes('migrate'))!.run!
    const before = git('platform/acme/old.git', 'rev-parse', 'dfslim')
    const runs = [1, 2, 3].map((shard) =>
      shell(script, 'control', {
        BRANCH: 'dfslim',
        TITLE: "It's $(touch pwned)",
        SHARD: `${shard}`,
        SHARDS: '3',
      }),
    )
    // Of five the jobs take the 1st and 4th, the 2nd and 5th, and the 3rd.
    expect(runs.map(({ status }) => status)).toEqual([1, 0, 0])
    expect(runs[0]!.stderr).toContain('acme/gone: failed')
    expect(runs[2]!.stdout).toContain('acme/old: has the branch dfslim already')
    expect(branches('api')).toEqual(['dfslim', 'main'])
    expect(branches('web')).toEqual(['main'])
    expect(git('platform/acme/old.git', 'rev-parse', 'dfslim')).toBe(before)
    expect(git('platform/acme/api.git', 'show', 'dfslim:Dockerfile')).toBe(
      'FROM alpine\nRUN apk add --no-cache curl',
    )
    expect(git('platform/acme/api.git', 'log', '-1', '--format=%an: %B', 'dfslim')).toBe(
      "github-actions[bot]: It's $(touch pwned)",
    )
    expect(textOf('proposed').split('\n').slice(0, 7)).toEqual([
      ...['[pr]', '[create]', '[--head]', '[dfslim]', '[--title]', "[It's $(touch pwned)]", '[--body-file]'],
    ])
    expect(textOf('bodies').match(/^\*\*.*/gm)).toEqual([
      '**1 edit in 1 of 1 Dockerfile, all safe**',
      '**1 edit in 1 of 2 Dockerfiles, all safe**',
    ])
    expect(existsSync(join(root, 'control/pwned'))).toBe(false)
    // What they leave goes into one report.
    const { stdout } = shell('dfslim report results/*.ndjson --format csv', 'control')
    expect(stdout.split('\r\n').map((row) => row.split(',').slice(0, 4).join(','))).toEqual([
      ...['repository,files,changed,failed', 'acme/api,1,1,0', 'acme/odd,2,1,1', 'acme/web,1,0,0', ''],
    ])
  })

  it('of GitLab: the token is in no list of processes', async () => {
    platform()
    await campaign('gitlab-ci', '--shards', '1', '--output', 'control')
    put('control/repos.txt', 'acme/api\n')
    const pipeline = parse(textOf('control/.gitlab-ci.yml')) as {
      migrate: { script: string[]; parallel?: number }
    }
    expect(pipeline.migrate.parallel).toBeUndefined()
    const { status, stderr } = shell(pipeline.migrate.script.at(-1)!, 'control', {
      ...{ BRANCH: 'dfslim', TITLE: 'a "b"', DFSLIM_TOKEN: 'secret', CI_SERVER_HOST: 'example.com' },
      ...{ CI_SERVER_URL: `file://${root}/platform`, CI_API_V4_URL: 'https://example.com/api/v4' },
    })
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringContaining('Rewrote 1 of 1 file') as unknown,
    })
    expect(branches('api')).toEqual(['dfslim', 'main'])
    const [header, ...words] = textOf('proposed').trimEnd().split('\n')
    expect(header).toBe('PRIVATE-TOKEN: secret')
    expect(words.join('\n')).not.toContain('secret')
    expect(words).toEqual(
      expect.arrayContaining([
        '[source_branch=dfslim]',
        '[target_branch=main]',
        '[title=a "b"]',
        expect.stringMatching(/^\[description@\//),
        '[https://example.com/api/v4/projects/acme%2Fapi/merge_requests]',
      ]),
    )
  })
})

it('the step of Sourcegraph, run: its stdout is the body, and a file that failed stops nothing', async () => {
  platform()
  await campaign('sourcegraph', '--output', 'control')
  const { steps } = parse(textOf('control/dfslim.batch.yaml')) as { steps: [{ run: string }] }
  put(
    'bin/npm',
    `#!/bin/sh\necho added 1 package\n[ "$*" = "install --global --silent dfslim@${version}" ]\n`,
    0o755,
  )
  git('.', 'clone', '--quiet', `file://${root}/platform/acme/odd.git`, 'odd')
  const { status, stdout } = shell(steps[0].run, 'odd')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^\*\*1 edit in 1 of 2 Dockerfiles, all safe\*\*\n/)
  expect(git('odd', 'status', '--short')).toBe('M Dockerfile')
  put('bin/dfslim', '#!/bin/sh\nexit 2\n', 0o755)
  expect(shell(steps[0].run, 'odd').status).not.toBe(0)
})

describe('the scripts, run', () => {
  beforeEach(() => put('.gitconfig', '[user]\n  name = a\n  email = a@b\n'))

  it('of multi-gitter: a commit whose message is the title and the reasons', async () => {
    platform()
    await campaign('multi-gitter', '--title', "It's $(touch pwned)", '--output', 'control')
    expect(parse(textOf('control/config.yaml'))).toEqual({
      ...{ branch: 'dfslim', 'manual-commit': true, 'conflict-strategy': 'skip', concurrent: 4 },
    })
    for (const name of ['api', 'web']) {
      git('.', 'clone', '--quiet', `file://${root}/platform/acme/${name}.git`, `clone-${name}`)
      const run = shell('../control/dfslim.sh', `clone-${name}`, { REPOSITORY: `acme/${name}` })
      expect({ name, status: run.status }).toEqual({ name, status: 0 })
    }
    const message = git('clone-api', 'log', '-1', '--format=%B')
    expect(message).toMatch(/^It's \$\(touch pwned\)\n\n\*\*1 edit in 1 of 1 Dockerfile, all safe\*\*\n/)
    expect(message).toContain('- line 2, `apk-skip-cache` (safe')
    expect(git('clone-web', 'log', '--format=%s')).toBe('start')
    expect(git('clone-api', 'status', '--short')).toBe('')
    expect(existsSync(join(root, 'control/results/acme@web.ndjson'))).toBe(true)
  })

  it('of turbolift: reasons and results beside the working copies, and another dfslim is refused', async () => {
    platform()
    await campaign('turbolift', '--output', 'control')
    git('.', 'clone', '--quiet', `file://${root}/platform/acme/odd.git`, 'control/work/acme/odd')
    expect(shell('../../../dfslim.sh', 'control/work/acme/odd').status).toBe(0)
    expect(git('control/work/acme/odd', 'status', '--short')).toBe('M Dockerfile')
    expect(textOf('control/results/acme/odd.md')).toContain('1 file could not be handled')
    expect(textOf('control/results/acme/odd.ndjson')).toContain('"repository":"acme/odd"')
    put('bin/dfslim', '#!/bin/sh\necho 9.9.9\n', 0o755)
    const { status, stderr } = shell('../../../dfslim.sh', 'control/work/acme/odd')
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `This needs: npm install --global dfslim@${version}\n`,
    })
  })
})

it('what Renovate must allow is what it is told to run, and nothing else', async () => {
  const { stdout } = await campaign('renovate', '--unsafe')
  interface Preset {
    readonly description: readonly string[]
    readonly packageRules: readonly [{ readonly postUpgradeTasks: { readonly commands: readonly string[] } }]
  }
  const { description, packageRules } = JSON.parse(stdout) as Preset
  const allowed = JSON.parse(/"allowedCommands": (\[.*\])$/.exec(description[1]!)![1]!) as readonly string[]
  const { commands } = packageRules[0].postUpgradeTasks
  expect(commands).toEqual([`npm install --global dfslim@${version}`, 'dfslim fix --write --unsafe'])
  for (const [i, pattern] of allowed.entries()) {
    expect(commands[i]).toMatch(new RegExp(pattern))
    expect(`${commands[i]!.replace('.', 'x')}`).not.toMatch(new RegExp(pattern + '(?<!-unsafe)'))
    expect(`${commands[i]}; touch x`).not.toMatch(new RegExp(pattern))
  }
})
