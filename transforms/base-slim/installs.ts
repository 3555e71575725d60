import { baseName, type Instruction, type Subject, type Word } from '../../src/kit.js'
import {
  gemPackage,
  npmNeedsCommand,
  npmPackage,
  pipNeedsCommand,
  pipPackage,
} from '../../src/knowledge/languages.js'

/** What an install of a language's packages comes to. */
export interface Install {
  /** What it leaves open. */
  readonly doubts: readonly string[]
  /** Programs and modules that it brings. */
  readonly programs: readonly string[]
  /** Debian packages without which it is known to fail. */
  readonly packages?: readonly string[]
}

/** Files of the build context that the image has got so far, and a way to read them. */
export interface Seen {
  readonly files: ReadonlySet<string>
  readonly context: Subject['context']
}

/** What an install of a language's packages leaves open, brings and needs. */
export function doubtsOfInstall(
  seen: Seen,
  instruction: Instruction,
  name: string,
  args: readonly Word[],
): Install {
  const line = `line ${instruction.startLine}`
  const values = args.map(({ value }) => value)
  if (/^pip[\d.]*$/.test(name)) return pip(seen, instruction, values)
  const verb = values.find((value) => value !== undefined && !value.startsWith('-'))
  if (/^(npm|yarn|pnpm)$/.test(name)) {
    const isInstall = verb === undefined || /^(install|i|ci|add|rebuild)$/.test(verb)
    if (!isInstall)
      return { doubts: [`${line} runs \`${name} ${verb}\`, which cannot be seen through`], programs: [] }
    const packages = sourcesOf(values, npmPackage)
    return { doubts: npm(seen, line, name, values), programs: [], packages }
  }
  return {
    doubts: [`what \`${name} ${verb ?? ''}\` in ${line} installs may need a compiler or headers`],
    programs: [],
    packages: name === 'gem' ? sourcesOf(values, gemPackage) : [],
  }
}

/** Debian packages that the named packages are known to be built with. */
function sourcesOf(
  values: readonly (string | undefined)[],
  look: typeof gemPackage | typeof npmPackage,
): string[] {
  return values.flatMap((value) => {
    const kind = value === undefined ? 'unknown' : look(value.replace(/(?<=.)@.*$/, ''))
    return typeof kind === 'object' ? kind.debianBuild : []
  })
}

function pip(seen: Seen, instruction: Instruction, values: readonly (string | undefined)[]): Install {
  const line = `line ${instruction.startLine}`
  const doubts: string[] = []
  const programs: string[] = []
  const packages: string[] = []
  if (values[0] !== 'install')
    return {
      doubts:
        values[0] && /^(--version|list|freeze|check|cache|config)$/.test(values[0])
          ? []
          : [`${line} runs \`pip ${values[0] ?? ''}\``],
      programs,
    }
  const wanted: string[] = []
  for (let i = 1; i < values.length; i++) {
    const value = values[i]
    if (value === undefined) doubts.push(`what \`pip install\` in ${line} installs is named by a variable`)
    else if (value === '-r' || value === '--requirement' || /^(-r.|--requirement=)/.test(value)) {
      const file = /^(-r|--requirement)$/.test(value)
        ? values[++i]
        : value.replace(/^(-r|--requirement=)/, '')
      const names = file === undefined ? undefined : requirements(seen, file)
      if (names) wanted.push(...names)
      else doubts.push(`\`${file ?? '-r'}\` of ${line} could not be read`)
    } else if (
      /^(-i|--index-url|--extra-index-url|--trusted-host|--timeout|--retries|-c|--constraint|--prefix|--root)$/.test(
        value,
      )
    )
      i++
    else if (value.startsWith('-')) {
      if (/^(-e|--editable|--no-binary)/.test(value))
        doubts.push(`\`pip install ${value}\` in ${line} may build from source`)
    } else wanted.push(value)
  }
  for (const requirement of wanted) {
    const name = /^[A-Za-z0-9][\w.-]*(\s*\[[^\]]*\])?/.exec(requirement)?.[0].replace(/\s/g, '')
    if (name === undefined || /[/@]|\.(whl|zip|tar\.gz)$|^\.$/.test(requirement)) {
      doubts.push(`\`${requirement}\` in ${line} may be built from source`)
      continue
    }
    const kind = pipPackage(name)
    if (typeof kind === 'object') packages.push(...kind.debianBuild)
    if (kind !== 'pure')
      doubts.push(
        typeof kind === 'object'
          ? `\`${name}\` of ${line} is built from source`
          : `\`${name}\` of ${line} is not known to install without a compiler`,
      )
    if ((pipNeedsCommand(name)?.length ?? 0) > 0) doubts.push(`\`${name}\` of ${line} calls other programs`)
    programs.push(name.toLowerCase().replace(/\[.*/, ''))
  }
  return { doubts, programs, packages }
}

/** The requirements of a file of the build context; undefined where it cannot be read whole. */
function requirements(seen: Seen, file: string): string[] | undefined {
  const text = readOnly(seen, baseName(file))
  if (text === undefined) return undefined
  const lines = text
    .split(/\r?\n/)
    .map((l) => l.replace(/(^|\s)#.*$/, '').trim())
    .filter((l) => l !== '')
  return lines.some((l) => l.startsWith('-') || l.endsWith('\\'))
    ? undefined
    : lines.map((l) => l.split(/\s*;/)[0]!)
}

/** The text of the one file of that name that the image has got; undefined where there are several. */
function readOnly({ files, context }: Seen, name: string): string | undefined {
  const found = [...files].filter((file) => baseName(file) === name)
  return found.length === 1 ? context?.read(found[0]!) : undefined
}

/** A lock file that names no install script and no package from elsewhere is proof that nothing is compiled. */
function npm(seen: Seen, line: string, name: string, values: readonly (string | undefined)[]): string[] {
  const isPlain = values.every(
    (value) => value !== undefined && (/^(install|i|ci)$/.test(value) || value.startsWith('-')),
  )
  const lock = isPlain && name === 'npm' ? readOnly(seen, 'package-lock.json') : undefined
  const manifest = readOnly(seen, 'package.json')
  const open = [`what \`${name}\` in ${line} installs may need a compiler, python3 or git`]
  if (lock === undefined || manifest === undefined) return open
  try {
    const { packages } = JSON.parse(lock) as {
      packages?: Record<
        string,
        { hasInstallScript?: boolean; resolved?: string; integrity?: string; link?: boolean }
      >
    }
    if (!packages) return open
    const isProven = Object.entries(packages).every(
      ([path, p]) =>
        p.hasInstallScript !== true &&
        p.link !== true &&
        (path === '' ||
          /^https?:.*\.tgz$/.test(p.resolved ?? '') ||
          (p.resolved === undefined && p.integrity !== undefined)),
    )
    const scripts = JSON.parse(manifest) as { scripts?: Record<string, string> }
    const ownScripts = Object.keys(scripts.scripts ?? {}).filter((s) =>
      /^(pre|post)?install$|^prepare$/.test(s),
    )
    if (!isProven || ownScripts.length > 0) return open
    const names = Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, ''))
    return names
      .filter((dependency) => (npmNeedsCommand(dependency)?.length ?? 0) > 0)
      .map((dependency) => `\`${dependency}\` of ${line} calls other programs`)
  } catch {
    return open
  }
}
