import { isNodeSource, isWithin, packagesLoaded } from '../../src/kit.js'
import type { Base } from './base.js'
import { movedPackages, packageDoubt } from './node-packages.js'
import { fatesOf, type Needs } from './packages.js'
import { folderOf, lineOf } from './place.js'
import { type Project, projectOf } from './project.js'
import type { Asked, Recipe } from './recipe.js'
import { twinRuntime } from './runtime.js'

/** Programs and the user of the image. */
export const broughtByNode: readonly string[] = ['node', 'npm', 'npx', 'yarn']

/** A service stands on the same node without compilers, and without packages for development. */
export function nodeRecipe(asked: Asked): Recipe | string {
  const { base, language, reading, stage, subject } = asked
  const project = projectOf(reading, { stage, subject })
  if (typeof project === 'string') return project
  const runtime = twinRuntime(base, stage.reference)
  if (typeof runtime === 'string') return runtime
  const steps = reading.entries.flatMap((entry) => entry.steps)
  const needs: Needs = { base, language, steps, isStatic: false, draws: undefined }
  const isMoved = runtime.image !== stage.reference
  const dropped = new Set<string>()
  for (const step of steps) {
    const fates = fatesOf(step, needs)
    if (typeof fates === 'string') return `${lineOf(step.place.instruction)} ${fates}`
    for (const [{ value }, names] of fates) if (names.join() !== value) dropped.add(value ?? '')
  }
  if (project.development === 'none' && dropped.size === 0)
    return 'it leaves out packages for development, and nothing else is for building alone'
  const lost = project.development !== 'none' ? lostImport(project) : undefined
  if (lost !== undefined) return lost
  const doubt = packageDoubt(project, dropped) ?? outputDoubt(project)
  if (doubt !== undefined) return doubt
  const packages = isMoved ? movedPackages(project, base) : []
  if (typeof packages === 'string') return packages
  const spawner = isMoved || dropped.size > 0 ? spawnerIn(project) : undefined
  if (spawner !== undefined) return `\`${spawner}\` may start other programs`
  return {
    runtime: { ...runtime, brings: [...broughtByNode, ...(base.family === 'alpine' ? ['wget', 'nc'] : [])] },
    needs,
    packages,
    files: [],
    unset: [],
    finish:
      project.development === 'kept'
        ? [
            pruneLine(
              project,
              base,
              reading.entries.map(({ place }) => place.scope.workdir),
            ),
          ]
        : [],
    evidence: [
      `all of \`${project.root}\` goes along${project.development !== 'none' ? ' without packages for development' : ''}`,
    ],
  }
}

/** Those that node-gyp builds with are for builds alone. */
export function nodeFate(name: string, { steps }: Needs): readonly string[] | undefined {
  const isBuilding = steps.some(
    ({ effect }) =>
      effect.kind === 'installs' &&
      effect.packages.some(({ value }) =>
        /^(g\+\+|gcc|make|build-essential|build-base|alpine-sdk)$/.test(value ?? ''),
      ),
  )
  return isBuilding &&
    /^(python[23]?|python3?-dev|py3?-pip|python3?-pip|python-is-python3|python3?-setuptools|py3-setuptools)$/.test(
      name,
    )
    ? []
    : undefined
}

/** npm 7, which came with node 15, knows `--omit`. */
function pruneLine(
  { manager, install, folder }: Project,
  { tag }: Base,
  folders: readonly (string | undefined)[],
): string {
  const isOld = /^([4-9]|1[0-4])(\D|$)|^(argon|boron|carbon|dubnium|erbium|fermium)/.test(tag)
  const words = install.command.words.flatMap(({ value }) => value ?? '')
  const kept = ['--legacy-peer-deps', '--force'].filter((flag) => manager === 'npm' && words.includes(flag))
  const prune =
    manager === 'yarn'
      ? 'yarn install --production --ignore-scripts --prefer-offline'
      : ['npm prune', isOld ? '--production' : '--omit=dev', ...kept].join(' ')
  const isThere = folders.slice(folders.lastIndexOf(install.place.scope.workdir)).every((at) => at === folder)
  return isThere && folders.at(-1) === folder ? `RUN ${prune}` : `RUN cd ${folder} && ${prune}`
}

/** A package for development that the program loads. */
function lostImport({ placed, files, developing, root }: Project): string | undefined {
  for (const { file, at } of placed) {
    const path = at[0]
    if (path === undefined || !isWithin(path, root) || !isNodeSource(file)) continue
    const name = packagesLoaded(files.read(path, undefined) ?? '').find((one) => developing.has(one))
    if (name !== undefined) return `\`${file}\` loads \`${name}\`, a package for development`
  }
  return undefined
}

/** A source that may call what the smaller image lacks. */
const spawnerIn = ({ placed, files, root }: Project): string | undefined =>
  placed.find(
    ({ file, at: [path] }) =>
      path !== undefined &&
      isWithin(path, root) &&
      isNodeSource(file) &&
      /child_process|\bexeca\b|shelljs|['"]zx['"]|ffi-napi|koffi|\bdlopen\b/.test(
        files.read(path, undefined) ?? '',
      ),
  )?.file

/** Settings by which a build writes outside of the project. */
function outputDoubt({ placed, files, root, folder, scripts }: Project): string | undefined {
  if (folder !== root) return undefined
  const settings = placed.find(
    ({ at: [path] }) =>
      path !== undefined &&
      folderOf(path) === root &&
      /(^|\/)(tsconfig[^/]*\.json|angular\.json|[\w-]+\.config\.[cm]?[jt]s)$/.test(path) &&
      /\b(outDir|outFile|outputPath|outputDir|distDir|dir|path)["']?\s*:[^\n]*\.\.\//.test(
        files.read(path, undefined) ?? '',
      ),
  )
  if (settings) return `\`${settings.file}\` lets the build write outside of \`${root}\``
  const script = [...scripts].find(
    ([name, text]) => /build|compile/.test(name) && /(^|[\s=])\.\.\//.test(text),
  )
  return script && `the script \`${script[0]}\` may write outside of \`${root}\``
}
