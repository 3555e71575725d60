import * as core from '../../src/cli/core.js'
import { main } from '../../src/cli/index.js'

/** Runs a command line with the real transforms in a folder; what it printed, and its exit code. */
export async function runIn(cwd: string, line: string | readonly string[], version = '1.2.3') {
  const printed = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    write: (text: string) => void (printed[name] += text),
  })
  const terminal = {
    cwd,
    env: {},
    stdout: output('stdout'),
    stderr: output('stderr'),
    readStdin: () => Promise.resolve(Buffer.of()),
    onInterrupt: () => () => {},
  }
  const argv = typeof line === 'string' ? line.split(' ') : line
  const code = await main(argv, terminal, { version, loadCore: () => Promise.resolve(core) })
  return { code, ...printed }
}
