import {
  type Command,
  expand,
  type ImageFiles,
  type Instruction,
  isWithin,
  lockedBundler,
  mountsOver,
  programOf,
  resolve,
  rootOf,
  type Scope,
  type Stage,
  type Subject,
} from '../../src/kit.js'

/** Where the official images of ruby let bundler keep its settings. Source: their Dockerfiles, November 2026. */
const settings = '/usr/local/bundle/config'

/** Why the image may be without the settings that bundler keeps in a RUN. */
export function settingDoubt(stage: Stage, { model }: Subject, run: Instruction): string | undefined {
  if (mountsOver(run, settings)) return `line ${run.startLine} mounts where bundler keeps its settings`
  for (const member of [stage, ...stage.heirs])
    for (const instruction of member.instructions) {
      const words =
        instruction.keyword === 'RUN'
          ? model
              .commandsIn(member, instruction)
              .filter((command) => /^(rm|mv)$/.test(resolve(command).name ?? ''))
              .flatMap((command) => resolve(command).args.map(({ value, text }) => value ?? text))
          : /^(COPY|ADD|VOLUME)$/.test(instruction.keyword)
            ? instruction.args.text.split(/[\s",[\]]+/).filter((word) => word !== '/')
            : []
      if (words.some((word) => isWithin(settings, word.replace(/\/\*?$/, '') || '/')))
        return `line ${instruction.startLine} may take the settings of bundler away`
    }
  return undefined
}

/**
 * `setting`: bundler 2.1 and newer keep it by `config set`. `option`: older ones, and all before 4, remember `--without`.
 * Either is there when the image runs. Source: CHANGELOG of bundler; the official images of ruby, November 2026.
 */
export type Form = 'setting' | 'option' | 'unknown'

export function formOf(stage: Stage, before: readonly Command[], files: ImageFiles, scope: Scope): Form {
  const { workdir, variables } = scope
  const { image } = rootOf(stage)
  if (image?.name !== 'ruby') return 'unknown'
  const [, major, minor] = /^(\d+)(?:\.(\d+))?/.exec(image.tag ?? 'latest') ?? []
  const ruby =
    major === undefined ? Infinity : Number(major) + (minor === undefined ? 0.9 : Number(minor) / 10)
  const told = variables.has('BUNDLER_VERSION') ? [variables.get('BUNDLER_VERSION') ?? '?'] : []
  const named = [...told, ...before.flatMap((command) => bundlerIn(command, scope))]
  const lock = files.read('Gemfile.lock', workdir)
  const versions = [...named, ...(lock === undefined ? [] : [lockedBundler(lock)])].filter(
    (version) => version !== undefined,
  )
  if (versions.includes('?')) return 'unknown'
  const isOld = versions.some((version) => /^(0|1|2\.0)(\.|$)/.test(version))
  if (!isOld && ruby >= 2.7) return 'setting'
  return ruby < 3.2 ? 'option' : 'unknown'
}

/** The version of bundler that `gem install` names; `?` where it cannot be told, none for the newest. */
function bundlerIn(command: Command, scope: Scope): readonly string[] {
  const { base, args } = programOf(command)
  if (base !== 'gem' || !/^(i|install|update)$/.test(args[0]?.value ?? '')) return []
  const values = args.map(({ value, text }) => value ?? expand(text, scope, '\\'))
  const joined = values.find((value) => value?.startsWith('bundler:') === true)
  if (joined !== undefined) return [joined.slice(8)]
  if (!values.includes('bundler')) return values.includes(undefined) ? ['?'] : []
  const at = values.findIndex((value) => /^(-v|--version)(=|$)/.test(value ?? ''))
  if (at < 0) return values.includes(undefined) ? ['?'] : []
  const version = values[at]!.split('=')[1] ?? values[at + 1]
  return [version !== undefined && /^\d/.test(version) ? version : '?']
}
