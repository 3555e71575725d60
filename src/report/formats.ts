import type { OpenFormat } from './format.js'

/** The forms of report of `fix` and `check`; each is loaded when it is asked for. */
const loaders = {
  text: async () => (await import('./formats/text.js')).text,
  concise: async () => (await import('./formats/concise.js')).concise,
  json: async () => (await import('./formats/json.js')).json,
  ndjson: async () => (await import('./formats/ndjson.js')).ndjson,
  sarif: async () => (await import('./formats/sarif.js')).sarif,
  github: async () => (await import('./formats/github.js')).github,
  gitlab: async () => (await import('./formats/gitlab.js')).gitlab,
  checkstyle: async () => (await import('./formats/checkstyle.js')).checkstyle,
  junit: async () => (await import('./formats/junit.js')).junit,
  rdjson: async () => (await import('./formats/rdjson.js')).rdjson,
  markdown: async () => (await import('./formats/markdown.js')).markdown,
  html: async () => (await import('./formats/html.js')).html,
  csv: async () => (await import('./formats/csv.js')).csv,
} satisfies Readonly<Record<string, () => Promise<OpenFormat>>>

/** The name of a form of report. */
export type FormatName = keyof typeof loaders

/** All forms of report. */
export const formatNames: readonly FormatName[] = Object.keys(loaders).filter(isFormatName)

/** Those that hold the patch of each file. */
export const formatsWithPatch: ReadonlySet<FormatName> = new Set(['json', 'ndjson'])

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(loaders, name)
}

/** What begins a report of that form. */
export const loadFormat = (name: FormatName): Promise<OpenFormat> => loaders[name]()
