import type { PlacedChange, RewriteOptions } from '../engine/transform.js'
import { page } from '../report/page.js'
import { type Done, hasChanges, type Outcome } from '../report/outcome.js'
import { type AnswerKey, answerKeys, keysText, promptText, questionText } from '../report/question.js'
import { rewriteInput } from './inputs.js'
import type { Keyboard } from './keyboard.js'
import { Misuse } from './misuse.js'
import { type Core, transformNamed } from './parts.js'
import { type Answer, type Question, Review } from './review.js'
import type { Screen } from './screen.js'
import { paintFor, type Terminal, type When } from './terminal.js'

/** Asks a user about each change. */
export interface Interview {
  /** What the user wants of a file; undefined when the interview was cut off and nothing of it may be written. */
  readonly ask: (outcome: Outcome) => Promise<Outcome | undefined>
  /** Whether the user wants to see no more files. */
  readonly isOver: () => boolean
  /** Leaves the terminal as it was. */
  readonly close: () => void
}

/** What an interview needs to know. */
export interface Interviewing {
  readonly flags: { readonly color: When }
  readonly options: RewriteOptions
  readonly terminal: Terminal
  readonly core: Core
  readonly screen: Screen
}

/** Opens the keyboard of the terminal. @throws Misuse where there is none */
export function openInterview({ flags, options, terminal, core, screen }: Interviewing): Interview {
  if (!terminal.openKeyboard || !terminal.stdout.isTTY)
    throw new Misuse('--interactive asks on a terminal: stdin and stdout must be one')
  const keyboard = terminal.openKeyboard()
  const release = terminal.onInterrupt(keyboard.interrupt)
  const paint = paintFor(terminal.stdout, terminal.env, flags.color)
  const families = new Set<string>()
  let isOver = false

  const keyFor = async (question: Question, path: string): Promise<Decision | undefined> => {
    await keyboard.drain()
    screen.print(`\n${questionText({ ...question, path }, paint)}`)
    for (;;) {
      screen.print(promptText(question, paint))
      const key = await answerFrom(keyboard)
      screen.print(`${key ?? ''}\n`)
      if (key === 'e') screen.print(pagesOf(question, core))
      else if (key === '?') screen.print(keysText(paint))
      else return key
    }
  }

  const ask = async (outcome: Outcome): Promise<Outcome | undefined> => {
    if (outcome.kind === 'failed' || !hasChanges(outcome)) return outcome
    const review = new Review(
      (reject) => rewriteInput(outcome.source, core, { ...options, reject }),
      (change) => families.has(familyOf(change)),
    )
    for (let step = review.next(); ; step = review.next()) {
      if (step.kind !== 'question') return step
      const key = await keyFor(step, outcome.source.path)
      if (key === undefined || key === 'q') isOver = true
      if (key === undefined) screen.warn(`Nothing of ${outcome.source.path} is written.\n`)
      if (key === undefined) return undefined
      if (key === 's') return leftAsItIs(outcome)
      if (key === 'f') for (const change of step.changes) families.add(familyOf(change))
      review.answer(answers[key])
    }
  }

  return {
    ask,
    isOver: () => isOver,
    close: () => {
      release()
      keyboard.close()
    },
  }
}

/** A key that brings the next question. */
type Decision = Exclude<AnswerKey, 'e' | '?'>

/** What each key says of the change that it was pressed for; `f` and `q` say more. */
const answers: Readonly<Record<Exclude<Decision, 's'>, Answer>> = {
  y: 'take',
  n: 'leave',
  a: 'take-rest',
  d: 'leave-rest',
  f: 'take',
  q: 'leave-rest',
}

/** Waits for a key that answers; undefined when the user or the terminal puts an end to it. */
async function answerFrom(keyboard: Keyboard): Promise<AnswerKey | undefined> {
  const key = await keyboard.next()
  if (key === 'interrupt' || key === 'end') return undefined
  return isAnswer(key) ? key : '?'
}

const isAnswer = (key: string): key is AnswerKey => Object.hasOwn(answerKeys, key)

function pagesOf({ changes }: Question, core: Core): string {
  const ids = new Set(changes.map(({ transform }) => transform))
  return [...ids].map((id) => `\n${page(transformNamed(id, core.transforms), core.examples[id])}\n`).join('')
}

/** Changes of one transform that are as safe as each other. */
const familyOf = ({ transform, safety }: PlacedChange): string => `${transform} ${safety}`

const leftAsItIs = ({ source, changeset }: Done): Done => ({
  kind: 'done',
  source,
  changeset: { ...changeset, after: changeset.before, companions: [], applied: [] },
})
