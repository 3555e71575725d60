import type { Instruction } from '../../src/syntax/nodes.js'
import { scan } from '../../src/syntax/scan.js'

/** What a builder does for a Dockerfile, stage by stage. */
export type Step =
  | { readonly kind: 'from'; readonly stage: number; readonly base: number | undefined }
  | {
      readonly kind: 'run'
      readonly command: readonly string[] | undefined
      readonly script: string
      readonly cwd: string
      readonly env: readonly string[]
      readonly isBackground: boolean
    }
  | {
      readonly kind: 'copy'
      readonly from: number | undefined
      readonly sources: readonly string[]
      readonly target: string
      readonly cwd: string
    }
  | { readonly kind: 'workdir'; readonly cwd: string }

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/.dfslim/bin'

/** Reads a Dockerfile as a builder would; `undefined` as a command stands for the shell under which it is built. */
export function planOf(text: string): Step[] {
  const steps: Step[] = []
  const stages: { readonly name: string; readonly state: State }[] = []
  const global = new Map<string, string>()
  let state = initial()
  for (const instruction of scan(text).instructions) {
    const { keyword, args, json } = instruction
    const words = args.text.split(/\s+/).filter((word) => word !== '')
    const value = (word: string): string => expand(word, state.env)
    if (keyword === 'FROM') {
      const base = stages.findIndex(({ name }) => name === words[0]?.toLowerCase())
      state = base < 0 ? initial() : { ...stages[base]!.state, env: new Map(stages[base]!.state.env) }
      steps.push({ kind: 'from', stage: stages.length, base: base < 0 ? undefined : base })
      stages.push({ name: /^as$/i.test(words[1] ?? '') ? words[2]!.toLowerCase() : '', state })
    } else if (stages.length === 0) {
      if (keyword === 'ARG') for (const [name, text] of pairsIn(instruction)) global.set(name, text ?? '')
    } else if (keyword === 'SHELL') state.command = json
    else if (keyword === 'ENV' || keyword === 'ARG')
      for (const [name, text] of pairsIn(instruction)) {
        const known = text === undefined ? global.get(name) : value(text)
        if (known !== undefined && (keyword === 'ENV' || !state.env.has(name))) state.env.set(name, known)
      }
    else if (keyword === 'USER') state.env.set('USER_OF_RUN', value(args.text))
    else if (keyword === 'WORKDIR') {
      state.cwd = within(state.cwd, value(args.text))
      steps.push({ kind: 'workdir', cwd: state.cwd })
    } else if (keyword === 'COPY' || keyword === 'ADD') {
      const operands = (json ?? words).map(value)
      const name = instruction.flags.find((flag) => flag.name === 'from')?.value?.toLowerCase()
      const from = stages.findIndex((stage, i) => stage.name === name || String(i) === name)
      const sources = instruction.heredocs.length > 0 ? ['heredoc'] : operands.slice(0, -1)
      steps.push({
        kind: 'copy',
        ...{ sources, target: operands.at(-1)!, cwd: state.cwd },
        from: from < 0 ? undefined : from,
      })
    } else if (keyword === 'RUN') {
      const script = scriptOf(instruction)
      steps.push({
        kind: 'run',
        script,
        command: json ?? (state.command && [...state.command, script]),
        cwd: state.cwd,
        env: [...state.env].map(([name, text]) => `${name}=${text}`),
        isBackground: /(^|[^&<>])&([^&>0-9]|$)/.test(script),
      })
    }
  }
  return steps
}

interface State {
  cwd: string
  command: readonly string[] | undefined
  readonly env: Map<string, string>
}

const initial = (): State => ({
  cwd: '/',
  command: undefined,
  env: new Map([
    ['PATH', path],
    ['HOME', '/root'],
  ]),
})

/** A here-document that is all there is is the script itself. */
function scriptOf({ args, heredocs, line, keyword }: Instruction): string {
  if (heredocs.length === 0) return args.text
  const bodies = heredocs.map(({ content }) => content)
  if (/^<<-?\s*(['"]?)[\w.]+\1$/.test(args.text.trim())) return bodies[0]!
  return [line.text.slice(keyword.length), ...heredocs.map(({ content, name }) => content + name)].join('\n')
}

/** The names and values of ENV and ARG. */
function pairsIn({ keyword, args: { text } }: Instruction): (readonly [string, string | undefined])[] {
  const old = /^(\w+)\s+(.*)$/.exec(text)
  if (old && keyword === 'ENV') return [[old[1]!, old[2]!]]
  return [...text.matchAll(/([A-Za-z_]\w*)(?:=((?:"(?:\\.|[^"])*"|'[^']*'|\\.|[^\s"'\\])*))?/g)].map(
    ([, name, value]) => [name!, value],
  )
}

function expand(word: string, env: ReadonlyMap<string, string>): string {
  return word
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(
      /\$(?:(\w+)|\{(\w+)(?::?([-+])([^}]*))?\})/g,
      (_, bare: string, braced: string, operator: string, other: string) => {
        const value = env.get(bare ?? braced) ?? ''
        if (operator === '-') return value || other
        if (operator === '+') return value && other
        return value
      },
    )
}

const within = (cwd: string, folder: string): string =>
  folder.startsWith('/') ? folder : `${cwd === '/' ? '' : cwd}/${folder}`
