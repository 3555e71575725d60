import { isMainThread } from 'node:worker_threads'
import { keyboardOf } from './keyboard.js'
import type { Output, Terminal } from './terminal.js'

/** Put in by the build. */
declare const DFSLIM_VERSION: string

/** By which a user, a supervisor and a terminal that is closed end us. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const argv = process.argv.slice(2)
if (!isMainThread) await import('./worker.js')
else if (argv.length === 1 && argv[0] === '--version') process.stdout.write(`${DFSLIM_VERSION}\n`)
else process.exitCode = await start()

async function start(): Promise<number> {
  const { main } = await import('./index.js')
  return main(argv, terminalOf(process), {
    version: DFSLIM_VERSION,
    script: new URL(import.meta.url),
    loadCore: () => import('./core.js'),
  })
}

function terminalOf({ env, cwd, stdout, stderr, stdin }: NodeJS.Process): Terminal {
  return {
    cwd: cwd(),
    env,
    stdout: outputOf(stdout),
    stderr: outputOf(stderr),
    readStdin: async () => {
      const chunks: Buffer[] = []
      for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
      return Buffer.concat(chunks)
    },
    onInterrupt: (stop) => {
      for (const signal of signals) process.on(signal, stop)
      return () => signals.forEach((signal) => process.off(signal, stop))
    },
    openKeyboard: stdin.isTTY ? () => keyboardOf(stdin) : undefined,
  }
}

/** A reader that goes away, such as `head`, is no error. */
function outputOf(stream: NodeJS.WriteStream): Output {
  let isOpen = true
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    isOpen = false
  })
  const write = (text: string) => void (isOpen && stream.write(text))
  return { isTTY: stream.isTTY === true, columns: stream.columns, write }
}
