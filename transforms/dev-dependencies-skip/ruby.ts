import {
  baseName,
  type Body,
  type Command,
  commandsUpTo,
  type Edit,
  gemsNamedIn,
  insertAt,
  type Instruction,
  joiner,
  layoutOf,
  type NamedGem,
  programOf,
  resolve,
  type Scope,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { type Form, formOf, settingDoubt } from './bundler.js'
import { filesBefore } from './files.js'
import type { Install } from './install.js'
import { laterUse, startingCommands } from './uses.js'

/** Groups of a Gemfile that no program runs with. */
const developing = ['development', 'test']

/** How bundler is told to leave out what a project is developed with, or why not; undefined where there is nothing. */
export function judgeBundler(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  install: Install,
): { readonly names: readonly string[]; readonly edits: readonly Edit[] } | string | undefined {
  const { model } = subject
  const scope = model.scopeAt(stage, run)
  const before = commandsUpTo(subject, stage, run)
  const ends = [scope, ...[stage, ...stage.heirs].map((member) => model.scopeBehind(member))]
  if (isTold(before, install.command, ends)) return undefined
  if (model.commandsIn(stage, run).some((command) => /^(cd|pushd)$/.test(resolve(command).name ?? '')))
    return 'it works in another folder'
  const files = filesBefore(stage, subject, run)
  const text = files.read('Gemfile', scope.workdir)
  if (text === undefined) return '`Gemfile` cannot be seen'
  const gems = gemsNamedIn(text)
  if (gems === undefined) return 'which gems `Gemfile` names cannot be told'
  const isLeft = ({ groups }: NamedGem): boolean =>
    groups.length > 0 && groups.every((group) => developing.includes(group))
  const kept = new Set(gems.filter((gem) => !isLeft(gem)).map(({ name }) => name))
  const left = gems.filter((gem) => isLeft(gem) && !kept.has(gem.name))
  const names = [...new Set(left.map(({ name }) => name))]
  if (names.length === 0) return undefined
  const environment = environmentDoubt(stage, subject, kept)
  if (environment !== undefined) return environment
  const use = laterUse(stage, subject, run, install.command, isHarmless)
  if (use !== undefined) return use
  const starting = startingCommands(stage, subject)
  if (starting === undefined || starting.length === 0)
    return 'nothing that can be read says what the image runs'
  for (const command of starting) {
    const doubt = doubtOf(command, names)
    if (doubt !== undefined) return doubt
  }
  const doubt = loadDoubt(subject, names) ?? settingDoubt(stage, subject, run)
  if (doubt !== undefined) return doubt
  const groups = developing.filter((group) => left.some((gem) => gem.groups.includes(group)))
  const edits = editsOf(stage, subject, run, install, groups, formOf(stage, before, files, scope))
  return typeof edits === 'string' ? edits : { names, edits }
}

/** Whether the file says itself which groups are wanted, or where bundler keeps that. */
function isTold(before: readonly Command[], install: Command, scopes: readonly Scope[]): boolean {
  return (
    scopes.some(({ variables }) => deciding.some((name) => variables.has(name))) ||
    install.assignments.some(({ name }) => deciding.includes(name)) ||
    before.some((command) => {
      const { base, args } = programOf(command)
      if (base === 'export') return args.some(({ text }) => deciding.includes(text.split('=')[0]!))
      if (base !== 'bundle' && base !== 'bundler') return false
      const isConfig = args[0]?.value === 'config'
      return (
        args.some(({ value }) => /^--(with|without|gemfile|standalone|only)(=|$)/.test(value ?? '')) ||
        (isConfig && args.some(({ value }) => /^(with|without|only|gemfile)$/.test(value ?? 'with')))
      )
    })
  )
}

const deciding = ['WITH', 'WITHOUT', 'ONLY', 'GEMFILE', 'APP_CONFIG', 'IGNORE_CONFIG'].map(
  (name) => `BUNDLE_${name}`,
)

/** Frameworks that load gems of the group that their environment is called by. */
function environmentDoubt(stage: Stage, { model }: Subject, kept: ReadonlySet<string>): string | undefined {
  const isRails = kept.has('rails') || kept.has('railties')
  const isServed =
    /^(sinatra|rack|rackup|hanami|padrino|grape|roda|puma|unicorn|thin|falcon|passenger|sidekiq|resque)$/
  if (!isRails && ![...kept].some((name) => isServed.test(name))) return undefined
  const wanted = isRails ? ['RAILS_ENV'] : ['RACK_ENV', 'APP_ENV', 'HANAMI_ENV', 'RAILS_ENV']
  const isProduction = [stage, ...stage.heirs].every((member) =>
    wanted.some((name) => model.scopeBehind(member).variables.get(name) === 'production'),
  )
  return isProduction
    ? undefined
    : `the image may run in an environment that loads them: \`${wanted[0]}\` is not \`production\``
}

/** Calls that run nothing of a project. */
function isHarmless(command: Command): boolean {
  const { base, args } = programOf(command)
  return (
    /^bundler?$/.test(base) &&
    /^(clean|config|version|--version|list|info|platform)$/.test(args[0]?.value ?? '')
  )
}

/** Why a command that the image starts may need what is left out. */
function doubtOf(command: Command, names: readonly string[]): string | undefined {
  const { base, args } = programOf(command)
  const words = args.map(({ value }) => value)
  const isExec = /^bundler?$/.test(base) && words[0] === 'exec'
  const program = isExec ? baseName(words[1] ?? '') : base
  const rest = isExec ? words.slice(2) : words
  if (names.includes(program)) return `the image runs \`${program}\`, which is one of them`
  const named = rest.find((word) => word !== undefined && names.includes(word))
  if (named !== undefined) return `the image runs \`${named}\`, which is one of them`
  if (/^(rm|curl|wget|exit|true|cd|mkdir|test|\[|echo|nginx)$/.test(program) && !isExec) return undefined
  const isServer = program === 'rails' ? /^(s|server)$/.test(rest[0] ?? '') : servers.test(program)
  const isScript =
    program === 'ruby' && rest[0]?.endsWith('.rb') === true && !/(^|\/)(spec|test)\//.test(rest[0])
  return isServer || isScript ? undefined : `the image runs \`${program}\`, which may need them`
}

const servers = /^(puma|unicorn|unicorn_rails|thin|falcon|passenger|sidekiq|rackup|shoryuken|clockwork)$/

/** A source of the project that loads such a gem, outside of what only tests and development read. */
function loadDoubt({ context }: Subject, names: readonly string[]): string | undefined {
  const sources = context?.list('.')?.filter((file) => /(\.rb|\.ru|(^|\/)bin\/[^/.]+)$/.test(file)) ?? []
  for (const file of sources) {
    if (/(^|\/)(spec|test|tests|features)\/|(^|\/)environments\/(development|test)\.rb$/.test(file)) continue
    const text = context?.read(file) ?? ''
    for (const [, feature] of text.matchAll(/\brequire\s*\(?\s*["']([^"']+)["']/g)) {
      const name = names.find((one) =>
        [one, one.replace(/-/g, '/')].some((path) => feature === path || feature!.startsWith(`${path}/`)),
      )
      if (name !== undefined) return `\`${file}\` loads \`${name}\`, which is one of them`
    }
  }
  return undefined
}

function editsOf(
  stage: Stage,
  { model }: Subject,
  run: Instruction,
  { command, verb }: Install,
  groups: readonly string[],
  form: Form,
): readonly Edit[] | string {
  const { script, mapped } = model.bodyOf(stage, run) as Body
  if (form === 'unknown') return 'which bundler installs the gems is not known'
  if (form === 'option')
    return [insertAt(mapped.endToSource(verb.span.end), ` --without ${groups.join(' ')}`)]
  const [list, ...others] = script.statements
  const isPlain =
    others.length === 0 &&
    list!.operators.every((operator) => operator === '&&') &&
    list!.operands.some((operand) => operand.command === command) &&
    /^bundler?$/.test(command.words[0]?.value ?? '')
  if (!isPlain) return 'bundler is not called in a plain list of commands'
  const value = groups.length === 1 ? groups[0]! : `'${groups.join(' ')}'`
  const join = run.endLine === run.startLine ? ' && ' : joiner(layoutOf(model, stage, [run]))
  return [insertAt(mapped.toSource(command.span.start), `bundle config set --local without ${value}${join}`)]
}
