import { defaultWorkdir } from '../knowledge/workdirs.js'
import { literalValue, parseNameValues, parseWords } from '../syntax/arguments.js'
import type { Dockerfile, Instruction } from '../syntax/nodes.js'
import { baseName, joinPath } from './paths.js'
import type { Stage } from './stages.js'

/** The shell of RUN in shell form. `other` covers PowerShell, cmd and all that is no POSIX shell. */
export interface Shell {
  readonly kind: 'posix' | 'other'
  /** `sh` (whichever that is), `bash`, or the program's name. */
  readonly name: string
  /** `-e` among its options. */
  readonly errexit: boolean
  /** Reads profile or rc files when it starts, so that one RUN can change the next. */
  readonly readsProfile: boolean
}

/** What is in force at an instruction. */
export interface Scope {
  readonly shell: Shell
  /** As in the last USER; undefined: as in the base image. */
  readonly user: string | undefined
  /** The absolute path; undefined where the base image or a variable decides. */
  readonly workdir: string | undefined
  /** Variables of ENV and ARG that the file sets; undefined value: not known from the file. */
  readonly variables: Variables
}

const defaultShell: Shell = { kind: 'posix', name: 'sh', errexit: false, readsProfile: false }
const windows = /windows|nanoserver|servercore|dotnet-framework|dotnet\/framework/i

/** The scope at the start of a stage that is built on an image. */
export function initialScope(stage: Stage, file: Dockerfile): Scope {
  const isWindows = windows.test(stage.reference) || file.escape === '`'
  const shell = isWindows
    ? { ...defaultShell, kind: 'other' as const, name: 'that of Windows' }
    : defaultShell
  const workdir = stage.reference === 'scratch' ? '/' : stage.image && defaultWorkdir(stage.image.name)
  return { shell, user: undefined, workdir, variables: new Variables() }
}

/** The scope at the start of a stage that is built on another. ARG does not reach it, but its value may be in ENV. */
export const inherited = (scope: Scope): Scope => ({ ...scope, variables: scope.variables.fork() })

/** The scope behind an instruction. */
export function nextScope(scope: Scope, instruction: Instruction, escape: string): Scope {
  const { keyword, args, json } = instruction
  switch (keyword) {
    case 'SHELL':
      return { ...scope, shell: json ? readShell(json) : { ...scope.shell, kind: 'other' } }
    case 'USER':
      return { ...scope, user: expand(args.text, scope, escape) ?? args.text }
    case 'WORKDIR': {
      const path = expand(args.text, scope, escape)
      return { ...scope, workdir: path === undefined ? undefined : joinPath(scope.workdir, path) }
    }
    case 'ENV':
    case 'ARG':
      return { ...scope, variables: scope.variables.with(assignments(scope, instruction, escape)) }
    default:
      return scope
  }
}

/** A Dockerfile word with its variables replaced; undefined where one is not known. */
export function expand(word: string, scope: Scope, escape: string): string | undefined {
  let known = true
  const text = word.replace(/\$(?:(\w+)|\{(\w+)\})/g, (_, bare?: string, braced?: string) => {
    const value = scope.variables.get(bare ?? braced!)
    if (value === undefined) known = false
    return value ?? ''
  })
  return known ? literalValue(text, escape) : undefined
}

type Assignment = readonly [name: string, value: string | undefined]

function assignments(scope: Scope, { keyword, args }: Instruction, escape: string): Assignment[] {
  if (keyword === 'ARG')
    // A build can set any ARG from outside.
    return parseWords(args.text, escape)
      .map((word) => word.split('=')[0]!)
      .filter((name) => !scope.variables.has(name))
      .map((name) => [name, undefined])
  try {
    return parseNameValues(keyword, args.text, escape).map(({ name, value }) => [
      literalValue(name, escape) ?? name,
      expand(value, scope, escape),
    ])
  } catch {
    // The scanner has already refused the file.
    return []
  }
}

/** Variables at one place of a stage. All places of a stage share one table, so that a long file stays cheap. */
export class Variables {
  constructor(
    private readonly table = new Map<string, { readonly at: number; readonly value: string | undefined }[]>(),
    private readonly at = 0,
    private readonly base?: Variables,
  ) {}

  has(name: string): boolean {
    return this.find(name) !== undefined
  }

  get(name: string): string | undefined {
    return this.find(name)?.value
  }

  /** All variables whose value is known at this place. */
  known(): readonly (readonly [name: string, value: string])[] {
    const names = new Set([...this.table.keys(), ...(this.base?.known().map(([name]) => name) ?? [])])
    return [...names].flatMap((name) => {
      const value = this.get(name)
      return value === undefined ? [] : [[name, value] as const]
    })
  }

  /** The variables at the start of a stage that is built on this place. */
  fork(): Variables {
    return new Variables(new Map(), 0, this)
  }

  /** The variables behind some assignments. To be asked for once per place, in the order of the stage. */
  with(assignments: readonly Assignment[]): Variables {
    for (const [name, value] of assignments) {
      const entries = this.table.get(name)
      if (entries) entries.push({ at: this.at + 1, value })
      else this.table.set(name, [{ at: this.at + 1, value }])
    }
    return new Variables(this.table, this.at + 1, this.base)
  }

  private find(name: string): { readonly value: string | undefined } | undefined {
    return this.table.get(name)?.findLast(({ at }) => at <= this.at) ?? this.base?.find(name)
  }
}

/** Reads SHELL. Options that are not known make it another shell. */
function readShell(argv: readonly string[]): Shell {
  const name = baseName(argv[0] ?? '')
  let isPosix = /^(sh|bash|ash|dash)$/.test(name)
  let errexit = false
  let readsProfile = false
  let runsCommand = false
  const rest = argv.slice(1).flatMap((word) => word.split(' '))
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!
    if (word === '--login') readsProfile = true
    else if (/^-[abceEfhiklmnptuvxBHTo]+$/.test(word)) {
      errexit ||= word.includes('e')
      readsProfile ||= /[li]/.test(word)
      runsCommand ||= word.includes('c')
      if (word.includes('o') && rest[++i] === 'errexit') errexit = true
    } else if (!/^(--noprofile|--norc|--posix|-)$/.test(word)) isPosix = false
  }
  const kind = isPosix && runsCommand ? 'posix' : 'other'
  return { kind, name: /^(ash|dash)$/.test(name) ? 'sh' : name, errexit, readsProfile }
}
