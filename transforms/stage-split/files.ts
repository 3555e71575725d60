import { baseName, copiedBy, copyOf, isWithin, joinPath, type Stage, type Subject } from '../../src/kit.js'
import type { Language } from './language.js'
import { folderOf, lineOf } from './place.js'
import type { Entry, Reading } from './reading.js'

/** What a COPY of the build context is for. */
export type Purpose =
  /** Files of the image, which the build does not read: the COPY goes along. */
  | { readonly kind: 'own' }
  /** Sources, and of them what the program may read when it runs. */
  | { readonly kind: 'sources'; readonly kept: readonly string[]; readonly because: string }

/** More single files and folders than this are copied with the folder that they lie in. */
const maxKept = 6

export function purposeOf(
  entry: Entry,
  products: readonly string[],
  reading: Reading,
  language: Language,
  stage: Stage,
  subject: Subject,
  named: readonly string[],
): Purpose | string {
  if (language.own) return language.own.purpose(entry, products, { stage, subject })
  const { folders, removed, made } = reading
  const { instruction, target } = entry
  const line = lineOf(instruction)
  const { sources } = copyOf(instruction)
  const root = target!
  const isBuilt =
    folders.some((folder) => isWithin(folder, root) || isWithin(root, folder)) ||
    sources.every((source) => language.isSourceName(source)) ||
    isWithin(root, '/tmp') ||
    (language.name === 'Go' && /^\/go\/src\//.test(root)) ||
    sources.every(isProject)
  if (!isBuilt) return { kind: 'own' }
  if (instruction.flags.some(({ name }) => name === 'chown'))
    return `${line} gives what it copies to another user`
  if (removed.some((path) => isWithin(root, path) && root !== '/' && path !== '/'))
    return { kind: 'sources', kept: [], because: '' }
  const { workdir } = subject.model.scopeBehind(stage)
  const { files, doubts } = copiedBy(subject, stage, instruction)
  if (doubts.includes(`what ${line} copies cannot be seen`)) {
    const wanted = named.find((path) => isWithin(path, root) && !products.some((one) => isWithin(path, one)))
    if (sources.every((source) => language.isSourceName(source) || isProject(source)))
      return wanted === undefined
        ? { kind: 'sources', kept: [], because: '' }
        : `the program is given \`${wanted}\`, and what ${line} copies cannot be seen`
    const isReached =
      (language.name === 'C' && products.some((path) => isWithin(path, root))) ||
      workdir === undefined ||
      isWithin(workdir, root) ||
      isWithin(root, workdir)
    if (!isReached) return { kind: 'sources', kept: [], because: '' }
    if (root === '/' || isSystem(root))
      return `what ${line} copies to \`${root}\` cannot be seen, and the program may read it`
    return {
      kind: 'sources',
      kept: [root],
      because: `what ${line} copies cannot be seen, so all of \`${root}\` goes along`,
    }
  }
  const kept: string[] = []
  const isFile = files.some(({ at }) => at.length > 1) && !isFolder(root, entry, reading)
  let isWhole =
    !isSystem(root) &&
    (files.length > 1 || sources.every(isFolderIn(files))) &&
    !folders.some((folder) => isWithin(folder, root))
  for (const { file, at } of files) {
    const path = isFile ? at[0] : at.at(-1)
    if (path === undefined) return `where \`${file}\` of ${line} goes cannot be told`
    const inside = path.slice(root === '/' ? 1 : root.length + 1) || baseName(file)
    if (language.isSource(inside) || language.isSource(file) || isProject(inside)) {
      isWhole = false
      if (named.includes(path) && !kept.includes(path)) kept.push(path)
      continue
    }
    if (removed.some((gone) => matches(path, gone))) continue
    if (made.some((one) => one.shape === 'file' && one.path === path))
      return `\`${file}\` of ${line} has the name of what is built`
    const top = isFile ? root : joinPath(root, inside.split('/')[0]!)!
    if (!kept.includes(top)) kept.push(top)
  }
  if (kept.length === 0) return { kind: 'sources', kept, because: `${line} copies sources alone` }
  if (isWhole || (kept.length > maxKept && root !== '/' && !isSystem(root)))
    return { kind: 'sources', kept: [root], because: `the program may read much of what ${line} copies` }
  if (kept.length > maxKept) return `${line} copies more than sources to \`${root}\``
  return {
    kind: 'sources',
    kept,
    because: `the program may read ${kept.map((path) => `\`${baseName(path)}\``).join(', ')} of ${line}`,
  }
}

/** Whether other instructions show that there is a folder, in which a file that is copied there keeps its name. */
const isFolder = (path: string, entry: Entry, { entries, folders }: Reading): boolean =>
  isSystem(path) ||
  /^\/go\/(bin|pkg|src)$/.test(path) ||
  entries.some(
    (other) =>
      isWithin(other.place.scope.workdir ?? '/', path) ||
      (other !== entry && other.target !== undefined && isWithin(other.target, path)) ||
      other.steps.some(
        ({ effect }) => effect.kind === 'folders' && effect.paths.some((made) => isWithin(made, path)),
      ),
  ) ||
  folders.some((folder) => isWithin(folder, path))

/** Whether a source is a folder: what it will hold goes along as well. */
const isFolderIn =
  (files: readonly { readonly file: string }[]) =>
  (source: string): boolean =>
    !/[*?[]/.test(source) && files.every(({ file }) => file !== joinPath('/', source)!.slice(1))

/** Folders that belong to the distribution. */
export const isSystem = (path: string): boolean =>
  /^\/((usr|etc|var|bin|sbin|lib|lib64|run|proc|sys|dev|boot)(\/(local|lib|share|bin|sbin|local\/(bin|lib|share|sbin|etc)))?)?$/.test(
    path,
  )

/** What lies in every project, and no program reads. */
const isProject = (file: string): boolean =>
  /(^|\/)(README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|AUTHORS|NOTICE|CODEOWNERS|COPYING)[^/]*$|\.md$|(^|\/)([^/]*[Dd]ockerfile[^/]*|Containerfile|(docker-)?compose[^/]*\.ya?ml|Makefile|Jenkinsfile|Vagrantfile|\.travis\.yml|\.gitlab-ci\.yml|\.editorconfig|\.DS_Store|\.[^/]*ignore|\.gitattributes|\.gitmodules|dfslim[.-](config|baseline)\.json)$|(^|\/)(\.git|\.github|\.circleci|\.idea|\.vscode)\/|_test\.go$|(^|\/)testdata\//.test(
    file,
  )

/** Whether `rm` with that word removes a path. */
const matches = (path: string, gone: string): boolean =>
  gone.includes('*')
    ? isWithin(path, folderOf(gone)) && !folderOf(gone).includes('*') && folderOf(gone) !== '/'
    : isWithin(path, gone)
