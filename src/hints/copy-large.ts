import {
  type Hint,
  type Instruction,
  isWithin,
  joinPath,
  programOf,
  type Remark,
  type Stage,
  type Subject,
} from '../kit.js'
import { type CopiedFile, copiedFiles, sizeOf, shippedCopies, takesAll } from './copied-files.js'

export const copyLarge: Hint = {
  id: 'copy-large',
  summary: 'Keep large files that nothing names out of the image',
  why:
    'A COPY of the whole build context takes along what happens to lie in it, such as dumps, recordings and builds of last ' +
    'month. A file that is copied and removed again stays in the layer of its COPY.',
  leaves: [
    'files below 10 MB',
    'files that the Dockerfile names, or whose folder a COPY names: they are wanted',
    'sources and texts by the ending of their names: they are not looked at',
    'archives that ADD unpacks',
    'contexts that cannot be seen, or have too many files',
  ],
  visit: visitFile,
}

/** In bytes. */
const large = 10e6
/** More names are not told. */
const most = 3

const isLooked = (path: string): boolean => !small.test(path)

/** What people write, and what is never large. */
const small =
  /\.(?:[cm]?[jt]sx?|vue|svelte|py|rb|php|go|rs|java|kt|scala|cs|fs|swift|c|cc|cpp|h|hpp|sh|md|rst|html?|s?css|less|ya?ml|toml|ini|conf|lock|gradle|properties|proto|graphql|tf)$/

const archive = /\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz)$/

function* visitFile(subject: Subject): Iterable<Remark> {
  for (const [stage, instruction] of shippedCopies(subject)) {
    const files = copiedFiles(subject, stage, instruction, isLooked)
      .filter(({ bytes, path }) => bytes >= large && !archive.test(path))
      .sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1))
    for (const file of files.filter(({ isNamed }) => isNamed)) {
      const line = removalOf(file, stage, instruction, subject)
      if (line !== undefined) yield { at: instruction.span, ...removedAgain(file, instruction.keyword, line) }
    }
    const stray = takesAll(instruction) ? files.filter(({ path }) => !isMentioned(path, subject)) : []
    if (stray.length > 0) yield { at: instruction.span, ...takenAlong(stray, instruction.keyword) }
  }
}

type Words = Pick<Remark, 'title' | 'because'>

const removedAgain = ({ path, bytes }: CopiedFile, keyword: string, line: number): Words => ({
  title: `Mount \`${path}\` where it is needed, instead of copying it`,
  because: `line ${line} removes it again, and its ${sizeOf(bytes)} stay in the layer of the ${keyword}; \`RUN --mount=type=bind\` leaves nothing behind`,
})

function takenAlong(files: readonly CopiedFile[], keyword: string): Words {
  const named = files.slice(0, most).map(({ path, bytes }) => `\`${path}\` (${sizeOf(bytes)})`)
  const rest = files.length - named.length
  const names = rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ')
  const they = files.length === 1 ? 'it' : 'them'
  return {
    title: `See whether the image needs ${names}`,
    because: `nothing here names ${they}, the ${keyword} of all files takes ${they} along; \`.dockerignore\` can keep ${they} out`,
  }
}

/** Whether the Dockerfile speaks of a file, or of a folder that it is in. */
const isMentioned = (path: string, { file }: Subject): boolean =>
  path.split('/').some((name) => name.length > 2 && file.text.includes(name))

/** The line of the first RUN behind a COPY that removes the file. */
function removalOf(
  { places }: CopiedFile,
  stage: Stage,
  copy: Instruction,
  { model }: Subject,
): number | undefined {
  const { workdir } = model.scopeAt(stage, copy)
  const later = stage.instructions.slice(model.positionOf(copy) + 1)
  return later.find(
    (run) =>
      run.keyword === 'RUN' &&
      model.commandsIn(stage, run).some((command) => {
        const { base, args } = programOf(command)
        return (
          base === 'rm' &&
          args.some(({ value, hasPattern }) => {
            const removed =
              value === undefined || hasPattern || value.startsWith('-')
                ? undefined
                : joinPath(workdir, value)
            return removed !== undefined && places.some((place) => isWithin(place, removed))
          })
        )
      }),
  )?.startLine
}
