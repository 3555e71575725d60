import type { LeftOut } from '../container/repair.js'
import type { Unbuilt } from '../container/trial.js'
import type { Paint } from './paint.js'

/** Each change that did not stand its trial, why, and the last lines that its build or the smoke command printed. */
export const leftOutLines = (path: string, left: readonly LeftOut[], paint: Paint): string =>
  left
    .map(({ change, fault }) => {
      const place = `${path}:${change.line}:${change.column}`
      const head = `${place}  ${paint.cyan(change.transform)}  ${paint.yellow('[left out]')} ${change.title}: ${fault.because}`
      return linesOf([head, ...indented(fault.tail)])
    })
    .join('')

/** Says of a file that it does not build as it is, with the last lines of the build. */
export const buildsNothing = (path: string, { tail }: Unbuilt, paint: Paint): string =>
  linesOf([`${paint.yellow('!')} ${path}  fails as it is, and was left alone`, ...indented(tail)])

/** How many of the last lines are shown. */
const shown = 5

const indented = (tail: readonly string[]) =>
  tail.slice(-shown).map((line) => `    ${line.replace(/[\x00-\x1f\x7f-\x9f]/g, '?')}`)

const linesOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
