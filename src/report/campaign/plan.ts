/** What a campaign does in each repository. */
export interface Plan {
  /** Of dfslim: what is written runs this one and no other. */
  readonly version: string
  /** Of the pull requests: one line. */
  readonly title: string
  readonly branch: string
  /** The flags of `dfslim fix` that choose the changes; no word of them needs quotes. */
  readonly flags: readonly string[]
  /** How many jobs share the repositories, where the engine has jobs. */
  readonly shards: number
}

/** A file of a campaign. */
export interface CampaignFile {
  /** Where it belongs, seen from the folder of the campaign. */
  readonly path: string
  readonly text: string
  readonly kind: 'data' | 'script'
}

/** What an engine takes; the first file is the one that it is started with. */
export type Engine = (plan: Plan) => readonly CampaignFile[]

/** The command that rewrites a repository; more flags may follow. */
export const fixing = ({ flags }: Plan): string => ['dfslim', 'fix', '--write', ...flags].join(' ')

/** The command that installs dfslim. A global one obeys no configuration of the repository that it runs in. */
export const installing = ({ version }: Plan): string => `npm install --global --silent dfslim@${version}`

/** Where files failed, the others were rewritten: that is no reason to stop. */
export const someFailed = 3
