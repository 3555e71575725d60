import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { realPath } from './tree.js'

/** Puts a text where a file is or will be, all of it or nothing; what is no regular file is written to. @throws a system error */
export function writeWhole(absolute: string, text: string): void {
  const target = realPath(absolute) ?? absolute
  const stat = statSync(target, { throwIfNoEntry: false })
  if (stat && !stat.isFile()) return writeFileSync(target, text)
  const random = Math.random().toString(36).slice(2, 10)
  const temporary = join(dirname(target), `.${basename(target)}.${random}.dfslim`)
  try {
    writeFileSync(temporary, text, { flag: 'wx', ...(stat && { mode: stat.mode & 0o777 }) })
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
