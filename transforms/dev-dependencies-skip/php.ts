import {
  baseName,
  type Command,
  copiedBy,
  ImageFiles,
  type Instruction,
  isContextCopy,
  type Json,
  programOf,
  readJson,
  resolve,
  rootOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import type { Install } from './install.js'
import { laterUse, startingCommands } from './uses.js'

/** Whether composer may leave out what a project is developed with, or why not; undefined where there is nothing. */
export function judgeComposer(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  install: Install,
): { readonly names: readonly string[] } | string | undefined {
  const { model } = subject
  const { variables, workdir } = model.scopeAt(stage, run)
  if (
    variables.has('COMPOSER_NO_DEV') ||
    install.command.assignments.some(({ name }) => name === 'COMPOSER_NO_DEV')
  )
    return undefined
  if (model.commandsIn(stage, run).some((command) => /^(cd|pushd)$/.test(resolve(command).name ?? '')))
    return 'it works in another folder'
  const files = new ImageFiles(subject.context)
  for (const instruction of stage.instructions.slice(0, model.positionOf(run)))
    if (isContextCopy(instruction))
      for (const placed of copiedBy(subject, stage, instruction).files) files.add(placed)
  const manifest = readJson(files.read('composer.json', workdir) ?? '')
  if (manifest === undefined) return '`composer.json` cannot be seen'
  const names = keysOf(manifest['require-dev']).filter((name) => name.includes('/'))
  if (names.length === 0) return undefined
  const hook = install.runsScripts && hookIn(manifest)
  if (hook) return `the script \`${hook}\` of composer.json may need them`
  if (
    keysOf(manifest['require']).some((name) => name.startsWith('symfony/')) &&
    variables.get('APP_ENV') !== 'prod'
  )
    return 'the image may run in an environment that loads them: `APP_ENV` is not `prod`'
  const use = laterUse(stage, subject, run, install.command, isHarmless)
  if (use !== undefined) return use
  const starting = startingCommands(stage, subject) ?? []
  if (starting.length === 0 && !serves(stage)) return 'nothing that can be read says what the image runs'
  const other = starting
    .map(programOf)
    .find(
      ({ base, args }) =>
        !servers.test(base) || args.some(({ value }) => /vendor|phpunit|test|dev/.test(value ?? 'dev')),
    )
  return other ? `the image runs \`${other.base}\`, which may need them` : { names }
}

const servers = /^(php-fpm[\d.]*|apache2-foreground|php|httpd|httpd-foreground|nginx|supervisord|curl)$/

const keysOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : []

/** A script that runs around an install, and is not what Laravel's applications begin with. */
function hookIn(manifest: Json): string | undefined {
  const scripts = (manifest['scripts'] ?? {}) as Readonly<Record<string, unknown>>
  return [
    'pre-install-cmd',
    'post-install-cmd',
    'pre-autoload-dump',
    'post-autoload-dump',
    'post-package-install',
  ].find((name) =>
    [scripts[name] ?? []]
      .flat()
      .some((text) => !/^(Illuminate\\|@php artisan package:discover)/.test(String(text))),
  )
}

function isHarmless(command: Command): boolean {
  const { name, args } = resolve(command)
  return (
    /^composer(\.phar)?$/.test(baseName(name ?? '')) &&
    args.some(({ value }) => /^(dump-autoload|dumpautoload|clear-cache|clearcache)$/.test(value ?? ''))
  )
}

/** Whether the base starts a server where the file does not say what to start. */
function serves(stage: Stage): boolean {
  const { image } = rootOf(stage)
  return image?.name === 'php' && /apache|fpm/.test(image.tag ?? '')
}
