import {
  type Change,
  defineTransform,
  type Finding,
  type IgnoreFile,
  type Instruction,
  refuse,
  type Subject,
} from '../../src/kit.js'
import { type Found, foundIn, linesFor } from './found.js'
import { keepOf, obstacleOf } from './keep.js'
import { takesFolder, takingIn } from './taking.js'

export default defineTransform({
  id: 'context-ignore',
  meta: {
    summary: 'Keep what no image needs out of the build context',
    why:
      'A COPY of a whole directory takes along what lies in it: the history in `.git`, the `node_modules` of another ' +
      'machine, caches and reports of tests. A line in `.dockerignore` keeps it out of the image and out of what each ' +
      'build sends to the builder, and a commit no longer makes every layer behind the COPY anew.',
    safety: 'unsafe',
    risk: 'a build or a program may read what is kept out in a way that no file shows',
    phase: 'tidy',
    alters: ['context'],
    leaves: [
      '`.git` where anything reads the version from it: setuptools_scm, versioneer, `git describe`, GitVersion, hooks that are installed',
      '`node_modules`, virtual environments and build outputs that the image does not make itself',
      'whatever an instruction names, in this or another Dockerfile of the same context',
      'what a `!` of the `.dockerignore` may bring back',
      '`.env`, which many programs read when they start: it is shown as a hint',
      'trifles, such as the settings of an editor, where nothing else is to be kept out',
      'contexts of a Dockerfile with another name, or with an ignore file of its own',
      'stages that are not shipped',
    ],
    references: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
  },
  visit: { file: visitFile },
})

function* visitFile(subject: Subject): Iterable<Finding> {
  const file = subject.context?.ignoreFile?.()
  // Several Dockerfiles may share the ignore file: the one that is named so answers for it.
  if (file?.dockerfile !== 'Dockerfile' || !takesFolder(subject)) return
  const entries = file.entries()
  if (!entries) return
  const takings = takingIn(subject, entries)
  const shipped = takings.filter(({ stage }) => stage.isShipped)
  const [first, ...rest] = shipped.length > 0 ? shipped : takings
  if (!first) return
  const folders = [first, ...rest].flatMap((taking) => taking.folders)
  const seen = foundIn(entries, subject).filter(({ places }) => places.some((place) => isIn(place, folders)))
  if (seen.every(({ group }) => group === 'trifle')) return
  const at = first.instruction
  const obstacle = obstacleOf(first, file, entries, subject)
  if (obstacle !== undefined) return yield refuse(at.span, obstacle)
  const wanted: Found[] = []
  for (const one of seen) {
    const because = keepOf(one, takings, file, entries, subject)
    if (because === undefined) wanted.push(one)
    else if (one.group !== 'trifle')
      yield refuse(at.span, `${nameOf(one)} stays in the build context: ${because}`)
  }
  const [hints, sure] = [wanted.filter(isHint), wanted.filter((one) => !isHint(one))]
  if (sure.some(({ group }) => group !== 'trifle')) yield changeOf(sure, at, file)
  if (hints.length > 0) yield changeOf(hints, at, file)
}

const isIn = (place: string, folders: readonly string[]): boolean =>
  folders.some((folder) => folder === '' || place.startsWith(`${folder}/`))

const isHint = ({ group }: Found): boolean => group === 'setting'

function changeOf(found: readonly Found[], { span }: Instruction, file: IgnoreFile): Change {
  const names = found.filter(({ group }) => group !== 'trifle').map(nameOf)
  const others = names.length < found.length ? [...names, 'what editors and tools leave'] : names
  const isSetting = found.every(isHint)
  return {
    kind: 'change',
    title: `Keep ${inWords(others)} out of the build context`,
    at: span,
    edits: [],
    companion: { path: '.dockerignore', lines: found.flatMap((one) => linesFor(one, file.text ?? '')) },
    safety: isSetting ? 'hint' : 'unsafe',
    because: isSetting
      ? 'whoever has the image can read it, and it may hold passwords; but many programs read it when they start'
      : 'nothing that can be seen reads it, and the build or the program may do so all the same',
  }
}

const nameOf = ({ name }: Found): string => `\`${name.replace(/\/$/, '')}\``

const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`
