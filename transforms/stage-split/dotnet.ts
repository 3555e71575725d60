import { type Command, isWithin, joinPath, programOf, type Word, withoutOptions } from '../../src/kit.js'
import { dotnetImage } from '../../src/knowledge/dotnet-images.js'
import { demandOf } from './demand.js'
import { builds, type Effect, type Made, unknown } from './effects.js'
import type { Language } from './language.js'
import type { Launch } from './launch.js'
import type { Needs } from './packages.js'
import { folderOf, type Place, valueOf } from './place.js'
import { isMade, type Reading } from './reading.js'
import type { Asked, Recipe } from './recipe.js'

/** Programs of .NET: folders of assemblies. */
export const dotnet: Language = {
  name: '.NET',
  compiles: (command) => programOf(command).base === 'dotnet' && verbOf(command) === 'publish',
  effect: dotnetEffect,
  isSource: (file) =>
    /\.(cs|fs|vb|csproj|fsproj|vbproj|sln|slnx|slnf|props|targets|razor|cshtml|resx|ruleset|user)$|(^|\/)(global|packages\.lock|launchSettings|dotnet-tools)\.json$|(^|\/)nuget\.config$|(^|\/)(obj|bin|\.config|Properties)\//i.test(
      file,
    ),
  isSourceName: (name) =>
    /\.(cs|fs|vb|csproj|fsproj|vbproj|sln|slnx|props|targets)$|(^|\/)(global\.json|nuget\.config)$/i.test(
      name,
    ),
}

const verbOf = (command: Command): string | undefined => programOf(command).args[0]?.value

function dotnetEffect(command: Command, place: Place): Effect | undefined {
  const { base } = programOf(command)
  if (base !== 'dotnet') return undefined
  const verb = verbOf(command)
  if (verb === 'publish') return builds(...publishedBy(command, place))
  return /^(restore|build|test|clean|new|add|nuget|sln|format|--info|--version|--list-sdks)$/.test(verb ?? '')
    ? builds()
    : unknown(`calls \`dotnet ${verb ?? ''}\``)
}

/** The folder behind `-o`, else what lies in `bin` beside the project. */
function publishedBy(command: Command, place: Place): readonly Made[] {
  const { args } = programOf(command)
  const words = args.slice(1)
  const value = (word: Word | undefined): string | undefined => word && valueOf(word, place)
  const at = words.findIndex((word) => /^(-o|--output)$/.test(value(word) ?? ''))
  const joined = words
    .map((word) => /^(?:-o|--output|[-/]p:PublishDir)[=:](.+)$/.exec(value(word) ?? '')?.[1])
    .find((found) => found !== undefined)
  const [project] = withoutOptions(words).map(value)
  const isProject = project !== undefined && /proj$|\.slnx?$/.test(project)
  const folder = joinPath(place.folder, isProject ? `./${folderIn(project)}` : '.')
  const output = joined ?? (at < 0 ? undefined : value(words[at + 1]))
  const path =
    at < 0 && joined === undefined ? folder && `${folder}/bin` : output && joinPath(place.folder, output)
  return path === undefined || path === '/' ? [] : [{ path, shape: 'below' }]
}

const folderIn = (project: string): string => project.slice(0, project.lastIndexOf('/') + 1)

/** The folder with the assembly that is run. */
export function assemblyIn(
  { program, args, line }: Launch,
  { made }: Reading,
  workdir: string | undefined,
): readonly string[] | string {
  const isHost = program === 'dotnet' || program.endsWith('/dotnet')
  const file = isHost ? args[0] : program.includes('/') ? program : undefined
  if (isHost && (file === undefined || !file.endsWith('.dll')))
    return `${line} runs \`dotnet ${file ?? ''}\`, which builds, or cannot be told`
  const path = file === undefined ? undefined : joinPath(workdir, file)
  if (path === undefined || !isMade(made, path))
    return `nothing shows that the build makes \`${file ?? program}\`, which ${line} runs`
  const outer = made.find((one) => isWithin(path, one.path))!.path
  return outer.endsWith('/bin') ? [folderOf(path)] : [outer]
}

/** What a program of .NET stands on. */
export function dotnetRecipe(asked: Asked): Recipe | string {
  const { base, launch, reading, stage, subject } = asked
  const images = base.isOpen ? undefined : dotnetImage(base.name, base.tag)
  if (images === undefined) return `no runtime image is known for \`${base.name}:${base.tag}\``
  const { context } = subject
  const files = context?.list('.') ?? []
  const textsOf = (name: RegExp): readonly string[] =>
    files.filter((file) => name.test(file)).map((file) => context!.read(file) ?? '')
  if (
    textsOf(/\.(cs|fs|vb)$/).some((text) =>
      /Process\.Start\(|DllImport|LibraryImport|NativeLibrary/.test(text),
    )
  )
    return 'its sources start other programs, or load libraries by name'
  const projects = textsOf(/\.(cs|fs|vb)proj$/)
  const isWeb =
    projects.length === 0 ||
    projects.some((text) => /Microsoft\.NET\.Sdk\.(Web|Blazor)|Microsoft\.AspNetCore\.App/.test(text))
  const { variables } = subject.model.scopeBehind(stage)
  const isTold =
    ['ASPNETCORE_URLS', 'ASPNETCORE_HTTP_PORTS', 'URLS'].some((name) => variables.has(name)) ||
    launch.args.some((arg) => arg?.startsWith('--urls') === true)
  if (isWeb && !images.listensAlike && !isTold) return 'the port that it listens on comes from the base'
  const steps = reading.entries.flatMap((entry) => entry.steps)
  const needs: Needs = { base, language: dotnet, steps, isStatic: false, draws: undefined }
  const demand = demandOf(asked, needs)
  if (typeof demand === 'string') return demand
  const image = isWeb ? images.web : images.plain
  const because =
    projects.length === 0
      ? `\`${image}\` has the same .NET, with ASP.NET, without what builds`
      : `\`${image}\` has the same .NET without what builds`
  return {
    runtime: { image, hasSystem: true, isSameRelease: true, because },
    ...{ needs, packages: [], files: [], unset: [] },
  }
}
