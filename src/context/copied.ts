import { copyOf } from '../model/copies.js'
import type { Model, Scope, Stage } from '../model/model.js'
import { baseName, joinPath } from '../model/paths.js'
import type { Instruction } from '../syntax/nodes.js'
import type { BuildContext } from './build-context.js'
import { isGlob, readGlob } from './globs.js'
import type { Placed } from './image-files.js'

/** Words by which a program calls others, or loads libraries by name. */
const spawns: Readonly<Record<string, RegExp>> = {
  py: /subprocess|os\.(system|popen|exec|spawn)|popen|ctypes|cffi|pexpect|\bsh\b\s*import|import\s+sh\b|pty\.|find_library|multiprocessing\.popen|__import__|importlib|\beval\(|\bexec\(/,
  js: /child_process|\bspawn|(?<!\.)\bexec(File)?(Sync)?\(|\bexeca\b|shelljs|\bzx\b|ffi\b|\bffi|koffi|\.node['"`]|cross-spawn|process\.binding|dlopen|\b(require|import)\((?!\s*(?<quote>['"])[^'"]*\k<quote>\s*[,)])|\beval\(|\bFunction\(/,
  rb: /`|%x|system|exec|spawn|popen|Open3|fiddle|ffi/i,
  pl: /`|system|exec|qx|open|require|use\s+(?!strict|warnings|utf8)/,
}
const languages: readonly (readonly [RegExp, string])[] = [
  [/\.pyw?$/, 'py'],
  [/\.([cm]?[jt]s|[jt]sx|vue|svelte|astro|ejs|pug|hbs|handlebars|mustache)$/, 'js'],
  [/\.(rb|ru)$/, 'rb'],
  [/\.pl$/, 'pl'],
]
const inert =
  /\.(txt|md|mdx|rst|html?|css|scss|sass|less|svg|png|jpe?g|gif|ico|webp|avif|bmp|woff2?|ttf|otf|eot|json[5c]?|ya?ml|toml|ini|cfg|conf|properties|csv|tsv|xml|lock|map|env|pem|crt|sql|graphql|gql|proto|prisma|jinja2?|j2|tmpl|pdf|mp[34]|webm|wav|ogg|webmanifest|gitignore|dockerignore|editorconfig|gitattributes|git-?keep|npmrc|nvmrc|node-version|tool-versions|DS_Store|(eslint|prettier|babel|browserslist|stylelint|lintstaged|huskyrc|yarn|swc)rc|po|mo|bat|cmd|ps1|log|snap|gyp|c|cc|cpp|cxx|h|hpp)$|(^|\/)(LICENSE|LICENCE|README|CHANGELOG|CONTRIBUTING|AUTHORS|NOTICE|CODEOWNERS|Pipfile|Procfile|Jenkinsfile|Vagrantfile|[^/]*[Dd]ockerfile[^/]*|\.[^/]*ignore|\.env\.[\w.]+)$/i

/** The files of the build context that a COPY brings, and what cannot be known of them. */
export interface Copied {
  readonly files: readonly Placed[]
  readonly doubts: readonly string[]
}

/** Looks into what a COPY or ADD brings, as far as the build context can be seen. */
export function copiedBy(
  { context, model }: { readonly context: BuildContext | undefined; readonly model: Model },
  stage: Stage,
  instruction: Instruction,
): Copied {
  const line = `line ${instruction.startLine}`
  const files = placesOf(context, model.scopeAt(stage, instruction), instruction)
  if (context === undefined || files === undefined)
    return { files: [], doubts: [`what ${line} copies cannot be seen`] }
  const doubts: string[] = []
  for (const { file } of files) {
    if (inert.test(file)) continue
    const language = languageOf(file, context)
    const text = language === undefined ? undefined : context.read(file)
    if (text === undefined) doubts.push(`\`${file}\` of ${line} cannot be read through`)
    else if (spawns[language!]!.test(text)) doubts.push(`\`${file}\` of ${line} may call other programs`)
  }
  return { files, doubts }
}

/** The language of a file by its name, or where it has no ending by the interpreter that its first line names. */
function languageOf(file: string, context: BuildContext): string | undefined {
  const byName = languages.find(([name]) => name.test(file))?.[1]
  if (byName !== undefined || baseName(file).includes('.')) return byName
  const interpreter = /^#!.*\b(node|python[\d.]*|ruby)\s*$/m.exec(
    context.read(file)?.split('\n', 1)[0] ?? '',
  )?.[1]
  return interpreter && { n: 'js', p: 'py', r: 'rb' }[interpreter[0]!]
}

/** The files that a COPY takes, and where they go; undefined where that cannot be seen. */
export function placesOf(
  context: BuildContext | undefined,
  scope: Scope,
  instruction: Instruction,
): readonly Placed[] | undefined {
  if (!instruction.flags.every(({ name }) => /^(chown|chmod|link)$/.test(name))) return undefined
  const { sources, target } = copyOf(instruction)
  const written = known(target, scope)
  const folder = written === undefined ? undefined : joinPath(scope.workdir, written)
  const files: Placed[] = []
  for (const source of sources) {
    const path = known(source, scope)
    const found = path === undefined || path.includes('://') ? undefined : filesOf(context, path)
    if (found === undefined) return undefined
    for (const { file, name, isNamed } of found) {
      const inside = folder === undefined ? undefined : joinPath(folder, name)
      // One file goes by the name of the target unless that is a folder.
      const isRenamed = isNamed && sources.length === 1 && !/(^|\/)\.?$/.test(written ?? '')
      files.push({ file, at: inside === undefined ? [] : isRenamed ? [folder!, inside] : [inside] })
    }
  }
  return files.length === 0 ? undefined : files
}

interface Taken {
  readonly file: string
  /** Its path below the target. */
  readonly name: string
  /** Whether the source names it, and not a folder or a pattern. */
  readonly isNamed: boolean
}

/** What a source stands for: what a folder holds is taken, not the folder. */
function filesOf(context: BuildContext | undefined, source: string): readonly Taken[] | undefined {
  const path = joinPath('/', source)!.slice(1)
  if (!isGlob(path)) {
    const found = context?.list(path)
    if (found === undefined || (path === '' && found.every(isBeside))) return undefined
    return found.map((file) => ({ file, name: below(file, path), isNamed: file === path }))
  }
  const matches = readGlob(path)
  const found = context?.list(path.slice(0, path.search(/[*?[]/)).replace(/[^/]*$/, '') || '.')
  if (matches === undefined || found === undefined) return undefined
  return found.flatMap((file) => {
    const root = prefixesOf(file).find(matches)
    return root === undefined ? [] : [{ file, name: below(file, root), isNamed: false }]
  })
}

/** Files that lie beside a Dockerfile whose build context is another folder. */
const isBeside = (file: string): boolean =>
  /^([^/]*[Dd]ockerfile[^/]*|Containerfile[^/]*|\.[^/]*ignore|(docker-)?compose[^/]*\.ya?ml|README[^/]*|dfslim[.-](config|baseline)\.json|\.env[^/]*)$/.test(
    file,
  )

const below = (file: string, root: string): string =>
  file === root ? baseName(file) : root === '' ? file : file.slice(root.length + 1)

const prefixesOf = (file: string): readonly string[] =>
  file.split('/').map((_, i, names) => names.slice(0, i + 1).join('/'))

/** A word of COPY with its variables replaced and plain quotes taken off; undefined where that is not known. */
function known(word: string, scope: Scope): string | undefined {
  const plain = /^(["'])([^"'\\$]*)\1$/.exec(word)?.[2] ?? word
  let isKnown = !/["'\\]/.test(plain)
  const text = plain.replace(/\$(?:(\w+)|\{(\w+)\})/g, (_, bare?: string, braced?: string) => {
    const value = scope.variables.get(bare ?? braced!)
    if (value === undefined) isKnown = false
    return value ?? ''
  })
  return isKnown && !text.includes('$') ? text : undefined
}
