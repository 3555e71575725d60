import type { Paint } from '../paint.js'
import type { Runs } from './sums.js'

/** The forms of a report of many runs; each is loaded when it is asked for. */
const loaders = {
  text: async () => (await import('./text.js')).text,
  json: async () => (await import('./json.js')).json,
  csv: async () => (await import('./csv.js')).csv,
  html: async () => (await import('./html.js')).html,
  markdown: async () => (await import('./markdown.js')).markdown,
} satisfies Readonly<Record<string, () => Promise<(runs: Runs, paint: Paint) => string>>>

/** The name of such a form. */
export type RunsFormat = keyof typeof loaders

/** All of them. */
export const runsFormats = Object.keys(loaders) as readonly RunsFormat[]

/** What prints that form. */
export const loadRunsFormat = (name: RunsFormat): Promise<(runs: Runs, paint: Paint) => string> =>
  loaders[name]()
