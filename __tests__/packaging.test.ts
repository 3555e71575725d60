import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse, parseAllDocuments } from 'yaml'
import { rewrite } from '../src/index.js'
import { readDockerignore } from '../src/project/dockerignore.js'
import { buildCommand } from './support/command.js'
import { gitlabSchema } from './support/reports.js'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

describe('our own image', () => {
  const text = readFileSync('Dockerfile', 'utf8')

  it('is as small as we would make it', () => {
    const { after, applied, withheld, problem } = rewrite(text, { unsafe: true })
    expect({ applied, withheld, problem }).toEqual({ applied: [], withheld: [], problem: undefined })
    expect(after).toBe(text)
  })

  it('ships no more than the program, and needs no user, home or place to write', () => {
    const shipped = text.slice(text.lastIndexOf('FROM '))
    expect(shipped.match(/^[A-Z]+\b/gm)).toEqual(['FROM', 'COPY', 'COPY', 'COPY', 'WORKDIR', 'ENTRYPOINT'])
  })

  it('has a context with all that the build reads, and no more', () => {
    const { isIgnored } = readDockerignore(readFileSync('.dockerignore', 'utf8'))!
    const files = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
      .stdout.split('\0')
      .filter(Boolean)
    const tops = new Set(files.filter((file) => !isIgnored(file)).map((file) => file.split('/')[0]))
    expect([...tops].sort()).toEqual([
      ...['LICENSE', 'package-lock.json', 'package.json', 'scripts', 'src', 'transforms'],
      ...['tsconfig.build.json', 'tsconfig.json'],
    ])
  })
})

describe('the component for GitLab', () => {
  const text = readFileSync('templates/dfslim.yml', 'utf8')
  interface Input {
    readonly type?: string
    readonly default: string | boolean
    readonly regex?: string
  }
  const [spec, job] = parseAllDocuments(text).map((document) => {
    expect('errors' in document && document.errors).toEqual([])
    return document.toJS() as object
  }) as [{ spec: { inputs: Record<string, Input> } }, object]

  /** As GitLab does it: in the text, before it is read. */
  function jobWith(given: Record<string, string> = {}) {
    const { inputs } = spec.spec
    const filled = text
      .slice(text.indexOf('\n---\n') + 5)
      .replace(
        /\$\[\[ inputs\.([\w-]+) \]\]/g,
        (_, name: string) => given[name] ?? String(inputs[name]!.default),
      )
    return (parse(filled) as { dfslim: { script: readonly string[]; allow_failure: boolean } }).dfslim
  }

  it('names each input that it has, and this version', () => {
    const used = [...JSON.stringify(job).matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map((match) => match[1])
    expect(new Set(used)).toEqual(new Set(Object.keys(spec.spec.inputs)))
    expect(spec.spec.inputs['version']!.default).toBe(version)
    expect(text).toContain(`/dfslim@${version}\n`)
    expect(jobWith().allow_failure).toBe(true)
  })

  it('takes no path and no version that a shell would read', () => {
    for (const name of ['path', 'version']) {
      const { regex, default: usual } = spec.spec.inputs[name]!
      expect(String(usual)).toMatch(new RegExp(regex!))
      for (const bad of ['a; b', '$(id)', 'a b', "'", '--write', 'a\nb'])
        expect(bad).not.toMatch(new RegExp(regex!))
    }
  })

  it('fails where an image can be smaller, and leaves the report', () => {
    const root = mkdtempSync(join(tmpdir(), 'dfslim-gitlab-'))
    const command = buildCommand()
    const put = (path: string, content: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
      chmodSync(join(root, path), 0o755)
    }
    put('bin/npm', `#!/bin/sh\necho "$*" >"${root}/npm.log"\n`)
    put('bin/dfslim', `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`)
    put('work/api/Dockerfile', 'FROM alpine\nRUN apk add curl\n')
    put('work/web/Dockerfile', 'FROM alpine\nRUN apk add curl\n')
    const { status } = spawnSync('sh', ['-ec', jobWith({ path: 'api' }).script.join('\n')], {
      cwd: join(root, 'work'),
      env: { PATH: join(root, 'bin') + delimiter + (process.env['PATH'] ?? '') },
    })
    const report = join(root, 'work/gl-code-quality-report.json')
    const issues = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as object[]) : []
    const npm = readFileSync(join(root, 'npm.log'), 'utf8')
    rmSync(root, { recursive: true })
    rmSync(dirname(command), { recursive: true })
    expect(status).toBe(1)
    expect(npm).toBe(`install --global --silent dfslim@${version}\n`)
    expect(issues).toHaveLength(1)
    const validate = gitlabSchema()
    validate(issues)
    expect(validate.errors ?? []).toEqual([])
  })
})

it('the hooks of pre-commit and the action name what is there', () => {
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly { entry: string }[]
  expect(hooks.map(({ entry }) => entry)).toEqual(['dfslim fix --write', 'dfslim check'])
  const { runs } = parse(readFileSync('action.yml', 'utf8')) as { runs: { main: string } }
  expect(existsSync(runs.main)).toBe(true)
})
