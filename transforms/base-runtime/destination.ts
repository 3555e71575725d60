import { baseName, type Shipment, type Stage, type Subject } from '../../src/kit.js'
import { dotnetImage } from '../../src/knowledge/dotnet-images.js'
import { jreImage } from '../../src/knowledge/java-images.js'

/** Where a program can go, and why. */
export interface Destination {
  readonly image: string
  readonly because: string
}

/** The image that runs what another stage built; else why there is none. */
export function destinationOf(stage: Stage, shipment: Shipment, subject: Subject): Destination | string {
  const { name, tag = 'latest' } = stage.image!
  const [program = '', ...args] = shipment.words
  if (/^(maven|gradle)$/.test(name)) return javaOf(`${name}:${tag}`, jreImage(name, tag), program, args)
  const images = dotnetImage(name, tag)
  if (images === undefined) return `no image is known that runs what \`${name}:${tag}\` builds`
  if (baseName(program) !== 'dotnet' || args[0]?.endsWith('.dll') !== true)
    return `\`${[program, args[0] ?? ''].join(' ').trim()}\` may build, or need what builds`
  const { variables } = subject.model.scopeBehind(stage)
  const isTold =
    variables.has('ASPNETCORE_URLS') || args.some((arg) => arg.startsWith('--urls')) || images.listensAlike
  return isTold
    ? { image: images.web, because: `\`${images.web}\` has the same .NET without what builds` }
    : 'the port that it listens on comes from the base'
}

function javaOf(
  base: string,
  image: string | undefined,
  program: string,
  args: readonly string[],
): Destination | string {
  if (image === undefined) return `no image with a JRE is known for \`${base}\``
  if (program !== 'java') return `nothing shows that it runs \`java\``
  const odd = args.find((arg) => /^-(javaagent|agentpath|agentlib|-source)\b|\.java$/.test(arg))
  return odd === undefined
    ? { image, because: `\`${image}\` has the same Java without its compiler` }
    : `\`${odd}\` may need the JDK`
}
