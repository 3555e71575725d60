import { type ChildProcess, spawn } from 'node:child_process'

/** How a program ended. */
export interface Ended {
  /** Undefined when it could not be started, or was killed. */
  readonly status: number | undefined
  /** All of its standard output, as far as it was asked to be kept. */
  readonly stdout: string
  /** The last lines that it printed, on either stream. */
  readonly tail: readonly string[]
  readonly seconds: number
}

export interface Start {
  readonly env?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
  /** Told each line, as it comes. */
  readonly onLine?: ((line: string) => void) | undefined
}

/**
 * Runs a program to its end, in a process group of its own: what is typed at the terminal reaches us alone, and we end
 * it. Never throws; a program that does not exist ends without a status.
 */
export function runProgram(
  [program, ...args]: readonly string[],
  { env, signal, onLine }: Start = {},
): Promise<Ended> {
  const start = performance.now()
  return new Promise((resolve) => {
    const child = spawn(program!, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      detached: true,
    })
    const release = onAbort(signal, () => endGroup(child))
    const tail: string[] = []
    const lines = (): ((chunk: string) => void) => {
      let rest = ''
      return (chunk) => {
        const parts = (rest + chunk).split(/\r?\n|\r/)
        rest = parts.pop()!
        for (const line of parts) {
          onLine?.(line)
          if (line.trim() !== '') tail.push(line.slice(0, 500))
        }
        tail.splice(0, tail.length - maxTail)
      }
    }
    let stdout = ''
    const [ofOut, ofError] = [lines(), lines()]
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (stdout.length < maxOutput) stdout += chunk
      ofOut(chunk)
    })
    child.stderr.setEncoding('utf8').on('data', ofError)
    const end = (status: number | undefined): void => {
      release()
      ofOut('\n')
      ofError('\n')
      resolve({ status, stdout, tail, seconds: (performance.now() - start) / 1000 })
    }
    child.on('error', (error) => {
      tail.push(error.message)
      if (child.pid === undefined) end(undefined)
    })
    // Some programs that are told to end say that all went well.
    child.on('close', (status) => end(signal?.aborted ? undefined : (status ?? undefined)))
  })
}

/** Ends a program and what it started; what does not listen is killed. */
function endGroup(child: ChildProcess): void {
  const send = (name: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name)
    } catch {
      // It has ended by itself.
    }
  }
  send('SIGTERM')
  const timer = setTimeout(() => send('SIGKILL'), patience)
  child.once('close', () => clearTimeout(timer))
}

/** Calls `stop` when the signal comes, or has come; the answer undoes that. */
function onAbort(signal: AbortSignal | undefined, stop: () => void): () => void {
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop, { once: true })
  return () => signal?.removeEventListener('abort', stop)
}

/** In milliseconds: an engine may take a moment to cancel a build. */
const patience = 3000

const maxTail = 20
const maxOutput = 1 << 20
