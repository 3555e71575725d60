import {
  type Edit,
  type ImageReference,
  isWithin,
  removeAt,
  replaceAt,
  rootOf,
  type Shipment,
  sourcesOf,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { distrolessJavaImage, distrolessNode, distrolessNodeImage } from '../../src/knowledge/distroless.js'
import type { Destination } from './destination.js'

/** What runs programs of a language, and how distroless starts it. */
interface Runner {
  readonly name: 'java' | 'node'
  readonly program: RegExp
  readonly source: RegExp
  /** Words of sources that start other programs. */
  readonly spawns: RegExp
  /** What the entry point of distroless says before CMD. */
  readonly told: RegExp
  /** Undefined where `java` is found by its name there too. */
  readonly path: string | undefined
}

const java: Runner = {
  name: 'java',
  program: /^java$/,
  source: /\.(java|kt|scala|groovy|clj)$/,
  spawns: /ProcessBuilder|\.exec\(|javax\.tools|sun\.tools/,
  told: /^"java"\s*,\s*"-jar"\s*,\s*(?=")/,
  path: undefined,
}
const node: Runner = {
  name: 'node',
  program: /^(\/usr\/local\/bin\/)?node$/,
  source: /^(?!.*node_modules\/).*\.[cm]?[jt]sx?$/,
  spawns: /child_process|\bexeca\b|shelljs|cross-spawn/,
  told: /^"(\/usr\/local\/bin\/)?node"\s*,\s*(?=")/,
  path: distrolessNode,
}

/** Whether an image runs programs that distroless runs as well. */
export const isInterpreter = ({ name, tag = '' }: ImageReference): boolean =>
  (name === 'node' && !/alpine/.test(tag)) ||
  (name === 'eclipse-temurin' && /-jre/.test(tag) && !/alpine/.test(tag))

/** Where what is interpreted can go, and the start of it as distroless wants it; else why it cannot. */
export function interpretedBy(
  stage: Stage,
  { words, launch, takes }: Shipment,
  { context }: Subject,
): (Destination & { readonly edits: readonly Edit[] }) | string {
  const { name, tag = 'latest' } = stage.image!
  const major = /^(\d+)/.exec(tag)?.[1] ?? ''
  const runner = name === 'node' ? node : java
  const image = name === 'node' ? distrolessNodeImage(major) : distrolessJavaImage(major)
  if (image === undefined) return `distroless has no image for \`${name}:${tag}\``
  if (stage.variables.length > 0) return 'a build argument decides the base'
  if (!runner.program.test(words[0]!)) return `nothing shows that it runs \`${runner.name}\``
  if (words.length < 2) return `\`${runner.name}\` is not told what to run`
  const file = sourcesOf(runner.source, context).find((one) => runner.spawns.test(context!.read(one) ?? ''))
  if (file !== undefined) return `\`${file}\` starts other programs`
  const foreign = takes.find(({ from }) => from !== undefined && typeof from !== 'string' && isMusl(from))
  if (foreign) return `line ${foreign.instruction.startLine} takes what may be built for musl`
  const system = takes.find(
    ({ target }) => /^\/(usr|opt|bin|lib)(\/|$)/.test(target) && !isWithin(target, '/usr/src'),
  )
  if (system) return `line ${system.instruction.startLine} copies among the programs of the system`
  const edits = editsOf(stage, launch, runner)
  if (typeof edits === 'string') return edits
  return { image, edits, because: `\`${image}\` has \`${runner.name}\` ${major}, of another day` }
}

const isMusl = (stage: Stage): boolean => {
  const { image } = rootOf(stage)
  return image === undefined || image.name === 'alpine' || /alpine/.test(image.tag ?? '')
}

function editsOf(
  { instructions }: Stage,
  { keyword, args, startLine }: Shipment['launch'],
  { told, path, name }: Runner,
): readonly Edit[] | string {
  const isReset = instructions.some((other) => other.keyword === 'ENTRYPOINT' && other.json?.length === 0)
  const at = args.text.search(/"/)
  const rest = args.text.slice(at)
  if (keyword === 'CMD' && !isReset) {
    const said = told.exec(rest)
    return said
      ? [removeAt(args.toSource(at), args.toSource(at + said[0].length))]
      : `line ${startLine} calls \`${name}\` with options that its entry point has no place for`
  }
  if (path === undefined) return []
  const end = rest.indexOf('"', 1) + 1
  return [replaceAt(args.toSource(at), args.endToSource(at + end), `"${path}"`)]
}
