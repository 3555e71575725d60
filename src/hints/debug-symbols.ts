import {
  type BuildContext,
  type Hint,
  type MadeHere,
  programOf,
  type Remark,
  type Stage,
  type Subject,
  type Word,
} from '../kit.js'
import { type ShippedProgram, shippedPrograms } from './shipped-programs.js'

export const debugSymbols: Hint = {
  id: 'debug-symbols',
  summary: 'Ship programs without their debug symbols',
  why:
    'Compilers write down for debuggers where each variable and line went. Programs never read that, and it is often as ' +
    'large as the program: without them a server of Go 1.26 takes 5.7 MB and not 8.3, a small program of C++ a tenth.',
  leaves: [
    'stages that ship a whole toolchain, such as those on `golang`: what they lack is a stage of its own for the build',
    'what `make`, `cmake` or a script builds: how they call the compiler does not show',
    'stages that call `strip`, `upx` or `objcopy`, or hold a RUN that cannot be read',
    'flags that variables decide, such as `GOFLAGS` and `RUSTFLAGS`',
    'what is built for a debugger (`-gcflags`), or for races and coverage',
    'programs that are removed again, or that no COPY is seen to take',
  ],
  visit: visitFile,
}

/** Most files hold no word of it, and their commands need not be read. */
const mayCompile = /\bgo\s|\bcargo\b|\s-g/

function* visitFile(subject: Subject): Iterable<Remark> {
  if (!mayCompile.test(subject.file.text)) return
  for (const program of shippedPrograms(subject)) {
    const advice = adviceOn(program, subject)
    if (advice === undefined || isStripped(program, subject)) continue
    yield { at: placeOf(program, subject), ...advice }
  }
}

type Advice = Pick<Remark, 'title' | 'because'>

/** The command, in the RUN that it is in. */
function placeOf({ found: { stage, instruction, command } }: MadeHere, { model }: Subject): Remark['at'] {
  const body = model.bodyOf(stage, instruction)
  return body.kind === 'body' ? body.mapped.toSourceSpan(command.span) : instruction.span
}

/** Whether anything takes symbols off, or may. */
function isStripped({ found, shippedBy }: ShippedProgram, { model }: Subject): boolean {
  const stages: Stage[] = []
  for (const last of [found.stage, shippedBy])
    for (let stage: Stage | undefined = last; stage; stage = stage.parent) stages.push(stage)
  return stages.some((stage) =>
    stage.instructions.some(
      (instruction) =>
        instruction.keyword === 'RUN' &&
        (model.bodyOf(stage, instruction).kind === 'none' ||
          model
            .commandsIn(stage, instruction)
            .some((command) => /(?:^|-)(?:strip|upx|objcopy)$/.test(programOf(command).base))),
    ),
  )
}

function adviceOn(program: ShippedProgram, subject: Subject): Advice | undefined {
  const { args } = programOf(program.found.command)
  switch (program.found.language) {
    case 'Go':
      return isSet(program, subject, ['GOFLAGS']) ? undefined : goAdvice(args)
    case 'C':
      return cAdvice(args)
    case 'Rust':
      return isSet(program, subject, rustVariables) ? undefined : rustAdvice(program, args, subject.context)
  }
}

/** Whether a variable may be set when the command runs. */
function isSet(
  { found: { stage, instruction } }: MadeHere,
  { model }: Subject,
  names: readonly string[],
): boolean {
  const { variables } = model.scopeAt(stage, instruction)
  return names.some(
    (name) =>
      variables.has(name) ||
      model
        .commandsIn(stage, instruction)
        .some(
          ({ assignments, words }) =>
            assignments.some((assignment) => assignment.name === name) ||
            words.some(({ text }) => text.startsWith(`${name}=`)),
        ),
  )
}

/** `-ldflags "-s -w"`, in one word or two; all that a variable may decide counts as told. */
function goAdvice(args: readonly Word[]): Advice | undefined {
  const texts = args.map(({ value, text }) => value ?? text)
  if (texts.some((text) => /^--?(?:gcflags|race|cover|msan|asan)\b|\.\.\.$|^\$/.test(text))) return undefined
  const flags = texts.flatMap((text, i) =>
    /^--?ldflags$/.test(text)
      ? [texts[i + 1] ?? '']
      : /^--?ldflags=/.test(text)
        ? [text.replace(/^[^=]*=/, '')]
        : [],
  )
  const words = flags.flatMap((text) => text.split(/[\s"']+/))
  if (words.some((word) => /^-[sw]$/.test(word) || /^\$/.test(word))) return undefined
  const advice = flags.length > 0 ? 'add `-s -w` to its `-ldflags`' : '`-ldflags="-s -w"`'
  return {
    title: `Link the program without debug symbols: ${advice}`,
    because: `\`go ${args[0]!.text}\` keeps them unless it is told; stack traces stay as they are, only debuggers read them`,
  }
}

function cAdvice(args: readonly Word[]): Advice | undefined {
  const values = args.map(({ value, text }) => value ?? text)
  const asked = values.findLast((value) => /^-g(?:\d|gdb\d?|dwarf\S*)?$/.test(value))
  if (asked === undefined || asked === '-g0') return undefined
  if (values.some((value) => /^-s$|^-Wl,(?:-s|-S|--strip-\w+)|^-fsanitize|^\$/.test(value))) return undefined
  return {
    title: `Compile the program without \`${asked}\`, or run \`strip\` on it`,
    because: `\`${asked}\` puts debug symbols in, which only a debugger reads`,
  }
}

const rustVariables = [
  'RUSTFLAGS',
  'CARGO_BUILD_RUSTFLAGS',
  'CARGO_ENCODED_RUSTFLAGS',
  'CARGO_PROFILE_DEV_DEBUG',
  'CARGO_PROFILE_DEV_STRIP',
  'CARGO_PROFILE_RELEASE_STRIP',
]

/** Source: Rust's release notes: from 1.77 on a release build takes along no debug symbols of the standard library. */
function rustAdvice(
  { found, output }: MadeHere,
  args: readonly Word[],
  context: BuildContext | undefined,
): Advice | undefined {
  const manifest = context?.read('Cargo.toml')
  if (args[0]?.value === 'install' || /^\s*(?:strip|debug)\s*=/m.test(manifest ?? '')) return undefined
  if (args.some(({ text }) => /^(?:--config|\$)/.test(text))) return undefined
  // Where a debug build is not copied elsewhere somebody works in the image.
  if (output.path.endsWith('/debug'))
    return found.stage.isShipped
      ? undefined
      : {
          title: 'Build the program with `--release`',
          because: 'a debug build is not optimised, and holds the debug symbols of all that it is made of',
        }
  const minor = /^1\.(\d+)/.exec(found.image.name === 'rust' ? (found.image.tag ?? '') : '')?.[1]
  if (manifest === undefined || minor === undefined || Number(minor) >= 77) return undefined
  return {
    title: 'Strip the program: `strip = true` below `[profile.release]` of `Cargo.toml`',
    because: `Rust 1.${minor} links the debug symbols of its standard library into each program`,
  }
}
