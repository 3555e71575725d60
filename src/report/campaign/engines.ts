import type { Engine } from './plan.js'

/** The engines for many repositories; each is loaded when it is asked for. */
const loaders = {
  sourcegraph: async () => (await import('./sourcegraph.js')).sourcegraph,
  'multi-gitter': async () => (await import('./multi-gitter.js')).multiGitter,
  turbolift: async () => (await import('./turbolift.js')).turbolift,
  'github-actions': async () => (await import('./github-actions.js')).githubActions,
  'gitlab-ci': async () => (await import('./gitlab-ci.js')).gitlabCi,
  renovate: async () => (await import('./renovate.js')).renovate,
} satisfies Readonly<Record<string, () => Promise<Engine>>>

/** The name of an engine. */
export type EngineName = keyof typeof loaders

/** All of them. */
export const engineNames: readonly EngineName[] = Object.keys(loaders).filter(isEngineName)

/** Those that share the repositories among jobs. */
export const shardedEngines: ReadonlySet<EngineName> = new Set(['github-actions', 'gitlab-ci'])

export function isEngineName(name: string): name is EngineName {
  return Object.hasOwn(loaders, name)
}

/** What writes the files of that engine. */
export const loadEngine = (name: EngineName): Promise<Engine> => loaders[name]()
