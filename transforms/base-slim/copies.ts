import { copyOf, type Instruction, joinPath, type Subject } from '../../src/kit.js'

/** Words by which a program calls others, or loads libraries by name. */
const spawns: Readonly<Record<string, RegExp>> = {
  py: /subprocess|os\.(system|popen|exec|spawn)|popen|ctypes|cffi|pexpect|\bsh\b\s*import|import\s+sh\b|pty\.|find_library|multiprocessing\.popen/,
  js: /child_process|\bspawn|\bexec(File|Sync)?\(|execa|shelljs|zx\b|ffi|\.node['"]|cross-spawn/,
  rb: /`|%x|system|exec|spawn|popen|Open3|fiddle|ffi/i,
  pl: /`|system|exec|qx|open|require|use\s+(?!strict|warnings|utf8)/,
}
const languages: Readonly<Record<string, string>> = {
  py: 'py',
  js: 'js',
  mjs: 'js',
  cjs: 'js',
  ts: 'js',
  mts: 'js',
  rb: 'rb',
  ru: 'rb',
  pl: 'pl',
}
const inert =
  /\.(txt|md|rst|html?|css|scss|svg|png|jpe?g|gif|ico|webp|woff2?|ttf|json|ya?ml|toml|ini|cfg|conf|csv|tsv|xml|lock|map|env|pem|crt|sql|jinja2?|j2|tmpl|gitignore|dockerignore|editorconfig|po|mo)$|(^|\/)(LICENSE|README|CHANGELOG|Procfile|[^/]*[Dd]ockerfile[^/]*|\.[^/]*ignore)$/i

/** The files of the build context that a COPY brings, and what cannot be known of them. */
export interface Copied {
  readonly files: readonly string[]
  readonly doubts: readonly string[]
}

/** Looks into what a COPY or ADD brings, as far as the build context can be seen. */
export function copiedBy({ context }: Subject, instruction: Instruction): Copied {
  const line = `line ${instruction.startLine}`
  const files: string[] = []
  const doubts: string[] = []
  for (const source of copyOf(instruction).sources) {
    const path = joinPath('/', source)?.slice(1)
    const found =
      context && path !== undefined && !/[*?[$]|:\/\//.test(source) ? context.list(path) : undefined
    if (found === undefined) return { files: [], doubts: [`what ${line} copies cannot be seen`] }
    for (const file of found) {
      files.push(file)
      if (inert.test(file)) continue
      const language = languages[/\.(\w+)$/.exec(file)?.[1] ?? '']
      const text = language === undefined ? undefined : context!.read(file)
      if (text === undefined) doubts.push(`\`${file}\` of ${line} cannot be read through`)
      else if (spawns[language!]!.test(text)) doubts.push(`\`${file}\` of ${line} may call other programs`)
    }
  }
  return { files, doubts }
}
