/** What a call of npm, npx, yarn or pnpm asks for. */
export type NpmCall =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' }
  | NpmInstall
  /** A script of package.json; for yarn and pnpm also a program of a package. */
  | { readonly kind: 'script'; readonly name: string; readonly words: readonly string[] }
  | { readonly kind: 'tool'; readonly words: readonly string[] }

export interface NpmInstall {
  readonly kind: 'install'
  /** Takes what is locked, or fails. */
  readonly isExact: boolean
  readonly isGlobal: boolean
  readonly leavesOutDev: boolean
  readonly runsScripts: boolean
  readonly names: readonly string[]
}

/** Reads the words behind `npm`, `npx`, `yarn` or `pnpm`; undefined stands for a word that a variable decides. */
export function readNpmCall(program: string, words: readonly (string | undefined)[]): NpmCall {
  const flags: string[] = []
  let at = 0
  const skipFlags = (): void => {
    for (; words[at]?.startsWith('-'); at++) {
      flags.push(words[at]!)
      if (takesValue.test(words[at]!)) flags.push(words[++at] ?? '')
    }
  }
  skipFlags()
  if (words.includes(undefined) || flags.some((flag) => elsewhere.test(flag))) return unknown
  const verb = words[at++]
  const rest = words.slice(at) as string[]
  if (program === 'npx') return toolOf(verb, rest, flags)
  if (verb === undefined && (program !== 'yarn' || isQuestion(flags))) return nothing
  const names: string[] = []
  for (skipFlags(); at < words.length; skipFlags()) names.push(words[at++]!)
  const isDirected = flags.some((flag) => elsewhere.test(flag))
  if (verb === undefined || installs.test(verb))
    return isDirected ? unknown : installOf(verb ?? 'install', names, flags)
  if (verb === 'run' || verb === 'run-script')
    return isDirected || rest[0] === undefined || rest[0].startsWith('-') ? unknown : scriptOf(rest[0], rest)
  if (/^(start|stop|test|t)$/.test(verb)) return scriptOf(verb === 't' ? 'test' : verb, [verb, ...rest])
  if (/^(exec|x)$/.test(verb) && program !== 'yarn') return toolOf(rest[0], rest.slice(1), [])
  if (isHarmless(verb, names)) return nothing
  return program === 'npm' || builtIn.test(verb) ? unknown : scriptOf(verb, [verb, ...rest])
}

const unknown = { kind: 'unknown' } as const
const nothing = { kind: 'nothing' } as const

const installs = /^(i|install|ci|clean-install|add|rebuild|rb)$/
const takesValue =
  /^--(registry|loglevel|cache|cache-folder|network-timeout|fetch-timeout|fetch-retries|maxsockets|omit|only|mutex|network-concurrency|otp|store-dir)$/
/** Options that name another folder, other packages or another shell. */
const elsewhere =
  /^(-C|-F|-r|-w|-ws|-p|-c)$|^--(prefix|cwd|dir|modules-folder|workspaces?|workspace-root|filter|recursive|include|production=false|script-shell|package|call|no-package-lock|package-lock=false|no-lockfile|pure-lockfile|lockfile-only|no-save)(=|$)/
/** Verbs of yarn and pnpm that are no scripts. */
const builtIn =
  /^(access|add|audit|autoclean|bin|check|config|create|dedupe|deploy|dlx|env|exec|fetch|generate-lock-entry|global|import|init|install|licenses|link|login|logout|node|pack|patch|plugin|policies|publish|remove|root|self-update|set|setup|store|tag|team|unlink|unplug|up|update|upgrade|upgrade-interactive|version|workspace|workspaces)$/

const isQuestion = (flags: readonly string[]): boolean =>
  flags.some((flag) => /^(-v|--version|-h|--help)$/.test(flag))

function isHarmless(verb: string, names: readonly string[]): boolean {
  if (/^(ls|list|ll|outdated|fund|ping|prune|why|info|view|version|versions|help)$/.test(verb))
    return verb !== 'version' || names.length === 0
  if (verb === 'cache') return /^(clean|verify|list|dir|ls)$/.test(names[0] ?? '')
  if (verb === 'audit') return names.length === 0
  const [key = ''] = verb === 'set' ? names : names[0] === 'set' ? names.slice(1) : []
  return (
    /^(config|c|set)$/.test(verb) &&
    /^(registry|unsafe-perm|strict-ssl|fund|audit|update-notifier|loglevel|progress|color|cache|fetch-.*|maxsockets|network-timeout|legacy-peer-deps|save-exact|enable.*Telemetry|\/\/.*|@.*:registry)(=|$)/.test(
      key,
    )
  )
}

function installOf(verb: string, names: readonly string[], flags: readonly string[]): NpmCall {
  const text = ` ${flags.join(' ')} `
  return {
    kind: 'install',
    isExact: /^(ci|clean-install|rebuild|rb)$/.test(verb),
    isGlobal: /\s(-g|--global|--location=global)\s/.test(text),
    leavesOutDev: /\s(--omit[= ]dev|--production(=true)?|--prod|-P|--only[= ]prod(uction)?)\s/.test(text),
    runsScripts: !/\s--ignore-scripts(=true)?\s/.test(text),
    names: names.filter((name) => name !== '.' && name !== './'),
  }
}

/** `words` are the name and what follows it, which npm hands to the script. */
const scriptOf = (name: string, words: readonly string[]): NpmCall => ({
  ...{ kind: 'script', name },
  words: words.slice(1).filter((word) => word !== '--'),
})

function toolOf(tool: string | undefined, rest: readonly string[], flags: readonly string[]): NpmCall {
  if (tool === undefined || !flags.every((flag) => /^(-y|--yes|--no|--no-install|-q|--quiet|--)$/.test(flag)))
    return isQuestion(flags) && tool === undefined ? nothing : unknown
  return /@./.test(tool.slice(1)) ? unknown : { kind: 'tool', words: [tool, ...rest] }
}
