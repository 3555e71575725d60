import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { reasonOf } from './failure.js'
import type { Found } from './find.js'
import { isInside, repositoryAt } from './tree.js'

/** What a configuration file says. */
export interface Config {
  /** A shell command that must do the same in the image before and after. */
  readonly smoke?: string
}

/** A mistake in a configuration file: one line, with its place. */
export class ConfigProblem extends Error {}

/** The name of the configuration file. */
export const configName = 'dfslim.config.json'

const keys = ['smoke'] as const satisfies readonly (keyof Config)[]

/**
 * The configuration of a Dockerfile: that of the nearest folder that has one, up to the root of the repository; nothing
 * where there is none.
 * @throws ConfigProblem
 */
export async function configFor({ absolute, tree }: Found, cwd: string): Promise<Config> {
  const top = repositoryAt(dirname(absolute)) ?? tree
  for (let folder = dirname(absolute); isInside(top, folder); folder = dirname(folder)) {
    const file = join(folder, configName)
    if (existsSync(file)) return readConfig(file, relative(cwd, file))
    if (folder === dirname(folder)) break
  }
  return {}
}

async function readConfig(file: string, path: string): Promise<Config> {
  const text = attempt(() => readFileSync(file, 'utf8'), path)
  const { parseTree, printParseErrorCode } = await import('jsonc-parser')
  const problems: { error: number; offset: number; length: number }[] = []
  const root = parseTree(text, problems, { allowTrailingComma: true, disallowComments: false })
  const fail = (offset: number, what: string): never => {
    throw new ConfigProblem(`${path}:${placeIn(text, offset)}: ${what}`)
  }
  const [problem] = problems
  if (problem) fail(problem.offset, `is no JSON: ${inWords(printParseErrorCode(problem.error))}`)
  if (root?.type !== 'object') return fail(0, 'must be an object, such as { "smoke": "app --version" }')
  const config: { smoke?: string } = {}
  for (const { children = [], offset } of root.children ?? []) {
    const [key, value] = children
    if (!isKey(key?.value))
      fail(offset, `there is no key ${JSON.stringify(key?.value)}: known are ${keys.join(', ')}`)
    if (typeof value?.value !== 'string')
      return fail(value?.offset ?? offset, 'smoke must be a shell command')
    config.smoke = value.value
  }
  return config
}

const isKey = (key: unknown): key is (typeof keys)[number] => keys.some((known) => known === key)

/** `line:column`, from 1, in UTF-16 code units. */
function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `${before.length}:${before.at(-1)!.length + 1}`
}

/** `CloseBraceExpected` in words. */
const inWords = (code: string) => code.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase()

function attempt(read: () => string, path: string): string {
  try {
    return read()
  } catch (error) {
    throw new ConfigProblem(`${path}: ${reasonOf(error)}`)
  }
}
