import type { LeftOut } from '../container/repair.js'
import type { Trial } from '../container/trial.js'
import type { Paint } from './paint.js'

/** One line for each change that did not stand its trial, and why. */
export const leftOutLines = (path: string, left: readonly LeftOut[], paint: Paint): string =>
  left
    .map(({ change, because }) => {
      const place = `${path}:${change.line}:${change.column}`
      return `${place}  ${paint.cyan(change.transform)}  ${paint.yellow('[left out]')} ${change.title}: ${because}\n`
    })
    .join('')

/** Says of a file that it does not build as it is, with the last lines of the build. */
export function buildsNothing(path: string, trial: Trial, paint: Paint): string {
  const tail = trial.kind === 'failed' ? trial.tail.slice(-3) : []
  const lines = [
    `${paint.yellow('!')} ${path}  does not build as it is, and was left alone`,
    ...tail.map((line) => `    ${line}`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
