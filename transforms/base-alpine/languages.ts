import { requirementsIn, type Word } from '../../src/kit.js'
import { gemOnAlpine, pipOnAlpine } from '../../src/knowledge/languages-alpine.js'
import { pipNeedsCommand } from '../../src/knowledge/languages.js'
import { called } from './called.js'
import type { Journey, Place } from './journey.js'
import { type JudgeText, npm } from './npm.js'
import { extensions, pecl } from './php.js'

const installers =
  /^(pip[\d.]*|npm|npx|yarn|yarnpkg|pnpm|gem|bundle|bundler|poetry|pipenv|uv|easy_install|composer|pecl|docker-php-ext-(install|configure|enable))$/

/** Whether a command installs packages of a language. `python -m pip` does as well. */
export const installs = (base: string, words: readonly (string | undefined)[]): boolean =>
  installers.test(base) ||
  (/^python[\d.]*$/.test(base) && words[0] === '-m' && /^pip[\d.]*$/.test(words[1] ?? ''))

/** Why an install does not go along, behind `line 5 `; what it needs is taken down. */
export function judgeInstall(
  journey: Journey,
  place: Place,
  base: string,
  args: readonly Word[],
  judgeText: JudgeText,
): string | undefined {
  const values = args.map(({ value }) => value)
  if (base.startsWith('python')) return pip(journey, place, values.slice(2))
  if (base.startsWith('pip') && base !== 'pipenv') return pip(journey, place, values)
  if (/^(npm|npx|yarn|yarnpkg|pnpm)$/.test(base)) return npm(journey, place, base, values, judgeText)
  if (base === 'gem') return gem(journey, place, values)
  if (base === 'composer' || base === 'docker-php-ext-enable') return undefined
  if (base === 'docker-php-ext-install') return extensions(journey, place, values)
  if (base === 'docker-php-ext-configure') return undefined
  if (base === 'pecl') return pecl(journey, place, values)
  const verb = values.find((value) => value !== undefined && !value.startsWith('-'))
  return /^(--version|config|check|env|info)$/.test(verb ?? '--version')
    ? undefined
    : `installs by \`${base} ${verb}\` what cannot be known to work with musl`
}

/** Options of pip that take the next word. */
const valued =
  /^(-i|--index-url|--extra-index-url|--trusted-host|--timeout|--retries|-c|--constraint|--prefix|--root|-t|--target|--upgrade-strategy|--progress-bar)$/

function pip(journey: Journey, place: Place, values: readonly (string | undefined)[]): string | undefined {
  const at = values.findIndex((value) => !value?.startsWith('-'))
  if (values[at] !== 'install')
    return /^(list|freeze|check|cache|config|show|uninstall)$/.test(values[at] ?? 'list')
      ? undefined
      : `calls \`pip ${values[at]}\``
  const { target, programs } = journey
  const isManaged = target.kind === 'system' && !programs.has('venv')
  if (isManaged && target.isOlder && !values.includes('--break-system-packages'))
    return 'installs by `pip` among the packages of apk, which newer versions refuse'
  const wanted: string[] = []
  for (let i = at + 1; i < values.length; i++) {
    const value = values[i]
    if (value === undefined) return 'installs by `pip` what a variable names'
    if (/^(-r|--requirement)/.test(value)) {
      const file = /^(-r|--requirement)$/.test(value)
        ? (values[++i] ?? '')
        : value.replace(/^(-r|--requirement=)/, '')
      const names = requirementsIn({ files: journey.files, folder: place.folder }, file)
      if (names === undefined) return `installs by \`pip\` what \`${file}\` names, which cannot be read`
      wanted.push(...names)
    } else if (valued.test(value)) i++
    else if (/^(-e|--editable|--no-binary)/.test(value))
      return `installs by \`pip ${value}\` what is built from source`
    else if (!value.startsWith('-')) wanted.push(value)
  }
  for (const requirement of wanted) {
    const obstacle = wheel(journey, place, requirement)
    if (obstacle !== undefined) return obstacle
  }
  return undefined
}

function wheel(journey: Journey, place: Place, requirement: string): string | undefined {
  const name = /^[A-Za-z0-9][\w.-]*(\s*\[[^\]]*\])?/.exec(requirement)?.[0].replace(/\s/g, '')
  if (name === undefined || /[/@]|\.(whl|zip|tar\.gz)$|^\.$/.test(requirement))
    return `installs \`${requirement}\` by \`pip\`, which may be built for glibc`
  const kind = pipOnAlpine(name)
  if (kind === 'unknown')
    return `installs \`${name}\` by \`pip\`, of which nothing says that it works with musl`
  if (kind === 'blocked') return `installs \`${name}\` by \`pip\`, which is built for glibc alone`
  if (kind === 'wheel' && !hasWheels(journey, requirement))
    return `installs \`${name}\` by \`pip\`, of which this version may have no wheel for musl`
  if (typeof kind === 'object') {
    if (!journey.target.hasPackages) return `installs \`${name}\` by \`pip\`, which is built from source`
    journey.wantBuild(place, name, kind.alpineBuild, kind.alpineRuntime)
  }
  journey.programs.add(name.toLowerCase().replace(/\[.*/, ''))
  return called(journey, place, name, pipNeedsCommand(name) ?? [])
}

/** Projects publish wheels for musl since 2022, for Pythons from 3.10 on: of current versions there are some. */
function hasWheels({ image, target, subject }: Journey, requirement: string): boolean {
  if (/==|~=|<|===/.test(requirement)) return false
  if (image !== 'python') return target.kind === 'system'
  const tag = subject.model.stages.find((stage) => stage.image?.name === 'python')?.image?.tag ?? 'latest'
  const [, minor] = /^3\.(\d+)/.exec(tag) ?? []
  return target.hasPackages && (minor === undefined || Number(minor) >= 10)
}

function gem(journey: Journey, place: Place, values: readonly (string | undefined)[]): string | undefined {
  if (values[0] !== 'install') return undefined
  for (let i = 1; i < values.length; i++) {
    const value = values[i]
    if (value === undefined) return 'installs by `gem` what a variable names'
    if (/^(-v|--version|-i|--source|-s)$/.test(value)) i++
    else if (!value.startsWith('-')) {
      const kind = gemOnAlpine(value)
      const isPure = /^(bundler|rake|jekyll-sass-converter|sass|rdoc|thor|rack|foreman|compass)$/.test(value)
      if (kind === 'unknown' && !isPure)
        return `installs \`${value}\` by \`gem\`, of which nothing says that it works with musl`
      if (kind !== 'unknown') {
        if (!journey.target.hasPackages) return `installs \`${value}\` by \`gem\`, which is built from source`
        journey.wantBuild(place, value, kind.alpineBuild, kind.alpineRuntime)
      }
      journey.programs.add(value)
    }
  }
  return undefined
}
