import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configName } from '../project/config.js'
import { reasonOf } from '../project/failure.js'
import { starter } from '../report/config-schema.js'
import { Misuse } from './misuse.js'
import type { Terminal } from './terminal.js'

/** Writes a configuration with comments into the current folder. @throws Misuse where there is one */
export function init(paths: readonly string[], { cwd, stderr }: Terminal): number {
  if (paths.length > 0) throw new Misuse('init takes no paths: it writes into the current folder')
  const file = join(cwd, configName)
  if (existsSync(file)) throw new Misuse(`${configName} is there already: it was not changed`)
  try {
    writeFileSync(file, starter, { flag: 'wx' })
  } catch (error) {
    throw new Misuse(`cannot write ${configName}: ${reasonOf(error)}`)
  }
  stderr.write(`Wrote ${configName}.\n`)
  return 0
}
