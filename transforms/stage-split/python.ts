import {
  apkCall,
  aptCall,
  baseName,
  type Command,
  copyOf,
  isWithin,
  packageName,
  programOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { isDevelopmentPackage } from '../../src/knowledge/build-packages.js'
import { buildsPython } from '../../src/knowledge/python-image.js'
import { builds, type Effect, unknown } from './effects.js'
import type { Purpose } from './files.js'
import type { Language, Seen } from './language.js'
import type { Launch } from './launch.js'
import { type Place, valueOf } from './place.js'
import { pythonFate, pythonRecipe } from './python-recipe.js'
import type { Entry, Reading } from './reading.js'
import { pipWords } from './requirements.js'

/** Programs in Python whose packages are built by compilers that the file installs. */
export const python: Language = {
  name: 'Python',
  compiles: (command) => pipWords(command)?.[0] === 'install',
  effect: pythonEffect,
  isSource: () => false,
  isSourceName: () => false,
  own: {
    launches: 'anything',
    isFor: keepsCompilers,
    products: packageFolders,
    purpose: purposeOf,
    recipe: pythonRecipe,
    fate: pythonFate,
    owner: () => undefined,
  },
}

/** Whether compilers or headers are installed and stay. */
function keepsCompilers(stage: Stage, { model }: Subject): boolean {
  if (stage.image?.name !== 'python') return false
  const commands = stage.instructions.flatMap((instruction) =>
    instruction.keyword === 'RUN' ? model.commandsIn(stage, instruction) : [],
  )
  const removes = commands.some(
    (command) => /^(purge|remove)$/.test(aptCall(command)?.verb ?? '') || apkCall(command)?.verb === 'del',
  )
  const isBuilding = (name: string): boolean => buildsPython(name) || isDevelopmentPackage(name)
  return (
    !removes &&
    commands.some((command) => {
      const [apt, apk] = [aptCall(command), apkCall(command)]
      if (apt?.verb === 'install') return apt.packages.some((word) => isBuilding(packageName(word) ?? ''))
      return apk?.verb === 'add' && apk.args.some(({ value }) => isBuilding(value ?? ''))
    })
  )
}

function pythonEffect(command: Command, place: Place): Effect | undefined {
  const { base, args } = programOf(command)
  const words = pipWords(command)
  if (words) {
    const moved = words.find((word) =>
      /^(--user|-t|--target|--prefix|--root|-e|--editable)(=|$)/.test(word ?? ''),
    )
    if (moved !== undefined) return unknown(`calls \`pip\` with \`${moved}\``)
    return /^(install|uninstall|download|wheel|cache|config|check|list|freeze|show|--version)$/.test(
      words[0] ?? '',
    )
      ? builds()
      : unknown('calls `pip` in a way that does not tell what it does')
  }
  if (/^(pipenv|poetry|uv|conda|mamba|pdm|virtualenv|easy_install)$/.test(base))
    return unknown(`installs packages with \`${base}\``)
  if (!/^(python[\d.]*|django-admin)$/.test(base)) return undefined
  const values = args.map((word) => valueOf(word, place))
  const first = values.find((value) => value?.startsWith('-') !== true)
  if (values.includes('venv') || values.includes('virtualenv')) return unknown('makes a virtual environment')
  if (/^(--version|-V)$/.test(values[0] ?? '')) return builds()
  return first !== undefined && baseName(first) === 'setup.py'
    ? unknown('runs `setup.py`, which may install files anywhere')
    : { kind: 'keeps' }
}

/** What pip installs lies there in every official image. */
function packageFolders(_: Launch, __: Reading, { stage }: Seen): readonly string[] | string {
  const version = /^(2\.7|3\.\d+)/.exec(stage.image?.tag ?? '')?.[1]
  return version === undefined
    ? `\`${stage.reference}\` does not tell which version of Python it has`
    : [`/usr/local/lib/python${version}/site-packages`, '/usr/local/bin']
}

/** Lists of packages are for the build; all else is the program, which comes from the build context again. */
function purposeOf(
  { instruction, target }: Entry,
  products: readonly string[],
  { stage, subject }: Seen,
): Purpose | string {
  const { sources } = copyOf(instruction)
  const line = `line ${instruction.startLine}`
  if (stage.sources.some((source) => source.instruction === instruction))
    return `${line} takes files from another image`
  if (
    target !== undefined &&
    target !== '/' &&
    products.some((path) => isWithin(target, path) && target !== '/usr/local/bin')
  )
    return `${line} copies files among those of Python`
  const isList = sources.every((source) => lists.test(baseName(source.replace(/\/$/, ''))))
  const isRead = subject.context
    ?.list('.')
    ?.some(
      (file) => file.endsWith('.py') && /requirements[\w-]*\.txt/.test(subject.context?.read(file) ?? ''),
    )
  return isList && isRead !== true ? { kind: 'sources', kept: [], because: '' } : { kind: 'own' }
}

const lists = /^([\w-]*(requirements|constraints)[\w.*-]*|requirements|.*\.whl)$/
