import {
  defineTransform,
  type Edit,
  type Finding,
  type Instruction,
  mountsOver,
  refuse,
  removeInstructions,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { callsIn, has, isRewritten, isUnknown, needsFlag } from './calls.js'
import { flagEdits } from './flag.js'
import { indexReader } from './index-reader.js'
import { purposeless } from './purposeless.js'

export default defineTransform({
  id: 'apk-skip-cache',
  meta: {
    summary: 'Install with `apk add --no-cache`, which keeps no index',
    why:
      '`apk update` and `apk add` without `--no-cache` leave the index of the repositories in the layer, 2 to 4 MB. ' +
      'With the flag apk fetches it anew and keeps nothing, and `apk update` and the clean-up lose their purpose.',
    safety: 'safe',
    phase: 'packages',
    alters: ['lists', 'cache'],
    leaves: [
      '`apk update` that a later command, in this stage or one built on it, may need',
      'a cache under a `--mount`, or one that `/etc/apk/cache` sets up',
      'bases older than Alpine 3.3, whose apk does not know the flag',
      'calls whose options come from a variable',
      'stages that are not shipped',
    ],
    references: [
      'https://github.com/hadolint/hadolint/wiki/DL3019',
      'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper',
    ],
    hadolint: ['DL3019'],
  },
  visit: { stage: visitStage },
})

function* visitStage(root: Stage, subject: Subject): Iterable<Finding> {
  if (root.parent || !/\bapk\b/.test(subject.file.text)) return
  const { model } = subject
  const runs = [root, ...root.heirs].flatMap((stage) =>
    stage.instructions
      .filter((i) => i.keyword === 'RUN' && /\bapk\b/.test(i.args.text))
      .map((run) => ({ stage, run })),
  )
  const todo = runs.filter(({ stage, run }) =>
    callsIn(stage, subject, run).some((call) => needsFlag(call) || call.verb === 'update'),
  )
  const because = findObstacle(
    root,
    subject,
    runs.map(({ run }) => run),
  )
  if (because !== undefined) {
    if (todo.length > 0) yield refuse(todo[0]!.run.span, because)
    return
  }
  const edits: Edit[] = []
  const gone: Instruction[] = []
  const reader = indexReader([root, ...root.heirs], subject)
  for (const { stage, run } of runs) {
    if (!isRewritten(stage, run, subject)) continue
    const body = model.bodyOf(stage, run)
    if (body.kind === 'none') {
      if (/\bapk\s+add\b/.test(run.args.text) && !run.args.text.includes('--no-cache'))
        yield refuse(run.span, body.because)
      continue
    }
    if (callsIn(stage, subject, run).some((call) => isUnknown(call) && !has(call, '--no-cache')))
      yield refuse(run.span, 'a variable among the options of apk may say anything')
    edits.push(...flagEdits(run, body, stage, subject))
    const removal = reader === undefined ? purposeless(stage, subject, run, body) : []
    if (removal === 'all') gone.push(run)
    else edits.push(...removal)
  }
  edits.push(...removeInstructions(subject.file, gone))
  for (const { stage, run } of todo) {
    if (!stage.isShipped) yield refuse(run.span, 'the stage is not shipped: its layers cost nothing')
    else if (reader !== undefined && callsIn(stage, subject, run).some(({ verb }) => verb === 'update'))
      yield refuse(run.span, `\`apk update\` stays: ${reader} may need the index`)
  }
  if (edits.length === 0) return
  yield {
    kind: 'change',
    title: 'Install without keeping the index of the repositories',
    at: { start: edits[0]!.span.start, end: edits[0]!.span.start + 1 },
    edits,
    safety: 'safe',
    because:
      reader === undefined ? 'every `apk add` fetches the index itself' : `the index stays for ${reader}`,
  }
}

function findObstacle(
  root: Stage,
  { file, model }: Subject,
  runs: readonly Instruction[],
): string | undefined {
  const { image } = root
  const version = /(?:^|[^\d])(\d+)\.(\d+)/.exec(/alpine/.test(image?.name ?? '') ? (image?.tag ?? '') : '')
  if (version && (Number(version[1]) < 3 || (version[1] === '3' && Number(version[2]) < 3)))
    return 'the apk of this base does not know `--no-cache` (it came with Alpine 3.3)'
  if (/\/etc\/apk\/cache|setup-apkcache/.test(file.text)) return 'the cache of apk is set up in this file'
  if (runs.some((run) => mountsOver(run, '/var/cache/apk'))) return 'the cache of apk is under a mount'
  const scopes = [root, ...root.heirs].map((stage) => model.scopeBehind(stage))
  return scopes.some(({ variables }) => variables.has('APK_CACHE_DIR'))
    ? 'the cache of apk is set up in this file'
    : undefined
}
