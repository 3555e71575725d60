import { type Command, commandsOf, type Instruction, programOf, type Subject } from '../../src/kit.js'
import { isDockerfile, isOwn } from './named.js'
import { gitReaders } from '../../src/knowledge/git-readers.js'

/** More files than this are not read through: those that build come first. */
const maxFiles = 600

/** What reads the history of the repository, as far as files show it; undefined: nothing. */
export function readerOf(entries: readonly string[], subject: Subject): string | undefined {
  const { context, model } = subject
  for (const stage of model.stages)
    for (const instruction of stage.instructions) {
      const commands = commandsOf(subject, stage, instruction)
      const reads = typeof commands === 'string' ? /\bgit\b/.test(wholeOf(instruction)) : isReading(commands)
      if (reads) return `line ${instruction.startLine} may read it with git`
    }
  const texts = [
    ...entries.filter((entry) => building.test(entry) || (isDockerfile(entry) && !isOwn(entry))),
    ...entries.filter((entry) => code.test(entry)),
  ]
  const reader = texts.slice(0, maxFiles).find((entry) => {
    const text = context?.read(entry)
    return text !== undefined && gitReaders.some((sign) => sign.test(text))
  })
  return reader && `\`${reader}\` reads versions from it, or may`
}

const wholeOf = ({ line, heredocs }: Instruction): string =>
  [line.text, ...heredocs.map(({ content }) => content)].join('\n')

/** Commands of git that look at no repository which is there already. */
const harmless = /^(config|ls-remote|version|--version|lfs)$/

const releasing = /^(goreleaser|semantic-release|lerna|nx|svu|gitversion|dotnet-gitversion|husky|pre-commit)$/

/** What stands behind a clone and a change of folder looks at the clone. */
function isReading(commands: readonly Command[]): boolean {
  let [isCloned, isElsewhere] = [false, false]
  for (const command of commands) {
    const { base, args } = programOf(command)
    if (releasing.test(base)) return true
    if (base === 'cd' || base === 'pushd') isElsewhere = isCloned
    if (base !== 'git') continue
    const verb = (args.find(({ value }) => !value?.startsWith('-')) ?? args[0])?.value ?? ''
    if (/^(clone|init)$/.test(verb)) isCloned = true
    else if (!harmless.test(verb) && !isElsewhere) return true
  }
  return false
}

/** Files that say how a project is built. */
const building =
  /(^|\/)([Mm]akefile|GNUmakefile|[Jj]ustfile|Rakefile|Taskfile\.ya?ml|CMakeLists\.txt|meson\.build|configure(\.ac)?|SConstruct|BUILD(\.bazel)?|setup\.(py|cfg)|pyproject\.toml|requirements[^/]*\.txt|Pipfile|package\.json|build\.(gradle|gradle\.kts|sbt|rs|xml|zig)|settings\.gradle(\.kts)?|plugins\.sbt|pom\.xml|Cargo\.toml|mix\.exs|Gemfile|[^/]+\.(gemspec|mk|sh|bash|cmake|csproj|fsproj|vbproj|props|targets|gradle|nix)|GitVersion\.ya?ml|version\.json|\.goreleaser\.ya?ml|\.bumpversion\.cfg|hugo\.(toml|ya?ml)|config\.toml|_config\.yml|mkdocs\.ya?ml|docusaurus\.config\.[jt]s)$/

/** Files of programs. */
const code = /\.(py|[cm]?[jt]sx?|vue|svelte|rb|go|rs|java|kt|scala|cs|php|pl|ex|exs|lua|ps1|groovy)$/
