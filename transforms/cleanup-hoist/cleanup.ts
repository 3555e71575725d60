import {
  apkCall,
  aptCall,
  type Body,
  type Command,
  type Instruction,
  isListsAlone,
  type Model,
  packageName,
  resolve,
  type Stage,
  withoutOptions,
  type Word,
} from '../../src/kit.js'

/** One thing that a clean-up removes. */
export interface Item {
  /**
   * `lists`: apt's package lists. `archives`: what `apt-get clean` removes. `path`: one file or folder.
   * `folder`: all that is in a temporary folder. `packages`: installed packages.
   */
  readonly kind: 'lists' | 'archives' | 'path' | 'folder' | 'packages'
  readonly command: Command
  /** The word that names it; undefined when the whole command does. */
  readonly word: Word | undefined
  /** Package names of `packages`. */
  readonly names: readonly string[]
}

/** The items of a RUN that does nothing but clean up; undefined for any other. */
export function itemsOf(model: Model, stage: Stage, instruction: Instruction): readonly Item[] | undefined {
  if (instruction.keyword !== 'RUN' || instruction.flags.length > 0) return undefined
  const body = model.bodyOf(stage, instruction)
  if (body.kind === 'none') return undefined
  const commands = plainCommands(body)
  if (!commands) return undefined
  const items: Item[] = []
  for (const command of commands) {
    const found = itemsIn(command)
    if (!found) return undefined
    items.push(...found)
  }
  return items.length > 0 ? items : undefined
}

/** The commands of a body that is one plain `&&` list. */
function plainCommands({ script }: Body): readonly Command[] | undefined {
  const [statement] = script.statements
  if (script.statements.length !== 1 || script.comment !== undefined || script.hasBackground) return undefined
  if (statement!.operators.some((operator) => operator !== '&&')) return undefined
  const commands = statement!.operands.map(({ command }) => command)
  return commands.every((command) => command !== undefined) ? commands : undefined
}

function itemsIn(command: Command): Item[] | undefined {
  if (command.redirects.length > 0 || command.assignments.length > 0) return undefined
  const whole = (kind: Item['kind'], names: readonly string[] = []): Item[] => [
    { kind, command, word: undefined, names },
  ]
  const apt = aptCall(command)
  if (apt) {
    if (/^(clean|autoclean|auto-clean)$/.test(apt.verb ?? '')) return whole('archives')
    if (!/^(remove|purge|autoremove|autopurge)$/.test(apt.verb ?? '')) return undefined
    const names = apt.packages.map(packageName)
    return names.every((name) => name !== undefined) ? whole('packages', names) : undefined
  }
  const apk = apkCall(command)
  if (apk) {
    const names = apk.args
      .filter((word) => word !== apk.verbWord && !word.text.startsWith('-'))
      .map(({ value }) => value)
    return apk.verb === 'del' && names.every((name) => name !== undefined)
      ? whole('packages', names)
      : undefined
  }
  const { name, args, asOtherUser } = resolve(command)
  if (name !== 'rm' || asOtherUser) return undefined
  const paths = withoutOptions(args)
  if (paths.length === 0 || paths.some(({ value }) => value === undefined)) return undefined
  return paths.map((word) => ({ kind: kindOf(word), command, word, names: [] }))
}

function kindOf(word: Word): Item['kind'] {
  if (isListsAlone(word)) return 'lists'
  const value = word.value!
  if (/^\/var\/cache\/apt(\/archives)?\/?(\*(\.deb)?)?$/.test(value)) return 'archives'
  return /^\/(var\/)?tmp\/?(\*|\{\*.*\})?$|[*?{[]/.test(value) ? 'folder' : 'path'
}
