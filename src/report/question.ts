import type { AppliedChange } from '../engine/transform.js'
import { hunksBetween } from '../text/diff.js'
import { companionName } from './companions.js'
import { messageOf } from './finding.js'
import { fixOf, safetyPaint } from './findings.js'
import { visible } from './markup.js'
import type { Done } from './outcome.js'
import type { Paint } from './paint.js'
import { aboutOf } from './size.js'

/** A change that somebody is asked about, and the file as it is rewritten without and with it. */
export interface Asked {
  readonly path: string
  /** What is made at one place, most often one change. */
  readonly changes: readonly AppliedChange[]
  readonly without: Done
  readonly with: Done
  readonly answered: number
  readonly left: number
}

/** The keys that answer a question, in the order in which the prompt names them, and what they mean. */
export const answerKeys = {
  y: 'take this change',
  n: 'leave it',
  a: 'take it and all later ones of this file',
  d: 'leave it and all later ones of this file',
  f: 'take it and all later ones of this transform that are as safe, in this and in later files',
  s: 'skip this file: leave it as it is, whatever was answered in it',
  e: 'explain the transform',
  q: 'quit: leave this change and all that is to come; what was taken in this file is written',
  '?': 'this help',
} as const

/** A key that answers a question. */
export type AnswerKey = keyof typeof answerKeys

/** What a question is about: the place, the change, why, and the diff on top of what was taken so far. */
export function questionText({ path, changes, without, with: then }: Asked, paint: Paint): string {
  const heads = changes.map((change) => {
    const safety = paint[safetyPaint[change.safety]](`[${change.safety}]`)
    const size = change.saves === undefined ? '' : `  ${aboutOf(change.saves)}`
    const place = paint.bold(visible(`${path}:${change.line}:${change.column}`))
    return `${place}  ${paint.cyan(change.transform)}  ${safety}${size}\n  ${visible(messageOf(change))}\n`
  })
  const diff = hunksBetween(without.changeset.after, then.changeset.after, 2)
  return `${heads.join('')}\n${[...diff.map((hunk) => fixOf(hunk, paint)), ...besides(without, then, paint)].join('')}`
}

/** How the files beside a Dockerfile differ, each below its name. */
function besides(without: Done, then: Done, paint: Paint): readonly string[] {
  return then.changeset.companions.flatMap((companion) => {
    const { path, before, after } = companion
    const was = without.changeset.companions.find((one) => one.path === path)?.after ?? before ?? ''
    const hunks = hunksBetween(was, after, 2).map((hunk) => fixOf(hunk, paint))
    return hunks.length === 0 ? [] : [`    ${visible(companionName(then, companion))}\n`, ...hunks]
  })
}

/** `(2/5) Take this change [y,n,...]? ` */
export function promptText({ answered, left }: Pick<Asked, 'answered' | 'left'>, paint: Paint): string {
  const keys = Object.keys(answerKeys).join(',')
  return paint.bold(`(${answered + 1}/${answered + left}) Take this change [${keys}]?`) + ' '
}

/** What each key means, and Ctrl-C. */
export function keysText(paint: Paint): string {
  const rows = Object.entries(answerKeys).map(([key, meaning]) => `${paint.bold(key)}  ${meaning}\n`)
  return `${rows.join('')}Ctrl-C ends the run, and nothing of this file is written; earlier files stay as they were written.\n`
}
