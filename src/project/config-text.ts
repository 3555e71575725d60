import type { Node, ParseError } from 'jsonc-parser'
import { closest } from '../text/closest.js'
import type { Level } from './config.js'

/** What can be said for all files, or for some. */
export interface Scoped {
  readonly transforms?: Readonly<Record<string, Level>>
  readonly stages?: 'shipped' | 'all'
  readonly targets?: readonly string[]
  readonly smoke?: string
}

/** What a configuration file says. */
export interface Settings extends Scoped {
  readonly extends: readonly string[]
  readonly ignore: readonly string[]
  readonly overrides: readonly (Scoped & { readonly files: readonly string[] })[]
}

/** A mistake in a text: `line:column: what`. */
export class SettingsProblem extends Error {}

/** The keys of a configuration file, and of an override. */
export const settingKeys = [
  '$schema',
  'extends',
  'transforms',
  'stages',
  'targets',
  'ignore',
  'smoke',
  'overrides',
] as const
export const overrideKeys = ['files', 'transforms', 'stages', 'targets', 'smoke'] as const
export const levels = ['off', 'safe', 'unsafe'] as const
export const stageChoices = ['shipped', 'all'] as const

/** So much is a configuration, and nothing that anybody wrote by hand. */
const maxLength = 1024 * 1024

/** Reads JSON with comments: a whole file, or the key `dfslim` of a package.json. @throws SettingsProblem */
export async function readSettings(
  text: string,
  as: 'file' | 'key',
  ids: readonly string[],
): Promise<Settings> {
  if (text.length > maxLength) throw new SettingsProblem('1:1: is larger than a configuration can be')
  const { parseTree, printParseErrorCode } = await import('jsonc-parser')
  const problems: ParseError[] = []
  const whole = parseTree(text.replace(/^\uFEFF/, ' '), problems, { allowTrailingComma: true })
  const [problem] = problems
  if (problem)
    throw new SettingsProblem(
      `${placeIn(text, problem.offset)}: is no JSON: ${inWords(printParseErrorCode(problem.error))}`,
    )
  const root =
    as === 'file'
      ? whole
      : whole?.children?.find(({ children }) => children?.[0]?.value === 'dfslim')?.children?.[1]
  return new Reader(text, ids).settings(root)
}

class Reader {
  constructor(
    private readonly text: string,
    private readonly ids: readonly string[],
  ) {}

  settings(root: Node | undefined): Settings {
    if (root?.type !== 'object') this.fail(root, 'must be an object, such as { "smoke": "app --version" }')
    const entries = this.entries(root, settingKeys, 'a configuration')
    const list = (key: string): readonly string[] => this.strings(entries.get(key), key)
    const overrides = entries.get('overrides')
    if (overrides !== undefined && overrides.type !== 'array')
      this.fail(overrides, 'overrides must be a list')
    return {
      ...this.scoped(entries),
      extends: list('extends'),
      ignore: list('ignore'),
      overrides: (overrides?.children ?? []).map((node) => this.override(node)),
    }
  }

  private override(node: Node): Settings['overrides'][number] {
    const entries = this.entries(node, overrideKeys, 'an override')
    const files = this.strings(entries.get('files'), 'files')
    if (files.length === 0) this.fail(node, 'an override needs files: a glob, or a list of them')
    return { ...this.scoped(entries), files }
  }

  private scoped(entries: ReadonlyMap<string, Node>): Scoped {
    const [transforms, stages, targets, smoke] = ['transforms', 'stages', 'targets', 'smoke'].map((key) =>
      entries.get(key),
    )
    return {
      ...(transforms && { transforms: this.transforms(transforms) }),
      ...(stages && { stages: this.oneOf(stages, stageChoices, 'stages') }),
      ...(targets && { targets: this.strings(targets, 'targets') }),
      ...(smoke && { smoke: this.string(smoke, 'smoke', 'a shell command') }),
    }
  }

  private transforms(node: Node): Readonly<Record<string, Level>> {
    const entries = this.entries(node, [...this.ids, ...this.unloaded(node)], 'transforms', 'transform')
    return Object.fromEntries([...entries].map(([id, value]) => [id, this.oneOf(value, levels, id)]))
  }

  /** Ids of plugins that this run does not load: what is said of them holds where they are. */
  private unloaded(node: Node): readonly string[] {
    const owner = (id: string): string => id.slice(0, id.indexOf('/') + 1)
    const names = (node.children ?? []).map(({ children }) => String(children?.[0]?.value))
    return names.filter((name) => owner(name) !== '' && !this.ids.some((id) => owner(id) === owner(name)))
  }

  private entries(
    node: Node | undefined,
    known: readonly string[],
    what: string,
    kind = 'key',
  ): ReadonlyMap<string, Node> {
    if (node?.type !== 'object') return this.fail(node, `${what} must be an object`)
    const entries = new Map<string, Node>()
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? []
      const name = String(key?.value)
      if (kind === 'key' && /^plugins?$/.test(name))
        this.fail(
          property,
          'a configuration loads no plugins, for nothing that a repository brings is run: name them with --plugin',
        )
      if (!known.includes(name)) {
        const meant = closest(name, known)
        this.fail(
          property,
          `there is no ${kind} ${JSON.stringify(name)}: ${meant === undefined ? `known are ${known.join(', ')}` : `did you mean ${meant}?`}`,
        )
      }
      if (value !== undefined) entries.set(name, value)
    }
    return entries
  }

  private strings(node: Node | undefined, key: string): readonly string[] {
    if (node === undefined) return []
    if (node.type === 'string') return [this.string(node, key, 'a text')]
    if (node.type !== 'array') return this.fail(node, `${key} must be a text or a list of texts`)
    return (node.children ?? []).map((item) => this.string(item, key, 'a text or a list of texts'))
  }

  private string(node: Node, key: string, what: string): string {
    return typeof node.value === 'string' && node.value !== ''
      ? node.value
      : this.fail(node, `${key} must be ${what}`)
  }

  private oneOf<T extends string>(node: Node, choices: readonly T[], key: string): T {
    return (
      choices.find((choice) => choice === node.value) ??
      this.fail(node, `${key} must be ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`)
    )
  }

  private fail(node: Node | undefined, what: string): never {
    throw new SettingsProblem(`${placeIn(this.text, node?.offset ?? 0)}: ${what}`)
  }
}

/** `line:column`, from 1, in UTF-16 code units. */
function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `${before.length}:${before.at(-1)!.length + 1}`
}

/** `CloseBraceExpected` in words. */
const inWords = (code: string) => code.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase()
