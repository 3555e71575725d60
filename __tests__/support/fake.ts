import type {
  AppliedChange,
  Changeset,
  RewriteOptions,
  Safety,
  Transform,
  WithheldChange,
} from '../../src/engine/transform.js'
import type { Core } from '../../src/cli/parts.js'

const meta = {
  why: 'It is slow.',
  leaves: ['what is fast'],
  phase: 'tidy',
  alters: [],
  references: ['https://example.com/'],
} as const

const transforms: readonly Transform[] = [
  { id: 'speed-up', meta: { ...meta, summary: 'Replace slow by fast', safety: 'safe' }, visit: {} },
  {
    id: 'risk-take',
    meta: { ...meta, summary: 'Replace careful by quick', safety: 'unsafe', risk: 'It may fail.' },
    visit: {},
  },
]

/** Stands in for the engine: `slow` becomes `fast`, with `--unsafe` also `careful` `quick`; `stuck` is left alone. */
export const fakeCore: Core = {
  rewrite,
  transforms,
  hints: [],
  examples: { 'speed-up': { before: 'RUN slow\n', after: 'RUN fast\n' } },
  build: 'fake',
}

/** `slow, 20 MB` saves that much; other lines save what is not known. */
function savingOf(line: string): Pick<AppliedChange, 'saves'> {
  const megabytes = /, ([\d.]+) MB/.exec(line)?.[1]
  return megabytes === undefined ? {} : { saves: Number(megabytes) * 1e6 }
}

function rewrite(before: string, options: RewriteOptions = {}): Changeset {
  const isOn = (id: string) =>
    !options.skip?.includes(id) && (options.only?.includes(id) ?? true) && options.levels?.[id] !== 'off'
  const level = options.levels?.['risk-take']
  const isUnsafe = level === undefined ? options.unsafe === true : level === 'unsafe'
  const template = before.split('\n').findIndex((line) => line.includes('{{'))
  const nothing = {
    before,
    after: before,
    companions: [],
    applied: [],
    withheld: [],
    refused: [],
    rounds: 1,
    settled: true,
  }
  const clean = { ...nothing, problem: undefined, skipped: undefined }
  if (template >= 0) return { ...clean, problem: { message: 'template syntax', line: template + 1 } }
  if (before.includes('# skip')) return { ...clean, skipped: 'asked' }
  if (before.includes('oscillate')) return { ...clean, settled: false }
  if (before.includes('throw')) throw new Error('boom')
  const applied: AppliedChange[] = []
  const withheld: WithheldChange[] = []
  let after = ''
  for (const [i, line] of before.split('\n').entries()) {
    const at = { line: i + 1, column: Math.max(1, line.search(/slow|careful/) + 1) }
    if (i > 0) after += '\n'
    const start = after.length
    const isWanted = (transform: string, safety: Safety) =>
      isOn(transform) && options.reject?.({ ...at, transform, safety }) === undefined
    const spanOf = () => ({ start, end: after.length })
    if (line.includes('slow') && isWanted('speed-up', 'safe')) {
      after += line.replaceAll('slow', 'fast')
      applied.push({
        ...at,
        transform: 'speed-up',
        title: 'Be fast',
        safety: 'safe',
        because: 'it is known',
        ...savingOf(line),
        after: spanOf(),
      })
    } else if (line.includes('careful') && isWanted('risk-take', 'unsafe')) {
      const change = {
        ...at,
        transform: 'risk-take',
        title: 'Be quick',
        safety: 'unsafe',
        because: 'it may fail',
      } as const
      after += isUnsafe ? line.replaceAll('careful', 'quick') : line
      if (isUnsafe) applied.push({ ...change, after: spanOf() })
      else withheld.push({ ...change, reason: 'unsafe' })
    } else after += line
  }
  const stuck = before.split('\n').findIndex((line) => line.includes('stuck'))
  const refused =
    stuck < 0 ? [] : [{ transform: 'speed-up', because: 'it is stuck', line: stuck + 1, column: 1 }]
  return { ...clean, after, applied, withheld, refused }
}
