import {
  baseName,
  type Command,
  isWithin,
  joinPath,
  programOf,
  type Stage,
  type Subject,
  withoutOptions,
} from '../../src/kit.js'
import { servesFolder } from '../../src/knowledge/node-tools.js'
import type { Effect } from './effects.js'
import type { Language, Seen } from './language.js'
import { type Launch, launchOf } from './launch.js'
import { buildsScripts, nodeEffect, ownerOf, purposeIn } from './node.js'
import { broughtByNode, nodeFate } from './node-recipe.js'
import { fatesOf, type Needs } from './packages.js'
import { lineOf, pathOf, type Place } from './place.js'
import { placedIn, projectFiles, rootFolder } from './project.js'
import type { Reading } from './reading.js'
import type { Asked, Recipe } from './recipe.js'
import { linkedRuntime, twinRuntime } from './runtime.js'

/** Pages that a script of package.json builds, and that a server of files shows. */
export const frontend: Language = {
  name: 'Web',
  compiles: buildsScripts,
  effect: webEffect,
  isSource: () => false,
  isSourceName: () => false,
  own: {
    launches: 'program',
    isFor: isServed,
    products: servedFolders,
    purpose: (entry, _, at) => purposeIn(entry, rootFolder(at) ?? '/', at),
    recipe: webRecipe,
    fate: nodeFate,
    owner: ownerOf,
  },
}

const webServers = /^(nginx|apache2|apache2ctl|apachectl|httpd|lighttpd|caddy)$/

/** The program that serves, and its words; `npx` runs one that no package of the project brings. */
function serverOf({ program, args }: Launch): { readonly name: string; readonly args: Launch['args'] } {
  const base = baseName(program)
  if (base !== 'npx') return { name: base, args }
  const at = args.findIndex((arg) => arg?.startsWith('-') !== true)
  return { name: args[at] ?? '', args: args.slice(at + 1) }
}

function isServed(stage: Stage, subject: Subject): boolean {
  if (stage.image?.name !== 'node') return false
  const launch = launchOf(stage, subject)
  if (launch.kind === 'none') return false
  const { name } = serverOf(launch)
  if (webServers.test(name)) return true
  const texts = projectFiles({ stage, subject }).textsOf(
    /(^|\/)(package(-lock)?\.json|yarn\.lock|pnpm-lock\.yaml)$/,
  )
  const isOwn = (text: string): boolean =>
    new RegExp(`"(node_modules/)?${name}"|^"?${name}@|^ +/?${name}[@/:]`, 'm').test(text)
  return servesFolder(name) && !texts.some((text) => text !== undefined && isOwn(text))
}

/** What a web server is set up with is needed where it runs. */
function webEffect(command: Command, place: Place): Effect | undefined {
  const { base, args } = programOf(command)
  const root = rootFolder(place)
  const operands = withoutOptions(args)
  const paths = operands.map((word) => pathOf(word, place))
  const isOutside = (path: string | undefined): boolean =>
    path !== undefined && root !== undefined && !isWithin(path, root)
  if (/^(cp|mv)$/.test(base) && paths.length > 1 && pages.test(paths.at(-1) ?? ''))
    return paths.slice(0, -1).some((path) => path === undefined || isOutside(path))
      ? undefined
      : { kind: 'moves', from: paths.slice(0, -1) as string[], to: paths.at(-1)! }
  const isSetUp = paths.every(
    (path) => isOutside(path) && /^\/(etc|var\/(www|log)|usr\/share)\/[\w-]+/.test(path!),
  )
  return /^(rm|ln)$/.test(base) && paths.length > 0 && isSetUp && !paths.some((path) => caches.test(path!))
    ? { kind: 'keeps' }
    : nodeEffect(command, place)
}

const pages =
  /^\/(usr\/share\/nginx\/[\w./-]+|var\/www(\/[\w./-]+)?|srv\/www(\/[\w./-]+)?|usr\/local\/apache2\/htdocs)$/
const caches = /^\/(var\/lib|var\/cache|var\/log\/apt)\//

/** The folders that are served; else why they cannot be told. */
function servedFolders(launch: Launch, reading: Reading, at: Seen): readonly string[] | string {
  const root = rootFolder(at)
  if (root === undefined) return 'where the project lies cannot be told'
  const { workdir } = at.subject.model.scopeBehind(at.stage)
  const { name, args } = serverOf(launch)
  const moved = reading.entries.flatMap(({ steps }) =>
    steps.flatMap(({ effect }) => (effect.kind === 'moves' && !isWithin(effect.to, root) ? effect.to : [])),
  )
  if (webServers.test(name)) {
    const folders = [...new Set(moved)]
    return folders.length > 0 ? folders : `nothing shows what \`${name}\` of ${launch.line} serves`
  }
  if (moved.length > 0) return `it copies pages to \`${moved[0]}\``
  const folder = folderIn(name, args)
  if (typeof folder === 'object') return `${folder.because} of ${launch.line}`
  const path = joinPath(workdir, folder)
  if (path === undefined) return 'the folder in which the program runs cannot be told'
  if (path === root || !isWithin(path, root))
    return `${launch.line} serves \`${path}\`, which is more than what is built`
  const placed = placedIn(at)
  if (placed.length === 0) return 'what is built there cannot be seen'
  const brought = placed.find((one) => one.at.some((file) => isWithin(file, path)))
  return brought === undefined
    ? [path]
    : `\`${brought.file}\` lies in what ${launch.line} serves before it is built`
}

/** The folder among the words of a server of files. */
function folderIn(name: string, args: Launch['args']): string | { readonly because: string } {
  let folder: string | undefined
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === undefined) return { because: `a variable among the words` }
    if (
      /^(--config|--ssl-\w+|--tls|-S|--ssl|-C|--cert|-K|--key|-P|--proxy)(=|$)/.test(arg) ||
      (name === 'serve' && /^-c/.test(arg))
    )
      return { because: `\`${arg}\`` }
    if (/^(-l|--listen|-p|--port|-a|-d|-e|-b|-T)$/.test(arg) && !(name === 'serve' && arg === '-d')) i++
    else if (!arg.startsWith('-')) {
      if (folder !== undefined) return { because: 'several folders' }
      folder = arg
    }
  }
  if (folder !== undefined) return folder
  return name === 'serve' ? '.' : { because: 'the folder that is not named' }
}

/** Pages need their server and nothing of the project. */
function webRecipe({ base, language, reading, stage, launch }: Asked): Recipe | string {
  const steps = reading.entries.flatMap((entry) => entry.steps)
  const needs: Needs = { base, language, steps, isStatic: false, draws: undefined }
  for (const step of steps) {
    const fates = fatesOf(step, needs)
    if (typeof fates === 'string') return `${lineOf(step.place.instruction)} ${fates}`
  }
  const { name } = serverOf(launch)
  const plain = webServers.test(name) ? linkedRuntime(base) : 'it runs node'
  const runtime =
    typeof plain === 'string'
      ? twinRuntime(base, stage.reference)
      : { ...plain, because: `\`${plain.image}\` has neither node nor the entry point of its image` }
  if (typeof runtime === 'string') return runtime
  const isInstalled = steps.some(
    ({ effect, command }) =>
      /^(installs|keeps)$/.test(effect.kind) &&
      command.words.some(
        ({ value }) =>
          value !== undefined &&
          (value.replace(/(?<=.)@.*$/, '') === name || (name.startsWith('apache') && value === 'apache2')),
      ),
  )
  if (!isInstalled && baseName(launch.program) !== 'npx')
    return `nothing shows what brings \`${name}\` of ${launch.line}`
  return {
    runtime: {
      ...runtime,
      brings:
        typeof plain === 'string'
          ? [...broughtByNode, ...(base.family === 'alpine' ? ['wget', 'nc'] : [])]
          : [],
    },
    needs,
    packages: [],
    files: [],
    unset: [],
    evidence: [`\`${name}\` serves what is built, and nothing else of the project`],
  }
}
