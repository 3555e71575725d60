import { type Command, type Stage, type Subject } from '../../src/kit.js'
import { lineOf, placeOf, valueOf } from './place.js'

/** What the image runs. */
export interface Launch {
  readonly kind: 'launch'
  readonly program: string
  /** Undefined for what a variable decides. */
  readonly args: readonly (string | undefined)[]
  /** Whether a shell starts it. */
  readonly inShell: boolean
  readonly line: string
}

/** The one program that ENTRYPOINT and CMD run; else why it cannot be told. */
export function launchOf(
  stage: Stage,
  subject: Subject,
): Launch | { readonly kind: 'none'; readonly because: string } {
  const none = (because: string): { kind: 'none'; because: string } => ({ kind: 'none', because })
  const last = (keyword: string) =>
    stage.instructions.findLast((instruction) => instruction.keyword === keyword)
  const [entry, command] = [last('ENTRYPOINT'), last('CMD')]
  const first = entry && entry.json?.length !== 0 ? entry : command
  if (!first) return none('nothing says what the image runs')
  const line = lineOf(first)
  const rest = first === entry && first.json ? command : undefined
  if (rest && !rest.json) return none(`${lineOf(rest)} hands a shell command to ${line}`)
  const words = first.json && [...first.json, ...(rest?.json ?? [])]
  const isShell = words !== undefined && /^(\/(usr\/)?bin\/)?(ba|da|a)?sh$/.test(words[0] ?? '')
  if (words && !isShell) {
    const [program, ...args] = words
    if (program === undefined || program === '') return none('nothing says what the image runs')
    return { kind: 'launch', program, args, inShell: false, line }
  }
  const text = words ? (words.length === 3 && words[1] === '-c' ? words[2] : undefined) : first.args.text
  if (text === undefined) return none(`${line} runs a shell script`)
  const script = subject.model.scriptOf(text.replace(/^exec\s+/, ''))
  const commands: readonly Command[] = script.kind === 'unparsed' ? [] : script.commands
  const [only] = commands
  if (
    !only ||
    commands.length > 1 ||
    only.path.length > 0 ||
    only.redirects.length > 0 ||
    only.assignments.length > 0
  )
    return none(`${line} runs more than one plain command`)
  if (script.kind === 'script' && script.hasBackground)
    return none(`${line} leaves a process in the background`)
  const place = placeOf(subject, stage, stage.instructions.at(-1)!)
  const [program, ...args] = only.words.map((word) => valueOf(word, place))
  if (program === undefined) return none(`${line} runs a command named by a variable`)
  if (!/^[\w./+@-]+$/.test(program)) return none(`${line} runs \`${program}\`, which is no name of a program`)
  return { kind: 'launch', program, args, inShell: true, line }
}

/** Why a health check may fail in a smaller image; undefined where it calls nothing but what is there. */
export function healthDoubt(
  stage: Stage,
  subject: Subject,
  isThere: (program: string) => boolean,
): string | undefined {
  const check = stage.instructions.findLast(({ keyword }) => keyword === 'HEALTHCHECK')
  if (!check || /^NONE$/i.test(check.args.text.trim())) return undefined
  const text = check.json ? undefined : check.args.text.replace(/^CMD\s+/i, '')
  const script = text === undefined ? undefined : subject.model.scriptOf(text)
  const programs =
    check.json?.slice(0, 1) ??
    (script?.kind === 'script' ? script.commands.map(({ words }) => words[0]?.value) : [undefined])
  const lost = programs.find(
    (program) => program === undefined || !(/^(exit|true|test|\[|:)$/.test(program) || isThere(program)),
  )
  return programs.every((program) => program !== undefined && program !== lost)
    ? undefined
    : `the health check of ${lineOf(check)} runs \`${lost ?? '$...'}\`, which a smaller image may lack`
}
