import { spawnSync } from 'node:child_process'

/** What happens on the terminal once a text is shown behind the one that was waited for before. */
export interface Step {
  readonly on: string
  /** So many seconds later. */
  readonly after?: number
  readonly keys?: string
  readonly columns?: number
  readonly signal?: 'SIGINT' | 'SIGTERM'
  /** The terminal goes away. */
  readonly hang_up?: true
}

/** What came of a command on a terminal. */
export interface Session {
  /** All that was shown, without colours. */
  readonly shown: string
  /** The exit code, or minus the signal that ended it. */
  readonly status: number | null
  /** A text that was not shown in time. */
  readonly missed: string | null
  /** Whether the terminal was left as it was found. */
  readonly restored: boolean
}

/** Whether there is what makes a terminal. */
export const hasTerminals: boolean =
  spawnSync('python3', ['-c', 'import fcntl, pty, termios'], { stdio: 'ignore' }).status === 0

/** Runs a command on a pseudo-terminal and presses keys. */
export function onTerminal(argv: readonly string[], cwd: string, steps: readonly Step[]): Session {
  const script = JSON.stringify({ argv, cwd, steps })
  const { stdout, stderr, status } = spawnSync('python3', ['__tests__/support/terminal.py', script], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (status !== 0) throw new Error(stderr)
  const session = JSON.parse(stdout) as Session
  return { ...session, shown: session.shown.replace(/\x1b\[\d*m|\r/g, '') }
}
