import type { Hint } from '../engine/hint.js'
import type { Alteration, Safety, Transform } from '../engine/transform.js'

/** A Dockerfile before and after a transform. */
export interface Example {
  readonly before: string
  readonly after: string
  /** Whether it takes `--unsafe`. */
  readonly isUnsafe?: boolean
  /** What `.dockerignore` becomes, where that changes and not the Dockerfile. */
  readonly ignoreFile?: string
}

/** What a transform is and does, in Markdown: its README and the answer of `dfslim explain`. */
export function page({ id, meta }: Transform, example: Example | undefined): string {
  const parts = [
    `# ${id}`,
    `${sentence(meta.summary)}`,
    meta.why,
    `**${capital(meta.safety)}**: ${meanings[meta.safety]}`,
  ]
  if (meta.risk !== undefined) parts.push(`**Risk**: ${meta.risk}`)
  parts.push(`**In the image**: ${alteredIn(meta.alters)}`)
  if (meta.parts)
    parts.push(
      `**Parts**: ${meta.parts.map((part) => `\`${part}\``).join(', ')}. \`${id}:${meta.parts[0]}\` names one for \`--only\`, \`--skip\` and the configuration.`,
    )
  if (example) {
    const after = example.isUnsafe ? 'After, with `--unsafe`' : 'After'
    const made =
      example.ignoreFile === undefined
        ? [`## ${after}`, fenced(example.after)]
        : [`## ${after}: the \`.dockerignore\``, fenced(example.ignoreFile, 'text')]
    parts.push('## Before', fenced(example.before), ...made)
  }
  if (meta.leaves.length > 0) parts.push('## What it leaves alone', list(meta.leaves))
  if (meta.hadolint && meta.hadolint.length > 0)
    parts.push(
      `\`# hadolint ignore=${meta.hadolint.join(',')}\` above an instruction holds for this transform as well.`,
    )
  if (meta.references.length > 0) parts.push('## References', list(meta.references))
  return `${parts.join('\n\n')}\n`
}

/** The page of a hint, in Markdown. */
export function hintPage({ id, summary, why, leaves }: Hint): string {
  const parts = [`# ${id}`, sentence(summary), `**Hint**: ${meanings.hint}`, why]
  return `${[...parts, '## Says nothing of', list(leaves)].join('\n\n')}\n`
}

const meanings: Readonly<Record<Safety, string>> = {
  safe: 'applied where all that the Dockerfile is known to use is still there and behaves the same.',
  unsafe: 'applied with `--unsafe` only: something that might be used goes.',
  hint: 'shown, never written: it cannot be decided from the files.',
}

const alterations: Readonly<Record<Alteration, string>> = {
  lists: 'package lists',
  cache: 'package caches',
  packages: 'packages and what their scripts make',
  base: 'all that the base image brings',
  build: 'all that the build alone needs: its tools, its sources, and what it leaves',
  context: 'what is copied of the build context, and what the build makes of it',
}

function alteredIn(alters: readonly Alteration[]): string {
  if (alters.length === 0) return 'no file differs; there are fewer layers, and less in them.'
  return `may differ: ${alters.map((what) => alterations[what]).join('; ')}.`
}

/** What was considered and is no transform, and why. */
export const notIncluded: readonly (readonly [what: string, why: string])[] = [
  [
    '`apt-get clean`',
    'official Debian and Ubuntu images empty the archives after every install by themselves',
  ],
  ['`rm -rf ~/.cache`', 'poetry, puppeteer, playwright and corepack keep what they need to run there'],
  [
    'RUNs as here-documents',
    'a here-document has no `set -e`: a command that fails in the middle would not stop the build',
  ],
  ['`set -o pipefail`', 'it changes which builds fail, dash does not know it, and it saves nothing'],
  ['Pinning versions', 'it does not make images smaller, and old versions leave the archives'],
  ['Squashing', 'after the rewrite little is left that a later layer removes, and the cache stays useful'],
]

/** The table of all transforms, in the order in which they run. */
export function table(transforms: readonly Transform[], folder: string): string {
  const rows = transforms.map(
    ({ id, meta }) => `| [\`${id}\`](${folder}${id}/README.md) | ${meta.summary} | ${meta.safety} |`,
  )
  return ['| transform | what it does | safety |', '| --- | --- | --- |', ...rows].join('\n')
}

/** The page of all transforms. */
export function overview(transforms: readonly Transform[]): string {
  const parts = [
    '# Transforms',
    'In the order in which they run.',
    table(transforms, ''),
    '## Not included, and why',
  ]
  parts.push(
    notIncluded.length > 0 ? list(notIncluded.map(([what, why]) => `**${what}**: ${why}`)) : 'Nothing yet.',
  )
  return `${parts.join('\n\n')}\n`
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n')

function fenced(text: string, language = 'dockerfile'): string {
  const runs = text.match(/`{3,}/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}${language}\n${text.replace(/\n?$/, '\n')}${fence}`
}
