import {
  baseName,
  type Command,
  copyOf,
  expand,
  isContextCopy,
  isWithin,
  joinPath,
  programOf,
  type Word,
} from '../../src/kit.js'
import { builds, type Effect, unknown } from './effects.js'
import type { Language } from './language.js'
import type { Launch } from './launch.js'
import { lineOf, pathOf, type Place, valueOf } from './place.js'

/** Programs of Go, which are one file each. */
export const go: Language = {
  name: 'Go',
  compiles: (command) => isGo(command) && /^(build|install|get)$/.test(verbOf(command) ?? ''),
  effect: goEffect,
  isSource: (file) =>
    /\.go$|(^|\/)(go\.(mod|sum|work|work\.sum)|Gopkg\.(toml|lock)|glide\.(yaml|lock)|Godeps\.json|\.golangci\.ya?ml)$|^vendor\//.test(
      file,
    ),
  isSourceName: (name) =>
    /\.go$|(^|\/)(go\.(mod|sum|work)|Gopkg\.\w+|glide\.\w+|vendor|Godeps|Godeps\.json)\/?$/.test(name),
}

const isGo = (command: Command): boolean => goWords(command) !== undefined
/** Tools that write nothing but below the sources and the folder of packages. */
const helpers =
  /^(dep|glide|govendor|godep|gofmt|goimports|golint|golangci-lint|staticcheck|swag|go-wrapper|templ|sqlc|wire)$/
/** Programs that build when the image runs. */
const rebuilders =
  /^(go|gofmt|go-wrapper|godep|dep|glide|govendor|gin|fresh|realize|air|reflex|CompileDaemon|revel|bee|ginkgo|dlv|lime|modd|gowatch|wails|gopm|rerun|watcher)$/

/** Why the image goes on to build when it runs; undefined where it does not. */
export const rebuilds = ({ program, line }: Launch): string | undefined =>
  rebuilders.test(baseName(program))
    ? `${line} runs \`${baseName(program)}\`, which builds when the image runs`
    : undefined

/** The words behind `go`, also where a tool starts it. */
function goWords(command: Command): readonly Word[] | undefined {
  const { base, args } = programOf(command)
  if (base === 'go') return args
  if (base === 'godep' && args[0]?.value === 'go') return args.slice(1)
  return /^(govendor|go-wrapper)$/.test(base) && args[0]?.value === 'install' ? args : undefined
}

const verbOf = (command: Command): string | undefined =>
  goWords(command)?.find(({ value }) => value?.startsWith('-') !== true)?.value

function goEffect(command: Command, place: Place): Effect | undefined {
  const words = goWords(command)
  const { base } = programOf(command)
  if (!words) return helpers.test(base) && verbIsQuiet(command) ? builds() : undefined
  const verb = verbOf(command)
  const foreign = command.assignments.find(({ name, value }) => name === 'GOOS' && value?.value !== 'linux')
  if (foreign) return unknown('builds for another system')
  const rest = words.slice(words.findIndex(({ value }) => value === verb) + 1)
  if (rest.some(({ value }) => /^-(C|buildmode)\b/.test(value ?? '')))
    return unknown('builds no plain program')
  if (verb === 'build') return built(rest, place)
  if (verb === 'install' || (verb === 'get' && !rest.some(({ value }) => value === '-d')))
    return installed(rest, place)
  return verb === undefined || verb === 'run' ? undefined : builds()
}

const verbIsQuiet = (command: Command): boolean => programOf(command).args[0]?.value !== 'run'

/** Where `go install` puts programs: those of the project, or where nothing was copied those of any. */
function installed(words: readonly Word[], place: Place): Effect {
  const { scope, stage } = place
  const path = scope.variables.get('GOBIN') ?? scope.variables.get('GOPATH')
  const isSet = scope.variables.has('GOBIN') || scope.variables.has('GOPATH')
  const root = isSet ? path : stage.image?.name === 'golang' ? '/go' : undefined
  const packages = operandsIn(words).map((word) => valueOf(word, place) ?? '')
  const isOwn = packages.length === 0 || packages.some((name) => isLocal(name, place))
  if (root === undefined || !(isOwn || !stage.instructions.some(isContextCopy))) return builds()
  return builds({ path: scope.variables.has('GOBIN') ? root : joinPath(root, 'bin')!, shape: 'inside' })
}

/** Whether a package is among what was copied. */
function isLocal(name: string, { stage, scope, subject }: Place): boolean {
  if (/^\.{0,2}(\/|$)/.test(name)) return true
  const module = /^module\s+"?([^\s"]+)/m.exec(subject.context?.read('go.mod') ?? '')?.[1]
  const bare = name.replace(/\/?\.\.\.$/, '').replace(/@.*$/, '')
  if (module !== undefined && isWithin(bare, module)) return true
  const path = joinPath(`${scope.variables.get('GOPATH') ?? '/go'}/src`, bare)!
  return stage.instructions.filter(isContextCopy).some((copy) => {
    const at = subject.model.scopeAt(stage, copy)
    const target = expand(copyOf(copy).target, at, subject.file.escape)
    const folder = target === undefined ? undefined : joinPath(at.workdir, target)
    return folder !== undefined && (isWithin(path, folder) || isWithin(folder, path))
  })
}

const valued =
  /^-(o|ldflags|tags|gcflags|asmflags|installsuffix|p|mod|modfile|overlay|pkgdir|toolexec|compiler|gccgoflags)$/

/** The words that are no options. */
function operandsIn(words: readonly Word[]): readonly Word[] {
  const found: Word[] = []
  for (let i = 0; i < words.length; i++) {
    const value = words[i]!.value ?? words[i]!.text
    if (valued.test(value)) i++
    else if (!value.startsWith('-')) found.push(words[i]!)
  }
  return found
}

function built(words: readonly Word[], place: Place): Effect {
  const at = words.findIndex(({ value }) => value === '-o')
  const output = at < 0 ? undefined : words[at + 1]
  const packages = operandsIn(words)
  if (output === undefined)
    return builds(...namesOf(packages, place).map((path) => ({ path, shape: 'file' as const })))
  const path = pathOf(output, place)
  if (path === undefined) return builds()
  const isFolder =
    /(^|\/)\.{0,2}$/.test(valueOf(output, place) ?? '') ||
    /^\/(usr\/)?(local\/)?s?bin$|^\/go\/bin$/.test(path)
  return builds({ path, shape: isFolder ? 'inside' : 'file' })
}

/** Where a program goes whose name is not given: by that of its package, folder or module. */
function namesOf(packages: readonly Word[], place: Place): readonly string[] {
  if (place.folder === undefined) return []
  const [first] = packages.map((word) => valueOf(word, place))
  const named = (name: string): string[] => [joinPath(place.folder, name.replace(/\.go$/, ''))!]
  if (packages.length > 0 && first === undefined) return []
  if (first !== undefined && first.endsWith('.go')) return named(baseName(first))
  if (packages.length > 1) return []
  const target = joinPath(place.folder, first ?? '.')!
  if (first !== undefined && !/^\.{0,2}\/?$/.test(first) && !first.includes('...'))
    return named(baseName(first.replace(/\/$/, '').replace(/\/v\d+$/, '')))
  const { context } = place.subject
  const module = /^module\s+"?([^\s"]+)/m.exec(context?.read('go.mod') ?? '')?.[1]
  if (module !== undefined && isRoot(place, target)) return named(baseName(module.replace(/\/v\d+$/, '')))
  return context?.list('.')?.includes('go.mod') === true ? [] : named(baseName(target))
}

/** Whether the build context as a whole was copied to a folder. */
const isRoot = ({ stage, subject }: Place, folder: string): boolean =>
  stage.instructions.some(
    ({ keyword, args }, i) =>
      /^(COPY|ADD)$/.test(keyword) &&
      /^\.\/?\s/.test(args.text) &&
      joinPath(
        subject.model.scopeAt(stage, stage.instructions[i]!).workdir,
        args.text.split(/\s+/).at(-1)!,
      ) === folder,
  )

/** Why a program of Go needs no C library, and the words that see to it; undefined where it may need one. */
export function staticEvidence(
  command: Command,
  place: Place,
  goMod: { readonly cgo: string | undefined; readonly hasC: boolean | undefined },
): { readonly isSet: boolean; readonly because: string } | undefined {
  const own = command.assignments.find(({ name }) => name === 'CGO_ENABLED')
  const set = own ? own.value?.value : place.scope.variables.get('CGO_ENABLED')
  const line = lineOf(place.instruction)
  if (set === '0') return { isSet: true, because: `\`CGO_ENABLED=0\` of ${line} makes the program static` }
  if (own !== undefined || place.scope.variables.has('CGO_ENABLED')) return undefined
  if (goMod.hasC !== false || goMod.cgo !== undefined) return undefined
  return { isSet: false, because: 'none of the sources calls C, so the program can be static' }
}
