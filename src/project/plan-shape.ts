import type { Safety } from '../engine/transform.js'
import type { Shape } from './json-shape.js'
import type { Plan, PlannedChange, PlannedEdit, PlannedFile, PlannedIgnoreFile } from './plan.js'

/** Rises when a field changes its meaning or goes. */
export const version = 1

/** What a plan says, and the digest that it bears. @throws Misfit */
export function planIn(root: Shape): { readonly digest: string; readonly plan: Plan } {
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
  const required = ['path', 'before', 'after', 'changes', 'edits'] as const
  const { path, before, after, changes, edits, ignoreFile } = shape.object(required, ['ignoreFile'])
  return {
    path: pathIn(path),
    before: before.string(sha256, 'a SHA-256 sum'),
    after: after.string(sha256, 'a SHA-256 sum'),
    changes: changes.list(changeIn),
    edits: edits.list(editIn),
    ...(ignoreFile && { ignoreFile: ignoreFileIn(ignoreFile) }),
  }
}

function pathIn(shape: Shape): string {
  const path = shape.string()
  if (!isBelow(path)) shape.fail('must be a path that stays below the root')
  return path
}

function ignoreFileIn(shape: Shape): PlannedIgnoreFile {
  const { path, before, after, append } = shape.object(['path', 'after', 'append'], ['before'])
  const name = pathIn(path)
  if (!/(^|\/)\.dockerignore$/.test(name)) path.fail('must be a .dockerignore')
  return {
    path: name,
    ...(before && { before: before.string(sha256, 'a SHA-256 sum') }),
    after: after.string(sha256, 'a SHA-256 sum'),
    append: append.string(),
  }
}

function changeIn(shape: Shape): PlannedChange {
  const required = ['transform', 'safety', 'line', 'column', 'title', 'because'] as const
  const { saves, companion, ...rest } = shape.object(required, ['saves', 'companion'])
  return {
    transform: rest.transform.string(),
    safety: rest.safety.oneOf<Safety>(['safe', 'unsafe', 'hint']),
    line: rest.line.count(1),
    column: rest.column.count(1),
    title: rest.title.string(),
    because: rest.because.string(),
    ...(saves && { saves: saves.number() }),
    ...(companion && { companion: companion.oneOf(['.dockerignore']) }),
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

const sha256 = /^[0-9a-f]{64}$/
