import type { Model, Stage } from '../model/model.js'
import { baseName, joinPath } from '../model/paths.js'
import type { ImageReference } from '../syntax/image.js'
import { aptCall } from '../syntax/apt.js'
import { apkCall } from '../syntax/apk.js'
import type { Word } from '../syntax/shell.js'
import type { BuildContext } from './build-context.js'

export type Language = 'Go' | 'Rust' | 'C'

/** Whether a program needs a C library when it runs, and which. */
export type Linkage =
  | { readonly kind: 'static'; readonly because: string }
  | { readonly kind: 'dynamic'; readonly library: 'glibc' | 'musl' }

/** A file, or all files right in a folder. */
export interface Output {
  readonly path: string
  readonly shape: 'file' | 'inside'
}

/** A command of a RUN, as its compiler sees it. */
export interface Call {
  readonly base: string
  readonly args: readonly Word[]
  readonly folder: string | undefined
  readonly image: ImageReference
  readonly stage: Stage
  readonly subject: { readonly model: Model; readonly context: BuildContext | undefined }
  readonly value: (word: Word | undefined) => string | undefined
  readonly path: (word: Word | undefined) => string | undefined
  /** Undefined where it is not set, `''` where its value cannot be told. */
  readonly variable: (name: string) => string | undefined
}

interface Compiler {
  readonly language: Language
  /** What a call makes; undefined where it is no call of that compiler, or that cannot be told. */
  readonly outputOf: (call: Call) => Output | undefined
  readonly linkageOf: (call: Call) => Linkage
}

export const compilers: readonly Compiler[] = [
  { language: 'Go', outputOf: goOutput, linkageOf: goLinkage },
  { language: 'Rust', outputOf: rustOutput, linkageOf: rustLinkage },
  { language: 'C', outputOf: cOutput, linkageOf: cLinkage },
]

const staticBy = (because: string): Linkage => ({ kind: 'static', because })

const isAlpine = ({ image: { name, tag } }: Call): boolean => name === 'alpine' || /alpine/.test(tag ?? '')

const dynamic = (call: Call): Linkage => ({
  kind: 'dynamic',
  library: isAlpine(call) || /musl/.test(call.image.name) ? 'musl' : 'glibc',
})

function goOutput({ base, args, folder, path, value, variable, image }: Call): Output | undefined {
  const [verb, ...words] = args
  if (base !== 'go') return undefined
  const values = words.map((word) => value(word) ?? word.text)
  if (values.some((word) => /^-buildmode=(?!pie|exe|default)|^-C/.test(word))) return undefined
  const operands = operandsIn(words, values)
  if (verb?.value === 'install') {
    const bin = variable('GOBIN') ?? `${variable('GOPATH') ?? (image.name === 'golang' ? '/go' : '')}/bin`
    return bin.startsWith('/') && bin !== '/bin' ? { path: bin, shape: 'inside' } : undefined
  }
  if (verb?.value !== 'build') return undefined
  const at = values.indexOf('-o')
  const joined = values.find((word) => word.startsWith('-o='))?.slice(3)
  if (at < 0 && joined === undefined) {
    const [first] = operands
    const name = first === undefined || /^[./]*$/.test(first) || first.includes('...') ? undefined : first
    if (folder === undefined || operands.length > 1 || folder === '/') return undefined
    if (name === undefined) return { path: folder, shape: 'inside' }
    return { path: joinPath(folder, baseName(name.replace(/\/$|\.go$/, '')))!, shape: 'file' }
  }
  const to = joined === undefined ? path(words[at + 1]) : joinPath(folder, joined)
  if (to === undefined) return undefined
  const written = joined ?? value(words[at + 1])!
  const isFolder = /(^|\/)\.{0,2}$/.test(written) || /^(\/usr(\/local)?)?\/bin$|^\/go\/bin$/.test(to)
  return { path: to, shape: isFolder ? 'inside' : 'file' }
}

const valued =
  /^-(o|ldflags|tags|gcflags|asmflags|installsuffix|p|mod|modfile|overlay|pkgdir|toolexec|compiler|gccgoflags)$/

function operandsIn(words: readonly Word[], values: readonly string[]): readonly string[] {
  const found: string[] = []
  for (let i = 0; i < words.length; i++) {
    if (valued.test(values[i]!)) i++
    else if (!values[i]!.startsWith('-')) found.push(values[i]!)
  }
  return found
}

function goLinkage(call: Call): Linkage {
  const { args, variable, value, image } = call
  const cgo = variable('CGO_ENABLED')
  if (cgo === '0') return staticBy('`CGO_ENABLED=0` makes the program static')
  if (cgo !== undefined) return dynamic(call)
  const isMarked = args.some((word) => /-extldflags\b.*-static\b/.test(value(word) ?? word.text))
  if (isMarked && isAlpine(call)) return staticBy('`-extldflags -static` makes the program static')
  // Since 1.20 Go does without C where there is no compiler. Source: its release notes.
  const version = /^1\.(\d+)/.exec(image.tag ?? '')?.[1]
  const isNew = version === undefined ? /^alpine/.test(image.tag ?? '') : Number(version) >= 20
  return image.name === 'golang' && isAlpine(call) && isNew && !hasCompiler(call)
    ? staticBy('without a C compiler Go makes the program static')
    : dynamic(call)
}

/** Whether a stage installs a C compiler, or may. */
function hasCompiler({ stage, subject: { model } }: Call): boolean {
  for (let some: Stage | undefined = stage; some; some = some.parent) {
    const own = some
    const words = own.instructions.flatMap((instruction) =>
      instruction.keyword === 'RUN' ? model.commandsIn(own, instruction) : [],
    )
    const isUnread = own.instructions.some(
      (instruction) => instruction.keyword === 'RUN' && model.bodyOf(own, instruction).kind === 'none',
    )
    if (isUnread) return true
    for (const command of words) {
      const apk = apkCall(command)
      if (
        apk?.args.some(
          ({ value }) =>
            value === undefined || /^(gcc|g\+\+|clang\d*|build-base|alpine-sdk|tcc)$/.test(value),
        )
      )
        return true
    }
  }
  return false
}

function rustOutput({ base, args, folder, path, value, variable }: Call): Output | undefined {
  if (base !== 'cargo') return undefined
  const words = args.filter(({ text }) => !text.startsWith('+'))
  const values = words.map((word) => value(word))
  const option = (...names: readonly string[]): Word | undefined =>
    words[words.findIndex(({ value }) => names.includes(value ?? '')) + 1 || words.length]
  const joined = (name: string): string | undefined =>
    values.find((word) => word?.startsWith(`${name}=`))?.slice(name.length + 1)
  const [verb] = values
  if (verb === 'install') {
    const root = joined('--root') ?? path(option('--root')) ?? variable('CARGO_INSTALL_ROOT')
    const home = root ?? variable('CARGO_HOME') ?? '/usr/local/cargo'
    const bin = joinPath(folder, `${home}/bin`)
    return bin === undefined ? undefined : { path: bin, shape: 'inside' }
  }
  if (verb !== 'build' && verb !== 'b' && verb !== 'zigbuild') return undefined
  const target = joined('--target') ?? value(option('--target')) ?? variable('CARGO_BUILD_TARGET')
  const profile = joined('--profile') ?? value(option('--profile'))
  const isRelease = words.some(({ value }) => value === '--release' || /^-\w*r$/.test(value ?? ''))
  const own = joined('--target-dir') ?? path(option('--target-dir')) ?? variable('CARGO_TARGET_DIR')
  if (target === '' || own === '') return undefined
  const name = isRelease ? 'release' : profile === undefined || profile === 'dev' ? 'debug' : profile
  const inside = joinPath(
    folder,
    [own ?? 'target', target, name].filter((part) => part !== undefined).join('/'),
  )
  return inside === undefined ? undefined : { path: inside, shape: 'inside' }
}

function rustLinkage(call: Call): Linkage {
  const { args, value, variable, image } = call
  const flags = variable('RUSTFLAGS') ?? ''
  if (/-crt-static/.test(flags)) return dynamic(call)
  const at = args.findIndex(({ value }) => value === '--target')
  const target =
    args.find(({ text }) => text.startsWith('--target='))?.value?.slice(9) ??
    (at < 0 ? variable('CARGO_BUILD_TARGET') : value(args[at + 1]))
  const isMusl = target !== undefined && /-linux-musl/.test(target)
  if (isMusl) return staticBy(`the target \`${target}\` makes the program static`)
  if (target !== undefined) return dynamic(call)
  if (image.name === 'rust' && isAlpine(call)) return staticBy('Rust of Alpine makes programs static')
  return /^(clux\/muslrust|ekidd\/rust-musl-builder)$/.test(image.name)
    ? staticBy(`\`${image.name}\` makes programs static`)
    : dynamic(call)
}

const isC = /^((x86_64-linux-(gnu|musl)-|musl-)?(gcc|g\+\+|cc|c\+\+|clang|clang\+\+)(-[\d.]+)?)$/

function cOutput({ base, args, path, folder, subject }: Call): Output | undefined {
  if (base === 'make') return madeOutput(args, folder, subject.context)
  if (!isC.test(base) || args.some(({ value }) => /^-(c|shared|S|E|M+)$/.test(value ?? ''))) return undefined
  const at = args.findIndex(({ value }) => value === '-o')
  const to = at < 0 ? joinPath(folder, 'a.out') : path(args[at + 1])
  return to === undefined ? undefined : { path: to, shape: 'file' }
}

/** The first rule of a Makefile, or the one that is named, where it is a program's. */
function madeOutput(
  args: readonly Word[],
  folder: string | undefined,
  context: BuildContext | undefined,
): Output | undefined {
  const text = context?.read('Makefile')
  const named = args.filter(({ text }) => !/^-|=/.test(text)).map(({ value }) => value)
  if (text === undefined || folder === undefined || /\.so\b|-shared|\$\(MAKE\)/.test(text)) return undefined
  if (named.length > 1 || args.some(({ text }) => /^-[Cf]/.test(text))) return undefined
  const rules = [...text.matchAll(/^([\w-]+)[ \t]*:(?!=)[ \t]*(.*)$/gm)]
  const rule = named[0] === undefined ? rules[0] : rules.find(([, name]) => name === named[0])
  const name = rule?.[1] === 'all' ? rule[2]!.trim() : rule?.[1]
  return name !== undefined && rules.some(([, own]) => own === name && own !== 'all')
    ? { path: joinPath(folder, name)!, shape: 'file' }
    : undefined
}

function cLinkage(call: Call): Linkage {
  const text = call.base === 'make' ? (call.subject.context?.read('Makefile') ?? '') : ''
  const isMarked =
    call.args.some(({ value }) => /^-static(-pie)?$/.test(value ?? '')) || /\s-static\b/.test(text)
  return isMarked ? staticBy('`-static` makes the program static') : dynamic(call)
}

/** Whether a stage installs packages for development, with which a program may need more libraries. */
export function developmentPackagesIn(stage: Stage, model: Model): readonly string[] {
  const found: string[] = []
  for (let some: Stage | undefined = stage; some; some = some.parent)
    for (const instruction of some.instructions)
      for (const command of instruction.keyword === 'RUN' ? model.commandsIn(some, instruction) : []) {
        const words = aptCall(command)?.packages ?? apkCall(command)?.args ?? []
        for (const { value } of words) if (/-dev$/.test(value ?? '')) found.push(value!)
      }
  return found
}
