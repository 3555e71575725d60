import { createHash } from 'node:crypto'
import type { AppliedChange, Safety } from '../engine/transform.js'
import { hunksBetween, labelsOf } from '../text/diff.js'
import { type JsonLimits, JsonProblem, readJsonFile } from './json-file.js'
import type { Shape } from './json-shape.js'

/** What is to be done, file by file; each file is known by a sum of its bytes. */
export interface Plan {
  /** The version of dfslim that made it. */
  readonly dfslim: string
  readonly files: readonly PlannedFile[]
}

/** One file before and after. */
export interface PlannedFile {
  /** As seen from the root of the repository, else from the folder in which the plan was made; with `/`. */
  readonly path: string
  /** SHA-256 of the bytes, in hexadecimal digits. */
  readonly before: string
  readonly after: string
  readonly changes: readonly PlannedChange[]
  /** In the order of their lines; they do not touch each other. */
  readonly edits: readonly PlannedEdit[]
}

/** A change for its reviewers. Line and column are 1-based and of the text before. */
export type PlannedChange = Omit<AppliedChange, 'after'>

/** Lines that are replaced, with their line ends. */
export interface PlannedEdit {
  /** Of the first line in the text before, 1-based; where none is removed, the line that comes behind. */
  readonly line: number
  readonly transforms: readonly string[]
  readonly remove: readonly string[]
  readonly insert: readonly string[]
}

/** Rises when a field changes its meaning or goes. */
const version = 1

/** Each file that changes takes 3 KB and 60 values: enough for 20,000 of them. */
const limits: JsonLimits = { kind: 'a plan', bytes: 64 * 1024 * 1024, depth: 6, values: 3_000_000 }

/** What a plan says of one file. */
export function plannedFile(
  path: string,
  bytes: Uint8Array,
  { before, after, applied }: { before: string; after: string; applied: readonly AppliedChange[] },
): PlannedFile {
  const marks = applied.map((change) => ({ label: change.transform, span: change.after }))
  const [old, now] = [linesOf(before), linesOf(after)]
  return {
    path,
    before: sumOf(bytes),
    after: sumOf(after),
    changes: applied.map(({ after: _, ...change }) => change),
    edits: hunksBetween(before, after, 0).map((hunk) => ({
      line: hunk.oldStart,
      transforms: labelsOf(hunk, marks),
      remove: old.slice(hunk.oldStart - 1, hunk.oldStart - 1 + hunk.oldLines),
      insert: now.slice(hunk.newStart - 1, hunk.newStart - 1 + hunk.newLines),
    })),
  }
}

/** A plan as it is written down; undefined where it would be larger than what is read. */
export function planText({ dfslim, files }: Plan): string | undefined {
  const plan = canonical({ dfslim, files })
  const text = `${JSON.stringify({ version, digest: digestOf(plan), ...plan }, undefined, 2)}\n`
  return Buffer.byteLength(text) > limits.bytes ? undefined : text
}

/** Reads a plan. Of one that somebody edited nothing is taken. @throws JsonProblem */
export async function readPlan(absolute: string): Promise<Plan> {
  const { digest, plan } = await readJsonFile(absolute, limits, planIn)
  if (digestOf(canonical(plan)) !== digest)
    throw new JsonProblem(
      ': was edited by hand, for its digest does not fit: make it anew; to apply a part of it, name the files that are wanted',
    )
  return plan
}

/** The text after; undefined where the edits do not fit the text before. */
export function editedBy({ edits }: PlannedFile, before: string): string | undefined {
  const lines = linesOf(before)
  const out: string[] = []
  let at = 0
  for (const { line, remove, insert } of edits) {
    const start = line - 1
    if (start < at || start > lines.length || remove.some((text, i) => lines[start + i] !== text))
      return undefined
    out.push(...lines.slice(at, start), ...insert)
    at = start + remove.length
  }
  return [...out, ...lines.slice(at)].join('')
}

/** SHA-256 in hexadecimal digits; of a text as UTF-8. */
export const sumOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

function planIn(root: Shape): { readonly digest: string; readonly plan: Plan } {
  const found = root.peek('version')
  if (found === undefined) root.fail('is no plan: it has no version')
  if (found !== version)
    root.fail(`is a plan of version ${JSON.stringify(found)}, and this dfslim reads ${version}`)
  const { digest, dfslim, files } = root.object(['version', 'digest', 'dfslim', 'files'])
  const seen = new Set<string>()
  const plan = {
    dfslim: dfslim.string(),
    files: files.list((shape) => {
      const file = fileIn(shape)
      if (seen.has(file.path)) shape.fail('is there for the second time')
      seen.add(file.path)
      return file
    }),
  }
  return { digest: digest.string(sha256, 'a SHA-256 sum'), plan }
}

function fileIn(shape: Shape): PlannedFile {
  const { path, before, after, changes, edits } = shape.object([
    'path',
    'before',
    'after',
    'changes',
    'edits',
  ])
  const name = path.string()
  if (!isBelow(name)) path.fail('must be a path that stays below the root')
  return {
    path: name,
    before: before.string(sha256, 'a SHA-256 sum'),
    after: after.string(sha256, 'a SHA-256 sum'),
    changes: changes.list(changeIn),
    edits: edits.list(editIn),
  }
}

function changeIn(shape: Shape): PlannedChange {
  const required = ['transform', 'safety', 'line', 'column', 'title', 'because'] as const
  const { saves, ...rest } = shape.object(required, ['saves'])
  return {
    transform: rest.transform.string(),
    safety: rest.safety.oneOf<Safety>(['safe', 'unsafe', 'hint']),
    line: rest.line.count(1),
    column: rest.column.count(1),
    title: rest.title.string(),
    because: rest.because.string(),
    ...(saves && { saves: saves.number() }),
  }
}

function editIn(shape: Shape): PlannedEdit {
  const { line, transforms, remove, insert } = shape.object(['line', 'transforms', 'remove', 'insert'])
  return {
    line: line.count(1),
    transforms: transforms.strings(),
    remove: remove.strings(),
    insert: insert.strings(),
  }
}

/** Whether a plan takes a path: neither absolute nor with a step up, and nothing that git keeps for itself. */
export function isBelow(path: string): boolean {
  const isWindows = process.platform === 'win32'
  if (path.includes('\0') || (isWindows && /^[a-z]:/i.test(path))) return false
  const steps = path.split(isWindows ? /[/\\]/ : '/')
  return steps.every((step) => step !== '' && step !== '.' && step !== '..' && step.toLowerCase() !== '.git')
}

/** The same content in the same order, whatever order and blanks the file has. */
const canonical = ({ dfslim, files }: Plan): Plan => ({
  dfslim,
  files: files.map(({ path, before, after, changes, edits }) => ({
    ...{ path, before, after },
    changes: changes.map(({ transform, safety, line, column, title, because, saves }) => ({
      ...{ transform, safety, line, column, title, because },
      ...(saves === undefined ? {} : { saves }),
    })),
    edits: edits.map(({ line, transforms, remove, insert }) => ({ line, transforms, remove, insert })),
  })),
})

/** Tells that somebody edited a plan, not who. */
const digestOf = (plan: Plan) => sumOf(JSON.stringify([version, plan]))

const sha256 = /^[0-9a-f]{64}$/

/** Lines with their `\n`; only `\n` ends a line. */
const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split(/(?<=\n)/))
