import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { main } from '../src/cli/index.js'
import * as core from '../src/cli/core.js'

/** `fix --verify` with an engine that is played: it fails, and its smoke command fails, by what the Dockerfile says. */
let cwd = ''
let path: string | undefined
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dfslim-verify-test-'))
  path = process.env['PATH']
})
afterEach(() => {
  process.env['PATH'] = path
  rmSync(cwd, { recursive: true })
})

const text = 'FROM debian:bookworm\nRUN touch /a\nRUN touch /b\n'

describe('fix --verify', () => {
  it('needs an engine', async () => {
    process.env['PATH'] = cwd
    writeFileSync(join(cwd, 'Dockerfile'), text)
    const { code, stderr } = await run('fix --verify')
    expect(code).toBe(2)
    expect(stderr).toBe(
      'dfslim: no container engine answers (docker: not installed; podman: not installed; ' +
        'buildah: not installed; nerdctl: not installed): start one, or leave out --verify\n',
    )
  })

  it('writes what builds and stands the smoke command, and leaves nothing behind', async () => {
    engine({ builds: 'true', smokes: '! grep -q slim' })
    const { code, stderr } = await run('fix --verify --write --run smoke')
    expect(stderr).toContain(
      'Dockerfile:1:1  base-slim  [left out] Move the base to `debian:bookworm-slim`: ' +
        'the smoke command ended with 1, where it ended with 0: no manual\n',
    )
    expect(code).toBe(0)
    expect(textOf('Dockerfile')).toBe('FROM debian:bookworm\nRUN touch /a \\\n    && touch /b\n')
    expect(readdirSync(cwd).filter((name) => name.startsWith('image'))).toEqual([])
  })

  it('leaves a file alone that does not build as it is', async () => {
    engine({ builds: 'false', smokes: 'true' })
    const { code, stdout, stderr } = await run('fix --verify')
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toContain('! Dockerfile  does not build as it is, and was left alone\n    no such thing\n')
  })

  it('builds no file that nothing would change', async () => {
    engine({ builds: 'true', smokes: 'true' })
    writeFileSync(join(cwd, 'Dockerfile'), 'FROM alpine:3.20\n')
    expect((await run('fix --verify')).stderr).toBe('1 file: nothing to do.\n')
    expect(textOf('said')).toBe('version\n')
  })
})

/** A docker that keeps the Dockerfile of each image as a file. */
function engine({ builds, smokes }: { readonly builds: string; readonly smokes: string }): void {
  writeFileSync(join(cwd, 'Dockerfile'), text)
  const script = `#!/bin/sh
cd ${cwd}
echo $1 >> said
case $1 in
  version) echo 1 ;;
  build) ${builds} && cp "$7" "image.$5" || { echo "no such thing" >&2; exit 1; } ;;
  run) ${smokes} "image.$7" || { echo "no manual"; exit 1; } ;;
  image) shift 3; for name; do rm -f "image.$name"; done ;;
esac
`
  writeFileSync(join(cwd, 'docker'), script)
  chmodSync(join(cwd, 'docker'), 0o755)
  process.env['PATH'] = `${cwd}:${path}`
}

const textOf = (name: string): string => readFileSync(join(cwd, name), 'utf8')

async function run(line: string) {
  const printed = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    write: (text: string) => void (printed[name] += text),
  })
  const terminal = {
    ...{ cwd, env: {}, stdout: output('stdout'), stderr: output('stderr') },
    readStdin: () => Promise.resolve(new Uint8Array()),
    onInterrupt: () => () => {},
  }
  const code = await main(line.split(' '), terminal, { version: '1', loadCore: () => Promise.resolve(core) })
  return { code, ...printed }
}
