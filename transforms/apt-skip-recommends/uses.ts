import {
  aptCall,
  type Command,
  copyOf,
  hidesInstaller,
  type Instruction,
  isContextCopy,
  type Model,
  resolve,
  type Stage,
  type Subject,
} from '../../src/kit.js'

/** Instructions that bring or run code which cannot be read: a COPY without its files, a script. */
export function unseenCode(stage: Stage, { model, context }: Subject): Instruction[] {
  return [stage, ...stage.heirs].flatMap((member) =>
    member.instructions.filter((instruction) => {
      if (/^(COPY|ADD)$/.test(instruction.keyword))
        return (
          !isContextCopy(instruction) ||
          copyOf(instruction).sources.some((source) => {
            const files = context?.list(source.replace(/^\.?\/+|\/+$/g, '') || '.')
            return !files || files.length > 200 || files.some((file) => context?.read(file) === undefined)
          })
        )
      if (instruction.keyword !== 'RUN') return false
      const body = model.bodyOf(member, instruction)
      return body.kind === 'none' || body.script.commands.some(runsUnseen)
    }),
  )
}

/** Builds run code that nobody here has read. */
const runsUnseen = (command: Command): boolean =>
  aptCall(command) === undefined &&
  (/^(make|npm|yarn|go|cargo|bundle)$/.test(resolve(command).name ?? '') ||
    hidesInstaller(resolve(command), 'apt') !== undefined)

/** Whether the names of packages that apt installs count as uses. */
type Extent = 'installed' | 'called'

const uses = { installed: new WeakMap<Stage, Uses>(), called: new WeakMap<Stage, Uses>() }

export function usesOf(stage: Stage, subject: Subject, extent: Extent): Uses {
  let found = uses[extent].get(stage)
  if (!found) uses[extent].set(stage, (found = new Uses(() => textOf(stage, subject, extent))))
  return found
}

/** Answers whether a pattern is found in a text; each is looked for once. */
export class Uses {
  private readonly answers = new Map<string, boolean>()
  private text: string | undefined

  constructor(private readonly read: () => string) {}

  match(pattern: RegExp): boolean {
    const key = pattern.source
    if (!this.answers.has(key)) this.answers.set(key, pattern.test((this.text ??= this.read())))
    return this.answers.get(key)!
  }
}

/** All text in which a use would show: commands of the stage and of those built on it, and the files they copy. */
function textOf(stage: Stage, { model, context }: Subject, extent: Extent): string {
  const members = [stage, ...stage.heirs]
  const instructions = members.flatMap((s) => s.instructions)
  const copied = instructions
    .filter(isContextCopy)
    .flatMap((instruction) => copyOf(instruction).sources)
    .flatMap((source) => context?.list(source.replace(/^\.?\/+|\/+$/g, '') || '.') ?? [])
    .slice(0, 200)
  const texts = copied.map((file) => context?.read(file) ?? '')
  const said = members.flatMap((member) =>
    member.instructions
      .filter(({ keyword }) => /^(RUN|CMD|ENTRYPOINT|HEALTHCHECK|COPY|ADD)$/.test(keyword))
      .map((instruction) => {
        const { flags, args } = instruction
        const text = extent === 'called' ? withoutPackages(model, member, instruction) : args.text
        return [...flags.map((f) => f.text), text].join(' ')
      }),
  )
  return [...said, ...texts].join('\n')
}

/** The text of an instruction without the packages that apt installs there. */
function withoutPackages(model: Model, stage: Stage, instruction: Instruction): string {
  const { text } = instruction.args
  const words =
    instruction.keyword === 'RUN'
      ? model.commandsIn(stage, instruction).flatMap((command) => {
          const call = aptCall(command)
          return call?.verb === 'install' ? call.packages : []
        })
      : []
  let rest = ''
  let from = 0
  for (const { span } of words) {
    rest += text.slice(from, span.start)
    from = span.end
  }
  return rest + text.slice(from)
}
