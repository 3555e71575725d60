import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isAbsolute, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { idFault, lacksOf, watched } from '../engine/own.js'
import { inOrder, rewrite } from '../engine/pipeline.js'
import type { Transform } from '../engine/transform.js'
import { codeOf } from '../project/failure.js'
import { Misuse } from './misuse.js'
import type { Core } from './parts.js'

/**
 * The core with the transforms of plugins beside its own. A name is a file or a package, seen from the folder `cwd`:
 * strings alone, so that another thread can do the same. @throws Misuse for a plugin that is none
 */
export async function withPlugins(core: Core, names: readonly string[], cwd: string): Promise<Core> {
  const own: Transform[] = []
  const loaded = new Set<string>()
  for (const name of names) {
    const file = fileOf(name, cwd)
    if (loaded.has(file)) continue
    loaded.add(file)
    for (const transform of transformsIn(name, await exportOf(name, file))) {
      if ([...core.transforms, ...own].some(({ id }) => id === transform.id))
        fail(name, `there is a transform ${transform.id} already`)
      own.push(watched(transform))
    }
  }
  const transforms = inOrder([...core.transforms, ...own])
  return {
    build: core.build,
    transforms,
    hints: core.hints,
    examples: core.examples,
    plugins: { names, cwd, ids: own.map(({ id }) => id) },
    rewrite: (before, options) => rewrite(before, transforms, options, core.hints),
  }
}

/** A path that starts with a dot or a slash, or that is there, is a file; all else is a package. */
function fileOf(name: string, cwd: string): string {
  const path = resolve(cwd, name)
  const isPath = /^\.{0,2}[/\\]|^\.{1,2}$/.test(name) || isAbsolute(name)
  if (!existsSync(path) && isPath) fail(name, 'there is no such file')
  if (existsSync(path) && (isPath || statSync(path).isFile()))
    return statSync(path).isFile() ? path : resolved(name, path, cwd)
  return resolved(name, name, cwd)
}

function resolved(name: string, target: string, cwd: string): string {
  const require = createRequire(join(cwd, 'package.json'))
  try {
    return require.resolve(target)
  } catch (error) {
    const file = codeOf(error) === 'ERR_PACKAGE_PATH_NOT_EXPORTED' ? importOf(target, require) : undefined
    return file ?? fail(name, 'there is no such file, and no package of that name is installed here')
  }
}

/** The main file of a package that can be imported alone. */
function importOf(name: string, require: NodeJS.Require): string | undefined {
  const folders = (require.resolve.paths(name) ?? []).map((folder) => join(folder, name))
  const folder = folders.find((one) => existsSync(join(one, 'package.json')))
  if (folder === undefined) return undefined
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { exports?: unknown }
  const target = importTarget(hasKey(exports, '.') ? exports['.'] : exports)
  return target === undefined ? undefined : join(folder, target)
}

function importTarget(target: unknown): string | undefined {
  if (typeof target === 'string') return target
  if (typeof target !== 'object' || target === null) return undefined
  const [, chosen] = Object.entries(target).find(([key]) => /^(node|import|default)$/.test(key)) ?? []
  return importTarget(chosen)
}

async function exportOf(name: string, file: string): Promise<unknown> {
  let module: unknown
  try {
    module = await import(pathToFileURL(file).href)
  } catch (error) {
    fail(name, `it cannot be loaded: ${lineOf(error)}`)
  }
  const value = hasKey(module, 'default') ? module.default : undefined
  // What compilers make of an ES module for require.
  return hasKey(value, '__esModule') && hasKey(value, 'default') ? value.default : value
}

function transformsIn(name: string, value: unknown): readonly Transform[] {
  if (value === undefined)
    fail(name, 'it has no default export: that is to be a transform, or a list of transforms')
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (list.length === 0) fail(name, 'its list of transforms is empty')
  for (const [i, item] of list.entries()) {
    const lacks = lacksOf(item)
    const which = hasKey(item, 'id') ? `${String(item.id)}: ` : list.length > 1 ? `transform ${i + 1}: ` : ''
    if (lacks.length > 0) fail(name, which + lacks.join('; '))
    const fault = idFault((item as Transform).id)
    if (fault !== undefined) fail(name, fault)
  }
  return list as readonly Transform[]
}

const hasKey = <K extends string>(value: unknown, key: K): value is Readonly<Record<K, unknown>> =>
  typeof value === 'object' && value !== null && key in value

function lineOf(error: unknown): string {
  const message = hasKey(error, 'message') ? String(error.message) : String(error)
  const name = hasKey(error, 'name') && error.name !== 'Error' ? `${String(error.name)}: ` : ''
  return name + message.split('\n')[0]!
}

function fail(name: string, why: string): never {
  throw new Misuse(`plugin ${name}: ${why}`)
}
