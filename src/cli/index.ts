import yargs, { type Argv } from 'yargs'
import { apply, applyFlags } from './apply.js'
import { baseline, baselineFlags } from './baseline.js'
import { check, checkFlags } from './check.js'
import { explain } from './explain.js'
import { fixFlags } from './fix-flags.js'
import { fix } from './fix.js'
import { colorOption, flagNames, formatOption, pluginOption } from './flags.js'
import { list } from './list.js'
import { campaignFlags, mergeFlags } from './many.js'
import { measure, measureFlags } from './measure.js'
import { closest, Misuse } from './misuse.js'
import type { Call, Core, Parts } from './parts.js'
import type { Terminal } from './terminal.js'
import { verify, verifyFlags } from './verify.js'

/** Runs one command line. The answer is the exit code; all that is printed goes through the terminal. */
export async function main(argv: readonly string[], terminal: Terminal, parts: Parts): Promise<number> {
  try {
    return await run(argv, terminal, parts)
  } catch (error) {
    terminal.stderr.write(error instanceof Misuse ? `dfslim: ${error.message}\n` : bugReport(error))
    return 2
  }
}

interface Command {
  readonly usage: string
  readonly describe: string
  /** Reads the words of a command line with a parser made ready; the answer does the work. */
  readonly read: (parser: Argv, parse: Parse, call: Call) => Task
}

type Task = (loadCore: Parts['loadCore']) => Promise<number>
type Parse = <T>(parser: Argv<T>) => ReturnType<Argv<T>['parseSync']> & { readonly paths: readonly string[] }

const commands: Readonly<Record<string, Command>> = {
  fix: {
    usage: 'fix [paths..]',
    describe: 'Print the patch that makes the images smaller, or --write it',
    read(parser, parse, call) {
      const flags = parse(fixFlags(parser))
      return async (loadCore) => fix(flags, call, await coreFor(flags, call, loadCore))
    },
  },
  apply: {
    usage: 'apply <plan> [paths..]',
    describe: 'Carry out a plan that fix --plan wrote, for all of its files or for some',
    read(parser, parse, { terminal }) {
      const flags = parse(applyFlags(parser))
      return async (loadCore) => apply(flags, terminal, await loadCore())
    },
  },
  check: {
    usage: 'check [paths..]',
    describe: 'Show what fix would do, place by place; exit with 1 when there is anything',
    read(parser, parse, call) {
      const flags = parse(checkFlags(parser))
      return async (loadCore) => check(flags, call, await coreFor(flags, call, loadCore))
    },
  },
  baseline: {
    usage: 'baseline [paths..]',
    describe: 'Record what check finds now, so that check --baseline fails on new findings only',
    read(parser, parse, call) {
      const flags = parse(baselineFlags(parser))
      return async (loadCore) => baseline(flags, call, await coreFor(flags, call, loadCore))
    },
  },
  verify: {
    usage: 'verify [paths..]',
    describe: 'Build images before and after the rewrite, and compare them',
    read(parser, parse, call) {
      const flags = parse(verifyFlags(parser))
      return async (loadCore) => verify(flags, call.terminal, await coreFor(flags, call, loadCore))
    },
  },
  measure: {
    usage: 'measure <image>',
    describe: 'Show what an image is made of, what is wasted in it, and what would win it back',
    read(parser, parse, { terminal }) {
      const flags = parse(measureFlags(parser))
      return (loadCore) => measure(flags, terminal, loadCore)
    },
  },
  campaign: {
    usage: 'campaign <engine>',
    describe: 'Write what an engine for many repositories takes',
    read(parser, parse, call) {
      const flags = parse(campaignFlags(parser))
      return async (loadCore) => (await import('./campaign.js')).campaign(flags, call, await loadCore())
    },
  },
  report: {
    usage: 'report <files..>',
    describe: 'Sum up the ndjson reports of any number of runs',
    read(parser, parse, { terminal }) {
      const flags = parse(mergeFlags(parser))
      return async () => (await import('./report.js')).report(flags, terminal)
    },
  },
  explain: {
    usage: 'explain <transform>',
    describe: 'Say what a transform does, why, and when it is safe',
    read(parser, parse, call) {
      const flags = parse(parser.option('plugin', pluginOption).option('color', colorOption))
      return async (loadCore) => explain(flags.paths, call.terminal, await coreFor(flags, call, loadCore))
    },
  },
  init: {
    usage: 'init',
    describe: 'Write a configuration with comments; never over another one',
    read(parser, parse, { terminal }) {
      const { paths } = parse(parser)
      return async () => (await import('./init.js')).init(paths, terminal)
    },
  },
  list: {
    usage: 'list',
    describe: 'Name the transforms, one line each',
    read(parser, parse, call) {
      const own = parser.option('plugin', pluginOption)
      const flags = parse(own.option('format', formatOption).option('color', colorOption))
      return async (loadCore) => list(flags, call.terminal, await coreFor(flags, call, loadCore))
    },
  },
}

/** The core, with the transforms that `--plugin` names. @throws Misuse */
async function coreFor(
  { plugin: names }: { readonly plugin?: readonly string[] | undefined },
  { terminal }: Call,
  loadCore: Parts['loadCore'],
): Promise<Core> {
  const core = await loadCore()
  if (names === undefined) return core
  const { withPlugins } = await import('./plugins.js')
  return withPlugins(core, names, terminal.cwd)
}

/**
 * Each command has a parser of its own: yargs' own commands parse twice, lay out the help in any case, and lose a `-`
 * as well as the words behind `--`.
 */
async function run(argv: readonly string[], terminal: Terminal, parts: Parts): Promise<number> {
  const at = argv[0]?.startsWith('-') ? argv.findIndex(isCommand) : 0
  const name = argv[at] ?? ''
  const command = isCommand(name) ? commands[name] : undefined
  if (command === undefined && /^[^-]/.test(name))
    throw new Misuse(`there is no command ${name}${guess(name, Object.keys(commands), '')}`)
  let printed = ''
  const parse: Parse = (parser) => {
    const words = argv.filter((_, i) => command === undefined || i !== at)
    const flags = parser.parseSync(words, {}, (_error, _flags, output) => void (printed = output))
    return { ...flags, paths: flags._.map(String) }
  }
  const task = command?.read(parserFor(parts.version, command), parse, {
    argv,
    terminal,
    version: parts.version,
    ...(parts.script && { script: parts.script }),
  })
  if (command === undefined) parse(parserForAll(parts.version))
  if (printed !== '') terminal.stdout.write(`${printed}\n`)
  else if (task === undefined)
    throw new Misuse(
      'say what to do: fix, apply, check, baseline, verify, measure, campaign, report, explain, init or list (dfslim --help)',
    )
  return task === undefined || printed !== '' ? 0 : task(parts.loadCore)
}

const isCommand = (word: string) => Object.hasOwn(commands, word)

function parserFor(version: string, command: Command): Argv {
  return newParser(version).usage(`$0 ${command.usage}\n\n${command.describe}.`)
}

function parserForAll(version: string): Argv {
  const parser = newParser(version).usage(
    '$0 <command>\n\nRewrites Dockerfiles so that their images get smaller.',
  )
  for (const { usage, describe } of Object.values(commands)) parser.command(usage, describe)
  return parser
    .strict()
    .epilogue('Exit codes: 0 done, 1 something found, 2 could not run, 3 some file failed.')
}

function newParser(version: string): Argv {
  return yargs()
    .scriptName('dfslim')
    .parserConfiguration({ 'boolean-negation': false, 'parse-positional-numbers': false })
    .strictOptions()
    .locale('en')
    .version(version)
    .help()
    .wrap(100)
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message, error) => {
      // With an error of our own there is no message, and with a mistake of the user no other error than YError.
      throw error && error.name !== 'YError' ? error : new Misuse(inOneLine(message || error.message))
    })
}

/** What yargs has to say, with a guess at the flag that was meant. */
function inOneLine(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim()
  const [, word] = /^Unknown argument: (\S+)$/.exec(line) ?? []
  return word === undefined ? line : `${line}${guess(word, flagNames, '--')}`
}

function guess(word: string, known: readonly string[], before: string): string {
  const meant = closest(word, known)
  return meant === undefined ? '' : `: did you mean ${before}${meant}?`
}

function bugReport(error: unknown): string {
  const trace = error instanceof Error ? error.stack : String(error)
  return `dfslim: this is a bug of dfslim, please report it: ${trace}\n`
}
