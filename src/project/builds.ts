import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** A build that a compose or bake file describes. Paths are absolute. */
export interface Build {
  readonly dockerfile: string
  readonly context: string
  /** The stage that is built; undefined: the last. */
  readonly target: string | undefined
}

/** Whether a file of this name describes builds. */
export const describesBuilds = (name: string): boolean =>
  /^((docker-)?compose([.-][\w.-]+)?\.ya?ml|docker-bake(\.override)?\.(hcl|json))$/.test(name)

/** Larger files are not read, in bytes. */
const maxBytes = 1024 * 1024

/** The builds of a compose or bake file, as far as its text tells without variables; none where it cannot be read. */
export async function buildsIn(file: string): Promise<readonly Build[]> {
  try {
    if (statSync(file).size > maxBytes) return []
    const text = readFileSync(file, 'utf8')
    const found = file.endsWith('.hcl')
      ? targetsInHcl(text)
      : file.endsWith('.json')
        ? targetsInJson(text)
        : await servicesIn(text)
    return found.flatMap((build) => placed(build, dirname(file)))
  } catch {
    return []
  }
}

/** What a description says, as it stands. */
interface Told {
  readonly context: unknown
  readonly dockerfile: unknown
  readonly target: unknown
}

function placed({ context, dockerfile, target }: Told, folder: string): readonly Build[] {
  const [where = '.', name = 'Dockerfile'] = [context, dockerfile]
  if (!isPlain(where) || !isPlain(name)) return []
  const root = resolve(folder, where)
  return [{ context: root, dockerfile: resolve(root, name), target: isPlain(target) ? target : undefined }]
}

/** No variable, and no address. */
const isPlain = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !/\$|:\/\/|^git@|\n/.test(value)

async function servicesIn(text: string): Promise<readonly Told[]> {
  const { parse } = await import('yaml')
  const services = recordIn(recordIn(parse(text, { merge: true }))['services'])
  return Object.values(services).flatMap((service) => {
    const { build } = recordIn(service)
    if (typeof build === 'string') return [{ context: build, dockerfile: undefined, target: undefined }]
    const { context, dockerfile, target, dockerfile_inline: inline } = recordIn(build)
    return build === undefined || inline !== undefined ? [] : [{ context, dockerfile, target }]
  })
}

const targetsInJson = (text: string): readonly Told[] =>
  Object.values(recordIn(recordIn(JSON.parse(text))['target'])).map((target) => {
    const { context, dockerfile, target: stage } = recordIn(target)
    return { context, dockerfile, target: stage }
  })

/** Blocks `target "name" { key = "text" }`; what is more than a plain text is taken for unknown. */
function targetsInHcl(text: string): readonly Told[] {
  const bare = text.replace(/^[ \t]*(#|\/\/).*$/gm, '').replace(/\/\*[^]*?\*\//g, '')
  return [...bare.matchAll(/^[ \t]*target[ \t]+"[^"\n]*"[ \t]*\{([^]*?)^\}/gm)].map(([, body = '']) => {
    const valueOf = (key: string): string | undefined => {
      const found = new RegExp(`^[ \\t]*${key}[ \\t]*=[ \\t]*(.*?)[ \\t\\r]*$`, 'm').exec(body)?.[1]
      return found === undefined ? undefined : (/^"([^"\\]*)"$/.exec(found)?.[1] ?? '$')
    }
    return { context: valueOf('context'), dockerfile: valueOf('dockerfile'), target: valueOf('target') }
  })
}

const recordIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {}
