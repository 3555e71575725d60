import { createHash } from 'node:crypto'
import type { AppliedChange, Changeset, CompanionText } from '../engine/transform.js'
import { hunksBetween, labelsOf } from '../text/diff.js'
import { type JsonLimits, JsonProblem, readJsonFile } from './json-file.js'
import { planIn, version } from './plan-shape.js'

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
  /** What is extended or made along with it: both files or none. */
  readonly ignoreFile?: PlannedIgnoreFile
}

/** A `.dockerignore` before and after. */
export interface PlannedIgnoreFile {
  /** Seen from where the file is seen from. */
  readonly path: string
  /** SHA-256 of the bytes; undefined where there must be no such file. */
  readonly before?: string
  readonly after: string
  /** What comes behind all that is there. */
  readonly append: string
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

/** Each file that changes takes 3 KB and 60 values: enough for 20,000 of them. */
const limits: JsonLimits = { kind: 'a plan', bytes: 64 * 1024 * 1024, depth: 6, values: 3_000_000 }

/** What a plan says of one file; `pathOf` says where it sees the one beside it. */
export function plannedFile(
  path: string,
  bytes: Uint8Array,
  {
    before,
    after,
    applied,
    companions: [companion],
  }: Pick<Changeset, 'before' | 'after' | 'applied' | 'companions'>,
  pathOf: (companion: CompanionText) => string,
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
    ...(companion && { ignoreFile: plannedIgnoreFile(pathOf(companion), companion) }),
  }
}

const plannedIgnoreFile = (path: string, { before, after }: CompanionText): PlannedIgnoreFile => ({
  path,
  ...(before === undefined ? {} : { before: sumOf(before) }),
  after: sumOf(after),
  append: after.slice(before?.length ?? 0),
})

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

/** The same content in the same order, whatever order and blanks the file has. */
const canonical = ({ dfslim, files }: Plan): Plan => ({
  dfslim,
  files: files.map(({ path, before, after, changes, edits, ignoreFile }) => ({
    ...{ path, before, after },
    changes: changes.map(({ transform, safety, line, column, title, because, saves, companion }) => ({
      ...{ transform, safety, line, column, title, because },
      ...(saves === undefined ? {} : { saves }),
      ...(companion === undefined ? {} : { companion }),
    })),
    edits: edits.map(({ line, transforms, remove, insert }) => ({ line, transforms, remove, insert })),
    ...(ignoreFile && {
      ignoreFile: {
        path: ignoreFile.path,
        ...(ignoreFile.before === undefined ? {} : { before: ignoreFile.before }),
        ...{ after: ignoreFile.after, append: ignoreFile.append },
      },
    }),
  })),
})

/** Tells that somebody edited a plan, not who. */
const digestOf = (plan: Plan) => sumOf(JSON.stringify([version, plan]))

/** Lines with their `\n`; only `\n` ends a line. */
const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split(/(?<=\n)/))
