import { spawnSync } from 'node:child_process'
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { asRoot, type Jail } from './jail.js'
import type { Step } from './plan.js'

/** A call that fails: the `nth` with this key, or every one. */
export interface Fault {
  readonly key: string
  readonly nth: number | undefined
}

export interface Build {
  readonly steps: readonly Step[]
  readonly faults: readonly Fault[]
}

/** A program that was called. */
export interface Call {
  readonly words: readonly string[]
  /** What a fault names it by. */
  readonly key: string
  readonly cwd: string
  readonly umask: string
  /** The exported variables, as shell code. */
  readonly env: string
  /** Whether a process of the same layer was at work in the background. */
  readonly isAttended: boolean
}

export interface Outcome {
  /** That of the last RUN; the first that is not zero ends the build. */
  readonly status: number
  readonly calls: readonly Call[]
  /** Modes, paths, targets of links and checksums; none when the build failed. */
  readonly files: readonly string[]
}

const driver = readFileSync('__tests__/execution/driver.sh', 'utf8')

/** Builds one after the other in a jail. */
export function buildIn(jail: Jail, builds: readonly Build[]): Outcome[] {
  const scripts = builds.flatMap(({ steps }) => steps.flatMap((step) => wordsIn(step)))
  for (const name of new Set(scripts.join('\n').match(/[A-Za-z_][\w.+-]*/g)))
    if (!/^(sh|ash|dash|bash)$/.test(name)) link(jail, name)
  for (const name of ['out', '[']) link(jail, name)
  const folders = scripts.flatMap((text) =>
    [...text.matchAll(/(?:\bcd|-C)\s+([\w.-]*)([\w./-]*)/g)].map((match) =>
      match[1] ? match[1] + match[2] : basename(match[2]!),
    ),
  )
  writeFileSync(join(jail.home, 'root/.dfslim/folders'), [...new Set(folders), ''].join('\n'))
  const input = [
    `H=${quoted(jail.home)} as_root=${quoted(asRoot.join(' '))}`,
    driver,
    ...builds.flatMap((build) => linesOf(jail, build)),
  ].join('\n')
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' }
  const { stdout, stderr, error } = spawnSync('/bin/dash', {
    ...{ input, env, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 20_000 + 2_000 * builds.length },
  })
  const outcomes = stdout.split('\x1c').slice(0, -1).map(readOutcome)
  if (error || outcomes.length !== builds.length)
    throw new Error(
      `${error?.message ?? stderr}\n${builds[outcomes.length]?.steps.map((s) => wordsIn(s)).join('\n')}`,
    )
  return outcomes
}

const wordsIn = (step: Step): string[] => (step.kind === 'run' ? [step.script, ...(step.command ?? [])] : [])

function link({ home, programs }: Jail, name: string): void {
  if (!programs.has(name)) symlinkSync('/.dfslim/stub', join(home, 'root/.dfslim/bin', name))
  programs.add(name)
}

function linesOf({ command }: Jail, { steps, faults }: Build): string[] {
  const isSlow = steps.some((step) => step.kind === 'run' && step.isBackground)
  const lines = [`start ${quoted(faultsScript(faults))} ${isSlow ? 'slow' : ''}`]
  let stage = 0
  const call = (...words: readonly string[]): number => lines.push(words.map(quoted).join(' '))
  for (const step of steps) {
    if (step.kind === 'from') {
      if (step.stage > 0) call('save', `stage.${stage}`)
      stage = step.stage
      call('from', step.base === undefined ? 'image' : `stage.${step.base}`)
    } else if (step.kind === 'workdir') call('workdir', step.cwd)
    else if (step.kind === 'copy')
      call(
        'copy',
        step.from === undefined ? '-' : `stage.${step.from}`,
        step.cwd,
        step.target,
        ...step.sources,
      )
    else call('layer', ...step.env, '--', step.cwd, ...(step.command ?? [...command, step.script]))
  }
  return [...lines, 'finish']
}

/** Shell code that says whether a call is to fail. */
const faultsScript = (faults: readonly Fault[]): string =>
  faults.length === 0
    ? ''
    : `case $key in ${faults.map(({ key, nth }, i) => `${quoted(key)}) fail=${i} nth=${nth ?? ''} ;;`).join(' ')} esac`

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

function readOutcome(text: string): Outcome {
  const [status, trace, files] = text.split('\x1d')
  return {
    status: Number(status),
    calls: trace!.split('\x1e').slice(0, -1).map(readCall),
    files: files!.split('\n').slice(0, -1).sort(),
  }
}

function readCall(text: string): Call {
  const [words, key, up, env, umask, cwd] = text.split('\x1f')
  return {
    words: words!.split('\t'),
    key: key!,
    cwd: cwd!.trimEnd(),
    umask: umask!,
    env: env!,
    isAttended: up === 'up',
  }
}
