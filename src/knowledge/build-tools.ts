import { wordsIn } from './words.js'

/**
 * Packages that only builds call, the programs that they bring, and the bases that have none of them.
 * Source: the file lists of Debian 12 and 13 and of Alpine 3.22, and the Dockerfiles of the official images; November 2026.
 */

/** What a package is for. */
export interface BuildTool {
  readonly kind: 'compile' | 'fetch'
  /** What calls of it look like. */
  readonly programs: readonly string[]
}

/** The tool that a package of Debian or Alpine is; undefined for one that programs may need when they run. */
export function buildTool(name: string): BuildTool | undefined {
  const plain = name.replace(/^(gcc|g\+\+|cpp)-[\d.]+$/, '$1')
  for (const kind of ['compile', 'fetch'] as const) {
    const programs = Object.hasOwn(tools[kind], plain) ? tools[kind][plain] : undefined
    if (programs !== undefined) return { kind, programs: wordsIn(programs) }
  }
  return undefined
}

const compilers = 'gcc cc g++ c++ cpp make gmake ld'

const tools: Readonly<Record<BuildTool['kind'], Readonly<Record<string, string>>>> = {
  compile: {
    'alpine-sdk': compilers,
    autoconf: 'autoconf autoreconf autoheader',
    automake: 'automake aclocal',
    'autotools-dev': '',
    bison: 'bison yacc',
    'build-base': compilers,
    'build-essential': compilers,
    cmake: 'cmake ctest',
    cpp: 'cpp',
    flex: 'flex lex',
    'g++': 'g++ c++',
    gcc: 'gcc cc',
    'libc-dev': '',
    'libc6-dev': '',
    libtool: 'libtool libtoolize',
    'linux-headers': '',
    m4: 'm4',
    make: 'make gmake',
    meson: 'meson',
    'musl-dev': '',
    nasm: 'nasm',
    'ninja-build': 'ninja',
    patch: 'patch',
    'pkg-config': 'pkg-config',
    pkgconf: 'pkg-config pkgconf',
    pkgconfig: 'pkg-config',
    swig: 'swig',
    yasm: 'yasm',
  },
  fetch: {
    curl: 'curl',
    git: 'git',
    'git-core': 'git',
    unzip: 'unzip',
    wget: 'wget',
  },
}

/** Whether a package is a compiler, or brings one. */
export const isCompiler = (name: string): boolean =>
  /^(gcc|g\+\+|build-base|build-essential|alpine-sdk)(-[\d.]+)?$/.test(name)

/** Whether a package is for people who work in a container, or for jobs of all kinds. */
export const isForPeople = (name: string): boolean => forPeople.has(name)

const forPeople = new Set(
  wordsIn(
    'ack ctags emacs emacs-nox fish gdb less man man-db mc nano neovim screen strace tig tmux valgrind vim vim-nox vim-tiny zsh',
  ),
)

/** Whether a text names what calls git while it runs. */
export const callsGit = (text: string): boolean =>
  /git-?python|pygit|dulwich|\bcomposer\b|\bbower\b|\bjspm\b|\bgo get\b|-manager\b|git\+|plugins?\b/i.test(
    text,
  )

/** Whether a program compiles, or calls what does. */
export const callsCompilers = (program: string): boolean => builders.test(program)

const builders =
  /^(pip[\d.]*|python[\d.]*|npm|npx|yarn|pnpm|node-gyp|gem|bundle|bundler|make|gmake|cmake|gcc|cc|g\+\+|c\+\+|configure|config|Configure|cargo|luarocks|pecl|cpanm?|Rscript|autoreconf|meson|ninja|pipenv|poetry|uv)$/

/** Whether an official image of that tag has none of these tools; false says "not known". */
export function lacksBuildTools(image: string, tag: string): boolean {
  if (/^(alpine|debian|ubuntu)$/.test(image)) return true
  return /^(node|perl|python|ruby)$/.test(image) && /(^|-)(slim|alpine)/.test(tag)
}

/** Whether an image that lacks the tools has the certificates of authorities all the same. */
export const hasCertificates = (image: string): boolean => /^(python|ruby)$/.test(image)
