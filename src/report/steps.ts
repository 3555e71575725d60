import { rewrite } from '../engine/pipeline.js'
import type { Transform } from '../engine/transform.js'

/** An instruction that makes a layer of the image that a Dockerfile is for. Lines are 1-based. */
export interface Step {
  /** The stage that it belongs to, from 0. */
  readonly stage: number
  readonly keyword: 'RUN' | 'COPY' | 'ADD' | 'WORKDIR'
  /** What stands behind keyword and flags; in one line, with single blanks. */
  readonly text: string
  readonly startLine: number
  readonly endLine: number
}

/** The steps of the stages that are shipped, in their order; none when the text cannot be read. */
export function stepsIn(dockerfile: string): readonly Step[] {
  const steps: Step[] = []
  const reader: Transform = {
    id: 'steps',
    meta: { summary: '', why: '', safety: 'safe', leaves: [], phase: 'base', alters: [], references: [] },
    visit: {
      stage({ index, isShipped, instructions }) {
        for (const { keyword, args, startLine, endLine } of isShipped ? instructions : [])
          if (isLayerMaker(keyword))
            steps.push({ stage: index, keyword, text: inOneLine(args.text), startLine, endLine })
        return []
      },
    },
  }
  rewrite(dockerfile, [reader], { noPragmas: true })
  return steps
}

const isLayerMaker = (keyword: string): keyword is Step['keyword'] =>
  /^(?:RUN|COPY|ADD|WORKDIR)$/.test(keyword)

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** For each layer the step that made it, by the instructions that the layers say made them: matched from the last on. */
export function stepsOfLayers(
  instructions: readonly string[],
  steps: readonly Step[],
): readonly (Step | undefined)[] {
  const found = new Array<Step | undefined>(instructions.length)
  let end = steps.length
  for (let i = instructions.length - 1; i >= 0; i--) {
    const at = steps.slice(0, end).findLastIndex((step) => isMadeBy(instructions[i]!, step))
    if (at < 0) continue
    found[i] = steps[at]
    end = at
  }
  return found
}

/** Builders write a RUN as the shell got it, and of a COPY the operands with variables replaced. */
function isMadeBy(instruction: string, { keyword, text }: Step): boolean {
  const [, made, rest] = /^(\w+) (.*)$/.exec(instruction) ?? []
  if (made !== keyword || rest === undefined) return false
  if (/^<</.test(text)) return /^<</.test(rest)
  if (keyword === 'RUN') return rest === text || rest === wordsOfJson(text)
  return text.includes('$') || lastWord(rest) === lastWord(text)
}

/** An exec form stands there with its words alone. */
const wordsOfJson = (text: string) =>
  text.startsWith('[')
    ? [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word]) => word).join(' ')
    : undefined

const lastWord = (text: string) =>
  text
    .replace(/[\s"\]]+$/, '')
    .split(/[\s"]/)
    .at(-1)
